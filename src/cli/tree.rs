//! The tree of commands.
//!
//! Promises: only the commands named on the command line are built, so a start costs little; all are
//! built, with every help text in the user's language, where help, a refusal, completions or a man page need them.

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Args, Command};

use crate::i18n::Words;

use super::app::App;
use super::args::Globals;
use super::commands::COMMANDS;
use super::error::CliError;
use super::exit::Exit;
use super::help;

/// What the user is doing: the groups of `--help`, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Getting going.
    Start,
    /// Writing down.
    Record,
    /// Seeing where one stands.
    Understand,
    /// Preparing and talking.
    Negotiate,
    /// Agreeing and keeping it.
    Agree,
    /// Looking after the ledger.
    Keep,
    /// Learning.
    Learn,
}

impl Group {
    /// All groups, in the order of `--help`.
    pub(crate) const ALL: [Group; 7] = [
        Group::Start,
        Group::Record,
        Group::Understand,
        Group::Negotiate,
        Group::Agree,
        Group::Keep,
        Group::Learn,
    ];

    /// The id of its heading.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Group::Start => "help-group-start",
            Group::Record => "help-group-record",
            Group::Understand => "help-group-understand",
            Group::Negotiate => "help-group-negotiate",
            Group::Agree => "help-group-agree",
            Group::Keep => "help-group-keep",
            Group::Learn => "help-group-learn",
        }
    }
}

/// A command: its name, its place in `--help`, its arguments, and what it does.
pub(crate) struct Entry {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its group.
    pub(crate) group: Group,
    /// Adds its arguments.
    pub(crate) build: fn(Command) -> Command,
    /// Does it.
    pub(crate) run: fn(&mut App, &ArgMatches) -> Result<Exit, CliError>,
}

/// The tree for parsing: without words, and with only the commands that `args` name. The others would each
/// be given a copy of every global option: most of the memory that a short run touches.
pub(crate) fn for_parsing(args: &[OsString]) -> Command {
    root(|name| args.iter().any(|arg| arg == name))
}

/// The whole tree in the user's language.
pub(crate) fn told(words: &Words, width: usize) -> Command {
    help::localised(root(|_| true), words, width)
}

fn root(wanted: impl Fn(&str) -> bool) -> Command {
    let root = Globals::augment_args(
        Command::new("forbear")
            .version(env!("CARGO_PKG_VERSION"))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true),
    )
    .arg(
        Arg::new("help")
            .long("help")
            .short('h')
            .global(true)
            .action(ArgAction::Help),
    )
    .arg(
        Arg::new("version")
            .long("version")
            .short('V')
            .action(ArgAction::Version),
    );
    let named = COMMANDS.iter().filter(|entry| wanted(entry.name));
    named.fold(root, |root, entry| {
        let bare = Command::new(entry.name).disable_help_subcommand(true);
        root.subcommand((entry.build)(bare))
    })
}

//! The command line: arguments, prompts, exit codes, the only clock, and one thin file per command.
//!
//! Promises: no other room sees an argument, the environment or the time; a command computes and formats
//! nothing; every word a person reads stands in the catalogues, clap's own words too.
//!
//! | file | what |
//! |---|---|
//! | [`run`] | one run, from arguments to exit code |
//! | `tree`, `args`, `help`, `usage` | the commands, their options, their help, their refusals |
//! | `app` | what a command may use |
//! | `prompt`, `ui`, `clock`, `environment`, `language` | the person, the streams, the day, the variables |
//! | [`error`], [`exit`] | every room's errors, told; what scripts see |
//! | `commands` | one file per command |

mod app;
mod args;
pub mod clock;
mod commands;
pub mod environment;
pub mod error;
pub mod exit;
mod help;
pub mod language;
mod manual;
mod prompt;
mod store_error;
mod tree;
mod ui;
mod usage;
mod values;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, FromArgMatches};

use crate::domain::lang::Lang;
use crate::i18n::Words;

use app::App;
use args::Globals;
use environment::Environment;
use error::{CliError, Told};
use exit::Exit;

/// One run of the program: `args` as the system gives them, the program's name first.
#[must_use]
pub fn run(args: &[OsString]) -> ExitCode {
    let environment = Environment::read();
    let words = Words::new(language::choose(args, &environment));
    ui::guard_against_panics(words.lang());
    if environment.complete {
        commands::completions::answer(args, &environment);
    }
    let json = asks_for_json(args);
    let mut about = None;
    let ended = parse(args, &words, &environment).and_then(|asked| match asked {
        Asked::Run(matches) => {
            about = args::debt_typed(&matches);
            command(&matches, &words, environment)
        }
        Asked::Page(page) => ui::data(&page).map(|()| Exit::DONE),
    });
    match ended {
        Ok(exit) => exit.into(),
        Err(error) => {
            let exit = error.exit();
            if !matches!(error, CliError::PipeClosed) {
                let told = error.tell_about(about.as_deref(), &words);
                ui::say(&if json { told.json() } else { told.text(&words) });
            }
            exit.into()
        }
    }
}

/// The whole tree of commands with its help in one language: for documentation and tests.
#[must_use]
pub fn command_tree(lang: Lang) -> clap::Command {
    tree::told(&Words::new(lang), 80)
}

/// The names of the pages that teach: for documentation and tests.
pub fn questions() -> impl Iterator<Item = &'static str> {
    commands::questions()
}

/// What the command line asks for.
enum Asked {
    /// A command.
    Run(ArgMatches),
    /// A page of help, or the version.
    Page(String),
}

fn parse(typed: &[OsString], words: &Words, environment: &Environment) -> Result<Asked, CliError> {
    match tree::for_parsing(typed).try_get_matches_from(typed) {
        Ok(matches) => return Ok(Asked::Run(matches)),
        // Start-up is a feature: the version needs no words.
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            return Ok(Asked::Page(version()));
        }
        Err(_) => {}
    }
    // Now the words are needed: the same again with the whole tree told in the user's language.
    let mut told = tree::told(words, ui::width(environment));
    match told.try_get_matches_from_mut(typed) {
        Ok(matches) => Ok(Asked::Run(matches)),
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            Ok(Asked::Page(error.render().to_string()))
        }
        Err(error) => {
            let (usage, help) = how_typed(&told, typed, words);
            let today = environment
                .today
                .as_deref()
                .and_then(|text| args::read_date(text).ok());
            let today = today.unwrap_or_else(|| clock::now().date());
            Err(CliError::Usage(Box::new(usage::tell(
                &error,
                words,
                today,
                (&usage, &help),
            ))))
        }
    }
}

fn version() -> String {
    format!("forbear {}\n", env!("CARGO_PKG_VERSION"))
}

/// How the command that was meant is typed, and where its help is.
fn how_typed(root: &clap::Command, args: &[OsString], words: &Words) -> (String, String) {
    let mut command = root;
    let mut path = vec!["forbear".to_owned()];
    for arg in args.iter().skip(1) {
        if let Some(sub) = arg.to_str().and_then(|name| command.find_subcommand(name)) {
            path.push(sub.get_name().to_owned());
            command = sub;
        }
    }
    let help = format!("{} --help", path.join(" "));
    (help::usage(command, words, &path), help)
}

fn command(
    matches: &ArgMatches,
    words: &Words,
    environment: Environment,
) -> Result<Exit, CliError> {
    let globals = Globals::from_arg_matches(matches).map_err(|error| {
        CliError::Usage(Box::new(usage::tell(
            &error,
            words,
            clock::now().date(),
            ("forbear", "forbear --help"),
        )))
    })?;
    let amounts = args::amounts_typed(matches);
    let mut app = App::new(Words::new(words.lang()), globals, environment, amounts)?;
    match matches.subcommand() {
        None if app.explains() => Err(not_explained(words)),
        Some((name, _)) if app.explains() && !commands::EXPLAINED.contains(&name) => {
            Err(not_explained(words))
        }
        None => commands::home::run(&mut app),
        Some((name, matches)) => match commands::COMMANDS.iter().find(|entry| entry.name == name) {
            Some(entry) => (entry.run)(&mut app, matches),
            None => Err(CliError::Usage(Box::default())),
        },
    }
}

/// `--explain` where no figure can be explained: said, as ignoring it would look like an answer.
fn not_explained(words: &Words) -> CliError {
    let commands = commands::EXPLAINED.join(", ");
    CliError::Usage(Box::new(Told {
        kind: "usage",
        message: words.with("error-explain-elsewhere", &[("commands", commands.into())]),
        ..Told::default()
    }))
}

/// Whether errors are for programs too, known before anything is parsed.
fn asks_for_json(args: &[OsString]) -> bool {
    let mut before = "";
    let mut found = false;
    for arg in args.iter().filter_map(|arg| arg.to_str()) {
        if arg == "--" {
            break;
        }
        found |=
            arg == "--json" || arg == "--format=json" || (before == "--format" && arg == "json");
        before = arg;
    }
    found
}

//! `borrower`: who the letters are from, and why payments cannot be met.

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::domain::budget::HardshipKind;
use crate::report::records::Records;
use crate::store::format::{LEDGER, Shape};
use crate::store::{Fields, Put, Spot, StoreError};

use super::record::{Flag, fields, flags};
use crate::cli::app::{App, Recorded};
use crate::cli::args::{date, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
struct HardshipArgs {
    #[arg(value_name = "KIND", value_parser = word::<HardshipKind>())]
    kind: Option<HardshipKind>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    since: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "TEXT")]
    own_words: Option<String>,
    #[arg(long, value_name = "TEXT")]
    evidence: Vec<String>,
}

fn shape() -> &'static Shape {
    LEDGER.child("borrower").unwrap_or(&LEDGER)
}

/// The keys that are set by flags; the grounds of hardship have a command of their own.
pub(super) fn keys() -> Vec<Flag> {
    flags(shape(), None)
}

/// The keys of a counsellor's case.
pub(super) fn case_keys() -> Vec<Flag> {
    flags(LEDGER.child("case").unwrap_or(&LEDGER), None)
}

pub(super) fn build(command: Command) -> Command {
    command
        .subcommand(Command::new("show"))
        .subcommand(setting("set", &keys()))
        .subcommand(setting("case", &case_keys()))
        .subcommand(HardshipArgs::augment_args(Command::new("hardship")))
}

fn setting(name: &'static str, keys: &[Flag]) -> Command {
    let unset = Arg::new("unset")
        .long("unset")
        .value_name("KEY")
        .action(ArgAction::Append)
        .hide_possible_values(true)
        .value_parser(
            keys.iter()
                .map(|flag| flag.name.clone())
                .collect::<Vec<_>>(),
        );
    let set = Command::new(name).args(keys.iter().map(Flag::argument));
    set.arg(unset)
}

pub(super) fn run(app: &mut App, matches: &ArgMatches) -> Result<Exit, CliError> {
    match matches.subcommand() {
        Some(("set", matches)) => set(app, matches, "borrower", &keys()),
        Some(("case", matches)) => set(app, matches, "case", &case_keys()),
        Some(("hardship", matches)) => hardship(
            app,
            &HardshipArgs::from_arg_matches(matches).map_err(super::unexpected)?,
        ),
        _ => {
            let loaded = app.load()?;
            app.emit(&Records::section(&loaded.source, "borrower"))?;
            Ok(Exit::DONE)
        }
    }
}

/// Writes what was typed into one section of the ledger.
fn set(
    app: &App,
    matches: &ArgMatches,
    section: &'static str,
    keys: &[Flag],
) -> Result<Exit, CliError> {
    let command = match section {
        "case" => "borrower case",
        _ => "borrower set",
    };
    let changes = fields(keys, matches);
    let unset: Vec<&String> = matches
        .get_many::<String>("unset")
        .map(Iterator::collect)
        .unwrap_or_default();
    if changes.is_empty() && unset.is_empty() {
        return Err(nothing(app, command));
    }
    let spot = Spot::top().section(section);
    let saved = app.edit(command, |edit, _| {
        edit.set_all(&spot, changes.clone())
            .map_err(StoreError::from)?;
        for flag in keys.iter().filter(|flag| unset.contains(&&flag.name)) {
            edit.unset(&spot, flag.key.name).map_err(StoreError::from)?;
        }
        Ok(())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.words.text(match section {
                "case" => "cli-case-set",
                _ => "cli-borrower-set",
            }),
            table: section,
            debt: None,
            fields: changes,
        },
    )
}

fn nothing(app: &App, command: &str) -> CliError {
    CliError::Refused {
        kind: "nothing-to-set",
        message: app.words.text("cli-nothing-to-set"),
        hints: vec![app.word(
            "error-usage-help",
            &[("help", format!("forbear {command} --help").into())],
        )],
    }
}

/// Adds a ground, or completes the one of that kind: what is not typed stays as it was.
fn hardship(app: &App, args: &HardshipArgs) -> Result<Exit, CliError> {
    let kind = match args.kind {
        Some(kind) => kind,
        None => app
            .ask()
            .word("<KIND>", &app.words.text("cli-ask-hardship-kind"))?,
    };
    let mut written: Fields = Vec::new();
    let saved = app.edit(&format!("borrower hardship {kind}"), |edit, ledger| {
        let mut grounds: Vec<Put> = Vec::new();
        let mut found = false;
        for ground in &ledger.borrower.hardship {
            let mut fields = as_fields(ground.kind, ground.since, ground.note.as_deref());
            let mut own_words = ground.own_words.clone();
            let mut evidence = ground.evidence.clone();
            if ground.kind == kind && !found {
                found = true;
                let note = args.note.as_deref().or(ground.note.as_deref());
                fields = as_fields(kind, args.since.or(ground.since), note);
                own_words = args.own_words.clone().or(own_words);
                let new = args
                    .evidence
                    .iter()
                    .filter(|file| !ground.evidence.contains(file));
                evidence.extend(new.cloned());
                finish(&mut fields, own_words, &evidence);
                written.clone_from(&fields);
            } else {
                finish(&mut fields, own_words, &evidence);
            }
            grounds.push(Put::Table(fields));
        }
        if !found {
            written = as_fields(kind, args.since, args.note.as_deref());
            finish(&mut written, args.own_words.clone(), &args.evidence);
            grounds.push(Put::Table(written.clone()));
        }
        edit.set(
            &Spot::top().section("borrower"),
            "hardship",
            Put::List(grounds),
        )
        .map_err(|error| StoreError::from(error).into())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.word("cli-hardship-set", &[("kind", app.words.word(kind).into())]),
            table: "hardship",
            debt: None,
            fields: written,
        },
    )
}

fn as_fields(kind: HardshipKind, since: Option<NaiveDate>, note: Option<&str>) -> Fields {
    let mut fields: Fields = vec![("kind", kind.as_str().into())];
    fields.extend(since.map(|on| ("since", Put::from(on))));
    fields.extend(note.map(|note| ("note", Put::from(note))));
    fields
}

fn finish(fields: &mut Fields, own_words: Option<String>, evidence: &[String]) {
    if !evidence.is_empty() {
        let files = evidence.iter().map(|file| Put::from(file.as_str()));
        fields.push(("evidence", Put::List(files.collect())));
    }
    fields.extend(own_words.map(|words| ("own-words", Put::from(words))));
}

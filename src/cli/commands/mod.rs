//! One thin file per command, and the table of them.
//!
//! A command reads like a recipe: load, let the rooms work, emit. A sum or a sentence in it is in the wrong room.

mod agree;
mod audit;
mod borrower;
mod called;
mod capacity;
mod check_words;
mod claim;
pub(crate) mod completions;
mod debt_add;
mod demo;
mod due;
mod facts;
mod guard;
pub(crate) mod home;
mod init;
mod keep;
mod learn;
mod letter;
mod log;
mod offer;
mod pay;
mod plan;
mod planned;
mod promise;
mod quote;
pub(crate) mod record;
mod rehearse;
mod rules;
mod schedule;
mod script;
mod simulate;
mod solve;
mod status;
mod tables;
mod write_letter;
mod zone;

use clap::Args;

use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;

use super::app::App;
use super::error::{CliError, Told};
use super::tree::{Entry, Group};

/// Every command, in the order of `--help`.
pub(crate) const COMMANDS: &[Entry] = &[
    Entry {
        name: "demo",
        group: Group::Start,
        build: |command| command,
        run: demo::run,
    },
    Entry {
        name: "init",
        group: Group::Start,
        build: init::InitArgs::augment_args,
        run: init::run,
    },
    Entry {
        name: "borrower",
        group: Group::Record,
        build: borrower::build,
        run: borrower::run,
    },
    Entry {
        name: "lender",
        group: Group::Record,
        build: tables::build,
        run: tables::lender,
    },
    Entry {
        name: "debt",
        group: Group::Record,
        build: tables::build,
        run: tables::debt,
    },
    Entry {
        name: "income",
        group: Group::Record,
        build: tables::build,
        run: tables::income,
    },
    Entry {
        name: "expense",
        group: Group::Record,
        build: tables::build,
        run: tables::expense,
    },
    Entry {
        name: "pay",
        group: Group::Record,
        build: pay::PayArgs::augment_args,
        run: pay::run,
    },
    Entry {
        name: "claim",
        group: Group::Record,
        build: claim::ClaimArgs::augment_args,
        run: claim::run,
    },
    Entry {
        name: "called",
        group: Group::Record,
        build: log::LogAddArgs::augment_args,
        run: called::run,
    },
    Entry {
        name: "log",
        group: Group::Record,
        build: log::build,
        run: log::run,
    },
    Entry {
        name: "status",
        group: Group::Understand,
        build: status::StatusArgs::augment_args,
        run: status::run,
    },
    Entry {
        name: "schedule",
        group: Group::Understand,
        build: schedule::ScheduleArgs::augment_args,
        run: schedule::run,
    },
    Entry {
        name: "audit",
        group: Group::Understand,
        build: audit::AuditArgs::augment_args,
        run: audit::run,
    },
    Entry {
        name: "quote",
        group: Group::Understand,
        build: quote::QuoteArgs::augment_args,
        run: quote::run,
    },
    Entry {
        name: "capacity",
        group: Group::Understand,
        build: capacity::CapacityArgs::augment_args,
        run: capacity::run,
    },
    Entry {
        name: "simulate",
        group: Group::Negotiate,
        build: simulate::SimulateArgs::augment_args,
        run: simulate::run,
    },
    Entry {
        name: "solve",
        group: Group::Negotiate,
        build: solve::SolveArgs::augment_args,
        run: solve::run,
    },
    Entry {
        name: "plan",
        group: Group::Negotiate,
        build: plan::PlanArgs::augment_args,
        run: plan::run,
    },
    Entry {
        name: "zone",
        group: Group::Negotiate,
        build: zone::ZoneArgs::augment_args,
        run: zone::run,
    },
    Entry {
        name: "promise",
        group: Group::Negotiate,
        build: promise::PromiseArgs::augment_args,
        run: promise::run,
    },
    Entry {
        name: "script",
        group: Group::Negotiate,
        build: script::ScriptArgs::augment_args,
        run: script::run,
    },
    Entry {
        name: "letter",
        group: Group::Negotiate,
        build: write_letter::LetterArgs::augment_args,
        run: write_letter::letter,
    },
    Entry {
        name: "rehearse",
        group: Group::Negotiate,
        build: rehearse::RehearseArgs::augment_args,
        run: rehearse::run,
    },
    Entry {
        name: "offer",
        group: Group::Agree,
        build: offer::build,
        run: offer::run,
    },
    Entry {
        name: "agree",
        group: Group::Agree,
        build: agree::build,
        run: agree::run,
    },
    Entry {
        name: "due",
        group: Group::Agree,
        build: due::build,
        run: due::run,
    },
    Entry {
        name: "check",
        group: Group::Keep,
        build: keep::build_check,
        run: keep::check,
    },
    Entry {
        name: "undo",
        group: Group::Keep,
        build: |command| command,
        run: keep::undo,
    },
    Entry {
        name: "history",
        group: Group::Keep,
        build: keep::build_history,
        run: keep::history,
    },
    Entry {
        name: "rules",
        group: Group::Learn,
        build: rules::build,
        run: rules::run,
    },
    Entry {
        name: "help",
        group: Group::Learn,
        build: learn::build_help,
        run: learn::help,
    },
    Entry {
        name: "schema",
        group: Group::Learn,
        build: |command| command,
        run: learn::schema,
    },
    Entry {
        name: "completions",
        group: Group::Learn,
        build: completions::CompletionsArgs::augment_args,
        run: completions::run,
    },
    Entry {
        name: "man",
        group: Group::Learn,
        build: |command| command,
        run: learn::man,
    },
];

/// The commands whose figures `--explain` unfolds.
pub(crate) const EXPLAINED: [&str; 8] = [
    "status", "schedule", "simulate", "quote", "audit", "capacity", "solve", "plan",
];

/// The names of the pages that teach.
pub(crate) fn questions() -> impl Iterator<Item = &'static str> {
    learn::QUESTIONS.iter().map(|(name, _)| *name)
}

/// clap gave arguments that do not fit their own types: told like any refusal of the command line.
#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
fn unexpected(error: clap::Error) -> CliError {
    CliError::Usage(Box::new(Told {
        kind: "usage",
        message: error.to_string(),
        ..Told::default()
    }))
}

/// The debt that was named; else the only one, else one that is asked for.
fn ask_debt(
    app: &App,
    ledger: &Ledger,
    named: Option<DebtId>,
    flag: &str,
) -> Result<DebtId, CliError> {
    match (named, ledger.debts.as_slice()) {
        (Some(id), _) => Ok(id),
        (None, []) => Err(CliError::Unknown {
            what: "debt",
            id: String::new(),
            known: Vec::new(),
        }),
        (None, debts) => {
            let items: Vec<String> = debts.iter().map(|debt| debt_line(ledger, debt)).collect();
            let place = app
                .ask()
                .choose(flag, &app.words.text("cli-ask-debt"), &items)?;
            debts
                .get(place)
                .map(|debt| debt.id.clone())
                .ok_or(CliError::Stopped)
        }
    }
}

/// A debt in a list of choices.
fn debt_line(ledger: &Ledger, debt: &Debt) -> String {
    let lender = ledger
        .lender(&debt.lender)
        .map_or(debt.lender.as_str(), |lender| lender.name.as_str());
    format!("{} · {lender}", debt.id)
}

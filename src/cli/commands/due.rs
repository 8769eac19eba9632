//! `due`: what falls due in the next days; clocks are written down and marked as done.

use chrono::NaiveDate;
use clap::{Args, Command, FromArgMatches};

use crate::domain::id::DebtId;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::domain::typed::Looking;
use crate::engine;
use crate::i18n::numbers;
use crate::report::due::DueReport;
use crate::rules;
use crate::store::{Fields, Put, Spot, StoreError, Which};

use super::{completions, guard};
use crate::cli::app::{App, Recorded, debt};
use crate::cli::args::{count, date, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Days looked ahead if none are asked for.
const DAYS: u32 = 14;

#[derive(clap::Args)]
struct DueArgs {
    #[arg(long, value_name = "DAYS", value_parser = count(1, 1200))]
    days: Option<u32>,
}

#[derive(clap::Args)]
struct AddArgs {
    #[arg(value_name = "TEXT")]
    what: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    until: Option<NaiveDate>,
    #[arg(long, value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "WORD", value_parser = word::<ClockKind>())]
    kind: Option<ClockKind>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    from: Option<NaiveDate>,
}

#[derive(clap::Args)]
struct DoneArgs {
    #[arg(value_name = "NUMBER", required = true)]
    which: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date())]
    on: Option<NaiveDate>,
}

pub(super) fn build(command: Command) -> Command {
    DueArgs::augment_args(command)
        .args_conflicts_with_subcommands(true)
        .subcommand(AddArgs::augment_args(Command::new("add")))
        .subcommand(DoneArgs::augment_args(Command::new("done")))
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    match matches.subcommand() {
        Some(("add", matches)) => add(
            app,
            AddArgs::from_arg_matches(matches).map_err(super::unexpected)?,
        ),
        Some(("done", matches)) => {
            let args = DoneArgs::from_arg_matches(matches).map_err(super::unexpected)?;
            done(app, args.which.as_deref().unwrap_or_default(), args.on)
        }
        _ => list(app, matches),
    }
}

fn list(app: &App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = DueArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let days = args.days.unwrap_or(DAYS);
    let upcoming = engine::due::upcoming(&ledger, app.as_of(), days);
    let counted = rules::clocks::counted_deadlines(&ledger, app.books()?, app.as_of());
    let report = DueReport::new(app.as_of(), days, upcoming, ledger.currency)
        .with_deadlines(counted, &app.words);
    app.emit(&report)?;
    Ok(Exit::DONE)
}

/// Writes a clock down: a court paper by its own date, a reply that was asked for.
fn add(app: &App, args: AddArgs) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    if let Some(id) = &args.debt {
        debt(&ledger, id)?;
    }
    let what = match args.what {
        Some(what) => what,
        None => app
            .ask()
            .line("<TEXT>", &app.words.text("cli-ask-clock-what"))?,
    };
    let until = match args.until {
        Some(until) => until,
        None => app.ask().date(
            "--until",
            &app.words.text("cli-ask-clock-until"),
            None,
            Looking::Ahead,
        )?,
    };
    let kind = args.kind.unwrap_or(ClockKind::Asked);
    let mut fields: Fields = vec![("what", what.as_str().into())];
    fields.extend(args.debt.as_ref().map(|id| ("debt", id.as_str().into())));
    fields.push(("kind", kind.as_str().into()));
    fields.extend(args.from.map(|on| ("from", Put::from(on))));
    fields.push(("until", until.into()));
    let saved = app.edit("due add", |edit, _| {
        edit.push(&Spot::top(), "clock", fields.clone())
            .map_err(|error| StoreError::from(error).into())
    })?;
    let sentence = app.word(
        "cli-clock-added",
        &[
            ("what", what.into()),
            ("until", numbers::long_date(app.words.lang(), until).into()),
        ],
    );
    let exit = app.recorded(
        &saved,
        &Recorded {
            sentence,
            table: "clock",
            debt: args.debt,
            fields,
        },
    )?;
    app.suggest("forbear due");
    Ok(exit)
}

/// Marks a clock as done by its number; by the id of a debt, the court paper about it as answered.
fn done(app: &App, which: &str, on: Option<NaiveDate>) -> Result<Exit, CliError> {
    let on = on.unwrap_or(app.as_of());
    guard::not_in_future(app, on)?;
    let mut told = String::new();
    let mut about = None;
    let saved = app.edit(&format!("due done {which}"), |edit, ledger| {
        let places = places(ledger, which, app.as_of());
        for place in &places {
            let spot = Spot::top().record("clock", Which::Nth(*place));
            edit.set(&spot, "done", Put::from(on))
                .map_err(StoreError::from)?;
        }
        let mut clocks = places.iter().filter_map(|place| ledger.clocks.get(*place));
        if let Some(clock) = clocks.next() {
            told.clone_from(&clock.what);
            about.clone_from(&clock.debt);
            return Ok(());
        }
        let counted = rules::clocks::counted_deadlines(ledger, app.books()?, app.as_of());
        let Some((debt, stage, until)) = counted
            .into_iter()
            .find(|(debt, ..)| debt.as_str() == which)
        else {
            return Err(unknown(ledger, which));
        };
        told = app.words.word(stage);
        edit.push(&Spot::top(), "clock", answered(&told, &debt, until, on))
            .map_err(StoreError::from)?;
        about = Some(debt);
        Ok(())
    })?;
    app.recorded(
        &saved,
        &Recorded {
            sentence: app.word("cli-clock-done", &[("what", told.into())]),
            table: "clock",
            debt: about,
            fields: vec![("done", on.into())],
        },
    )
}

/// A court paper that no clock recorded, answered: its last day was counted from the log.
pub(super) fn answered(what: &str, debt: &DebtId, until: NaiveDate, on: NaiveDate) -> Fields {
    vec![
        ("what", what.into()),
        ("debt", debt.as_str().into()),
        ("kind", ClockKind::Court.as_str().into()),
        ("until", until.into()),
        ("done", on.into()),
    ]
}

/// The places of the open clocks that are meant.
fn places(ledger: &Ledger, which: &str, as_of: NaiveDate) -> Vec<usize> {
    let open = (1_usize..).zip(&ledger.clocks);
    let open = open.filter(|(_, clock)| clock.done.is_none_or(|done| done > as_of));
    if let Some(debt) = which.parse().ok().and_then(|id| ledger.debt(&id)) {
        let papers: Vec<_> = ledger.court_clocks(debt, as_of).collect();
        return open
            .filter(|(_, clock)| papers.iter().any(|paper| std::ptr::eq(*paper, *clock)))
            .map(|(number, _)| number.saturating_sub(1))
            .collect();
    }
    let asked = crate::domain::money::half_width(which)
        .trim()
        .parse::<usize>();
    open.filter(|(number, _)| asked.as_ref() == Ok(number))
        .map(|(number, _)| number.saturating_sub(1))
        .collect()
}

fn unknown(ledger: &Ledger, which: &str) -> CliError {
    let open = (1_usize..).zip(&ledger.clocks);
    CliError::Unknown {
        what: "clock",
        id: which.to_owned(),
        known: open
            .filter(|(_, clock)| clock.done.is_none())
            .map(|(number, clock)| format!("{number} ({})", clock.what))
            .collect(),
    }
}

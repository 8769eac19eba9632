//! `status`: how late each debt is, what comes next, what to do first.

use clap::FromArgMatches;

use crate::domain::finding::Severity;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::report::status::{Depth, StatusReport};
use crate::report::workings::Subject;

use super::completions;
use super::facts::Known;
use crate::cli::app::{App, debt};
use crate::cli::args::word;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct StatusArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debts: Vec<DebtId>,
    #[arg(long)]
    full: bool,
    #[arg(long, value_name = "WORD", value_parser = word::<Severity>())]
    fail_on: Option<Severity>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = StatusArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let depth = match (args.full, args.fail_on) {
        (true, _) => Depth::Whole,
        (false, Some(_)) => Depth::Data,
        (false, None) => depth(app),
    };
    let report = report(app, &ledger, &args.debts, depth)?.full(args.full);
    let grave = args
        .fail_on
        .is_some_and(|least| report.gravest() >= Some(least));
    let books = app.books()?;
    app.emit_with(
        report,
        (Subject::Debts, ledger.currency, args.full),
        |report| Ok(report.workings(&ledger, books)?),
    )?;
    if ledger.debts.is_empty() {
        app.suggest("forbear debt add");
    }
    Ok(if grave { Exit::FOUND } else { Exit::DONE })
}

/// What a short answer needs: data and workings show more than the page does.
pub(super) fn depth(app: &App) -> Depth {
    if app.json() || app.explains() {
        Depth::Data
    } else {
        Depth::Glance
    }
}

/// The report of these debts, or of all; the rule books are asked only for what is shown.
pub(super) fn report(
    app: &App,
    ledger: &Ledger,
    ids: &[DebtId],
    depth: Depth,
) -> Result<StatusReport, CliError> {
    let mut chosen = Vec::new();
    for id in ids {
        chosen.push(debt(ledger, id)?);
    }
    if ids.is_empty() {
        chosen.extend(&ledger.debts);
    }
    let mut facts = Vec::new();
    for debt in chosen {
        let mut known = Known::of(app, ledger, debt)?.status(&app.words);
        known.depth = depth;
        facts.push(known);
    }
    Ok(StatusReport::new(ledger, app.as_of(), facts, app.words.lang()).about(ids))
}

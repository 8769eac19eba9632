//! `capacity`: what can be paid each month, and why; with `--creditor` as a page for lenders.

use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::engine::capacity::capacity;
use crate::engine::explain::capacity::of_capacity;
use crate::engine::plan::{Wishes, household};
use crate::engine::statement::{items, months_spoken_for};
use crate::report::capacity::CapacityReport;
use crate::report::statement::StatementReport;
use crate::report::workings::Subject;

use super::{completions, guard};
use crate::cli::app::{App, debt};
use crate::cli::args::count;
use crate::cli::error::{CliError, Told};
use crate::cli::exit::Exit;

/// Months shown at least if none are asked for: this one and a year.
const MONTHS: u32 = 13;
/// The most months shown.
const MOST: u32 = 120;

#[derive(clap::Args)]
pub(super) struct CapacityArgs {
    #[arg(long, value_name = "MONTHS", value_parser = count(1, MOST))]
    months: Option<u32>,
    #[arg(long, conflicts_with = "creditor")]
    full: bool,
    #[arg(long, value_name = "DEBT", num_args = 0..=1, add = completions::ids("debt"))]
    creditor: Option<Option<DebtId>>,
    #[arg(long, requires = "creditor")]
    lenders: bool,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = CapacityArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    match &args.creditor {
        // The page for lenders is a letter, not a working: asking for both is a slip.
        Some(_) if app.explains() => {
            let slots = [("flag", "--explain".into()), ("other", "--creditor".into())];
            return Err(CliError::Usage(Box::new(Told {
                kind: "usage",
                message: app.word("error-usage-conflict", &slots),
                ..Told::default()
            })));
        }
        Some(to) => statement(app, &ledger, to.as_ref(), &args)?,
        None => show(
            app,
            &ledger,
            args.months,
            args.full || args.months.is_some(),
        )?,
    }
    if ledger.incomes.is_empty() {
        app.suggest("forbear income add");
    }
    Ok(Exit::DONE)
}

/// Shows what can be paid; without a number of months, at least a year and until the last payment that is spoken for.
pub(super) fn show(
    app: &App,
    ledger: &Ledger,
    months: Option<u32>,
    full: bool,
) -> Result<(), CliError> {
    let as_of = app.as_of();
    let length = match months {
        Some(months) => months,
        None => months_spoken_for(&capacity(ledger, as_of, MOST, None)?, MONTHS, MOST),
    };
    let capacity = capacity(ledger, as_of, length, None)?;
    let report = CapacityReport::new(ledger, as_of, capacity, items(ledger, as_of)?)
        .full(full)
        .joined(months.is_none() && length > MONTHS);
    app.emit_with(report, (Subject::Months, ledger.currency, full), |report| {
        Ok(of_capacity(ledger, &report.capacity)?)
    })
}

/// Shows the page for lenders. One that names debts may restart an old one: it asks before.
fn statement(
    app: &App,
    ledger: &Ledger,
    to: Option<&DebtId>,
    args: &CapacityArgs,
) -> Result<(), CliError> {
    let as_of = app.as_of();
    let named = to.map(|id| debt(ledger, id)).transpose()?;
    let home = household(ledger, as_of, &Wishes::default())?;
    for one in &ledger.debts {
        let listed = args.lenders && home.debts.iter().any(|planned| planned.debt == one.id);
        if listed || named.is_some_and(|named| named.id == one.id) {
            guard::old_debt(app, ledger, one, "cli-guard-old-debt-offer")?;
        }
    }
    let length = match args.months {
        Some(months) => months,
        None => months_spoken_for(&home.capacity, MONTHS, MOST),
    };
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let mut report = StatementReport::new(ledger, &home, items(ledger, as_of)?, length);
    if let Some(id) = to {
        report = report.addressed(ledger, &home, id);
    }
    if args.lenders {
        report = report.naming_all(ledger, &home);
    }
    app.emit(&report)
}

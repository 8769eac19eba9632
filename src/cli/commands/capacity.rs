//! `capacity`: what can be paid each month, and why.

use clap::FromArgMatches;

use crate::engine;
use crate::engine::explain::capacity::of_capacity;
use crate::report::capacity::CapacityReport;
use crate::report::workings::Subject;

use crate::cli::app::App;
use crate::cli::args::count;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Months shown if none are asked for: this one and a year.
const MONTHS: u32 = 13;

#[derive(clap::Args)]
pub(super) struct CapacityArgs {
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 120))]
    months: Option<u32>,
    #[arg(long)]
    full: bool,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = CapacityArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    show(
        app,
        &ledger,
        args.months.unwrap_or(MONTHS),
        args.full || args.months.is_some(),
    )?;
    if ledger.incomes.is_empty() {
        app.suggest("forbear income add");
    }
    Ok(Exit::DONE)
}

/// Shows the statement.
pub(super) fn show(
    app: &App,
    ledger: &crate::domain::ledger::Ledger,
    months: u32,
    full: bool,
) -> Result<(), CliError> {
    let capacity = engine::capacity::capacity(ledger, app.as_of(), months, None)?;
    let report = CapacityReport::new(ledger, app.as_of(), capacity).full(full);
    app.emit_with(report, (Subject::Months, ledger.currency, full), |report| {
        Ok(of_capacity(ledger, &report.capacity)?)
    })
}

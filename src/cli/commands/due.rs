//! `due`: what falls due in the next days.

use clap::FromArgMatches;

use crate::engine;
use crate::report::due::DueReport;
use crate::rules;

use crate::cli::app::App;
use crate::cli::args::count;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Days looked ahead if none are asked for.
const DAYS: u32 = 14;

#[derive(clap::Args)]
pub(super) struct DueArgs {
    #[arg(long, value_name = "DAYS", value_parser = count(1, 1200))]
    days: Option<u32>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
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

//! `zone`: a counsellor's page; is there a deal between what can be paid and what the lender may get otherwise.

use clap::FromArgMatches;

use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::domain::rate::{Percent, Rate};
use crate::engine::simulate::payments;
use crate::engine::zone::{assumed, zone};
use crate::report::zone::ZoneReport;

use super::solve::Solved;
use super::{completions, facts};
use crate::cli::app::{App, debt};
use crate::cli::args::{count, money, rate};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct ZoneArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "PERCENT")]
    recovery: Option<Percent>,
    #[arg(long, value_name = "MONTHS", value_parser = count(0, 240))]
    months: Option<u32>,
    #[arg(long, value_name = "AMOUNT", value_parser = money())]
    cost: Option<Money>,
    #[arg(long, value_name = "RATE", value_parser = rate())]
    discount: Option<Rate>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = ZoneArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt.clone(), "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    let solved = Solved::usual(app, &ledger, found)?;
    let known = facts::Known::of(app, &ledger, found)?;
    let case = known.case();
    let band = case.arrears.and_then(|arrears| arrears.band);
    let holder = ledger.holder(found, app.as_of());
    let mut own = holder
        .and_then(|holder| holder.alternative.clone())
        .unwrap_or_default();
    own.recovery = args.recovery.or(own.recovery);
    own.months = args.months.or(own.months);
    own.cost = args.cost.or(own.cost);
    own.discount = args.discount.or(own.discount);
    let off = case.is_written_off() || case.is_sold();
    let offers: Vec<_> = solved
        .ladder
        .rungs
        .iter()
        .map(|rung| payments(app.as_of(), &rung.simulation))
        .collect();
    let owed = solved.base.position.total();
    let zone = zone(assumed(Some(&own), band, off), owed, app.as_of(), &offers)?;
    app.emit(&ZoneReport::new(
        (&id, found.holder(app.as_of())),
        app.as_of(),
        owed,
        (&solved.ladder, &zone),
        ledger.currency,
    ))?;
    app.suggest(&format!("forbear solve {id}"));
    Ok(Exit::DONE)
}

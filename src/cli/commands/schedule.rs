//! `schedule`: the contract's instalments, of a debt in the ledger or by flags.

use chrono::NaiveDate;
use clap::FromArgMatches;

use crate::domain::calendar::DayCount;
use crate::domain::contract::{Contract, Method, RateFrom};
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::rate::Rate;
use crate::engine;
use crate::engine::explain::schedule as explain;
use crate::report::schedule::ScheduleReport;
use crate::report::workings::Subject;

use super::completions;
use crate::cli::app::{App, debt};
use crate::cli::args::{count, date, money, rate, sum, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct ScheduleArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"), conflicts_with = "principal")]
    debt: Option<DebtId>,
    #[arg(long)]
    full: bool,
    #[arg(long, value_name = "AMOUNT", value_parser = sum(), help_heading = "stateless", requires_all = ["count", "first_due"])]
    principal: Option<Money>,
    #[arg(
        long,
        value_name = "RATE",
        value_parser = rate(),
        help_heading = "stateless",
        requires = "principal"
    )]
    rate: Option<Rate>,
    #[arg(long, value_name = "COUNT", value_parser = count(1, 1200), help_heading = "stateless", requires = "principal")]
    count: Option<u32>,
    #[arg(long, value_name = "METHOD", value_parser = word::<Method>(), help_heading = "stateless", requires = "principal")]
    method: Option<Method>,
    #[arg(long, value_name = "DATE", value_parser = date(), help_heading = "stateless", requires = "principal")]
    disbursed: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date(), help_heading = "stateless", requires = "principal")]
    first_due: Option<NaiveDate>,
    #[arg(long, value_name = "WORD", value_parser = word::<DayCount>(), help_heading = "stateless", requires = "principal")]
    day_count: Option<DayCount>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), help_heading = "stateless", requires = "principal")]
    fee_per_instalment: Option<Money>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = ScheduleArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    if let (Some(principal), Some(count), Some(first_due)) =
        (args.principal, args.count, args.first_due)
    {
        let contract = contract(&args, principal, count, first_due);
        let schedule = engine::schedule::contract_schedule(&contract)?;
        app.emit_with(
            ScheduleReport::new(None, Currency::Cny, &schedule).full(args.full),
            (Subject::One, Currency::Cny, args.full),
            |_| Ok(vec![explain::of_contract(&contract, &schedule)?]),
        )?;
        return Ok(Exit::DONE);
    }
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    if found.is_card() && found.contract.is_none() {
        let slots = [("debt", id.as_str().into())];
        return Err(CliError::Refused {
            kind: "no-contract",
            message: app.word("error-engine-no-contract-card", &slots),
            hints: Vec::new(),
        });
    }
    let schedule = engine::schedule::schedule(found, app.as_of())?;
    app.emit_with(
        ScheduleReport::new(Some(&id), ledger.currency, &schedule).full(args.full),
        (Subject::One, ledger.currency, args.full),
        |_| Ok(vec![explain::of_debt(found, app.as_of(), &schedule)?]),
    )?;
    Ok(Exit::DONE)
}

/// The contract the flags describe, with the defaults of D5.
fn contract(args: &ScheduleArgs, principal: Money, count: u32, first_due: NaiveDate) -> Contract {
    Contract {
        principal,
        net_received: None,
        disbursed: args.disbursed,
        rates: args
            .rate
            .map(|rate| RateFrom { from: None, rate })
            .into_iter()
            .collect(),
        method: args.method.unwrap_or(Method::EqualInstalment),
        count,
        first_due,
        day_count: args.day_count.unwrap_or(DayCount::Thirty360),
        penalty: None,
        compound: false,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: args.fee_per_instalment.unwrap_or(Money::ZERO),
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

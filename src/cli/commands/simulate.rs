//! `simulate`: one or more offers side by side, from a debt of the ledger or from a position by flags.

use clap::FromArgMatches;

use crate::domain::calendar::DayCount;
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::offer::Terms;
use crate::domain::parts::Parts;
use crate::domain::rate::Rate;
use crate::engine::explain::plan::of_comparison;
use crate::engine::explain::plan_months::of_offer;
use crate::engine::plan_base::PlanBase;
use crate::engine::simulate::compare;
use crate::report::simulate::SimulateReport;
use crate::report::workings::Subject;

use super::completions;
use crate::cli::app::App;
use crate::cli::args::{TermFlags, count, parts, rate, terms, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

#[derive(clap::Args)]
pub(super) struct SimulateArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"), conflicts_with_all = ["position", "rate_now", "remaining"])]
    debt: Option<DebtId>,
    #[arg(long, value_name = "TERMS", value_parser = terms())]
    offer: Vec<Terms>,
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    flags: TermFlags,
    #[arg(long, value_name = "PARTS", value_parser = parts(), help_heading = "stateless")]
    position: Option<Parts>,
    #[arg(
        long,
        value_name = "RATE",
        value_parser = rate(),
        help_heading = "stateless",
        requires = "position"
    )]
    rate_now: Option<Rate>,
    #[arg(long, value_name = "COUNT", value_parser = count(1, 1200), help_heading = "stateless", requires = "position")]
    remaining: Option<u32>,
    #[arg(long, value_name = "WORD", value_parser = word::<DayCount>(), help_heading = "stateless", requires = "position")]
    day_count: Option<DayCount>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = SimulateArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let mut offers = args.offer.clone();
    offers.extend(args.flags.terms()?);
    if offers.is_empty() {
        return Err(CliError::Terms(crate::domain::offer::TermsError::Empty));
    }
    match args.position {
        Some(position) => stateless(app, &args, position, &offers),
        None => {
            let ledger = app.load()?.ledger;
            let id = super::ask_debt(app, &ledger, args.debt, "<DEBT>")?;
            show(app, &ledger, &id, &offers, args.full)?;
            if let [terms] = offers.as_slice() {
                app.suggest(&format!("forbear script {id} --offer \"{terms}\""));
            }
            Ok(Exit::DONE)
        }
    }
}

/// From a position by flags: no ledger is read.
fn stateless(
    app: &App,
    args: &SimulateArgs,
    position: Parts,
    offers: &[Terms],
) -> Result<Exit, CliError> {
    let mut base = PlanBase::new(app.as_of(), position);
    base.rate = args.rate_now;
    base.remaining = args.remaining;
    base.day_count = args.day_count.unwrap_or(DayCount::Thirty360);
    let comparison = compare(&base, offers, None)?;
    let mark = app.words.text("cli-mark-given");
    let kept = app.explains().then(|| comparison.clone());
    let report = SimulateReport::new(comparison, Currency::Cny, mark).full(args.full);
    let how = (Subject::Offers, Currency::Cny, args.full);
    app.emit_with(report, how, |_| match &kept {
        Some(found) => Ok(of_comparison(&base, found)?),
        None => Ok(Vec::new()),
    })?;
    Ok(Exit::DONE)
}

/// From a debt of the ledger.
pub(super) fn show(
    app: &App,
    ledger: &crate::domain::ledger::Ledger,
    id: &DebtId,
    offers: &[Terms],
    full: bool,
) -> Result<(), CliError> {
    let as_of = app.as_of();
    let found = crate::cli::app::debt(ledger, id)?;
    let position = crate::engine::position::position(found, ledger.agreement(id, as_of), as_of)?;
    let base = PlanBase::of_debt(found, &position);
    let comparison = crate::engine::simulate::compare_within(ledger, id, &base, offers)?;
    let mark = crate::report::figure::position_mark(found, &position, &app.words);
    let kept = app.explains().then(|| comparison.clone());
    let report = SimulateReport::new(comparison, ledger.currency, mark).full(full);
    app.emit_with(report, (Subject::Offers, ledger.currency, full), |_| {
        let Some(found) = &kept else {
            return Ok(Vec::new());
        };
        let mut groups = of_comparison(&base, found)?;
        for (group, offer) in groups.iter_mut().skip(1).zip(&found.offers) {
            let prefix = format!("offer-{}.", group.name);
            let fit = of_offer(ledger, id, as_of, offer, &prefix)?;
            group.workings.extend(fit);
        }
        Ok(groups)
    })
}

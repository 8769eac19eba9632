//! `quote`: what credit really costs, from amounts on dates, an app's own words, a contract or an offer on a debt.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::FromArgMatches;
use clap::builder::ValueParser;

use crate::domain::calendar::DayCount;
use crate::domain::debt::{Debt, Product};
use crate::domain::id::DebtId;
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::lender::{LenderKind, Region};
use crate::domain::money::Money;
use crate::domain::offer::Portion;
use crate::domain::rate::Percent;
use crate::domain::typed::other_currency;
use crate::domain::working::Origin;
use crate::engine::EngineError;
use crate::engine::annual_rate::Flow;
use crate::engine::flows::{AppPayment, AppWords, FlowError, received, repaid};
use crate::engine::quote::{Quote, of_contract, of_plan};
use crate::report::quote::{Lines, QuoteReport, Subject};
use crate::report::workings::Subject as How;
use crate::rules::applies::Standing;
use crate::rules::lines::{lines, lpr_unknown};
use crate::store;

use super::{completions, facts};
use crate::cli::app::{App, debt};
use crate::cli::args::{count, date, money, monthly_percent, portion, sum, word};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::values::one_currency;

/// The ways to say amounts on dates; each alone.
const WAYS: [&str; 5] = ["receive", "repay", "flows", "principal", "postpone"];

#[derive(clap::Args)]
pub(super) struct QuoteArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"), conflicts_with_all = WAYS)]
    debt: Option<DebtId>,
    #[arg(long, value_name = "OFFER", add = completions::ids("offer"), conflicts_with_all = WAYS)]
    offer: Option<String>,
    #[arg(long, value_name = "AMOUNT@DATE", value_parser = flow())]
    receive: Vec<Flow>,
    #[arg(long, value_name = "AMOUNTxN@DATE", value_parser = flows())]
    repay: Vec<Flows>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["receive", "repay"])]
    flows: Option<PathBuf>,
    #[arg(long, value_name = "WORD", value_parser = word::<DayCount>())]
    day_count: Option<DayCount>,
    #[arg(long)]
    full: bool,
    #[arg(long, value_name = "AMOUNT", value_parser = sum(), help_heading = "app-words", conflicts_with_all = ["receive", "repay", "flows", "postpone"], requires = "count")]
    principal: Option<Money>,
    #[arg(long, value_name = "PORTION", value_parser = portion(), help_heading = "app-words", requires = "principal")]
    upfront: Option<Portion>,
    #[arg(long, value_name = "COUNT", value_parser = count(1, 1200), help_heading = "app-words", requires = "principal")]
    count: Option<u32>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum(), help_heading = "app-words", requires = "principal", conflicts_with = "monthly_fee")]
    payment: Option<Money>,
    #[arg(long, value_name = "PERCENT", value_parser = monthly_percent(), help_heading = "app-words", requires = "principal")]
    monthly_fee: Option<Percent>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum(), help_heading = "app-words", conflicts_with_all = ["receive", "repay", "flows"], requires_all = ["fee", "months"])]
    postpone: Option<Money>,
    #[arg(long, value_name = "AMOUNT", value_parser = money(), help_heading = "app-words", requires = "postpone")]
    fee: Option<Money>,
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 1200), help_heading = "app-words", requires = "postpone")]
    months: Option<u32>,
    #[arg(long, value_name = "DATE", value_parser = date(), help_heading = "app-words", conflicts_with_all = ["receive", "repay", "flows", "debt", "offer"])]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "WORD", value_parser = word::<LenderKind>(), help_heading = "who-lends", conflicts_with_all = ["debt", "offer"])]
    kind: Option<LenderKind>,
    #[arg(long, value_name = "WORD", value_parser = word::<Region>(), help_heading = "who-lends", conflicts_with_all = ["debt", "offer"])]
    region: Option<Region>,
    #[arg(long, value_name = "WORD", value_parser = word::<Product>(), help_heading = "who-lends", conflicts_with_all = ["debt", "offer"])]
    product: Option<Product>,
}

/// One `--repay`: a payment or a series.
#[derive(Clone, Debug)]
struct Flows(Vec<Flow>);

fn flow() -> ValueParser {
    ValueParser::new(|text: &str| -> Result<Flow, FlowError> { received(text) })
}

fn flows() -> ValueParser {
    ValueParser::new(|text: &str| -> Result<Flows, FlowError> { repaid(text).map(Flows) })
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = QuoteArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    match args.typed(app)? {
        Some(typed) => stateless(app, &args, matches, typed),
        None => of_debt(app, &args),
    }
}

impl QuoteArgs {
    /// The flows that were typed, one way or another; `None` where a debt is meant.
    fn typed(&self, app: &App) -> Result<Option<(Vec<Flow>, Subject)>, CliError> {
        let on = self.on.unwrap_or(app.as_of());
        if let Some(file) = &self.flows {
            return Ok(Some((store::flows(file)?, Subject::Credit)));
        }
        if let (Some(principal), Some(count)) = (self.principal, self.count) {
            let payment = match (self.payment, self.monthly_fee) {
                (Some(amount), _) => AppPayment::Amount(amount),
                (None, Some(fee)) => AppPayment::FlatFee(fee),
                (None, None) => {
                    let flag = "--payment".to_owned();
                    return Err(CliError::NeedsInput { flag });
                }
            };
            let loan = AppWords::Loan {
                principal,
                upfront: self.upfront,
                count,
                payment,
            };
            return Ok(Some((loan.flows(on)?, Subject::Credit)));
        }
        if let (Some(amount), Some(fee), Some(months)) = (self.postpone, self.fee, self.months) {
            let later = AppWords::Postpone {
                amount,
                fee,
                months,
            };
            return Ok(Some((later.flows(on)?, Subject::Postponed)));
        }
        let repaid = self.repay.iter().flat_map(|flows| flows.0.iter().copied());
        let all: Vec<Flow> = self.receive.iter().copied().chain(repaid).collect();
        Ok((!all.is_empty()).then_some((all, Subject::Credit)))
    }

    const fn of_ledger(&self) -> bool {
        self.debt.is_some() || self.offer.is_some()
    }

    fn counted(&self, flows: Vec<Flow>) -> Quote {
        Quote::counted(flows, self.day_count.unwrap_or(DayCount::Actual365))
    }
}

/// The amounts on dates as they were typed, without their dates.
fn amounts(matches: &clap::ArgMatches) -> Vec<String> {
    [
        "receive",
        "repay",
        "principal",
        "payment",
        "postpone",
        "fee",
    ]
    .iter()
    .filter_map(|id| matches.get_raw(id))
    .flatten()
    .map(|raw| raw.to_string_lossy().into_owned())
    .map(|text| match text.split_once(['@', '＠']) {
        Some((amount, _)) => amount.to_owned(),
        None => text,
    })
    .map(|text| match text.split_once(['x', 'X', '×', '*']) {
        Some((amount, _)) => amount.trim().to_owned(),
        None => text,
    })
    .collect()
}

/// Whether an amount says that it is in Hong Kong dollars.
fn is_hong_kong(text: &str) -> bool {
    other_currency(text, Currency::Cny) && !other_currency(text, Currency::Hkd)
}

/// From flows alone: no ledger is read.
fn stateless(
    app: &App,
    args: &QuoteArgs,
    matches: &clap::ArgMatches,
    (flows, subject): (Vec<Flow>, Subject),
) -> Result<Exit, CliError> {
    let typed = amounts(matches);
    let hong_kong = typed.iter().any(|text| is_hong_kong(text));
    let region = match (args.region, args.kind) {
        (Some(region), _) => region,
        // Amounts in Hong Kong dollars say where the lender is, unless its kind or a flag does.
        (None, None | Some(LenderKind::Bank | LenderKind::MoneyLender)) if hong_kong => Region::Hk,
        (None, _) => Region::Cn,
    };
    let standing = Standing::of(args.kind, args.product, region);
    let currency = standing.region().currency();
    one_currency(&typed, currency, &app.words)?;
    let from = (Origin::Asked, Origin::Asked);
    show(app, args, standing, (flows, subject, from), currency)
}

/// A contract of the ledger, or an offer on it: from what is owed on the day of the offer (O1, O8).
fn of_debt(app: &App, args: &QuoteArgs) -> Result<Exit, CliError> {
    let ledger = app.load()?.ledger;
    let offer = args.offer.as_deref();
    let stored = offer
        .and_then(|text| text.parse().ok())
        .and_then(|id| ledger.offer(&id));
    let named = args
        .debt
        .clone()
        .or_else(|| stored.map(|offer| offer.debt.clone()));
    let id = super::ask_debt(app, &ledger, named, "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    let standing = standing(&ledger, found, app.as_of());
    let (flows, subject) = match (stored, offer) {
        (Some(stored), _) => {
            let plan = facts::simulate_offer(&ledger, found, stored)?;
            (of_plan(stored.on, &plan), Subject::Plan)
        }
        (None, Some(text)) => {
            let terms = facts::terms(app, &ledger, text)?;
            let plan = facts::simulate(&ledger, found, &terms, app.as_of())?;
            (of_plan(app.as_of(), &plan), Subject::Plan)
        }
        (None, None) => (
            of_contract(found).map_err(|error| or_offer(app, error, found))?,
            Subject::Credit,
        ),
    };
    let from = match (subject, &found.contract) {
        (Subject::Credit, Some(contract)) => {
            let key = if contract.net_received.is_some() {
                "debt.contract.net-received"
            } else {
                "debt.contract.principal"
            };
            (Origin::Ledger(key), Origin::Schedule(0))
        }
        _ => (Origin::Simulate, Origin::Simulate),
    };
    let asked = (flows, subject, from);
    show(app, args, standing, asked, ledger.currency)
}

/// A card has no contract of instalments to write down; an offer on it can be quoted.
fn or_offer(app: &App, error: EngineError, debt: &Debt) -> CliError {
    if error != EngineError::NoContract || !debt.is_card() {
        return CliError::Engine(error);
    }
    let slots = [("debt", debt.id.as_str().into())];
    CliError::Refused {
        kind: "engine",
        message: app.words.text("error-quote-card"),
        hints: vec![app.word("error-quote-card-hint", &slots)],
    }
}

/// How the holder of a debt stands towards the rule books.
pub(super) fn standing(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Standing {
    let holder = ledger.holder(debt, as_of);
    let region = holder.map_or(Region::Cn, |holder| holder.region);
    Standing::of(holder.and_then(|holder| holder.kind), debt.product, region)
}

fn show(
    app: &App,
    args: &QuoteArgs,
    standing: Standing,
    asked: (Vec<Flow>, Subject, (Origin, Origin)),
    currency: Currency,
) -> Result<Exit, CliError> {
    let (flows, subject, from) = asked;
    let quote = args.counted(flows);
    // The LPR and the Hong Kong lines are those of the day the contract was made.
    let made = quote.flows.first().map_or(app.as_of(), |flow| flow.on);
    let known = lines(standing, made, app.books()?);
    let lpr_unknown = lpr_unknown(standing, made, app.books()?);
    // In Hong Kong too a line depends on who lends.
    let no_lender = standing == Standing::Unknown
        || (standing == Standing::HongKong && args.kind.is_none() && !args.of_ledger());
    let beside = Lines {
        none_known: known.is_empty() && !lpr_unknown && !no_lender,
        known,
        lpr_unknown,
        no_lender,
    };
    let report = QuoteReport::new(&quote, beside, subject, currency).full(args.full);
    app.emit_with(report, (How::One, currency, args.full), |report| {
        Ok(vec![report.workings(&quote, &from)])
    })?;
    Ok(Exit::DONE)
}

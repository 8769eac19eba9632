//! `solve`: the ladder of one debt, and the lender's own plans held against it.

use chrono::NaiveDate;
use clap::FromArgMatches;

use crate::domain::Capacity;
use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::domain::ladder::{Ask, Bounds, Form, Ladder, NotAnAsk};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{Offer, Party, Terms};
use crate::domain::simulation::Simulation;
use crate::domain::working::Group;
use crate::engine::capacity::capacity;
use crate::engine::due::open_promise;
use crate::engine::explain::part::{of_budget, of_part, of_plan};
use crate::engine::ladder::{Means, ladder};
use crate::engine::own_part::own_part;
use crate::engine::plan_base::{PlanBase, base_of};
use crate::engine::promises::first_due_proposed;
use crate::engine::room::bounds;
use crate::engine::simulate::simulate;
use crate::report::solve::{Asked, Judged, Promised, SolveReport};
use crate::report::workings::Subject;
use crate::rules::Case;

use super::{completions, facts, guard, offer};
use crate::cli::app::{App, debt};
use crate::cli::args::{count, date, sum, terms};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// Months of capacity looked at: longer than any plan that is asked for.
const MONTHS: u32 = 132;
/// Months among which the tightest is named.
const TIGHT_MONTHS: usize = 36;
/// Days after which a payment in one sum is proposed where no pay day is known.
const DAYS_TO_PAY: i64 = 14;

#[derive(clap::Args)]
pub(super) struct SolveArgs {
    #[arg(value_name = "DEBT", add = completions::ids("debt"))]
    debt: Option<DebtId>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum(), conflicts_with = "once")]
    monthly: Option<Money>,
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 120))]
    months: Option<u32>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum())]
    once: Option<Money>,
    #[arg(long, value_name = "DATE", value_parser = date(), requires = "once")]
    by: Option<NaiveDate>,
    #[arg(long, value_name = "ASKS", value_parser = asks())]
    ask: Option<Asks>,
    #[arg(long, value_name = "TERMS", value_parser = terms())]
    menu: Vec<Terms>,
    #[arg(long, requires = "menu")]
    store: bool,
}

/// Things to ask for, in order.
#[derive(Clone, Debug)]
struct Asks(Vec<Ask>);

fn asks() -> clap::builder::ValueParser {
    clap::builder::ValueParser::new(|text: &str| -> Result<Asks, NotAnAsk> {
        text.replace('；', ";")
            .split(';')
            .filter(|one| !one.trim().is_empty())
            .map(str::parse)
            .collect::<Result<Vec<Ask>, NotAnAsk>>()
            .map(Asks)
    })
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = SolveArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    let id = super::ask_debt(app, &ledger, args.debt.clone(), "<DEBT>")?;
    let found = debt(&ledger, &id)?;
    guard::old_debt(app, &ledger, found, "cli-guard-old-debt-offer")?;
    let stored;
    let (ledger, found) = if args.store {
        offer::store_menu(app, &ledger, &id, &args.menu)?;
        stored = app.load()?.ledger;
        (&stored, debt(&stored, &id)?)
    } else {
        (&ledger, found)
    };
    let solved = Solved::of(app, ledger, found, &args)?;
    let menu = solved.menu(ledger, found, &args)?;
    let feasible = solved.ladder.is_feasible();
    let asked = solved.asked(app, ledger, found, &args);
    let report = SolveReport::new(asked, &solved.ladder, menu);
    let how = (Subject::Steps, ledger.currency, false);
    app.emit_with(report, how, |report| {
        let by_budget = args.monthly.or(args.once).is_none();
        solved.workings(ledger, found, report, by_budget)
    })?;
    if let Some(rung) = solved.ladder.rungs.first() {
        app.suggest(&format!(
            "forbear script {id} --offer \"{}\"",
            rung.simulation.terms
        ));
    }
    Ok(if feasible { Exit::DONE } else { Exit::FOUND })
}

/// A ladder and what it was made from.
pub(super) struct Solved {
    pub(super) base: PlanBase,
    pub(super) capacity: Capacity,
    pub(super) ladder: Ladder,
    /// Other debts that have to share what can be offered, as nothing was planned for them.
    others: usize,
}

impl Solved {
    /// The ladder by capacity, in the usual order.
    pub(super) fn usual(app: &App, ledger: &Ledger, found: &Debt) -> Result<Solved, CliError> {
        let args = SolveArgs {
            debt: None,
            monthly: None,
            months: None,
            once: None,
            by: None,
            ask: None,
            menu: Vec::new(),
            store: false,
        };
        Solved::of(app, ledger, found, &args)
    }

    fn of(app: &App, ledger: &Ledger, found: &Debt, args: &SolveArgs) -> Result<Solved, CliError> {
        let as_of = app.as_of();
        let mut room = bounds(found);
        limited(&mut room, args.months);
        let base = base_of(ledger, found, as_of)?;
        if !base.position.total().is_positive() {
            return Err(nothing_owed(app, &found.id));
        }
        let mut capacity = capacity(ledger, as_of, MONTHS, Some(&found.id))?;
        let others = match args.monthly.or(args.once) {
            None => own_part(ledger, found, as_of, &mut capacity)?,
            Some(_) => 0,
        };
        let proposed = first_due_proposed(ledger, as_of);
        let (form, means) = match args.once {
            Some(sum) => {
                let later = crate::domain::calendar::plus_days(as_of, DAYS_TO_PAY);
                let by = args.by.or(proposed).unwrap_or(later);
                (Form::OnePayment { by }, Means::Monthly(sum))
            }
            None => (
                Form::Instalments {
                    first_due: proposed,
                },
                args.monthly
                    .map_or(Means::Capacity(&capacity), Means::Monthly),
            ),
        };
        let known = facts::Known::of(app, ledger, found)?;
        let order = match &args.ask {
            Some(Asks(order)) => order.clone(),
            None => crate::rules::ladder::asks(&known.case(), args.once.is_some()),
        };
        let ladder = ladder(&base, &room, &order, means, form)?;
        Ok(Solved {
            base,
            capacity,
            ladder,
            others,
        })
    }

    /// How the figures come about: the budget and this debt's part of it, where they decide, then each step.
    fn workings(
        &self,
        ledger: &Ledger,
        found: &Debt,
        report: &SolveReport,
        by_budget: bool,
    ) -> Result<Vec<Group>, CliError> {
        let as_of = self.base.as_of;
        let mut groups = Vec::new();
        if by_budget {
            let whole = capacity(ledger, as_of, MONTHS, Some(&found.id))?;
            groups.extend(of_budget(ledger, &whole)?);
            if let Some(part) = of_part(ledger, found, &whole, as_of)? {
                groups.push(Group {
                    name: String::new(),
                    workings: vec![part],
                });
            }
        }
        for rung in report.distinct() {
            groups.push(of_plan(rung.name.as_str(), &self.base, &rung.terms)?);
        }
        Ok(groups)
    }

    fn asked(&self, app: &App, ledger: &Ledger, found: &Debt, args: &SolveArgs) -> Asked {
        let as_of = app.as_of();
        let next = self.capacity.months.get(1);
        Asked {
            debt: found.id.clone(),
            lender: ledger
                .holder(found, as_of)
                .map_or_else(|| found.lender.to_string(), |lender| lender.name.clone()),
            as_of,
            currency: ledger.currency,
            said: args.once.or(args.monthly),
            offerable: next.map_or(self.capacity.offerable, |month| month.offerable),
            tightest: self
                .capacity
                .months
                .iter()
                .skip(1)
                .take(TIGHT_MONTHS)
                .min_by_key(|month| month.offerable)
                .filter(|least| next.is_some_and(|next| least.offerable < next.offerable))
                .map(|least| (least.month, least.offerable)),
            once: args.once.is_some(),
            retry_on: found.retry_on.filter(|date| *date > as_of),
            others: self.others,
            promised: ledger
                .contacts
                .iter()
                .filter(|contact| contact.debt.as_ref() == Some(&found.id))
                .filter_map(|contact| open_promise(ledger, contact, as_of))
                .filter(|promise| promise.on >= as_of)
                .min_by_key(|promise| promise.on)
                .map(|promise| Promised {
                    on: promise.on,
                    amount: promise.amount,
                    closes: promise.amount >= self.base.position.total(),
                }),
        }
    }

    /// The lender's open offers and the plans read out, each tried against what can be paid.
    fn menu(
        &self,
        ledger: &Ledger,
        found: &Debt,
        args: &SolveArgs,
    ) -> Result<Vec<Judged>, CliError> {
        let as_of = self.base.as_of;
        let most = args.once.or(args.monthly);
        let judge = |mut plan: Simulation, offer: Option<&Offer>| {
            let capacity = match most {
                Some(most) => flat(&self.capacity, most),
                None => self.capacity.clone(),
            };
            let asked = crate::engine::simulate::payments(as_of, &plan);
            plan.short = crate::engine::capacity::first_misfit(&capacity, &asked);
            Judged::new(
                &plan,
                &self.ladder,
                offer.map(|offer| offer.id.clone()),
                offer.and_then(|offer| offer.reply_by),
            )
        };
        let mut judged = Vec::new();
        let case = Case::new(ledger, found, None, None, as_of);
        for offer in case.open_offers(Party::Lender) {
            judged.push(judge(
                facts::simulate_offer(ledger, found, offer)?,
                Some(offer),
            ));
        }
        for terms in args.menu.iter().filter(|_| !args.store) {
            judged.push(judge(simulate(&self.base, terms)?, None));
        }
        Ok(judged)
    }
}

/// Of a debt that is paid there is nothing to ask for.
fn nothing_owed(app: &App, id: &DebtId) -> CliError {
    let slots = [("debt", id.as_str().into())];
    CliError::Refused {
        kind: "nothing-owed",
        message: app.word("cli-nothing-owed", &slots),
        hints: vec![app.word("cli-nothing-owed-hint", &slots)],
    }
}

/// A longer plan than the room's is not asked for where the room is known.
fn limited(room: &mut Bounds, months: Option<u32>) {
    if let Some(months) = months {
        room.max_months = if room.supposed {
            months
        } else {
            months.min(room.max_months)
        };
    }
}

/// The same months with a figure that was said.
fn flat(capacity: &Capacity, most: Money) -> Capacity {
    let mut flat = capacity.clone();
    flat.offerable = most;
    for month in &mut flat.months {
        month.offerable = most;
        month.from_carried = Money::ZERO;
        month.from_one_offs = Money::ZERO;
    }
    flat
}

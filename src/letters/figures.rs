//! Which figure a text may speak of, and where it comes from.
//!
//! In order: the terms given; the agreement being kept; an accepted offer; the borrower's own offer, planned or made;
//! the lender's open offer where it fits and asks for no more than what is aimed at; else a rung of the ladder.
//! Promises: one earliest day for a debt in every text, two days after the money comes (M7); terms that name no day of
//! their own begin no earlier, and it is told when they were moved; what is not yet agreed is within every month of the budget and never dearer than the ladder's limit;
//! what is agreed is said as it was agreed, with its fit; what cannot be worked out is not guessed.
//! Leaves to others: the ladder (`engine`), its order (`rules`), what to say (`templates`).

use chrono::NaiveDate;

use crate::domain::calendar::plus_months;
use crate::domain::id::{AgreementId, OfferId};
use crate::domain::ladder::{Form, Ladder, RungName};
use crate::domain::offer::{Offer, OfferStatus, Party, Terms};
use crate::domain::simulation::{AnnualRates, PlanRow};
use crate::domain::{Debt, Ledger, Money, Parts, Position, Simulation};
use crate::engine::EngineError;
use crate::engine::capacity::{capacity, first_misfit};
use crate::engine::keeping::keeping;
use crate::engine::ladder::{Means, ladder};
use crate::engine::own_part::own_part;
use crate::engine::plan_base::{PlanBase, base_of};
use crate::engine::promises::{days, first_due_proposed};
use crate::engine::room::{bounds, first_due};
use crate::engine::simulate::{compare_within, months_until, payments, simulate};
use crate::rules::Case;

/// Months of capacity looked at for a ladder: longer than any plan that is asked for.
const LADDER_MONTHS: u32 = 132;

/// Where the figure of a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureFrom {
    /// The terms that were asked for.
    Given,
    /// An agreement being kept.
    Agreement(AgreementId),
    /// An accepted offer that is not yet written down.
    Accepted(OfferId),
    /// The borrower's own offer: planned, or made and not answered.
    Own(OfferId),
    /// The lender's open offer: it fits, and asks for no more than what is aimed at.
    Theirs(OfferId),
    /// The lender's open offer is answered with a rung of the ladder.
    Countering(OfferId, RungName),
    /// A rung of the ladder.
    Rung(RungName),
    /// What the budget leaves each month; no ladder can be worked out, or none can be kept.
    Capacity,
}

/// The figures of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Where the proposal comes from.
    pub from: FigureFrom,
    /// What is spoken of, held against the budget.
    pub proposal: Option<Simulation>,
    /// What may be said at most, where it can be worked out.
    pub ladder: Option<Ladder>,
    /// The lender's newest open offer.
    pub theirs: Option<Theirs>,
    /// Terms that name no day of their own and would have begun before the money comes or an answer can.
    pub moved: Option<Moved>,
}

/// A first payment that was put later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The day on which the terms would have begun.
    pub from: NaiveDate,
    /// The day on which they begin.
    pub to: NaiveDate,
}

/// An offer of the lender's that is on the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// The day it was made.
    pub on: NaiveDate,
    /// The last day to answer it.
    pub reply_by: Option<NaiveDate>,
    /// What it comes to, as it was made, held against the budget; `None` where it cannot be laid out.
    pub plan: Option<Simulation>,
}

/// The figures for a text about a debt on the day of the case.
///
/// # Errors
/// [`EngineError`] where the terms given cannot be applied, or figures are too large.
pub fn figures(case: &Case<'_>, given: Option<&Terms>) -> Result<Figures, EngineError> {
    let table = Table {
        ledger: case.ledger,
        debt: case.debt,
        as_of: case.as_of,
        position: case.position,
    };
    let mut figures = Figures {
        from: FigureFrom::Given,
        proposal: None,
        ladder: table.ladder(case)?,
        theirs: table.theirs()?,
        moved: None,
    };
    if let (Some(terms), Some(base)) = (given, table.base()) {
        (figures.proposal, figures.moved) = table.given(&base, terms)?;
        return Ok(figures);
    }
    (figures.from, figures.proposal) = match table.standing(figures.ladder.as_ref())? {
        Some(found) => found,
        None => table.asked(figures.ladder.as_ref())?,
    };
    Ok(figures)
}

/// The first day on which the household can pay towards a debt, where a pay day is known (M7), but no later than the
/// lender wants the first payment: the same in every text.
#[must_use]
pub fn earliest(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Option<NaiveDate> {
    first_due(&bounds(debt), as_of, first_due_proposed(ledger, as_of))
}

/// An offer laid out on the day it was made and held against the budget, for texts that repeat or answer it.
///
/// # Errors
/// [`EngineError`] where figures are too large.
pub fn as_made(case: &Case<'_>, offer: &Offer) -> Result<Option<Simulation>, EngineError> {
    let table = Table {
        ledger: case.ledger,
        debt: case.debt,
        as_of: case.as_of,
        position: case.position,
    };
    table.as_it_was_made(offer)
}

struct Table<'a> {
    ledger: &'a Ledger,
    debt: &'a Debt,
    as_of: NaiveDate,
    position: Option<&'a Position>,
}

type Found = (FigureFrom, Option<Simulation>);

impl Table<'_> {
    fn base(&self) -> Option<PlanBase> {
        self.position
            .map(|position| PlanBase::of_debt(self.debt, position))
    }

    /// Terms laid out from today and held against the budget.
    fn tried(&self, base: &PlanBase, terms: &Terms) -> Result<Option<Simulation>, EngineError> {
        let terms = std::slice::from_ref(terms);
        let found = compare_within(self.ledger, &self.debt.id, base, terms)?;
        Ok(found.offers.into_iter().next())
    }

    /// Terms given. Where they name no day of their own, they begin no earlier than the household can pay and after
    /// its money: as they are laid out, else an extension of a contract that runs on its next due day, else on the
    /// first day that the household can pay.
    fn given(
        &self,
        base: &PlanBase,
        terms: &Terms,
    ) -> Result<(Option<Simulation>, Option<Moved>), EngineError> {
        let plain = self.tried(base, terms)?;
        let has_day = terms.first_due.is_some() || terms.defer.is_some() || terms.settle.is_some();
        let (Some(plan), false) = (&plain, has_day) else {
            return Ok((plain, None));
        };
        let earliest =
            earliest(self.ledger, self.debt, self.as_of).unwrap_or(plus_months(self.as_of, 1));
        let Some(from) = plan.rows.first().map(|row| row.due) else {
            return Ok((plain, None));
        };
        let suits = |plan: &Simulation| plan.days.short.is_none();
        if from >= earliest && suits(plan) {
            return Ok((plain, None));
        }
        let runs = base.contract.is_some_and(|dates| dates.end > self.as_of);
        let due = plan.rows.iter().map(|row| row.due);
        let kept = due.filter(|_| terms.extend.is_some() && runs);
        let days = kept.filter(|due| *due >= earliest).take(1);
        let mut found = None;
        for to in days.chain([earliest]).filter(|to| *to != from) {
            let later = Terms {
                first_due: Some(to),
                ..terms.clone()
            };
            if let Some(plan) = or_nothing(self.tried(base, &later))?.flatten() {
                let fits = suits(&plan);
                let moved = (Some(plan), Some(Moved { from, to }));
                if fits {
                    return Ok(moved);
                }
                found = found.or(Some(moved));
            }
        }
        // Where no day suits, a later one still leaves time for an answer.
        Ok(found.filter(|_| from < earliest).unwrap_or((plain, None)))
    }

    /// Rows that stand, held against the budget.
    fn measured(&self, mut plan: Simulation) -> Result<Simulation, EngineError> {
        if self.ledger.incomes.is_empty() && self.ledger.expenses.is_empty() {
            return Ok(plan);
        }
        let id = &self.debt.id;
        let months = months_until(self.as_of, plan.ends_on.max(self.as_of));
        let capacity = capacity(self.ledger, self.as_of, months, Some(id))?;
        let mut asked = payments(self.as_of, &plan);
        asked.retain(|(on, _)| *on >= self.as_of);
        plan.short = first_misfit(&capacity, &asked);
        plan.fits = Some(plan.short.is_none());
        plan.days = days(self.ledger, self.as_of, &capacity, &asked, Some(id))?;
        Ok(plan)
    }

    /// The ladder by the budget, in the order of practice; `None` where the budget or the debt is not known.
    fn ladder(&self, case: &Case<'_>) -> Result<Option<Ladder>, EngineError> {
        let known = !self.ledger.incomes.is_empty() || !self.ledger.expenses.is_empty();
        let base = match base_of(self.ledger, self.debt, self.as_of) {
            Ok(base) if known && base.position.total().is_positive() => base,
            Err(EngineError::TooLarge(error)) => return Err(error.into()),
            Ok(_) | Err(_) => return Ok(None),
        };
        let mut capacity = capacity(self.ledger, self.as_of, LADDER_MONTHS, Some(&self.debt.id))?;
        own_part(self.ledger, self.debt, self.as_of, &mut capacity)?;
        let form = Form::Instalments {
            first_due: first_due_proposed(self.ledger, self.as_of),
        };
        let order = crate::rules::ladder::asks(case, false);
        let means = Means::Capacity(&capacity);
        or_nothing(ladder(&base, &bounds(self.debt), &order, means, form))
    }

    /// What is agreed, accepted, or already said by the borrower.
    fn standing(&self, ladder: Option<&Ladder>) -> Result<Option<Found>, EngineError> {
        if let Some(agreement) = self.ledger.agreement(&self.debt.id, self.as_of) {
            let kept = keeping(agreement, &self.debt.payments, self.as_of);
            let left: Vec<(NaiveDate, Money)> = kept
                .rows
                .iter()
                .filter(|row| row.open().is_positive())
                .map(|row| (row.on, row.open()))
                .collect();
            if let (true, Some(plan)) = (kept.holds(), of_rows(&left)) {
                let from = FigureFrom::Agreement(agreement.id.clone());
                return Ok(Some((from, Some(self.measured(plan)?))));
            }
        }
        if let Some(offer) = self.newest(|offer, status| {
            status == OfferStatus::Accepted && self.is_not_written_down(offer)
        }) && let Some(plan) = self.as_it_was_made(offer)?
        {
            return Ok(Some((FigureFrom::Accepted(offer.id.clone()), Some(plan))));
        }
        let own = self.newest(|offer, status| {
            offer.from == Party::Borrower
                && matches!(status, OfferStatus::Open | OfferStatus::Planned)
                && self.is_not_written_down(offer)
        });
        let Some(offer) = own else { return Ok(None) };
        let plan = match (offer.status, self.base()) {
            (OfferStatus::Planned, Some(base)) => or_nothing(self.tried(&base, &offer.terms))?,
            _ => or_nothing(self.as_it_was_made(offer))?,
        };
        // One whose first day is past, or that the budget no longer bears, is not said again.
        Ok(plan
            .flatten()
            .filter(|plan| plan.fits == Some(true) && within(plan, ladder))
            .filter(|plan| plan.rows.first().is_some_and(|row| row.due >= self.as_of))
            .map(|plan| (FigureFrom::Own(offer.id.clone()), Some(plan))))
    }

    /// What is asked for: the lender's offer where it is good, else a rung.
    fn asked(&self, ladder: Option<&Ladder>) -> Result<Found, EngineError> {
        let theirs =
            self.newest(|offer, status| offer.from == Party::Lender && status == OfferStatus::Open);
        let aimed = ladder.and_then(|ladder| ladder.rung(RungName::Target));
        if let Some(offer) = theirs
            && let Some(plan) = or_nothing(self.as_it_was_made(offer))?.flatten()
            && plan.fits == Some(true)
            && aimed.is_none_or(|rung| plan.total <= rung.simulation.total)
            && plan.rows.first().is_none_or(|row| row.due >= self.as_of)
        {
            return Ok((FigureFrom::Theirs(offer.id.clone()), Some(plan)));
        }
        let name = if theirs.is_some() {
            RungName::Target
        } else {
            RungName::Opening
        };
        let rung = ladder.and_then(|ladder| ladder.rung(name));
        let (Some(rung), Some(base)) = (rung, self.base()) else {
            return Ok((FigureFrom::Capacity, None));
        };
        let from = match theirs {
            Some(offer) => FigureFrom::Countering(offer.id.clone(), name),
            None => FigureFrom::Rung(name),
        };
        Ok((from, self.tried(&base, &rung.simulation.terms)?))
    }

    fn theirs(&self) -> Result<Option<Theirs>, EngineError> {
        let open =
            self.newest(|offer, status| offer.from == Party::Lender && status == OfferStatus::Open);
        let Some(offer) = open else { return Ok(None) };
        Ok(Some(Theirs {
            on: offer.on,
            reply_by: offer.reply_by,
            plan: self.as_it_was_made(offer)?,
        }))
    }

    fn newest(&self, is: impl Fn(&Offer, OfferStatus) -> bool) -> Option<&Offer> {
        self.ledger
            .offers
            .iter()
            .filter(|offer| offer.debt == self.debt.id && offer.on <= self.as_of)
            .filter(|offer| is(offer, offer.status_on(self.as_of)))
            .max_by_key(|offer| offer.on)
    }

    fn is_not_written_down(&self, offer: &Offer) -> bool {
        self.ledger
            .agreement(&self.debt.id, self.as_of)
            .is_none_or(|agreement| agreement.signed < offer.on)
    }

    /// An offer laid out on the day it was made (O1): the figures the other side knows.
    fn as_it_was_made(&self, offer: &Offer) -> Result<Option<Simulation>, EngineError> {
        let Some(base) = or_nothing(base_of(self.ledger, self.debt, offer.on))? else {
            return Ok(None);
        };
        match or_nothing(simulate(&base, &offer.terms))? {
            Some(plan) => self.measured(plan).map(Some),
            None => Ok(None),
        }
    }
}

/// Whether a plan asks for no more in all than the ladder's limit.
fn within(plan: &Simulation, ladder: Option<&Ladder>) -> bool {
    ladder
        .and_then(|ladder| ladder.rung(RungName::Limit))
        .is_none_or(|limit| plan.total <= limit.simulation.total)
}

/// What cannot be laid out is not used; only figures too large to hold are an error.
fn or_nothing<T>(found: Result<T, EngineError>) -> Result<Option<T>, EngineError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(EngineError::TooLarge(error)) => Err(error.into()),
        Err(_) => Ok(None),
    }
}

/// Agreed sums as a plan. An agreement names sums, not parts: each stands as principal, and nothing is waived here.
fn of_rows(rows: &[(NaiveDate, Money)]) -> Option<Simulation> {
    let (first, last) = (rows.first()?, rows.last()?);
    let total: Money = rows.iter().map(|(_, amount)| *amount).sum();
    let mut opening = total;
    let mut number = 0_u32;
    let plan_rows = rows
        .iter()
        .map(|(due, amount)| {
            number = number.saturating_add(1);
            let row = PlanRow {
                n: number,
                due: *due,
                opening,
                principal: *amount,
                interest: Money::ZERO,
                arrears: Money::ZERO,
                amount: *amount,
                closing: opening - *amount,
            };
            opening -= *amount;
            row
        })
        .collect();
    Some(Simulation {
        terms: Terms {
            instalments: Some(number),
            ..Terms::default()
        },
        base: Parts {
            principal: total,
            ..Parts::ZERO
        },
        waived: Parts::ZERO,
        paid_now: Money::ZERO,
        rows: plan_rows,
        total,
        count: number,
        first_payment: first.1,
        peak_payment: rows.iter().map(|(_, amount)| *amount).max()?,
        last_payment: last.1,
        ends_on: last.0,
        rates: AnnualRates::default(),
        saved_against_today: Money::ZERO,
        saved_against_nothing: Money::ZERO,
        fits: None,
        short: None,
        days: crate::domain::promise::DayCheck::default(),
    })
}

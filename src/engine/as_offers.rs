//! A way of sharing as offers that lenders can be made: one level payment each.
//!
//! Promises: no lender is offered more a month than its share of the month in which the payments begin, no more months
//! than its room holds, and all together fit into every month that can be offered; otherwise it says what stands in the way.
//! Leaves to others: the shares (`strategies`), keeping the offers (`cli`).

use chrono::NaiveDate;

use crate::domain::calendar::{month_start, plus_months};
use crate::domain::exact::Exact;
use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::domain::offer::{Settle, Terms};
use crate::domain::selection::MonthBudget;
use crate::domain::simulation::{Short, Simulation};
use crate::domain::strategy::SharedPlan;

use super::EngineError;
use super::capacity::first_misfit;
use super::plan::{Household, Planned};
use super::room::{first_due, place, within};
use super::simulate::{payments, simulate};

/// How many months later the level payments may begin than they could, to pass a tight month.
const LATER: usize = 4;

/// What a way of sharing is as offers.
#[derive(Clone, Debug, PartialEq)]
pub enum AsOffers {
    /// One offer for each debt.
    Level(Vec<(DebtId, Simulation)>),
    /// These wait for their first payment until others are paid: an order of paying is no offer to them.
    Waits(Vec<DebtId>),
    /// A level payment within the share of these takes longer than their lenders may allow.
    Longer(Vec<DebtId>),
    /// In one month the level payments do not fit.
    Tight(Short),
}

/// The offers that a way of sharing comes to. `proposed` is the first due date that suits the household (M7).
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn as_offers(
    home: &Household,
    plan: &SharedPlan,
    proposed: Option<NaiveDate>,
) -> Result<AsOffers, EngineError> {
    let usual = proposed.unwrap_or(plus_months(home.as_of, 1));
    let first = place(month_start(home.as_of), usual);
    let mut hindrance: Option<AsOffers> = None;
    let mut best: Option<(Rank, Vec<(DebtId, Simulation)>)> = None;
    for later in 0..=LATER {
        let begin = first.saturating_add(later);
        // To wait is worth it only where the months before bear less.
        let ordinary = |at: usize| home.budget.get(at).map(|month| month.ordinary);
        if (first..begin).any(|at| ordinary(at) >= ordinary(begin)) {
            continue;
        }
        for lowest in [false, true] {
            let tried = Level {
                home,
                plan,
                begin,
                later,
                proposed: usual,
                lowest,
            }
            .tried()?;
            match tried {
                AsOffers::Level(offers) => {
                    let rank = rank(home, &offers);
                    if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                        best = Some((rank, offers));
                    }
                }
                AsOffers::Waits(_) | AsOffers::Longer(_) | AsOffers::Tight(_) => {
                    hindrance.get_or_insert(tried);
                }
            }
        }
    }
    let none = || hindrance.unwrap_or(AsOffers::Level(Vec::new()));
    Ok(best.map_or_else(none, |(_, offers)| AsOffers::Level(offers)))
}

/// Fewer debts that get worse come first, then the earlier end, then the smaller total.
type Rank = (usize, Option<NaiveDate>, Money);

fn rank(home: &Household, offers: &[(DebtId, Simulation)]) -> Rank {
    let first = month_start(home.as_of);
    let worse = home
        .debts
        .iter()
        .zip(offers)
        .filter(|(planned, (_, offer))| {
            planned
                .claimant
                .urgency
                .cliff
                .is_some_and(|(last, needed)| {
                    let in_time = |on: &NaiveDate| place(first, *on) <= last;
                    let paid = payments(home.as_of, offer);
                    let by_then = paid.iter().filter(|(on, _)| in_time(on));
                    by_then.map(|(_, amount)| *amount).sum::<Money>() < needed
                })
        });
    let ends = offers.iter().map(|(_, offer)| offer.ends_on).max();
    let total = offers.iter().map(|(_, offer)| offer.total).sum();
    (worse.count(), ends, total)
}

/// Level payments that begin in one month.
struct Level<'a> {
    home: &'a Household,
    plan: &'a SharedPlan,
    /// The place of the month in which they begin.
    begin: usize,
    /// How many months that is after the usual one.
    later: usize,
    proposed: NaiveDate,
    /// Whether shares are lowered to what the tightest later month bears.
    lowest: bool,
}

impl Level<'_> {
    fn tried(&self) -> Result<AsOffers, EngineError> {
        let (mut offers, mut waits, mut longer) = (Vec::new(), Vec::new(), Vec::new());
        for (at, planned) in self.home.debts.iter().enumerate() {
            let share = self.share(at)?;
            if let Some(month) = self.closes(at) {
                offers.push((planned.debt.clone(), self.closed(planned, month)?));
            } else if !share.is_positive() {
                waits.push(planned.debt.clone());
            } else if let Some(offer) = self.level(at, planned, share)? {
                offers.push((planned.debt.clone(), offer));
            } else {
                longer.push(planned.debt.clone());
            }
        }
        if !waits.is_empty() {
            return Ok(AsOffers::Waits(waits));
        }
        if !longer.is_empty() {
            return Ok(AsOffers::Longer(longer));
        }
        let all: Vec<(NaiveDate, Money)> = offers
            .iter()
            .flat_map(|(_, offer)| payments(self.home.as_of, offer))
            .collect();
        Ok(match first_misfit(&self.home.capacity, &all) {
            Some(short) => AsOffers::Tight(short),
            None => AsOffers::Level(offers),
        })
    }

    fn paid(&self, month: usize, at: usize) -> Money {
        let month = self.plan.months.get(month);
        month
            .and_then(|month| month.paid.get(at))
            .copied()
            .unwrap_or(Money::ZERO)
    }

    /// The month, before the level payments begin or with them, whose one payment closes a debt.
    fn closes(&self, at: usize) -> Option<usize> {
        let paid: Vec<usize> = (0..self.plan.months.len())
            .filter(|month| self.paid(*month, at).is_positive())
            .collect();
        let closed = self
            .plan
            .left
            .get(at)
            .is_some_and(|left| left.total().is_zero());
        match paid.as_slice() {
            [month] if closed && *month <= self.begin => Some(*month),
            _ => None,
        }
    }

    /// What a debt gets in the month the payments begin, lowered where a later month bears less.
    fn share(&self, at: usize) -> Result<Money, EngineError> {
        let paid = self.paid(self.begin, at);
        let ordinary = |month: &MonthBudget| month.ordinary;
        let then = self
            .plan
            .months
            .get(self.begin)
            .map(|month| month.available);
        let later = self.home.budget.iter().skip(self.begin);
        let least = later.take(self.plan.months.len()).map(ordinary).min();
        match (self.lowest, then, least) {
            (true, Some(then), Some(least)) if least < then && least.is_positive() => {
                let part = Exact::new(least.minor(), then.minor())?;
                Ok(paid.share(part)?.floored())
            }
            _ => Ok(paid),
        }
    }

    /// All of a debt in one payment in a month of its own.
    fn closed(&self, planned: &Planned, month: usize) -> Result<Simulation, EngineError> {
        let terms = if month == 0 {
            Terms {
                settle: Some(Settle {
                    amount: planned.owed.total(),
                    by: None,
                }),
                ..Terms::default()
            }
        } else {
            let before = i64::try_from(self.begin.saturating_sub(month)).unwrap_or(0);
            let back = before.saturating_neg();
            Terms {
                instalments: Some(1),
                first_due: self.begins(planned).map(|date| plus_months(date, back)),
                ..Terms::default()
            }
        };
        simulate(&planned.base, &terms)
    }

    /// The first due date of the level payments.
    fn begins(&self, planned: &Planned) -> Option<NaiveDate> {
        let later = i64::try_from(self.later).unwrap_or(0);
        let usual = plus_months(self.proposed, later);
        first_due(&planned.bounds, self.home.as_of, Some(usual))
    }

    /// The sum against getting worse that was paid before the level payments begin: it is paid at once.
    fn at_once(&self, at: usize, planned: &Planned) -> Option<Money> {
        let (_, needed) = planned.claimant.urgency.cliff?;
        let before: Money = (0..self.begin).map(|month| self.paid(month, at)).sum();
        (needed <= before && needed < planned.owed.total()).then_some(needed)
    }

    /// The shortest level plan within a share and the room of a debt.
    fn level(
        &self,
        at: usize,
        planned: &Planned,
        share: Money,
    ) -> Result<Option<Simulation>, EngineError> {
        let pay_now = self.at_once(at, planned);
        let laid_out = |months: u32| -> Result<Option<Simulation>, EngineError> {
            let terms = Terms {
                pay_now,
                instalments: Some(months),
                first_due: self.begins(planned),
                ..Terms::default()
            };
            match simulate(&planned.base, &terms) {
                Ok(plan) => Ok(Some(plan)),
                Err(EngineError::PaymentTooSmall { .. }) => Ok(None),
                Err(error) => Err(error),
            }
        };
        let within_share = |plan: &Simulation| plan.rows.iter().all(|row| row.amount <= share);
        let fits = |plan: &Option<Simulation>| plan.as_ref().is_some_and(within_share);
        // More months never make the payment larger; where interest outruns it, none are enough.
        let (mut low, mut high) = (1, planned.bounds.max_months.max(1));
        if !fits(&laid_out(high)?) {
            return Ok(None);
        }
        while low < high {
            let middle = low.midpoint(high);
            if fits(&laid_out(middle)?) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        Ok(laid_out(low)?.filter(|plan| within(plan, &planned.bounds, self.home.as_of)))
    }
}

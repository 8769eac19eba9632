//! Sharing money among lenders month by month: triage, pro-rata, contractual, avalanche, snowball, an order of
//! one's own.
//!
//! Promises: no month pays more than it has; ordinary money does not carry on, one-offs do (M2); what a debt
//! that ends leaves over goes to the others in the same month; nobody gets more than is owed. Interest is one
//! twelfth of the yearly rate on principal each month, rounded half-up once; payments go to fees, interest,
//! penalty, principal (A2). Leaves to others: the facts that make a debt urgent, and the cheapest plan (`select`).

use crate::domain::Exact;
use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::selection::MonthBudget;
use crate::domain::strategy::{
    Claimant, SharedMonth, SharedPlan, Strategy, Today, TriageReason, Urgency,
};

use super::share::pro_rata;

/// Less than this part of a month's money, left over once debts were closed, is not shared: a few cents to each
/// lender move nothing (practice).
const LEAST_TO_SHARE: i128 = 20;

/// The order in which a payment is applied (A2).
const ORDER: [Part; 4] = [Part::Fees, Part::Interest, Part::Penalty, Part::Principal];

/// Shares a budget among debts. `order` is for [`Strategy::Custom`]: places of debts; those not named follow
/// in their own order. [`Strategy::Optimal`] is not a way of sharing and is treated as triage.
///
/// # Errors
/// [`TooLarge`] beyond the limits of input.
pub fn shared(
    strategy: Strategy,
    debts: &[Claimant],
    order: &[usize],
    budget: &[MonthBudget],
) -> Result<SharedPlan, TooLarge> {
    let mut table = Table::new(debts);
    let mut purse = Money::ZERO;
    for (month, own) in budget.iter().enumerate() {
        if month > 0 {
            table.accrue(debts)?;
        }
        purse += own.once;
        let available = own.ordinary + purse;
        table.begin(available);
        match strategy {
            Strategy::Triage | Strategy::Optimal => table.triage(debts, month),
            Strategy::ProRata => table.by_share(&table.owed()),
            Strategy::Contractual => table.contractual(debts),
            Strategy::Avalanche | Strategy::Snowball | Strategy::Custom => {
                table.in_order(debts, &ranking(strategy, debts, order));
            }
        }
        purse -= table.spent().less(own.ordinary);
        table.end(debts, month, available);
        table.note_late_starts(debts, month);
        if table.ends.is_some() {
            break;
        }
    }
    Ok(table.plan())
}

/// Why a debt is urgent, the strongest reason first; `None` for one that only shares.
#[must_use]
pub fn urgent(urgency: &Urgency) -> Option<TriageReason> {
    match () {
        () if urgency.court.is_some() => Some(TriageReason::CourtClock),
        () if urgency.card => Some(TriageReason::Card),
        () if urgency.guaranteed => Some(TriageReason::Guaranteed),
        () if urgency.wages_bank => Some(TriageReason::WagesBank),
        () if urgency.priority => Some(TriageReason::Priority),
        () => None,
    }
}

/// The debts in the order of triage: court clocks by their day, cards, guaranteed, the wages' bank, marked ones,
/// then known sums by their month, then the smallest.
#[must_use]
pub fn triage_order(debts: &[Claimant]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..debts.len()).collect();
    order.sort_by_key(|debt| {
        debts.get(*debt).map(|debt| {
            let cliff = debt.urgency.cliff.map(|(month, _)| month);
            (
                urgent(&debt.urgency).map_or((1, TriageReason::Share), |reason| (0, reason)),
                debt.urgency.court,
                cliff.is_none(),
                cliff,
                debt.owed.total(),
            )
        })
    });
    order
}

/// Whom to pay with a sum in hand today: a sum that keeps a debt from getting worse this month or next, a card
/// near the facts that matter for cards, a debt that can be closed outright. The rest is better kept for a first
/// instalment: small part payments to many move nothing (practice).
#[must_use]
pub fn today(sum: Money, debts: &[Claimant]) -> Today {
    let mut found = Today {
        pay: Vec::new(),
        keep: sum,
    };
    let order = triage_order(debts);
    let pay = |debt: usize, amount: Money, reason: TriageReason, found: &mut Today| {
        let known = found.pay.iter().any(|(paid, _, _)| *paid == debt);
        if amount.is_positive() && amount <= found.keep && !known {
            found.pay.push((debt, amount, reason));
            found.keep -= amount;
        }
    };
    let each = || {
        order
            .iter()
            .filter_map(|at| debts.get(*at).map(|debt| (*at, debt)))
    };
    for (at, debt) in each() {
        if let Some((month, needed)) = debt.urgency.cliff
            && month <= 1
        {
            let amount = needed.min(debt.owed.total());
            pay(at, amount, TriageReason::Cliff, &mut found);
        }
    }
    for (at, debt) in each().filter(|(_, debt)| debt.urgency.card) {
        let amount = debt.level.min(debt.owed.total());
        pay(at, amount, TriageReason::Card, &mut found);
    }
    let mut smallest: Vec<(Money, usize)> =
        each().map(|(at, debt)| (debt.owed.total(), at)).collect();
    smallest.sort();
    for (owed, at) in smallest {
        pay(at, owed, TriageReason::Closes, &mut found);
    }
    found
}

/// The order in which one debt after the other is paid.
fn ranking(strategy: Strategy, debts: &[Claimant], order: &[usize]) -> Vec<usize> {
    let mut ranking: Vec<usize> = (0..debts.len()).collect();
    let debt = |at: &usize| debts.get(*at);
    match strategy {
        Strategy::Avalanche => ranking.sort_by(|a, b| {
            let rate = |at: &usize| debt(at).map_or(Exact::ZERO, |debt| debt.yearly);
            rate(b).cmp(&rate(a))
        }),
        Strategy::Snowball => {
            ranking.sort_by_key(|at| debt(at).map(|debt| debt.owed.total()));
        }
        _ => ranking.sort_by_key(|at| {
            order
                .iter()
                .position(|named| named == at)
                .unwrap_or(usize::MAX)
        }),
    }
    ranking
}

struct Table {
    open: Vec<Parts>,
    /// What is left to pay with this month.
    available: Money,
    paid: Vec<Money>,
    months: Vec<SharedMonth>,
    received: Vec<Money>,
    interest: Money,
    ends: Option<usize>,
    reasons: Vec<Option<TriageReason>>,
    below_least: Vec<usize>,
    late_starts: Vec<usize>,
    /// Sums against a cliff that are not yet paid.
    cliffs: Vec<Option<(usize, Money)>>,
}

impl Table {
    fn new(debts: &[Claimant]) -> Table {
        let owed = debts.iter().any(|debt| debt.owed.total().is_positive());
        Table {
            open: debts.iter().map(|debt| debt.owed).collect(),
            available: Money::ZERO,
            paid: vec![Money::ZERO; debts.len()],
            months: Vec::new(),
            received: vec![Money::ZERO; debts.len()],
            interest: Money::ZERO,
            ends: if owed { None } else { Some(0) },
            reasons: vec![None; debts.len()],
            below_least: Vec::new(),
            late_starts: Vec::new(),
            cliffs: debts.iter().map(|debt| debt.urgency.cliff).collect(),
        }
    }

    fn accrue(&mut self, debts: &[Claimant]) -> Result<(), TooLarge> {
        for (open, debt) in self.open.iter_mut().zip(debts) {
            let monthly = debt.yearly.over(Exact::whole(12))?;
            let interest = open.principal.share(monthly)?.settled();
            open.interest += interest;
            self.interest += interest;
        }
        Ok(())
    }

    fn begin(&mut self, available: Money) {
        self.available = available;
        self.paid.fill(Money::ZERO);
    }

    fn owed(&self) -> Vec<Money> {
        self.open.iter().map(Parts::total).collect()
    }

    fn spent(&self) -> Money {
        self.paid.iter().copied().sum()
    }

    /// Pays a debt up to an amount, up to what is owed and what there is.
    fn pay(&mut self, at: usize, amount: Money, reason: TriageReason) {
        let Some(open) = self.open.get_mut(at) else {
            return;
        };
        let amount = amount.min(self.available).min(open.total());
        if !amount.is_positive() {
            return;
        }
        open.take(amount, &ORDER);
        self.available -= amount;
        if let Some(paid) = self.paid.get_mut(at) {
            *paid += amount;
        }
        if let Some(known) = self.reasons.get_mut(at) {
            known.get_or_insert(reason);
        }
        if let Some(Some((_, needed))) = self.cliffs.get_mut(at) {
            *needed = needed.less(amount);
        }
    }

    /// What is left, to each by weight; what one debt does not need goes to the others.
    fn by_share(&mut self, weights: &[Money]) {
        loop {
            let open: Vec<Money> = weights
                .iter()
                .zip(self.owed())
                .map(|(weight, owed)| {
                    if owed.is_positive() {
                        *weight
                    } else {
                        Money::ZERO
                    }
                })
                .collect();
            let before = self.available;
            let owed = self.owed();
            let shares = pro_rata(before, &open);
            // Debts that end with less than their share first: the others share what they leave over.
            let ending: Vec<usize> = (0..shares.len())
                .filter(|at| {
                    let (share, owed) = (shares.get(*at), owed.get(*at));
                    share.is_some_and(|share| share.is_positive()) && share >= owed
                })
                .collect();
            if ending.is_empty() {
                for (at, share) in shares.into_iter().enumerate() {
                    self.pay(at, share, TriageReason::Share);
                }
                return;
            }
            for at in ending {
                let owed = owed.get(at).copied().unwrap_or(Money::ZERO);
                self.pay(at, owed, TriageReason::Share);
            }
            if !self.available.is_positive() || self.available == before {
                return;
            }
        }
    }

    /// What the contracts ask, by their shares where it is not enough; what is left by what is owed.
    fn contractual(&mut self, debts: &[Claimant]) {
        let asked: Vec<Money> = debts
            .iter()
            .zip(self.owed())
            .map(|(debt, owed)| debt.contractual.min(owed))
            .collect();
        if asked.iter().copied().sum::<Money>() > self.available {
            self.by_share(&asked);
            return;
        }
        for (at, amount) in asked.into_iter().enumerate() {
            self.pay(at, amount, TriageReason::Share);
        }
        let owed = self.owed();
        self.by_share(&owed);
    }

    /// To every lender the least it takes, then all to one debt after the other.
    fn in_order(&mut self, debts: &[Claimant], ranking: &[usize]) {
        for &at in ranking {
            let least = debts.get(at).and_then(|debt| debt.least);
            self.pay(at, least.unwrap_or(Money::ZERO), TriageReason::Share);
        }
        for &at in ranking {
            let owed = self.open.get(at).map_or(Money::ZERO, Parts::total);
            self.pay(at, owed, TriageReason::Share);
        }
    }

    /// Urgent debts keep their level payment within half of the month, known sums are paid in time, small debts are
    /// closed, the rest is shared, or goes to the first debt where it is too little to share.
    fn triage(&mut self, debts: &[Claimant], month: usize) {
        let order = triage_order(debts);
        let begun_with = self.available;
        let wanted: Vec<Money> = debts
            .iter()
            .zip(self.owed())
            .map(|(debt, owed)| match urgent(&debt.urgency) {
                Some(_) => debt.level.max(debt.least.unwrap_or(Money::ZERO)).min(owed),
                None => Money::ZERO,
            })
            .collect();
        let bound = self.for_urgent(debts);
        let all: Money = wanted.iter().copied().sum();
        let given = if all > bound {
            pro_rata(bound, &wanted)
        } else {
            wanted
        };
        for &at in &order {
            let reason = debts.get(at).and_then(|debt| urgent(&debt.urgency));
            if let (Some(reason), Some(amount)) = (reason, given.get(at)) {
                self.pay(at, *amount, reason);
            }
        }
        for &at in &order {
            // Part of such a sum prevents nothing.
            if let Some(Some((last, needed))) = self.cliffs.get(at).copied()
                && month <= last
                && needed <= self.available
            {
                self.pay(at, needed, TriageReason::Cliff);
            }
        }
        let mut smallest: Vec<(Money, usize)> = self
            .owed()
            .into_iter()
            .enumerate()
            .map(|(at, owed)| (owed, at))
            .collect();
        smallest.sort();
        for (owed, at) in smallest {
            if owed <= self.available {
                self.pay(at, owed, TriageReason::Closes);
            }
        }
        let left = self.available.minor().saturating_mul(LEAST_TO_SHARE);
        if left < begun_with.minor() {
            for &at in &order {
                let owed = self.open.get(at).map_or(Money::ZERO, Parts::total);
                self.pay(at, owed, TriageReason::Share);
            }
        }
        let owed = self.owed();
        self.by_share(&owed);
    }

    /// What urgent debts may take before the others: all where only they are open, else half, so that one large
    /// debt does not leave every other lender without a payment for years.
    fn for_urgent(&self, debts: &[Claimant]) -> Money {
        let others = debts
            .iter()
            .zip(&self.open)
            .any(|(debt, open)| urgent(&debt.urgency).is_none() && open.total().is_positive());
        if others {
            Money::from_minor(self.available.minor().div_euclid(2))
        } else {
            self.available
        }
    }

    fn end(&mut self, debts: &[Claimant], month: usize, available: Money) {
        for (at, (debt, paid)) in debts.iter().zip(&self.paid).enumerate() {
            if let Some(received) = self.received.get_mut(at) {
                *received += *paid;
            }
            let goes_on = self
                .open
                .get(at)
                .is_some_and(|open| open.total().is_positive());
            let small = debt.least.is_some_and(|least| *paid < least);
            if goes_on && small && !self.below_least.contains(&at) {
                self.below_least.push(at);
            }
        }
        self.months.push(SharedMonth {
            available,
            paid: self.paid.clone(),
        });
        if self.owed().iter().all(|owed| owed.is_zero()) {
            self.ends = Some(month);
        }
    }

    /// Debts without a payment by the end of the month in which their lender waits for the first.
    fn note_late_starts(&mut self, debts: &[Claimant], month: usize) {
        for (at, (debt, received)) in debts.iter().zip(&self.received).enumerate() {
            let waited = debt.latest_start == Some(month) && debt.owed.total().is_positive();
            if waited && received.is_zero() {
                self.late_starts.push(at);
            }
        }
    }

    fn plan(self) -> SharedPlan {
        SharedPlan {
            total: self.received.iter().copied().sum(),
            months: self.months,
            received: self.received,
            interest: self.interest,
            ends: self.ends,
            left: self.open,
            reasons: self.reasons,
            below_least: self.below_least,
            late_starts: self.late_starts,
        }
    }
}

#[cfg(test)]
#[path = "strategies/tests.rs"]
mod tests;

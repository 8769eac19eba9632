//! The lender's claim rebuilt: which ways of counting give it, and what is left unexplained.
//!
//! Promises: every candidate is the contract's own account walked under other conventions, never a second
//! arithmetic; the remainder is exact; candidates that explain the claim equally well are all kept, so that a
//! tie is said to be undetermined.
//! Leaves to others: the ways of counting (`search`), the screen against a line of law (`screen`; its yearly
//! percentage is an argument), words and questions (`report`).

pub(super) mod growth;
pub(super) mod screen;
pub(super) mod search;

use chrono::NaiveDate;

use crate::domain::calendar::DayCount;
use crate::domain::contract::{
    AllocationScope, Contract, FirstPeriod, Order, PenaltyTerm, Rounding,
};
use crate::domain::debt::{Claim, Debt};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::rate::Percent;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::vocabulary::vocabulary;

use super::EngineError;
use super::account::Account;
use super::arrears::past_grace;
use super::rows::maturity;

pub use growth::Growth;
pub use screen::LineScreen;

vocabulary! {
    /// What penalty is counted on.
    PenaltyBase, "penalty-base" {
        /// The principal of overdue rows (P4).
        OverduePrincipal = "overdue-principal",
        /// All principal not repaid, from the first missed due date on, as if the loan had been called in that day.
        WholePrincipal = "whole-principal",
    }
}

vocabulary! {
    /// Something the lender should be asked.
    Question, "audit-question" {
        /// For the claim by part.
        Breakdown = "breakdown",
        /// For the principal, which differs.
        Principal = "principal",
        /// For the interest, which differs.
        Interest = "interest",
        /// For rate, base and days of the penalty.
        Penalty = "penalty",
        /// For each fee, its basis and its payee.
        Fees = "fees",
        /// In which order payments were applied.
        Allocation = "allocation",
        /// For what was taken before payout.
        UpFront = "up-front",
        /// Why the claim grew by more than the contract explains.
        Growth = "growth",
        /// For what is above the line, whether it can be reduced.
        AboveLine = "above-line",
    }
}

/// What a claim says, and what of an account it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// What is owed in all.
    Whole,
    /// Only what is overdue: what is open of rows past their grace (C1).
    Overdue,
}

impl Compared {
    /// What a claim says of this debt. Of a debt that has run out or was called in, all is overdue.
    pub(super) fn with(
        claim: &Claim,
        contract: &Contract,
        called_in: Option<NaiveDate>,
    ) -> Compared {
        let running = maturity(contract) > claim.on && called_in.is_none_or(|on| on > claim.on);
        if claim.only_overdue() && running {
            Compared::Overdue
        } else {
            Compared::Whole
        }
    }

    /// That sum of an account, on the day it stands on.
    pub(super) fn of(self, account: &Account) -> Result<Parts, EngineError> {
        match self {
            Compared::Whole => account.owed(),
            Compared::Overdue => past_grace(account, account.now),
        }
    }
}

/// One way of counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// The order in which payments are applied (A2).
    pub allocation: Order,
    /// Row by row or across the debt (A1).
    pub scope: AllocationScope,
    /// Day count (D3).
    pub day_count: DayCount,
    /// Penalty; `None` is no penalty.
    pub penalty: Option<PenaltyTerm>,
    /// What it is counted on.
    pub base: PenaltyBase,
    /// Whether overdue interest bears it too (P4).
    pub compound: bool,
    /// How amounts are rounded.
    pub rounding: Rounding,
    /// How a first period that is not a month is charged.
    pub first_period: FirstPeriod,
}

impl Convention {
    /// In how many respects it departs from another.
    fn departures(&self, other: &Convention) -> u32 {
        let departs = [
            self.allocation != other.allocation,
            self.scope != other.scope,
            self.day_count != other.day_count,
            self.penalty != other.penalty,
            self.base != other.base,
            self.compound != other.compound,
            self.rounding != other.rounding,
            self.first_period != other.first_period,
        ];
        departs.iter().fold(0, |sum: u32, departs| {
            sum.saturating_add(u32::from(*departs))
        })
    }
}

/// What one way of counting comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The way of counting.
    pub convention: Convention,
    /// What is owed by it on the day of the claim.
    pub computed: Parts,
    /// Claim less computed, by part.
    pub difference: Parts,
    /// What it leaves unexplained: the sum of the differences without their signs.
    pub residual: Money,
    /// How many parts it does not give to the cent; of a bare total, whether it does not give that.
    pub parts_off: u32,
    /// In how many respects it departs from the contract as recorded.
    pub departures: u32,
}

/// How well one part of a claim is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartFinding {
    /// Which part.
    pub part: Part,
    /// Whether the contract as recorded gives it.
    pub as_recorded: bool,
    /// How many of the ways tried give it.
    pub ways: usize,
}

/// A claim rebuilt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Date of the claim.
    pub on: NaiveDate,
    /// The claim.
    pub claimed: Parts,
    /// Whether the claim names its parts; without them only its total is compared.
    pub by_part: bool,
    /// What the claim says, and what of the contract it is compared with.
    pub compared: Compared,
    /// By the contract as recorded.
    pub computed: Parts,
    /// Claim less computed.
    pub difference: Parts,
    /// The contract's own conventions, with the defaults of D5 and A1.
    pub recorded: Convention,
    /// How many ways of counting were tried.
    pub tried: usize,
    /// How each part fares; empty where the claim names none.
    pub parts: Vec<PartFinding>,
    /// The candidates that miss the fewest parts and, among those, leave least unexplained; those nearest the recorded
    /// contract first.
    pub best: Vec<Candidate>,
    /// What they leave unexplained.
    pub residual: Money,
    /// Whether by the contract and the payments nothing is owed any more on that day.
    pub paid_off: bool,
    /// The screen against the line, where the day of payout is known.
    pub line: Option<LineScreen>,
    /// Principal of the contract less what was received, if more than nothing (INT-20).
    pub up_front: Option<Money>,
    /// How the claims grew, in date order.
    pub growth: Vec<Growth>,
    /// What to ask the lender.
    pub questions: Vec<Question>,
}

impl Audit {
    /// Whether several ways of counting explain the claim equally well.
    #[must_use]
    pub fn undetermined(&self) -> bool {
        self.best.len() != 1
    }

    /// The way of counting, if exactly one explains the claim.
    #[must_use]
    pub fn named(&self) -> Option<&Candidate> {
        match self.best.as_slice() {
            [only] if only.residual.is_zero() => Some(only),
            _ => None,
        }
    }

    /// What the nearest way, the one nearest the recorded contract first, leaves unexplained in each part.
    #[must_use]
    pub fn left(&self) -> Parts {
        self.best
            .first()
            .map_or(self.difference, |best| best.difference)
    }

    /// The values that one respect of the best candidates takes, those nearest the recorded contract first.
    pub fn possible<T: PartialEq>(&self, respect: impl Fn(&Convention) -> T) -> Vec<T> {
        let mut values = Vec::new();
        for best in &self.best {
            let value = respect(&best.convention);
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }
}

/// Rebuilds the newest claim on or before a date. `line` is the yearly line of law to screen against, if one
/// applies to this lender.
///
/// # Errors
/// [`EngineError::NoContract`] without a contract, [`EngineError::NoClaim`] without a claim, and what refuses
/// the contract's schedule.
pub fn audit(debt: &Debt, line: Option<Percent>, as_of: NaiveDate) -> Result<Audit, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let claim = debt.newest_claim(as_of).ok_or(EngineError::NoClaim)?;
    let claimed = claim.parts();
    let by_part = claim.has_parts();
    let compared = Compared::with(claim, contract, debt.accelerated);
    let account = Account::of_contract(debt, contract, claim.on)?;
    if claim.on < account.begins {
        return Err(EngineError::ClaimBeforePayout {
            on: claim.on,
            payout: account.begins,
        });
    }
    let computed = compared.of(&account)?;
    let recorded = search::recorded(debt, contract);
    let mut found = Found::new(claimed, by_part, &recorded);
    search::each(
        debt,
        contract,
        &recorded,
        (claim.on, compared),
        |convention, computed| {
            found.weigh(convention, computed);
        },
    )?;
    let (best, tried, ways) = found.finished();
    let difference = claimed - computed;
    let mut audit = Audit {
        on: claim.on,
        claimed,
        by_part,
        compared,
        computed,
        difference,
        tried,
        parts: ways
            .iter()
            .filter(|_| by_part)
            .map(|(part, ways)| PartFinding {
                part: *part,
                as_recorded: difference.get(*part).is_zero(),
                ways: *ways,
            })
            .collect(),
        residual: best.first().map_or(Money::ZERO, |best| best.residual),
        best,
        recorded,
        paid_off: account.owed()?.is_zero(),
        line: line
            .map(|line| screen::screen(debt, contract, claim, line))
            .transpose()?
            .flatten(),
        up_front: contract
            .net_received
            .map(|net| contract.principal - net)
            .filter(|gap| gap.is_positive()),
        growth: growth::growth(debt, contract, as_of)?,
        questions: Vec::new(),
    };
    audit.questions = questions(&audit);
    Ok(audit)
}

/// What the newest claim on or before a date leaves unexplained by the contract as it is recorded, no other way of
/// counting tried: part by part where the claim has parts, else in all.
///
/// # Errors
/// As for [`audit`].
pub fn unexplained_as_recorded(debt: &Debt, as_of: NaiveDate) -> Result<Money, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let claim = debt.newest_claim(as_of).ok_or(EngineError::NoClaim)?;
    let compared = Compared::with(claim, contract, debt.accelerated);
    let account = Account::of_contract(debt, contract, claim.on)?;
    let difference = claim.parts() - compared.of(&account)?;
    Ok(if claim.has_parts() {
        Part::ALL
            .iter()
            .map(|part| size(difference.get(*part)))
            .sum()
    } else {
        size(difference.total())
    })
}

fn size(amount: Money) -> Money {
    amount.max(-amount)
}

/// The best candidates so far.
struct Found<'a> {
    claimed: Parts,
    by_part: bool,
    recorded: &'a Convention,
    best: Vec<Candidate>,
    tried: usize,
    ways: [(Part, usize); 4],
}

impl<'a> Found<'a> {
    fn new(claimed: Parts, by_part: bool, recorded: &'a Convention) -> Found<'a> {
        Found {
            claimed,
            by_part,
            recorded,
            best: Vec::new(),
            tried: 0,
            ways: [Part::Principal, Part::Interest, Part::Penalty, Part::Fees]
                .map(|part| (part, 0)),
        }
    }

    fn weigh(&mut self, convention: &Convention, computed: Parts) {
        self.tried = self.tried.saturating_add(1);
        let difference = self.claimed - computed;
        let mut parts_off: u32 = 0;
        let mut residual = Money::ZERO;
        for (part, ways) in &mut self.ways {
            let off = difference.get(*part);
            *ways = ways.saturating_add(usize::from(off.is_zero()));
            parts_off = parts_off.saturating_add(u32::from(!off.is_zero()));
            residual += size(off);
        }
        if !self.by_part {
            residual = size(difference.total());
            parts_off = u32::from(!residual.is_zero());
        }
        let rank = (parts_off, residual);
        let least = self
            .best
            .first()
            .map_or(rank, |best| (best.parts_off, best.residual));
        if rank < least {
            self.best.clear();
        }
        if rank <= least {
            self.best.push(Candidate {
                departures: convention.departures(self.recorded),
                convention: convention.clone(),
                computed,
                difference,
                residual,
                parts_off,
            });
        }
    }

    fn finished(mut self) -> (Vec<Candidate>, usize, [(Part, usize); 4]) {
        self.best.sort_by_key(|candidate| candidate.departures);
        (self.best, self.tried, self.ways)
    }
}

/// What is owed on a day by a contract in place of the debt's own.
fn owed(debt: &Debt, contract: &Contract, on: NaiveDate) -> Result<Parts, EngineError> {
    Account::of_contract(debt, contract, on)?.owed()
}

fn questions(audit: &Audit) -> Vec<Question> {
    let off = |part: Part| audit.by_part && !audit.difference.get(part).is_zero();
    // Where every order fits, none was needed: nothing was paid, or all of it in time.
    let orders = audit.possible(|way| (way.allocation.clone(), way.scope));
    let order_matters = orders.len() < search::orders_and_scopes(&audit.recorded);
    let moved = off(Part::Principal) || off(Part::Interest) || off(Part::Penalty);
    let asks = [
        (Question::Breakdown, !audit.by_part),
        (Question::Principal, off(Part::Principal)),
        (Question::Interest, off(Part::Interest)),
        (Question::Penalty, off(Part::Penalty)),
        (
            Question::Fees,
            off(Part::Fees) || audit.claimed.fees.is_positive(),
        ),
        (Question::Allocation, moved && order_matters),
        (Question::UpFront, audit.up_front.is_some()),
        (Question::Growth, audit.growth.iter().any(Growth::outgrew)),
        (
            Question::AboveLine,
            audit.line.is_some_and(|line| line.excess.is_positive()),
        ),
    ];
    asks.iter()
        .filter(|(_, asked)| *asked)
        .map(|(question, _)| *question)
        .collect()
}

#[cfg(test)]
mod tests;

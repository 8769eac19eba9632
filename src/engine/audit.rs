//! The lender's claim rebuilt: which ways of counting give it, and what is left unexplained.
//!
//! Promises: every candidate is the contract's own account walked under other conventions, never a second
//! arithmetic; the remainder is exact; candidates that explain the claim equally well are all kept, so that a
//! tie is said to be undetermined.
//! Leaves to others: the line of law (its yearly percentage is an argument), words and questions (`report`).

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::calendar::{DayCount, days_between};
use crate::domain::contract::{AllocationScope, Contract, NamedOrder, Order, PenaltyTerm};
use crate::domain::debt::{Claim, Claimed, Debt};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::rate::Percent;
use crate::domain::vocabulary::{Vocabulary, vocabulary};

use super::EngineError;
use super::account::Account;

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
        /// For what is above the line, whether it can be reduced.
        AboveLine = "above-line",
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
    /// In how many respects it departs from the contract as recorded.
    pub departures: u32,
}

/// A screen against a yearly line on everything charged (INT-10, CALC-10). An estimate: the instrument gives no
/// day count; days are counted over 360.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineScreen {
    /// Interest, penalty and fees, paid and claimed, with what was taken up front.
    pub charged: Money,
    /// The most the line leaves: principal in use × line × days / 360, rounded half-up once.
    pub most: Money,
    /// What is above it; nothing if below.
    pub excess: Money,
}

/// How two claims of one debt differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Date of the earlier claim.
    pub from: NaiveDate,
    /// Date of the later claim.
    pub to: NaiveDate,
    /// Later less earlier, by part.
    pub grew: Parts,
    /// What was paid between them.
    pub paid: Money,
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
    /// By the contract as recorded.
    pub computed: Parts,
    /// Claim less computed.
    pub difference: Parts,
    /// The candidates that leave least unexplained, those nearest the recorded contract first.
    pub best: Vec<Candidate>,
    /// What they leave unexplained.
    pub residual: Money,
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
}

/// Rebuilds the newest claim on or before a date. `line` is the yearly line of law to screen against, if one
/// applies to this lender.
///
/// # Errors
/// [`EngineError::NoContract`] without a contract, [`EngineError::NothingKnown`] without a claim, and what refuses
/// the contract's schedule.
pub fn audit(debt: &Debt, line: Option<Percent>, as_of: NaiveDate) -> Result<Audit, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let claim = debt.newest_claim(as_of).ok_or(EngineError::NothingKnown)?;
    let claimed = claim.parts();
    let by_part = matches!(claim.claimed, Claimed::Parts(_));
    let computed = owed(debt, contract, claim.on)?;
    let recorded = recorded(debt, contract);
    let mut best: Vec<Candidate> = Vec::new();
    for convention in candidates(&recorded) {
        let computed = counted(debt, contract, &convention, claim.on)?;
        let candidate = weigh(convention, computed, claimed, by_part, &recorded);
        let least = best
            .first()
            .map_or(candidate.residual, |best| best.residual);
        if candidate.residual < least {
            best.clear();
        }
        if candidate.residual <= least {
            best.push(candidate);
        }
    }
    best.sort_by_key(|candidate| candidate.departures);
    let residual = best.first().map_or(Money::ZERO, |best| best.residual);
    let up_front = contract
        .net_received
        .map(|net| contract.principal - net)
        .filter(|gap| gap.is_positive());
    let mut audit = Audit {
        on: claim.on,
        claimed,
        by_part,
        computed,
        difference: claimed - computed,
        best,
        residual,
        line: line
            .map(|line| screen(debt, contract, claim, line))
            .transpose()?
            .flatten(),
        up_front,
        growth: growth(debt, as_of),
        questions: Vec::new(),
    };
    audit.questions = questions(&audit);
    Ok(audit)
}

/// The contract's own conventions, with the defaults of D5 and A1.
fn recorded(debt: &Debt, contract: &Contract) -> Convention {
    let named = if debt.is_card() {
        NamedOrder::CardArt57
    } else {
        NamedOrder::CivilCode
    };
    let scope = if debt.is_card() {
        AllocationScope::Debt
    } else {
        AllocationScope::Rows
    };
    Convention {
        allocation: contract.allocation.clone().unwrap_or(Order::Named(named)),
        scope: contract.allocation_scope.unwrap_or(scope),
        day_count: contract.day_count,
        penalty: contract.penalty,
        base: PenaltyBase::OverduePrincipal,
        compound: contract.compound,
    }
}

/// All ways of counting that are tried, each once.
fn candidates(recorded: &Convention) -> Vec<Convention> {
    let mut orders: Vec<Order> = NamedOrder::ALL
        .iter()
        .map(|named| Order::Named(*named))
        .collect();
    orders.push(Order::List(vec![
        Part::Fees,
        Part::Penalty,
        Part::Interest,
        Part::Principal,
    ]));
    let mut penalties: Vec<Option<PenaltyTerm>> = vec![None];
    penalties.extend(
        [100, 130, 140, 150, 200].map(|times| Some(PenaltyTerm::Multiple(Percent::whole(times)))),
    );
    if !orders.contains(&recorded.allocation) {
        orders.push(recorded.allocation.clone());
    }
    if !penalties.contains(&recorded.penalty) {
        penalties.push(recorded.penalty);
    }
    let mut all = Vec::new();
    for allocation in &orders {
        for &scope in AllocationScope::ALL {
            for &day_count in DayCount::ALL {
                for &penalty in &penalties {
                    for &base in PenaltyBase::ALL {
                        for compound in [false, true] {
                            // Without a penalty there is nothing to count on, nor to compound.
                            if penalty.is_none()
                                && (compound || base != PenaltyBase::OverduePrincipal)
                            {
                                continue;
                            }
                            let allocation = allocation.clone();
                            all.push(Convention {
                                allocation,
                                scope,
                                day_count,
                                penalty,
                                base,
                                compound,
                            });
                        }
                    }
                }
            }
        }
    }
    all
}

/// What is owed on a day if it is counted so.
fn counted(
    debt: &Debt,
    contract: &Contract,
    convention: &Convention,
    on: NaiveDate,
) -> Result<Parts, EngineError> {
    let contract = Contract {
        allocation: Some(convention.allocation.clone()),
        allocation_scope: Some(convention.scope),
        day_count: convention.day_count,
        penalty: convention.penalty,
        compound: convention.compound,
        ..contract.clone()
    };
    let mut debt = Debt {
        contract: None,
        ..debt.clone()
    };
    if convention.base == PenaltyBase::WholePrincipal {
        debt.accelerated = earlier(debt.accelerated, first_missed(&debt, &contract, on)?);
    }
    owed(&debt, &contract, on)
}

fn owed(debt: &Debt, contract: &Contract, on: NaiveDate) -> Result<Parts, EngineError> {
    let debt = Debt {
        contract: Some(contract.clone()),
        ..debt.clone()
    };
    Account::of_contract(&debt, contract, on)?.owed()
}

/// The due date of the first row that was not paid within its grace.
fn first_missed(
    debt: &Debt,
    contract: &Contract,
    on: NaiveDate,
) -> Result<Option<NaiveDate>, EngineError> {
    let account = Account::of_contract(debt, contract, on)?;
    Ok(account
        .due_rows()?
        .iter()
        .find(|(row, open)| !open.is_zero() && on > row.on_time_until())
        .map(|(row, _)| row.due))
}

fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

fn weigh(
    convention: Convention,
    computed: Parts,
    claimed: Parts,
    by_part: bool,
    recorded: &Convention,
) -> Candidate {
    let difference = claimed - computed;
    let size = |amount: Money| amount.max(-amount);
    let residual = if by_part {
        Part::ALL
            .iter()
            .map(|part| size(difference.get(*part)))
            .sum()
    } else {
        size(difference.total())
    };
    let departs = [
        convention.allocation != recorded.allocation,
        convention.scope != recorded.scope,
        convention.day_count != recorded.day_count,
        convention.penalty != recorded.penalty,
        convention.base != recorded.base,
        convention.compound != recorded.compound,
    ];
    let departures = departs.iter().fold(0_u32, |sum, departs| {
        sum.saturating_add(u32::from(*departs))
    });
    Candidate {
        convention,
        computed,
        difference,
        residual,
        departures,
    }
}

/// Everything charged against the most the line leaves on the principal in use, from payout to the claim.
fn screen(
    debt: &Debt,
    contract: &Contract,
    claim: &Claim,
    line: Percent,
) -> Result<Option<LineScreen>, EngineError> {
    let Some(disbursed) = contract.disbursed.filter(|day| *day < claim.on) else {
        return Ok(None);
    };
    let received = contract.net_received.unwrap_or(contract.principal);
    let gap = contract.principal.less(received);
    let mut days: Vec<NaiveDate> = debt
        .payments
        .iter()
        .map(|payment| payment.on)
        .filter(|on| disbursed < *on && *on < claim.on)
        .collect();
    days.push(disbursed);
    days.sort_unstable();
    days.dedup();
    let ends = days.iter().skip(1).copied().chain([claim.on]);
    let mut most = Exact::ZERO;
    for (&from, to) in days.iter().zip(ends) {
        let in_use = if from == disbursed {
            contract.principal
        } else {
            owed(debt, contract, from)?.principal
        };
        let share = Exact::new(i128::from(days_between(from, to)), 360)?;
        most = most.plus(in_use.less(gap).share(share.times(line.factor())?)?)?;
    }
    let paid: Money = debt
        .payments
        .iter()
        .filter(|payment| payment.on <= claim.on)
        .map(|payment| payment.amount)
        .sum();
    let charged = paid + claim.parts().total() - received;
    let most = most.settled();
    Ok(Some(LineScreen {
        charged,
        most,
        excess: charged.less(most),
    }))
}

fn growth(debt: &Debt, as_of: NaiveDate) -> Vec<Growth> {
    let mut claims: Vec<&Claim> = debt
        .claims
        .iter()
        .filter(|claim| claim.on <= as_of)
        .collect();
    claims.sort_by_key(|claim| claim.on);
    claims
        .iter()
        .zip(claims.iter().skip(1))
        .map(|(earlier, later)| Growth {
            from: earlier.on,
            to: later.on,
            grew: later.parts() - earlier.parts(),
            paid: debt
                .payments
                .iter()
                .filter(|payment| earlier.on < payment.on && payment.on <= later.on)
                .map(|payment| payment.amount)
                .sum(),
        })
        .collect()
}

fn questions(audit: &Audit) -> Vec<Question> {
    let left = audit
        .best
        .first()
        .map_or(audit.difference, |best| best.difference);
    let open = |part: Part| !audit.residual.is_zero() && !left.get(part).is_zero();
    let allocations = audit
        .best
        .iter()
        .map(|best| (&best.convention.allocation, best.convention.scope));
    let many_orders = allocations
        .clone()
        .any(|order| allocations.clone().next() != Some(order));
    let asks = [
        (Question::Breakdown, !audit.by_part),
        (Question::Principal, audit.by_part && open(Part::Principal)),
        (Question::Interest, audit.by_part && open(Part::Interest)),
        (
            Question::Penalty,
            audit.by_part && (open(Part::Penalty) || audit.best.iter().any(|b| b.departures > 0)),
        ),
        (Question::Fees, audit.claimed.fees.is_positive()),
        (
            Question::Allocation,
            many_orders && !audit.residual.is_zero(),
        ),
        (Question::UpFront, audit.up_front.is_some()),
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
mod tests {
    use super::*;
    use crate::domain::contract::{Method, RateFrom};
    use crate::domain::debt::{Payment, PaymentKind};
    use crate::domain::rate::Rate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn money(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    /// 12,000 at 18 % over 12 level payments of 1,100.16; one paid, then a part payment of 500 in July.
    fn debt() -> Debt {
        let mut debt = Debt::new("a-1".parse().unwrap(), "a".parse().unwrap());
        debt.contract = Some(Contract {
            principal: money("12000"),
            net_received: None,
            disbursed: Some(day("2026-01-10")),
            rates: vec![RateFrom {
                from: None,
                rate: Rate::yearly(Percent::whole(18)),
            }],
            method: Method::EqualInstalment,
            count: 12,
            first_due: day("2026-02-10"),
            day_count: DayCount::Thirty360,
            penalty: Some(PenaltyTerm::Multiple(Percent::whole(150))),
            compound: false,
            allocation: None,
            allocation_scope: None,
            fee_per_instalment: Money::ZERO,
            rows: Vec::new(),
            purpose: None,
            number: None,
        });
        let pay = |on: &str, amount: &str| Payment {
            on: day(on),
            amount: money(amount),
            kind: PaymentKind::Payment,
            note: None,
        };
        debt.payments = vec![pay("2026-02-10", "1100.16"), pay("2026-07-15", "500")];
        debt
    }

    fn claim(parts: Parts) -> Claim {
        Claim {
            on: day("2026-11-16"),
            claimed: Claimed::Parts(parts),
            overdue: None,
            payoff: None,
            source: None,
            note: None,
        }
    }

    fn under(change: impl Fn(&mut Contract)) -> Parts {
        let debt = debt();
        let mut contract = debt.contract.clone().unwrap();
        change(&mut contract);
        owed(&debt, &contract, day("2026-11-16")).unwrap()
    }

    #[test]
    fn a_hidden_multiple_and_day_count_are_named() {
        // Across a leap year, or actual/365 and actual/actual would be one; the part payment is larger than a row's
        // principal, or the two scopes would be one; it comes within 90 days, or art. 57 would be principal-first.
        let mut debt = debt();
        let on = day("2028-04-16");
        let mut contract = debt.contract.clone().unwrap();
        contract.disbursed = Some(day("2027-06-10"));
        contract.first_due = day("2027-07-10");
        debt.contract = Some(contract.clone());
        debt.payments[0].on = day("2027-07-10");
        debt.payments[0].amount = money("1110"); // the level payment under real days is a little above 1,100.16
        debt.payments[1].on = day("2027-10-25");
        debt.payments[1].amount = money("1500");
        contract.day_count = DayCount::Actual365;
        contract.penalty = Some(PenaltyTerm::Multiple(Percent::whole(130)));
        contract.compound = true;
        contract.allocation = Some(Order::Named(NamedOrder::PrincipalFirst));
        let parts = owed(&debt, &contract, on).unwrap();
        debt.claims = vec![Claim { on, ..claim(parts) }];
        let audit = audit(&debt, None, on).unwrap();
        let named = audit.named().expect("exactly one way explains it");
        assert_eq!(named.convention.day_count, DayCount::Actual365);
        assert_eq!(
            named.convention.penalty,
            Some(PenaltyTerm::Multiple(Percent::whole(130)))
        );
        assert!(named.convention.compound);
        assert_eq!(
            named.convention.allocation,
            Order::Named(NamedOrder::PrincipalFirst)
        );
        assert_eq!(named.convention.scope, AllocationScope::Rows);
    }

    #[test]
    fn a_planted_error_is_found_to_the_fen() {
        let mut debt = debt();
        let mut parts = under(|_| ());
        parts.fees += money("37.80");
        debt.claims = vec![claim(parts)];
        let audit = audit(&debt, None, day("2026-11-16")).unwrap();
        assert_eq!(audit.residual, money("37.80"));
        assert_eq!(audit.best[0].departures, 0);
        assert_eq!(audit.best[0].difference.fees, money("37.80"));
        assert!(audit.questions.contains(&Question::Fees));
    }

    #[test]
    fn a_bare_total_can_be_explained_in_many_ways() {
        let mut debt = debt();
        let total = under(|_| ()).total();
        debt.claims = vec![Claim {
            claimed: Claimed::Total(total),
            ..claim(Parts::ZERO)
        }];
        let audit = audit(&debt, None, day("2026-11-16")).unwrap();
        assert!(audit.residual.is_zero() && audit.undetermined());
        assert!(audit.questions.contains(&Question::Breakdown));
    }

    /// Worked by hand: principal in use 12,000 from 10 January to 10 February (31 days), then 11,079.84 until the
    /// claim 279 days later, the part payment going to interest alone: 12,000 × 0.24 × 31/360 = 248.00;
    /// 11,079.84 × 0.24 × 279/360 = 2,060.85; together 2,308.85. Charged: paid 1,600.16 + claimed 14,000 − 12,000.
    #[test]
    fn the_screen_counts_principal_in_use_by_real_days() {
        let mut debt = debt();
        debt.payments[1].amount = money("100"); // less than the interest of the first open row
        debt.claims = vec![claim(Parts {
            principal: money("11079.84"),
            interest: money("2920.16"),
            ..Parts::ZERO
        })];
        let audit = audit(&debt, Some(Percent::whole(24)), day("2026-11-16")).unwrap();
        let line = audit.line.unwrap();
        assert_eq!(line.most, money("2308.85"));
        assert_eq!(
            line.charged,
            money("1100.16") + money("100") + money("14000") - money("12000")
        );
        assert_eq!(line.excess, line.charged - line.most);
    }

    #[test]
    fn claims_are_compared_over_time() {
        let mut debt = debt();
        let early = Claim {
            on: day("2026-07-01"),
            ..claim(Parts {
                principal: money("100"),
                ..Parts::ZERO
            })
        };
        let late = claim(Parts {
            principal: money("90"),
            penalty: money("7"),
            ..Parts::ZERO
        });
        debt.claims = vec![late, early];
        let growth = growth(&debt, day("2026-11-16"));
        assert_eq!(growth.len(), 1);
        assert_eq!(growth[0].grew.penalty, money("7"));
        assert_eq!(growth[0].paid, money("500"));
    }
}

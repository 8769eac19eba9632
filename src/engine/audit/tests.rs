//! The audit on one worked debt: what is named, what is left, the screen and claims over time.

use super::*;
use crate::domain::contract::{Method, NamedOrder, RateFrom};
use crate::domain::debt::Claim;
use crate::domain::debt::Claimed;
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

fn owed_by(debt: &Debt, contract: &Contract, on: NaiveDate) -> Parts {
    let mut debt = debt.clone();
    debt.contract = Some(contract.clone());
    owed(&debt, contract, on).unwrap()
}

fn under(change: impl Fn(&mut Contract)) -> Parts {
    let debt = debt();
    let mut contract = debt.contract.clone().unwrap();
    change(&mut contract);
    owed_by(&debt, &contract, day("2026-11-16"))
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
    let parts = owed_by(&debt, &contract, on);
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

/// Nothing paid, 12,000 in use for the 310 days from 10 January: × 24 % × 310 / 365 is 2,446.03, over 360 it would be
/// 2,480.00. Real days over 360 stand for 30/360, as for money that is overdue (P4).
#[test]
fn the_screen_follows_the_day_count_of_the_contract() {
    let most = |day_count| {
        let mut debt = debt();
        debt.payments.clear();
        debt.contract.as_mut().unwrap().day_count = day_count;
        debt.claims = vec![claim(Parts {
            principal: money("14000"),
            ..Parts::ZERO
        })];
        let audit = audit(&debt, Some(Percent::whole(24)), day("2026-11-16")).unwrap();
        audit.line.unwrap().most
    };
    assert_eq!(most(DayCount::Actual365), money("2446.03"));
    assert_eq!(most(DayCount::ActualActual), money("2446.03"));
    assert_eq!(most(DayCount::Actual360), money("2480.00"));
    assert_eq!(most(DayCount::Thirty360), money("2480.00"));
}

/// 1,600.16 paid and nothing claimed is less than the 12,000 received: there is nothing to hold against a line.
#[test]
fn where_less_came_back_than_was_received_nothing_is_screened() {
    let mut debt = debt();
    debt.claims = vec![claim(Parts::ZERO)];
    let audit = audit(&debt, Some(Percent::whole(24)), day("2026-11-16")).unwrap();
    let line = audit.line.unwrap();
    assert!(!line.charges());
    assert_eq!(line.excess, Money::ZERO);
    assert!(!audit.questions.contains(&Question::AboveLine));
}

/// 12,000 at 12 % over 12 parts of 1,000, nothing paid: on 15 April 3,000 and 120 + 110 + 100 are overdue, 9,000 are
/// not due and have borne 15.00. The lender says 3,500 is overdue, so 12,515 in all: 515 above what was received.
#[test]
fn only_what_is_overdue_is_compared_with_what_is_overdue() {
    let mut debt = debt();
    debt.payments.clear();
    let contract = debt.contract.as_mut().unwrap();
    contract.method = Method::EqualPrincipal;
    contract.rates[0].rate = Rate::yearly(Percent::whole(12));
    contract.penalty = None;
    debt.claims = vec![Claim {
        on: day("2026-04-15"),
        claimed: Claimed::Overdue(money("3500")),
        overdue: Some(money("3500")),
        ..claim(Parts::ZERO)
    }];
    let audit = audit(&debt, Some(Percent::whole(24)), day("2026-04-15")).unwrap();
    assert_eq!(audit.compared, Compared::Overdue);
    assert_eq!(audit.computed.total(), money("3330"));
    assert_eq!(audit.difference.total(), money("170"));
    assert_eq!(audit.line.unwrap().charged, money("515"));
    assert!(audit.questions.contains(&Question::Breakdown));
    debt.claims[0].claimed = Claimed::Overdue(money("3330"));
    debt.claims[0].overdue = Some(money("3330"));
    let right = super::audit(&debt, None, day("2026-04-15")).unwrap();
    assert!(right.residual.is_zero() && right.best[0].departures == 0);
}

#[test]
fn a_claim_before_payout_is_refused_and_a_debt_paid_off_is_told() {
    let mut debt = debt();
    debt.claims = vec![Claim {
        on: day("2026-01-09"),
        ..claim(Parts::ZERO)
    }];
    let refused = audit(&debt, None, day("2026-11-16")).unwrap_err();
    let (on, payout) = (day("2026-01-09"), day("2026-01-10"));
    assert_eq!(refused, EngineError::ClaimBeforePayout { on, payout });
    debt.claims[0].on = day("2026-11-16");
    assert!(!audit(&debt, None, day("2026-11-16")).unwrap().paid_off);
    debt.payments[1].amount = money("20000");
    assert!(audit(&debt, None, day("2026-11-16")).unwrap().paid_off);
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
    let contract = debt.contract.clone().unwrap();
    let growth = growth::growth(&debt, &contract, day("2026-11-16")).unwrap();
    assert_eq!(growth.len(), 1);
    assert_eq!(growth[0].grew.penalty, money("7"));
    assert_eq!(growth[0].paid, money("500"));
}

/// Every way that the search hands over, walked again by itself from the first day.
#[test]
fn ways_that_share_a_walk_come_to_what_each_comes_to_alone() {
    let on = day("2026-11-16");
    let mut odd = debt();
    odd.contract.as_mut().unwrap().disbursed = Some(day("2026-01-02"));
    let mut card = debt();
    card.product = Some(crate::domain::Product::CreditCard);
    let mut called = debt();
    called.accelerated = Some(day("2026-09-01"));
    called.payments[1].kind = PaymentKind::Prepayment;
    let mut paused = debt();
    paused.grace_days = Some(4);
    paused.pauses.push(crate::domain::debt::Pause {
        from: day("2026-08-01"),
        until: day("2026-08-20"),
        what: crate::domain::debt::PauseWhat::ALL.to_vec(),
    });
    for mut debt in [debt(), odd, card, called, paused] {
        let contract = debt.contract.clone().unwrap();
        let pay = |on, amount| Payment {
            on: day(on),
            amount: money(amount),
            kind: PaymentKind::Payment,
            note: None,
        };
        debt.payments
            .extend([pay("2026-08-20", "1300"), pay("2026-10-30", "2211.07")]);
        let recorded = search::recorded(&debt, &contract);
        let mut ways = 0;
        search::each(
            &debt,
            &contract,
            &recorded,
            (on, Compared::Whole),
            |way, shared| {
                let mut alone = search::opened(&debt, &contract, way, on).unwrap();
                alone.walk(&debt.payments, on).unwrap();
                assert_eq!(alone.owed().unwrap(), shared, "{way:?}");
                ways += 1;
            },
        )
        .unwrap();
        assert!(ways > 1_000, "{ways}");
    }
}

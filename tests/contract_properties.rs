//! What holds for every contract, payment and date, not only for the worked ones.

use chrono::NaiveDate;
use forbear::domain::calendar::{plus_days, plus_months};
use forbear::domain::contract::{NamedOrder, PenaltyTerm};
use forbear::domain::rate::{Percent, Period};
use forbear::domain::{
    AllocationScope, Contract, DayCount, Debt, Method, Money, Order, Payment, PaymentKind, Rate,
    RateFrom,
};
use forbear::engine::EngineError;
use forbear::engine::arrears::arrears;
use forbear::engine::position::position;
use forbear::engine::schedule::{contract_schedule, schedule};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn day_count() -> impl Strategy<Value = DayCount> {
    prop::sample::select(vec![
        DayCount::Thirty360,
        DayCount::Actual360,
        DayCount::Actual365,
        DayCount::ActualActual,
    ])
}

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(vec![
        Method::EqualInstalment,
        Method::EqualPrincipal,
        Method::InterestOnly,
        Method::Bullet,
        Method::FlatFee,
    ])
}

/// Rates a person may meet, up to 36 % a year. Far above it a long first period can bear more than the level
/// payment, and the contract is refused (S1).
fn rate() -> impl Strategy<Value = Rate> {
    prop_oneof![
        (0_i64..=36_000_000, Just(Period::Year)),
        (0_i64..=3_000_000, Just(Period::Month)),
        (0_i64..=100_000, Just(Period::Day)),
    ]
    .prop_map(|(percent, per)| Rate {
        percent: Percent::from_millionths(percent),
        per,
    })
}

prop_compose! {
    fn contract()(
        principal in 10_000_i128..100_000_000,
        rate in rate(),
        method in method(),
        day_count in day_count(),
        count in 1_u32..=36,
        first in 0_i64..800,
        lead in prop::option::of(1_i64..40),
        fee in prop_oneof![Just(0_i128), 1_i128..5000],
        penalty in prop::option::of(100_i32..200),
        compound: bool,
    ) -> Contract {
        let first_due = plus_days(date("2023-06-30"), first);
        Contract {
            principal: Money::from_minor(principal),
            net_received: None,
            disbursed: lead.map(|days| plus_days(first_due, -days)),
            rates: vec![RateFrom { from: None, rate }],
            method,
            count,
            first_due,
            day_count,
            penalty: penalty.map(|percent| PenaltyTerm::Multiple(Percent::whole(percent))),
            compound,
            allocation: None,
            allocation_scope: None,
            fee_per_instalment: Money::from_minor(fee),
            rows: Vec::new(),
            purpose: None,
            number: None,
        }
    }
}

fn debt(contract: Contract, payments: &[(NaiveDate, Money)]) -> Debt {
    let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
    debt.contract = Some(contract);
    debt.payments = payments
        .iter()
        .map(|&(on, amount)| Payment {
            on,
            amount,
            kind: PaymentKind::Payment,
            note: None,
        })
        .collect();
    debt
}

fn owed(debt: &Debt, as_of: NaiveDate) -> Money {
    let owed = position(debt, None, as_of).unwrap();
    owed.parts.total() - owed.waiting
}

prop_compose! {
    /// A contract, and payments by days after the first due date and amount.
    fn paid_contract()(
        contract in contract(),
        payments in prop::collection::vec((-20_i64..400, 1_i128..3_000_000), 0..5),
    ) -> (Contract, Vec<(NaiveDate, Money)>) {
        let payments = payments
            .into_iter()
            .map(|(day, amount)| (plus_days(contract.first_due, day), Money::from_minor(amount)))
            .collect();
        (contract, payments)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_schedule_closes_and_repays_the_principal(contract in contract()) {
        // `Schedule` itself checks that rows add up, follow each other and close at zero.
        let laid = contract_schedule(&contract).unwrap();
        let principal: Money = laid.rows().iter().map(|row| row.principal).sum();
        prop_assert_eq!(principal, contract.principal);
        let rows = if contract.method == Method::Bullet { 1 } else { contract.count };
        prop_assert_eq!(laid.rows().len(), usize::try_from(rows).unwrap());
        prop_assert!(laid.rows().iter().all(|row| row.fee == contract.fee_per_instalment));
    }

    #[test]
    fn level_rows_differ_only_at_the_ends(contract in contract()) {
        prop_assume!(contract.method == Method::EqualInstalment);
        let laid = contract_schedule(&contract).unwrap();
        let rows = laid.rows();
        let middle = &rows[1.min(rows.len() - 1)..rows.len() - 1];
        let free = contract.rates[0].rate.percent.is_zero();
        prop_assert!(middle.windows(2).all(|pair| pair[0].amount == pair[1].amount
            || (free && pair[0].amount - pair[1].amount == Money::CENT)));
    }

    #[test]
    fn a_longer_term_never_raises_the_level_payment(contract in contract()) {
        let longer = Contract { count: contract.count + 1, ..contract.clone() };
        let level = |contract: &Contract| {
            let contract = Contract { method: Method::EqualInstalment, disbursed: None, ..contract.clone() };
            contract_schedule(&contract).unwrap().rows()[0].amount
        };
        prop_assert!(level(&longer) <= level(&contract));
    }

    #[test]
    fn what_is_paid_is_found_in_rows_or_waits((mut contract, payments) in paid_contract(), day in 0_i64..600) {
        contract.penalty = None;
        let as_of = plus_days(contract.first_due, day);
        let debt = debt(contract, &payments);
        let paid: Money = payments.iter().filter(|(on, _)| *on <= as_of).map(|(_, amount)| *amount).sum();
        let laid = schedule(&debt, as_of).unwrap();
        let in_rows: Money = laid.rows().iter().map(|row| row.paid).sum();
        let open: Money = laid.rows().iter().map(|row| row.open).sum();
        if open.is_positive() {
            prop_assert_eq!(in_rows, paid);
        } else {
            prop_assert!(in_rows <= paid);
            let owed = position(&debt, None, as_of).unwrap();
            prop_assert_eq!(owed.parts.total(), Money::ZERO);
        }
    }

    #[test]
    fn later_payments_are_not_known_yet_d6((contract, payments) in paid_contract(), day in 0_i64..500) {
        let as_of = plus_days(contract.first_due, day);
        let known: Vec<_> = payments.iter().filter(|(on, _)| *on <= as_of).copied().collect();
        let (all, some) = (debt(contract.clone(), &payments), debt(contract, &known));
        prop_assert_eq!(position(&all, None, as_of).unwrap(), position(&some, None, as_of).unwrap());
        prop_assert_eq!(arrears(&all, None, as_of).unwrap(), arrears(&some, None, as_of).unwrap());
    }

    #[test]
    fn without_payments_a_debt_never_shrinks(contract in contract(), day in -30_i64..500, more in 0_i64..90) {
        let from = plus_days(contract.first_due, day);
        let debt = debt(contract, &[]);
        prop_assert!(owed(&debt, from) <= owed(&debt, plus_days(from, more)));
        let days = |on| arrears(&debt, None, on).unwrap().days_overdue.unwrap();
        prop_assert!(days(from) <= days(plus_days(from, more)));
    }

    /// Exceptions, by rule: where principal comes first (A2: by contract, or a card from day 91), an earlier payment
    /// may find no principal due and go to interest, which bears nothing; and a hundredth each time penalty is paid,
    /// because it is rounded on that day (P4). With compound interest and payment part by part, an earlier
    /// payment may find no interest due and go to penalty, which bears nothing, where a later one pays interest.
    #[test]
    fn paying_earlier_never_costs_more(
        (contract, payments) in paid_contract(),
        earlier in 1_i64..60,
        by_part: bool,
    ) {
        prop_assume!(!payments.is_empty());
        let contract = Contract {
            allocation: Some(Order::Named(NamedOrder::CivilCode)),
            allocation_scope: by_part.then_some(AllocationScope::Debt),
            compound: contract.compound && !by_part,
            ..contract
        };
        let as_of = plus_days(contract.first_due, 500);
        let mut moved = payments.clone();
        // Before payout nothing is owed, and money would only wait.
        let paid_out = contract.disbursed.unwrap_or(plus_months(contract.first_due, -1));
        moved[0].0 = plus_days(moved[0].0, -earlier).max(plus_days(paid_out, 1)).min(moved[0].0);
        // One rounding each time something overdue is paid: by a payment, or by waiting credit on a due date.
        let roundings = i128::try_from(payments.len()).unwrap() + i128::from(contract.count);
        let hundredths = Money::from_minor(roundings);
        let before = owed(&debt(contract.clone(), &payments), as_of);
        let after = owed(&debt(contract, &moved), as_of);
        prop_assert!(after <= before + hundredths, "{} earlier days: {} instead of {}", earlier, after, before);
    }
}

/// Answers or refuses, but never stops the program, and a schedule that is given is whole.
fn answers(contract: &Contract) {
    match contract_schedule(contract) {
        Ok(laid) => {
            let principal: Money = laid.rows().iter().map(|row| row.principal).sum();
            assert_eq!(principal, contract.principal);
        }
        Err(
            EngineError::TooLarge(_)
            | EngineError::PaymentTooSmall { .. }
            | EngineError::NoPayments
            | EngineError::TooManyRows,
        ) => {}
        Err(other) => panic!("{other}"),
    }
    let half = Money::from_minor(contract.principal.minor() / 2);
    let mut debt = debt(contract.clone(), &[(contract.first_due, half)]);
    debt.payments.push(Payment {
        on: plus_days(contract.first_due, 3),
        amount: Money::CENT,
        kind: PaymentKind::Prepayment,
        note: None,
    });
    for accelerated in [None, Some(plus_months(contract.first_due, 1))] {
        debt.accelerated = accelerated;
        for as_of in [date("1900-01-01"), date("2199-12-31")] {
            let _ = position(&debt, None, as_of);
            let _ = arrears(&debt, None, as_of);
            let _ = schedule(&debt, as_of);
        }
    }
}

#[test]
fn the_limits_of_input_are_answered_or_refused() {
    let limits = |text: &str| Rate {
        percent: Percent::from_millionths(1_000_000_000),
        per: text.parse().unwrap(),
    };
    let rates = [
        Rate::yearly(Percent::ZERO),
        Rate::yearly(Percent::whole(18)),
        limits("day"),
    ];
    for rate in rates {
        for minor in [1, Money::LIMIT.minor()] {
            for (count, first_due) in [(1, "2199-12-31"), (1, "1900-01-31"), (1200, "1950-01-31")] {
                for (method, day_count) in [
                    (Method::EqualInstalment, DayCount::Thirty360),
                    (Method::EqualInstalment, DayCount::ActualActual),
                    (Method::EqualPrincipal, DayCount::Actual365),
                    (Method::FlatFee, DayCount::Thirty360),
                    (Method::Bullet, DayCount::ActualActual),
                ] {
                    answers(&Contract {
                        principal: Money::from_minor(minor),
                        net_received: None,
                        disbursed: None,
                        rates: vec![RateFrom { from: None, rate }],
                        method,
                        count,
                        first_due: date(first_due),
                        day_count,
                        penalty: Some(PenaltyTerm::Own(rate)),
                        compound: true,
                        allocation: None,
                        allocation_scope: None,
                        fee_per_instalment: Money::ZERO,
                        rows: Vec::new(),
                        purpose: None,
                        number: None,
                    });
                }
            }
        }
    }
}

#[test]
fn too_many_or_no_rows_are_refused_by_name() {
    let contract = |count| Contract {
        principal: Money::from_minor(100),
        net_received: None,
        disbursed: None,
        rates: Vec::new(),
        method: Method::EqualInstalment,
        count,
        first_due: date("2026-01-31"),
        day_count: DayCount::Thirty360,
        penalty: None,
        compound: false,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::ZERO,
        rows: Vec::new(),
        purpose: None,
        number: None,
    };
    assert_eq!(
        contract_schedule(&contract(0)),
        Err(EngineError::NoPayments)
    );
    assert_eq!(
        contract_schedule(&contract(1201)),
        Err(EngineError::TooManyRows)
    );
    assert!(contract_schedule(&contract(1200)).is_ok());
}

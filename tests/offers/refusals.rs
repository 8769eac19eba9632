//! Terms that cannot be applied are refused by name, and what offers start from is read off a debt.

use chrono::NaiveDate;
use forbear::domain::contract::RateFrom;
use forbear::domain::debt::{Card, Claim, Claimed};
use forbear::domain::offer::{Terms, TermsError};
use forbear::domain::position::{Basis, Position};
use forbear::domain::{Contract, CustomDue, DayCount, Debt, Method, Money, Part, Parts};
use forbear::engine::EngineError;
use forbear::engine::simulate::{PlanBase, base_of, compare, months_until, simulate};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn terms(text: &str) -> Terms {
    Terms::parse(text).unwrap()
}

fn base() -> PlanBase {
    let mut base = PlanBase::new(
        date("2026-11-16"),
        Parts {
            principal: money("1000"),
            interest: money("100"),
            penalty: money("50"),
            fees: money("5"),
        },
    );
    base.rate = Some("18%/year".parse().unwrap());
    base
}

#[track_caller]
fn refused(text: &str, error: &EngineError) {
    assert_eq!(
        simulate(&base(), &terms(text)).unwrap_err(),
        *error,
        "{text}"
    );
}

#[test]
fn more_than_there_is_cannot_be_waived_o2() {
    refused(
        "waive interest=100.01; instalments 3",
        &EngineError::WaivesTooMuch {
            part: Part::Interest,
            asked: money("100.01"),
            there: money("100"),
        },
    );
    assert!(simulate(&base(), &terms("waive interest=100; instalments 3")).is_ok());
}

#[test]
fn more_than_is_owed_is_not_paid_o3() {
    let too_much = |asked: &str, there: &str| EngineError::PaysTooMuch {
        asked: money(asked),
        there: money(there),
    };
    refused("pay-now 1155.01", &too_much("1155.01", "1155"));
    refused("settle 1155.01 by 2026-12-01", &too_much("1155.01", "1155"));
    // What is waived or paid first is no longer owed.
    refused(
        "waive penalty=all; pay-now 1105.01",
        &too_much("1105.01", "1105"),
    );
    refused(
        "pay-now 155; settle 1000.01; instalments 2",
        &too_much("1000.01", "1000"),
    );
}

#[test]
fn dates_do_not_lie_in_the_past_o5() {
    let past = |text: &str| EngineError::DateInPast {
        date: date(text),
        as_of: date("2026-11-16"),
    };
    refused("instalments 3; first-due 2026-11-15", &past("2026-11-15"));
    refused("settle 500 by 2026-11-15", &past("2026-11-15"));
    assert!(simulate(&base(), &terms("settle 500 by 2026-11-16")).is_ok());
}

#[test]
fn what_is_left_needs_a_way_to_be_paid() {
    refused("waive interest=50%", &EngineError::NoPayments);
    refused("freeze; defer 3", &EngineError::NoPayments);
    refused("extend 6", &EngineError::ExtendNeedsEnd);
    // Nothing is left: nothing needs to be laid out.
    let all = simulate(&base(), &terms("waive penalty=all; pay-now 1105")).unwrap();
    assert_eq!((all.count, all.total), (0, money("1105")));
    assert_eq!(all.ends_on, date("2026-11-16"));
    assert_eq!(all.rates.dated, None);
}

#[test]
fn an_extension_keeps_its_end_o5_o6() {
    let mut base = base();
    base.remaining = Some(2);
    let refused = |text: &str| simulate(&base, &terms(text)).unwrap_err();
    assert_eq!(
        refused("extend 1; first-due 2027-02-17"),
        EngineError::FirstDueAfterEnd {
            first: date("2027-02-17"),
            last: date("2027-02-16")
        }
    );
    assert_eq!(
        refused("defer 3; extend 1"),
        EngineError::DefersPastEnd {
            defer: 3,
            last: date("2027-02-16")
        }
    );
    base.remaining = Some(1200);
    assert_eq!(
        simulate(&base, &terms("extend 1")).unwrap_err(),
        EngineError::TooManyRows
    );
}

#[test]
fn a_payment_that_only_feeds_interest_is_refused_s1() {
    let mut base = base();
    base.rate = Some("100%/month".parse().unwrap());
    // 1,000 at 100 % a month over 30 months: 1,000.00 interest, and a level payment of 1,000.0000009.
    assert_eq!(
        simulate(&base, &terms("instalments 30")).unwrap_err(),
        EngineError::PaymentTooSmall {
            payment: money("1000"),
            interest: money("1000"),
            most: None
        }
    );
    // Side by side it is told how many work: 1,000 / (2^n − 1) is a cent of principal or more up to n = 17
    // (0.00763 rounds to 0.01), and 0.0038 at n = 18 is nothing.
    assert_eq!(
        compare(&base, &[terms("instalments 30")], None).unwrap_err(),
        EngineError::PaymentTooSmall {
            payment: money("1000"),
            interest: money("1000"),
            most: Some(17)
        }
    );
    simulate(&base, &terms("instalments 17")).unwrap();
    simulate(&base, &terms("instalments 18")).unwrap_err();
    // Over 12 months it is 1,000 × 2^12 / (2^12 − 1) = 1,000.2442.
    let found = simulate(&base, &terms("instalments 12")).unwrap();
    assert_eq!(found.rows[0].principal, money("0.24"));
}

#[test]
fn contradictions_of_a_settlement_are_refused_o1() {
    let clash = |text: &str, a, b| {
        assert_eq!(
            Terms::parse(text).unwrap_err(),
            TermsError::Contradiction(a, b),
            "{text}"
        );
    };
    clash(
        "settle 5 by 2026-12-01; first-due 2026-12-02",
        "settle … by",
        "first-due",
    );
    clash("settle 5; instalments 2; method bullet", "settle", "method");
    clash(
        "settle 5; instalments 2; arrears first",
        "settle",
        "arrears",
    );
}

#[test]
fn of_several_offers_the_one_refused_is_named() {
    let good = terms("instalments 3");
    let bad = terms("extend 3");
    assert_eq!(
        compare(&base(), std::slice::from_ref(&bad), None).unwrap_err(),
        EngineError::ExtendNeedsEnd
    );
    let error = compare(&base(), &[good, bad], None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "in `extend 3`: `extend` needs the contract's last due date or the instalments remaining"
    );
}

#[test]
fn offers_are_measured_on_the_latest_end_o7() {
    let found = compare(
        &base(),
        &[terms("instalments 3"), terms("instalments 12")],
        None,
    )
    .unwrap();
    assert_eq!(found.baselines[1].on, date("2027-11-16"));
    // 1,000 × 18 % × 365/360 = 182.50: doing nothing until then comes to 1,337.50.
    assert_eq!(found.baselines[1].parts.total(), money("1337.50"));
    for offer in &found.offers {
        assert_eq!(offer.saved_against_nothing, money("1337.50") - offer.total);
    }
}

#[test]
fn months_are_counted_from_the_running_one_m3() {
    assert_eq!(months_until(date("2026-11-30"), date("2026-11-01")), 1);
    assert_eq!(months_until(date("2026-11-30"), date("2026-12-01")), 2);
    assert_eq!(months_until(date("2026-11-01"), date("2027-11-30")), 13);
}

fn contract() -> Contract {
    Contract {
        principal: money("12000"),
        net_received: None,
        disbursed: None,
        rates: Vec::new(),
        method: Method::EqualInstalment,
        count: 12,
        first_due: date("2026-08-31"),
        day_count: DayCount::Actual365,
        penalty: None,
        compound: true,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::ZERO,
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

fn position() -> Position {
    Position {
        as_of: date("2026-11-16"),
        basis: Basis::Claim,
        parts: Parts {
            principal: money("9000"),
            ..Parts::ZERO
        },
        waiting: Money::ZERO,
        notes: Vec::new(),
        claimed: None,
        computed: None,
        agreed: None,
    }
}

fn debt() -> Debt {
    Debt::new("d".parse().unwrap(), "l".parse().unwrap())
}

#[test]
fn the_rate_in_force_on_the_day_is_borne_o4() {
    let mut debt = debt();
    let mut contract = contract();
    let from = |day: &str, rate: &str| RateFrom {
        from: Some(date(day)),
        rate: rate.parse().unwrap(),
    };
    contract.rates = vec![
        from("2026-08-01", "18%/year"),
        from("2026-11-16", "15%/year"),
        from("2026-11-17", "12%/year"),
    ];
    debt.contract = Some(contract);
    let base = PlanBase::of_debt(&debt, &position());
    assert_eq!(base.rate, Some("15%/year".parse().unwrap()));
    assert_eq!(base.day_count, DayCount::Actual365);
    assert!(base.compound);
    assert_eq!(base.contract.unwrap().end, date("2027-07-31"));
}

#[test]
fn typed_rows_end_a_custom_contract_o5() {
    let mut debt = debt();
    let mut contract = contract();
    contract.method = Method::Custom;
    contract.rows = ["2026-09-05", "2027-01-20"]
        .map(|on| CustomDue {
            on: date(on),
            principal: money("6000"),
            interest: Money::ZERO,
            fee: Money::ZERO,
        })
        .to_vec();
    debt.contract = Some(contract);
    let base = PlanBase::of_debt(&debt, &position());
    let found = simulate(&base, &terms("extend 1")).unwrap();
    let dues: Vec<String> = found.rows.iter().map(|row| row.due.to_string()).collect();
    assert_eq!(
        dues,
        ["2026-11-20", "2026-12-20", "2027-01-20", "2027-02-20"]
    );
}

#[test]
fn a_card_bears_its_daily_rate_p5() {
    let mut debt = debt();
    debt.card = Some(Card {
        daily_rate: Some("0.05%/day".parse().unwrap()),
        ..Card::default()
    });
    let base = PlanBase::of_debt(&debt, &position());
    // 0.05 % × 360 = 18 % a year, 1.5 % a month on 9,000 = 135.
    let found = simulate(&base, &terms("instalments 6")).unwrap();
    assert_eq!(found.rows[0].interest, money("135"));
}

#[test]
fn nothing_known_is_said_o1() {
    let ledger = forbear::domain::Ledger::default();
    assert_eq!(
        base_of(&ledger, &debt(), date("2026-11-16")).unwrap_err(),
        EngineError::NothingKnown
    );
    let mut claimed = debt();
    claimed.claims.push(Claim {
        on: date("2026-11-17"),
        claimed: Claimed::Total(money("5")),
        overdue: None,
        payoff: None,
        source: None,
        note: None,
    });
    assert_eq!(
        base_of(&ledger, &claimed, date("2026-11-16")).unwrap_err(),
        EngineError::NothingKnown
    );
}

#[test]
fn known_rate_changes_are_laid_out_s4() {
    let mut debt = debt();
    let mut contract = contract();
    contract.day_count = DayCount::Thirty360;
    contract.rates = vec![
        RateFrom {
            from: None,
            rate: "12%/year".parse().unwrap(),
        },
        RateFrom {
            from: Some(date("2027-01-16")),
            rate: "6%/year".parse().unwrap(),
        },
    ];
    debt.contract = Some(contract);
    let base = PlanBase::of_debt(&debt, &position());
    let found = simulate(&base, &terms("instalments 3; method interest-only")).unwrap();
    // 9,000 at 1 % until 16 January, then at 0.5 %.
    let interest: Vec<String> = found.rows.iter().map(|r| r.interest.to_string()).collect();
    assert_eq!(interest, ["90.00", "90.00", "45.00"]);
    // Repriced, the contract's changes no longer count.
    let found = simulate(
        &base,
        &terms("rate 3%/year; instalments 3; method interest-only"),
    )
    .unwrap();
    assert!(found.rows.iter().all(|row| row.interest == money("22.50")));
}

#[test]
fn what_happens_later_is_not_known_yet_d6() {
    use forbear::domain::Payment;
    let mut debt = debt();
    let mut contract = contract();
    contract.rates = vec![RateFrom {
        from: None,
        rate: "18%/year".parse().unwrap(),
    }];
    debt.contract = Some(contract);
    debt.claims.push(Claim {
        on: date("2026-11-01"),
        claimed: Claimed::Total(money("9000")),
        overdue: None,
        payoff: None,
        source: None,
        note: None,
    });
    let ledger = forbear::domain::Ledger::default();
    let offers = [terms("instalments 12")];
    let nothing = |debt: &Debt| {
        let base = base_of(&ledger, debt, date("2026-11-16")).unwrap();
        compare(&base, &offers, None).unwrap().baselines[1].parts
    };
    let before = nothing(&debt);
    debt.accelerated = Some(date("2026-12-20"));
    debt.payments.push(Payment {
        on: date("2026-12-20"),
        amount: money("5000"),
        kind: forbear::domain::PaymentKind::Payment,
        note: None,
    });
    assert_eq!(nothing(&debt), before);
}

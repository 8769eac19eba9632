//! What falls due, what waits past its day, and the time to sue.
//!
//! The figures are counted by hand on the calendar.

use chrono::NaiveDate;
use forbear::domain::lang::Lang;
use forbear::domain::ledger::Ledger;
use forbear::domain::limitation::{Confidence, LimitationEvent, TimeToSue};
use forbear::engine::due::upcoming;
use forbear::engine::limitation::not_before;
use forbear::i18n::Words;
use forbear::report::due::DueReport;
use forbear::rules::Books;
use forbear::rules::clocks::counted_deadlines;

const LEDGER: &str = r#"
version = 1
currency = "CNY"
[[lender]]
id = "a"
name = "甲"
kind = "bank"
region = "CN"
[[debt]]
id = "loan"
lender = "a"
[debt.contract]
principal = "1200"
count = 3
first-due = 2026-11-10
disbursed = 2026-10-10
rate = "0%/year"
[[debt.payment]]
on = 2026-11-10
amount = "450"
[[debt]]
id = "planned"
lender = "a"
[debt.contract]
principal = "900"
count = 1
first-due = 2026-12-12
disbursed = 2026-09-10
method = "bullet"
rate = "0%/year"
[[debt]]
id = "card"
lender = "a"
product = "credit-card"
oldest-unpaid = 2022-05-31
[debt.card]
due-day = 31
min-payment = "200"
[[debt.claim]]
on = 2023-01-05
total = "4000"
[[agreement]]
id = "plan"
debt = "planned"
signed = 2026-11-01
form = "written"
clauses = { cure-days = 30 }
[[agreement.due]]
on = 2026-11-20
amount = "300"
[[agreement.due]]
on = 2026-12-20
amount = "300"
[[offer]]
id = "theirs"
debt = "loan"
from = "lender"
on = 2026-11-01
terms = "instalments 12"
status = "open"
reply-by = 2026-11-30
[[offer]]
id = "ours"
debt = "loan"
from = "borrower"
on = 2026-11-02
terms = "instalments 24"
status = "open"
reply-by = 2026-11-16
[[clock]]
what = "支付令"
debt = "loan"
kind = "court"
until = 2026-11-15
[[clock]]
what = "回复"
kind = "asked"
until = 2026-11-26
[[clock]]
what = "已答"
kind = "court"
until = 2026-11-27
done = 2026-11-20
[[contact]]
at = 2026-11-05T10:00:00
debt = "loan"
channel = "phone"
direction = "in"
summary = "first"
follow-up = 2026-11-12
promise = { amount = "500", on = 2026-11-18 }
[[contact]]
at = 2026-11-13T10:00:00
debt = "loan"
channel = "phone"
direction = "out"
summary = "second"
follow-up = 2026-11-28
"#;

fn ledger() -> Ledger {
    let parsed = forbear::store::parse(LEDGER, "agenda");
    parsed
        .unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
        .ledger
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shown(as_of: &str, days: u32) -> Vec<String> {
    upcoming(&ledger(), date(as_of), days)
        .iter()
        .map(|item| {
            let debt = item
                .debt
                .as_ref()
                .map_or(String::new(), |debt| format!(" {debt}"));
            let amount = item
                .amount
                .map_or(String::new(), |amount| format!(" {amount}"));
            let what = item
                .what
                .as_ref()
                .map_or(String::new(), |what| format!(" {what}"));
            let late = if item.overdue { " late" } else { "" };
            let deadline = if item.deadline { " deadline" } else { "" };
            format!(
                "{} {}{debt}{amount}{what}{late}{deadline}",
                item.on, item.kind
            )
        })
        .collect()
}

#[test]
fn everything_due_in_two_weeks_and_what_waits() {
    assert_eq!(
        shown("2026-11-25", 15),
        [
            "2026-11-15 clock loan 支付令 late deadline",
            "2026-11-16 reply loan ours late",
            // 450 were paid on the 10th, after the promise of 500 was made
            "2026-11-18 promise loan 50.00 late",
            // the agreement's rows, in place of the contract's; a missed one stays
            "2026-11-20 agreement planned 300.00 late",
            "2026-11-26 clock 回复",
            "2026-11-28 follow-up loan second",
            "2026-11-30 instalment card 200.00",
            "2026-11-30 reply loan theirs",
            // 50 of the 450 wait for it
            "2026-12-10 instalment loan 350.00",
        ]
    );
}

#[test]
fn nothing_is_known_before_it_is_dated() {
    // The agreement is not signed, the offers and contacts are not made yet.
    assert_eq!(
        shown("2026-10-20", 21),
        [
            "2026-10-31 instalment card 200.00",
            "2026-11-10 instalment loan 400.00",
        ]
    );
}

#[test]
fn the_time_to_sue_runs_from_the_last_known_event() {
    let ledger = ledger();
    let find = |id: &str| {
        ledger
            .debts
            .iter()
            .find(|debt| debt.id.to_string() == id)
            .unwrap()
    };
    let mainland = TimeToSue {
        years: 3,
        near_months: 30,
        demands_restart: true,
    };
    // The last instalment of the loan falls due on 2027-01-10, after every contact and payment.
    let loan = not_before(&ledger, find("loan"), mainland, date("2026-11-25"));
    assert_eq!(loan.since, Some(date("2027-01-10")));
    assert_eq!(loan.event, Some(LimitationEvent::LastDue));
    assert_eq!(loan.not_before, Some(date("2030-01-10")));
    assert_eq!(loan.confidence, Confidence::Fair);
    assert!(!loan.near && !loan.over);
    // The card's last known event is the claim of 2023-01-05: 30 months to 2025-07-05, 36 to 2026-01-05.
    let card = |on| not_before(&ledger, find("card"), mainland, date(on));
    assert_eq!(card("2025-07-04").event, Some(LimitationEvent::Claim));
    assert_eq!(card("2025-07-04").confidence, Confidence::Low);
    for (on, near, over) in [
        ("2025-07-04", false, false),
        ("2025-07-05", true, false),
        ("2026-01-04", true, false),
        ("2026-01-05", true, true),
    ] {
        assert_eq!((card(on).near, card(on).over), (near, over), "{on}");
    }
    // Before the claim only the missed due date is known.
    assert_eq!(
        card("2022-12-01").event,
        Some(LimitationEvent::OldestUnpaid)
    );
    // Under Hong Kong's 6 years and 60 months nothing is near yet; a claim alone starts nothing afresh there.
    let hong_kong = TimeToSue {
        years: 6,
        near_months: 60,
        demands_restart: false,
    };
    let slow = not_before(&ledger, find("card"), hong_kong, date("2026-11-25"));
    assert_eq!(slow.event, Some(LimitationEvent::OldestUnpaid));
    assert_eq!(slow.not_before, Some(date("2028-05-31")));
    assert!(!slow.near && !slow.over);
}

/// A payment order came on 20 November and no clock was recorded: 15 days from receipt is 5 December (CRT-01).
#[test]
fn a_court_paper_without_a_clock_still_has_its_last_day_in_due() {
    let text = r#"
version = 1
currency = "CNY"
[[lender]]
id = "a"
name = "甲"
kind = "bank"
region = "CN"
[[debt]]
id = "d"
lender = "a"
proceedings = "payment-order"
[[contact]]
at = 2026-11-20T10:00:00
debt = "d"
channel = "court"
direction = "in"
summary = "签收支付令"
"#;
    let ledger = forbear::store::parse::parse(text, "t").unwrap().ledger;
    let told = |as_of: &str, days| {
        let as_of = date(as_of);
        let counted = counted_deadlines(&ledger, Books::built_in(), as_of);
        let report = DueReport::new(as_of, days, upcoming(&ledger, as_of, days), ledger.currency)
            .with_deadlines(counted, &Words::new(Lang::En));
        let items = report.items.into_iter();
        let items: Vec<String> = items
            .map(|item| format!("{} {} {}", item.on, item.deadline, item.overdue))
            .collect();
        items
    };
    assert_eq!(told("2026-11-25", 14), ["2026-12-05 true false"]);
    assert_eq!(told("2026-11-25", 9), [""; 0]);
    assert_eq!(told("2026-12-06", 14), ["2026-12-05 true true"]);
    // The paper has not come yet.
    assert_eq!(told("2026-11-19", 30), [""; 0]);
}

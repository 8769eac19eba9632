//! Capacity, promises and told facts on small ledgers (M1–M3, M7), each figure worked in its comment.

use chrono::NaiveDate;
use forbear::domain::budget::{Every, Expense, Income};
use forbear::domain::capacity::ReservedBy;
use forbear::domain::contact::{Channel, Contact, Counterpart, Direction, Promise, Told};
use forbear::domain::debt::{AutoDebit, Claim, Claimed, Payment, PaymentKind};
use forbear::domain::ledger::Account;
use forbear::domain::offer::{Offer, OfferStatus, Party, Terms};
use forbear::domain::promise::ToldFact;
use forbear::domain::{
    Agreement, AgreementDue, Clauses, Debt, DebtId, Form, Ledger, Money, Parts, Percent,
};
use forbear::engine::EngineError;
use forbear::engine::capacity::{capacity, first_misfit};
use forbear::engine::promises::{first_due_proposed, offer_fits, promise_fits};
use forbear::engine::simulate::{base_of, compare_within, simulate};
use forbear::engine::told::differences;

const AS_OF: &str = "2026-11-16";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn id(text: &str) -> DebtId {
    text.parse().unwrap()
}

fn income(amount: &str, every: Every) -> Income {
    Income {
        name: "工资".to_owned(),
        amount: money(amount),
        every,
        on: None,
        from: None,
        until: None,
        low: None,
        high: None,
        pay_day: None,
        account: None,
        history: Vec::new(),
        evidence: Vec::new(),
        note: None,
    }
}

fn expense(amount: &str, every: Every) -> Expense {
    Expense {
        name: "房租".to_owned(),
        amount: money(amount),
        every,
        category: None,
        essential: true,
        on: None,
        from: None,
        until: None,
        evidence: Vec::new(),
        note: None,
    }
}

/// Income 4,000 less rent 2,800 and reserve 200: 1,000 left, 800 at 80 %.
fn ledger() -> Ledger {
    let mut ledger = Ledger {
        incomes: vec![income("4000", Every::Month)],
        expenses: vec![expense("2800", Every::Month)],
        debts: vec![debt("a", "6000"), debt("b", "3000")],
        ..Ledger::default()
    };
    ledger.budget.reserve = money("200");
    ledger
}

fn debt(name: &str, owed: &str) -> Debt {
    let mut debt = Debt::new(id(name), "lender".parse().unwrap());
    debt.claims.push(Claim {
        on: date("2026-11-01"),
        claimed: Claimed::Parts(Parts {
            principal: money(owed),
            ..Parts::ZERO
        }),
        overdue: None,
        payoff: None,
        source: None,
        note: None,
    });
    debt
}

fn contact(debt: &str, at: &str) -> Contact {
    Contact {
        at: at.parse().unwrap(),
        debt: Some(id(debt)),
        channel: Channel::Phone,
        direction: Direction::In,
        counterpart: Counterpart::default(),
        summary: String::new(),
        conduct: Vec::new(),
        promise: None,
        evidence: Vec::new(),
        follow_up: None,
        answered: None,
        minutes: None,
        outcome: None,
        ticket: None,
        told: None,
    }
}

fn promise(debt: &str, amount: &str, on: &str) -> Contact {
    let mut contact = contact(debt, "2026-11-10T21:40:00");
    contact.promise = Some(Promise {
        amount: money(amount),
        on: date(on),
        withdrawn: None,
    });
    contact
}

fn payment(on: &str, amount: &str) -> Payment {
    Payment {
        on: date(on),
        amount: money(amount),
        kind: PaymentKind::Payment,
        note: None,
    }
}

fn offer(name: &str, debt: &str, from: Party, terms: &str) -> Offer {
    Offer {
        id: name.parse().unwrap(),
        debt: id(debt),
        from,
        on: date("2026-11-03"),
        terms: Terms::parse(terms).unwrap(),
        status: OfferStatus::Open,
        reply_by: None,
        counters: None,
        note: None,
    }
}

fn agreement(debt: &str, dues: &[(&str, &str)]) -> Agreement {
    Agreement {
        id: "a-1".parse().unwrap(),
        debt: id(debt),
        signed: date("2026-10-20"),
        form: Form::Written,
        proof: None,
        offer: None,
        dues: dues
            .iter()
            .map(|(on, amount)| AgreementDue {
                on: date(on),
                amount: money(amount),
            })
            .collect(),
        clauses: Clauses::default(),
        broken: None,
        evidence: Vec::new(),
        note: None,
    }
}

fn offerable(ledger: &Ledger, months: u32) -> Vec<String> {
    capacity(ledger, date(AS_OF), months, None)
        .unwrap()
        .months
        .iter()
        .map(|month| month.offerable.to_string())
        .collect()
}

#[track_caller]
fn a_month(amount: &str, every: Every, expected: &str) {
    let ledger = Ledger {
        incomes: vec![income(amount, every)],
        ..Ledger::default()
    };
    let found = capacity(&ledger, date(AS_OF), 1, None).unwrap();
    assert_eq!(found.income, money(expected), "{every}");
}

#[test]
fn every_rhythm_becomes_a_month_m1() {
    a_month("300", Every::Week, "1300"); // 300 × 52 / 12
    a_month("1000", Every::Fortnight, "2166.67"); // 1,000 × 26 / 12
    a_month("4000", Every::Month, "4000");
    a_month("900", Every::Quarter, "300");
    a_month("1200", Every::Year, "100");
}

#[test]
fn what_can_be_offered_is_rounded_down_once_m2() {
    let mut ledger = Ledger {
        incomes: vec![income("1000", Every::Week)],
        ..Ledger::default()
    };
    // 1,000 × 52/12 × 80 % = 3,466.666…; from the rounded 4,333.33 it would be 3,466.66 as well, so
    // the share is also tried at 75 %: 3,250 exactly, 3,249.99 from a rounded month.
    assert_eq!(offerable(&ledger, 1), ["3466.66"]);
    ledger.budget.share = Some(Percent::whole(75));
    assert_eq!(offerable(&ledger, 1), ["3250.00"]);
}

#[test]
fn the_statement_says_what_is_left_m2() {
    let found = capacity(&ledger(), date(AS_OF), 12, None).unwrap();
    assert_eq!(found.income, money("4000"));
    assert_eq!(found.essential, money("2800"));
    assert_eq!(found.reserve, money("200"));
    assert_eq!(found.surplus, money("1000"));
    assert_eq!(found.offerable, money("800"));
    assert_eq!(found.months.len(), 12);
    assert_eq!(found.months[0].month, date("2026-11-01"));
    assert!(!found.share_is_high());
    let mut high = ledger();
    high.budget.share = Some("90.000001%".parse().unwrap());
    assert!(
        capacity(&high, date(AS_OF), 1, None)
            .unwrap()
            .share_is_high()
    );
}

#[test]
fn a_shortfall_offers_nothing_m2() {
    let mut ledger = ledger();
    ledger.expenses.push(expense("1500", Every::Month));
    let found = capacity(&ledger, date(AS_OF), 2, None).unwrap();
    assert_eq!(found.surplus, money("-500"));
    assert_eq!(found.offerable, Money::ZERO);
}

#[test]
fn bounds_end_an_item_m1() {
    let mut ledger = ledger();
    ledger.expenses[0].until = Some(date("2026-12-05"));
    // 800 while the rent runs (November, December), then (4,000 − 200) × 80 %.
    assert_eq!(
        offerable(&ledger, 4),
        ["800.00", "800.00", "3040.00", "3040.00"]
    );
    // A last wage on 15 December: none in January, though the job ends on the 31st.
    ledger.expenses.clear();
    ledger.incomes[0].pay_day = Some(15);
    ledger.incomes[0].until = Some(date("2026-12-31"));
    assert_eq!(offerable(&ledger, 3), ["3040.00", "3040.00", "0.00"]);
    // Ending on the 14th, the wage of the 15th does not come.
    ledger.incomes[0].until = Some(date("2026-12-14"));
    assert_eq!(offerable(&ledger, 2), ["3040.00", "0.00"]);
}

#[test]
fn ordinary_money_does_not_carry_and_one_offs_do_m2() {
    let mut ledger = ledger();
    let mut bonus = income("5000", Every::Once);
    bonus.on = Some(date("2026-12-20"));
    ledger.incomes.push(bonus);
    // December (1,000 + 5,000) × 80 %; what is left of the 5,000 stays: 4,800 until it is used.
    assert_eq!(
        offerable(&ledger, 4),
        ["800.00", "4800.00", "4800.00", "4800.00"]
    );
    let found = capacity(&ledger, date(AS_OF), 6, None).unwrap();
    assert_eq!(
        found.income,
        money("4000"),
        "an ordinary month has no bonus"
    );
    let fits = |payments: &[(&str, &str)]| {
        let payments: Vec<_> = payments
            .iter()
            .map(|(on, amount)| (date(on), money(amount)))
            .collect();
        first_misfit(&found, &payments).map(|short| (short.month.to_string(), short.by.to_string()))
    };
    assert_eq!(fits(&[("2026-12-25", "4800"), ("2027-01-25", "800")]), None);
    // The bonus is offered once: in January 0.01 more than the ordinary 800 is too much.
    assert_eq!(
        fits(&[("2026-12-25", "4800"), ("2027-01-25", "800.01")]),
        Some(("2027-01-01".to_owned(), "0.01".to_owned()))
    );
    // 2,000 in December takes 1,200 of the bonus's 4,000; 800 + 2,800 are left.
    assert_eq!(
        fits(&[("2026-12-25", "2000"), ("2027-01-25", "3600")]),
        None
    );
    assert_eq!(
        fits(&[("2026-12-25", "2000"), ("2027-03-25", "3600.01")]),
        Some(("2027-03-01".to_owned(), "0.01".to_owned()))
    );
}

#[test]
fn a_one_off_expense_leaves_a_hole_until_it_is_filled_m2() {
    let mut ledger = ledger();
    let mut tuition = expense("2500", Every::Once);
    tuition.on = Some(date("2026-12-01"));
    ledger.expenses.push(tuition);
    // 1,000 a month is left: December −1,500, January −500, February +500 → 400, March 800 again.
    assert_eq!(
        offerable(&ledger, 5),
        ["800.00", "0.00", "0.00", "400.00", "800.00"]
    );
}

#[test]
fn promises_reserve_until_kept_past_or_withdrawn_m2() {
    let with = |contact: Contact| {
        let mut ledger = ledger();
        ledger.contacts.push(contact);
        ledger
    };
    let open = with(promise("a", "500", "2026-12-10"));
    assert_eq!(offerable(&open, 2), ["800.00", "300.00"]);
    let found = capacity(&open, date(AS_OF), 2, None).unwrap();
    assert_eq!(found.months[1].promised, money("500"));
    assert!(matches!(found.reserved[0].by, ReservedBy::Promise(_)));
    // Left out when the same lender is spoken to again.
    let own = capacity(&open, date(AS_OF), 2, Some(&id("a"))).unwrap();
    assert_eq!(own.offerable, money("800"));

    let mut said_twice = open.clone();
    said_twice.contacts.push(promise("a", "500", "2026-12-10"));
    assert_eq!(offerable(&said_twice, 2), ["800.00", "300.00"]);

    let past = with(promise("a", "500", "2026-11-15"));
    assert_eq!(offerable(&past, 1), ["800.00"]);

    let mut withdrawn = open.clone();
    withdrawn.contacts[0].promise.as_mut().unwrap().withdrawn = Some(date(AS_OF));
    assert_eq!(offerable(&withdrawn, 2), ["800.00", "800.00"]);

    // 200 of the 500 came on the 12th: 300 is still promised, and 200 of November is gone (M3).
    let mut partly = open;
    partly.debts[0].payments.push(payment("2026-11-12", "200"));
    assert_eq!(offerable(&partly, 2), ["600.00", "500.00"]);
}

#[test]
fn an_agreement_takes_its_rows_and_the_running_month_counts_what_was_paid_m2_m3() {
    let mut ledger = ledger();
    ledger.agreements.push(agreement(
        "a",
        &[("2026-11-10", "300"), ("2026-12-10", "300")],
    ));
    ledger.debts[0].payments.push(payment("2026-11-10", "300"));
    ledger.debts[1].payments.push(payment("2026-11-02", "50"));
    let found = capacity(&ledger, date(AS_OF), 3, None).unwrap();
    // The row and its payment are one and the same 300; the 50 on the other debt comes on top.
    assert_eq!(found.months[0].agreed, money("300"));
    assert_eq!(found.months[0].paid, money("50"));
    assert_eq!(offerable(&ledger, 3), ["450.00", "500.00", "800.00"]);
    // A promise that repeats the row takes nothing more.
    ledger.contacts.push(promise("a", "300", "2026-12-10"));
    assert_eq!(offerable(&ledger, 2), ["450.00", "500.00"]);
    // Not kept, it takes nothing: what is owed then is for new talks.
    ledger.debts[0].payments.clear();
    assert_eq!(offerable(&ledger, 2)[1], "500.00"); // the promise alone
}

#[test]
fn the_borrowers_open_offers_reserve_the_dearest_of_each_month_m2() {
    let mut ledger = ledger();
    // 6,000 in 12: 500 from 3 December; in 24: 250. One replaces the other.
    ledger
        .offers
        .push(offer("o-1", "a", Party::Borrower, "freeze; instalments 12"));
    ledger
        .offers
        .push(offer("o-2", "a", Party::Borrower, "freeze; instalments 24"));
    ledger
        .offers
        .push(offer("o-3", "b", Party::Lender, "freeze; instalments 10"));
    let at = |ledger: &Ledger, month: usize| {
        capacity(ledger, date(AS_OF), 14, None).unwrap().months[month].offerable
    };
    assert_eq!(at(&ledger, 0), money("800"));
    assert_eq!(at(&ledger, 1), money("300"));
    assert_eq!(at(&ledger, 12), money("300"));
    assert_eq!(at(&ledger, 13), money("550"));
    // A lender's offer takes money once it is accepted: 3,000 in 10.
    ledger.offers[2].status = OfferStatus::Accepted;
    assert_eq!(at(&ledger, 1), Money::ZERO);
    assert_eq!(at(&ledger, 11), Money::ZERO + money("300"));
    ledger.offers[0].status = OfferStatus::Refused;
    ledger.offers[1].reply_by = Some(date("2026-11-15")); // expired yesterday
    assert_eq!(at(&ledger, 1), money("500"));
}

#[test]
fn an_offer_that_cannot_be_worked_out_is_named() {
    let mut ledger = ledger();
    ledger.offers.push(offer(
        "o-1",
        "a",
        Party::Borrower,
        "waive principal=9000; instalments 2",
    ));
    let found = capacity(&ledger, date(AS_OF), 2, None).unwrap();
    assert_eq!(found.not_counted, ["o-1".parse().unwrap()]);
    assert_eq!(found.offerable, money("800"));
}

#[test]
fn a_second_promise_that_does_not_fit_is_refused_with_the_reason_m2() {
    let mut ledger = ledger();
    ledger.contacts.push(promise("a", "500", "2026-12-10"));
    let ask = |amount: &str, on: &str| {
        promise_fits(
            &ledger,
            Some(&id("b")),
            money(amount),
            date(on),
            date(AS_OF),
        )
        .unwrap()
    };
    assert!(ask("300", "2026-12-20").fits());
    let refused = ask("300.01", "2026-12-20");
    assert!(!refused.fits());
    assert_eq!(refused.month, date("2026-12-01"));
    assert_eq!(refused.limit, money("300"));
    assert_eq!(refused.over, money("0.01"));
    assert_eq!(refused.reserved.len(), 1);
    assert_eq!(refused.reserved[0].debt, Some(id("a")));
    assert!(ask("800", "2027-01-20").fits());
    assert!(!refused.days.checked, "no pay day is known");
    // The same lender again: the new promise takes the place of the old one.
    let again = promise_fits(
        &ledger,
        Some(&id("a")),
        money("800"),
        date("2026-12-12"),
        date(AS_OF),
    );
    assert!(again.unwrap().fits());
    let past = promise_fits(&ledger, None, money("1"), date("2026-11-15"), date(AS_OF));
    assert_eq!(
        past.unwrap_err(),
        EngineError::DateInPast {
            date: date("2026-11-15"),
            as_of: date(AS_OF)
        }
    );
}

#[test]
fn what_fits_the_month_may_not_fit_the_day_m7() {
    let mut ledger = ledger();
    ledger.incomes[0].pay_day = Some(15);
    let ask = |on: &str| {
        promise_fits(&ledger, Some(&id("b")), money("500"), date(on), date(AS_OF)).unwrap()
    };
    let early = ask("2026-12-05");
    assert!(early.fits());
    let short = early.days.short.unwrap();
    assert_eq!((short.on, short.due), (date("2026-12-05"), money("500")));
    assert_eq!(short.there, Money::ZERO, "the month's wage has not come");
    assert_eq!(short.next_pay_day, Some(date("2026-12-15")));
    assert_eq!(ask("2026-12-15").days.short, None);
    // Another promise that comes too early is not held against one that does not, but its money is gone:
    // of 800 on the 15th 400 are left.
    let mut taken = ledger.clone();
    taken.contacts.push(promise("a", "400", "2026-12-05"));
    let ask_for = |amount: &str| {
        let on = date("2026-12-15");
        promise_fits(&taken, Some(&id("b")), money(amount), on, date(AS_OF)).unwrap()
    };
    assert_eq!(ask_for("400").days.short, None);
    assert_eq!(ask_for("400.01").days.short.unwrap().due, money("800.01"));
    // Beyond 60 days the month alone decides.
    assert_eq!(ask("2027-03-05").days.short, None);
    // Half of the income has no known day and counts from the first: 4,400 × … see below.
    let mut side = ledger.clone();
    side.incomes[0].amount = money("2000");
    side.incomes.push(income("2000", Every::Month));
    // 800 can be offered; by the 5th half of the income has come: 400.
    let there = promise_fits(
        &side,
        Some(&id("b")),
        money("500"),
        date("2026-12-05"),
        date(AS_OF),
    );
    assert_eq!(there.unwrap().days.short.unwrap().there, money("400"));
}

#[test]
fn wages_in_a_swept_account_are_named_m7() {
    let mut ledger = ledger();
    ledger.incomes[0].pay_day = Some(10);
    ledger.incomes[0].account = Some("工资卡".to_owned());
    ledger.accounts.push(Account {
        name: "工资卡".to_owned(),
        bank: None,
        living: true,
    });
    ledger.debts[0].auto_debit = Some(AutoDebit {
        account: "工资卡".to_owned(),
        day: Some(12),
    });
    let fit = |debt: &str| {
        promise_fits(
            &ledger,
            Some(&id(debt)),
            money("100"),
            date("2026-12-20"),
            date(AS_OF),
        )
        .unwrap()
    };
    let swept = fit("b").days.swept;
    assert_eq!(swept.len(), 1);
    assert_eq!(swept[0].debt, id("a"));
    assert_eq!(swept[0].next, Some(date("2026-12-12")));
    assert!(swept[0].living);
    assert!(fit("a").days.swept.is_empty(), "its own debit is the plan");
}

#[test]
fn a_first_due_date_is_proposed_two_days_after_pay_day_m7() {
    let mut ledger = ledger();
    assert_eq!(first_due_proposed(&ledger, date(AS_OF)), None);
    ledger.incomes[0].pay_day = Some(31);
    let mut side = income("500", Every::Month);
    side.pay_day = Some(20);
    ledger.incomes.push(side);
    // The larger income's day counts: 30 November, clipped.
    assert_eq!(
        first_due_proposed(&ledger, date(AS_OF)),
        Some(date("2026-12-02"))
    );
    assert_eq!(
        first_due_proposed(&ledger, date("2026-11-30")),
        Some(date("2027-01-02"))
    );
}

#[test]
fn an_offer_is_tried_against_every_month_m2() {
    let mut ledger = ledger();
    ledger.contacts.push(promise("a", "500", "2027-01-10"));
    let base = base_of(&ledger, ledger.debt(&id("b")).unwrap(), date(AS_OF)).unwrap();
    // 3,000 in 9: 333.34 three times, then 333.33; in January 300 are free.
    let offer = simulate(&base, &Terms::parse("freeze; instalments 9").unwrap()).unwrap();
    let (short, _) = offer_fits(&ledger, &id("b"), &offer, date(AS_OF)).unwrap();
    let short = short.unwrap();
    assert_eq!(
        (short.month, short.by),
        (date("2027-01-01"), money("33.34"))
    );
    let offer = simulate(&base, &Terms::parse("freeze; instalments 10").unwrap()).unwrap();
    let (short, _) = offer_fits(&ledger, &id("b"), &offer, date(AS_OF)).unwrap();
    assert_eq!(short, None);
}

#[test]
fn other_facts_for_another_lender_are_named() {
    let mut ledger = ledger();
    let told = |reason: &str, income: &str| {
        Some(Told {
            reason: Some(reason.to_owned()),
            income: Some(money(income)),
            monthly: None,
        })
    };
    let mut first = contact("a", "2026-11-02T10:00:00");
    first.told = told("失业四个月", "5000");
    let mut newer = contact("a", "2026-11-08T10:00:00");
    newer.told = told("失业 四个月。", "4800");
    let mut later = contact("a", "2026-11-20T10:00:00");
    later.told = told("生病", "1");
    ledger.contacts = vec![newer, first, later];
    let now = Told {
        reason: Some("失业四个月".to_owned()),
        income: Some(money("4500")),
        monthly: Some(money("300")),
    };
    // The newest on or before the day counts: 4,800; blanks and a full stop are no other reason.
    let found = differences(&ledger, &id("b"), &now, date(AS_OF));
    assert_eq!(found.len(), 1);
    assert!(!found[0].same_debt);
    assert_eq!(
        found[0].fact,
        ToldFact::Income {
            now: money("4500"),
            before: money("4800")
        }
    );
    assert!(differences(&ledger, &id("a"), &now, date(AS_OF))[0].same_debt);
    assert!(differences(&ledger, &id("b"), &Told::default(), date(AS_OF)).is_empty());
}

#[test]
fn offers_are_compared_within_the_ledgers_budget_m2_m7() {
    let mut ledger = ledger();
    ledger.incomes[0].pay_day = Some(10);
    // The borrower's own open offer on this debt does not stand in the way of a new one.
    ledger
        .offers
        .push(offer("o-1", "b", Party::Borrower, "freeze; instalments 4"));
    let base = base_of(&ledger, ledger.debt(&id("b")).unwrap(), date(AS_OF)).unwrap();
    let offers =
        ["freeze; instalments 4", "freeze; instalments 3"].map(|t| Terms::parse(t).unwrap());
    let found = compare_within(&ledger, &id("b"), &base, &offers).unwrap();
    // 750 a month fits 800, 1,000 does not; both fall due on the 16th, after the wage of the 10th.
    assert_eq!(found.offers[0].fits, Some(true));
    assert_eq!(found.offers[1].fits, Some(false));
    let short = found.offers[1].short.unwrap();
    assert_eq!((short.month, short.by), (date("2026-12-01"), money("200")));
    assert_eq!(found.offers[0].days.short, None);
    let early = Terms::parse("freeze; instalments 4; first-due 2026-12-05").unwrap();
    let found = compare_within(&ledger, &id("b"), &base, &[early]).unwrap();
    assert_eq!(found.offers[0].fits, Some(true), "the month is enough");
    assert_eq!(
        found.offers[0].days.short.unwrap().on,
        date("2026-12-05"),
        "the day is not"
    );
    // No budget, no verdict.
    ledger.incomes.clear();
    ledger.expenses.clear();
    let found = compare_within(&ledger, &id("b"), &base, &offers).unwrap();
    assert_eq!(found.offers[1].fits, None);
}

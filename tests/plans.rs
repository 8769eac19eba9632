//! Plans for all lenders of the examples: every month within what can be offered, and reasons for the rest.

use std::path::Path;

use chrono::NaiveDate;
use forbear::domain::ledger::Ledger;
use forbear::domain::money::Money;
use forbear::domain::selection::{Origin, Selection};
use forbear::domain::strategy::{Strategy, TriageReason};
use forbear::engine::plan::{Household, Wishes, household};
use forbear::engine::select::{holds, optimal, ways_out};
use forbear::engine::strategies::{shared, today};

fn example(name: &str) -> Ledger {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(format!("{name}.toml"));
    let text = std::fs::read_to_string(path).unwrap();
    forbear::store::parse(&text, name).unwrap().ledger
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const EXAMPLES: [(&str, &str); 7] = [
    ("many-lenders", "2026-11-16"),
    ("mengshang-extension", "2026-11-16"),
    ("suning-four-channels", "2026-11-16"),
    ("yalian-hongkong", "2026-11-16"),
    ("yalian-reminders", "2026-11-16"),
    ("zhaolian-bad-debt", "2026-11-16"),
    ("zhaolian-home-visit", "2026-11-16"),
];

fn gathered(name: &str, on: &str, wishes: &Wishes) -> Household {
    household(&example(name), day(on), wishes).unwrap()
}

#[test]
fn the_cheapest_plan_keeps_every_month_or_says_why_not() {
    for (name, on) in EXAMPLES {
        for offers_only in [false, true] {
            let wishes = Wishes {
                offers_only,
                ..Wishes::default()
            };
            let home = gathered(name, on, &wishes);
            let choices = home.choices();
            match optimal(&choices, &home.budget, &|| false).unwrap() {
                Selection::Found(found) => {
                    assert!(found.is_proven(), "{name}");
                    let mut purse = Money::ZERO;
                    for (at, month) in home.capacity.months.iter().enumerate() {
                        let paid: Money = choices
                            .iter()
                            .zip(&found.picks)
                            .filter_map(|(debt, pick)| debt.all[*pick].payments.get(at))
                            .copied()
                            .sum();
                        assert!(paid <= month.offerable, "{name} month {at}");
                        purse += home.budget[at].once;
                        purse -= paid.less(home.budget[at].ordinary);
                        assert!(!purse.is_negative(), "{name} month {at}");
                    }
                    if offers_only {
                        for (planned, pick) in home.debts.iter().zip(&found.picks) {
                            assert_eq!(planned.ways[*pick].origin, Origin::Offered);
                        }
                    }
                }
                Selection::Impossible(certificate) => {
                    assert!(holds(&certificate, &choices, &home.budget), "{name}");
                    let out =
                        ways_out(&choices, &home.budget, Some(&certificate), &|| false).unwrap();
                    let without = choices.iter().any(|debt| debt.all.is_empty());
                    assert_eq!(out.each_month.is_none(), without, "{name}");
                }
                Selection::Undecided => panic!("{name}: nothing stopped the search"),
            }
        }
    }
}

#[test]
fn the_budget_of_a_plan_never_exceeds_what_can_be_offered() {
    for (name, on) in EXAMPLES {
        let home = gathered(name, on, &Wishes::default());
        let mut arrived = Money::ZERO;
        for (own, month) in home.budget.iter().zip(&home.capacity.months) {
            arrived += own.once;
            assert!(!own.once.is_negative() && !own.ordinary.is_negative());
            assert!(own.ordinary + arrived <= month.offerable, "{name}");
        }
    }
}

#[test]
fn twelve_debts_are_sorted_by_what_hurts_most() {
    let ledger = example("many-lenders");
    let wishes = Wishes {
        cards: vec!["jiang-card".parse().unwrap()],
        ..Wishes::default()
    };
    let home = household(&ledger, day("2026-11-16"), &wishes).unwrap();
    // The agreement of an-1 is being kept and stays; the other eleven are planned.
    assert_eq!(home.settled, ["an-1".parse().unwrap()]);
    assert_eq!(home.debts.len(), 11);
    let debts = home.claimants();
    let plan = shared(Strategy::Triage, &debts, &[], &home.budget).unwrap();
    for (month, offered) in plan.months.iter().zip(&home.capacity.months) {
        assert!(month.paid.iter().copied().sum::<Money>() <= offered.offerable);
    }
    let place = |id: &str| {
        home.debts
            .iter()
            .position(|planned| planned.debt.as_str() == id)
            .unwrap()
    };
    assert_eq!(plan.reasons[place("jiang-card")], Some(TriageReason::Card));
    // 7.2 % a year, taken from the account the wages are paid into.
    assert_eq!(
        plan.reasons[place("jiang-loan")],
        Some(TriageReason::WagesBank)
    );
    // 655.20 in all: closed outright, one caller less.
    let found = today(Money::from_minor(70_000), &debts);
    assert!(
        found.pay.iter().any(|(debt, _, _)| *debt == place("fu-1")),
        "{found:?}"
    );
    assert_eq!(
        found.pay.iter().map(|(_, sum, _)| *sum).sum::<Money>() + found.keep,
        Money::from_minor(70_000)
    );
}

#[test]
fn shares_of_the_first_month_are_those_of_what_is_owed() {
    let home = gathered("many-lenders", "2026-11-16", &Wishes::default());
    let plan = shared(Strategy::ProRata, &home.claimants(), &[], &home.budget).unwrap();
    let first = &plan.months[0];
    let all: i128 = home
        .debts
        .iter()
        .map(|debt| debt.owed.total().minor())
        .sum();
    for (paid, debt) in first.paid.iter().zip(&home.debts) {
        let exact = first.available.minor() * debt.owed.total().minor();
        assert!((paid.minor() * all - exact).abs() < all, "within 0.01");
    }
    assert_eq!(first.paid.iter().copied().sum::<Money>(), first.available);
}

#[test]
fn a_debt_of_which_nothing_is_known_is_named_not_taken_for_paid() {
    let mut ledger = example("yalian-reminders");
    let mut debt = ledger.debts[0].clone();
    debt.id = "unknown".parse().unwrap();
    debt.contract = None;
    debt.claims.clear();
    ledger.debts.push(debt);
    let home = household(&ledger, day("2026-11-16"), &Wishes::default()).unwrap();
    assert_eq!(home.unknown, ["unknown".parse().unwrap()]);
    assert!(home.settled.is_empty());
}

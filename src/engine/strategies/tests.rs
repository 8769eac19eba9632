//! What each way of sharing promises, by worked examples and under random debts.

use proptest::prelude::{Just, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::strategy::Strategy as _;

use super::*;

fn money(minor: i128) -> Money {
    Money::from_minor(minor)
}

fn claimant(principal: i128, rate: i128) -> Claimant {
    Claimant {
        owed: Parts {
            principal: money(principal),
            ..Parts::ZERO
        },
        yearly: Exact::new(rate, 100).unwrap(),
        contractual: money(principal / 12),
        level: money(principal / 36 + 1),
        least: None,
        latest_start: None,
        urgency: Urgency::default(),
    }
}

fn flat(each: i128, months: usize) -> Vec<MonthBudget> {
    vec![
        MonthBudget {
            ordinary: money(each),
            once: Money::ZERO,
        };
        months
    ]
}

fn paid(plan: &SharedPlan, month: usize) -> Vec<i128> {
    plan.months[month]
        .paid
        .iter()
        .map(|paid| paid.minor())
        .collect()
}

#[test]
fn freed_money_goes_to_the_others_in_the_same_month() {
    // 100.00 a month on 50.00 and 350.00 without interest: shares 12.50 and 87.50 for four months.
    let debts = [claimant(5_000, 0), claimant(35_000, 0)];
    let plan = shared(Strategy::ProRata, &debts, &[], &flat(10_000, 10)).unwrap();
    assert_eq!(paid(&plan, 0), [1_250, 8_750]);
    assert_eq!(plan.ends, Some(3));
    // The smallest first: 50.00 and what is left of the first 100.00 to the other.
    let plan = shared(Strategy::Snowball, &debts, &[], &flat(10_000, 10)).unwrap();
    assert_eq!(paid(&plan, 0), [5_000, 5_000]);
    assert_eq!(paid(&plan, 1), [0, 10_000]);
    assert_eq!(plan.ends, Some(3));
}

#[test]
fn what_closing_a_debt_leaves_over_is_not_shared_in_cents() {
    // 100.00 closes the first debt of 96.00; 4.00, less than a twentieth, goes to the smaller of the others. In the
    // next month 100.00 are shared by 996.00 and 2,000.00: 33.24 and 66.76.
    let debts = [
        claimant(9_600, 0),
        claimant(100_000, 0),
        claimant(200_000, 0),
    ];
    let plan = shared(Strategy::Triage, &debts, &[], &flat(10_000, 3)).unwrap();
    assert_eq!(paid(&plan, 0), [9_600, 400, 0]);
    assert_eq!(paid(&plan, 1), [0, 3_324, 6_676]);
    // Of 90.00 closed, 10.00 are left: shared, 3.33 and 6.67.
    let debts = [
        claimant(9_000, 0),
        claimant(100_000, 0),
        claimant(200_000, 0),
    ];
    let plan = shared(Strategy::Triage, &debts, &[], &flat(10_000, 3)).unwrap();
    assert_eq!(paid(&plan, 0), [9_000, 333, 667]);
}

#[test]
fn a_first_payment_after_the_latest_start_is_named() {
    let mut debts = [claimant(30_000, 0), claimant(5_000, 0)];
    debts[1].latest_start = Some(1);
    let plan = shared(Strategy::Custom, &debts, &[0, 1], &flat(10_000, 6)).unwrap();
    assert_eq!(plan.late_starts, [1]);
    debts[1].latest_start = Some(3);
    let plan = shared(Strategy::Custom, &debts, &[0, 1], &flat(10_000, 6)).unwrap();
    assert!(plan.late_starts.is_empty(), "paid in the fourth month");
}

#[test]
fn the_highest_rate_first_costs_least_interest() {
    // 100.00 at 12 % and 100.00 at 24 %, 110.00 a month. Avalanche pays the second in month 0 and 10.00 of the
    // first; one month later 90.00 bear 0.90.
    let debts = [claimant(10_000, 12), claimant(10_000, 24)];
    let plan = shared(Strategy::Avalanche, &debts, &[], &flat(11_000, 10)).unwrap();
    assert_eq!(paid(&plan, 0), [1_000, 10_000]);
    assert_eq!(plan.interest, money(90));
    assert_eq!(plan.total, money(20_090));
    // In one's own order: the first first, then 90.00 at 24 % bear 1.80.
    let plan = shared(Strategy::Custom, &debts, &[0], &flat(11_000, 10)).unwrap();
    assert_eq!(plan.interest, money(180));
}

#[test]
fn a_contract_gets_what_it_asks_or_its_share_of_it() {
    // The contracts ask 10.00 and 30.00 a month.
    let debts = [claimant(12_000, 0), claimant(36_000, 0)];
    let plan = shared(Strategy::Contractual, &debts, &[], &flat(2_000, 1)).unwrap();
    assert_eq!(paid(&plan, 0), [500, 1_500]);
    // 60.00 are 20.00 more: by what is then owed, 110.00 to 330.00.
    let plan = shared(Strategy::Contractual, &debts, &[], &flat(6_000, 1)).unwrap();
    assert_eq!(paid(&plan, 0), [1_500, 4_500]);
}

#[test]
fn triage_serves_the_urgent_pays_known_sums_closes_the_small_and_shares_the_rest() {
    let mut court = claimant(360_000, 0); // level 100.01
    court.urgency.court = Some("2026-12-01".parse().unwrap());
    let mut cliff = claimant(100_000, 0);
    cliff.urgency.cliff = Some((0, money(20_000)));
    let small = claimant(6_400, 0);
    let large = claimant(500_000, 0);
    let debts = [large, small, cliff, court];
    let plan = shared(Strategy::Triage, &debts, &[], &flat(50_000, 1)).unwrap();
    // 500.00 − 100.01 − 200.00 − 64.00 = 135.99 by 5000.00, 800.00 and 3499.99 still owed of 9299.99:
    // 7311.28…, 1169.80…, 5117.90…: floors 7311 + 1169 + 5117 = 13597; two left to the largest rests.
    assert_eq!(
        paid(&plan, 0),
        [7_311, 6_400, 20_000 + 1_170, 10_001 + 5_118]
    );
    assert_eq!(
        plan.reasons,
        [
            Some(TriageReason::Share),
            Some(TriageReason::Closes),
            Some(TriageReason::Cliff),
            Some(TriageReason::CourtClock)
        ]
    );
}

#[test]
fn a_sum_that_is_not_enough_prevents_nothing_and_is_not_spent_on_it() {
    let mut cliff = claimant(100_000, 0);
    cliff.urgency.cliff = Some((0, money(20_000)));
    let found = today(money(19_999), &[cliff.clone(), claimant(15_000, 0)]);
    assert_eq!(found.pay, [(1, money(15_000), TriageReason::Closes)]);
    assert_eq!(found.keep, money(4_999));
    let found = today(money(50_000), &[cliff, claimant(60_000, 0)]);
    assert_eq!(found.pay, [(0, money(20_000), TriageReason::Cliff)]);
    assert_eq!(found.keep, money(30_000));
}

#[test]
fn a_bonus_waits_and_ordinary_money_does_not() {
    // Custom order pays all it can: month 1 has 10.00 of its own and 100.00 once; owed 150.00.
    let debts = [claimant(15_000, 0)];
    let mut budget = flat(1_000, 8);
    budget[1].once = money(10_000);
    let plan = shared(Strategy::Custom, &debts, &[0], &budget).unwrap();
    assert_eq!(paid(&plan, 0), [1_000]);
    assert_eq!(paid(&plan, 1), [11_000]);
    assert_eq!(paid(&plan, 2), [1_000]);
    assert_eq!(plan.ends, Some(4));
}

#[test]
fn nothing_to_pay_with_is_said_not_looped_over() {
    let plan = shared(Strategy::Triage, &[claimant(100, 18)], &[], &flat(0, 24)).unwrap();
    assert_eq!(
        (plan.ends, plan.total, plan.months.len()),
        (None, Money::ZERO, 24)
    );
    let plan = shared(Strategy::Triage, &[claimant(0, 0)], &[], &flat(0, 24)).unwrap();
    assert_eq!((plan.ends, plan.total), (Some(0), Money::ZERO));
}

#[test]
fn a_lender_that_takes_no_less_is_named_when_it_gets_less() {
    let mut proud = claimant(100_000, 0);
    proud.least = Some(money(5_000));
    let debts = [proud, claimant(900_000, 0)];
    let plan = shared(Strategy::ProRata, &debts, &[], &flat(10_000, 2)).unwrap();
    assert_eq!(plan.below_least, [0]);
    let plan = shared(Strategy::Snowball, &debts, &[], &flat(10_000, 2)).unwrap();
    assert_eq!(plan.below_least, Vec::<usize>::new());
}

fn any_claimant() -> impl proptest::strategy::Strategy<Value = Claimant> {
    (
        1..500_000_i128,
        0..40_000_i128,
        0..36_i128,
        0..8_u8,
        0..3_usize,
        1..50_000_i128,
    )
        .prop_map(|(principal, penalty, rate, facts, month, sum)| {
            let mut debt = claimant(principal, rate);
            debt.owed.penalty = money(penalty);
            debt.urgency.card = facts & 1 > 0;
            debt.urgency.guaranteed = facts & 2 > 0;
            debt.urgency.cliff = (facts & 4 > 0).then_some((month, money(sum)));
            debt
        })
}

const ALL: [Strategy; 6] = [
    Strategy::Triage,
    Strategy::ProRata,
    Strategy::Contractual,
    Strategy::Avalanche,
    Strategy::Snowball,
    Strategy::Custom,
];

proptest! {
    #[test]
    fn every_way_spends_what_there_is_and_no_more(
        debts in proptest::collection::vec(any_claimant(), 1..8),
        months in proptest::collection::vec((0..100_000_i128, prop_oneof![4 => Just(0), 1 => 0..200_000_i128]), 1..40),
    ) {
        let budget: Vec<MonthBudget> = months
            .iter()
            .map(|(own, once)| MonthBudget { ordinary: money(*own), once: money(*once) })
            .collect();
        for strategy in ALL {
            let plan = shared(strategy, &debts, &[], &budget).unwrap();
            let mut owed: Vec<Parts> = debts.iter().map(|debt| debt.owed).collect();
            let mut purse = 0;
            for (at, (month, own)) in plan.months.iter().zip(&budget).enumerate() {
                if at > 0 {
                    for (open, debt) in owed.iter_mut().zip(&debts) {
                        let monthly = debt.yearly.over(Exact::whole(12)).unwrap();
                        open.interest += open.principal.share(monthly).unwrap().settled();
                    }
                }
                purse += own.once.minor();
                let all: i128 = owed.iter().map(|open| open.total().minor()).sum();
                let spent: i128 = month.paid.iter().map(|paid| paid.minor()).sum();
                prop_assert_eq!(spent, all.min(own.ordinary.minor() + purse), "{:?} month {}", strategy, at);
                purse -= (spent - own.ordinary.minor()).max(0);
                for (open, paid) in owed.iter_mut().zip(&month.paid) {
                    prop_assert!(!paid.is_negative() && *paid <= open.total());
                    open.take(*paid, &ORDER);
                }
            }
            prop_assert_eq!(&owed, &plan.left);
            let began: Money = debts.iter().map(|debt| debt.owed.total()).sum();
            let left: Money = owed.iter().map(Parts::total).sum();
            prop_assert_eq!(plan.total + left, began + plan.interest);
            prop_assert_eq!(plan.ends.is_some(), left.is_zero());
        }
    }
}

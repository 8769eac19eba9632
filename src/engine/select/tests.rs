//! The search against trying everything, certificates against their own arithmetic.

use proptest::prelude::*;

use super::one_budget::{Pick, least_total};
use super::{certificate, fewest_wider, holds, optimal, ways_out};
use crate::domain::money::Money;
use crate::domain::selection::{
    Certificate, Choice, Choices, MonthBudget, Origin, Proof, Selected, Selection,
};

fn money(minor: i64) -> Money {
    Money::from_minor(i128::from(minor))
}

fn choice(payments: &[i64], extra: i64) -> Choice {
    Choice {
        payments: payments.iter().map(|payment| money(*payment)).collect(),
        total: money(payments.iter().sum::<i64>() + extra),
        ends: payments
            .iter()
            .rposition(|payment| *payment > 0)
            .unwrap_or(0),
        origin: Origin::Assumed,
        terms: 0,
    }
}

fn choices(all: Vec<Choice>) -> Choices {
    Choices {
        all,
        ..Choices::default()
    }
}

fn ordinary(months: &[i64]) -> Vec<MonthBudget> {
    months
        .iter()
        .map(|month| MonthBudget {
            ordinary: money(*month),
            once: Money::ZERO,
        })
        .collect()
}

fn never() -> bool {
    false
}

/// The least (total, end) over every combination, with the purse kept month by month; written apart from the
/// search and from the certificates.
fn brute(debts: &[Choices], budget: &[MonthBudget]) -> Option<(Money, usize)> {
    fn go(debts: &[Choices], paid: &[i64; 16], total: i64, ends: usize, all: &mut Leaves<'_>) {
        let Some((first, others)) = debts.split_first() else {
            all.leaf(paid, total, ends);
            return;
        };
        for choice in &first.all {
            let mut with = *paid;
            for (sum, payment) in with.iter_mut().zip(&choice.payments) {
                *sum += payment.minor() as i64;
            }
            let total = total + choice.total.minor() as i64;
            go(others, &with, total, ends.max(choice.ends), all);
        }
    }
    struct Leaves<'a> {
        months: &'a [(i64, i64)],
        best: Option<(i64, usize)>,
    }
    impl Leaves<'_> {
        fn leaf(&mut self, paid: &[i64; 16], total: i64, ends: usize) {
            if self.best.is_some_and(|best| best <= (total, ends)) {
                return;
            }
            let mut purse = 0;
            for (month, paid) in paid.iter().enumerate() {
                let (own, once) = self.months.get(month).copied().unwrap_or((0, 0));
                purse += once;
                if *paid > own {
                    purse -= paid - own;
                }
                if purse < 0 {
                    return;
                }
            }
            self.best = Some((total, ends));
        }
    }
    let months: Vec<(i64, i64)> = budget
        .iter()
        .map(|month| (month.ordinary.minor() as i64, month.once.minor() as i64))
        .collect();
    let mut leaves = Leaves {
        months: &months,
        best: None,
    };
    go(debts, &[0; 16], 0, 0, &mut leaves);
    leaves.best.map(|(total, ends)| (money(total), ends))
}

fn check(debts: &[Choices], budget: &[MonthBudget]) {
    let answer = optimal(debts, budget, &never).unwrap();
    assert_eq!(
        answer,
        optimal(debts, budget, &never).unwrap(),
        "twice the same"
    );
    match (brute(debts, budget), answer) {
        (Some((total, ends)), Selection::Found(found)) => {
            assert!(found.is_proven());
            assert_eq!((found.total, found.ends), (total, ends));
            let taken: Vec<&Choice> = debts
                .iter()
                .zip(&found.picks)
                .map(|(debt, pick)| &debt.all[*pick])
                .collect();
            assert_eq!(taken.iter().map(|c| c.total).sum::<Money>(), total);
            let months = taken.iter().map(|c| c.payments.len()).max().unwrap_or(0);
            let paid: Vec<Money> = (0..months)
                .map(|month| {
                    taken
                        .iter()
                        .filter_map(|c| c.payments.get(month))
                        .copied()
                        .sum()
                })
                .collect();
            assert!(certificate::keeps(&paid, budget));
        }
        (None, Selection::Impossible(certificate)) => {
            assert!(holds(&certificate, debts, budget), "{certificate:?}");
        }
        (expected, found) => panic!("{expected:?} is not {found:?}"),
    }
}

fn check_ways_out(debts: &[Choices], budget: &[MonthBudget]) {
    let ways = ways_out(debts, budget, None, &never).unwrap();
    let longest = debts
        .iter()
        .flat_map(|debt| &debt.all)
        .map(|choice| choice.payments.len())
        .max()
        .unwrap_or(0)
        .max(budget.len());
    let raised = |more: Money, only: Option<usize>| -> Vec<MonthBudget> {
        (0..longest)
            .map(|at| {
                let mut month = budget.get(at).copied().unwrap_or_default();
                if only.is_none_or(|only| only == at) {
                    month.ordinary += more;
                }
                month
            })
            .collect()
    };
    let each = ways.each_month.unwrap();
    assert!(brute(debts, &raised(each, None)).is_some());
    assert!(brute(debts, &raised(each - Money::CENT, None)).is_none());
    match ways.one_month {
        Some((month, more)) => {
            assert!(brute(debts, &raised(more, Some(month))).is_some());
            for at in 0..longest {
                assert!(brute(debts, &raised(more - Money::CENT, Some(at))).is_none());
            }
        }
        None => {
            for at in 0..longest {
                assert!(brute(debts, &raised(money(1 << 40), Some(at))).is_none());
            }
        }
    }
}

/// A choice of up to `months` months: level or free payments, perhaps a pause first, perhaps a fee in the total.
fn any_choice(months: usize) -> impl Strategy<Value = Choice> {
    let level = (0..3_usize, 1..=months, 1..60_i64).prop_map(move |(wait, count, each)| {
        let mut payments = vec![0; wait];
        payments.extend(std::iter::repeat_n(each, count));
        payments.truncate(months);
        payments
    });
    let free = proptest::collection::vec(0..40_i64, 1..=months);
    (prop_oneof![3 => level, 1 => free], 0..30_i64)
        .prop_map(|(payments, extra)| choice(&payments, extra))
}

fn any_problem(
    debts: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = (Vec<Choices>, Vec<MonthBudget>)> {
    let debt = proptest::collection::vec(any_choice(12), 1..=6).prop_map(choices);
    let month = (10..120_i64, prop_oneof![5 => Just(0), 1 => 0..200_i64]);
    (
        proptest::collection::vec(debt, debts),
        proptest::collection::vec(month, 12),
        any::<bool>(),
    )
        .prop_map(|(debts, months, flat)| {
            let first = months[0].0;
            let budget = months
                .iter()
                .map(|(own, once)| MonthBudget {
                    ordinary: money(if flat { first } else { *own }),
                    once: money(if flat { 0 } else { *once }),
                })
                .collect();
            (debts, budget)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_400))]
    #[test]
    fn optimal_equals_trying_everything((debts, budget) in any_problem(1..=4)) {
        check(&debts, &budget);
    }

    #[test]
    fn one_budget_equals_a_full_table(
        debts in proptest::collection::vec(
            proptest::collection::vec((0..50_i64, 0..1000_i64), 1..12), 1..9),
        budget in 0..220_i64,
        below in proptest::option::of(0..5000_i64),
    ) {
        let picks: Vec<Vec<Pick>> = debts
            .iter()
            .map(|debt| debt.iter().map(|&(monthly, total)| Pick { monthly, total }).collect())
            .collect();
        let mut table = vec![Some(0_i64); budget as usize + 1];
        for debt in &debts {
            table = (0..=budget)
                .map(|room| {
                    debt.iter()
                        .filter(|(monthly, _)| *monthly <= room)
                        .filter_map(|(monthly, total)| Some(table[(room - monthly) as usize]? + total))
                        .min()
                })
                .collect();
        }
        let expected = table[budget as usize].filter(|total| below.is_none_or(|below| *total < below));
        let answer = least_total(&picks, budget, below, &never).unwrap();
        prop_assert!(answer.complete);
        prop_assert_eq!(answer.best.as_ref().map(|best| best.total), expected);
        if let Some(best) = answer.best {
            let taken: Vec<Pick> = picks.iter().zip(&best.choices).map(|(p, k)| p[*k]).collect();
            prop_assert_eq!(taken.iter().map(|p| p.total).sum::<i64>(), best.total);
            prop_assert_eq!(taken.iter().map(|p| p.monthly).sum::<i64>(), best.monthly);
            prop_assert!(best.monthly <= budget);
            prop_assert_eq!(answer.least, best.total);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn the_ways_out_are_the_least((debts, mut budget) in any_problem(1..=3), share in 1..5_i128) {
        for month in &mut budget {
            month.ordinary = Money::from_minor(month.ordinary.minor() * share / 12);
        }
        if brute(&debts, &budget).is_none() {
            check_ways_out(&debts, &budget);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    // A search that is stopped at any moment still tells the truth about its gap.
    #[test]
    fn a_stopped_search_has_a_gap_that_holds((debts, budget) in any_problem(2..=4), after in 0..6_u32) {
        let asked = std::cell::Cell::new(0_u32);
        let stop = || { asked.set(asked.get() + 1); asked.get() > after };
        let truth = brute(&debts, &budget);
        match optimal(&debts, &budget, &stop).unwrap() {
            Selection::Found(found) => {
                let (total, _) = truth.unwrap();
                prop_assert!(found.least <= total && total <= found.total);
            }
            Selection::Impossible(certificate) => {
                prop_assert!(truth.is_none() && holds(&certificate, &debts, &budget));
            }
            Selection::Undecided => {}
        }
    }
}

/// The least total by a full table over what three months may take: no bounds, no prices, no dominance.
fn by_full_table(debts: &[Choices], months: [i64; 3]) -> Option<i64> {
    let size = |k: usize| months[k] as usize + 1;
    let place = |at: [usize; 3]| (at[0] * size(1) + at[1]) * size(2) + at[2];
    let mut table = vec![i64::MAX; size(0) * size(1) * size(2)];
    table[0] = 0;
    for debt in debts {
        let mut next = vec![i64::MAX; table.len()];
        for a in 0..size(0) {
            for b in 0..size(1) {
                for c in 0..size(2) {
                    let so_far = table[place([a, b, c])];
                    if so_far == i64::MAX {
                        continue;
                    }
                    for choice in &debt.all {
                        let pays = |k: usize| {
                            choice
                                .payments
                                .get(k)
                                .map_or(0, |payment| payment.minor() as usize)
                        };
                        let to = [a + pays(0), b + pays(1), c + pays(2)];
                        if (0..3).all(|k| to[k] < size(k)) {
                            let cell = &mut next[place(to)];
                            *cell = (*cell).min(so_far + choice.total.minor() as i64);
                        }
                    }
                }
            }
        }
        table = next;
    }
    table.into_iter().min().filter(|least| *least < i64::MAX)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn many_debts_equal_a_full_table(
        debts in proptest::collection::vec(
            proptest::collection::vec((proptest::collection::vec(0..5_i64, 1..=3), 0..40_i64), 1..=4),
            10..=20,
        ),
        months in proptest::array::uniform3(4..11_i64),
    ) {
        let debts: Vec<Choices> = debts
            .into_iter()
            .map(|all| choices(all.iter().map(|(pays, extra)| choice(pays, *extra)).collect()))
            .collect();
        let expected = by_full_table(&debts, months);
        match optimal(&debts, &ordinary(&months), &never).unwrap() {
            Selection::Found(found) => {
                prop_assert!(found.is_proven());
                prop_assert_eq!(Some(found.total), expected.map(money));
            }
            Selection::Impossible(_) => prop_assert_eq!(expected, None),
            Selection::Undecided => prop_assert!(false),
        }
    }
}

#[test]
fn of_equal_totals_the_earlier_end_is_taken() {
    // Both cost 60.00; the budget carries the short one.
    let debts = [choices(vec![choice(&[1000; 6], 0), choice(&[2000; 3], 0)])];
    let answer = optimal(&debts, &ordinary(&[2000; 6]), &never).unwrap();
    let Selection::Found(found) = answer else {
        panic!()
    };
    assert_eq!((found.picks, found.ends), (vec![1], 2));
}

#[test]
fn what_was_offered_is_taken_before_an_equal_assumption() {
    let mut offered = choice(&[500, 500], 0);
    offered.origin = Origin::Offered;
    let debts = [choices(vec![choice(&[500, 500], 0), offered])];
    let Selection::Found(found) = optimal(&debts, &ordinary(&[500; 2]), &never).unwrap() else {
        panic!()
    };
    assert_eq!(found.picks, [1]);
}

#[test]
fn a_bonus_is_spent_once() {
    // 100 a month and 300 once in the second month: either debt alone could take it, not both.
    let debts = [
        choices(vec![choice(&[0, 350], 0), choice(&[50; 9], 0)]),
        choices(vec![choice(&[0, 0, 350], 0), choice(&[50; 10], 0)]),
    ];
    let mut budget = ordinary(&[100; 10]);
    budget[1].once = money(300);
    let Selection::Found(found) = optimal(&debts, &budget, &never).unwrap() else {
        panic!()
    };
    assert_eq!(found.total, money(350 + 450).min(money(450 + 350 + 50)));
    assert_eq!(found.picks, [1, 0]);
}

#[test]
fn a_month_that_is_too_small_is_named_with_the_fewest_debts() {
    let debts = [
        choices(vec![choice(&[10, 10], 0)]),
        choices(vec![choice(&[70, 70], 0), choice(&[90, 90], 0)]),
        choices(vec![choice(&[60, 60], 0)]),
    ];
    let budget = ordinary(&[200, 100]);
    let expected = Certificate {
        proof: Proof::Month,
        month: 1,
        short_by: money(40),
        clashing: vec![1, 2],
        least: true,
    };
    let answer = optimal(&debts, &budget, &never).unwrap();
    assert_eq!(answer, Selection::Impossible(expected.clone()));
    assert!(holds(&expected, &debts, &budget));
    for wrong in [
        Certificate {
            short_by: money(41),
            ..expected.clone()
        },
        Certificate {
            month: 0,
            ..expected.clone()
        },
        Certificate {
            clashing: vec![0, 1, 2],
            ..expected.clone()
        },
        Certificate {
            clashing: vec![0, 1],
            ..expected.clone()
        },
    ] {
        assert!(!holds(&wrong, &debts, &budget), "{wrong:?}");
    }
}

#[test]
fn months_that_clash_only_together_are_shown_by_trying_all() {
    // Each month alone has a choice that fits; no choice fits both.
    let debts = [choices(vec![choice(&[10, 1], 0), choice(&[1, 10], 0)])];
    let budget = ordinary(&[5, 5]);
    let Selection::Impossible(found) = optimal(&debts, &budget, &never).unwrap() else {
        panic!()
    };
    assert_eq!(found.proof, Proof::Combinations);
    assert_eq!(
        (found.short_by, found.clashing.as_slice()),
        (money(5), &[0][..])
    );
    assert!(holds(&found, &debts, &budget));
    let ways = ways_out(&debts, &budget, None, &never).unwrap();
    assert_eq!(ways.each_month, Some(money(5)));
    assert_eq!(ways.one_month, Some((0, money(5))));
}

#[test]
fn what_is_asked_of_a_debt_limits_its_choices() {
    let mut debt = choices(vec![
        choice(&[10, 10, 10], 0),
        choice(&[15, 15], 1),
        choice(&[0, 30], 0),
    ]);
    debt.least_payment = Some(money(12));
    debt.latest_start = Some(0);
    let Selection::Found(found) = optimal(&[debt.clone()], &ordinary(&[50; 3]), &never).unwrap()
    else {
        panic!()
    };
    assert_eq!(found.picks, [1]);
    debt.least_payment = Some(money(20));
    let answer = optimal(&[debt.clone()], &ordinary(&[50; 3]), &never).unwrap();
    let Selection::Impossible(found) = answer else {
        panic!()
    };
    assert_eq!(
        (found.proof, found.clashing.as_slice()),
        (Proof::NoChoice, &[0][..])
    );
    assert!(holds(&found, &[debt], &ordinary(&[50; 3])));
}

#[test]
fn the_fewest_concessions_are_asked_for_first() {
    let debts = [
        choices(vec![choice(&[60], 0)]),
        choices(vec![choice(&[50], 0)]),
    ];
    let wider = [
        choices(vec![choice(&[10; 7], 0)]),
        choices(vec![choice(&[40, 10], 5)]),
    ];
    let budget = ordinary(&[100; 7]);
    let Selection::Found(Selected { picks, total, .. }) =
        fewest_wider(&debts, &wider, &budget, &never).unwrap()
    else {
        panic!()
    };
    // Either alone would do; the second costs 5 more, the first 10.
    assert_eq!((picks, total), (vec![0, 1], money(115)));
}

#[test]
fn nothing_to_choose_is_a_plan_of_nothing() {
    let Selection::Found(found) = optimal(&[], &[], &never).unwrap() else {
        panic!()
    };
    assert_eq!((found.total, found.picks.len()), (Money::ZERO, 0));
}

/// What stopping at the very first question once gave: a least above the truth.
#[test]
fn a_search_stopped_at_once_claims_no_more_than_it_knows() {
    let debts = [
        choices(vec![choice(&[0, 49, 49], 0), choice(&[33, 18, 38], 15)]),
        choices(vec![choice(&[9, 9, 9, 9, 9], 8), choice(&[0, 0, 28], 20)]),
        choices(vec![
            choice(&[0, 42], 15),
            choice(&[0, 7, 7, 7, 7, 7, 7], 15),
            choice(&[8, 2, 14, 13], 14),
        ]),
    ];
    let mut budget = ordinary(&[17, 45, 42, 14, 10, 10, 10, 10, 10, 10, 10, 10]);
    budget[1].once = money(53);
    let truth = brute(&debts, &budget).unwrap();
    let Selection::Found(found) = optimal(&debts, &budget, &|| true).unwrap() else {
        panic!("one fits");
    };
    assert!(
        found.least <= truth.0 && truth.0 <= found.total,
        "{truth:?} {found:?}"
    );
}

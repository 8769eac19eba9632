//! The best combination of offers, beside a full table over whole currency units, which a script would write.
//!
//! Problems as users' ledgers pose them: balances from 2,000 to 200,000, rates to 24 % a year, plans of 1 to 120
//! months, waivers to 30 % and a small fee. The one budget lies 35 % of the way from the least that must be paid
//! to what the cheapest plans would take.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a workload may stop at the first surprise"
)]

mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use common::Random;
use forbear::domain::money::Money;
use forbear::domain::selection::{Choice, Choices, MonthBudget, Origin, Selection};
use forbear::engine::select::one_budget::{Pick, least_total};
use forbear::engine::select::optimal;

/// The level payment and total of an annuity, near enough for a workload.
fn annuity(balance: f64, yearly: f64, months: u64) -> (i64, i64) {
    let rate = yearly / 12.0;
    let payment = if rate == 0.0 {
        balance / months as f64
    } else {
        balance * rate / (1.0 - (1.0 + rate).powi(-(months as i32)))
    };
    (payment as i64, (payment * months as f64) as i64)
}

/// Lenders with so many offers each, and a budget.
fn one_budget(lenders: usize, offers: usize, seed: u64) -> (Vec<Vec<Pick>>, i64) {
    let mut random = Random(seed);
    let mut debts = Vec::new();
    for _ in 0..lenders {
        let balance = random.between(200_000, 20_000_000);
        let picks: Vec<Pick> = (0..offers)
            .map(|_| {
                let months = random.between(1, 121);
                let yearly = random.between(0, 2_400) as f64 / 10_000.0;
                let waived = [0, 0, 0, 5, 10, 20, 30][random.between(0, 7) as usize] as f64 / 100.0;
                let part = if months <= 6 { 1.0 } else { 0.3 };
                let (monthly, total) =
                    annuity(balance as f64 * (1.0 - waived * part), yearly, months);
                Pick {
                    monthly: monthly.max(1),
                    total: total.max(1) + random.between(0, balance / 50) as i64,
                }
            })
            .collect();
        debts.push(picks);
    }
    let least: i64 = debts
        .iter()
        .map(|picks| picks.iter().map(|pick| pick.monthly).min().unwrap())
        .sum();
    let cheapest: i64 = debts
        .iter()
        .map(|picks| {
            let best = picks.iter().min_by_key(|pick| (pick.total, pick.monthly));
            best.unwrap().monthly
        })
        .sum();
    (debts, least + (cheapest - least) * 35 / 100)
}

/// What a script would do: a table over the budget in whole units, payments rounded up. Not exact.
fn full_table(debts: &[Vec<Pick>], budget: i64) -> i64 {
    let units = (budget / 100) as usize;
    let mut table = vec![0_i64; units + 1];
    for picks in debts {
        let mut next = vec![i64::MAX / 4; units + 1];
        for pick in picks {
            let weight = (pick.monthly as usize).div_ceil(100);
            for room in weight..=units {
                next[room] = next[room].min(table[room - weight] + pick.total);
            }
        }
        table = next;
    }
    table[units]
}

/// Debts over 60 months: level plans of the grid, waivers, freezes, deferrals; months with less and a bonus.
fn months(lenders: usize, seed: u64) -> (Vec<Choices>, Vec<MonthBudget>) {
    let mut random = Random(seed);
    let (mut debts, mut least, mut wished) = (Vec::new(), 0, 0);
    for _ in 0..lenders {
        let balance = random.between(200_000, 8_000_000) as f64;
        let yearly = random.between(0, 2_400) as f64 / 10_000.0;
        let penalty = balance * random.between(0, 12) as f64 / 100.0;
        let mut all: Vec<Choice> = Vec::new();
        for months in [3_u64, 6, 9, 12, 18, 24, 30, 36, 48, 60] {
            for waived in [0.0, 0.5, 1.0] {
                for defer in [0_usize, 2] {
                    if (waived > 0.0 && random.between(0, 3) == 0) || months as usize + defer > 60 {
                        continue;
                    }
                    let rate = if random.between(0, 2) == 0 {
                        0.0
                    } else {
                        yearly
                    };
                    let (each, total) = annuity(balance + penalty * (1.0 - waived), rate, months);
                    let mut payments = vec![Money::ZERO; defer];
                    payments.extend(std::iter::repeat_n(
                        Money::from_minor(each.into()),
                        months as usize,
                    ));
                    all.push(Choice {
                        ends: payments.len() - 1,
                        payments,
                        total: Money::from_minor(total.into()),
                        origin: Origin::Assumed,
                        terms: all.len(),
                    });
                }
            }
        }
        let peak = |choice: &Choice| choice.payments.last().copied().unwrap();
        least += all.iter().map(peak).min().unwrap().minor();
        wished += peak(all.iter().min_by_key(|choice| choice.total).unwrap()).minor();
        debts.push(Choices {
            all,
            ..Choices::default()
        });
    }
    let own = least + (wished - least) * 20 / 100;
    let budget = (0..60)
        .map(|month| MonthBudget {
            ordinary: Money::from_minor((own * random.between(85, 115) as i128 / 100).max(least)),
            once: Money::from_minor(if month % 12 == 2 { own } else { 0 }),
        })
        .collect();
    (debts, budget)
}

fn one_monthly_budget(bench: &mut Criterion) {
    for lenders in [10, 50, 200] {
        let (debts, budget) = one_budget(lenders, 200, 1);
        let ours = least_total(&debts, budget, None, &|| false).unwrap();
        let best = ours.best.unwrap();
        assert!(ours.complete && best.total == ours.least, "proven");
        let mut group = bench.benchmark_group(format!("one budget, {lenders} lenders, 200 offers"));
        group.bench_function("exact", |b| {
            b.iter(|| least_total(black_box(&debts), budget, None, &|| false))
        });
        if lenders == 10 {
            // Rounding payments up can only make the table's plan dearer.
            assert!(best.total <= full_table(&debts, budget));
            group.sample_size(10);
            group.bench_function("full table, whole units", |b| {
                b.iter(|| full_table(black_box(&debts), budget))
            });
        }
    }
}

fn every_month(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("60 months");
    group.sample_size(10);
    for lenders in [12, 50] {
        let (debts, budget) = months(lenders, 1);
        let Selection::Found(found) = optimal(&debts, &budget, &|| false).unwrap() else {
            panic!("there is a plan");
        };
        assert!(found.is_proven());
        group.bench_function(format!("{lenders} debts"), |b| {
            b.iter(|| optimal(black_box(&debts), &budget, &|| false))
        });
    }
}

criterion_group!(benches, one_monthly_budget, every_month);
criterion_main!(benches);

//! Paths of an uneven income, beside the same model written plainly.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a workload may stop at the first surprise"
)]

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

use common::Random;
use forbear::domain::money::Money;
use forbear::domain::outlook::{Outlook, OutlookMonth, Uncertain, UncertainIncome};
use forbear::domain::rate::Percent;
use forbear::engine::promise::{paths, promised};

const PATHS: u32 = 20_000;
const MONTHS: usize = 36;

/// Twelve months of platform wages between 3,000 and 9,000, two of them without work; 4,100 needed.
fn history() -> Vec<i64> {
    let mut random = Random(42);
    let mut past: Vec<i64> = (0..12)
        .map(|_| random.between(300_000, 900_000) as i64)
        .collect();
    past[4] = 180_000;
    past[9] = 180_000;
    past
}

fn outlook() -> Outlook {
    Outlook {
        months: vec![
            OutlookMonth {
                month: "2026-12-01".parse().unwrap(),
                certain: -410_000 * 12,
                taken: Money::ZERO,
            };
            MONTHS
        ],
        incomes: vec![UncertainIncome {
            name: "wages".to_owned(),
            amounts: Uncertain::Past(history().iter().map(|amount| amount * 12).collect()),
            comes: vec![true; MONTHS],
        }],
        share: Percent::whole(80),
    }
}

/// The same model as a script would write it: fractions, one generator for all, every month settled.
fn plainly(past: &[i64], risk: f64) -> f64 {
    let mut random = Random(7);
    let mut least: Vec<f64> = (0..PATHS)
        .map(|_| {
            (0..MONTHS)
                .map(|_| {
                    let income = past[random.between(0, past.len() as u64) as usize] as f64;
                    ((income - 410_000.0).max(0.0) * 0.8).floor()
                })
                .fold(f64::INFINITY, f64::min)
        })
        .collect();
    least.sort_by(f64::total_cmp);
    least[(f64::from(PATHS) * risk) as usize]
}

fn promise(bench: &mut Criterion) {
    let (model, past) = (outlook(), history());
    for risk in [5, 50, 95] {
        let ours = promised(&paths(&model, 7, 0..PATHS), Percent::whole(risk)).instalment;
        let twin = plainly(&past, f64::from(risk) / 100.0);
        assert_eq!(
            ours.minor(),
            twin as i128,
            "both find the same rung of the history"
        );
    }
    let mut group = bench.benchmark_group("promise");
    group.throughput(Throughput::Elements(u64::from(PATHS) * MONTHS as u64));
    group.bench_function("seeded paths", |b| {
        b.iter(|| promised(&paths(black_box(&model), 7, 0..PATHS), Percent::whole(5)))
    });
    group.bench_function("plainly", |b| b.iter(|| plainly(black_box(&past), 0.05)));
}

criterion_group!(benches, promise);
criterion_main!(benches);

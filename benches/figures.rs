//! Schedules row by row and annual rates flow by flow, each beside the same worked plainly; answers are compared
//! before times (speed.md: 20 ns a row, 0.4 µs a flow); a claim of 36 payments rebuilt (issue 3: below 50 ms).
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a workload may stop at the first surprise"
)]

mod common;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

use chrono::NaiveDate;
use common::Random;
use forbear::domain::calendar::{plus_days, plus_months};
use forbear::domain::contract::{NamedOrder, PenaltyTerm};
use forbear::domain::debt::{Claim, Claimed};
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{
    AllocationScope, Contract, DayCount, Debt, Method, Money, Order, Parts, Payment, PaymentKind,
    Percent, RateFrom,
};
use forbear::engine::annual_rate::{Flow, dated_rate, rates};
use forbear::engine::audit::audit;
use forbear::engine::position::position;
use forbear::engine::rows::contract_rows;
use rust_decimal::{Decimal, RoundingStrategy};

fn loan(count: u32, day_count: DayCount) -> Contract {
    Contract {
        principal: Money::from_minor(123_456_789),
        net_received: None,
        disbursed: Some("2025-08-10".parse().unwrap()),
        rates: vec![RateFrom {
            from: None,
            rate: "18%/year".parse().unwrap(),
        }],
        method: Method::EqualInstalment,
        count,
        first_due: "2025-09-10".parse().unwrap(),
        day_count,
        penalty: None,
        compound: false,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::ZERO,
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

/// The same schedule in decimals, as a script would write it: rows of principal and interest.
fn plainly(principal: Decimal, yearly: Decimal, count: u32) -> Vec<(Decimal, Decimal)> {
    let round =
        |amount: Decimal| amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let monthly = yearly / Decimal::from(12);
    let mut discount = Decimal::ONE;
    let mut annuity = Decimal::ZERO;
    for _ in 0..count {
        discount /= Decimal::ONE + monthly;
        annuity += discount;
    }
    let payment = round(principal / annuity);
    let mut left = principal;
    (1..=count)
        .map(|n| {
            let interest = round(left * monthly);
            let part = if n == count { left } else { payment - interest };
            left -= part;
            (part, interest)
        })
        .collect()
}

fn schedules(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("schedule, a row");
    for count in [36, 360] {
        let contract = loan(count, DayCount::Thirty360);
        let (principal, yearly) = (Decimal::new(123_456_789, 2), Decimal::new(18, 2));
        let ours = contract_rows(&contract).unwrap();
        for (row, twin) in ours.iter().zip(plainly(principal, yearly, count)) {
            let minor = |amount: Decimal| i128::try_from(amount * Decimal::from(100)).unwrap();
            assert_eq!(
                (row.principal.minor(), row.interest.minor()),
                (minor(twin.0), minor(twin.1))
            );
        }
        group.throughput(Throughput::Elements(u64::from(count)));
        group.bench_function(BenchmarkId::new("30/360", count), |b| {
            b.iter(|| contract_rows(black_box(&contract)))
        });
        let mut real = loan(count, DayCount::Actual365);
        // At 18 % a first month of 31 days would bear more than a payment of 360.
        real.rates[0].rate = "6%/year".parse().unwrap();
        assert_eq!(contract_rows(&real).unwrap().len(), ours.len());
        group.bench_function(BenchmarkId::new("actual/365", count), |b| {
            b.iter(|| contract_rows(black_box(&real)))
        });
        group.bench_function(BenchmarkId::new("plainly in decimals", count), |b| {
            b.iter(|| plainly(black_box(principal), yearly, count))
        });
    }
    group.finish();
}

/// A loan repaid on days that follow no step.
fn uneven(count: u32) -> Vec<Flow> {
    let mut random = Random(11);
    let start = "2020-01-15".parse().unwrap();
    let opening = Flow {
        on: start,
        amount: Money::from_minor(i128::from(count) * 9_000),
    };
    let later = (1..=count).map(|k| Flow {
        on: plus_days(start, i64::from(k) * 30 + random.between(0, 9) as i64),
        amount: -Money::from_minor(i128::from(random.between(8_000, 12_000))),
    });
    std::iter::once(opening).chain(later).collect()
}

fn monthly(count: u32) -> Vec<Flow> {
    let start = "2020-01-15".parse().unwrap();
    let opening = Flow {
        on: start,
        amount: Money::from_minor(i128::from(count) * 9_000),
    };
    let later = (1..=count).map(|k| Flow {
        on: plus_months(start, i64::from(k)),
        amount: -Money::from_minor(10_000),
    });
    std::iter::once(opening).chain(later).collect()
}

/// A dated rate by halving, with a power a flow.
fn halving(flows: &[Flow]) -> f64 {
    let start = flows[0].on;
    let worth = |rate: f64| -> f64 {
        flows
            .iter()
            .map(|flow| {
                let years = (flow.on - start).num_days() as f64 / 365.0;
                flow.amount.minor() as f64 * (1.0 + rate).powf(-years)
            })
            .sum()
    };
    let (mut low, mut high) = (-0.99, 10.0);
    let falls = worth(low) > 0.0;
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if (worth(middle) > 0.0) == falls {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

fn annual_rates(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("annual rate, a flow");
    for count in [12, 360] {
        let flows = uneven(count);
        let ours = dated_rate(&flows).unwrap();
        assert!(
            (ours - halving(&flows)).abs() < 1e-9,
            "both find the same root"
        );
        group.throughput(Throughput::Elements(u64::from(count) + 1));
        group.bench_function(BenchmarkId::new("dated", count), |b| {
            b.iter(|| dated_rate(black_box(&flows)))
        });
        let even = monthly(count);
        group.bench_function(
            BenchmarkId::new("simple, compounded and dated", count),
            |b| b.iter(|| rates(black_box(&even))),
        );
        group.bench_function(BenchmarkId::new("dated by halving", count), |b| {
            b.iter(|| halving(black_box(&flows)))
        });
    }
    group.finish();
}

/// 36 level payments at 18 %: a year paid in time, then whatever there was, a month at a time, until the claim.
fn in_arrears() -> (Debt, NaiveDate) {
    let mut random = Random(7);
    let mut contract = loan(36, DayCount::Thirty360);
    contract.penalty = Some(PenaltyTerm::Multiple(Percent::whole(150)));
    contract.disbursed = Some("2025-08-01".parse().unwrap());
    let due = |n: i64| plus_months(contract.first_due, n);
    let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
    debt.payments = (0..36)
        .map(|n| Payment {
            on: plus_days(due(n), if n < 12 { 0 } else { 4 }),
            amount: Money::from_minor(if n < 12 {
                4_500_000
            } else {
                i128::from(random.between(500_000, 4_000_000))
            }),
            kind: PaymentKind::Payment,
            note: None,
        })
        .collect();
    let on = plus_days(due(36), 9);
    debt.contract = Some(contract);
    (debt, on)
}

/// What the contract's own keys can say, each walked from the first day.
fn one_by_one(debt: &Debt, on: NaiveDate) -> Vec<Parts> {
    let mut all = Vec::new();
    let mut counted = debt.clone();
    for &day_count in DayCount::ALL {
        for order in NamedOrder::ALL {
            for &scope in AllocationScope::ALL {
                for times in [100, 130, 140, 150, 200] {
                    for compound in [false, true] {
                        let contract = counted.contract.as_mut().unwrap();
                        contract.day_count = day_count;
                        contract.allocation = Some(Order::Named(*order));
                        contract.allocation_scope = Some(scope);
                        contract.penalty = Some(PenaltyTerm::Multiple(Percent::whole(times)));
                        contract.compound = compound;
                        all.push(position(&counted, None, on).unwrap().parts);
                    }
                }
            }
        }
    }
    all
}

fn audits(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("audit, a debt of 36 payments");
    group.sample_size(20);
    let (mut debt, on) = in_arrears();
    let ways = one_by_one(&debt, on);
    debt.claims.push(Claim {
        on,
        claimed: Claimed::Parts(ways[ways.len() / 2]),
        overdue: None,
        payoff: None,
        source: None,
        note: None,
    });
    let found = audit(&debt, None, on).unwrap();
    assert!(found.residual.is_zero(), "the way is among those tried");
    group.bench_function(format!("all {} ways", found.tried), |b| {
        b.iter(|| audit(black_box(&debt), None, on))
    });
    group.bench_function(format!("{} ways one by one", ways.len()), |b| {
        b.iter(|| one_by_one(black_box(&debt), on))
    });
    group.finish();
}

criterion_group!(benches, schedules, annual_rates, audits);
criterion_main!(benches);

//! Very many random schedules and flows: nothing stops the program and every sum is exact.
//!
//! A few thousand by default; `FORBEAR_MANY=10000000 cargo test --release many` runs ten million.

use forbear::domain::calendar::plus_days;
use forbear::domain::contract::PenaltyTerm;
use forbear::domain::rate::Period;
use forbear::domain::{
    Contract, DayCount, Debt, Method, Money, Payment, PaymentKind, Percent, Rate, RateFrom,
};
use forbear::engine::annual_rate::{Flow, rates};
use forbear::engine::position::position;
use forbear::engine::schedule::{contract_schedule, schedule};

/// SplitMix64: the same debts every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        let k = self.below(all.len() as u64);
        all[usize::try_from(k).unwrap()]
    }

    /// An amount of any size within the limit of input, small ones as often as large.
    fn money(&mut self) -> Money {
        let digits = u32::try_from(self.below(16)).unwrap();
        Money::from_minor(i128::from(self.below(10_u64.pow(digits)) + 1))
    }
}

fn contract(random: &mut Random) -> Contract {
    let methods = [
        Method::EqualInstalment,
        Method::EqualPrincipal,
        Method::InterestOnly,
        Method::Bullet,
        Method::FlatFee,
    ];
    let day_counts = [
        DayCount::Thirty360,
        DayCount::Actual360,
        DayCount::Actual365,
        DayCount::ActualActual,
    ];
    let start = "1900-01-01".parse().unwrap();
    let first_due = plus_days(start, i64::try_from(random.below(100_000)).unwrap());
    let lead = i64::try_from(random.below(60)).unwrap();
    let most = random.of(&[30_000_000, 300_000_000, 1_000_000_001]);
    let rate = Rate {
        percent: Percent::from_millionths(i64::try_from(random.below(most)).unwrap()),
        per: random.of(&[Period::Year, Period::Year, Period::Month, Period::Day]),
    };
    let longest = random.of(&[3, 12, 36, 60]);
    Contract {
        principal: random.money(),
        net_received: None,
        disbursed: (lead > 0).then(|| plus_days(first_due, -lead)),
        rates: vec![RateFrom { from: None, rate }],
        method: random.of(&methods),
        count: u32::try_from(random.below(longest)).unwrap() + 1,
        first_due,
        day_count: random.of(&day_counts),
        penalty: Some(PenaltyTerm::Multiple(Percent::whole(150))),
        compound: random.below(2) == 0,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::from_minor(i128::from(random.below(3000))),
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

/// What is paid is found in rows, or waits; with penalty more may have gone there.
fn paid(debt: &Debt, random: &mut Random) {
    let days = i64::try_from(random.below(900)).unwrap();
    let as_of = plus_days(debt.contract.as_ref().unwrap().first_due, days);
    let (Ok(laid), Ok(owed)) = (schedule(debt, as_of), position(debt, None, as_of)) else {
        return; // too large to hold: refused by name
    };
    let all: Money = debt
        .payments
        .iter()
        .filter(|payment| payment.on <= as_of)
        .map(|payment| payment.amount)
        .sum();
    let in_rows: Money = laid.rows().iter().map(|row| row.paid).sum();
    assert!(in_rows <= all, "{debt:?} {as_of}");
    assert!(!owed.parts.total().is_negative(), "{debt:?} {as_of}");
    for row in laid.rows() {
        assert!(
            !row.open.is_negative() && !row.paid.is_negative(),
            "{debt:?} {as_of}"
        );
    }
}

#[test]
fn many_schedules_and_flows_are_exact_and_never_stop() {
    let asked = std::env::var("FORBEAR_MANY").ok();
    let many: u32 = asked.and_then(|many| many.parse().ok()).unwrap_or(4_000);
    let mut random = Random(20_261_125);
    let (mut laid_out, mut rated) = (0_u32, 0_u32);
    for _ in 0..many {
        let contract = contract(&mut random);
        let Ok(laid) = contract_schedule(&contract) else {
            continue; // a payment below its interest, or too large: refused by name
        };
        laid_out += 1;
        // `Schedule` itself proves that rows add up, follow each other and close at zero.
        let principal: Money = laid.rows().iter().map(|row| row.principal).sum();
        assert_eq!(principal, contract.principal, "{contract:?}");
        let mut flows = vec![Flow {
            on: contract
                .disbursed
                .unwrap_or(plus_days(contract.first_due, -30)),
            amount: contract.principal,
        }];
        flows.extend(laid.rows().iter().map(|row| Flow {
            on: row.due,
            amount: -row.amount,
        }));
        if random.below(4) == 0 {
            flows.push(Flow {
                on: plus_days(contract.first_due, 7),
                amount: random.money(),
            });
        }
        let found = rates(&flows);
        assert!(found.dated.is_none_or(f64::is_finite), "{contract:?}");
        rated += u32::from(found.dated.is_some());
        let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
        for _ in 0..random.below(4) {
            let days = i64::try_from(random.below(600)).unwrap();
            debt.payments.push(Payment {
                on: plus_days(contract.first_due, days - 20),
                amount: random.money(),
                kind: random.of(&[
                    PaymentKind::Payment,
                    PaymentKind::Payment,
                    PaymentKind::Prepayment,
                ]),
                note: None,
            });
        }
        debt.contract = Some(contract);
        paid(&debt, &mut random);
    }
    println!("{many} contracts: {laid_out} had a schedule, {rated} of these a dated rate");
    assert!(laid_out > many / 3, "{laid_out} of {many} had a schedule");
    assert!(rated > laid_out / 2, "{rated} of {laid_out} had a rate");
}

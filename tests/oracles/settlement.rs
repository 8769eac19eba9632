//! Shares of a budget, and a foreign settlement rebate.

#![expect(
    clippy::float_arithmetic,
    reason = "the foreign rebate accrues over a fraction of a month, a power that is no money"
)]

use forbear::domain::{Exact, Money};
use forbear::engine::level::level_payment;
use forbear::engine::share::pro_rata as shares_of;

use super::{Count, money, table};

/// Shares within 0.01 of the published ones; ours add up to the budget (M5).
pub(super) fn pro_rata(count: &mut Count) {
    let rows = table("pro_rata_offers.csv");
    let mut examples: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    examples.dedup();
    for example in examples {
        let rows: Vec<_> = rows.iter().filter(|row| &row[0] == example).collect();
        let budget = money(&rows[0][2]);
        let owed: Vec<Money> = rows.iter().map(|row| money(&row[4])).collect();
        let shares = shares_of(budget, &owed);
        let what = format!("{example} in all");
        count.same(&what, budget, shares.iter().copied().sum::<Money>());
        for (row, share) in rows.iter().zip(shares) {
            let what = format!("{example} {}", &row[3]);
            count.compare(&what, money(&row[5]), share, Money::CENT);
        }
    }
}

/// Consumer Credit (Early Settlement) Regulations 2004: what is still to come less what is outstanding when credit
/// and payments accrue at a monthly rate rounded to six decimals. A foreign rule, so it stands here and not in the
/// engine; growth over whole months comes from the engine's annuity: v^n = 1 − i × a(n).
pub(super) fn rebate(count: &mut Count) {
    for row in table("uk_early_settlement_rebate.csv") {
        let number = |k: usize| row[k].parse::<f64>().unwrap();
        let apr = number(4) / 100.0;
        let monthly = ((1.0 + apr).powf(1.0 / 12.0) - 1.0) * 1e6;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a monthly rate in millionths"
        )]
        let millionths = monthly.round() as i128;
        let each = Exact::new(millionths, 1_000_000).unwrap();
        let months: usize = row[5].parse().unwrap();
        // 10^21 spread over the months: the level payment has enough digits to give the annuity back.
        let much = Money::from_minor(1_000_000_000_000_000_000_000);
        let level = level_payment(much, &vec![each; months]).unwrap();
        let annuity = much.minor() as f64 / level.minor() as f64;
        let rate = millionths as f64 / 1e6;
        let growth = 1.0 / (1.0 - rate * annuity);
        let (credit, instalment) = (number(1), number(2));
        let outstanding = credit * growth - instalment * (growth - 1.0) / rate;
        let part = if number(7) > 0.0 {
            number(6) / number(7)
        } else {
            0.0
        };
        let to_come = instalment * (number(3) - number(5));
        let rebate = to_come - outstanding * (1.0 + rate).powf(part);
        let found = money(&format!("{rebate:.2}"));
        count.compare(&row[0], money(&row[8]), found, Money::ZERO);
    }
}

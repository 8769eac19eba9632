//! Annual rates of cash flows (numbers.md R1–R3).
//!
//! Promises: every rate is labelled (`simple`, `compounded`, `dated`); no sign change gives none; of two
//! roots the one nearer zero comes first, the other is given beside it; the answer is the same in whatever
//! order the flows are typed.
//! Leaves to others: what a flow is made of (`simulate`), how a rate is shown (`render`).
//!
//! This is the one place with floats. An annual rate is the root of a sum of powers: it has no exact value
//! to lose, no money is ever computed from it, and it is shown with two decimals. Roots are found in
//! `ln(1 + r)`, where rates near −100 % and far above 3000 % lie a few units from zero.

#![expect(
    clippy::float_arithmetic,
    reason = "a rate is a root of powers, not an amount; nothing here flows back into money"
)]

use chrono::{Datelike, NaiveDate};

use crate::domain::Money;
use crate::domain::calendar::{DayCount, days_between, plus_days, plus_months};
use crate::domain::simulation::AnnualRates;

/// An amount on a date: received positive, paid negative (the sign decides nothing but the direction).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// When.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
}

/// The calendar step between periodic flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many months.
    Months(u32),
    /// So many days.
    Days(u32),
}

impl Step {
    /// Periods a year: 12 months, 52 weeks, 26 fortnights, 13 times four weeks, else 365 over the days.
    #[must_use]
    pub fn periods_a_year(self) -> f64 {
        match self {
            Step::Months(months) => 12.0 / f64::from(months.max(1)),
            Step::Days(7) => 52.0,
            Step::Days(14) => 26.0,
            Step::Days(28) => 13.0,
            Step::Days(days) => 365.0 / f64::from(days.max(1)),
        }
    }

    /// The date `k` steps after the first; months are counted from it (D2).
    #[must_use]
    pub fn nth(self, first: NaiveDate, k: u32) -> NaiveDate {
        let k = i64::from(k);
        match self {
            Step::Months(months) => plus_months(first, k.saturating_mul(i64::from(months))),
            Step::Days(days) => plus_days(first, k.saturating_mul(i64::from(days))),
        }
    }
}

/// The annual rates of flows; the step is found from the dates after the first (R1–R3).
///
/// A single date after the first is a first period of months, whole or odd. Flows without an equal calendar step have
/// a `dated` rate alone.
#[must_use]
pub fn rates(flows: &[Flow]) -> AnnualRates {
    rates_counted(flows, DayCount::Actual365)
}

/// The same with the `dated` rate over another day count than 365 days a year (R2).
#[must_use]
pub fn rates_counted(flows: &[Flow], day_count: DayCount) -> AnnualRates {
    let flows = by_date(flows);
    let step = step_of(&flows);
    rates_of_sorted(&flows, step, day_count)
}

/// The annual rates of flows whose step is known; flows off the step have a `dated` rate alone (R1–R3).
#[must_use]
pub fn rates_by(flows: &[Flow], step: Step) -> AnnualRates {
    rates_of_sorted(&by_date(flows), Some(step), DayCount::Actual365)
}

/// The dated rate alone, the one nearer zero of two (R2, R3); `None` where there is none.
#[must_use]
pub fn dated_rate(flows: &[Flow]) -> Option<f64> {
    dated_roots(&by_date(flows), DayCount::Actual365)
        .first()
        .copied()
}

fn rates_of_sorted(flows: &[Flow], step: Option<Step>, day_count: DayCount) -> AnnualRates {
    let dated = dated_roots(flows, day_count);
    let mut found = AnnualRates {
        dated: dated.first().copied(),
        other_dated: dated.get(1).copied(),
        roots: u32::try_from(dated.len()).unwrap_or(u32::MAX),
        ..AnnualRates::default()
    };
    if let Some((step, places)) = step.and_then(|step| Some((step, places(flows, step)?))) {
        let rates = periodic_rates(places.opening, &places.later, places.fraction);
        let a_year = step.periods_a_year();
        let simple = |rate: f64| Some(rate * a_year).filter(|rate| rate.is_finite());
        let compounded =
            |rate: f64| Some((rate.ln_1p() * a_year).exp_m1()).filter(|rate| rate.is_finite());
        found.simple = rates.first().and_then(|rate| simple(*rate));
        found.compounded = rates.first().and_then(|rate| compounded(*rate));
        found.other_simple = rates.get(1).and_then(|rate| simple(*rate));
        found.other_compounded = rates.get(1).and_then(|rate| compounded(*rate));
        found.roots = found
            .roots
            .max(u32::try_from(rates.len()).unwrap_or(u32::MAX));
    }
    found
}

/// The rate per period at which `later` flows, at whole periods after the opening one, repay it (R1). The
/// first period is longer by `fraction` of one, which bears simple interest: the unit-period method. `None`
/// without a sign change; of two roots the nearer to zero (R3).
#[must_use]
pub fn periodic_rate(opening: Money, later: &[(u32, Money)], fraction: f64) -> Option<f64> {
    periodic_rates(opening, later, fraction).first().copied()
}

/// All of them, the nearest to zero first (R3).
fn periodic_rates(opening: Money, later: &[(u32, Money)], fraction: f64) -> Vec<f64> {
    let mut later = later.to_vec();
    later.sort_by_key(|(period, _)| *period);
    let Some((last, _)) = later.last() else {
        return Vec::new();
    };
    let horizon = f64::from(*last);
    let terms: Vec<(f64, f64)> = later
        .iter()
        .map(|(period, amount)| (f64::from(*period), minor(*amount)))
        .collect();
    let opened = minor(opening);
    let value = |log: f64| {
        let shift = if log < 0.0 { horizon } else { 0.0 };
        let odd = 1.0 + fraction * log.exp_m1();
        let weight = opened * (log * shift).exp();
        let mut sum = (weight * odd, weight * (shift * odd + fraction * log.exp()));
        for &(period, amount) in &terms {
            let weight = amount * (log * (shift - period)).exp();
            sum.0 += weight;
            sum.1 += weight * (shift - period);
        }
        sum
    };
    let amounts: Vec<Money> = std::iter::once(opening)
        .chain(later.iter().map(|(_, amount)| *amount))
        .collect();
    nearest_first(roots(&value, &amounts, horizon))
}

/// The rates at which dated flows are worth nothing, nearest to zero first (R2, R3).
fn dated_roots(flows: &[Flow], day_count: DayCount) -> Vec<f64> {
    let flows: Vec<&Flow> = flows.iter().filter(|flow| !flow.amount.is_zero()).collect();
    let (Some(first), Some(last)) = (flows.first(), flows.last()) else {
        return Vec::new();
    };
    let terms: Vec<(f64, f64)> = flows
        .iter()
        .map(|flow| (years(first.on, flow.on, day_count), minor(flow.amount)))
        .collect();
    let horizon = years(first.on, last.on, day_count);
    let value = |log: f64| {
        // Below zero every term is measured from the last date, above from the first: powers never
        // exceed one, and the factor taken out changes no root.
        let shift = if log < 0.0 { horizon } else { 0.0 };
        let mut sum = (0.0, 0.0);
        for &(at, amount) in &terms {
            let weight = amount * (log * (shift - at)).exp();
            sum.0 += weight;
            sum.1 += weight * (shift - at);
        }
        sum
    };
    let amounts = per_date(&flows);
    nearest_first(roots(&value, &amounts, horizon))
}

/// Amounts summed per date, in date order: what the sign changes are counted on.
fn per_date(flows: &[&Flow]) -> Vec<Money> {
    let mut sums: Vec<(NaiveDate, Money)> = Vec::new();
    for flow in flows {
        match sums.last_mut() {
            Some((on, sum)) if *on == flow.on => *sum += flow.amount,
            _ => sums.push((flow.on, flow.amount)),
        }
    }
    sums.into_iter().map(|(_, sum)| sum).collect()
}

fn nearest_first(logs: Vec<f64>) -> Vec<f64> {
    let mut found: Vec<f64> = logs
        .into_iter()
        .map(f64::exp_m1)
        .filter(|rate| rate.is_finite())
        .collect();
    found.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    found
}

/// `ln(1 + r)` beyond which no rate is looked for: a loan of three days at half as much again has 49.
const FURTHEST: f64 = 700.0;

/// Where flows change sign often, rates above 10^19 % are not looked for.
const FURTHEST_OF_MANY: f64 = 40.0;

/// `ln` of 10^12. Where flows change sign often, a rate so negative that the last flow weighs more than 10^12
/// times the first is the work of one late flow alone; it says nothing and cannot be checked, and is refused.
const HEAVIEST: f64 = 27.6;

/// The roots of `value` (which gives value and slope at `ln(1 + r)`), for flows with these amounts in
/// order. One sign change has exactly one root; more are searched on a grid, turning points included.
fn roots(value: &dyn Fn(f64) -> (f64, f64), amounts: &[Money], horizon: f64) -> Vec<f64> {
    match sign_changes(amounts) {
        0 => Vec::new(),
        1 if amounts.iter().copied().sum::<Money>().is_zero() => vec![0.0],
        1 => one_root(value).into_iter().collect(),
        _ => all_roots(
            value,
            (HEAVIEST / horizon.max(f64::EPSILON)).min(FURTHEST_OF_MANY),
        ),
    }
}

fn sign_changes(amounts: &[Money]) -> usize {
    let signs: Vec<bool> = amounts
        .iter()
        .filter(|amount| !amount.is_zero())
        .map(|amount| amount.is_positive())
        .collect();
    signs
        .iter()
        .zip(signs.iter().skip(1))
        .filter(|(a, b)| a != b)
        .count()
}

fn one_root(value: &dyn Fn(f64) -> (f64, f64)) -> Option<f64> {
    let at_zero = value(0.0).0;
    if at_zero == 0.0 {
        return Some(0.0);
    }
    for side in [1.0, -1.0] {
        let mut inner = 0.0;
        let mut outer = 0.05;
        while outer <= FURTHEST {
            let there = value(side * outer).0;
            if there == 0.0 || (there > 0.0) != (at_zero > 0.0) {
                return Some(between(value, side * inner, side * outer));
            }
            inner = outer;
            outer *= 2.0;
        }
    }
    None
}

fn all_roots(value: &dyn Fn(f64) -> (f64, f64), lowest: f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for (side, furthest) in [(1.0_f64, FURTHEST_OF_MANY), (-1.0, lowest)] {
        let mut from = 0.0;
        let mut to = 0.001;
        while from < furthest {
            collect_roots(value, side * from, side * to, &mut found);
            from = to;
            to *= 1.03;
        }
    }
    found.sort_by(f64::total_cmp);
    found.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    found
}

/// Adds the roots between two neighbours of the grid. Without a change of sign there may still be two, if
/// the curve turns between them.
fn collect_roots(value: &dyn Fn(f64) -> (f64, f64), a: f64, b: f64, found: &mut Vec<f64>) {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    let (at_low, slope_low) = value(low);
    let (at_high, slope_high) = value(high);
    if at_low == 0.0 {
        found.push(low);
    } else if at_high == 0.0 {
        found.push(high);
    } else if (at_low > 0.0) != (at_high > 0.0) {
        found.push(between(value, low, high));
    } else if (slope_low > 0.0) != (slope_high > 0.0) && (slope_low > 0.0) != (at_low > 0.0) {
        let turn = turning_point(value, low, high);
        if (value(turn).0 > 0.0) != (at_low > 0.0) {
            found.push(between(value, low, turn));
            found.push(between(value, turn, high));
        }
    }
}

fn turning_point(value: &dyn Fn(f64) -> (f64, f64), a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (a, b);
    let rising_low = value(low).1 > 0.0;
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if (value(middle).1 > 0.0) == rising_low {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// Newton's steps, kept inside a bracket that halves whenever a step would leave it.
fn between(value: &dyn Fn(f64) -> (f64, f64), a: f64, b: f64) -> f64 {
    let (mut low, mut high) = if a < b { (a, b) } else { (b, a) };
    let low_positive = value(low).0 > 0.0;
    let mut guess = f64::midpoint(low, high);
    for _ in 0..200 {
        let (at, slope) = value(guess);
        if at == 0.0 {
            return guess;
        }
        if (at > 0.0) == low_positive {
            low = guess;
        } else {
            high = guess;
        }
        let newton = guess - at / slope;
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - guess).abs() <= 1e-15 * guess.abs().max(1e-3) {
            return next;
        }
        guess = next;
    }
    guess
}

fn by_date(flows: &[Flow]) -> Vec<Flow> {
    let mut sorted = flows.to_vec();
    sorted.sort_by_key(|flow| flow.on);
    sorted
}

#[expect(
    clippy::cast_precision_loss,
    reason = "amounts are at most 10^15 minor units, which a float holds exactly"
)]
fn minor(amount: Money) -> f64 {
    amount.minor() as f64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "three centuries are some 110,000 days, or 40 million units"
)]
fn years(from: NaiveDate, to: NaiveDate, day_count: DayCount) -> f64 {
    match day_count {
        DayCount::Actual365 => days_between(from, to) as f64 / 365.0,
        other => other.share(from, to).map_or(0.0, |share| {
            share.numerator() as f64 / share.denominator() as f64
        }),
    }
}

/// Flows at whole periods after the opening one, and the odd fraction before them.
struct Places {
    opening: Money,
    later: Vec<(u32, Money)>,
    fraction: f64,
    /// The fraction as days over the days of a period.
    odd: (i64, i64),
}

/// What a periodic rate was found from, for whoever works it again (R1).
pub(super) struct Periodic {
    pub(super) step: Step,
    pub(super) opening: Money,
    /// Period, date and amount of each flow after the opening ones.
    pub(super) later: Vec<(u32, NaiveDate, Money)>,
    /// The odd part of the first period: days, and days of a period.
    pub(super) odd: (i64, i64),
    /// The rate a period, in millionths of a millionth.
    pub(super) rate: i128,
}

/// The periodic rate of flows with what it was found from; the step is looked for if none is given.
pub(super) fn periodic(flows: &[Flow], step: Option<Step>) -> Option<Periodic> {
    let flows = by_date(flows);
    let step = step.or_else(|| step_of(&flows))?;
    let places = places(&flows, step)?;
    let rate = periodic_rate(places.opening, &places.later, places.fraction)?;
    let start = flows.first()?.on;
    let later = flows.iter().filter(|flow| flow.on != start);
    Some(Periodic {
        step,
        opening: places.opening,
        later: later
            .zip(&places.later)
            .map(|(flow, (period, amount))| (*period, flow.on, *amount))
            .collect(),
        odd: places.odd,
        rate: digits(rate, 12)?,
    })
}

/// What an amount after `top / bottom` periods is worth now at a rate in millionths of a millionth: millionths of
/// the currency's unit, for showing beside a check.
#[expect(
    clippy::cast_precision_loss,
    reason = "it is shown with six decimals, far fewer than a float holds"
)]
pub(super) fn worth(amount: Money, rate: i128, top: i128, bottom: i128) -> Option<i128> {
    let growth = (1.0 + rate as f64 / 1e12).ln() * (top as f64 / bottom as f64);
    digits(minor(amount) / 100.0 * (-growth).exp(), 6)
}

/// A rate as a whole number with so many decimals, rounded; `None` where it cannot be written out.
pub(super) fn digits(rate: f64, places: usize) -> Option<i128> {
    let text = format!("{rate:.places$}");
    text.replace('.', "").parse().ok()
}

/// The equal calendar step of the dates after the first, if there is one.
fn step_of(flows: &[Flow]) -> Option<Step> {
    let dates = later_dates(flows);
    let [first, second, ..] = dates.as_slice() else {
        // One payment makes no step; its period is measured in months, whole or odd (R1).
        return dates.first().map(|_| Step::Months(1));
    };
    let months = month_number(*second).checked_sub(month_number(*first))?;
    let monthly = u32::try_from(months)
        .ok()
        .filter(|&months| months > 0)
        .map(Step::Months);
    let daily = u32::try_from(days_between(*first, *second))
        .ok()
        .map(Step::Days);
    [monthly, daily]
        .into_iter()
        .flatten()
        .find(|&step| places(flows, step).is_some_and(|places| evenly(&places.later)))
}

/// Whether the periods follow each other without a gap.
fn evenly(flows: &[(u32, Money)]) -> bool {
    let mut periods: Vec<u32> = flows.iter().map(|(period, _)| *period).collect();
    periods.dedup();
    periods
        .iter()
        .zip(periods.iter().skip(1))
        .all(|(a, b)| a.saturating_add(1) == *b)
}

fn later_dates(flows: &[Flow]) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = flows.iter().map(|flow| flow.on).collect();
    dates.dedup();
    dates.into_iter().skip(1).collect()
}

fn month_number(date: NaiveDate) -> i64 {
    i64::from(date.year())
        .saturating_mul(12)
        .saturating_add(i64::from(date.month0()))
}

fn month_end(date: NaiveDate) -> u32 {
    let start = date.with_day(1).unwrap_or(date);
    plus_months(start, 1)
        .pred_opt()
        .map_or(28, |last| last.day())
}

/// Whether a date is the anchor's day of its month, or the month's end where that day is missing.
fn on_day(date: NaiveDate, day: u32) -> bool {
    date.day() == day.min(month_end(date))
}

fn places(flows: &[Flow], step: Step) -> Option<Places> {
    match step {
        Step::Months(months) => places_by_months(flows, i64::from(months.max(1))),
        Step::Days(days) => places_by_days(flows, i64::from(days.max(1))),
    }
}

fn places_by_months(flows: &[Flow], step: i64) -> Option<Places> {
    let start = flows.first()?.on;
    let dates = later_dates(flows);
    let first = *dates.first()?;
    let day = dates.iter().map(Datelike::day).max()?;
    let on_grid = |date: NaiveDate, day: u32| {
        on_day(date, day)
            && month_number(date)
                .saturating_sub(month_number(first))
                .checked_rem(step)
                == Some(0)
    };
    if !dates.iter().all(|&date| on_grid(date, day)) {
        return None;
    }
    // The first date may be the anchor of days that are clipped later: 31 January, 28 February.
    let anchor = day.max(start.day());
    let anchored = on_day(start, anchor) && dates.iter().all(|&date| on_day(date, anchor));
    let (months, odd_days) = if anchored {
        (month_number(first).saturating_sub(month_number(start)), 0)
    } else {
        months_back(start, first)
    };
    let whole = months.checked_div(step)?;
    let rest = months
        .checked_rem(step)?
        .saturating_mul(30)
        .saturating_add(odd_days);
    let length = if step == 12 {
        365
    } else {
        step.saturating_mul(30)
    };
    finish(flows, start, (rest, length), |date| {
        let after = month_number(date)
            .saturating_sub(month_number(first))
            .checked_div(step)?;
        whole.checked_add(after)
    })
}

/// Whole months counted back from `to` while they do not pass `from`, and the days left before them.
fn months_back(from: NaiveDate, to: NaiveDate) -> (i64, i64) {
    let mut months = month_number(to).saturating_sub(month_number(from));
    if plus_months(to, months.saturating_neg()) < from {
        months = months.saturating_sub(1);
    }
    let start = plus_months(to, months.saturating_neg());
    (months, days_between(from, start))
}

fn places_by_days(flows: &[Flow], step: i64) -> Option<Places> {
    let start = flows.first()?.on;
    let first = *later_dates(flows).first()?;
    let ahead = days_between(start, first);
    let whole = ahead.checked_div(step)?;
    let rest = ahead.checked_rem(step)?;
    finish(flows, start, (rest, step), |date| {
        let after = days_between(first, date);
        (after.checked_rem(step)? == 0)
            .then_some(after.checked_div(step)?)
            .and_then(|after| whole.checked_add(after))
    })
}

fn finish(
    flows: &[Flow],
    start: NaiveDate,
    odd: (i64, i64),
    period: impl Fn(NaiveDate) -> Option<i64>,
) -> Option<Places> {
    let opening = flows
        .iter()
        .filter(|flow| flow.on == start)
        .map(|flow| flow.amount)
        .sum();
    let later = flows
        .iter()
        .filter(|flow| flow.on != start)
        .map(|flow| Some((u32::try_from(period(flow.on)?).ok()?, flow.amount)))
        .collect::<Option<Vec<_>>>()?;
    Some(Places {
        opening,
        later,
        fraction: fraction(odd.0, odd.1),
        odd,
    })
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred days at most")]
fn fraction(days: i64, length: i64) -> f64 {
    days as f64 / length.max(1) as f64
}

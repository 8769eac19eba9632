//! How annual rates come about: the flows, the rate a period found by trying, and the check anyone can make, that the
//! flows are worth nothing at that rate (numbers.md R1–R3).

use super::build::{input, line, money, number, result_of};
use super::pieces::by_year;
use crate::domain::calendar::DayCount;
use crate::domain::exact::Exact;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::rate::Percent;
use crate::domain::simulation::AnnualRates;
use crate::domain::working::{About, Formula, Line, Origin, Rounding, Value, Working};
use crate::engine::accrual;
use crate::engine::annual_rate::{Flow, Periodic, Step, digits, periodic, worth};
use crate::engine::quote::Quote;

/// Decimals of a rate that is checked: enough for a present value within half a hundredth.
const PLACES: u32 = 12;

/// The workings of a quote: what is received, repaid, and the rates.
#[must_use]
pub fn of_quote(quote: &Quote, from: &(Origin, Origin)) -> Vec<Working> {
    let mut all = sums(quote, from);
    all.extend(of_flows(
        &quote.flows,
        None,
        &quote.rates,
        quote.day_count,
        from,
        "",
    ));
    all
}

fn sums(quote: &Quote, from: &(Origin, Origin)) -> Vec<Working> {
    let start = quote.flows.first().map(|flow| flow.on);
    let flow_lines = |wanted: &dyn Fn(&Flow) -> bool| -> Vec<Line> {
        let wanted = quote.flows.iter().filter(|flow| wanted(flow));
        wanted
            .map(|flow| {
                let about = About::on(flow.on);
                line(about, one_flow(flow, from), size(flow.amount))
            })
            .collect()
    };
    let at_start = |flow: &Flow| {
        quote.taken.is_positive() && Some(flow.on) == start && flow.amount.is_negative()
    };
    let mut all = Vec::new();
    let mut received = Formula::Lines;
    if quote.taken.is_positive() {
        let taken = Working::amount(
            "taken",
            Quantity::Taken,
            Formula::Lines,
            quote.taken,
            &["R1"],
        )
        .adding(flow_lines(&at_start));
        received = received.less(result_of(&taken));
        all.push(taken);
    }
    let received = Working::amount(
        "received",
        Quantity::Received,
        received,
        quote.received,
        &["R1"],
    )
    .adding(flow_lines(&|flow| flow.amount.is_positive()));
    let paid = Working::amount(
        "total-paid",
        Quantity::TotalPaid,
        Formula::Lines,
        quote.total_paid,
        &["R1"],
    )
    .adding(flow_lines(&|flow| {
        flow.amount.is_negative() && !at_start(flow)
    }));
    let cost = Working::amount(
        "cost",
        Quantity::Cost,
        result_of(&paid).less(result_of(&received)),
        quote.cost,
        &["R1"],
    );
    all.extend([received, paid, cost]);
    all
}

/// The workings of the rates of flows; `step` as the rates were found with.
#[must_use]
pub(super) fn of_flows(
    flows: &[Flow],
    step: Option<Step>,
    rates: &AnnualRates,
    day_count: DayCount,
    from: &(Origin, Origin),
    prefix: &str,
) -> Vec<Working> {
    let mut all = Vec::new();
    if rates.simple.is_some()
        && let Some(found) = periodic(flows, step)
    {
        all.extend(periodic_rates(&found, rates, from, prefix));
    }
    let mut dated = |rate, name: &str, figure| {
        if let Some(digits) = rate {
            all.extend(by_dates(
                flows,
                digits,
                day_count,
                from,
                (prefix, name, figure),
            ));
        }
    };
    dated(
        rates.dated.and_then(|rate| digits(rate, 12)),
        "rate-dated",
        Quantity::Dated,
    );
    dated(
        rates.other_dated.and_then(|rate| digits(rate, 12)),
        "other-rate",
        Quantity::OtherDated,
    );
    all
}

fn periodic_rates(
    found: &Periodic,
    rates: &AnnualRates,
    from: &(Origin, Origin),
    prefix: &str,
) -> Vec<Working> {
    let check_id = format!("{prefix}rate-period.check");
    let rate = || {
        let value = Value::Decimal {
            digits: found.rate,
            places: PLACES,
        };
        input(Quantity::PeriodRate, About::default(), value, Origin::Trial)
    };
    let growth = || Formula::Number(1).plus(rate());
    let mut opening = money(
        Quantity::ReceivedOnce,
        About::default(),
        size(found.opening),
        from.0.clone(),
    );
    if found.odd.0 > 0 {
        // The odd part of the first period bears simple interest: the unit-period method.
        let odd = number(
            Quantity::OddPart,
            i128::from(found.odd.0),
            Origin::Rule("R1"),
        )
        .over(number(
            Quantity::PeriodDays,
            i128::from(found.odd.1),
            Origin::Rule("R1"),
        ));
        opening = opening.times(Formula::Number(1).plus(rate().times(odd)));
    }
    let lines = found
        .later
        .iter()
        .map(|(period, on, amount)| {
            let worth = money(Quantity::Repaid, About::on(*on), -*amount, from.1.clone())
                .over(growth().power(Formula::Number(i128::from(*period))));
            let now = worth_now(-*amount, found.rate, i128::from(*period), 1);
            present(About::on(*on), worth, now).called(Quantity::Present)
        })
        .collect();
    let check = Working::amount(
        check_id,
        Quantity::Check,
        opening.less(Formula::Lines),
        Money::ZERO,
        &["R1"],
    )
    .about(About {
        of: Some(Quantity::PeriodRate),
        ..About::default()
    })
    .rounded(Rounding::HalfUp)
    .adding(lines);
    let a_year = periods_a_year(found.step);
    let mut all = vec![check];
    if let Some(simple) = rates.simple.and_then(|rate| digits(rate, 6)) {
        all.push(annual(
            format!("{prefix}rate-simple"),
            Quantity::Simple,
            rate().times(a_year.clone()),
            simple,
            &["R1"],
        ));
    }
    if let Some(compounded) = rates.compounded.and_then(|rate| digits(rate, 6)) {
        all.push(annual(
            format!("{prefix}rate-compounded"),
            Quantity::Compounded,
            growth().power(a_year).less(Formula::Number(1)),
            compounded,
            &["R1"],
        ));
    }
    all
}

/// 12 over the months of a step; 52 weeks, 26 fortnights, 13 times four weeks; else 365 over its days.
fn periods_a_year(step: Step) -> Formula {
    let (top, bottom) = match step {
        Step::Months(months) => (12, i128::from(months.max(1))),
        Step::Days(7) => (52, 1),
        Step::Days(14) => (26, 1),
        Step::Days(28) => (13, 1),
        Step::Days(days) => (365, i128::from(days.max(1))),
    };
    let top = number(Quantity::PeriodsYear, top, Origin::Rule("R1"));
    if bottom == 1 {
        top
    } else {
        top.over(Formula::Number(bottom))
    }
}

fn annual(
    id: String,
    figure: Quantity,
    formula: Formula,
    millionths: i128,
    rules: &'static [&'static str],
) -> Working {
    let percent = i64::try_from(millionths.saturating_mul(100)).unwrap_or(i64::MAX);
    let result = Value::Percent(Percent::from_millionths(percent));
    Working::exact(id, figure, formula, result, rules).rounded(Rounding::Percent)
}

/// A dated rate and its check.
fn by_dates(
    flows: &[Flow],
    rate: i128,
    day_count: DayCount,
    from: &(Origin, Origin),
    names: (&str, &str, Quantity),
) -> Vec<Working> {
    let (prefix, name, figure) = names;
    let Some(start) = flows.iter().map(|flow| flow.on).min() else {
        return Vec::new();
    };
    let leaf = || {
        let value = Value::Decimal {
            digits: rate,
            places: PLACES,
        };
        input(figure, About::default(), value, Origin::Trial)
    };
    let lines = flows
        .iter()
        .map(|flow| {
            let about = About::on(flow.on);
            let amount = one_flow(flow, from);
            let worth = if flow.on == start {
                amount
            } else {
                let years = Formula::sum(years(day_count, start, flow.on));
                amount.over(Formula::Number(1).plus(leaf()).power(years))
            };
            let signed = if flow.amount.is_negative() {
                Formula::Sum(vec![(true, worth)])
            } else {
                worth
            };
            let years = day_count.share(start, flow.on).unwrap_or(Exact::ZERO);
            let now = worth_now(flow.amount, rate, years.numerator(), years.denominator());
            present(about, signed, now)
        })
        .collect();
    let check = Working::amount(
        format!("{prefix}{name}.check"),
        Quantity::Check,
        Formula::Lines,
        Money::ZERO,
        &["R2"],
    )
    .about(About {
        of: Some(figure),
        ..About::default()
    })
    .rounded(Rounding::HalfUp)
    .adding(lines);
    let shown = rate.saturating_add(if rate < 0 { -500_000 } else { 500_000 });
    let annual = annual(
        format!("{prefix}{name}"),
        figure,
        leaf(),
        shown.checked_div(1_000_000).unwrap_or(0),
        &["R2"],
    );
    vec![check, annual]
}

/// The years between two dates as quotients of days.
fn years(day_count: DayCount, from: chrono::NaiveDate, to: chrono::NaiveDate) -> Vec<Formula> {
    let quotient = |days: i128, year: i128| {
        number(Quantity::Days, days, Origin::Rule("R2")).over(number(
            Quantity::YearDays,
            year,
            Origin::Rule("R2"),
        ))
    };
    if day_count == DayCount::Thirty360 {
        return vec![quotient(
            i128::from(accrual::units(day_count, from, to)),
            360,
        )];
    }
    by_year(day_count, from, to)
        .map(|(days, year, _)| quotient(days, year))
        .collect()
}

/// A line of a check.
fn present(about: About, formula: Formula, millionths: i128) -> Line {
    Line {
        name: None,
        about,
        formula,
        result: Value::Decimal {
            digits: millionths,
            places: 6,
        },
        rounding: Rounding::Shown,
    }
}

fn worth_now(amount: Money, rate: i128, top: i128, bottom: i128) -> i128 {
    worth(amount, rate, top, bottom).unwrap_or(0)
}

/// A flow as an input, without its sign.
fn one_flow(flow: &Flow, from: &(Origin, Origin)) -> Formula {
    let (name, from) = if flow.amount.is_positive() {
        (Quantity::ReceivedOnce, &from.0)
    } else {
        (Quantity::Repaid, &from.1)
    };
    money(name, About::on(flow.on), size(flow.amount), from.clone())
}

fn size(amount: Money) -> Money {
    amount.max(-amount)
}

//! A pocket calculator that reads a formula as it is shown, digit by digit. It shares no code with the engine:
//! decimals with 28 digits instead of fractions, and powers as a calculator has them.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use rust_decimal::{Decimal, RoundingStrategy};

/// What a formula comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shown {
    /// A number.
    Number(Decimal),
    /// A date.
    Date(chrono::NaiveDate),
    /// A number of years.
    Years(u32),
    /// Whether a number lies between its limits.
    Between(bool),
}

impl Shown {
    pub(crate) fn number(self) -> Decimal {
        match self {
            Shown::Number(number) => number,
            other => panic!("{other:?} is no number"),
        }
    }
}

/// Works out a formula; `lines` is what its `Σ` stands for.
pub(crate) fn worked(formula: &str, lines: Decimal) -> Result<Shown, String> {
    let mut reader = Reader {
        rest: formula,
        lines,
    };
    let first = reader.sum()?;
    let mut between = None;
    let mut left = first;
    while reader.eat("≤") {
        let right = reader.sum()?;
        let holds = left.number() <= right.number();
        between = Some(between.unwrap_or(true) && holds);
        left = right;
    }
    if !reader.rest.trim().is_empty() {
        return Err(format!("`{}` is left of `{formula}`", reader.rest));
    }
    Ok(between.map_or(first, Shown::Between))
}

struct Reader<'a> {
    rest: &'a str,
    lines: Decimal,
}

impl Reader<'_> {
    fn eat(&mut self, sign: &str) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> Result<Shown, String> {
        let mut left = if self.eat("−") {
            Shown::Number(-self.product()?.number())
        } else {
            self.product()?
        };
        loop {
            if self.eat("+") {
                let right = self.product()?;
                left = match (left, right) {
                    (Shown::Date(date), Shown::Years(years)) => {
                        let later = date.checked_add_months(chrono::Months::new(12 * years));
                        Shown::Date(later.unwrap())
                    }
                    (Shown::Date(date), Shown::Number(days)) => {
                        let days = chrono::Duration::days(days.to_i64().unwrap());
                        Shown::Date(date + days)
                    }
                    (left, right) => Shown::Number(left.number() + right.number()),
                };
            } else if self.eat("−") {
                let right = self.product()?;
                left = match (left, right) {
                    (Shown::Date(later), Shown::Date(earlier)) => {
                        let days = later.signed_duration_since(earlier).num_days();
                        Shown::Number(Decimal::from(days))
                    }
                    (left, right) => Shown::Number(left.number() - right.number()),
                };
            } else {
                return Ok(left);
            }
        }
    }

    fn product(&mut self) -> Result<Shown, String> {
        let mut left = self.power()?;
        loop {
            if self.eat("×") {
                let right = self.power()?.number();
                left = Shown::Number(left.number() * right);
            } else if self.eat("÷") {
                let right = self.power()?.number();
                let quotient = left.number().checked_div(right);
                left = Shown::Number(quotient.ok_or("divided by nought")?);
            } else {
                return Ok(left);
            }
        }
    }

    fn power(&mut self) -> Result<Shown, String> {
        let base = self.atom()?;
        if !self.eat("^") {
            return Ok(base);
        }
        let exponent = self.atom()?.number();
        Ok(Shown::Number(raised(base.number(), exponent)?))
    }

    fn atom(&mut self) -> Result<Shown, String> {
        if self.eat("(") {
            let inner = self.sum()?;
            return if self.eat(")") {
                Ok(inner)
            } else {
                Err(format!("no closing bracket before `{}`", self.rest))
            };
        }
        if self.eat("Σ") {
            return Ok(Shown::Number(self.lines));
        }
        for (name, largest) in [("min(", false), ("max(", true)] {
            if self.eat(name) {
                let mut all = vec![self.sum()?.number()];
                while self.eat(";") {
                    all.push(self.sum()?.number());
                }
                if !self.eat(")") {
                    return Err(format!("{name} is not closed before `{}`", self.rest));
                }
                let best = if largest {
                    all.into_iter().max()
                } else {
                    all.into_iter().min()
                };
                return Ok(Shown::Number(best.unwrap()));
            }
        }
        self.value()
    }

    fn value(&mut self) -> Result<Shown, String> {
        let text = self.rest.trim_start();
        // Digits, a leading minus, and the hyphens of a date.
        let end = text
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-')))
            .unwrap_or(text.len());
        let (token, rest) = text.split_at(end);
        self.rest = rest;
        for years in ["years", "year", "年"] {
            if self.eat(years) {
                return Ok(Shown::Years(token.parse().unwrap()));
            }
        }
        if let Ok(date) = token.parse::<chrono::NaiveDate>() {
            return Ok(Shown::Date(date));
        }
        let (digits, hundredth) = match token.strip_suffix('%') {
            Some(digits) => (digits, true),
            None => (token, false),
        };
        let number: Decimal = digits
            .replace(',', "")
            .parse()
            .map_err(|error| format!("`{token}` before `{rest}`: {error}"))?;
        Ok(Shown::Number(if hundredth {
            number / Decimal::ONE_HUNDRED
        } else {
            number
        }))
    }
}

/// A power: by multiplying where the exponent is whole, else as a scientific calculator does it.
fn raised(base: Decimal, exponent: Decimal) -> Result<Decimal, String> {
    if exponent.is_integer() && exponent >= Decimal::ZERO {
        let mut result = Decimal::ONE;
        for _ in 0..exponent.to_u32().ok_or("too large an exponent")? {
            result = result.checked_mul(base).ok_or("a power too large")?;
        }
        return Ok(result);
    }
    let float = base
        .to_f64()
        .zip(exponent.to_f64())
        .map(|(base, exponent)| base.powf(exponent));
    float
        .and_then(Decimal::from_f64)
        .ok_or_else(|| format!("{base}^{exponent}"))
}

/// Cuts a number off as a working says it does; nothing where it says that nothing is.
pub(crate) fn cut_off(number: Decimal, rounding: &str) -> Decimal {
    // 28 digits carry a third as 0.333…: what is a hair below the half is the half.
    let settled = number.round_dp_with_strategy(18, RoundingStrategy::MidpointAwayFromZero);
    let by = |places, strategy| settled.round_dp_with_strategy(places, strategy);
    match rounding {
        "exact" => settled,
        "half-up" => by(2, RoundingStrategy::MidpointAwayFromZero),
        "down" => by(2, RoundingStrategy::ToNegativeInfinity),
        "up" => by(2, RoundingStrategy::ToPositiveInfinity),
        "percent" => by(6, RoundingStrategy::MidpointAwayFromZero),
        "shown-6" => by(6, RoundingStrategy::MidpointAwayFromZero),
        "shown-12" => by(12, RoundingStrategy::MidpointAwayFromZero),
        other => panic!("`{other}` is no way to round"),
    }
}

#[test]
fn the_calculator_calculates() {
    let case = |formula: &str, expected: &str| {
        let found = worked(formula, Decimal::from(7)).unwrap().number();
        assert_eq!(
            cut_off(found, "shown-6").normalize().to_string(),
            expected,
            "{formula}"
        );
    };
    case("12,000.00 × 18% × 30 ÷ 360", "180");
    case("2 + 3 × 4 − 6 ÷ 3", "12");
    case("−2 + 3", "1");
    case("(−2.00 + 3) × (1 + 1)^3", "8");
    case("2^(1 ÷ 2)", "1.414214");
    case("min(3.00; 2 + 2; Σ) − max(0; -5.00)", "3");
    case("2026-11-16 − 2026-09-12", "65");
    case("Σ ÷ 7", "1");
    assert_eq!(
        worked("31 ≤ 65 ≤ 90", Decimal::ZERO),
        Ok(Shown::Between(true))
    );
    assert_eq!(
        worked("31 ≤ 95 ≤ 90", Decimal::ZERO),
        Ok(Shown::Between(false))
    );
    let leap = "2029-02-28".parse().unwrap();
    assert_eq!(
        worked("2028-02-29 + 1 year", Decimal::ZERO),
        Ok(Shown::Date(leap))
    );
    let date = "2026-12-12".parse().unwrap();
    assert_eq!(
        worked("2026-09-12 + 91", Decimal::ZERO),
        Ok(Shown::Date(date))
    );
    assert!(worked("3 × (4", Decimal::ZERO).is_err());
}

//! Money: a whole number of minor units (hundredths).
//!
//! Promises: never a fraction of a minor unit; adding is exact; text is read by one grammar that also
//! understands what Chinese input methods type. A ledger has one currency, so an amount does not carry it.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Serialize, Serializer};

use super::exact::Exact;

/// An amount in minor units (hundredths of the ledger's currency).
///
/// Inputs are limited to ± 10^13 ([`Money::LIMIT`]); sums of inputs always fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);
    /// The largest amount that may be typed: 10^13 in currency units.
    pub const LIMIT: Money = Money(1_000_000_000_000_000);
    /// The smallest step: 0.01.
    pub const CENT: Money = Money(1);

    /// From minor units.
    #[must_use]
    pub const fn from_minor(minor: i128) -> Money {
        Money(minor)
    }

    /// In minor units.
    #[must_use]
    pub const fn minor(self) -> i128 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The difference, or nothing where it would be negative.
    #[must_use]
    pub fn less(self, other: Money) -> Money {
        (self - other).max(Money::ZERO)
    }

    /// `parts` amounts that differ by at most one minor unit, the larger first, summing exactly (S1).
    pub fn split(self, parts: u32) -> impl Iterator<Item = Money> {
        let count = i128::from(parts.max(1));
        let base = self.0.div_euclid(count);
        let larger = self.0.rem_euclid(count);
        (0..i128::from(parts)).map(move |k| {
            Money(if k < larger {
                base.saturating_add(1)
            } else {
                base
            })
        })
    }

    /// The share `numerator / denominator` of it, exact.
    ///
    /// # Errors
    /// [`super::TooLarge`] if the figures cannot be held.
    pub fn share(self, factor: Exact) -> Result<Exact, super::TooLarge> {
        Exact::from(self).times(factor)
    }

    /// Reads an amount as a person types it.
    ///
    /// Understood: `1200`, `1200.5`, `1,200.50`, `-3`, `+3`, full-width digits and signs
    /// (`１２３４．５０`, `￥`, `，` in well-formed groups of three), a leading `¥`, `￥`, `HK$`, `$` or a
    /// trailing `元`, and blanks around it.
    ///
    /// # Errors
    /// [`MoneyError`] names what is wrong: not a number, more than two decimals, groups that are not of
    /// three digits, or beyond [`Money::LIMIT`].
    pub fn parse(text: &str) -> Result<Money, MoneyError> {
        let plain = half_width(text);
        let mut body = plain.trim();
        let mut negative = false;
        if let Some(rest) = body.strip_prefix('-') {
            negative = true;
            body = rest;
        } else if let Some(rest) = body.strip_prefix('+') {
            body = rest;
        }
        for sign in ["HK$", "CNY", "HKD", "RMB", "¥", "$"] {
            if let Some(rest) = body.strip_prefix(sign) {
                body = rest.trim_start();
                break;
            }
        }
        body = body.strip_suffix('元').unwrap_or(body).trim_end();
        if let (false, Some(rest)) = (negative, body.strip_prefix('-')) {
            negative = true;
            body = rest;
        }
        let (units, decimals) = match body.split_once('.') {
            Some((_, "")) => return Err(MoneyError::NotANumber),
            Some((units, decimals)) => (units, decimals),
            None => (body, ""),
        };
        let units = ungrouped(units)?;
        if units.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return Err(MoneyError::NotANumber);
        }
        let money = of_digits(&units, decimals)?;
        Ok(if negative { -money } else { money })
    }
}

/// The amount of digits before and after a point: whole units, and decimals of which at most two count.
///
/// # Errors
/// [`MoneyError`] if it is too fine or beyond [`Money::LIMIT`].
pub(super) fn of_digits(units: &str, decimals: &str) -> Result<Money, MoneyError> {
    let significant = decimals.trim_end_matches('0');
    if significant.len() > 2 {
        return Err(MoneyError::TooFine);
    }
    let digits = format!("{units}{significant:0<2}");
    let digits = digits.trim_start_matches('0');
    if digits.len() > 16 {
        return Err(MoneyError::TooLarge);
    }
    let minor: i128 = if digits.is_empty() {
        0
    } else {
        digits.parse().map_err(|_| MoneyError::NotANumber)?
    };
    let money = Money(minor);
    if money > Money::LIMIT {
        return Err(MoneyError::TooLarge);
    }
    Ok(money)
}

/// Why a text is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not digits with an optional point.
    #[error("not an amount of money")]
    NotANumber,
    /// More than two decimals.
    #[error("an amount has at most two decimals")]
    TooFine,
    /// A comma that does not separate groups of three digits.
    #[error("a comma may only separate groups of three digits")]
    Grouping,
    /// Beyond ± 10^13.
    #[error("an amount is at most 10000000000000")]
    TooLarge,
    /// Readable in two ways, or in words.
    #[error("not clear how much; write it in digits")]
    Unclear,
}

/// Full-width digits, signs and commas as their ASCII twins; all else unchanged.
#[must_use]
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' => {
                char::from_u32(u32::from(c).saturating_sub(0xFF10).saturating_add(0x30))
                    .unwrap_or(c)
            }
            '．' => '.',
            '，' => ',',
            '－' | '−' => '-',
            '＋' => '+',
            '￥' => '¥',
            '％' => '%',
            '＄' => '$',
            '／' => '/',
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// The digits of `text` without its commas, which must separate groups of three.
pub(super) fn ungrouped(text: &str) -> Result<String, MoneyError> {
    if !text.contains(',') {
        return if text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(text.to_owned())
        } else {
            Err(MoneyError::NotANumber)
        };
    }
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    if !digits(first) || !rest.iter().all(|group| digits(group)) {
        return Err(MoneyError::NotANumber);
    }
    if first.is_empty() || first.len() > 3 || rest.iter().any(|group| group.len() != 3) {
        return Err(MoneyError::Grouping);
    }
    Ok(format!("{first}{}", rest.concat()))
}

impl fmt::Display for Money {
    /// `1100.16`: no grouping, always two decimals. The form of the ledger and of JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, cents) = (magnitude.div_euclid(100), magnitude.rem_euclid(100));
        f.pad(&format!("{sign}{units}.{cents:02}"))
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

// Inputs are at most 10^15 minor units and a ledger holds at most some 10^5 of them: 128 bits never
// fill. Saturating, so that even a broken promise cannot wrap into a plausible figure.
impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }
}
impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0.saturating_sub(other.0))
    }
}
impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(self.0.saturating_neg())
    }
}
impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        *self = *self + other;
    }
}
impl SubAssign for Money {
    fn sub_assign(&mut self, other: Money) {
        *self = *self - other;
    }
}
impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_people_type() {
        let case = |text: &str, minor| assert_eq!(Money::parse(text), Ok(Money(minor)), "{text}");
        case("1200", 120_000);
        case("1200.5", 120_050);
        case("1,200.50", 120_050);
        case("１２３４．５０", 123_450);
        case("￥１，２３４", 123_400);
        case(" ¥1200 ", 120_000);
        case("HK$3,000", 300_000);
        case("1200元", 120_000);
        case("-3", -300);
        case("0.100", 10);
        case("10000000000000", 1_000_000_000_000_000);
    }

    #[test]
    fn refuses_what_is_not_money() {
        let case = |text: &str, error| assert_eq!(Money::parse(text), Err(error), "{text}");
        case("", MoneyError::NotANumber);
        case("abc", MoneyError::NotANumber);
        case("5.", MoneyError::NotANumber);
        case("1_000", MoneyError::NotANumber);
        case("--3", MoneyError::NotANumber);
        case("1.005", MoneyError::TooFine);
        case("1,20", MoneyError::Grouping);
        case("，1", MoneyError::Grouping);
        case("10000000000000.01", MoneyError::TooLarge);
        case(
            "99999999999999999999999999999999999999999",
            MoneyError::TooLarge,
        );
        case("1e5", MoneyError::NotANumber);
    }

    proptest! {
        #[test]
        fn text_goes_round(minor in -1_000_000_000_000_000_i128..=1_000_000_000_000_000) {
            prop_assert_eq!(Money::parse(&Money(minor).to_string()), Ok(Money(minor)));
        }

        #[test]
        fn splits_add_up_and_are_fair(minor in 0_i128..1_000_000_000_000, parts in 1_u32..1200) {
            let split: Vec<Money> = Money(minor).split(parts).collect();
            prop_assert_eq!(split.iter().copied().sum::<Money>(), Money(minor));
            let (first, last) = (split[0], split[split.len() - 1]);
            prop_assert!((first - last).minor() <= 1 && first >= last);
        }
    }
}

//! The level payment in 64-bit fractions, where their error leaves no doubt about the hundredth (numbers.md S1, S2).
//!
//! Promises: a payment that is given is the exact one, half-up: the annuity is known between two bounds, and both give
//! the same hundredth. Else nothing is given, and [`super::level`] works it in 28 decimals.
//! Leaves to others: periods without interest, a single period.

use crate::domain::money::Money;

/// One, as a fraction over 2^63.
const ONE: u64 = 1 << 63;
/// Lengths of a period whose discount is kept; a schedule has 4, or 10 where leap years count apart.
const KNOWN: usize = 16;

/// The payment over a first period that bears `first` of the balance and later ones that bear `rate × units`, each over
/// one `denominator`.
pub(super) fn over_periods(
    principal: Money,
    denominator: u64,
    first: u64,
    rate: u64,
    later: impl IntoIterator<Item = i64>,
) -> Option<Money> {
    let mut discount = over(denominator, first)?;
    let (mut annuity, mut steps) = (u128::from(discount), 1_u128);
    // Months have few lengths: each length's own discount is divided out once.
    let mut known: Vec<(i64, u64)> = Vec::with_capacity(KNOWN);
    for units in later {
        let own = match known.iter().find(|(same, _)| *same == units) {
            Some((_, own)) => *own,
            None => {
                let own = over(denominator, rate.checked_mul(u64::try_from(units).ok()?)?)?;
                if known.len() < KNOWN {
                    known.push((units, own));
                }
                own
            }
        };
        discount = times(discount, own);
        annuity = annuity.checked_add(u128::from(discount))?;
        steps = steps.checked_add(1)?;
    }
    // A discount is cut twice more than the one before, itself and its own factor: at most 2k units low in step k.
    let slack = steps.checked_add(1)?.checked_mul(steps)?;
    rounded(principal, annuity, slack)
}

/// What 1 due a period later is worth: `denominator / (denominator + factor)`, cut.
fn over(denominator: u64, factor: u64) -> Option<u64> {
    let grown = u128::from(denominator).checked_add(u128::from(factor))?;
    let whole = u128::from(denominator).checked_mul(u128::from(ONE))?;
    u64::try_from(whole.checked_div(grown)?).ok()
}

/// The product of two fractions of at most one, cut.
fn times(one: u64, other: u64) -> u64 {
    let product = u128::from(one).wrapping_mul(u128::from(other)) >> 63;
    // Of two fractions up to 2^63 it is one again.
    u64::try_from(product).unwrap_or(ONE)
}

/// The payment over a first period that bears `first` of the balance and `later` ones that bear `each`, by powers.
pub(super) fn over_equal_periods(
    principal: Money,
    denominator: u64,
    first: u64,
    each: u64,
    later: u32,
) -> Option<Money> {
    let (whole, one) = (u128::from(denominator), u128::from(ONE));
    let discount = over(denominator, each)?;
    let last = power(discount, later);
    // 1 + v + … + v^later, where v + … + v^n = (1 − v^n) / i
    let rest = u128::from(ONE.checked_sub(last)?)
        .checked_mul(whole)?
        .checked_div(u128::from(each))?;
    let annuity = one
        .checked_add(rest)?
        .checked_mul(whole)?
        .checked_div(whole.checked_add(u128::from(first))?)?;
    // The power is cut at most 4n units low, which the division by i makes larger; three cuts follow.
    let steps = u128::from(later).checked_mul(4)?;
    let slack = steps
        .checked_mul(whole)?
        .checked_div(u128::from(each))?
        .checked_add(steps)?
        .checked_add(4)?;
    rounded(principal, annuity, slack)
}

/// A fraction of at most one to a power. Every product is cut, so the error grows with the exponent alone.
fn power(base: u64, exponent: u32) -> u64 {
    let (mut result, mut square, mut left) = (ONE, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, square);
        }
        square = times(square, square);
        left >>= 1;
    }
    result
}

/// The principal over an annuity that is at most `slack` units off, half-up if both bounds agree on it.
fn rounded(principal: Money, annuity: u128, slack: u128) -> Option<Money> {
    let scaled = u128::try_from(principal.minor())
        .ok()?
        .checked_mul(u128::from(ONE))?
        .checked_mul(2)?;
    let half_up = |annuity: u128| {
        scaled
            .checked_add(annuity)?
            .checked_div(annuity.checked_mul(2)?)
    };
    let least = half_up(annuity.checked_add(slack)?)?;
    let most = half_up(annuity.checked_sub(slack)?)?;
    (least == most)
        .then(|| i128::try_from(least).ok().map(Money::from_minor))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::level::level_payment;
    use super::*;
    use crate::domain::Exact;
    use proptest::prelude::*;

    const YEAR: u64 = 36_500_000_000;

    fn exact(factor: u64) -> Exact {
        Exact::new(i128::from(factor), i128::from(YEAR)).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_given_is_what_28_decimals_give(
            principal in 1_i128..1_000_000_000_000_000,
            first in 0_u64..40_000_000_000,
            each in 1_u64..40_000_000_000,
            wobble in prop::collection::vec(0_i64..60, 1..80),
            rate in 1_u64..50_000_000,
            later in 1_u32..400,
        ) {
            let principal = Money::from_minor(principal);
            let mut factors = vec![exact(first)];
            factors.resize(usize::try_from(later).unwrap() + 1, exact(each));
            if let Some(payment) = over_equal_periods(principal, YEAR, first, each, later) {
                prop_assert_eq!(Ok(payment), level_payment(principal, &factors));
            }
            if let Some(payment) = over_periods(principal, YEAR, first, rate, wobble.iter().copied()) {
                let later = wobble.iter().map(|units| exact(rate * u64::try_from(*units).unwrap()));
                let factors: Vec<Exact> = std::iter::once(exact(first)).chain(later).collect();
                if factors.iter().any(|factor| !factor.is_zero()) {
                    prop_assert_eq!(Ok(payment), level_payment(principal, &factors));
                }
            }
        }
    }

    #[test]
    fn ordinary_loans_are_quick_and_doubt_is_left_to_the_decimals() {
        // 12,000 at 1.5 % a month over 12: 1100.1599…
        let month = YEAR * 15 / 1000;
        let loan = Money::from_minor(1_200_000);
        assert_eq!(
            over_equal_periods(loan, YEAR, month, month, 11),
            Some(Money::from_minor(110_016))
        );
        assert_eq!(
            over_periods(loan, YEAR, month, month / 30, [30; 11]),
            Some(Money::from_minor(110_016))
        );
        // 1 over discounts of ½ and ½ is 1; over 1 and 1 it is ½, on which the bounds disagree.
        let tie = over_periods(Money::from_minor(1), YEAR, YEAR, 1, [0]);
        assert_eq!(tie, Some(Money::from_minor(1)));
        assert_eq!(over_periods(Money::from_minor(1), YEAR, 0, 1, [0]), None);
    }
}

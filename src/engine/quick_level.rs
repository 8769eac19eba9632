//! The level payment in 64-bit fractions, where their error leaves no doubt about the hundredth (numbers.md S1, S2).
//!
//! Promises: a payment that is given is the exact one, half-up: the annuity is known between two bounds, and both give
//! the same hundredth. Else nothing is given, and [`super::level`] works it in 28 decimals.
//! Leaves to others: periods without interest, a single period.

use crate::domain::money::Money;

/// One, as a fraction over 2^63.
const ONE: u128 = 1 << 63;

/// The payment over periods that bear `factors` of the balance, each over one `denominator`.
pub(super) fn over_periods(
    principal: Money,
    denominator: i128,
    factors: impl IntoIterator<Item = i128>,
) -> Option<Money> {
    let whole = u128::try_from(denominator).ok()?;
    let (mut discount, mut annuity, mut steps) = (ONE, 0_u128, 0_u128);
    for factor in factors {
        let grown = whole.checked_add(u128::try_from(factor).ok()?)?;
        discount = discount.checked_mul(whole)?.checked_div(grown)?;
        annuity = annuity.checked_add(discount)?;
        steps = steps.checked_add(1)?;
    }
    // Each discount is cut once more than the one before: at most k units low in step k.
    rounded(principal, annuity, steps.checked_mul(steps)?)
}

/// The payment over a first period and `later` equal ones, by powers.
pub(super) fn over_equal_periods(
    principal: Money,
    denominator: i128,
    first: i128,
    each: i128,
    later: u32,
) -> Option<Money> {
    let whole = u128::try_from(denominator).ok()?;
    let each = u128::try_from(each).ok().filter(|each| *each > 0)?;
    let first = whole.checked_add(u128::try_from(first).ok()?)?;
    let discount = ONE
        .checked_mul(whole)?
        .checked_div(whole.checked_add(each)?)?;
    let last = power(discount, later)?;
    // 1 + v + … + v^later, where v + … + v^n = (1 − v^n) / i
    let rest = ONE
        .checked_sub(last)?
        .checked_mul(whole)?
        .checked_div(each)?;
    let annuity = ONE
        .checked_add(rest)?
        .checked_mul(whole)?
        .checked_div(first)?;
    // The power is cut at most 4n units low, which the division by i makes larger; three cuts follow.
    let steps = u128::from(later).checked_mul(4)?;
    let slack = steps
        .checked_mul(whole)?
        .checked_div(each)?
        .checked_add(steps)?
        .checked_add(4)?;
    rounded(principal, annuity, slack)
}

/// A fraction of at most one to a power. Every product is cut, so the error grows with the exponent alone.
fn power(base: u128, exponent: u32) -> Option<u128> {
    let (mut result, mut square, mut left) = (ONE, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = result.checked_mul(square)? >> 63;
        }
        square = square.checked_mul(square)? >> 63;
        left >>= 1;
    }
    Some(result)
}

/// The principal over an annuity that is at most `slack` units off, half-up if both bounds agree on it.
fn rounded(principal: Money, annuity: u128, slack: u128) -> Option<Money> {
    let scaled = u128::try_from(principal.minor())
        .ok()?
        .checked_mul(ONE)?
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

    const YEAR: i128 = 36_500_000_000;

    fn exact(factor: i128) -> Exact {
        Exact::new(factor, YEAR).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_given_is_what_28_decimals_give(
            principal in 1_i128..1_000_000_000_000_000,
            first in 0_i128..40_000_000_000,
            each in 1_i128..40_000_000_000,
            wobble in prop::collection::vec(0_i128..3_000_000_000, 1..80),
            later in 1_u32..400,
        ) {
            let principal = Money::from_minor(principal);
            let mut factors = vec![exact(first)];
            factors.resize(usize::try_from(later).unwrap() + 1, exact(each));
            if let Some(payment) = over_equal_periods(principal, YEAR, first, each, later) {
                prop_assert_eq!(Ok(payment), level_payment(principal, &factors));
            }
            if let Some(payment) = over_periods(principal, YEAR, wobble.iter().copied()) {
                let factors: Vec<Exact> = wobble.iter().copied().map(exact).collect();
                if factors.len() > 1 && factors.iter().any(|factor| !factor.is_zero()) {
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
            over_periods(loan, YEAR, [month; 12]),
            Some(Money::from_minor(110_016))
        );
        // 1 over discounts of ½ and ½ is 1; over 1 and 1 it is ½, on which the bounds disagree.
        let tie = over_periods(Money::from_minor(1), YEAR, [YEAR, 0]);
        assert_eq!(tie, Some(Money::from_minor(1)));
        assert_eq!(over_periods(Money::from_minor(1), YEAR, [0, 0]), None);
    }
}

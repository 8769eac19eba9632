//! Exact fractions: what interest arithmetic yields before it is settled to money.
//!
//! Promises: no rounding, no float, no wrap-around; a result that cannot be held is [`TooLarge`].

use num_rational::Ratio;
use std::cmp::Ordering;

use super::money::Money;

/// An amount or factor beyond what the program can hold exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the figures are too large to work out exactly")]
pub struct TooLarge;

/// An exact fraction. As an amount it counts minor units (hundredths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Nought.
    pub const ZERO: Exact = Exact(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Exact = Exact(Ratio::new_raw(1, 1));

    /// `numerator / denominator`, reduced.
    ///
    /// # Errors
    /// [`TooLarge`] if the denominator is zero.
    pub fn new(numerator: i128, denominator: i128) -> Result<Exact, TooLarge> {
        if denominator == 0 {
            return Err(TooLarge);
        }
        Ok(Exact(Ratio::new(numerator, denominator)))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i128) -> Exact {
        Exact(Ratio::new_raw(value, 1))
    }

    /// The reduced numerator.
    #[must_use]
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The reduced denominator, always positive.
    #[must_use]
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// Whether it is nought.
    #[must_use]
    pub fn is_zero(self) -> bool {
        *self.0.numer() == 0
    }

    /// The sum.
    ///
    /// # Errors
    /// [`TooLarge`] if it cannot be held.
    pub fn plus(self, other: Exact) -> Result<Exact, TooLarge> {
        num_traits_checked::add(self.0, other.0)
            .map(Exact)
            .ok_or(TooLarge)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`TooLarge`] if it cannot be held.
    pub fn minus(self, other: Exact) -> Result<Exact, TooLarge> {
        num_traits_checked::sub(self.0, other.0)
            .map(Exact)
            .ok_or(TooLarge)
    }

    /// The product.
    ///
    /// # Errors
    /// [`TooLarge`] if it cannot be held.
    pub fn times(self, other: Exact) -> Result<Exact, TooLarge> {
        num_traits_checked::mul(self.0, other.0)
            .map(Exact)
            .ok_or(TooLarge)
    }

    /// The quotient.
    ///
    /// # Errors
    /// [`TooLarge`] if it cannot be held or the divisor is nought.
    pub fn over(self, other: Exact) -> Result<Exact, TooLarge> {
        if other.is_zero() {
            return Err(TooLarge);
        }
        num_traits_checked::div(self.0, other.0)
            .map(Exact)
            .ok_or(TooLarge)
    }

    /// The amount as money: minor units, rounded half-up (away from zero at the half) once.
    ///
    /// This, [`Exact::floored`], [`settled`] and [`cut`] are the only ways from exact arithmetic back to money.
    #[must_use]
    pub fn settled(self) -> Money {
        settled(*self.0.numer(), *self.0.denom())
    }

    /// The amount as money, rounded down (towards minus infinity) once.
    #[must_use]
    pub fn floored(self) -> Money {
        Money::from_minor(*self.0.floor().numer())
    }
}

/// `numerator / denominator` minor units as money, rounded half-up (away from zero at the half) once. The
/// fraction need not be reduced; its denominator is positive.
#[must_use]
pub fn settled(numerator: i128, denominator: i128) -> Money {
    // Division of 64 bits is several times faster than of 128, and most ledgers fit.
    if let (Ok(n), Ok(d)) = (u64::try_from(numerator), u64::try_from(denominator)) {
        let whole = n.checked_div(d).unwrap_or(0);
        let rest = n.saturating_sub(whole.saturating_mul(d));
        let up = rest >= d.saturating_sub(rest) && rest != 0;
        return Money::from_minor(i128::from(whole).saturating_add(i128::from(up)));
    }
    let whole = numerator.checked_div(denominator).unwrap_or(0);
    let rest = numerator
        .checked_rem(denominator)
        .unwrap_or(0)
        .unsigned_abs();
    // rest < d, so d - rest does not overflow and the comparison is 2·rest ≥ d without doubling
    let up = rest >= denominator.unsigned_abs().saturating_sub(rest) && rest != 0;
    let step = if numerator < 0 { -1 } else { 1 };
    Money::from_minor(if up {
        whole.saturating_add(step)
    } else {
        whole
    })
}

/// `numerator / denominator` minor units as money, what is below one cut off (towards zero).
#[must_use]
pub fn cut(numerator: i128, denominator: i128) -> Money {
    Money::from_minor(numerator.checked_div(denominator).unwrap_or(0))
}

/// The product of whole numbers.
///
/// # Errors
/// [`TooLarge`] if it cannot be held.
pub fn product(a: i128, b: i128) -> Result<i128, TooLarge> {
    // Two numbers of 64 bits always fit, and a product of those is one instruction.
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Ok(i128::from(a).wrapping_mul(i128::from(b))),
        _ => a.checked_mul(b).ok_or(TooLarge),
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0) // continued fractions inside: no overflow
    }
}

impl From<Money> for Exact {
    fn from(money: Money) -> Exact {
        Exact::whole(money.minor())
    }
}

/// Checked arithmetic on ratios.
mod num_traits_checked {
    use num_rational::Ratio;
    use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

    pub(super) fn add(a: Ratio<i128>, b: Ratio<i128>) -> Option<Ratio<i128>> {
        a.checked_add(&b)
    }
    pub(super) fn sub(a: Ratio<i128>, b: Ratio<i128>) -> Option<Ratio<i128>> {
        a.checked_sub(&b)
    }
    pub(super) fn mul(a: Ratio<i128>, b: Ratio<i128>) -> Option<Ratio<i128>> {
        a.checked_mul(&b)
    }
    pub(super) fn div(a: Ratio<i128>, b: Ratio<i128>) -> Option<Ratio<i128>> {
        a.checked_div(&b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settles_half_up_away_from_zero() {
        let case = |n, d, minor| {
            assert_eq!(
                Exact::new(n, d).unwrap().settled().minor(),
                minor,
                "{n}/{d}"
            )
        };
        case(1, 2, 1);
        case(-1, 2, -1);
        case(1, 3, 0);
        case(2, 3, 1);
        case(-2, 3, -1);
        case(7, 2, 4);
        case(6, 2, 3);
        case(0, 5, 0);
    }

    #[test]
    fn narrow_and_wide_fractions_settle_alike() {
        let wide = i128::from(u64::MAX);
        for (n, d) in [
            (0, 5),
            (1, 2),
            (1, 3),
            (2, 3),
            (7, 2),
            (199, 200),
            (100, 200),
            (99, 200),
        ] {
            assert_eq!(settled(n, d), settled(n * wide, d * wide), "{n}/{d}");
        }
    }

    #[test]
    fn floors_towards_minus_infinity() {
        assert_eq!(Exact::new(-1, 2).unwrap().floored().minor(), -1);
        assert_eq!(Exact::new(3, 2).unwrap().floored().minor(), 1);
    }

    #[test]
    fn too_large_is_said_not_wrapped() {
        let big = Exact::whole(i128::MAX / 2);
        assert_eq!(big.times(Exact::whole(3)), Err(TooLarge));
    }
}

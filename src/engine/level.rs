//! The level payment of an `equal-instalment` plan (numbers.md S1, S2).
//!
//! Promises: the payment that closes over the periods' own shares, half-up to 0.01 once. Worked as principal
//! over the sum of discount factors in 28-digit decimals: a factor never exceeds one, so nothing overflows
//! at any rate or count within the limits of input, and the error stays far below a hundredth.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::Exact;
use crate::domain::exact::TooLarge;
use crate::domain::money::Money;

use super::EngineError;

/// The level payment for `principal` over periods that each bear the factor `interest[k]` of the balance
/// (rate a year × share of a year). Without interest it is the largest part of an even split.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input; [`EngineError::NoPayments`] without a period.
pub fn level_payment(principal: Money, interest: &[Exact]) -> Result<Money, EngineError> {
    let count = u32::try_from(interest.len()).map_err(|_| TooLarge)?;
    if interest.iter().all(|factor| factor.is_zero()) {
        return principal.split(count).next().ok_or(EngineError::NoPayments);
    }
    if let [only] = interest {
        let owed = Exact::from(principal).times(Exact::ONE.plus(*only)?)?;
        return Ok(owed.settled());
    }
    let mut discount = Decimal::ONE;
    let mut annuity = Decimal::ZERO;
    for factor in interest {
        discount = discount.checked_div(growth(*factor)?).ok_or(TooLarge)?;
        annuity = annuity.checked_add(discount).ok_or(TooLarge)?;
    }
    over_annuity(principal, annuity)
}

/// The level payment over a first period and `later` equal ones: the same as [`level_payment`], by powers.
///
/// # Errors
/// As [`level_payment`].
pub fn level_payment_by_powers(
    principal: Money,
    first: Exact,
    each: Exact,
    later: u32,
) -> Result<Money, EngineError> {
    if each.is_zero() || later == 0 {
        let mut interest = vec![first];
        interest.resize(usize::try_from(later).unwrap_or(0).saturating_add(1), each);
        return level_payment(principal, &interest);
    }
    let discount = Decimal::ONE.checked_div(growth(each)?).ok_or(TooLarge)?;
    let last = power(discount, later)?;
    // 1 + v + … + v^later, where v + … + v^n = (1 − v^n) / i
    let rest = Decimal::ONE
        .checked_sub(last)
        .and_then(|whole| whole.checked_div(decimal(each).ok()?))
        .ok_or(TooLarge)?;
    let annuity = Decimal::ONE
        .checked_add(rest)
        .and_then(|sum| sum.checked_div(growth(first).ok()?))
        .ok_or(TooLarge)?;
    over_annuity(principal, annuity)
}

fn power(base: Decimal, exponent: u32) -> Result<Decimal, TooLarge> {
    let (mut result, mut square, mut left) = (Decimal::ONE, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = result.checked_mul(square).ok_or(TooLarge)?;
        }
        square = square.checked_mul(square).ok_or(TooLarge)?;
        left >>= 1;
    }
    Ok(result)
}

fn growth(factor: Exact) -> Result<Decimal, TooLarge> {
    decimal(factor)?.checked_add(Decimal::ONE).ok_or(TooLarge)
}

fn over_annuity(principal: Money, annuity: Decimal) -> Result<Money, EngineError> {
    let principal =
        Decimal::try_from_i128_with_scale(principal.minor(), 0).map_err(|_| TooLarge)?;
    let payment = principal.checked_div(annuity).ok_or(TooLarge)?;
    half_up(payment).ok_or_else(|| TooLarge.into())
}

/// Half-up with a guard of 10^-9 of a hundredth for the digits beyond the twenty-eighth.
fn half_up(amount: Decimal) -> Option<Money> {
    let half = Decimal::new(500_000_001, 9);
    amount
        .checked_add(half)?
        .floor()
        .to_i128()
        .map(Money::from_minor)
}

fn decimal(factor: Exact) -> Result<Decimal, TooLarge> {
    let whole = |value| Decimal::try_from_i128_with_scale(value, 0).map_err(|_| TooLarge);
    whole(factor.numerator())?
        .checked_div(whole(factor.denominator())?)
        .ok_or(TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn powers_agree_with_the_sum_of_factors(
            principal in 1_i128..1_000_000_000_000_000,
            first in 0_i128..2_000_000_000,
            each in 0_i128..2_000_000_000,
            later in 0_u32..400,
        ) {
            let factor = |hundred_millionths| Exact::new(hundred_millionths, 1_200_000_000).unwrap();
            let (first, each) = (factor(first), factor(each));
            let mut interest = vec![first];
            interest.resize(usize::try_from(later).unwrap() + 1, each);
            let principal = Money::from_minor(principal);
            prop_assert_eq!(
                level_payment_by_powers(principal, first, each, later),
                level_payment(principal, &interest)
            );
        }
    }
}

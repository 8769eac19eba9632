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
        let growth = decimal(*factor)?
            .checked_add(Decimal::ONE)
            .ok_or(TooLarge)?;
        discount = discount.checked_div(growth).ok_or(TooLarge)?;
        annuity = annuity.checked_add(discount).ok_or(TooLarge)?;
    }
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

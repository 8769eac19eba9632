//! Amounts and dates as people type them at a prompt or on the command line.
//!
//! Promises: all that the ledger's own grammar takes ([`Money::parse`](super::money::Money::parse),
//! [`parse_date`](super::calendar::parse_date)) and what people write in messages
//! (`1.5万`, `3千元`, `9月20日`, `20/9/2026`); what can be read in two ways is refused, never guessed. The ledger's file keeps
//! its own, narrower grammar for amounts and dates; terms are one grammar everywhere.

mod amounts;
mod days;
pub mod spoken;

pub use amounts::{money, monthly_percent, numeral, other_currency, percent, pieces, rate};
pub use days::{Day, DayError, Looking, MONTHS, date, date_near, day, near, time};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_is_a_panic(text in ".{0,24}") {
            let _money = money(&text);
            let _day = day(&text);
            let _rate = rate(&text);
            let _percent = monthly_percent(&text);
            let _time = time(&text);
            let _said = spoken::numbers(&text);
        }

        #[test]
        fn no_mixture_of_signs_is_a_panic(text in "[0-9万萬千百亿wk.,年月日号/\\- 元港币$¥-]{0,16}") {
            let _money = money(&text);
            let _day = day(&text);
            let _rate = rate(&text);
        }

        #[test]
        fn whatever_is_said_is_no_panic(text in "[0-9一二两三十百千万亿廿零块毛分元点半 .,a-z￥]{0,40}") {
            let _whole = spoken::whole(&text);
            for said in spoken::numbers(&text) {
                prop_assert!(text.get(said.start..said.end).is_some());
            }
        }
    }
}

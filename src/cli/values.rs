//! Why a typed value is refused, told in the user's language: the same sentence at a prompt and for a flag.

use chrono::NaiveDate;

use crate::domain::ledger::Currency;
use crate::domain::money::MoneyError;
use crate::domain::offer::Terms;
use crate::domain::typed::{self, DayError, Looking};
use crate::i18n::Words;
use crate::store::messages;

use super::error::{CliError, harmless};

/// Why a text is not an amount, and how to write one.
pub(crate) fn money(error: MoneyError, words: &Words) -> String {
    match error {
        MoneyError::NotANumber => words.text("error-value-money"),
        MoneyError::Unclear => words.text("error-value-money-unclear"),
        MoneyError::Grouping => words.text("error-value-money-grouping"),
        MoneyError::TooFine | MoneyError::TooLarge => messages::money(error, words),
    }
}

/// Why a text is not a day, and how to write this one; `today` gives the years it could have.
pub(crate) fn day(error: DayError, words: &Words, today: NaiveDate) -> String {
    let two = |id: &str, one: NaiveDate, other: NaiveDate| {
        words.with(
            id,
            &[
                ("one", one.to_string().into()),
                ("other", other.to_string().into()),
            ],
        )
    };
    match error {
        DayError::NotADate => words.text("error-value-date"),
        DayError::NoSuchDay => words.text("error-value-day-none"),
        DayError::ShortYear => words.text("error-value-day-short-year"),
        DayError::TwoDays => words.text("error-value-day-unclear"),
        DayError::TwoReadings(one, other) => two("error-value-day-two", one, other),
        DayError::YearMissing { month, day } => {
            let near = |looking| typed::near(month, day, today, looking);
            match (near(Looking::Back), near(Looking::Ahead)) {
                (Some(past), Some(ahead)) => two("error-value-day-year", past, ahead),
                _ => words.text("error-value-day-none"),
            }
        }
        DayError::Relative => words.with(
            "error-value-day-relative",
            &[("today", today.to_string().into())],
        ),
    }
}

/// Refuses amounts that carry the sign of another currency than the ledger's: they would be written as if it were its own.
pub(crate) fn one_currency(
    amounts: &[String],
    ledger: Currency,
    words: &Words,
) -> Result<(), CliError> {
    match amounts
        .iter()
        .find(|text| typed::other_currency(text, ledger))
    {
        None => Ok(()),
        Some(text) => Err(CliError::Refused {
            kind: "second-currency",
            message: currency(text, ledger, words),
            hints: Vec::new(),
        }),
    }
}

/// Reads a set of terms typed where the ledger is known; an amount in another currency is refused.
pub(crate) fn terms(text: &str, ledger: Currency, words: &Words) -> Result<Terms, CliError> {
    let pieces: Vec<String> = typed::pieces(text).map(str::to_owned).collect();
    one_currency(&pieces, ledger, words)?;
    Ok(Terms::parse(text)?)
}

/// That an amount is of another currency, and what to do.
pub(crate) fn currency(text: &str, ledger: Currency, words: &Words) -> String {
    words.with(
        "error-value-currency",
        &[
            ("value", harmless(text).into()),
            ("ledger", words.word(ledger).into()),
        ],
    )
}

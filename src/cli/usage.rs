//! clap's own errors, told in three languages.
//!
//! Promises: every kind of refusal clap knows has a sentence of ours; values are refused with the reason the
//! domain gives; what was typed is made harmless before it is repeated.

use std::error::Error as _;

use chrono::NaiveDate;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::domain::id::IdError;
use crate::domain::money::MoneyError;
use crate::domain::offer::TermsError;
use crate::domain::rate::RateError;
use crate::domain::typed::DayError;
use crate::domain::vocabulary::UnknownWord;
use crate::engine::flows::FlowError;
use crate::i18n::Words;

use crate::store::messages;

use super::args::{
    BelowNought, MomentError, NotAmountAtDate, NotInRange, NotMonthlyPercent, NotParts, NotPortion,
    NotPositive,
};
use super::error::{Told, flow_error, harmless, terms_error};
use super::values;

/// Tells a refusal of the command line. `today` names the years a day without one could
/// have, `usage` is how the command is typed, `help` where to read more.
pub(crate) fn tell(
    error: &clap::Error,
    words: &Words,
    today: NaiveDate,
    (usage, help): (&str, &str),
) -> Told {
    let context = Context(error);
    let arg = || context.argument(words);
    let value = || context.text(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidValue if value().is_empty() => {
            words.with("error-usage-needs-value", &[("flag", arg().into())])
        }
        ErrorKind::InvalidValue => words.with(
            "error-usage-not-a-value",
            &[("flag", arg().into()), ("value", value().into())],
        ),
        ErrorKind::UnknownArgument => words.with(
            "error-usage-unknown-argument",
            &[("argument", context.text(ContextKind::InvalidArg).into())],
        ),
        ErrorKind::InvalidSubcommand => words.with(
            "error-usage-unknown-command",
            &[(
                "command",
                context.text(ContextKind::InvalidSubcommand).into(),
            )],
        ),
        ErrorKind::NoEquals => words.with("error-usage-no-equals", &[("flag", arg().into())]),
        ErrorKind::ValueValidation => {
            let reason = error
                .source()
                .and_then(|source| reason(source, words, today))
                .unwrap_or_else(|| words.text("error-usage-cannot-be-read"));
            words.with(
                "error-usage-bad-value",
                &[
                    ("flag", arg().into()),
                    ("value", value().into()),
                    ("reason", reason.into()),
                ],
            )
        }
        ErrorKind::TooManyValues => words.with(
            "error-usage-too-many-values",
            &[("flag", arg().into()), ("value", value().into())],
        ),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            words.with("error-usage-too-few-values", &[("flag", arg().into())])
        }
        ErrorKind::ArgumentConflict if context.argument(words) == context.prior(words) => {
            words.with("error-usage-twice", &[("flag", arg().into())])
        }
        ErrorKind::ArgumentConflict => words.with(
            "error-usage-conflict",
            &[
                ("flag", arg().into()),
                ("other", context.prior(words).into()),
            ],
        ),
        ErrorKind::MissingRequiredArgument => {
            words.with("error-usage-missing", &[("flags", arg().into())])
        }
        ErrorKind::MissingSubcommand => words.text("error-usage-missing-command"),
        ErrorKind::InvalidUtf8 => words.text("error-usage-not-utf8"),
        // Help and version are no errors; the rest are the system's.
        _ => words.text("error-usage-cannot-be-read"),
    };
    let mut hints = Vec::new();
    let values = context.list(ContextKind::ValidValue);
    if !values.is_empty() {
        hints.push(words.with(
            "error-usage-possible",
            &[("values", values.join(" · ").into())],
        ));
    }
    for kind in [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ] {
        // clap lists the likeliest last.
        if let Some(near) = context.list(kind).last() {
            hints.push(words.with("error-did-you-mean", &[("near", near.into())]));
        }
    }
    hints.push(words.with("error-usage-line", &[("usage", usage.into())]));
    hints.push(words.with("error-usage-help", &[("help", help.into())]));
    Told {
        kind: "usage",
        message,
        hints,
        ..Told::default()
    }
}

/// Why a value is refused, in the user's language.
fn reason(
    source: &(dyn std::error::Error + 'static),
    words: &Words,
    today: NaiveDate,
) -> Option<String> {
    if let Some(error) = source.downcast_ref::<MoneyError>() {
        return Some(values::money(*error, words));
    }
    if let Some(error) = source.downcast_ref::<DayError>() {
        return Some(values::day(*error, words, today));
    }
    if let Some(error) = source.downcast_ref::<MomentError>() {
        return Some(match error {
            MomentError::NotATime => words.text("error-value-time"),
            MomentError::Day(error) => values::day(*error, words, today),
        });
    }
    if let Some(error) = source.downcast_ref::<RateError>() {
        return Some(messages::rate(*error, words));
    }
    if let Some(error) = source.downcast_ref::<TermsError>() {
        return Some(terms_error(error, words));
    }
    if let Some(error) = source.downcast_ref::<FlowError>() {
        return Some(flow_error(error, words));
    }
    if let Some(error) = source.downcast_ref::<UnknownWord>() {
        let values = error.expected.join(" · ");
        return Some(words.with("error-usage-possible", &[("values", values.into())]));
    }
    if let Some(range) = source.downcast_ref::<NotInRange>() {
        return Some(words.with(
            "error-value-range",
            &[("least", range.least.into()), ("most", range.most.into())],
        ));
    }
    if source.is::<IdError>() {
        return Some(messages::id(IdError, words));
    }
    let known: [(bool, &str); 7] = [
        (
            source.is::<super::commands::record::NotText>(),
            "error-value-text",
        ),
        (source.is::<NotAmountAtDate>(), "error-value-amount-at"),
        (source.is::<NotParts>(), "error-value-parts"),
        (source.is::<NotPositive>(), "error-value-positive"),
        (
            source.is::<NotMonthlyPercent>(),
            "error-value-percent-month",
        ),
        (source.is::<NotPortion>(), "error-value-portion"),
        (source.is::<BelowNought>(), "error-value-negative"),
    ];
    known
        .iter()
        .find(|(is, _)| *is)
        .map(|(_, id)| words.text(id))
}

struct Context<'a>(&'a clap::Error);

impl Context<'_> {
    fn list(&self, kind: ContextKind) -> Vec<String> {
        match self.0.get(kind) {
            Some(ContextValue::String(text)) => vec![harmless(text)],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|text| harmless(text)).collect(),
            Some(_) | None => Vec::new(),
        }
    }

    fn text(&self, kind: ContextKind) -> String {
        self.list(kind).join(", ")
    }

    /// The argument meant, without the name of its value; a positional keeps it, in the user's language.
    fn argument(&self, words: &Words) -> String {
        named(&self.list(ContextKind::InvalidArg), words)
    }

    fn prior(&self, words: &Words) -> String {
        named(&self.list(ContextKind::PriorArg), words)
    }
}

fn named(args: &[String], words: &Words) -> String {
    let one = |arg: &String| {
        if arg.starts_with('-') {
            arg.split_whitespace()
                .next()
                .unwrap_or_default()
                .trim_end_matches("...")
                .to_owned()
        } else {
            let name = arg.trim_matches(['<', '>', '[', ']', '.']);
            format!("<{}>", super::help::value_name(name, words))
        }
    };
    args.iter().map(one).collect::<Vec<_>>().join(" ")
}

//! What stands on the command line: options that hold everywhere, and how values are read.
//!
//! Promises: a value is checked while the command line is parsed, and refused with the flag's name. Words
//! (`help`, value names, clap's own sentences) are not here: they stand in `help.ftl` and `usage.ftl`.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clap::ArgMatches;
use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};

use crate::domain::id::DebtId;
use crate::domain::lang::Lang;
use crate::domain::money::{Money, MoneyError, half_width};
use crate::domain::offer::{Portion, Terms, TermsError};
use crate::domain::parts::{Part, Parts};
use crate::domain::rate::{Percent, Rate, RateError};
use crate::domain::typed::{self, DayError};
use crate::domain::vocabulary::{UnknownWord, Vocabulary};
use crate::render::Format;

use super::language;
use super::ui::Colour;

/// Options that hold for every command.
#[derive(clap::Args, Clone, Debug, Default)]
#[group(skip)]
pub(crate) struct Globals {
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) ledger: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE", value_parser = date())]
    pub(crate) as_of: Option<NaiveDate>,
    #[arg(long, global = true, value_name = "FORMAT", value_parser = format())]
    pub(crate) format: Option<Format>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true)]
    pub(crate) explain: bool,
    #[arg(long, short, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_parser = lang())]
    pub(crate) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "WHEN", value_parser = colour())]
    pub(crate) color: Option<Colour>,
    #[arg(long, global = true)]
    pub(crate) no_input: bool,
    #[arg(long, short, global = true)]
    pub(crate) yes: bool,
}

/// Why a text is not a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum MomentError {
    /// No time of day.
    #[error("not a time; write it like 2026-11-16T21:40 or 21:40")]
    NotATime,
    /// Its day is unclear.
    #[error(transparent)]
    Day(#[from] DayError),
}

/// `AMOUNT@DATE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write an amount and its date like 500@2026-11-20")]
pub(crate) struct NotAmountAtDate;

/// `principal=…,interest=…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write parts like principal=8120.35,interest=402.10,penalty=655,fees=0")]
pub(crate) struct NotParts;

/// A whole number out of bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a whole number from {least} to {most}")]
pub(crate) struct NotInRange {
    pub(crate) least: u32,
    pub(crate) most: u32,
}

/// An amount that must be more than nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an amount more than 0")]
pub(crate) struct NotPositive;

/// What is charged by the month, without its sign, or no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a percentage a month like 0.6%")]
pub(crate) struct NotMonthlyPercent;

/// Neither all, nor a percentage, nor an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("all, a percentage like 50% or an amount like 1200.50")]
pub(crate) struct NotPortion;

/// An amount below nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an amount that is not below 0")]
pub(crate) struct BelowNought;

/// When something was: a full moment, or a time of day on the day of `--as-of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// Date and time.
    Full(NaiveDateTime),
    /// A time of day.
    TimeOfDay(NaiveTime),
}

impl Moment {
    /// On a day, if it does not say its own.
    pub(crate) fn on(self, day: NaiveDate) -> NaiveDateTime {
        match self {
            Moment::Full(moment) => moment,
            Moment::TimeOfDay(time) => day.and_time(time),
        }
    }
}

/// An amount on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AmountAt {
    pub(crate) amount: Money,
    pub(crate) on: NaiveDate,
}

/// Reads one of an enum's fixed words.
pub(crate) fn word<V: Vocabulary + std::str::FromStr<Err = UnknownWord> + Send + Sync>()
-> ValueParser {
    ValueParser::new(PossibleValuesParser::new(V::WORDS).try_map(|text| text.parse::<V>()))
}

/// Reads a date.
pub(crate) fn date() -> ValueParser {
    ValueParser::new(read_date)
}

/// A figure copied with the quotation marks it has in the ledger.
pub(crate) fn bare(text: &str) -> &str {
    text.trim().trim_matches('"')
}

/// Reads an amount, nought or more.
pub(crate) fn money() -> ValueParser {
    ValueParser::new(
        |text: &str| -> Result<Money, Box<dyn std::error::Error + Send + Sync>> {
            let money = typed::money(bare(text))?;
            if money.is_negative() {
                return Err(Box::new(BelowNought));
            }
            Ok(money)
        },
    )
}

/// Reads an amount above nought.
pub(crate) fn sum() -> ValueParser {
    ValueParser::new(
        |text: &str| -> Result<Money, Box<dyn std::error::Error + Send + Sync>> {
            let money = typed::money(bare(text))?;
            if !money.is_positive() {
                return Err(Box::new(NotPositive));
            }
            Ok(money)
        },
    )
}

/// Reads `all`, a percentage up to 100 % or an amount.
pub(crate) fn portion() -> ValueParser {
    ValueParser::new(
        |text: &str| -> Result<Portion, Box<dyn std::error::Error + Send + Sync>> {
            let plain = half_width(text);
            let plain = plain.trim();
            if matches!(plain, "all" | "全部") {
                return Ok(Portion::All);
            }
            if !plain.ends_with('%') {
                let money = match typed::money(plain) {
                    Err(MoneyError::NotANumber) => return Err(Box::new(NotPortion)),
                    read => read?,
                };
                return match money.is_negative() {
                    true => Err(Box::new(BelowNought)),
                    false => Ok(Portion::Amount(money)),
                };
            }
            let percent: Percent = plain.parse()?;
            if percent > Percent::FULL {
                return Err(Box::new(RateError::OutOfRange));
            }
            Ok(Portion::Percent(percent))
        },
    )
}

/// Reads what is charged by the month.
pub(crate) fn monthly_percent() -> ValueParser {
    ValueParser::new(
        |text: &str| -> Result<Percent, Box<dyn std::error::Error + Send + Sync>> {
            match typed::monthly_percent(text) {
                Err(RateError::NotAPercentage | RateError::NoPeriod) => {
                    Err(Box::new(NotMonthlyPercent))
                }
                read => Ok(read?),
            }
        },
    )
}

/// Reads a count.
pub(crate) fn count(least: u32, most: u32) -> ValueParser {
    ValueParser::new(move |text: &str| {
        half_width(text)
            .trim()
            .parse::<u32>()
            .ok()
            .filter(|count| (least..=most).contains(count))
            .ok_or(NotInRange { least, most })
    })
}

/// Reads a set of terms.
pub(crate) fn terms() -> ValueParser {
    ValueParser::new(|text: &str| -> Result<Terms, TermsError> { Terms::parse(text) })
}

/// Reads `AMOUNT@DATE`.
pub(crate) fn amount_at() -> ValueParser {
    ValueParser::new(
        |text: &str| -> Result<AmountAt, Box<dyn std::error::Error + Send + Sync>> {
            let plain = text.replace('＠', "@");
            let (amount, on) = plain.split_once('@').ok_or(NotAmountAtDate)?;
            let amount = typed::money(amount)?;
            if !amount.is_positive() {
                return Err(Box::new(NotPositive));
            }
            Ok(AmountAt {
                amount,
                on: read_date(on)?,
            })
        },
    )
}

/// Reads a position: `principal=…,interest=…,penalty=…,fees=…`; a part that is not named is nought.
pub(crate) fn parts() -> ValueParser {
    ValueParser::new(
        |text: &str| -> Result<Parts, Box<dyn std::error::Error + Send + Sync>> {
            let mut parts = Parts::ZERO;
            let mut said: Vec<Part> = Vec::new();
            for one in text.replace('，', ",").replace('＝', "=").split(',') {
                let (part, amount) = one.split_once('=').ok_or(NotParts)?;
                let part: Part = part.trim().parse().map_err(|_| NotParts)?;
                let amount = typed::money(amount)?;
                if amount.is_negative() || said.contains(&part) {
                    return Err(Box::new(NotParts));
                }
                said.push(part);
                *parts.get_mut(part) = amount;
            }
            Ok(parts)
        },
    )
}

/// Reads a moment.
pub(crate) fn moment() -> ValueParser {
    ValueParser::new(read_moment)
}

/// Reads a date as people type it.
pub(crate) fn read_date(text: &str) -> Result<NaiveDate, DayError> {
    typed::date(text)
}

/// Reads a rate as people type it.
pub(crate) fn rate() -> ValueParser {
    ValueParser::new(|text: &str| -> Result<Rate, RateError> { typed::rate(text) })
}

/// The debt the command line names.
pub(crate) fn debt_typed(matches: &ArgMatches) -> Option<String> {
    let here = matches.try_get_one::<DebtId>("debt").ok().flatten();
    match here {
        Some(id) => Some(id.to_string()),
        None => matches
            .subcommand()
            .and_then(|(_, below)| debt_typed(below)),
    }
}

/// The texts on the command line that were read as amounts, as they were typed: their currency is checked once the
/// ledger's is known.
pub(crate) fn amounts_typed(matches: &ArgMatches) -> Vec<String> {
    let mut found = Vec::new();
    for id in matches.ids().map(clap::Id::as_str) {
        let Ok(Some(raw)) = matches.try_get_raw(id) else {
            continue;
        };
        let raw = raw.map(|text| text.to_string_lossy().into_owned());
        if matches.try_get_many::<Terms>(id).is_ok() || id == "waive" {
            let pieces =
                raw.flat_map(|text| typed::pieces(&text).map(str::to_owned).collect::<Vec<_>>());
            found.extend(pieces);
        } else if matches.try_get_many::<Parts>(id).is_ok() {
            for text in raw {
                let amounts = text
                    .split([',', '，'])
                    .filter_map(|one| one.split_once(['=', '＝']));
                found.extend(amounts.map(|(_, amount)| amount.to_owned()));
            }
        } else if matches.try_get_many::<String>(id).is_ok() {
            // Flags made from the ledger's format give amounts as they are written there; other texts are left as typed.
            let read = matches.try_get_many::<String>(id).ok().flatten();
            let pairs = raw.zip(read.into_iter().flatten());
            found.extend(
                pairs
                    .filter(|(raw, read)| raw.trim() != read.as_str())
                    .map(|pair| pair.0),
            );
        } else if matches.try_get_many::<AmountAt>(id).is_ok() {
            let amounts = raw.filter_map(|text| Some(text.split_once(['@', '＠'])?.0.to_owned()));
            found.extend(amounts);
        } else if matches.try_get_many::<Money>(id).is_ok()
            || matches.try_get_many::<Portion>(id).is_ok()
        {
            found.extend(raw);
        }
    }
    if let Some((_, below)) = matches.subcommand() {
        found.extend(amounts_typed(below));
    }
    found
}

/// Reads a moment as people type it: `2026-11-16T21:40`, `2026年11月16日 晚上9点40分`, `21:40`.
pub(crate) fn read_moment(text: &str) -> Result<Moment, MomentError> {
    let plain = half_width(text);
    let plain = plain.trim();
    if let Some(time) = typed::time(plain) {
        return Ok(Moment::TimeOfDay(time));
    }
    // Where the day ends is tried at each sign that could end it: `2026-11-16T21:40`, `16 Nov 2026 21:40`, `11月16日21点`.
    let mut refused = MomentError::NotATime;
    for (at, sign) in plain.char_indices() {
        let end = at.saturating_add(sign.len_utf8());
        let cut = match sign {
            'T' | 't' | ' ' => at,
            '日' | '号' | '號' => end,
            _ => continue,
        };
        let (Some(day), Some(hour)) = (plain.get(..cut), plain.get(end..)) else {
            continue;
        };
        let Some(hour) = typed::time(hour) else {
            continue;
        };
        match typed::date(day) {
            Ok(day) => return Ok(Moment::Full(day.and_time(hour))),
            Err(DayError::NotADate) => {}
            Err(error) => refused = error.into(),
        }
    }
    Err(refused)
}

fn lang() -> ValueParser {
    ValueParser::new(|text: &str| {
        language::read(text).ok_or(UnknownWord {
            found: text.to_owned(),
            expected: Lang::WORDS,
        })
    })
}

fn format() -> ValueParser {
    let words = Format::ALL.map(|(word, _)| word);
    ValueParser::new(PossibleValuesParser::new(words).map(|word| {
        Format::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map_or(Format::default(), |(_, format)| *format)
    }))
}

fn colour() -> ValueParser {
    ValueParser::new(
        PossibleValuesParser::new(["auto", "always", "never"]).map(|word| match word.as_str() {
            "always" => Colour::Always,
            "never" => Colour::Never,
            _ => Colour::Auto,
        }),
    )
}

/// Terms by flags: one offer.
#[derive(clap::Args, Clone, Debug, Default)]
#[group(skip)]
#[command(next_help_heading = "terms")]
pub(crate) struct TermFlags {
    #[arg(long, value_name = "PART=PORTION")]
    waive: Vec<String>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum())]
    pay_now: Option<Money>,
    #[arg(long)]
    freeze: bool,
    #[arg(long = "rate", value_name = "RATE", value_parser = rate())]
    new_rate: Option<Rate>,
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 1200))]
    defer: Option<u32>,
    #[arg(long, value_name = "COUNT", value_parser = count(1, 1200), alias = "installments")]
    instalments: Option<u32>,
    #[arg(long, value_name = "MONTHS", value_parser = count(1, 1200))]
    extend: Option<u32>,
    #[arg(long, value_name = "AMOUNT", value_parser = sum())]
    settle: Option<Money>,
    #[arg(long, value_name = "DATE", value_parser = date(), requires = "settle")]
    by: Option<NaiveDate>,
    #[arg(long = "first-due", value_name = "DATE", value_parser = date())]
    plan_first_due: Option<NaiveDate>,
    #[arg(long = "method", value_name = "METHOD", value_parser = plan_method())]
    plan_method: Option<crate::domain::contract::Method>,
    #[arg(long, value_name = "MODE", value_parser = word::<crate::domain::offer::ArrearsMode>())]
    arrears: Option<crate::domain::offer::ArrearsMode>,
}

impl TermFlags {
    /// The terms the flags say, if any.
    pub(crate) fn terms(&self) -> Result<Option<Terms>, TermsError> {
        let mut terms = Terms {
            pay_now: self.pay_now,
            freeze: self.freeze,
            rate: self.new_rate,
            defer: self.defer,
            instalments: self.instalments,
            extend: self.extend,
            settle: self.settle.map(|amount| crate::domain::offer::Settle {
                amount,
                by: self.by,
            }),
            first_due: self.plan_first_due,
            method: self.plan_method,
            arrears: self.arrears,
            ..Terms::default()
        };
        for one in &self.waive {
            terms.read_waive(one)?;
        }
        if terms == Terms::default() {
            return Ok(None);
        }
        terms.checked().map(Some)
    }
}

fn plan_method() -> ValueParser {
    use crate::domain::contract::Method;
    let words = [
        Method::EqualInstalment,
        Method::EqualPrincipal,
        Method::InterestOnly,
        Method::Bullet,
    ]
    .map(Method::as_str);
    ValueParser::new(PossibleValuesParser::new(words).try_map(|text| text.parse::<Method>()))
}

/// Reads money for a prompt: the same grammar, the same refusals.
pub(crate) fn read_sum(text: &str) -> Result<Money, Option<MoneyError>> {
    match typed::money(bare(text)) {
        Ok(money) if money.is_negative() => Err(None),
        Ok(money) => Ok(money),
        Err(error) => Err(Some(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_typed() {
        let full = |text: &str| match read_moment(text) {
            Ok(Moment::Full(moment)) => moment.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(full("2026-11-05T21:40"), "2026-11-05 21:40:00");
        assert_eq!(full("2026-11-05 21:40:07"), "2026-11-05 21:40:07");
        assert_eq!(full("２０２６-１１-０５ ２１：４０"), "2026-11-05 21:40:00");
        let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
        assert_eq!(
            read_moment("21:40").unwrap().on(day).to_string(),
            "2026-11-05 21:40:00"
        );
        for text in [
            "2026年11月5日 21:40",
            "2026年11月5日晚上9点40分",
            "2026/11/5 21点40",
            "5 Nov 2026 9:40pm",
        ] {
            assert_eq!(full(text), "2026-11-05 21:40:00", "{text}");
        }
        for bad in ["", "25:00", "yesterday", "2026-11-05", "T", "日", "11月5日"] {
            assert_eq!(read_moment(bad), Err(MomentError::NotATime), "{bad}");
        }
        for (bad, why) in [
            ("2026-02-30T10:00", DayError::NoSuchDay),
            ("11月5日 10:00", DayError::YearMissing { month: 11, day: 5 }),
            ("昨天 10:00", DayError::Relative),
        ] {
            assert_eq!(read_moment(bad), Err(MomentError::Day(why)), "{bad}");
        }
    }
}

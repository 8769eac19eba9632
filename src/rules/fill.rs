//! Fills the slots of a book's text with facts, as each language writes them.
//!
//! Promises: figures look as `i18n::numbers` writes them, which stands to the right of this room (a test
//! compares the two); a slot without a fact stays visible as `{slot}`.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::domain::lang::{Lang, Localized};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::rate::Percent;

/// A fact for a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    /// An amount in the ledger's currency.
    Money(Money),
    /// A day.
    Date(NaiveDate),
    /// A moment.
    Moment(NaiveDateTime),
    /// A count.
    Count(u64),
    /// A percentage.
    Percent(Percent),
    /// A name or other text of the user's.
    Text(String),
    /// Words of the book.
    Words(Localized),
}

impl Fact {
    /// A number of things.
    pub(crate) fn count(things: usize) -> Fact {
        Fact::Count(u64::try_from(things).unwrap_or(u64::MAX))
    }
}

/// Fills every `{name}` of `text` in one language.
pub(crate) fn fill(text: &Localized, facts: &[(&str, Fact)], currency: Currency) -> Localized {
    let filled = |lang: Lang| {
        facts
            .iter()
            .fold(text.get(lang).to_owned(), |text, (name, fact)| {
                let slot = format!("{{{name}}}");
                if text.contains(&slot) {
                    text.replace(&slot, &written(fact, lang, currency))
                } else {
                    text
                }
            })
    };
    Localized {
        zh_hans: filled(Lang::ZhHans),
        zh_hant: filled(Lang::ZhHant),
        en: filled(Lang::En),
    }
}

fn written(fact: &Fact, lang: Lang, currency: Currency) -> String {
    match fact {
        Fact::Money(amount) => money(*amount, lang, currency),
        Fact::Date(day) => date(*day, lang),
        Fact::Moment(at) => {
            let time = at.format("%H:%M");
            match lang {
                Lang::ZhHans | Lang::ZhHant => format!("{} {time}", date(at.date(), lang)),
                Lang::En => format!("{}, {time}", date(at.date(), lang)),
            }
        }
        Fact::Count(count) => count.to_string(),
        Fact::Percent(percent) => percent.to_string(),
        Fact::Text(text) => text.clone(),
        Fact::Words(words) => words.get(lang).to_owned(),
    }
}

/// `2026年1月31日`, `31 January 2026`.
pub(crate) fn date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::ZhHans | Lang::ZhHant => {
            format!("{}年{}月{}日", date.year(), date.month(), date.day())
        }
        Lang::En => date.format("%-d %B %Y").to_string(),
    }
}

/// An amount as the texts of the books write it: `1,200.00 元`, `¥1,200.00`.
pub fn money(amount: Money, lang: Lang, currency: Currency) -> String {
    let plain = amount.to_string();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain.as_str()),
    };
    let (units, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut grouped = String::new();
    for (place, digit) in units.chars().enumerate() {
        if place > 0 && units.len().saturating_sub(place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match (lang, currency) {
        (Lang::En, Currency::Cny) => format!("{sign}¥{grouped}.{decimals}"),
        (Lang::En, Currency::Hkd) => format!("{sign}HK${grouped}.{decimals}"),
        (Lang::En, Currency::Usd) => format!("{sign}US${grouped}.{decimals}"),
        (Lang::En, Currency::Eur) => format!("{sign}€{grouped}.{decimals}"),
        (Lang::En, Currency::Gbp) => format!("{sign}£{grouped}.{decimals}"),
        (_, Currency::Cny) => format!("{sign}{grouped}.{decimals} 元"),
        (_, Currency::Hkd) => format!("{sign}{grouped}.{decimals} 港元"),
        (_, Currency::Usd) => format!("{sign}{grouped}.{decimals} 美元"),
        (Lang::ZhHant, Currency::Eur) => format!("{sign}{grouped}.{decimals} 歐元"),
        (Lang::ZhHans, Currency::Eur) => format!("{sign}{grouped}.{decimals} 欧元"),
        (Lang::ZhHant, Currency::Gbp) => format!("{sign}{grouped}.{decimals} 英鎊"),
        (Lang::ZhHans, Currency::Gbp) => format!("{sign}{grouped}.{decimals} 英镑"),
    }
}

//! How figures, dates and reasons are written inside running text, by language.
//!
//! Promises: no figure is changed; whole amounts drop their `.00`, all others keep two decimals.

use chrono::{Datelike, NaiveDate};

use crate::domain::budget::{Hardship, HardshipKind};
use crate::domain::lang::Lang;
use crate::domain::ledger::Currency;
use crate::domain::{Money, Part};
use crate::i18n::numbers;

/// An amount in running text: `1,200元`, `HK$1,200`, `¥1,200`. Shorter than in a report, since it is read aloud.
pub(super) fn money(amount: Money, currency: Currency, lang: Lang) -> String {
    let grouped = numbers::grouped(amount);
    let grouped = grouped.strip_suffix(".00").unwrap_or(&grouped);
    if currency == Currency::Cny && lang != Lang::En {
        return format!("{grouped}元");
    }
    let symbol = numbers::symbol(currency);
    match grouped.strip_prefix('-') {
        Some(digits) => format!("-{symbol}{digits}"),
        None => format!("{symbol}{grouped}"),
    }
}

/// A date as it is said: the year only where it is not the current one.
pub(super) fn spoken_date(date: NaiveDate, as_of: NaiveDate, lang: Lang) -> String {
    if date.year() != as_of.year() {
        return long_date(date, lang);
    }
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{}月{}日", date.month(), date.day()),
        Lang::En => long_date(date, lang)
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end()
            .to_owned(),
    }
}

/// A date as a letter writes it.
pub(super) fn long_date(date: NaiveDate, lang: Lang) -> String {
    numbers::long_date(lang, date)
}

/// A day of the month: `10日`, `10號`, `10th`.
pub(super) fn day_of_month(day: u32, lang: Lang) -> String {
    let ending = match (day % 10, day % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    match lang {
        Lang::ZhHans => format!("{day}号"),
        Lang::ZhHant => format!("{day}號"),
        Lang::En => format!("{day}{ending}"),
    }
}

/// A month as it is said: `3月`, `2025年3月`, `March`, `March 2025`.
pub(super) fn spoken_month(date: NaiveDate, as_of: NaiveDate, lang: Lang) -> String {
    let month = numbers::month(lang, date);
    if date.year() != as_of.year() {
        return month;
    }
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{}月", date.month()),
        Lang::En => month.split(' ').next().unwrap_or_default().to_owned(),
    }
}

/// The word for a part; a card has a default charge where a loan has penalty interest.
pub(super) fn part(part: Part, card: bool, lang: Lang) -> &'static str {
    match (lang, part) {
        (Lang::ZhHans | Lang::ZhHant, Part::Principal) => "本金",
        (Lang::ZhHans | Lang::ZhHant, Part::Interest) => "利息",
        (Lang::ZhHans, Part::Penalty) if card => "违约金",
        (Lang::ZhHant, Part::Penalty) if card => "違約金",
        (Lang::ZhHans, Part::Penalty) => "罚息",
        (Lang::ZhHant, Part::Penalty) => "逾期利息",
        (Lang::ZhHans, Part::Fees) => "费用",
        (Lang::ZhHant, Part::Fees) => "費用",
        (Lang::En, Part::Principal) => "principal",
        (Lang::En, Part::Interest) => "interest",
        (Lang::En, Part::Penalty) if card => "default charges",
        (Lang::En, Part::Penalty) => "penalty interest",
        (Lang::En, Part::Fees) => "fees",
    }
}

/// Joins words as the language does.
pub(super) fn list(words: &[String], lang: Lang) -> String {
    match lang {
        Lang::ZhHans | Lang::ZhHant => words.join("、"),
        Lang::En => match words {
            [first, middle @ .., last] if !middle.is_empty() => {
                format!("{first}, {} and {last}", middle.join(", "))
            }
            [first, last] => format!("{first} and {last}"),
            _ => words.concat(),
        },
    }
}

/// Who it was: a company, a person, or both; empty where neither is known.
pub(super) fn person(company: Option<&str>, name: Option<&str>, lang: Lang) -> String {
    let known: Vec<&str> = [company, name]
        .into_iter()
        .flatten()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    known.join(match lang {
        Lang::ZhHans | Lang::ZhHant => "，",
        Lang::En => ", ",
    })
}

/// A paper's name without the ending of its file.
pub(super) fn paper(file: &str) -> &str {
    match file.rsplit_once('.') {
        Some((name, ending))
            if !name.is_empty()
                && ending.len() <= 5
                && ending.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            name
        }
        _ => file,
    }
}

/// Longest note that is still said in one breath, in Chinese characters and in English words.
const SAID_IN_ONE_BREATH: (usize, usize) = (24, 12);

/// The reason in one clause: the borrower's own note if it is short and in the language of the text, else a
/// plain clause for the ground. It adds no fact.
pub(super) fn reason(hardship: &Hardship, as_of: NaiveDate, lang: Lang) -> Option<String> {
    if let Some(note) = hardship.note.as_deref().map(str::trim)
        && !note.is_empty()
        && speaks(note, lang)
    {
        let size = match lang {
            Lang::ZhHans | Lang::ZhHant => note.chars().count() <= SAID_IN_ONE_BREATH.0,
            Lang::En => note.split_whitespace().count() <= SAID_IN_ONE_BREATH.1,
        };
        // One clause: a full stop inside would end the sentence around it.
        let clause = note.trim_end_matches(['。', '.', '；', ';', '！', '!']);
        if size && !clause.contains(['。', '；', ';']) {
            return Some(clause.to_owned());
        }
    }
    ground(hardship, as_of, lang)
}

fn speaks(text: &str, lang: Lang) -> bool {
    let han = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    han != (lang == Lang::En)
}

fn ground(hardship: &Hardship, as_of: NaiveDate, lang: Lang) -> Option<String> {
    let since = hardship.since.map(|date| spoken_month(date, as_of, lang));
    Some(match lang {
        Lang::ZhHans => ground_zh_hans(hardship.kind, since.as_deref())?,
        Lang::ZhHant => ground_zh_hant(hardship.kind, since.as_deref())?,
        Lang::En => ground_en(hardship.kind, since.as_deref())?,
    })
}

fn ground_zh_hans(kind: HardshipKind, since: Option<&str>) -> Option<String> {
    let from = since.map_or_else(String::new, |month| format!("{month}起"));
    let at = since.unwrap_or_default();
    Some(match kind {
        HardshipKind::Unemployment => format!("{at}失业"),
        HardshipKind::IncomeLoss => format!("{from}收入减少"),
        HardshipKind::Illness => format!("{from}生病治疗"),
        HardshipKind::Disability => format!("{at}受伤"),
        HardshipKind::Family => format!("{at}家里有变故"),
        HardshipKind::Disaster => format!("{at}家里受灾"),
        HardshipKind::Business => format!("{at}生意停了"),
        HardshipKind::Care => format!("{from}要照顾家人"),
        HardshipKind::OverIndebted => "每月要还的超过了收入".to_owned(),
        HardshipKind::Other => return None,
    })
}

fn ground_zh_hant(kind: HardshipKind, since: Option<&str>) -> Option<String> {
    let from = since.map_or_else(String::new, |month| format!("{month}起"));
    let at = since.unwrap_or_default();
    Some(match kind {
        HardshipKind::Unemployment => format!("{at}失業"),
        HardshipKind::IncomeLoss => format!("{from}收入減少"),
        HardshipKind::Illness => format!("{from}患病接受治療"),
        HardshipKind::Disability => format!("{at}受傷"),
        HardshipKind::Family => format!("{at}家中有變故"),
        HardshipKind::Disaster => format!("{at}家中受災"),
        HardshipKind::Business => format!("{at}生意結束"),
        HardshipKind::Care => format!("{from}要照顧家人"),
        HardshipKind::OverIndebted => "每月要還的超過收入".to_owned(),
        HardshipKind::Other => return None,
    })
}

fn ground_en(kind: HardshipKind, since: Option<&str>) -> Option<String> {
    let since_month = since.map_or_else(String::new, |month| format!(" since {month}"));
    let in_month = since.map_or_else(String::new, |month| format!(" in {month}"));
    Some(match kind {
        HardshipKind::Unemployment => format!("I lost my job{in_month}"),
        HardshipKind::IncomeLoss => format!("my income fell{in_month}"),
        HardshipKind::Illness => format!("I have been ill{since_month}"),
        HardshipKind::Disability => format!("I was injured{in_month}"),
        HardshipKind::Family => format!("there was a change in my family{in_month}"),
        HardshipKind::Disaster => format!("my home was hit by a disaster{in_month}"),
        HardshipKind::Business => format!("my business closed{in_month}"),
        HardshipKind::Care => format!("I have been caring for family{since_month}"),
        HardshipKind::OverIndebted => "my payments add up to more than my income".to_owned(),
        HardshipKind::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_and_keep_their_cents() {
        let case = |minor, currency, lang, text| {
            assert_eq!(money(Money::from_minor(minor), currency, lang), text);
        };
        case(120_000, Currency::Cny, Lang::ZhHans, "1,200元");
        case(110_016, Currency::Cny, Lang::En, "¥1,100.16");
        case(123_456_700, Currency::Hkd, Lang::ZhHant, "HK$1,234,567");
        case(-5, Currency::Cny, Lang::ZhHant, "-0.05元");
        case(0, Currency::Cny, Lang::ZhHans, "0元");
    }

    #[test]
    fn a_note_in_another_language_or_too_long_gives_way_to_a_plain_clause() {
        let as_of = "2026-11-25".parse().unwrap();
        let mut hardship = Hardship {
            kind: HardshipKind::Illness,
            since: "2026-03-01".parse().ok(),
            note: Some("住院，收入减半。".to_owned()),
            evidence: Vec::new(),
            own_words: None,
        };
        let said = |hardship: &Hardship, lang| reason(hardship, as_of, lang).unwrap();
        assert_eq!(said(&hardship, Lang::ZhHans), "住院，收入减半");
        assert_eq!(said(&hardship, Lang::En), "I have been ill since March");
        hardship.note = Some("很长的说明".repeat(10));
        assert_eq!(said(&hardship, Lang::ZhHans), "3月起生病治疗");
        hardship.kind = HardshipKind::Other;
        assert_eq!(reason(&hardship, as_of, Lang::ZhHans), None);
    }
}

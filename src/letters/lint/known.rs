//! Figures and dates in a text that are in neither the ledger nor what the engine worked out.
//!
//! Promises: only what looks like an amount, a percentage, a number of instalments, months or days, or a date is held
//! against the facts, written in digits or in words; bare small numbers, times of day, and the figures of the rule book are left alone.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use minijinja::value::{Value, ValueKind};

use super::Problem;
use crate::domain::lang::Lang;
use crate::domain::typed::MONTHS;
use crate::domain::typed::spoken::{self, Mark};
use crate::domain::{Money, Region, Simulation};
use crate::letters::brief::Brief;
use crate::letters::everything;
use crate::rules::Book;

/// A day as a text names it; the year where it says one.
type Day = (Option<i32>, u32, u32);

/// Every figure and date a text may name.
#[derive(Clone, Debug, Default)]
pub struct Known {
    numbers: BTreeSet<String>,
    days: BTreeSet<(i32, u32, u32)>,
}

impl Known {
    /// What is known about a debt: the facts as texts see them, the ladder, the rule book, and the ledger's own text.
    #[must_use]
    pub fn of(brief: &Brief, ledger: &str) -> Known {
        let mut known = Known::default();
        // Figures and dates are read out of their words, so one language gives those of all. A text that cannot be
        // written gives no fact.
        for value in everything(brief, Lang::ZhHans).unwrap_or_default().values() {
            known.value(value);
        }
        known.ledger(ledger);
        let rungs = brief.ladder.iter().flat_map(|ladder| &ladder.rungs);
        for plan in brief
            .proposal
            .iter()
            .chain(rungs.map(|rung| &rung.simulation))
        {
            known.plan(plan);
        }
        known.book(brief.region, brief.as_of);
        known
    }

    fn value(&mut self, value: &Value) {
        match value.kind() {
            ValueKind::String => self.text(value.as_str().unwrap_or_default()),
            ValueKind::Number => self.number(&value.to_string()),
            ValueKind::Seq | ValueKind::Iterable => {
                for item in value.try_iter().into_iter().flatten() {
                    self.value(&item);
                }
            }
            ValueKind::Map => {
                for key in value.try_iter().into_iter().flatten() {
                    if let Ok(item) = value.get_item(&key) {
                        self.value(&item);
                    }
                }
            }
            _ => {}
        }
    }

    /// Every figure and date of a text.
    pub fn text(&mut self, text: &str) {
        for figure in figures(text) {
            match figure.what {
                What::Day((year, month, day)) => {
                    if let Some(year) = year {
                        self.days.insert((year, month, day));
                    } else {
                        self.days.insert((0, month, day));
                    }
                }
                What::Number | What::Bare => self.number(&figure.digits),
            }
        }
    }

    /// The ledger as it is written; what is commented out is no fact.
    fn ledger(&mut self, text: &str) {
        for line in text.lines() {
            let fact = line.split(" #").next().unwrap_or(line);
            if !fact.trim_start().starts_with('#') {
                self.text(fact);
            }
        }
    }

    fn number(&mut self, digits: &str) {
        self.numbers.insert(plain(digits));
    }

    fn money(&mut self, amount: Money) {
        self.number(&amount.to_string());
    }

    fn day(&mut self, on: NaiveDate) {
        self.days.insert((on.year(), on.month(), on.day()));
    }

    fn plan(&mut self, plan: &Simulation) {
        for amount in [
            plan.total,
            plan.paid_now,
            plan.first_payment,
            plan.peak_payment,
            plan.last_payment,
            plan.waived.total(),
            plan.base.total(),
        ] {
            self.money(amount);
        }
        self.number(&plan.count.to_string());
        self.day(plan.ends_on);
        for row in &plan.rows {
            self.money(row.amount);
            self.day(row.due);
        }
        self.text(&plan.terms.to_string());
    }

    /// The figures of the law: they are in the book, not in the ledger.
    fn book(&mut self, region: Region, on: NaiveDate) {
        let book = Book::of(region);
        for id in book.ids("param") {
            if let Some(value) = book.value(id, on) {
                self.number(value.value.trim_end_matches('%'));
            }
        }
        for id in book.ids("source") {
            if let Some(source) = book.source(id) {
                let title = &source.title;
                self.text(&title.zh_hans);
                self.text(&title.zh_hant);
                self.text(&title.en);
            }
        }
        // The other region's law is never cited; its lines for help may be.
        for line in ["12356", "18111", "12368"] {
            self.number(line);
        }
    }

    fn has_number(&self, digits: &str) -> bool {
        self.numbers.contains(&plain(digits))
    }

    fn has_day(&self, day: Day) -> bool {
        let (year, month, of_month) = day;
        self.days.iter().any(|(known, m, d)| {
            *m == month && *d == of_month && (*known == 0 || year.is_none_or(|year| year == *known))
        })
    }

    /// Whether a percentage is a fact of the ledger.
    pub(super) fn is_own(&self, percent: &str) -> bool {
        self.has_number(percent.trim_end_matches(['%', '％']))
    }

    /// Figures and dates of a text that are not known.
    pub(super) fn problems(&self, text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        for figure in figures(text) {
            let problem = match figure.what {
                What::Day(day) if !self.has_day(day) => Problem::UnknownDate(figure.text),
                What::Number if !self.has_number(&figure.digits) => {
                    Problem::UnknownFigure(figure.text)
                }
                What::Day(_) | What::Number | What::Bare => continue,
            };
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        problems
    }
}

#[derive(Clone)]
enum What {
    /// A date.
    Day(Day),
    /// An amount, or a number with a unit that makes it a fact.
    Number,
    /// A number without a unit.
    Bare,
}

#[derive(Clone)]
struct Figure {
    /// As it stands in the text, with its unit.
    text: String,
    digits: String,
    what: What,
}

/// Digits without separators, and without decimals that say nothing.
fn plain(digits: &str) -> String {
    let digits: String = digits.chars().filter(|sign| *sign != ',').collect();
    let digits = if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits.as_str()
    };
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() || bare.starts_with('.') {
        format!("0{bare}")
    } else {
        bare.to_owned()
    }
}

/// Full-width digits and signs as they are meant.
fn half_width(text: &str) -> Vec<char> {
    text.chars()
        .map(|sign| match sign {
            '０'..='９' => char::from_u32(u32::from(sign).wrapping_sub(0xfee0)).unwrap_or(sign),
            '％' => '%',
            '￥' => '¥',
            sign => sign,
        })
        .collect()
}

fn figures(text: &str) -> Vec<Figure> {
    let signs = half_width(text);
    let said = in_words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        if let Some((_, end, figure)) = said.iter().find(|(from, _, _)| *from == at) {
            found.push(figure.clone());
            at = *end;
            continue;
        }
        if !sign.is_ascii_digit() {
            at += 1;
            continue;
        }
        let (figure, next) = figure(&signs, at);
        found.extend(figure);
        at = next.max(at + 1);
    }
    found
}

/// Sums with words in them, `2千元` or `二千元`, with the places in characters where they begin and end.
fn in_words(text: &str) -> Vec<(usize, usize, Figure)> {
    let place = |bytes: usize| text.get(..bytes).unwrap_or_default().chars().count();
    let words = |number: &str| {
        let digits = |sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign);
        let size = [
            "百", "千", "万", "萬", "亿", "億", "k", "w", "hundred", "thousand", "grand",
        ];
        !number.contains(digits) || size.iter().any(|word| number.contains(word))
    };
    spoken::numbers(text)
        .into_iter()
        .filter(|said| matches!(said.mark, Mark::Money | Mark::Large))
        .filter_map(|said| {
            let number = text.get(said.start..said.end)?;
            let figure = Figure {
                text: number.trim().to_owned(),
                digits: said.sum.to_string(),
                what: What::Number,
            };
            words(&number.to_lowercase()).then(|| (place(said.start), place(said.end), figure))
        })
        .collect()
}

fn slice(signs: &[char], from: usize, to: usize) -> String {
    signs.get(from..to).unwrap_or_default().iter().collect()
}

/// Digits with their separators, from a place: where they end.
fn run(signs: &[char], from: usize) -> usize {
    let digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let mut at = from;
    while digit(at) || (matches!(signs.get(at), Some(',' | '.')) && digit(at + 1)) {
        at += 1;
    }
    at
}

fn starts(signs: &[char], at: usize, word: &str) -> bool {
    let mut place = at;
    while signs.get(place) == Some(&' ') {
        place += 1;
    }
    word.chars().enumerate().all(|(step, sign)| {
        signs
            .get(place + step)
            .is_some_and(|here| here.to_ascii_lowercase() == sign)
    })
}

/// One figure and where it ends.
fn figure(signs: &[char], from: usize) -> (Option<Figure>, usize) {
    if let Some((day, end)) = day(signs, from) {
        let figure = Figure {
            text: slice(signs, from, end),
            digits: String::new(),
            what: What::Day(day),
        };
        return (Some(figure), end);
    }
    let end = run(signs, from);
    let before = from.checked_sub(1).and_then(|at| signs.get(at));
    let after = signs.get(end);
    // Part of a number of a contract, a phone or a clock.
    let joined = |sign: Option<&char>| {
        sign.is_some_and(|sign| {
            sign.is_ascii_alphabetic() || matches!(sign, '-' | '_' | ':' | '〔' | '[' | '/')
        })
    };
    let symbol = matches!(before, Some('¥' | '$'));
    let digits = slice(signs, from, end);
    if (joined(before) && !symbol && before != Some(&'-'))
        || (joined(after) && !starts(signs, end, "yuan"))
    {
        let mut stop = end;
        while signs
            .get(stop)
            .is_some_and(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | ':'))
        {
            stop += 1;
        }
        return (bare(digits), stop);
    }
    let unit = |words: &[&str]| words.iter().any(|word| starts(signs, end, word));
    let money = symbol
        || unit(&[
            "元", "圆", "圓", "块钱", "蚊", "yuan", "hkd", "rmb", "dollars",
        ]);
    let counted = unit(&[
        "%",
        "厘",
        "期",
        "个月",
        "個月",
        "天",
        "instalment",
        "months",
        "days",
        "times",
    ]);
    let long = digits.contains(',') || digits.contains('.');
    if !money && !counted && !long {
        return (bare(digits), end);
    }
    let shown = slice(signs, if symbol { from - 1 } else { from }, end);
    let figure = Figure {
        text: shown,
        digits,
        what: What::Number,
    };
    (Some(figure), end)
}

fn bare(digits: String) -> Option<Figure> {
    Some(Figure {
        text: digits.clone(),
        digits,
        what: What::Bare,
    })
}

/// A date from a place: `2026-12-20`, `2026年12月20日`, `12月20日`, `20 December 2026`.
fn day(signs: &[char], from: usize) -> Option<(Day, usize)> {
    let number = |at: usize| {
        let mut end = at;
        while signs.get(end).is_some_and(char::is_ascii_digit) && end < at + 4 {
            end += 1;
        }
        let value: Option<u32> = slice(signs, at, end).parse().ok();
        value.map(|value| (value, end))
    };
    let (first, end) = number(from)?;
    let sign = |at: usize| signs.get(at).copied();
    let year = |value: u32| i32::try_from(value).ok();
    let fits = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    if sign(end) == Some('-') && end == from + 4 {
        let (month, end) = number(end + 1)?;
        let (day, last) = number(end + 1)?;
        return (sign(end) == Some('-') && fits(month, day))
            .then_some(((year(first), month, day), last));
    }
    if sign(end) == Some('年') {
        let (month, end) = number(end + 1)?;
        let (day, last) = number(end + 1)?;
        let whole = sign(end) == Some('月') && matches!(sign(last), Some('日' | '号' | '號'));
        return (whole && fits(month, day)).then_some(((year(first), month, day), last + 1));
    }
    if sign(end) == Some('月') {
        let (day, last) = number(end + 1)?;
        let whole = matches!(sign(last), Some('日' | '号' | '號'));
        return (whole && fits(first, day)).then_some(((None, first, day), last + 1));
    }
    let name = MONTHS.iter().position(|name| starts(signs, end, name))?;
    let month = u32::try_from(name).ok()?.checked_add(1)?;
    if sign(end) != Some(' ') || !fits(month, first) {
        return None;
    }
    let last = end + 1 + MONTHS.get(name)?.len();
    let with_year = (sign(last) == Some(' '))
        .then(|| number(last + 1))
        .flatten()
        .filter(|(_, stop)| *stop == last + 5);
    Some(match with_year {
        Some((value, stop)) => ((year(value), month, first), stop),
        None => ((None, month, first), last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(facts: &str) -> Known {
        let mut known = Known::default();
        known.ledger(facts);
        known
    }

    fn unknown(facts: &str, text: &str) -> Vec<String> {
        known(facts)
            .problems(text)
            .into_iter()
            .map(|problem| match problem {
                Problem::UnknownFigure(text) | Problem::UnknownDate(text) => text,
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn a_figure_or_date_that_no_fact_holds_is_found() {
        let facts = "total = \"5230.40\"\non = 2026-12-20\ncount = 24\n# was 999.99\n";
        let none: [String; 0] = [];
        assert_eq!(
            unknown(facts, "欠款5,230.40元，2026年12月20日起，分24期。"),
            none
        );
        assert_eq!(
            unknown(facts, "I owe ¥5,230.40, from 20 December, 24 instalments."),
            none
        );
        assert_eq!(
            unknown(facts, "欠款5,330.40元，12月21日起，分36期。"),
            ["5,330.40", "12月21日", "36"]
        );
        assert_eq!(
            unknown(facts, "HK$999.99 on 20 December 2027"),
            ["$999.99", "20 December 2027"]
        );
        // Bare counts, times, and numbers of papers are no figures.
        assert_eq!(
            unknown(facts, "3份材料，18:00–20:00，编号GD-2026-118，第1条"),
            none
        );
    }

    #[test]
    fn sums_in_words_are_figures_too() {
        let facts = "total = \"2000.00\"";
        let none: [String; 0] = [];
        for text in [
            "欠款二千元",
            "欠0.2万元",
            "欠2千块",
            "I owe two thousand yuan",
        ] {
            assert_eq!(unknown(facts, text), none, "{text}");
        }
        assert_eq!(unknown(facts, "欠款三千元"), ["三千元"]);
        assert_eq!(unknown(facts, "欠0.3万元"), ["0.3万元"]);
        assert_eq!(unknown(facts, "今天就转五万"), ["五万"]);
        assert_eq!(
            unknown(facts, "I owe three thousand yuan"),
            ["three thousand yuan"]
        );
        assert_eq!(unknown(facts, "千万不要，百分之二十四，二十四期"), none);
    }
}

//! Numbers, money, dates and rates as people write them in each language.
//!
//! Promises: digits in groups of three with a point before the decimals in all three languages (as CLDR
//! has it for `zh-Hans`, `zh-Hant` and `en`); nothing is rounded that was not already, except a float
//! shown as a percentage.
//! Leaves to others: which figure to show (`report`), the plain forms of the ledger and of JSON (`domain`).

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use crate::domain::lang::Lang;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::rate::{Percent, Period, Rate};

/// How one language writes figures, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The language.
    pub lang: Lang,
    /// The ledger's currency.
    pub currency: Currency,
}

impl Numbers {
    /// The ways of a language, in a currency.
    #[must_use]
    pub const fn new(lang: Lang, currency: Currency) -> Numbers {
        Numbers { lang, currency }
    }

    /// An amount in a sentence: `¥1,200.00`, `HK$1,200.00` in English, `1,200.00 元` in Chinese.
    #[must_use]
    pub fn money(self, amount: Money) -> String {
        let grouped = grouped(amount);
        if self.lang == Lang::En {
            let sign = if amount.is_negative() { "-" } else { "" };
            let digits = grouped.trim_start_matches('-');
            return format!("{sign}{}{digits}", symbol(self.currency));
        }
        format!("{grouped} {}", unit(self.lang, self.currency))
    }

    /// A date in a sentence.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        long_date(self.lang, date)
    }
}

/// An amount in a table: `1,200.00`, `-3.50`; the currency is said once elsewhere.
#[must_use]
pub fn grouped(amount: Money) -> String {
    let plain = amount.to_string();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain.as_str()),
    };
    let (units, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
    format!("{sign}{}.{decimals}", groups_of_three(units))
}

/// A count with its digits in groups of three.
#[must_use]
pub fn count(number: u64) -> String {
    groups_of_three(&number.to_string())
}

fn groups_of_three(digits: &str) -> String {
    let length = digits.chars().count();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && length.saturating_sub(place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The sign before an amount in English.
#[must_use]
pub const fn symbol(currency: Currency) -> &'static str {
    match currency {
        Currency::Cny => "¥",
        Currency::Hkd => "HK$",
        Currency::Usd => "US$",
        Currency::Eur => "€",
        Currency::Gbp => "£",
    }
}

/// The unit after an amount in Chinese.
const fn unit(lang: Lang, currency: Currency) -> &'static str {
    match (currency, lang) {
        (Currency::Cny, _) => "元",
        (Currency::Hkd, _) => "港元",
        (Currency::Usd, _) => "美元",
        (Currency::Eur, Lang::ZhHant) => "歐元",
        (Currency::Eur, _) => "欧元",
        (Currency::Gbp, Lang::ZhHant) => "英鎊",
        (Currency::Gbp, _) => "英镑",
    }
}

/// `2026年1月31日`, `31 January 2026`.
#[must_use]
pub fn long_date(lang: Lang, date: NaiveDate) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{year}年{month}月{day}日"),
        Lang::En => format!("{day} {} {year}", month_name(month)),
    }
}

/// With its weekday: `2026年12月20日（周日）`, `2026年12月20日（星期日）`, `Sunday 20 December 2026`.
#[must_use]
pub fn date_with_weekday(lang: Lang, date: NaiveDate) -> String {
    let weekday = weekday(lang, date.weekday());
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{}（{weekday}）", long_date(lang, date)),
        Lang::En => format!("{weekday} {}", long_date(lang, date)),
    }
}

/// Without its year: `12月20日（周日）`, `12月20日（星期日）`, `Sunday 20 December`.
#[must_use]
pub fn day_with_weekday(lang: Lang, date: NaiveDate) -> String {
    let (month, day) = (date.month(), date.day());
    let weekday = weekday(lang, date.weekday());
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{month}月{day}日（{weekday}）"),
        Lang::En => format!("{weekday} {day} {}", month_name(month)),
    }
}

/// `2026年12月`, `December 2026`.
#[must_use]
pub fn month(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{}年{}月", date.year(), date.month()),
        Lang::En => format!("{} {}", month_name(date.month()), date.year()),
    }
}

/// `2026年11月5日 21:40`, `5 November 2026, 21:40`.
#[must_use]
pub fn moment(lang: Lang, at: NaiveDateTime) -> String {
    let time = at.format("%H:%M");
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("{} {time}", long_date(lang, at.date())),
        Lang::En => format!("{}, {time}", long_date(lang, at.date())),
    }
}

/// A number of days: `45天`, `45日`, `45 days`.
#[must_use]
pub fn days(lang: Lang, days: u32) -> String {
    match (lang, days) {
        (Lang::ZhHans, _) => format!("{days}天"),
        (Lang::ZhHant, _) => format!("{days}日"),
        (Lang::En, 1) => "1 day".to_owned(),
        (Lang::En, _) => format!("{days} days"),
    }
}

/// A rate above this is not written out: its digits say nothing any more.
const BEYOND: f64 = 10_000.0;

/// A fraction of one as a percentage with two decimals: 0.18 is `18.00%`.
#[must_use]
#[expect(
    clippy::float_arithmetic,
    reason = "the annual rate of an offer is a float, and people read percents"
)]
pub fn percent(fraction: f64) -> String {
    if !fraction.is_finite() {
        return "?".to_owned();
    }
    if fraction > BEYOND {
        return "> 1,000,000%".to_owned();
    }
    let shown = format!("{:.2}%", fraction * 100.0);
    if shown == "-0.00%" {
        "0.00%".to_owned()
    } else {
        shown
    }
}

/// A fraction of one for machines, six decimals: `0.128043`.
#[must_use]
pub fn fraction(value: f64) -> String {
    let shown = format!("{value:.6}");
    if shown == "-0.000000" {
        "0.000000".to_owned()
    } else {
        shown
    }
}

/// A contract rate: `年利率18%`, `日利率0.05%`, `18% a year`.
#[must_use]
pub fn rate(lang: Lang, rate: Rate) -> String {
    let percent = rate.percent;
    match (lang, rate.per) {
        (Lang::En, Period::Year) => format!("{percent} a year"),
        (Lang::En, Period::Month) => format!("{percent} a month"),
        (Lang::En, Period::Day) => format!("{percent} a day"),
        (_, Period::Year) => format!("年利率{percent}"),
        (_, Period::Month) => format!("月利率{percent}"),
        (_, Period::Day) => format!("日利率{percent}"),
    }
}

/// An exact percentage, as typed: `80%`, `0.05%`.
#[must_use]
pub fn exact_percent(percent: Percent) -> String {
    percent.to_string()
}

fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let names: [&'static str; 3] = match day {
        Weekday::Mon => ["周一", "星期一", "Monday"],
        Weekday::Tue => ["周二", "星期二", "Tuesday"],
        Weekday::Wed => ["周三", "星期三", "Wednesday"],
        Weekday::Thu => ["周四", "星期四", "Thursday"],
        Weekday::Fri => ["周五", "星期五", "Friday"],
        Weekday::Sat => ["周六", "星期六", "Saturday"],
        Weekday::Sun => ["周日", "星期日", "Sunday"],
    };
    let [zh_hans, zh_hant, en] = names;
    match lang {
        Lang::ZhHans => zh_hans,
        Lang::ZhHant => zh_hant,
        Lang::En => en,
    }
}

const fn month_name(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// The text with its first letter in upper case, for a word that begins a cell or a sentence. Chinese is
/// unchanged.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn money_is_grouped_by_three() {
        let case = |minor, shown: &str| assert_eq!(grouped(Money::from_minor(minor)), shown);
        case(0, "0.00");
        case(-5, "-0.05");
        case(99_999, "999.99");
        case(100_000, "1,000.00");
        case(-123_456_789, "-1,234,567.89");
        case(1_000_000_000_000_000, "10,000,000,000,000.00");
    }

    #[test]
    fn money_in_a_sentence_names_its_currency() {
        let case = |lang, currency, shown: &str| {
            let amount = Money::from_minor(-120_000);
            assert_eq!(Numbers::new(lang, currency).money(amount), shown);
        };
        case(Lang::En, Currency::Cny, "-¥1,200.00");
        case(Lang::En, Currency::Hkd, "-HK$1,200.00");
        case(Lang::ZhHans, Currency::Cny, "-1,200.00 元");
        case(Lang::ZhHant, Currency::Hkd, "-1,200.00 港元");
        case(Lang::ZhHant, Currency::Eur, "-1,200.00 歐元");
    }

    #[test]
    fn dates_are_written_out() {
        // 20 December 2026 is a Sunday (perpetual calendar).
        let sunday = date("2026-12-20");
        assert_eq!(long_date(Lang::ZhHans, date("2026-01-31")), "2026年1月31日");
        assert_eq!(long_date(Lang::En, date("2026-01-31")), "31 January 2026");
        assert_eq!(day_with_weekday(Lang::ZhHans, sunday), "12月20日（周日）");
        assert_eq!(day_with_weekday(Lang::ZhHant, sunday), "12月20日（星期日）");
        assert_eq!(day_with_weekday(Lang::En, sunday), "Sunday 20 December");
        assert_eq!(
            date_with_weekday(Lang::ZhHant, sunday),
            "2026年12月20日（星期日）"
        );
        assert_eq!(
            date_with_weekday(Lang::En, sunday),
            "Sunday 20 December 2026"
        );
        assert_eq!(month(Lang::ZhHans, sunday), "2026年12月");
        assert_eq!(month(Lang::En, sunday), "December 2026");
        let night = sunday.and_hms_opt(21, 5, 0).unwrap();
        assert_eq!(moment(Lang::ZhHans, night), "2026年12月20日 21:05");
        assert_eq!(moment(Lang::En, night), "20 December 2026, 21:05");
    }

    #[test]
    fn days_have_their_plural() {
        assert_eq!(days(Lang::En, 1), "1 day");
        assert_eq!(days(Lang::En, 0), "0 days");
        assert_eq!(days(Lang::ZhHans, 45), "45天");
        assert_eq!(days(Lang::ZhHant, 45), "45日");
    }

    #[test]
    fn percents_and_rates_keep_their_sign_and_period() {
        assert_eq!(percent(0.128_043), "12.80%");
        assert_eq!(percent(-0.000_001), "0.00%");
        assert_eq!(percent(f64::NAN), "?");
        assert_eq!(fraction(0.128_043_4), "0.128043");
        assert_eq!(fraction(-0.000_000_1), "0.000000");
        let daily: Rate = "0.05%/day".parse().unwrap();
        assert_eq!(rate(Lang::ZhHans, daily), "日利率0.05%");
        assert_eq!(rate(Lang::En, daily), "0.05% a day");
    }

    #[test]
    fn only_the_first_letter_is_raised() {
        assert_eq!(capitalised("e-mail"), "E-mail");
        assert_eq!(capitalised("银行"), "银行");
        assert_eq!(capitalised(""), "");
    }
}

//! Amounts and rates as people type them: `1.5万`, `3千元`, `HK$3,000`, `年利率18%`.
//!
//! Promises: what can be read in two ways (`1万2`) is refused, never guessed.
//! Leaves to others: whether the sum is in bounds, and the sign it may have.

use crate::domain::ledger::Currency;
use crate::domain::money::{Money, MoneyError, half_width, of_digits, ungrouped};
use crate::domain::rate::{Percent, Rate, RateError};
use crate::domain::typed::spoken;

/// Signs and words of money that may stand before an amount.
const BEFORE: [&str; 8] = [
    "人民币",
    "人民幣",
    "港币",
    "港幣",
    "港元",
    "RMB",
    "CNY",
    "HKD",
];
/// Words of money that may stand after an amount, the longer ones first.
const AFTER: [&str; 17] = [
    "人民币",
    "人民幣",
    "港元",
    "港币",
    "港幣",
    "元整",
    "元正",
    "元",
    "圆",
    "圓",
    "块",
    "塊",
    "蚊",
    "RMB",
    "CNY",
    "HKD",
    "yuan",
];
/// Ten thousand and its like, with their zeros.
const TIMES: [(&str, usize); 8] = [
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
    ("w", 4),
    ("千", 3),
    ("k", 3),
    ("百", 2),
];

/// Reads an amount: `1200.50`, `1,200元`, `1万`, `1.5萬`, `3千`, `2w`, `3k`, `1万2千`, `HK$3,000`.
///
/// # Errors
/// [`MoneyError::Unclear`] for what can be read in two ways (`1万2`) or is written in words (`三千`); else as
/// [`Money::parse`].
pub fn money(text: &str) -> Result<Money, MoneyError> {
    let plain_error = match Money::parse(text) {
        Ok(money) => return Ok(money),
        Err(error) => error,
    };
    let plain = half_width(text);
    let trimmed = plain.trim();
    let (negative, body) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let body = without_signs(body);
    let money = match Money::parse(body) {
        Ok(money) if body.starts_with(|c: char| c.is_ascii_digit()) => money,
        _ => large(body).map_err(|error| match error {
            MoneyError::NotANumber if plain_error != MoneyError::NotANumber => plain_error,
            other => other,
        })?,
    };
    Ok(if negative { -money } else { money })
}

fn without_signs(body: &str) -> &str {
    let mut body = body;
    for sign in BEFORE.iter().chain(&["HK$", "¥", "$"]) {
        if let Some(rest) = body.strip_prefix(sign) {
            body = rest.trim_start();
            break;
        }
    }
    for word in AFTER {
        if let Some(rest) = body.strip_suffix(word) {
            return rest.trim_end();
        }
    }
    body
}

/// An amount with `万` and its like: `1.5万`, `1万2千`.
fn large(body: &str) -> Result<Money, MoneyError> {
    let lower = body.to_lowercase();
    if lower.contains(|c: char| "一二两兩三四五六七八九十".contains(c)) {
        return Err(MoneyError::Unclear);
    }
    let mut rest = lower.as_str();
    let mut sum = Money::ZERO;
    let mut last: Option<usize> = None;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let unit = TIMES.iter().find(|(word, _)| after.starts_with(word));
        let (piece, zeros, next) = match (unit, last) {
            (Some((word, zeros)), _) => {
                let after = after.get(word.len()..).unwrap_or_default();
                (scaled(number, *zeros)?, *zeros, after)
            }
            // `1万2` is 12,000 to most and 10,002 to some: only as many digits as the unit leaves say which.
            (None, Some(before)) if after.is_empty() && number.len() == before => {
                (scaled(number, 0)?, 0, "")
            }
            (None, Some(_)) if after.is_empty() => return Err(MoneyError::Unclear),
            (None, _) => return Err(MoneyError::NotANumber),
        };
        let fits = last.is_none_or(|before| {
            before > zeros && !number.contains(['.', ',']) && piece < power(before)
        });
        // `1.5万2千`: the decimals and what follows say the same places twice.
        if !fits || (!next.is_empty() && number.contains('.')) {
            return Err(MoneyError::Unclear);
        }
        sum += piece;
        if sum > Money::LIMIT {
            return Err(MoneyError::TooLarge);
        }
        last = Some(zeros);
        rest = next.trim_start();
    }
    match last {
        Some(_) => Ok(sum),
        None => Err(MoneyError::NotANumber),
    }
}

/// One with so many zeros.
fn power(zeros: usize) -> Money {
    of_digits(&format!("1{}", "0".repeat(zeros)), "").unwrap_or(Money::LIMIT)
}

/// `1.5` with four zeros is 15000: the point moves, no fraction is worked.
fn scaled(number: &str, zeros: usize) -> Result<Money, MoneyError> {
    let (units, decimals) = match number.split_once('.') {
        Some((_, "")) => return Err(MoneyError::NotANumber),
        Some((_, decimals)) if !decimals.bytes().all(|b| b.is_ascii_digit()) => {
            return Err(MoneyError::NotANumber);
        }
        Some(pair) => pair,
        None => (number, ""),
    };
    let units = ungrouped(units)?;
    if units.is_empty() {
        return Err(MoneyError::NotANumber);
    }
    let padded = format!("{decimals:0<zeros$}");
    let (moved, left) = padded.split_at(zeros);
    of_digits(&format!("{units}{moved}"), left)
}

/// Whether an amount carries the sign of another currency than the ledger's.
#[must_use]
pub fn other_currency(text: &str, ledger: Currency) -> bool {
    let plain = half_width(text);
    let plain = plain.trim().trim_start_matches(['-', '+']).trim_start();
    let says = |words: &[&str]| {
        words
            .iter()
            .any(|word| plain.starts_with(word) || plain.ends_with(word))
    };
    if says(&["HK$", "HKD", "港元", "港币", "港幣", "蚊"]) {
        return ledger != Currency::Hkd;
    }
    if says(&["¥", "RMB", "CNY", "人民币", "人民幣", "yuan"]) {
        return ledger != Currency::Cny;
    }
    plain.starts_with('$') && !matches!(ledger, Currency::Hkd | Currency::Usd)
}

/// The pieces of a set of terms in which an amount may stand: `settle HK$3,000 by 2026-12-30` has `HK$3,000`.
pub fn pieces(terms: &str) -> impl Iterator<Item = &str> {
    terms
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | '；' | '=' | '＝'))
        .filter(|piece| !piece.is_empty())
}

/// How a rate's period is said: the word for the rate file, words after the stroke, words before the figure.
const PERIODS: [(&str, &[&str], &[&str]); 3] = [
    ("year", &["年", "year"], &["年利率", "年化", "年息"]),
    (
        "month",
        &["月", "month"],
        &["月利率", "月费率", "月費率", "月息", "每月"],
    ),
    (
        "day",
        &["日", "天", "day"],
        &["日利率", "日息", "每日", "每天"],
    ),
];

/// Reads a rate: `18%/year`, and as people write it, `18%/年`, `年利率18%`, `0.05%/天`, `日息万分之五`, `月息6厘`.
///
/// # Errors
/// [`RateError::Unclear`] for `厘` and `分` by the year or day; else as for a rate of the ledger.
pub fn rate(text: &str) -> Result<Rate, RateError> {
    let plain = half_width(text);
    let plain = plain.trim();
    for (per, after, before) in PERIODS {
        if let Some(body) = of_period(plain, after, before) {
            let percent = portion_a(body, per)?;
            return format!("{percent}/{per}").parse();
        }
    }
    plain.parse()
}

/// Reads what is charged by the month: `0.6%`, `6‰`, `月息6厘`, `0.6%/月`, `百分之一`.
///
/// # Errors
/// [`RateError`] as for a percentage.
pub fn monthly_percent(text: &str) -> Result<Percent, RateError> {
    let plain = half_width(text);
    let plain = plain.trim();
    let month = PERIODS
        .iter()
        .filter(|(per, ..)| *per == "month")
        .find_map(|(_, after, before)| of_period(plain, after, before));
    portion_a(month.unwrap_or(plain), "month")
}

/// Reads a percentage: `80%`, `6‰`, `百分之十五`, `千分之六`, `万分之五`.
///
/// # Errors
/// [`RateError`] as for a percentage of the ledger.
pub fn percent(text: &str) -> Result<Percent, RateError> {
    let plain = half_width(text);
    let plain = plain.trim();
    if let Some(number) = plain.strip_suffix('‰') {
        return tenths(number, 1);
    }
    for (words, places) in [
        (["百分之", "百分之"], 0),
        (["千分之", "千分之"], 1),
        (["万分之", "萬分之"], 2),
    ] {
        if let Some(number) = words.iter().find_map(|word| plain.strip_prefix(word)) {
            return tenths(number, places);
        }
    }
    plain.parse()
}

/// The figure of a rate whose period is said in one of these words.
fn of_period<'a>(plain: &'a str, after: &[&str], before: &[&str]) -> Option<&'a str> {
    let parted = plain
        .rsplit_once('/')
        .filter(|(_, said)| after.contains(&said.trim()));
    let figure = parted.map(|(figure, _)| figure.trim());
    let said = |text: &'a str| before.iter().find_map(|word| text.strip_prefix(word));
    match figure {
        Some(figure) => Some(said(figure).unwrap_or(figure)),
        None => said(plain),
    }
    .map(str::trim)
}

/// A figure of a rate by the year, month or day. By the month `分` is a percent and `厘` a tenth of it; by the year or
/// day one says ten times, another a tenth of that.
fn portion_a(body: &str, per: &str) -> Result<Percent, RateError> {
    let small = [("厘", 1), ("釐", 1), ("分", 0)]
        .into_iter()
        .find_map(|(word, places)| Some((body.strip_suffix(word)?, places)));
    match small {
        Some((number, places)) if per == "month" => tenths(number, places),
        Some(_) => Err(RateError::Unclear),
        None => percent(body),
    }
}

/// So many percent, with the point moved so many places to the left.
fn tenths(number: &str, places: u32) -> Result<Percent, RateError> {
    let digits = numeral(number).ok_or(RateError::NotAPercentage)?;
    let whole: Percent = format!("{digits}%").parse()?;
    let scale = 10_i64.saturating_pow(places);
    if whole.millionths().checked_rem(scale) != Some(0) {
        return Err(RateError::TooFine);
    }
    let moved = whole.millionths().checked_div(scale);
    moved
        .map(Percent::from_millionths)
        .ok_or(RateError::OutOfRange)
}

/// A small number in figures or Chinese words, as figures: `12`, `1.5`, `六`, `二十四`, `一点五`.
#[must_use]
pub fn numeral(text: &str) -> Option<String> {
    let text = text.trim();
    let figure = |c: char| match c {
        '0'..='9' | '.' => Some(c),
        _ => spoken::digit(c)
            .and_then(|digit| u32::try_from(digit).ok())
            .and_then(|digit| char::from_digit(digit, 10)),
    };
    let figures = |part: &str| part.chars().map(figure).collect::<Option<String>>();
    let (units, decimals) = match text.split_once(['点', '點']) {
        Some((units, decimals)) => (units, Some(decimals)),
        None => (text, None),
    };
    let read = match units.split_once('十') {
        Some((tens, ones)) => {
            let one = |part: &str, empty: &str| match part {
                "" => Some(empty.to_owned()),
                part if part.chars().count() == 1 => figures(part),
                _ => None,
            };
            format!("{}{}", one(tens, "1")?, one(ones, "0")?)
        }
        None => figures(units)?,
    };
    let read = match decimals {
        Some(decimals) => format!("{read}.{}", figures(decimals)?),
        None => read,
    };
    read.starts_with(|c: char| c.is_ascii_digit())
        .then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let case = |text: &str, minor| {
            assert_eq!(money(text), Ok(Money::from_minor(minor)), "{text}");
        };
        case("1200", 120_000);
        case("1,200元", 120_000);
        case("１，２００元", 120_000);
        case("1万", 1_000_000);
        case("1萬", 1_000_000);
        case("1.5万", 1_500_000);
        case("１．５万元", 1_500_000);
        case("¥1.5万", 1_500_000);
        case("1.5w", 1_500_000);
        case("2W", 2_000_000);
        case("3千", 300_000);
        case("3千元", 300_000);
        case("3k", 300_000);
        case("5百块", 50_000);
        case("0.5万", 500_000);
        case("1.234567万", 1_234_567);
        case("1,000万", 1_000_000_000);
        case("2亿", 20_000_000_000);
        case("1万2千", 1_200_000);
        case("1万2千元", 1_200_000);
        case("1万2000", 1_200_000);
        case("3千5百", 350_000);
        case("3千500", 350_000);
        case("HK$3,000", 300_000);
        case("3000港元", 300_000);
        case("人民币1万", 1_000_000);
        case("3000蚊", 300_000);
        case("-1万", -1_000_000);
        case("0万", 0);
        case("100000亿", 1_000_000_000_000_000);
    }

    #[test]
    fn amounts_that_are_unclear_are_refused_never_guessed() {
        let case = |text: &str, error| assert_eq!(money(text), Err(error), "{text}");
        case("1万2", MoneyError::Unclear);
        case("1万500", MoneyError::Unclear);
        case("1.5万2千", MoneyError::Unclear);
        case("1千2万", MoneyError::Unclear);
        case("1万1万", MoneyError::Unclear);
        case("1万20千", MoneyError::Unclear);
        case("三千", MoneyError::Unclear);
        case("一万二", MoneyError::Unclear);
        case("1.2345678万", MoneyError::TooFine);
        case("100001亿", MoneyError::TooLarge);
        case("100000亿1", MoneyError::Unclear);
        case("1,2万", MoneyError::Grouping);
        case("1,20", MoneyError::Grouping);
        case("万", MoneyError::NotANumber);
        case("", MoneyError::NotANumber);
        case("元", MoneyError::NotANumber);
        case("1.万", MoneyError::NotANumber);
        case(".5万", MoneyError::NotANumber);
        case("1万x", MoneyError::NotANumber);
        case("3000左右", MoneyError::NotANumber);
        case("1m", MoneyError::NotANumber);
        case("--1万", MoneyError::NotANumber);
    }

    #[test]
    fn another_currency_is_seen_on_either_side() {
        assert!(other_currency("HK$3,000", Currency::Cny));
        assert!(other_currency("3000港元", Currency::Cny));
        assert!(other_currency("￥100", Currency::Hkd));
        assert!(other_currency("$5", Currency::Cny));
        for (text, ledger) in [
            ("HK$3,000", Currency::Hkd),
            ("$5", Currency::Usd),
            ("3000元", Currency::Hkd),
            ("1万", Currency::Cny),
        ] {
            assert!(!other_currency(text, ledger), "{text}");
        }
    }

    #[test]
    fn rates_are_read_with_chinese_periods() {
        for (text, held) in [
            ("18%/year", "18%/year"),
            ("18%/年", "18%/year"),
            ("年利率18%", "18%/year"),
            ("１．５％／月", "1.5%/month"),
            ("0.05%/天", "0.05%/day"),
            ("日息0.05%", "0.05%/day"),
            ("日息万分之五", "0.05%/day"),
            ("日利率萬分之五", "0.05%/day"),
            ("月息6厘", "0.6%/month"),
            ("月息六厘", "0.6%/month"),
            ("月息1分", "1%/month"),
            ("6‰/月", "0.6%/month"),
            ("百分之一/月", "1%/month"),
            ("年息8%", "8%/year"),
            ("年利率百分之十五点四", "15.4%/year"),
        ] {
            assert_eq!(rate(text).map(|rate| rate.to_string()), Ok(held.to_owned()));
        }
        assert_eq!(rate("18%"), Err(RateError::NoPeriod));
        // A year's 厘 is a percent to some and a tenth of it to others; a day's likewise.
        assert_eq!(rate("年息8厘"), Err(RateError::Unclear));
        assert_eq!(rate("日息1厘"), Err(RateError::Unclear));
        assert_eq!(rate("年利率18"), Err(RateError::NotAPercentage));
        assert_eq!(rate("1001%/年"), Err(RateError::OutOfRange));
    }

    #[test]
    fn what_is_charged_by_the_month_is_read_as_people_say_it() {
        for (text, held) in [
            ("0.6%", "0.6%"),
            ("6‰", "0.6%"),
            ("6厘", "0.6%"),
            ("六厘", "0.6%"),
            ("月息6厘", "0.6%"),
            ("百分之一", "1%"),
            ("千分之六", "0.6%"),
            ("百分之零点六", "0.6%"),
            ("0.6%/月", "0.6%"),
            ("0.6%/month", "0.6%"),
            ("百分之十五", "15%"),
        ] {
            let read = monthly_percent(text).map(|percent| percent.to_string());
            assert_eq!(read, Ok(held.to_owned()), "{text}");
        }
        for text in ["0.6", "六", "厘", "百分之", "百分之好", "十十%", "1.2.3厘"] {
            assert!(monthly_percent(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn ten_thousands_are_the_same_sum_written_out(minor in 0_i128..=1_000_000_000_000_000) {
            // The point moved by hand: minor units over a million, with its six decimals.
            let text = format!("{}.{:06}万", minor / 1_000_000, minor % 1_000_000);
            prop_assert_eq!(money(&text), Ok(Money::from_minor(minor)));
        }

        #[test]
        fn whatever_the_ledger_takes_is_read_alike(minor in -1_000_000_000_000_000_i128..=1_000_000_000_000_000) {
            let text = Money::from_minor(minor).to_string();
            prop_assert_eq!(money(&text), Money::parse(&text));
        }
    }
}

//! Amounts and dates as people type them at a prompt or on the command line.
//!
//! Promises: all that the ledger's own grammar takes ([`Money::parse`], [`parse_date`]) and what people write in messages
//! (`1.5万`, `3千元`, `9月20日`, `20/9/2026`); what can be read in two ways is refused, never guessed. The ledger's file keeps
//! its own, narrower grammar.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::calendar::{parse_date, plus_days};
use super::ledger::Currency;
use super::money::{Money, MoneyError, half_width, of_digits, ungrouped};
use super::rate::{Percent, Rate, RateError};

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

/// Reads a rate: `18%/year`, and as people write it, `18%/年`, `年利率18%`, `0.05%/天`.
///
/// # Errors
/// [`RateError`] as for a rate of the ledger.
pub fn rate(text: &str) -> Result<Rate, RateError> {
    let plain = half_width(text);
    let plain = plain.trim();
    for (words, per) in [
        (["年", "年利率", "年化"], "year"),
        (["月", "月利率", "月息"], "month"),
        (["日", "日利率", "日息"], "day"),
        (["天", "天", "天"], "day"),
    ] {
        let after = plain
            .split_once('/')
            .filter(|(_, said)| said.trim() == words[0])
            .map(|(percent, _)| percent);
        let before = words
            .iter()
            .skip(1)
            .find_map(|word| plain.strip_prefix(word));
        if let Some(percent) = after.or(before) {
            let percent: Percent = percent.trim().parse()?;
            return format!("{percent}/{per}").parse();
        }
    }
    plain.parse()
}

/// What a text says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A date with its year.
    Date(NaiveDate),
    /// A day of a month without its year.
    NoYear {
        /// 1–12.
        month: u32,
        /// 1–31.
        day: u32,
    },
    /// So many days from today.
    FromToday(i64),
}

/// Which way a question looks, where a day has no year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looking {
    /// At what has been: today or before.
    Back,
    /// At what will be: today or after.
    Ahead,
}

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Nothing like a date.
    #[error("not a date; write it like 2026-11-16")]
    NotADate,
    /// A date that no calendar has, or beyond 1900–2199.
    #[error("there is no such day between 1900 and 2199")]
    NoSuchDay,
    /// A year of two digits.
    #[error("write the year with four digits, like 2026-11-16")]
    ShortYear,
    /// Day and month could change places.
    #[error("could be {0} or {1}")]
    TwoReadings(NaiveDate, NaiveDate),
    /// Day and month could change places, and there is no year.
    #[error("could be two days; write it like 2026-11-16")]
    TwoDays,
    /// A day without its year, where nothing says which.
    #[error("without its year")]
    YearMissing {
        /// 1–12.
        month: u32,
        /// 1–31.
        day: u32,
    },
    /// `today` and its like, where nobody is there to see what it became.
    #[error("write the date itself, like 2026-11-16")]
    Relative,
}

/// Reads a day: `2026-09-20`, `2026年9月20号`, `20/9/2026`, `20 Sep 2026`; without a year `9月20日`, `20 Sep`; `昨天`, `today`.
///
/// # Errors
/// [`DayError`] says what is unclear: `5/9/2026` is two days to two readers.
pub fn day(text: &str) -> Result<Day, DayError> {
    if text.contains(char::is_control) {
        return Err(DayError::NotADate);
    }
    if let Some(date) = parse_date(text) {
        return Ok(Day::Date(date));
    }
    let plain = half_width(text.trim()).to_lowercase();
    let plain = plain.trim();
    if let Some(days) = relative(plain) {
        return Ok(Day::FromToday(days));
    }
    if let Some(said) = named_month(plain) {
        return said;
    }
    let chinese = plain.contains('月');
    let even = plain
        .replace(['號', '号'], "日")
        .replace(['年', '月', '/', '.'], "-");
    let even = even.strip_suffix('日').unwrap_or(&even);
    let pieces: Option<Vec<(u32, usize)>> =
        even.split('-').map(|piece| number(piece.trim())).collect();
    match pieces.as_deref() {
        Some([(year, 4), (month, _), (day, _)]) => of_year(*year, *month, *day),
        Some([(first, _), (second, _), (year, 4)]) if !chinese => {
            either(*first, *second, Some(*year))
        }
        Some([(_, 1..=2), (_, 1..=2), (_, 1..=2)]) => Err(DayError::ShortYear),
        Some([(month, 1..=2), (day, 1..=2)]) if chinese => no_year(*month, *day),
        Some([(first, 1..=2), (second, 1..=2)]) => either(*first, *second, None),
        Some([(_, 8)]) => Err(DayError::NoSuchDay),
        _ => Err(DayError::NotADate),
    }
}

/// Reads a date that stands by itself: on the command line, where nobody sees what a day without a year became.
///
/// # Errors
/// [`DayError`], also for days without a year and for `today`.
pub fn date(text: &str) -> Result<NaiveDate, DayError> {
    match day(text)? {
        Day::Date(date) => Ok(date),
        Day::NoYear { month, day } => Err(DayError::YearMissing { month, day }),
        Day::FromToday(_) => Err(DayError::Relative),
    }
}

/// Reads a date where today is known, and which way the question looks.
///
/// # Errors
/// [`DayError`] as [`day`].
pub fn date_near(text: &str, today: NaiveDate, looking: Looking) -> Result<NaiveDate, DayError> {
    match day(text)? {
        Day::Date(date) => Ok(date),
        Day::FromToday(days) => Ok(plus_days(today, days)),
        Day::NoYear { month, day } => near(month, day, today, looking).ok_or(DayError::NoSuchDay),
    }
}

/// The nearest such day of the month on the side that is looked at, today included; 29 February up to eight years away.
#[must_use]
pub fn near(month: u32, day: u32, today: NaiveDate, looking: Looking) -> Option<NaiveDate> {
    (0..=8_i32).find_map(|away| {
        let year = match looking {
            Looking::Back => today.year().saturating_sub(away),
            Looking::Ahead => today.year().saturating_add(away),
        };
        NaiveDate::from_ymd_opt(year, month, day).filter(|date| match looking {
            Looking::Back => *date <= today,
            Looking::Ahead => *date >= today,
        })
    })
}

/// Reads a time of day: `21:40`, `21:40:05`, `21点40分`, `晚上9點`, `下午3:05`, `9:40pm`.
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let plain = half_width(text).replace('：', ":").to_lowercase();
    let mut body = plain.trim();
    let mut half = None;
    for (word, said) in [
        ("凌晨", Half::Morning),
        ("早上", Half::Morning),
        ("上午", Half::Morning),
        ("中午", Half::Noon),
        ("下午", Half::Evening),
        ("晚上", Half::Evening),
        ("am", Half::Morning),
        ("pm", Half::Evening),
    ] {
        let bare = body.strip_prefix(word).or_else(|| body.strip_suffix(word));
        if let Some(rest) = bare {
            half = Some(said);
            body = rest.trim();
            break;
        }
    }
    let even = body.replace(['点', '點', '时', '時', '分'], ":");
    let whole = even.strip_suffix(':').filter(|_| !body.ends_with(':'));
    let pieces: Option<Vec<(u32, usize)>> = whole.unwrap_or(&even).split(':').map(number).collect();
    let (hour, minute, second) = match *pieces?.as_slice() {
        [(hour, 1..=2)] if whole.is_some() || half.is_some() => (hour, 0, 0),
        [(hour, 1..=2), (minute, 1..=2)] => (hour, minute, 0),
        [(hour, 1..=2), (minute, 1..=2), (second, 1..=2)] => (hour, minute, second),
        _ => return None,
    };
    let hour = match (half, hour) {
        (Some(Half::Morning), 12) => 0,
        (Some(Half::Evening), 1..=11) | (Some(Half::Noon), 1..=2) => hour.saturating_add(12),
        (Some(Half::Noon), 11 | 12)
        | (Some(Half::Morning), 0..=11)
        | (Some(Half::Evening), 12..=23)
        | (None, _) => hour,
        (Some(Half::Morning | Half::Noon | Half::Evening), _) => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// The part of the day that a time of twelve hours is in.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Noon,
    Evening,
}

fn relative(text: &str) -> Option<i64> {
    [
        (-2, &["前天", "前日"][..]),
        (-1, &["昨天", "昨日", "琴日", "yesterday"]),
        (0, &["今天", "今日", "today"]),
        (1, &["明天", "明日", "聽日", "听日", "tomorrow"]),
        (2, &["后天", "後天", "後日"]),
    ]
    .into_iter()
    .find(|(_, words)| words.contains(&text))
    .map(|(days, _)| days)
}

/// `20 sep 2026`, `september 20, 2026`, `20 sep`.
fn named_month(text: &str) -> Option<Result<Day, DayError>> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let mut month = None;
    let mut numbers = Vec::new();
    for word in text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.' | '/'))
        .filter(|word| !word.is_empty())
    {
        if word.len() >= 3
            && let Some(place) = MONTHS.iter().position(|name| name.starts_with(word))
        {
            month = (1_u32..).nth(place);
            continue;
        }
        let bare = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| word.strip_suffix(end))
            .unwrap_or(word);
        numbers.push(number(bare)?);
    }
    let month = month?;
    Some(match numbers.as_slice() {
        [(day, 1..=2)] => no_year(month, *day),
        [(day, 1..=2), (year, 4)] | [(year, 4), (day, 1..=2)] => of_year(*year, month, *day),
        [(_, 1..=2), (_, 1..=2)] => Err(DayError::ShortYear),
        _ => Err(DayError::NotADate),
    })
}

/// A number and how many digits it has.
fn number(piece: &str) -> Option<(u32, usize)> {
    let fits = (1..=8).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit());
    Some((piece.parse().ok().filter(|_| fits)?, piece.len()))
}

fn of_year(year: u32, month: u32, day: u32) -> Result<Day, DayError> {
    i32::try_from(year)
        .ok()
        .filter(|year| (1900..=2199).contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .map(Day::Date)
        .ok_or(DayError::NoSuchDay)
}

fn no_year(month: u32, day: u32) -> Result<Day, DayError> {
    // 2000 was a leap year: what it has not, no year has.
    match NaiveDate::from_ymd_opt(2000, month, day) {
        Some(_) => Ok(Day::NoYear { month, day }),
        None => Err(DayError::NoSuchDay),
    }
}

/// Two numbers, one of them the month.
fn either(first: u32, second: u32, year: Option<u32>) -> Result<Day, DayError> {
    let read = |month, day| match year {
        Some(year) => of_year(year, month, day),
        None => no_year(month, day),
    };
    match (read(first, second), read(second, first)) {
        (Ok(one), Ok(other)) if one == other => Ok(one),
        (Ok(Day::Date(one)), Ok(Day::Date(other))) => {
            Err(DayError::TwoReadings(one.min(other), one.max(other)))
        }
        (Ok(_), Ok(_)) => Err(DayError::TwoDays),
        (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
        (Err(_), Err(_)) => Err(DayError::NoSuchDay),
    }
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
        ] {
            assert_eq!(rate(text).map(|rate| rate.to_string()), Ok(held.to_owned()));
        }
        assert_eq!(rate("18%"), Err(RateError::NoPeriod));
        assert_eq!(rate("年利率18"), Err(RateError::NotAPercentage));
        assert_eq!(rate("1001%/年"), Err(RateError::OutOfRange));
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let case = |text: &str, read: Option<&str>| {
            let time = time(text).map(|time| time.format("%H:%M:%S").to_string());
            assert_eq!(time.as_deref(), read, "{text}");
        };
        for text in [
            "21:40",
            "21:40:00",
            "２１：４０",
            "21点40分",
            "21點40",
            "21时40分",
            "晚上9点40分",
            "晚上9:40",
            "9:40pm",
            "9:40 PM",
        ] {
            case(text, Some("21:40:00"));
        }
        case("21点", Some("21:00:00"));
        case("下午3点", Some("15:00:00"));
        case("3pm", Some("15:00:00"));
        case("上午9:05", Some("09:05:00"));
        case("中午12点", Some("12:00:00"));
        case("12:30am", Some("00:30:00"));
        case("12:30pm", Some("12:30:00"));
        case("00:00", Some("00:00:00"));
        case("23:59:59", Some("23:59:59"));
        // An evening's twelve o'clock is midnight to some and noon to none: read as written, half past twelve by day.
        for text in [
            "",
            "24:00",
            "23:60",
            "21",
            "9",
            "下午",
            "上午13:00",
            "中午5点",
            "21:4:5:6",
            "21:",
            "点",
        ] {
            case(text, None);
        }
    }

    fn ymd(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-09-20",
            "2026年9月20日",
            "2026年9月20号",
            "２０２６年９月２０號",
            "2026/9/20",
            "20/9/2026",
            "9/20/2026",
            "20-09-2026",
            "20.9.2026",
            "20260920",
            "20 Sep 2026",
            "Sep 20, 2026",
            "20 September 2026",
            "20th September 2026",
            "2026 Sep 20",
        ] {
            assert_eq!(day(text), Ok(Day::Date(ymd("2026-09-20"))), "{text}");
        }
        assert_eq!(day("5/5/2026"), Ok(Day::Date(ymd("2026-05-05"))));
        for text in [
            "9月20日",
            "9月20",
            "９月２０号",
            "9/20",
            "20/9",
            "20 Sep",
            "Sept 20",
        ] {
            assert_eq!(day(text), Ok(Day::NoYear { month: 9, day: 20 }), "{text}");
        }
        assert_eq!(day("昨天"), Ok(Day::FromToday(-1)));
        assert_eq!(day("1900-01-01"), Ok(Day::Date(ymd("1900-01-01"))));
        assert_eq!(day("31/12/2199"), Ok(Day::Date(ymd("2199-12-31"))));
    }

    #[test]
    fn days_that_are_unclear_are_refused_never_guessed() {
        let case = |text: &str, error| assert_eq!(day(text), Err(error), "{text}");
        case(
            "5/9/2026",
            DayError::TwoReadings(ymd("2026-05-09"), ymd("2026-09-05")),
        );
        case("5/9", DayError::TwoDays);
        case("26-9-20", DayError::ShortYear);
        case("20/9/26", DayError::ShortYear);
        case("20 Sep 26", DayError::ShortYear);
        case("2026-02-30", DayError::NoSuchDay);
        case("2026年2月29日", DayError::NoSuchDay);
        case("2月30日", DayError::NoSuchDay);
        case("32/1/2026", DayError::NoSuchDay);
        case("13/13/2026", DayError::NoSuchDay);
        case("31/12/1899", DayError::NoSuchDay);
        case("2200-01-01", DayError::NoSuchDay);
        case("20261301", DayError::NoSuchDay);
        for text in [
            "",
            "abc",
            "9月",
            "2026年9月",
            "2026",
            "sep",
            "20 sep 2026 5",
            "1-2-3-4",
            "9月20日\n",
        ] {
            case(text, DayError::NotADate);
        }
        assert_eq!(
            date("9月20日"),
            Err(DayError::YearMissing { month: 9, day: 20 })
        );
        assert_eq!(date("今天"), Err(DayError::Relative));
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest_on_the_side_that_is_looked_at() {
        let today = ymd("2026-11-25");
        let case = |text, looking, expected| {
            assert_eq!(date_near(text, today, looking), Ok(ymd(expected)), "{text}");
        };
        case("9月20日", Looking::Back, "2026-09-20");
        case("9月20日", Looking::Ahead, "2027-09-20");
        case("12月5日", Looking::Back, "2025-12-05");
        case("12月5日", Looking::Ahead, "2026-12-05");
        case("11月25日", Looking::Back, "2026-11-25");
        case("11月25日", Looking::Ahead, "2026-11-25");
        case("2月29日", Looking::Back, "2024-02-29");
        case("2月29日", Looking::Ahead, "2028-02-29");
        case("昨日", Looking::Ahead, "2026-11-24");
        case("tomorrow", Looking::Back, "2026-11-26");
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

        #[test]
        fn a_day_goes_round_in_every_writing(days in 0_i64..=109_571) {
            let date = plus_days(ymd("1900-01-01"), days);
            let (y, m, d) = (date.year(), date.month(), date.day());
            for text in [format!("{y}年{m}月{d}日"), format!("{y}/{m}/{d}"), date.format("%d %b %Y").to_string()] {
                prop_assert_eq!(day(&text), Ok(Day::Date(date)), "{}", text);
            }
            let british = day(&format!("{d}/{m}/{y}"));
            if d > 12 || d == m {
                prop_assert_eq!(british, Ok(Day::Date(date)));
            } else {
                prop_assert!(matches!(british, Err(DayError::TwoReadings(..))));
            }
        }

        #[test]
        fn no_text_is_a_panic(text in ".{0,24}") {
            let _money = money(&text);
            let _day = day(&text);
            let _rate = rate(&text);
            let _time = time(&text);
        }

        #[test]
        fn no_mixture_of_signs_is_a_panic(text in "[0-9万萬千百亿wk.,年月日号/\\- 元港币$¥-]{0,16}") {
            let _money = money(&text);
            let _day = day(&text);
            let _rate = rate(&text);
        }
    }
}

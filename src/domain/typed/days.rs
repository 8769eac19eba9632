//! Days and times of day as people type them: `9月20日`, `20/9/2026`, `晚上9点40分`.
//!
//! Promises: what can be read in two ways (`5/9/2026`) is refused with both readings; a day without a year stays one.
//! Leaves to others: which year is meant, unless asked with the day that is today.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::domain::calendar::{parse_date, plus_days};
use crate::domain::money::half_width;

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

/// The months in English, in small letters.
pub const MONTHS: [&str; 12] = [
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

/// `20 sep 2026`, `september 20, 2026`, `20 sep`.
fn named_month(text: &str) -> Option<Result<Day, DayError>> {
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
    }
}

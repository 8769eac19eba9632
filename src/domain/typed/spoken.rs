//! Numbers in running text, as people say them: `两千块`, `一千二`, `八百二十块一毛二`, `0.2万元`, `two thousand`.
//!
//! Promises: a sum is heard whether it stands in digits or in words; times, dates, counts and long numbers of papers
//! are told apart from sums; where people mean two things (`一万二`) the usual one is heard, for nothing is booked on
//! the word of this reader. What goes into the ledger is read by [`money`](super::money), which never guesses.
//! Leaves to others: what a sum in a text means.

mod cash;
mod chinese;
mod english;

pub(super) use chinese::digit;

use crate::domain::money::{Money, half_width};

/// Hundred-millionths: enough for `1.234567万` without a fraction.
const FINE: i128 = 100_000_000;
/// Hundred-millionths in a minor unit.
const MINOR: i128 = 1_000_000;
/// Just less than that: what lifts a fraction to the next one.
const UP: i128 = 999_999;
/// A tenth of a major unit.
const TENTH: i128 = 10_000_000;
/// Half of a major unit.
const HALF: i128 = 50_000_000;
/// Digits without a mark that are too many to be a sum: a phone, an account.
const LONG: usize = 7;

/// What says that a number is a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A sign or word of money beside it.
    Money,
    /// A hundred, a thousand or more in its words, and nothing counted behind it.
    Large,
    /// Nothing.
    Bare,
    /// It is something else: a day, a count, a percentage, a number of a paper.
    Other,
}

/// A number in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Where it begins, in bytes; a sign of money right before it included.
    pub start: usize,
    /// Where it ends, in bytes; words of money behind it included.
    pub end: usize,
    /// Its value as a sum in major units; a fraction of a minor unit counts up.
    pub sum: Money,
    /// What says that it is a sum.
    pub mark: Mark,
}

/// A value read from a place.
#[derive(Clone, Copy, Debug)]
struct Value {
    /// In hundred-millionths.
    fine: i128,
    /// The place after it.
    end: usize,
    /// Whether a hundred or more was said as a word.
    large: bool,
}

/// Every number of a text, in order.
#[must_use]
pub fn numbers(text: &str) -> Vec<Said> {
    let signs: Vec<char> = half_width(text)
        .chars()
        .map(|sign| sign.to_ascii_lowercase())
        .collect();
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let Some((from, end, fine, mark)) = number(&signs, at) else {
            at = at.saturating_add(1);
            continue;
        };
        if let (Some(start), Some(stop)) = (offsets.get(from), offsets.get(end)) {
            let minor = fine.saturating_add(UP) / MINOR;
            found.push(Said {
                start: *start,
                end: *stop,
                sum: Money::from_minor(minor),
                mark,
            });
        }
        at = end.max(at.saturating_add(1));
    }
    found
}

/// Pieces of a text between its signs; a comma or a point inside a number parts nothing.
#[must_use]
pub fn clauses(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let end = at.saturating_add(sign.len_utf8());
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let parts = match sign {
            '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' => true,
            '，' => !next.is_some_and(char::is_numeric),
            ',' | '.' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if parts {
            found.extend(text.get(start..at));
            start = end;
        }
    }
    found.extend(text.get(start..));
    found
}

/// A whole number that is all of the text, in digits or Chinese numerals: the `70` of article 70, the `七十` of 第七十条.
#[must_use]
pub fn whole(text: &str) -> Option<u32> {
    let signs: Vec<char> = half_width(text).chars().collect();
    let value = chinese::value(&signs, 0).filter(|value| value.end == signs.len())?;
    u32::try_from(value.fine / FINE)
        .ok()
        .filter(|_| value.fine % FINE == 0)
}

/// The number that begins at a place: from where, to where, how much, and what it is.
fn number(signs: &[char], at: usize) -> Option<(usize, usize, i128, Mark)> {
    let value = match signs.get(at)? {
        sign if sign.is_ascii_alphabetic() => {
            if before(signs, at).is_some_and(char::is_ascii_alphanumeric) {
                return None;
            }
            english::value(signs, at, None)?
        }
        _ => {
            let read = chinese::value(signs, at)?;
            // `2 thousand`, `2.5 hundred`.
            let digits = signs.get(at).is_some_and(char::is_ascii_digit);
            digits
                .then(|| english::value(signs, at, Some(read)))
                .flatten()
                .unwrap_or(read)
        }
    };
    let symbol = before(signs, at).is_some_and(|sign| matches!(sign, '¥' | '$'));
    let from = if symbol { at.saturating_sub(1) } else { at };
    let tail = cash::tail(signs, &value);
    let money = symbol || tail.is_some() || named_before(signs, at);
    let (fine, end) = tail.unwrap_or((value.fine, value.end));
    let words = signs.get(at).is_some_and(|sign| !sign.is_ascii_digit());
    let mark = if money {
        Mark::Money
    } else if is_other(signs, at, &value, words) {
        Mark::Other
    } else if value.large {
        Mark::Large
    } else {
        Mark::Bare
    };
    Some((from, end, fine, mark))
}

fn before(signs: &[char], at: usize) -> Option<&char> {
    signs.get(at.checked_sub(1)?)
}

/// The text that begins at a place, spaces left out in front.
fn starts(signs: &[char], at: usize, word: &str) -> Option<usize> {
    let mut place = at;
    while signs.get(place) == Some(&' ') {
        place = place.saturating_add(1);
    }
    for sign in word.chars() {
        if signs.get(place) != Some(&sign) {
            return None;
        }
        place = place.saturating_add(1);
    }
    // A Latin word ends where it ends.
    let latin = word
        .chars()
        .next_back()
        .is_some_and(|sign| sign.is_ascii_alphabetic());
    let goes_on = signs.get(place).is_some_and(char::is_ascii_alphabetic);
    (!(latin && goes_on)).then_some(place)
}

fn any(signs: &[char], at: usize, words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| starts(signs, at, word))
}

/// Whether the text before a place ends with a word, a space between or none.
fn ends(signs: &[char], at: usize, word: &str) -> bool {
    let mut place = at;
    while place > 0 && signs.get(place.saturating_sub(1)) == Some(&' ') {
        place = place.saturating_sub(1);
    }
    let length = word.chars().count();
    place
        .checked_sub(length)
        .and_then(|from| signs.get(from..place))
        .is_some_and(|text| text.iter().copied().eq(word.chars()))
}

fn named_before(signs: &[char], at: usize) -> bool {
    [
        "rmb",
        "cny",
        "hkd",
        "hk$",
        "人民币",
        "人民幣",
        "港币",
        "港幣",
        "港元",
        "港纸",
        "港紙",
    ]
    .iter()
    .any(|word| ends(signs, at, word))
}

/// What is counted, when, or a part of something: no sum.
const COUNTED: [&str; 67] = [
    "月", "日", "号", "號", "年", "期", "点", "點", "天", "个", "個", "次", "家", "%", "厘", "岁",
    "歲", ":", "分", "秒", "小时", "小時", "周", "週", "星期", "礼拜", "禮拜", "人", "位", "份",
    "条", "條", "项", "項", "页", "頁", "倍", "成", "折", "遍", "通", "封", "句", "件", "种", "種",
    "样", "樣", "张", "張", "笔", "筆", "字", "months", "month", "days", "day", "times", "time",
    "years", "year", "weeks", "week", "hours", "minutes", "percent", "per cent",
];
/// More of them, in English.
const COUNTED_ENGLISH: [&str; 16] = [
    "instalments",
    "instalment",
    "installments",
    "payments",
    "plans",
    "loans",
    "lenders",
    "calls",
    "people",
    "o'clock",
    "am",
    "pm",
    "a.m",
    "p.m",
    "-month",
    "more",
];

fn is_other(signs: &[char], at: usize, value: &Value, words: bool) -> bool {
    if any(signs, value.end, &COUNTED)
        .or_else(|| any(signs, value.end, &COUNTED_ENGLISH))
        .is_some()
        || ends(signs, at, "第")
        || ends(signs, at, "分之")
    {
        return true;
    }
    if words {
        return false;
    }
    let joined = |sign: Option<&char>| {
        sign.is_some_and(|sign| {
            sign.is_ascii_alphabetic()
                || matches!(sign, '-' | '_' | ':' | '/' | '〔' | '[' | '#' | '@')
        })
    };
    let count = value.end.saturating_sub(at);
    let padded = signs.get(at) == Some(&'0')
        && signs
            .get(at.saturating_add(1))
            .is_some_and(char::is_ascii_digit);
    let day = value.fine <= FINE.saturating_mul(31)
        && super::MONTHS
            .iter()
            .any(|name| starts(signs, value.end, name).is_some());
    joined(before(signs, at))
        || joined(signs.get(value.end))
        || day
        || padded
        || (count >= LONG
            && !value.large
            && !signs
                .get(at..value.end)
                .is_some_and(|run| run.contains(&',')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each number of a text: its sum and whether it is money, large, bare or something else.
    fn read(text: &str) -> Vec<(String, Mark)> {
        numbers(text)
            .into_iter()
            .map(|said| (said.sum.to_string(), said.mark))
            .collect()
    }

    fn one(text: &str, sum: &str, mark: Mark) {
        let sum = Money::parse(sum).unwrap().to_string();
        assert_eq!(read(text), [(sum, mark)], "{text}");
    }

    #[test]
    fn sums_with_a_word_of_money() {
        // What each says, worked by the reader of the table: numerals times their units.
        for (text, sum) in [
            ("二千元", "2000"),
            ("两千块", "2000"),
            ("兩千蚊", "2000"),
            ("一千五百元", "1500"),
            ("2千元", "2000"),
            ("0.2万元", "2000"),
            ("０．２万元", "2000"),
            ("2000元", "2000"),
            ("￥2,000", "2000"),
            ("２０００元", "2000"),
            ("HK$3,000", "3000"),
            ("港幣三千", "3000"),
            ("两千块钱", "2000"),
            ("一千多块", "1000"),
            ("贰仟元整", "2000"),
            ("壹万贰仟叁佰元", "12300"),
            ("廿蚊", "20"),
            ("廿五蚊", "25"),
            ("卅蚊", "30"),
            ("千二蚊", "1200"),
            ("萬五蚊", "15000"),
            ("一萬蚊", "10000"),
            ("八百二十块一毛二", "820.12"),
            ("七百三十一块九毛五", "731.95"),
            ("七百三十一块九毛五分", "731.95"),
            ("七百三十一蚊九毫半", "731.95"),
            ("731元9角5分", "731.95"),
            ("八百块零五分", "800.05"),
            ("三块五", "3.50"),
            ("三块五一", "3.51"),
            ("两块半", "2.50"),
            ("五毛", "0.50"),
            ("五毛五", "0.55"),
            ("三角钱", "0.30"),
            ("一分钱", "0.01"),
            ("七百三十一点九五元", "731.95"),
            ("三点五万元", "35000"),
            ("十二元", "12"),
            ("十万元", "100000"),
            ("一百万元", "1000000"),
            ("一亿两千万元", "120000000"),
            ("两三千块", "3000"),
            ("二零零零元", "2000"),
            ("two thousand yuan", "2000"),
            ("two-thousand dollars", "2000"),
            ("a thousand yuan", "1000"),
            ("fifteen hundred dollars", "1500"),
            ("twelve hundred and fifty yuan", "1250"),
            ("two and a half thousand yuan", "2500"),
            ("one point five thousand yuan", "1500"),
            ("eight hundred and twenty yuan and twelve cents", "820.12"),
            ("1.2k yuan", "1200"),
            ("RMB 2000", "2000"),
            ("2000rmb", "2000"),
            ("fifty cents", "0.50"),
            ("a hundred bucks", "100"),
        ] {
            one(text, sum, Mark::Money);
        }
    }

    #[test]
    fn sums_without_a_word_of_money() {
        for (text, sum) in [
            ("两千", "2000"),
            ("一千二", "1200"),
            ("一千零二", "1002"),
            ("一千零五十", "1050"),
            ("一万二千", "12000"),
            ("一万零五百", "10500"),
            ("千五", "1500"),
            ("三万", "30000"),
            ("3千", "3000"),
            ("3千5", "3500"),
            ("1.2万", "12000"),
            ("2w", "20000"),
            ("1万2000", "12000"),
            ("two thousand", "2000"),
            ("two thousand five hundred and thirty-one", "2531"),
            ("a couple of thousand", "2000"),
            ("2 thousand", "2000"),
            ("2.5k", "2500"),
            ("five grand", "5000"),
        ] {
            one(text, sum, Mark::Large);
        }
        one("2000", "2000", Mark::Bare);
        one("2,000.50", "2000.50", Mark::Bare);
        one("eighty", "80", Mark::Bare);
        one("一五零零", "1500", Mark::Bare);
        one("七百三十一点九五", "731.95", Mark::Large);
    }

    #[test]
    fn what_is_no_sum_is_told_apart() {
        for text in [
            "3月",
            "12日",
            "二十四期",
            "六点",
            "三个月",
            "十分钟",
            "百分之二十四",
            "24%",
            "第七十条",
            "2026年",
            "20 December",
            "24 instalments",
            "three months",
            "13800000000",
            "007",
            "GD-118",
            "5 times",
            "6 pm",
            "二百次",
            "三分之一",
        ] {
            for (sum, mark) in read(text) {
                assert_eq!(mark, Mark::Other, "{text}: {sum}");
            }
        }
        // Words that hold a numeral and are no number at all.
        for text in [
            "千万不要",
            "万一",
            "百分",
            "几千块",
            "几千五百块",
            "成千上万",
            "hundreds",
            "someone",
            "thousands",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert_eq!(read("我们一块商量")[0].1, Mark::Bare);
        assert_eq!(
            read("3月5号之前还清三万"),
            [
                ("3.00".to_owned(), Mark::Other),
                ("5.00".to_owned(), Mark::Other),
                ("30000.00".to_owned(), Mark::Large)
            ]
        );
    }

    #[test]
    fn places_are_bytes_of_the_text_as_it_stands() {
        let text = "我每个月可以还２千元，好吗？";
        let said = numbers(text)
            .into_iter()
            .find(|said| said.mark == Mark::Money)
            .unwrap();
        assert_eq!(text.get(said.start..said.end), Some("２千元"));
        let text = "I owe ¥2,000.50 now";
        let said = numbers(text)[0];
        assert_eq!(text.get(said.start..said.end), Some("¥2,000.50"));
    }

    #[test]
    fn a_whole_number_in_digits_or_numerals() {
        for (text, number) in [
            ("70", Some(70)),
            ("七十", Some(70)),
            ("六百七十八", Some(678)),
            ("678", Some(678)),
            ("一千一百二十七", Some(1127)),
            ("十", Some(10)),
            ("二百零一", Some(201)),
            ("二〇一", Some(201)),
            ("两", Some(2)),
            ("1.5", None),
            ("七十x", None),
            ("", None),
        ] {
            assert_eq!(whole(text), number, "{text}");
        }
    }
}

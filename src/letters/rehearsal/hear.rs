//! What a person typed, understood by plain keywords: a choice, a yes, a figure, an end; or honestly not.
//!
//! Promises: no guess between two choices that fit alike; a figure is read whether written 1200, 1,200元, 一千二
//! or 1.2k; dates, counts of instalments and times of day are no figures.

use super::tree::{Choice, Names};
use crate::domain::Money;
use crate::domain::money::half_width;

/// What was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Understood {
    /// The borrower ends it.
    Stop,
    /// A choice by number or id: its own words are said.
    Chosen(usize),
    /// A choice, said in the borrower's own words.
    Said(usize),
    /// No choice has that number.
    NoSuchChoice,
    /// A plain yes.
    Yes,
    /// Several choices fit alike, or none.
    Unsure,
}

/// Words that end the practice.
const STOP: &[&str] = &[
    "q",
    "quit",
    "exit",
    "stop",
    "结束",
    "結束",
    "退出",
    "不练了",
    "不練了",
];
/// A plain yes.
const YES: &[&str] = &[
    "好的",
    "好吧",
    "好啊",
    "可以",
    "同意",
    "没问题",
    "沒問題",
    "冇问题",
    "冇問題",
    "我还",
    "我還",
    "我付",
    "ok",
    "okay",
    "yes",
    "fine",
    "agreed",
    "i will pay",
    "i'll pay",
    "all right",
];
/// Whole answers that are a yes and too short to look for inside a sentence.
const YES_ALONE: &[&str] = &["好", "行", "得", "嗯", "对", "對", "成", "y"];
/// A no.
const NO: &[&str] = &[
    "不", "没", "沒", "唔", "冇", "别", "別", " not ", "no ", "n't", "cannot", "never",
];
/// Numbers up to this are the number of a choice; larger ones are a figure.
const MOST_CHOICES: usize = 20;
/// A figure for sure, wherever it stands.
const SURE: usize = 100;

/// What `text` says, with the choices open now and their lines.
pub(super) fn understood(
    text: &str,
    open: &[&'static Choice],
    lines: &[&str],
    next: Option<Money>,
) -> Understood {
    // Both signs for the Cantonese "give" are written.
    let text = half_width(text).trim().to_lowercase().replace('畀', "俾");
    if STOP.contains(&text.as_str()) {
        return Understood::Stop;
    }
    if let Ok(number) = text.trim_end_matches(['.', '、', '。']).parse::<usize>()
        && number <= MOST_CHOICES
    {
        return match number.checked_sub(1).filter(|at| *at < open.len()) {
            Some(at) => Understood::Chosen(at),
            None => Understood::NoSuchChoice,
        };
    }
    if let Some(at) = open.iter().position(|choice| choice.id == text) {
        return Understood::Chosen(at);
    }
    let figure = amount(&text, open.iter().any(|choice| choice.names.is_some()));
    let scores: Vec<usize> = open
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            score(&text, choice, lines.get(at).copied().unwrap_or_default())
                .saturating_add(for_figure(choice, figure, next))
        })
        .collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    let fits: Vec<usize> = (0..scores.len())
        .filter(|at| scores.get(*at) == Some(&best))
        .collect();
    match fits.as_slice() {
        [at] if best > 0 => Understood::Said(*at),
        _ if best == 0 && says_yes(&text) => Understood::Yes,
        _ => Understood::Unsure,
    }
}

/// How well a choice fits: the keywords found, or its own line written out.
fn score(text: &str, choice: &Choice, line: &str) -> usize {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let (said, own) = (bare(text), bare(&half_width(line).to_lowercase()));
    if said.chars().count() >= 4 && (own.contains(&said) || said.contains(&own)) && !own.is_empty()
    {
        return SURE;
    }
    choice
        .hear
        .iter()
        .filter(|word| text.contains(word.as_str()))
        .count()
}

/// A figure speaks for the line that names one.
fn for_figure(choice: &Choice, figure: Option<Money>, next: Option<Money>) -> usize {
    match (choice.names, figure) {
        (Some(Names::Next), Some(sum)) if Some(sum) == next => 3,
        (Some(Names::Offer), Some(_)) => 2,
        (Some(Names::Next), Some(_)) => 1,
        _ => 0,
    }
}

fn says_yes(text: &str) -> bool {
    let alone = text.trim_end_matches(['.', '。', ',', '，', '!', '！', '吧', '啊', '呀', '嘅']);
    if YES_ALONE.contains(&alone) {
        return true;
    }
    let clear = ["没问题", "沒問題", "冇问题", "冇問題"]
        .iter()
        .any(|word| text.contains(word));
    let no = NO.iter().any(|word| text.contains(word));
    YES.iter().any(|word| text.contains(word)) && (clear || !no)
}

/// Signs before an amount.
const BEFORE: [char; 3] = ['¥', '￥', '$'];
/// Words after an amount.
const AFTER: &[&str] = &[
    "元", "块", "塊", "蚊", "yuan", "rmb", "hkd", "dollar", "百", "千", "万", "萬", "k",
];
/// Words after a number that is no amount.
const NO_AMOUNT: &[&str] = &[
    "月",
    "日",
    "号",
    "號",
    "年",
    "期",
    "点",
    "點",
    "天",
    "个",
    "個",
    "次",
    "家",
    "%",
    "厘",
    "岁",
    "歲",
    ":",
    "th",
    "st",
    "nd",
    "rd",
    " month",
    " day",
    " time",
    " instal",
    " year",
    " january",
    " february",
    " march",
    " april",
    " may",
    " june",
    " july",
    " august",
    " september",
    " october",
    " november",
    " december",
];
/// A bare number below this is no amount.
const LEAST: i128 = 1_000;

/// The largest amount in a text. A bare number counts only where a figure was asked for.
pub(super) fn amount(text: &str, asked: bool) -> Option<Money> {
    let text = half_width(text).to_lowercase();
    let signs: Vec<char> = text.chars().collect();
    let mut largest: Option<Money> = chinese(&signs);
    let mut at = 0_usize;
    while at < signs.len() {
        let Some((number, after)) = number(&signs, at) else {
            at = at.saturating_add(1);
            continue;
        };
        let rest: String = signs.iter().skip(after).take(12).collect();
        let rest_close = rest.trim_start();
        let marked = at
            .checked_sub(1)
            .and_then(|before| signs.get(before))
            .is_some_and(|sign| BEFORE.contains(sign))
            || AFTER.iter().any(|word| rest_close.starts_with(word));
        let other = NO_AMOUNT
            .iter()
            .any(|word| rest.starts_with(word) || rest_close.starts_with(word));
        let sum = Money::parse(&number)
            .ok()
            .and_then(|sum| times(sum, rest_close))
            .map(|sum| sum + cents(&signs, after));
        if let Some(sum) = sum
            && (marked || (asked && !other && sum.minor() >= LEAST))
        {
            largest = largest.max(Some(sum));
        }
        at = after;
    }
    largest
}

/// The number that begins at a place, without its thousands signs, and the place after it.
fn number(signs: &[char], at: usize) -> Option<(String, usize)> {
    if !signs.get(at)?.is_ascii_digit() {
        return None;
    }
    let mut text = String::new();
    let mut end = at;
    while let Some(sign) = signs.get(end) {
        let next_is_digit = signs
            .get(end.saturating_add(1))
            .is_some_and(char::is_ascii_digit);
        match sign {
            sign if sign.is_ascii_digit() => text.push(*sign),
            ',' if next_is_digit => {}
            '.' if next_is_digit && !text.contains('.') => text.push('.'),
            _ => break,
        }
        end = end.saturating_add(1);
    }
    Some((text, end))
}

/// `3千`, `1.2万`, `2k`.
fn times(sum: Money, rest: &str) -> Option<Money> {
    let factor = match rest.chars().next() {
        Some('百') => 100,
        Some('千' | 'k') => 1_000,
        Some('万' | '萬') => 10_000,
        _ => 1,
    };
    sum.minor().checked_mul(factor).map(Money::from_minor)
}

/// The largest amount written in Chinese numerals with a hundred, thousand or ten thousand in it.
fn chinese(signs: &[char]) -> Option<Money> {
    let mut largest = None;
    let mut end = 0_usize;
    for run in signs.split(|sign| digit(*sign).is_none() && unit(*sign).is_none()) {
        end = end.saturating_add(run.len());
        let big = run.iter().any(|sign| matches!(unit(*sign), Some(100..)));
        if big && run.first().is_some_and(|sign| digit(*sign).is_some()) {
            let sum = value(run).map(|sum| sum + cents(signs, end));
            largest = largest.max(sum);
        }
        end = end.saturating_add(1);
    }
    largest
}

/// What follows a whole amount: `块九毛五`, `元9角`, `蚊五毫`, `块九`, `元零五分`; nothing where no word for the unit
/// stands there.
fn cents(signs: &[char], at: usize) -> Money {
    let figure = |sign: char| digit(sign).or(sign.to_digit(10).map(i128::from));
    let mut rest = signs.iter().copied().skip(at).peekable();
    if !rest
        .next()
        .is_some_and(|sign| "元块塊圆圓蚊".contains(sign))
    {
        return Money::ZERO;
    }
    let Some(first) = rest.next().and_then(figure) else {
        return Money::ZERO;
    };
    let after = rest.next();
    let minor = match after {
        Some('毛' | '角' | '毫') => {
            let last = rest.next().and_then(figure);
            first.saturating_mul(10).saturating_add(last.unwrap_or(0))
        }
        Some('分') => first,
        Some(sign) if first == 0 => figure(sign).unwrap_or(0),
        // 块九 is ninety cents; a count of something else begins otherwise.
        None => first.saturating_mul(10),
        Some(sign) if sign.is_whitespace() || "，。、；！？,.;!?".contains(sign) => {
            first.saturating_mul(10)
        }
        Some(_) => 0,
    };
    Money::from_minor(minor)
}

fn value(run: &[char]) -> Option<Money> {
    let (mut whole, mut part, mut last) = (0_i128, 0_i128, 0_i128);
    let mut smallest = 1_i128;
    for sign in run {
        match (digit(*sign), unit(*sign)) {
            (Some(digit), _) => last = digit,
            (None, Some(10_000)) => {
                whole = part.checked_add(last)?.checked_mul(10_000)?;
                (part, last, smallest) = (0, 0, 10_000);
            }
            (None, Some(unit)) => {
                part = part.checked_add(last.max(1).checked_mul(unit)?)?;
                (last, smallest) = (0, unit);
            }
            (None, None) => {}
        }
    }
    // 一千二 is 1,200; 一千零二 is 1,002.
    let short = run.len() >= 2
        && !run.contains(&'零')
        && run
            .get(run.len().saturating_sub(2))
            .is_some_and(|sign| unit(*sign).is_some());
    let tail = if short {
        last.checked_mul(smallest.checked_div(10).unwrap_or(1).max(1))?
    } else {
        last
    };
    let yuan = whole.checked_add(part)?.checked_add(tail)?;
    yuan.checked_mul(100).map(Money::from_minor)
}

const fn digit(sign: char) -> Option<i128> {
    Some(match sign {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

const fn unit(sign: char) -> Option<i128> {
    Some(match sign {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' | '萬' => 10_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let case = |text: &str, asked, yuan: Option<i128>| {
            let expected = yuan.map(|yuan| Money::from_minor(yuan * 100));
            assert_eq!(amount(text, asked), expected, "{text}");
        };
        case("每月1200元", false, Some(1200));
        case("我每个月还１，２００块", false, Some(1200));
        case("HK$3,000 from 12 December", true, Some(3000));
        case("两千", false, Some(2000));
        case("一千二", false, Some(1200));
        case("一千零五十", false, Some(1050));
        case("一万二千", false, Some(12_000));
        case("3千", false, Some(3000));
        case("1.2万", false, Some(12_000));
        case("I can pay 800", true, Some(800));
        case("I can pay 800", false, None);
        case("12月20日，24期", true, None);
        case("六点前打来", true, None);
        case("20 December at 18:00", true, None);
        let cents = |text: &str, minor| {
            assert_eq!(
                amount(text, false),
                Some(Money::from_minor(minor)),
                "{text}"
            );
        };
        cents("七百三十一块九毛五", 73_195);
        cents("每月七百三十一塊九", 73_190);
        cents("我每個月還七百三十一蚊五毫。", 73_150);
        cents("七百三十一元零五分", 73_105);
        cents("731块9毛5", 73_195);
        cents("七百三十一块，九期", 73_100);
        cents("七百三十一块九期还", 73_100);
        cents("两千块", 200_000);
        case("第一百货", false, Some(100)); // a shop: read as a figure, and harmless
    }

    #[test]
    fn a_yes_is_a_yes_and_a_no_is_not() {
        for yes in [
            "好",
            "好吧",
            "行",
            "可以",
            "没问题",
            "OK",
            "yes, fine",
            "我还",
        ] {
            assert!(says_yes(&yes.to_lowercase()), "{yes}");
        }
        for no in ["不行", "不可以", "今天没有钱", "I will not", "冇"] {
            assert!(!says_yes(&no.to_lowercase()), "{no}");
        }
    }
}

//! Numbers in English words: `two thousand five hundred and thirty-one`, `fifteen hundred`, `2.5 thousand`.

use super::{FINE, HALF, TENTH, Value, starts};

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// What a word adds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Below twenty.
    One(i128),
    /// Twenty to ninety.
    Ten(i128),
    /// A hundred or more.
    Scale(i128),
}

fn word(signs: &[char], at: usize) -> Option<(Word, usize)> {
    let (text, end) = letters(signs, at)?;
    let place = |words: &[&str]| {
        words
            .iter()
            .position(|word| *word == text)
            .and_then(|place| i128::try_from(place).ok())
    };
    let word = match text.as_str() {
        "hundred" => Word::Scale(100),
        "thousand" | "grand" => Word::Scale(1_000),
        "million" => Word::Scale(1_000_000),
        _ => match (place(&ONES), place(&TENS)) {
            (Some(value), _) => Word::One(value),
            (None, Some(value)) => Word::Ten(value.saturating_mul(10).saturating_add(20)),
            (None, None) => return None,
        },
    };
    Some((word, end))
}

/// The Latin word at a place, with spaces or a hyphen before it.
fn letters(signs: &[char], at: usize) -> Option<(String, usize)> {
    let mut from = at;
    while matches!(signs.get(from), Some(' ' | '-')) {
        from = from.saturating_add(1);
    }
    let text: String = signs
        .iter()
        .skip(from)
        .take_while(|sign| sign.is_ascii_alphabetic())
        .collect();
    let end = from.saturating_add(text.len());
    (!text.is_empty()).then_some((text, end))
}

fn scale(signs: &[char], at: usize) -> Option<(i128, usize)> {
    match word(signs, at)? {
        (Word::Scale(times), end) => Some((times, end)),
        _ => None,
    }
}

/// What begins a number without being one: `a thousand`, `a couple of hundred`.
fn opening(signs: &[char], at: usize) -> Option<(i128, usize)> {
    for (words, value) in [("a couple of", 2), ("a", 1)] {
        if let Some(end) = starts(signs, at, words)
            && scale(signs, end).is_some()
        {
            return Some((value, end));
        }
    }
    None
}

/// The value that begins at a place; `first` are digits that stand before a word of size.
pub(super) fn value(signs: &[char], from: usize, first: Option<Value>) -> Option<Value> {
    let (mut total, mut current, mut large) = (0_i128, 0_i128, false);
    let mut last: Option<Word> = None;
    let mut at = from;
    if let Some(first) = first {
        scale(signs, first.end)?;
        (current, at) = (first.fine, first.end);
    } else if let Some((value, end)) = opening(signs, from) {
        (current, at) = (FINE.saturating_mul(value), end);
    }
    loop {
        if let Some((fine, end)) = half(signs, at, current) {
            (current, at) = (fine, end);
            continue;
        }
        let joined = starts(signs, at, "and").filter(|_| matches!(last, Some(Word::Scale(_))));
        let Some((word, end)) = word(signs, joined.unwrap_or(at)) else {
            break;
        };
        match word {
            Word::One(value) => {
                let room = match last {
                    None | Some(Word::Scale(_)) => true,
                    Some(Word::Ten(_)) => (1..10).contains(&value),
                    Some(Word::One(_)) => false,
                };
                if !room {
                    break;
                }
                current = current.checked_add(FINE.saturating_mul(value))?;
            }
            Word::Ten(value) => {
                if matches!(last, Some(Word::One(_) | Word::Ten(_))) {
                    break;
                }
                current = current.checked_add(FINE.saturating_mul(value))?;
            }
            Word::Scale(times) => {
                if current == 0 {
                    break;
                }
                large = true;
                current = current.checked_mul(times)?;
                if times > 100 {
                    total = total.checked_add(current)?;
                    current = 0;
                }
            }
        }
        (last, at) = (Some(word), end);
    }
    last?;
    Some(Value {
        fine: total.checked_add(current)?,
        end: at,
        large,
    })
}

/// `two and a half thousand`, `one point five thousand`: what stands before a word of size.
fn half(signs: &[char], at: usize, current: i128) -> Option<(i128, usize)> {
    if current == 0 {
        return None;
    }
    if let Some(end) = starts(signs, at, "and a half") {
        return scale(signs, end).map(|_| (current.saturating_add(HALF), end));
    }
    let end = starts(signs, at, "point")?;
    match word(signs, end)? {
        (Word::One(tenths), end) if tenths < 10 => {
            scale(signs, end).map(|_| (current.saturating_add(TENTH.saturating_mul(tenths)), end))
        }
        _ => None,
    }
}

/// `and twelve cents`, `12 cents`: how many, and where it ends.
pub(super) fn cents(signs: &[char], at: usize) -> Option<(i128, usize)> {
    let from = starts(signs, at, "and").unwrap_or(at);
    let spaces = signs
        .iter()
        .skip(from)
        .take_while(|sign| **sign == ' ')
        .count();
    let start = from.saturating_add(spaces);
    let value = super::chinese::value(signs, start)
        .filter(|_| signs.get(start).is_some_and(char::is_ascii_digit))
        .or_else(|| value(signs, start, None))?;
    let end = starts(signs, value.end, "cents").or_else(|| starts(signs, value.end, "cent"))?;
    Some((value.fine / FINE, end))
}

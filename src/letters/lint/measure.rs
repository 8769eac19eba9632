//! How long words are: the measures of practice.md §5.1.
//!
//! Promises: lengths are counted as people hear them; a date is one figure, a time of day none.

use super::Problem;
use crate::domain::lang::Lang;
use crate::report::blank;

/// Most of everything, by language: characters in Chinese, words in English.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    /// A spoken sentence.
    pub sentence: usize,
    /// A spoken turn.
    pub turn: usize,
    /// A message; characters in every language.
    pub message: usize,
    /// The body of a letter.
    pub letter: usize,
}

/// The measures of a language (practice.md §5.1).
#[must_use]
pub fn measures(lang: Lang) -> Measures {
    match lang {
        Lang::ZhHans | Lang::ZhHant => Measures {
            sentence: 28,
            turn: 95,
            message: 70,
            letter: 450,
        },
        Lang::En => Measures {
            sentence: 16,
            turn: 50,
            message: 160,
            letter: 250,
        },
    }
}

/// Sentences and figures in one turn.
const IN_A_TURN: (usize, usize) = (4, 3);

/// A turn held against the measures.
pub(super) fn measured(turn: &str, lang: Lang) -> Vec<Problem> {
    let mut problems = Vec::new();
    let most = measures(lang);
    let filled = blank::unlabelled(turn);
    let turn = filled.as_ref();
    let sentences: Vec<&str> = sentences(turn, lang);
    for sentence in &sentences {
        let length = length(sentence, lang);
        if length > most.sentence {
            problems.push(Problem::Sentence {
                text: (*sentence).to_owned(),
                length,
            });
        }
    }
    let whole = length(turn, lang);
    if whole > most.turn {
        problems.push(Problem::Turn {
            text: turn.to_owned(),
            length: whole,
        });
    }
    let figures = figures(turn);
    if sentences.len() > IN_A_TURN.0 || figures > IN_A_TURN.1 {
        problems.push(Problem::Crowded {
            text: turn.to_owned(),
            sentences: sentences.len(),
            figures,
        });
    }
    problems
}

/// The length of a text: characters of Chinese (signs not counted), words of English.
#[must_use]
pub fn length(text: &str, lang: Lang) -> usize {
    match lang {
        Lang::ZhHans | Lang::ZhHant => text.chars().filter(|c| c.is_alphanumeric()).count(),
        Lang::En => text
            .split_whitespace()
            .filter(|word| word.chars().any(|c| c.is_alphanumeric() || c == '_'))
            .count(),
    }
}

pub(super) fn sentences(text: &str, lang: Lang) -> Vec<&str> {
    let ends: &[char] = match lang {
        Lang::ZhHans | Lang::ZhHant => &['。', '！', '？', '；', '\n'],
        Lang::En => &['?', '!', ';', '\n'],
    };
    text.split(ends)
        .flat_map(|piece| match lang {
            Lang::En => piece.split(". ").collect::<Vec<_>>(),
            Lang::ZhHans | Lang::ZhHant => vec![piece],
        })
        .map(|piece| piece.trim().trim_end_matches('.'))
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .collect()
}

/// Amounts and dates in a text: a date counts once, a time of day not at all.
pub(super) fn figures(text: &str) -> usize {
    let mut count = 0_usize;
    let mut inside = false;
    let mut joined = false;
    let text = years_left_out(&times_left_out(text));
    for sign in text.chars() {
        if sign.is_ascii_digit() {
            if !inside && !joined {
                count = count.saturating_add(1);
            }
            inside = true;
            joined = false;
        } else if inside && matches!(sign, ',' | '.' | '-') {
            // Still the same figure.
        } else if inside && matches!(sign, '年' | '月') {
            inside = false;
            joined = true;
        } else {
            inside = false;
            joined = false;
        }
    }
    count
}

/// The text without its times of day (`18:00`).
fn times_left_out(text: &str) -> String {
    text.split([' ', '、', '–', '，', '。'])
        .filter(|word| !word.contains(':'))
        .collect::<Vec<_>>()
        .join(" ")
}

/// `25 March 2027` is one figure: its year is left out.
fn years_left_out(text: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut kept = Vec::new();
    let mut after_month = false;
    for word in text.split(' ') {
        let is_year = word.chars().take(4).filter(char::is_ascii_digit).count() == 4;
        if !(after_month && is_year) {
            kept.push(word);
        }
        after_month = MONTHS.contains(&word);
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::lint::spoken;

    #[test]
    fn lengths_are_counted_as_people_hear_them() {
        assert_eq!(length("我每月能还1,200元。", Lang::ZhHans), 10);
        assert_eq!(length("I can pay ¥1,200 a month.", Lang::En), 6);
        assert_eq!(figures("12月20日起每月1,200元，共24期"), 3);
        assert_eq!(figures("2026年12月20日"), 1);
        assert_eq!(figures("¥1,100.16 on 20 December"), 2);
        assert_eq!(figures("from 25 March 2027, after 18:00"), 1);
    }

    #[test]
    fn long_and_crowded_turns_are_found() {
        let long = "很".repeat(29);
        assert!(matches!(
            spoken(&long, Lang::ZhHans).as_slice(),
            [Problem::Sentence { length: 29, .. }]
        ));
        let crowded = "好。好。好。好。好。";
        assert!(matches!(
            spoken(crowded, Lang::ZhHans).as_slice(),
            [Problem::Crowded { sentences: 5, .. }]
        ));
    }
}

//! The word linter: measures every text against practice.md §5.1, §5.2 and §5.5.
//!
//! Spoken words (quotes of a script) and whole letters are measured; talk to the borrower around a quote may name
//! what must not be said. Used by tests, and by people who write their own templates.

mod lists;

use lists::{COMPLAINTS, DEMANDS, FORBIDDEN, LAWS, NOT_HONG_KONG, RELATIVES};

use super::brief::Brief;
use super::markup::blank_sign;
use crate::domain::lang::Lang;
use crate::report::document::{Block, Cell, Document};

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A word that is never used.
    Forbidden(&'static str),
    /// A demand or threat where only a request may stand.
    Demand(&'static str),
    /// A complaint in a text about money.
    Complaint(&'static str),
    /// A relative who would pay.
    RelativePays(&'static str),
    /// A mainland word in a text for Hong Kong readers.
    NotHongKong(&'static str),
    /// A law that does not apply to this lender or product.
    LawDoesNotApply(&'static str),
    /// More than one law.
    TooManyLaws(usize),
    /// A sentence too long to say.
    Sentence {
        /// The sentence.
        text: String,
        /// Its length.
        length: usize,
    },
    /// A turn too long to say.
    Turn {
        /// The turn.
        text: String,
        /// Its length.
        length: usize,
    },
    /// A turn of too many sentences or figures.
    Crowded {
        /// The turn.
        text: String,
        /// Sentences.
        sentences: usize,
        /// Figures.
        figures: usize,
    },
    /// A message that does not fit.
    Message(usize),
    /// A letter that does not fit on a page.
    Letter(usize),
    /// A slot that was not filled.
    OpenSlot(String),
    /// A letter without the borrower's own words, not even a blank for them.
    NoOwnWords,
}

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

/// Problems of a script: its quotes as turns, all of it for forbidden words.
#[must_use]
pub fn script(document: &Document, brief: &Brief) -> Vec<Problem> {
    let mut problems = everywhere(document);
    let mut said = String::new();
    for block in &document.blocks {
        if let Block::Quote(turn) = block {
            problems.extend(measured(turn, document.lang));
            said.push_str(turn);
            said.push('\n');
        }
    }
    problems.extend(voice(&said));
    problems.extend(law(&said, brief));
    problems
}

/// Problems of words to be said in one turn.
#[must_use]
pub fn spoken(turn: &str, lang: Lang) -> Vec<Problem> {
    let mut problems = voice(turn);
    problems.extend(measured(turn, lang));
    problems
}

/// A turn held against the measures.
fn measured(turn: &str, lang: Lang) -> Vec<Problem> {
    let mut problems = Vec::new();
    let most = measures(lang);
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

/// Problems of a letter. `own_words` is the borrower's paragraph, if it was written.
#[must_use]
pub fn letter(document: &Document, brief: &Brief) -> Vec<Problem> {
    let mut problems = everywhere(document);
    let body = body(document);
    problems.extend(voice(&body));
    problems.extend(law(&body, brief));
    let length = length(&body, document.lang);
    if length > measures(document.lang).letter {
        problems.push(Problem::Letter(length));
    }
    let own = brief
        .borrower
        .hardship
        .iter()
        .find_map(|ground| ground.own_words.as_deref())
        .map(str::trim)
        .filter(|words| !words.is_empty());
    let there = document.blocks.iter().any(|block| match block {
        Block::Paragraph(text) => match own {
            Some(words) => collapsed(text) == collapsed(words),
            None => text == blank_sign(document.lang),
        },
        _ => false,
    });
    if !there {
        problems.push(Problem::NoOwnWords);
    }
    problems
}

/// Problems of a message: its one quote.
#[must_use]
pub fn message(document: &Document) -> Vec<Problem> {
    let mut problems = everywhere(document);
    for block in &document.blocks {
        if let Block::Quote(text) = block {
            problems.extend(voice(text));
            let length = match document.lang {
                Lang::En => text.chars().count(),
                Lang::ZhHans | Lang::ZhHant => length(text, document.lang),
            };
            if length > measures(document.lang).message {
                problems.push(Problem::Message(length));
            }
        }
    }
    problems
}

/// What holds of every text whatever it is.
#[must_use]
pub fn everywhere(document: &Document) -> Vec<Problem> {
    let text = whole(document);
    let mut problems: Vec<Problem> = found(&text, FORBIDDEN).map(Problem::Forbidden).collect();
    if document.lang == Lang::ZhHant {
        problems.extend(found(&text, NOT_HONG_KONG).map(Problem::NotHongKong));
    }
    for open in ["{{", "}}", "{%", "%}", "\u{e000}", "\u{e001}", "\u{e002}"] {
        if text.contains(open) {
            problems.push(Problem::OpenSlot(open.to_owned()));
        }
    }
    problems
}

/// What the borrower never says.
fn voice(text: &str) -> Vec<Problem> {
    found(text, DEMANDS)
        .map(Problem::Demand)
        .chain(found(text, COMPLAINTS).map(Problem::Complaint))
        .chain(found(text, RELATIVES).map(Problem::RelativePays))
        .collect()
}

fn found<'a>(
    text: &'a str,
    words: &'static [&'static str],
) -> impl Iterator<Item = &'static str> + 'a {
    let lower = text.to_lowercase();
    words
        .iter()
        .copied()
        .filter(move |word| lower.contains(&word.to_lowercase()))
}

fn law(text: &str, brief: &Brief) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut cited = 0_usize;
    for law in LAWS {
        if law.marks.iter().any(|mark| text.contains(mark)) {
            cited = cited.saturating_add(1);
            if !(law.for_whom)(brief) {
                problems.push(Problem::LawDoesNotApply(law.name));
            }
        }
    }
    let titles = text.matches('《').count();
    if cited.max(titles) > 1 {
        problems.push(Problem::TooManyLaws(cited.max(titles)));
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

fn sentences(text: &str, lang: Lang) -> Vec<&str> {
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
fn figures(text: &str) -> usize {
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

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All of a document's text.
#[must_use]
pub fn whole(document: &Document) -> String {
    let mut text = document.title.clone();
    for block in &document.blocks {
        text.push('\n');
        text.push_str(&words_of(block));
    }
    text
}

/// The body of a letter: paragraphs and lists.
fn body(document: &Document) -> String {
    document
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Paragraph(_) | Block::List { .. }))
        .map(words_of)
        .collect::<Vec<_>>()
        .join("\n")
}

fn words_of(block: &Block) -> String {
    match block {
        Block::Heading { text, .. }
        | Block::Paragraph(text)
        | Block::Note { text, .. }
        | Block::Quote(text)
        | Block::Command(text) => text.clone(),
        Block::List { items, .. } => items.join("\n"),
        Block::KeyValues(pairs) => pairs
            .iter()
            .map(|(label, value)| match value {
                Cell::Text(value) => format!("{label} {value}"),
                _ => label.clone(),
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table(table) => table.columns.join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_the_borrower_never_says_is_found() {
        assert_eq!(
            spoken("你们必须给我减免，否则我投诉。", Lang::ZhHans),
            [
                Problem::Demand("必须"),
                Problem::Demand("否则"),
                Problem::Complaint("投诉")
            ]
        );
        assert_eq!(
            spoken("You must stop. My family will pay for me.", Lang::En),
            [
                Problem::Demand(" must "),
                Problem::RelativePays("my family will pay"),
                Problem::RelativePays("pay for me")
            ]
        );
        assert_eq!(spoken("请帮我登记还款困难。", Lang::ZhHans), []);
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

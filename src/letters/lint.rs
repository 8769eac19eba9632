//! The word linter: measures every text against practice.md §5.1, §5.2 and §5.5, and the promises of product.md §7.
//!
//! Spoken words (quotes of a script) and whole letters are measured; talk to the borrower around a quote may name
//! what must not be said. The words themselves are data (`lint/words.toml`), laws come from the rule book. Used by
//! tests, and by people who write their own templates ([`mod@file`]).

mod above;
pub mod file;
mod known;
mod law;
mod lists;
mod measure;

pub use known::Known;
pub use measure::{Measures, length, measures};

use lists::{LISTS, Listed, hits};
use measure::measured;

use super::brief::Brief;
use super::kinds::{Group, Kind};
use crate::domain::Money;
use crate::domain::lang::Lang;
use crate::report::blank;
use crate::report::document::{Block, Cell, Document};
use crate::rules::Standing;

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A word that is never used.
    Forbidden(&'static str),
    /// A demand or threat where only a request may stand.
    Demand(&'static str),
    /// A complaint in a text about money.
    Complaint(&'static str),
    /// Terms in a complaint.
    Terms(&'static str),
    /// A relative who would pay.
    RelativePays(&'static str),
    /// Advice to hide, borrow, forge or flood with complaints.
    Advice(&'static str),
    /// A condition in an acceptance: it would be a new offer.
    Condition(&'static str),
    /// A mainland word in a text for Hong Kong readers.
    NotHongKong(&'static str),
    /// A simplified character in a text for Hong Kong readers.
    Simplified(char),
    /// A law that does not apply to this lender or product.
    LawDoesNotApply(String),
    /// A law that no rule book holds: not verified.
    UnverifiedLaw(String),
    /// More than one law.
    TooManyLaws(usize),
    /// A figure that is neither in the ledger nor worked out from it.
    UnknownFigure(String),
    /// A date that is neither in the ledger nor worked out from it.
    UnknownDate(String),
    /// More a month than can be kept.
    AboveLimit {
        /// As it stands in the text.
        text: String,
        /// What can be kept.
        limit: Money,
    },
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

/// What a letter is for; complaint and negotiation are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Asks for terms: never mentions a complaint, holds the borrower's own words.
    Negotiation,
    /// Accepts terms: adds nothing to them.
    Acceptance,
    /// Asks for papers, or answers a court paper: neither terms nor complaint are its matter.
    Request,
    /// Tells what happened: never speaks of terms.
    Complaint,
}

impl Purpose {
    /// The purpose of a kind of letter.
    #[must_use]
    pub fn of(kind: &Kind) -> Purpose {
        match kind.group {
            Group::Negotiation if kind.letter.as_str() == "acceptance" => Purpose::Acceptance,
            Group::Negotiation => Purpose::Negotiation,
            Group::Request | Group::Court => Purpose::Request,
            Group::Complaint => Purpose::Complaint,
        }
    }
}

/// What is known about the debt a text is for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reader<'a> {
    /// Towards whom: decides which law may be cited.
    pub(crate) standing: Option<Standing>,
    /// The figures and dates a text may name.
    pub(crate) known: Option<&'a Known>,
    /// What can be kept each month.
    pub(crate) limit: Option<Money>,
}

impl<'a> Reader<'a> {
    fn of(brief: &Brief) -> Reader<'a> {
        Reader {
            standing: Some(Standing::of(brief.kind(), brief.product, brief.region)),
            known: None,
            limit: None,
        }
    }

    /// With the figures and dates that may be named.
    fn knowing(brief: &Brief, known: &'a Known) -> Reader<'a> {
        Reader {
            known: Some(known),
            limit: brief.limit_monthly(),
            ..Reader::of(brief)
        }
    }

    fn is_own(&self, percent: &str) -> bool {
        self.known.is_some_and(|known| known.is_own(percent))
    }
}

/// Problems of a script: its quotes as turns, all of it for forbidden words.
#[must_use]
pub fn script(document: &Document, brief: &Brief) -> Vec<Problem> {
    script_for(document, Reader::of(brief))
}

fn script_for(document: &Document, reader: Reader<'_>) -> Vec<Problem> {
    let mut problems = everywhere(document);
    let said = quotes(document);
    for turn in &said {
        problems.extend(measured(turn, document.lang));
    }
    let said = said.join("\n");
    problems.extend(voice(&said, Purpose::Negotiation));
    problems.extend(law::problems(&said, &reader));
    problems.extend(figures(&whole(document), &said, reader));
    problems
}

fn quotes(document: &Document) -> Vec<&str> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Quote(turn) => Some(turn.as_str()),
            _ => None,
        })
        .collect()
}

/// Problems of words to be said in one turn.
#[must_use]
pub fn spoken(turn: &str, lang: Lang) -> Vec<Problem> {
    let mut problems = voice(turn, Purpose::Negotiation);
    problems.extend(measured(turn, lang));
    problems
}

/// Problems of a negotiation letter, with the borrower's own paragraph in it, or a blank for it.
#[must_use]
pub fn letter(document: &Document, brief: &Brief) -> Vec<Problem> {
    let mut problems = letter_for(document, brief, Purpose::Negotiation);
    if !has_own_words(document, brief) {
        problems.push(Problem::NoOwnWords);
    }
    problems
}

/// Problems of a letter of a kind, by what its row says it is for.
#[must_use]
pub fn of_kind(document: &Document, brief: &Brief, kind: &Kind) -> Vec<Problem> {
    let mut problems = letter_for(document, brief, Purpose::of(kind));
    if kind.own_words && !has_own_words(document, brief) {
        problems.push(Problem::NoOwnWords);
    }
    problems
}

/// Problems of a letter of any purpose; whether it holds the borrower's own words is not asked.
#[must_use]
pub fn letter_for(document: &Document, brief: &Brief, purpose: Purpose) -> Vec<Problem> {
    letter_read(document, purpose, Reader::of(brief))
}

fn letter_read(document: &Document, purpose: Purpose, reader: Reader<'_>) -> Vec<Problem> {
    let mut problems = everywhere(document);
    let body = body(document);
    problems.extend(voice(&body, purpose));
    problems.extend(law::problems(&body, &reader));
    problems.extend(figures(&whole(document), &body, reader));
    let length = length(&blank::unlabelled(&body), document.lang);
    if length > measures(document.lang).letter {
        problems.push(Problem::Letter(length));
    }
    problems
}

/// Whether a letter holds the borrower's own paragraph, or a blank for it.
#[must_use]
pub fn has_own_words(document: &Document, brief: &Brief) -> bool {
    let own = brief
        .borrower
        .hardship
        .iter()
        .find_map(|ground| ground.own_words.as_deref())
        .map(str::trim)
        .filter(|words| !words.is_empty());
    document.blocks.iter().any(|block| match block {
        Block::Paragraph(text) => match own {
            Some(words) => collapsed(text).contains(&collapsed(words)),
            None => blank::is_blank(text),
        },
        _ => false,
    })
}

/// Problems of a message: its one quote.
#[must_use]
pub fn message(document: &Document) -> Vec<Problem> {
    message_read(document, Reader::default())
}

fn message_read(document: &Document, reader: Reader<'_>) -> Vec<Problem> {
    let mut problems = everywhere(document);
    for text in quotes(document) {
        problems.extend(voice(text, Purpose::Negotiation));
        problems.extend(law::problems(text, &reader));
        problems.extend(figures(text, text, reader));
        let filled = blank::unlabelled(text);
        let length = match document.lang {
            Lang::En => filled.chars().count(),
            Lang::ZhHans | Lang::ZhHant => length(&filled, document.lang),
        };
        if length > measures(document.lang).message {
            problems.push(Problem::Message(length));
        }
    }
    problems
}

/// Figures and dates of a text that neither the ledger nor the engine nor the rule book gives, and promises above
/// what can be kept.
#[must_use]
pub fn facts(document: &Document, brief: &Brief, known: &Known) -> Vec<Problem> {
    let text = whole(document);
    figures(&text, &text, Reader::knowing(brief, known))
}

/// Laws of a whole text, talk to the borrower included: known to the rule book and fit for this lender.
#[must_use]
pub fn laws(document: &Document, brief: &Brief) -> Vec<Problem> {
    let mut problems = law::problems(&whole(document), &Reader::of(brief));
    problems.retain(|problem| !matches!(problem, Problem::TooManyLaws(_)));
    problems
}

fn figures(text: &str, promised: &str, reader: Reader<'_>) -> Vec<Problem> {
    let mut problems = reader
        .known
        .map_or_else(Vec::new, |known| known.problems(text));
    if let Some(limit) = reader.limit {
        problems.extend(above::above(promised, limit));
    }
    problems
}

/// What holds of every text whatever it is.
#[must_use]
pub fn everywhere(document: &Document) -> Vec<Problem> {
    let text = whole(document);
    let mut problems = listed(&text, Listed::Forbidden, Problem::Forbidden);
    problems.extend(listed(&advised(document), Listed::Advice, Problem::Advice));
    if document.lang == Lang::ZhHant {
        problems.extend(listed(&text, Listed::NotHongKong, Problem::NotHongKong));
    }
    for open in ["{{", "}}", "{%", "%}", "\u{e000}", "\u{e001}", "\u{e002}"] {
        if text.contains(open) {
            problems.push(Problem::OpenSlot(open.to_owned()));
        }
    }
    problems
}

/// Characters of the mainland that Hong Kong does not write, once each. Names may have them: this is for texts
/// before they are filled.
#[must_use]
pub fn simplified(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for sign in text.chars() {
        if LISTS.simplified.contains(sign) && !found.contains(&sign) {
            found.push(sign);
        }
    }
    found
}

/// Text that could be read as advice: what stands under a line that forbids it, and what the other side says, is left
/// out.
fn advised(document: &Document) -> String {
    let mut text = String::new();
    let mut forbidden = false;
    for block in &document.blocks {
        let own = words_of(block);
        match block {
            Block::Heading { .. } => {
                forbidden = lists::forbids(&own);
                // A heading that is a quote is what the other side says.
                if own.starts_with(['「', '“']) && own.ends_with(['」', '”']) {
                    continue;
                }
            }
            Block::Paragraph(_) if own.ends_with([':', '：']) => {
                forbidden = lists::forbids(&own);
            }
            Block::List { .. } if forbidden => continue,
            _ => {}
        }
        for line in own
            .lines()
            .filter(|line| !GO_ON.iter().any(|words| line.starts_with(words)))
        {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// How a line begins that tells what the other side says next.
const GO_ON: [&str; 3] = ["接着常说", "接着常說", "They often go on"];

/// What the borrower never says.
fn voice(text: &str, purpose: Purpose) -> Vec<Problem> {
    let mut problems = listed(text, Listed::Demand, Problem::Demand);
    match purpose {
        Purpose::Negotiation | Purpose::Acceptance | Purpose::Request => {
            problems.extend(listed(text, Listed::Complaint, Problem::Complaint));
        }
        Purpose::Complaint => problems.extend(listed(text, Listed::Terms, Problem::Terms)),
    }
    if purpose == Purpose::Acceptance {
        problems.extend(listed(text, Listed::Condition, Problem::Condition));
    }
    problems.extend(listed(text, Listed::Relative, Problem::RelativePays));
    problems
}

/// The listed words a text uses, once each.
fn listed(text: &str, rule: Listed, problem: fn(&'static str) -> Problem) -> Vec<Problem> {
    let mut words: Vec<&'static str> = Vec::new();
    for hit in hits(text, rule) {
        if !words.contains(&hit.word) {
            words.push(hit.word);
        }
    }
    words.into_iter().map(problem).collect()
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
                Problem::Demand("must"),
                Problem::RelativePays("my family will pay"),
                Problem::RelativePays("pay for me")
            ]
        );
        assert_eq!(spoken("请帮我登记还款困难。", Lang::ZhHans), []);
    }
}

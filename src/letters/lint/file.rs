//! A person's own template or filled letter, held against the rules, each fault with its place in the file.
//!
//! Promises: reads nothing but the text it is given; a template that cannot be filled safely is one error; without a
//! debt the words are checked, and it is said that figures, dates and lenders were not compared.
//! Leaves to others: reading the file (`store`), showing what was found (`report`).

use super::lists::{LISTS, Listed, hits, instead};
use super::{
    Known, Problem, Purpose, Reader, everywhere, has_own_words, letter_read, message_read, quotes,
    script_for, simplified, voice, whole,
};
use crate::domain::lang::Lang;
use crate::i18n::{Slot, Words};
use crate::letters::brief::Brief;
use crate::letters::kinds::KINDS;
use crate::letters::template::{self, Kind, LetterError};
use crate::letters::{everything, markup};
use crate::report::blank;
use crate::report::document::{Block, Document};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words to say, as quotes (`> …`).
    Script,
    /// A letter.
    Letter(Purpose),
    /// A message for a phone, as a quote.
    Message,
}

/// The debt a file is about, and the ledger's own text.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The facts.
    pub brief: &'a Brief,
    /// The ledger as it is written: every figure in it may be named.
    pub ledger: &'a str,
}

/// A fault, and where it stands if it stands anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub place: Option<Place>,
}

/// A place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters it takes.
    pub length: usize,
    /// The whole line.
    pub text: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The language of the text.
    pub lang: Lang,
    /// What it was taken for.
    pub shape: Shape,
    /// The faults, in the order of the file; those without a place last.
    pub found: Vec<Found>,
}

/// Checks a file. `shape` is what the caller says it is; a template says it itself.
///
/// # Errors
/// [`LetterError`] where a template asks for what it may not, or cannot be filled.
pub fn check(
    name: &str,
    source: &str,
    shape: Option<Shape>,
    about: Option<About<'_>>,
) -> Result<Checked, LetterError> {
    let template = source.trim_start_matches('\u{feff}').starts_with("---\n");
    let masked = masked(source, template);
    let lang = language(&masked);
    let (shape, filled) = if template {
        let (front, body, above) = template::sound(name, source)?;
        let shape = shape.unwrap_or(of_kind(front.kind, &front.id));
        let filled = about
            .map(|about| {
                let context = everything(about.brief, lang)?;
                template::fill(name, body, above, &context.into())
            })
            .transpose()?;
        (shape, filled)
    } else {
        template::small(name, source)?;
        (shape.unwrap_or(of_text(source)), Some(source.to_owned()))
    };
    let mut problems = Vec::new();
    if let Some(filled) = &filled {
        let document = markup::document(filled, lang).document;
        let known = about.map(|about| Known::of(about.brief, about.ledger));
        let reader = about
            .zip(known.as_ref())
            .map_or_else(Reader::default, |(about, known)| {
                Reader::knowing(about.brief, known)
            });
        problems.extend(match shape {
            Shape::Script => script_for(&document, reader),
            Shape::Letter(purpose) => letter_read(&document, purpose, reader),
            Shape::Message => message_read(&document, reader),
        });
        if let (Shape::Letter(Purpose::Negotiation), Some(about)) = (shape, about)
            && !has_own_words(&document, about.brief)
            && !leaves_a_line(&document)
        {
            problems.push(Problem::NoOwnWords);
        }
        problems.extend(
            open_slots(&whole(&document))
                .into_iter()
                .map(Problem::OpenSlot),
        );
    }
    if lang == Lang::ZhHant {
        problems.extend(simplified(&masked).into_iter().map(Problem::Simplified));
    }
    // What a template says in branches that this debt does not take.
    if template {
        let document = markup::document(&masked, lang).document;
        problems.extend(everywhere(&document));
        problems.extend(open_slots(&masked).into_iter().map(Problem::OpenSlot));
        problems.extend(match shape {
            Shape::Letter(purpose) => voice(&masked, purpose),
            Shape::Script | Shape::Message => {
                voice(&quotes(&document).join("\n"), Purpose::Negotiation)
            }
        });
    }
    // Names of papers and firms are written as the ledger has them.
    let ledger = about.map_or("", |about| about.ledger);
    problems.retain(|problem| match problem {
        Problem::NotHongKong(word) => !ledger.contains(word),
        Problem::Simplified(sign) => !ledger.contains(*sign),
        _ => true,
    });
    Ok(Checked {
        lang,
        shape,
        found: located(problems, &masked),
    })
}

/// Whether a text of the user's own leaves a line for their words: it will be written on by hand.
fn leaves_a_line(document: &Document) -> bool {
    document
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Paragraph(text) if blank::is_blank(text)))
}

/// A letter named like one of the table has that one's purpose.
fn of_kind(kind: Kind, id: &str) -> Shape {
    let name = id.strip_suffix("-hk").unwrap_or(id);
    let row = KINDS.iter().find(|row| row.template == name);
    match kind {
        Kind::Script => Shape::Script,
        Kind::Letter => Shape::Letter(row.map_or(Purpose::Negotiation, Purpose::of)),
        Kind::Part => Shape::Letter(Purpose::Request),
        Kind::Message => Shape::Message,
    }
}

/// Words to say stand in quotes; without any it is a letter.
fn of_text(source: &str) -> Shape {
    let quotes = source.lines().filter(|line| line.starts_with("> ")).count();
    let lines = source
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count();
    match quotes {
        0 => Shape::Letter(Purpose::Negotiation),
        1 if lines <= 3 => Shape::Message,
        _ => Shape::Script,
    }
}

/// The language a text is written in: by its characters.
#[must_use]
pub fn language(text: &str) -> Lang {
    let count = |of: &str| text.chars().filter(|sign| of.contains(*sign)).count();
    let han = text
        .chars()
        .filter(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign))
        .count();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    if han.saturating_mul(2) < letters {
        Lang::En // Chinese names, or own words, in an English letter
    } else if count(&LISTS.traditional) > count(&LISTS.simplified) {
        Lang::ZhHant
    } else {
        Lang::ZhHans
    }
}

/// The text with everything that is not said blanked out, each character in its place: tags of a template, its front
/// matter, and the marks of notes.
fn masked(source: &str, template: bool) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    if template && let Some(end) = source.get(4..).and_then(|text| text.find("\n---\n")) {
        let (front, body) = source
            .split_at_checked(end.saturating_add(9))
            .unwrap_or((source, ""));
        blank_out(&mut kept, front);
        rest = body;
    }
    while let Some((open, close)) = next_tag(rest, template) {
        let (before, tag) = rest.split_at_checked(open).unwrap_or((rest, ""));
        kept.push_str(before);
        let (tag, after) = tag.split_at_checked(close).unwrap_or((tag, ""));
        blank_out(&mut kept, tag);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn blank_out(kept: &mut String, text: &str) {
    for sign in text.chars() {
        if sign == '\n' {
            kept.push('\n');
        } else {
            for _ in 0..sign.len_utf8() {
                kept.push(' ');
            }
        }
    }
}

/// Where the next tag begins, and how long it is.
fn next_tag(text: &str, template: bool) -> Option<(usize, usize)> {
    let tags: &[(&str, &str)] = if template {
        &[("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("[!", "]")]
    } else {
        &[("[!", "]")]
    };
    tags.iter()
        .filter_map(|(open, close)| {
            let start = text.find(open)?;
            let length = text.get(start..)?.find(close)?;
            Some((start, length.saturating_add(close.len())))
        })
        .min()
}

/// What still waits to be filled in: `XX元`, `[Your name]`, `【姓名】`.
fn open_slots(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut found: Vec<String> = LISTS
        .slots
        .iter()
        .filter(|slot| lower.contains(slot.as_str()))
        .cloned()
        .collect();
    for piece in text.split('【').skip(1) {
        if let Some((inside, _)) = piece.split_once('】')
            && inside.chars().count() <= 12
        {
            found.push(format!("【{inside}】"));
        }
    }
    found
}

/// Puts each problem where it stands; a listed word everywhere it stands.
fn located(problems: Vec<Problem>, text: &str) -> Vec<Found> {
    let mut found: Vec<(usize, Found)> = Vec::new();
    for problem in problems {
        let spots = spots(&problem, text);
        if spots.is_empty() {
            found.push((
                usize::MAX,
                Found {
                    problem,
                    place: None,
                },
            ));
            continue;
        }
        for (at, length) in spots {
            let place = place(text, at, length);
            let problem = problem.clone();
            found.push((at, Found { problem, place }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut told: Vec<Found> = Vec::new();
    for (_, one) in found {
        if !told.contains(&one) {
            told.push(one);
        }
    }
    told
}

/// Byte offsets and lengths in characters.
fn spots(problem: &Problem, text: &str) -> Vec<(usize, usize)> {
    if let Some((rule, word)) = problem.word() {
        let length = word.trim_end_matches('*').chars().count();
        return hits(text, rule)
            .into_iter()
            .filter(|hit| hit.word == word)
            .map(|hit| (hit.at, length))
            .collect();
    }
    let needle = match problem {
        Problem::Simplified(sign) => sign.to_string(),
        Problem::LawDoesNotApply(text)
        | Problem::UnverifiedLaw(text)
        | Problem::UnknownFigure(text)
        | Problem::UnknownDate(text)
        | Problem::OpenSlot(text)
        | Problem::AboveLimit { text, .. }
        | Problem::Sentence { text, .. }
        | Problem::Turn { text, .. }
        | Problem::Crowded { text, .. } => text.lines().next().unwrap_or_default().to_owned(),
        _ => return Vec::new(),
    };
    let lower = text.to_ascii_lowercase();
    let at = lower.find(&needle.to_ascii_lowercase()).or_else(|| {
        // A sentence that was filled, or wrapped: by how it begins.
        let begins: String = needle.chars().take(6).collect();
        text.find(&begins).filter(|_| begins.chars().count() == 6)
    });
    at.map(|at| (at, needle.chars().count()))
        .into_iter()
        .collect()
}

fn place(text: &str, at: usize, length: usize) -> Option<Place> {
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let line_text = text
        .get(start..)?
        .split('\n')
        .next()?
        .trim_end_matches('\r');
    let column = text.get(start..at)?.chars().count();
    let left = line_text.chars().count().saturating_sub(column);
    Some(Place {
        line: before.matches('\n').count().saturating_add(1),
        column: column.saturating_add(1),
        length: length.clamp(1, left.max(1)),
        text: line_text.to_owned(),
    })
}

impl Problem {
    /// The listed word it is about.
    fn word(&self) -> Option<(Listed, &'static str)> {
        Some(match self {
            Problem::Forbidden(word) => (Listed::Forbidden, word),
            Problem::Demand(word) => (Listed::Demand, word),
            Problem::Complaint(word) => (Listed::Complaint, word),
            Problem::Terms(word) => (Listed::Terms, word),
            Problem::RelativePays(word) => (Listed::Relative, word),
            Problem::Advice(word) => (Listed::Advice, word),
            Problem::Condition(word) => (Listed::Condition, word),
            Problem::NotHongKong(word) => (Listed::NotHongKong, word),
            _ => return None,
        })
    }

    /// What to write instead, where the lists say it.
    #[must_use]
    pub fn instead(&self) -> Option<&'static str> {
        let (rule, word) = self.word()?;
        instead(rule, word)
    }

    /// Its word for programs; the ids of its messages in `wording.ftl` are made of it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Problem::Forbidden(_) => "forbidden",
            Problem::Demand(_) => "demand",
            Problem::Complaint(_) => "complaint",
            Problem::Terms(_) => "terms",
            Problem::RelativePays(_) => "relative",
            Problem::Advice(_) => "advice",
            Problem::Condition(_) => "condition",
            Problem::NotHongKong(_) => "not-hong-kong",
            Problem::Simplified(_) => "simplified",
            Problem::LawDoesNotApply(_) => "law-does-not-apply",
            Problem::UnverifiedLaw(_) => "unverified-law",
            Problem::TooManyLaws(_) => "too-many-laws",
            Problem::UnknownFigure(_) => "unknown-figure",
            Problem::UnknownDate(_) => "unknown-date",
            Problem::AboveLimit { .. } => "above-limit",
            Problem::Sentence { .. } => "sentence",
            Problem::Turn { .. } => "turn",
            Problem::Crowded { .. } => "crowded",
            Problem::Message(_) => "message",
            Problem::Letter(_) => "letter",
            Problem::OpenSlot(_) => "open-slot",
            Problem::NoOwnWords => "no-own-words",
        }
    }

    /// What is wrong, and what to write instead, in words. `lang` is the text's language: its measures hold.
    #[must_use]
    pub fn tell(
        &self,
        lang: Lang,
        currency: crate::domain::ledger::Currency,
        words: &Words,
    ) -> (String, String) {
        let most = super::measures(lang);
        let mut slots: Vec<(&str, Slot<'_>)> = Vec::new();
        match self {
            Problem::Simplified(sign) => slots.push(("text", sign.to_string().into())),
            Problem::LawDoesNotApply(text)
            | Problem::UnverifiedLaw(text)
            | Problem::UnknownFigure(text)
            | Problem::UnknownDate(text)
            | Problem::OpenSlot(text) => slots.push(("text", text.as_str().into())),
            Problem::AboveLimit { text, limit } => {
                let limit = crate::letters::wording::money(*limit, currency, words.lang());
                slots.extend([("text", text.as_str().into()), ("limit", limit.into())]);
            }
            Problem::TooManyLaws(count) => slots.push(("count", (*count).into())),
            Problem::Sentence { length, .. } => {
                slots.extend([("count", (*length).into()), ("most", most.sentence.into())]);
            }
            Problem::Turn { length, .. } => {
                slots.extend([("count", (*length).into()), ("most", most.turn.into())]);
            }
            Problem::Message(length) => {
                slots.extend([("count", (*length).into()), ("most", most.message.into())]);
            }
            Problem::Letter(length) => {
                slots.extend([("count", (*length).into()), ("most", most.letter.into())]);
            }
            Problem::Crowded {
                sentences, figures, ..
            } => slots.extend([
                ("sentences", (*sentences).into()),
                ("figures", (*figures).into()),
            ]),
            _ => {}
        }
        if let Some((_, word)) = self.word() {
            slots.push(("text", word.trim_end_matches('*').into()));
        }
        let what = words.with(&format!("wording-{}", self.id()), &slots);
        let write = match self.instead() {
            Some(instead) => words.with("wording-instead", &[("instead", instead.into())]),
            None => words.with(&format!("wording-{}-write", self.id()), &slots),
        };
        (what, write)
    }
}

//! `letter --check`: the faults of a person's own text, each drawn on its line with what to write instead.

use serde::Serialize;
use unicode_width::UnicodeWidthChar;

use super::Report;
use super::document::{Block, Document, NoteKind};
use crate::domain::lang::Lang;
use crate::i18n::Words;

/// The widest piece of a line that is drawn, in columns.
const WIDEST: usize = 72;

/// A fault of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Fault {
    /// Its kind, the same in every language.
    pub rule: &'static str,
    /// What is wrong.
    pub text: String,
    /// What to write instead.
    pub write: String,
    /// Line and column in characters, from 1; `None` where it is about the whole text.
    #[serde(rename = "where")]
    pub place: Option<Spot>,
}

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Spot {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// How many characters.
    pub length: usize,
    /// The whole line as it is written.
    #[serde(skip)]
    pub source: String,
}

/// What was found in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct WordingReport {
    /// The file.
    pub file: String,
    /// The language it is written in.
    pub language: Lang,
    /// What it was read as: `script`, `message`, `negotiation`, `acceptance`, `request`, `complaint`.
    pub read_as: &'static str,
    /// The debt it was held against; `None` where none was named.
    pub debt: Option<String>,
    /// The faults.
    pub faults: Vec<Fault>,
}

impl Report for WordingReport {
    const SCHEMA: &'static str = "forbear.wording.v1";

    fn document(&self, words: &Words) -> Document {
        let title = words.with("wording-title", &[("file", self.file.as_str().into())]);
        let mut document = Document::new(title, words.lang());
        let shape = words.text(match self.read_as {
            "script" => "wording-shape-script",
            "message" => "wording-shape-message",
            "acceptance" => "wording-shape-acceptance",
            "request" => "wording-shape-request",
            "complaint" => "wording-shape-complaint",
            _ => "wording-shape-negotiation",
        });
        document.paragraph(words.with(
            "wording-as",
            &[
                ("shape", shape.into()),
                ("lang", words.word(self.language).into()),
            ],
        ));
        for fault in &self.faults {
            WordingReport::draw(fault, &mut document, words);
        }
        document.paragraph(if self.faults.is_empty() {
            words.text("wording-clean")
        } else {
            words.with("wording-count", &[("count", self.faults.len().into())])
        });
        if self.debt.is_none() {
            document.note(NoteKind::Plain, words.text("wording-not-compared"));
        }
        document
    }
}

impl WordingReport {
    fn draw(fault: &Fault, document: &mut Document, words: &Words) {
        let place = match &fault.place {
            Some(spot) => words.with(
                "wording-place",
                &[("line", spot.line.into()), ("column", spot.column.into())],
            ),
            None => words.text("wording-no-place"),
        };
        document.push(Block::Heading {
            level: 3,
            text: match words.lang() {
                Lang::En => format!("{place}: {}", fault.text),
                Lang::ZhHans | Lang::ZhHant => format!("{place}：{}", fault.text),
            },
        });
        if let Some(spot) = &fault.place {
            let (line, marks) = drawn(spot);
            document.push(Block::Command(line));
            document.push(Block::Command(marks));
        }
        document.paragraph(fault.write.clone());
    }
}

/// The line and the marks under it; of a long line the piece around the fault.
fn drawn(spot: &Spot) -> (String, String) {
    let clean: Vec<char> = spot
        .source
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    let width =
        |signs: &[char]| -> usize { signs.iter().map(|sign| sign.width().unwrap_or(0)).sum() };
    let at = spot.column.saturating_sub(1).min(clean.len());
    let mut start = 0;
    while width(clean.get(start..at).unwrap_or_default()) > WIDEST / 2 {
        start += 1;
    }
    let mut end = clean.len();
    while end > at + 1 && width(clean.get(start..end).unwrap_or_default()) > WIDEST {
        end -= 1;
    }
    let shown = clean.get(start..end).unwrap_or_default();
    let fault_end = at.saturating_add(spot.length).min(end);
    let (before, cut) = if start > 0 { ("…", 1) } else { ("", 0) };
    let after = if end < clean.len() { "…" } else { "" };
    let indent = cut + width(clean.get(start..at).unwrap_or_default());
    let marks = width(clean.get(at..fault_end).unwrap_or_default()).max(1);
    (
        format!("{before}{}{after}", shown.iter().collect::<String>()),
        format!("{}{}", " ".repeat(indent), "^".repeat(marks)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(source: &str, column: usize, length: usize) -> Spot {
        Spot {
            line: 1,
            column,
            length,
            source: source.to_owned(),
        }
    }

    #[test]
    fn marks_stand_under_the_fault_whatever_its_width() {
        assert_eq!(drawn(&spot("请必须减免", 2, 2)).1, "  ^^^^");
        assert_eq!(drawn(&spot("You must pay", 5, 4)).1, "    ^^^^");
    }

    #[test]
    fn a_long_line_is_drawn_around_its_fault() {
        let line = format!("{}必须{}", "长".repeat(400), "长".repeat(400));
        let (shown, marks) = drawn(&spot(&line, 401, 2));
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("必须"));
        let before: usize = shown
            .split("必须")
            .next()
            .unwrap()
            .chars()
            .map(|c| c.width().unwrap())
            .sum();
        assert_eq!(marks, format!("{}^^^^", " ".repeat(before)));
        assert!(shown.chars().count() < 80);
    }
}

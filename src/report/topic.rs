//! `help TOPIC`: a page that teaches, with its sources.
//!
//! A page is a small Markdown text: `# title`, `## heading`, `- item`, or a paragraph. `[source-id]` cites a source of
//! a rule book, `[practice]` marks what is practice and no law.
//!
//! Promises: each source is shown with its instrument, day and how well it was verified, as the book has it; a page
//! that cites what no book holds is no page (a test walks them all).

use serde::Serialize;

use super::Report;
use super::document::{Block, Document};
use crate::domain::finding::{Level, Source};
use crate::domain::lender::Region;
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::Words;
use crate::rules::Book;

/// The mark of what is practice.
const PRACTICE: &str = "practice";

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TopicReport {
    /// Its name.
    pub topic: String,
    /// Its title.
    pub title: String,
    /// Its sections; the first may have no heading.
    pub sections: Vec<Section>,
    /// What it cites, in the order of the text; a text refers to the first as `[1]`.
    pub sources: Vec<Cited>,
    /// The day the rule books were checked.
    pub checked_on: Option<String>,
}

/// A section of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Section {
    /// Its heading.
    pub heading: Option<String>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Line {
    /// Whether it is an item of a list.
    pub item: bool,
    /// What it says, with `[1]` for its sources.
    pub text: String,
}

/// A source of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Cited {
    /// Its id in the rule book.
    pub id: String,
    /// Instrument and article.
    pub title: String,
    /// How well it is verified.
    pub level: Level,
    /// In force since.
    pub in_force: Option<String>,
}

/// The ids a page cites, in the order of the text, section by section; `practice` among them.
#[must_use]
pub fn cites(text: &str) -> Vec<Vec<String>> {
    let mut sections = vec![Vec::new()];
    for line in text.lines() {
        if line.starts_with("## ") {
            sections.push(Vec::new());
        }
        if let Some(section) = sections.last_mut() {
            section.extend(marks(line).map(str::to_owned));
        }
    }
    sections
}

/// The ids in `[…]` of a line.
fn marks(line: &str) -> impl Iterator<Item = &str> {
    line.split('[')
        .skip(1)
        .filter_map(|piece| piece.split_once(']').map(|(id, _)| id))
}

/// A source of either book.
#[must_use]
pub fn source(id: &str) -> Option<&'static Source> {
    Region::ALL
        .iter()
        .find_map(|region| Book::of(*region).source(id))
}

impl TopicReport {
    /// Reads a page in the language of the words.
    #[must_use]
    pub fn read(topic: &str, text: &str, words: &Words) -> TopicReport {
        let mut report = TopicReport {
            topic: topic.to_owned(),
            title: String::new(),
            sections: vec![Section::default()],
            sources: Vec::new(),
            checked_on: Region::ALL
                .iter()
                .filter_map(|region| Book::of(*region).checked_on())
                .min()
                .map(|on| on.to_string()),
        };
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if let Some(title) = line.strip_prefix("# ") {
                title.clone_into(&mut report.title);
            } else if let Some(heading) = line.strip_prefix("## ") {
                report.sections.push(Section {
                    heading: Some(heading.to_owned()),
                    lines: Vec::new(),
                });
            } else {
                let (item, text) = line
                    .strip_prefix("- ")
                    .map_or((false, line), |text| (true, text));
                let text = report.cited(text, words);
                if let Some(section) = report.sections.last_mut() {
                    section.lines.push(Line { item, text });
                }
            }
        }
        report.sections.retain(|section| !section.lines.is_empty());
        report
    }

    /// The line with a number for each source, and practice named as such.
    fn cited(&mut self, line: &str, words: &Words) -> String {
        let mut text = line.replace('`', "");
        for id in marks(line) {
            let mark = format!("[{id}]");
            if id == PRACTICE {
                text = text.replacen(&mark, &words.text("topic-practice"), 1);
            } else if let Some(source) = source(id) {
                let known = self.sources.iter().position(|cited| cited.id == id);
                let place = known.unwrap_or_else(|| {
                    self.sources.push(Cited {
                        id: id.to_owned(),
                        title: source.title.get(words.lang()).to_owned(),
                        level: source.level,
                        in_force: source.in_force.clone(),
                    });
                    self.sources.len().saturating_sub(1)
                });
                text = text.replacen(&mark, &format!("[{}]", place.saturating_add(1)), 1);
            }
        }
        text
    }
}

impl Report for TopicReport {
    const SCHEMA: &'static str = "forbear.topic.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document = Document::new(self.title.clone(), words.lang());
        for section in &self.sections {
            if let Some(heading) = &section.heading {
                document.heading(heading.clone());
            }
            let mut items: Vec<String> = Vec::new();
            for line in &section.lines {
                if line.item {
                    items.push(line.text.clone());
                } else {
                    document.paragraph(line.text.clone());
                }
            }
            if !items.is_empty() {
                document.push(Block::List {
                    ordered: false,
                    items,
                });
            }
        }
        if !self.sources.is_empty() {
            document.heading(words.text("rule-sources"));
            let items = self.sources.iter().enumerate().map(|(place, source)| {
                let place = place.saturating_add(1);
                let level = words.word(source.level);
                match &source.in_force {
                    Some(since) => words.with(
                        "topic-source-since",
                        &[
                            ("place", place.into()),
                            ("title", source.title.as_str().into()),
                            ("level", level.into()),
                            ("since", since.as_str().into()),
                        ],
                    ),
                    None => words.with(
                        "topic-source",
                        &[
                            ("place", place.into()),
                            ("title", source.title.as_str().into()),
                            ("level", level.into()),
                        ],
                    ),
                }
            });
            document.push(Block::List {
                ordered: false,
                items: items.collect(),
            });
        }
        if let Some(on) = &self.checked_on {
            document.paragraph(words.with("topic-foot", &[("date", on.as_str().into())]));
        }
        document
    }
}

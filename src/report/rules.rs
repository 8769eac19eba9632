//! `rules list` and `rules show`: the rule book with its figures, dates and sources, in the reader's language.

use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, Table};
use crate::domain::finding::{Level, Severity};
use crate::domain::lender::Region;
use crate::i18n::Words;
use crate::i18n::numbers;

/// A rule as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleLine {
    /// Its id.
    pub id: String,
    /// Whose rule book.
    pub region: Region,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about, in a few words.
    pub title: String,
}

/// The rules of one or both books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RulesReport {
    /// The day the books were checked, as they say it.
    pub checked_on: String,
    /// The rules.
    pub rules: Vec<RuleLine>,
}

impl Report for RulesReport {
    const SCHEMA: &'static str = "forbear.rules.v1";

    fn document(&self, words: &Words) -> Document {
        let mut regions: Vec<Region> = self.rules.iter().map(|rule| rule.region).collect();
        regions.dedup();
        let named: Vec<String> = regions.iter().map(|region| words.word(*region)).collect();
        let named = named.join(&words.text("log-between"));
        let title = words.with("rule-title", &[("region", named.into())]);
        let mut document = Document::new(title, words.lang());
        if self.rules.is_empty() {
            document.paragraph(words.text("rule-empty"));
            return document;
        }
        let mut table = Table::new(
            ["rule-column-id", "rule-column-severity", "rule-column-text"].map(|id| words.text(id)),
        );
        for rule in &self.rules {
            table.row(vec![
                rule.id.as_str().into(),
                numbers::capitalised(&words.word(rule.severity)).into(),
                rule.title.as_str().into(),
            ]);
        }
        document.push(Block::Table(table));
        let date = self.checked_on.as_str();
        document.paragraph(words.with("rule-checked", &[("date", date.into())]));
        document.push(Block::Command("forbear rules show ID".to_owned()));
        document
    }
}

/// A figure of a rule, with the day it came into force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleValue {
    /// What the figure is.
    pub name: String,
    /// The figure with its unit, as the book writes it.
    pub value: String,
    /// In force from.
    pub from: Option<String>,
}

/// A source of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RuleSource {
    /// Instrument and article.
    pub title: String,
    /// How well it is verified.
    pub level: Level,
    /// In force since.
    pub in_force: Option<String>,
}

/// One rule with everything the book says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RuleReport {
    /// Its id.
    pub id: String,
    /// Whose rule book.
    pub region: Region,
    /// How much it matters.
    pub severity: Severity,
    /// What it says.
    pub text: String,
    /// To which lenders and products it applies, in words.
    pub applies: Option<String>,
    /// Its figures.
    pub values: Vec<RuleValue>,
    /// Its sources.
    pub sources: Vec<RuleSource>,
    /// The day the book was checked.
    pub checked_on: String,
}

impl Report for RuleReport {
    const SCHEMA: &'static str = "forbear.rule.v1";

    fn document(&self, words: &Words) -> Document {
        let title = words.with("rule-show-title", &[("id", self.id.as_str().into())]);
        let mut document = Document::new(title, words.lang());
        document.paragraph(self.text.clone());
        let mut pairs: Vec<(String, Cell)> = vec![
            (
                words.text("rule-region"),
                numbers::capitalised(&words.word(self.region)).into(),
            ),
            (
                words.text("rule-severity"),
                numbers::capitalised(&words.word(self.severity)).into(),
            ),
        ];
        if let Some(applies) = &self.applies {
            pairs.push((words.text("rule-applies"), applies.as_str().into()));
        }
        document.push(Block::KeyValues(pairs));
        if !self.values.is_empty() {
            document.heading(words.text("rule-values"));
            let mut table = Table::new(
                ["rule-column-name", "rule-column-value", "rule-column-from"]
                    .map(|id| words.text(id)),
            );
            for value in &self.values {
                table.row(vec![
                    value.name.as_str().into(),
                    value.value.as_str().into(),
                    value.from.clone().into(),
                ]);
            }
            document.push(Block::Table(table));
        }
        if !self.sources.is_empty() {
            document.heading(words.text("rule-sources"));
            let items = self.sources.iter().map(|source| {
                words.with(
                    "rule-source",
                    &[
                        ("title", source.title.as_str().into()),
                        ("level", words.word(source.level).into()),
                    ],
                )
            });
            document.push(Block::List {
                ordered: false,
                items: items.collect(),
            });
        }
        let date = self.checked_on.as_str();
        document.paragraph(words.with("rule-checked", &[("date", date.into())]));
        document.paragraph(words.text("rule-not-advice"));
        document
    }
}

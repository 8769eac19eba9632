//! `rules list` and `rules show`: the rule book with its figures, dates and sources, in the reader's language.

use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, Table};
use crate::domain::finding::{Level, Severity};
use crate::domain::lang::Lang;
use crate::domain::lender::Region;
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::Words;
use crate::i18n::numbers;
use crate::rules::Books;
use crate::rules::list::{RuleShown, list};
use crate::rules::written::{Unit, Value};

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

impl RulesReport {
    /// The rules of both books, or of one region's, in one language.
    #[must_use]
    pub fn of(books: &Books, only: Option<Region>, lang: Lang) -> RulesReport {
        let rules = list(books)
            .into_iter()
            .filter(|line| only.is_none_or(|region| line.region == region));
        RulesReport {
            checked_on: Region::ALL
                .iter()
                .filter(|region| only.is_none_or(|only| only == **region))
                .filter_map(|region| books.of(*region).checked_on())
                .min()
                .map_or_else(String::new, |on| on.to_string()),
            rules: rules
                .map(|line| RuleLine {
                    id: line.id.to_owned(),
                    region: line.region,
                    severity: line.severity,
                    title: line.title.get(lang).to_owned(),
                })
                .collect(),
        }
    }
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
    /// The number's id in the book, by which the user may set it.
    pub id: String,
    /// What the figure is.
    pub name: String,
    /// The figure with its unit, as the book writes it.
    pub value: String,
    /// In force from.
    pub from: Option<String>,
    /// In force until; `None` while in force.
    pub until: Option<String>,
    /// The source, or that it is the user's own.
    pub source: String,
    #[serde(skip)]
    own: bool,
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
    /// What it is about, in a few words.
    pub title: String,
    /// What it says; `{slots}` are filled when a check says it.
    pub text: String,
    /// Its other wordings.
    pub variants: Vec<String>,
    /// Its figures.
    pub values: Vec<RuleValue>,
    /// Its sources.
    pub sources: Vec<RuleSource>,
    /// The day the book was checked.
    pub checked_on: String,
}

impl RuleReport {
    /// A rule in one language.
    #[must_use]
    pub fn of(rule: &RuleShown, words: &Words) -> RuleReport {
        let lang = words.lang();
        let values = rule.numbers.iter().flat_map(|number| {
            number.values.iter().map(move |(value, source)| RuleValue {
                id: number.id.clone(),
                name: number.title.get(lang).to_owned(),
                value: figure(value, number.unit, words),
                from: value.from.map(|on| on.to_string()),
                until: value.until.map(|on| on.to_string()),
                own: source.is_none(),
                source: source.as_ref().map_or_else(
                    || words.text("rule-own"),
                    |source| source.title.get(lang).to_owned(),
                ),
            })
        });
        let others = rule.variants.iter().map(|(_, text)| text.get(lang));
        RuleReport {
            id: rule.line.id.to_owned(),
            region: rule.line.region,
            severity: rule.line.severity,
            title: rule.line.title.get(lang).to_owned(),
            text: rule.text.get(lang).to_owned(),
            variants: others.map(str::to_owned).collect(),
            values: values.collect(),
            sources: rule
                .sources
                .iter()
                .map(|source| RuleSource {
                    title: source.title.get(lang).to_owned(),
                    level: source.level,
                    in_force: source.in_force.clone(),
                })
                .collect(),
            checked_on: rule
                .checked_on
                .map_or_else(String::new, |on| on.to_string()),
        }
    }
}

/// A number of the book with its unit; `none` after a repeal.
fn figure(value: &Value, unit: Unit, words: &Words) -> String {
    if value.value == "none" {
        return words.text("rule-none");
    }
    let id = match unit {
        Unit::Days => "rule-unit-days",
        Unit::Months => "rule-unit-months",
        Unit::Years => "rule-unit-years",
        Unit::Count | Unit::Percent | Unit::Money | Unit::Time => return value.value.clone(),
    };
    match value.whole() {
        Some(count) => words.with(id, &[("count", count.into())]),
        None => value.value.clone(),
    }
}

impl Report for RuleReport {
    const SCHEMA: &'static str = "forbear.rule.v1";

    fn document(&self, words: &Words) -> Document {
        let title = words.with("rule-show-title", &[("id", self.id.as_str().into())]);
        let mut document = Document::new(title, words.lang());
        document.paragraph(self.title.clone());
        document.push(Block::Quote(self.text.clone()));
        for text in &self.variants {
            document.push(Block::Quote(text.clone()));
        }
        let pairs: Vec<(String, Cell)> = vec![
            (
                words.text("rule-region"),
                numbers::capitalised(&words.word(self.region)).into(),
            ),
            (
                words.text("rule-severity"),
                numbers::capitalised(&words.word(self.severity)).into(),
            ),
        ];
        document.push(Block::KeyValues(pairs));
        if !self.values.is_empty() {
            document.heading(words.text("rule-values"));
            let mut table = Table::new(
                [
                    "rule-column-name",
                    "rule-column-value",
                    "rule-column-from",
                    "rule-until",
                ]
                .map(|id| words.text(id)),
            );
            for value in &self.values {
                let mut shown = value.value.clone();
                if value.own {
                    shown.push_str(&words.text("rule-own-mark"));
                }
                table.row(vec![
                    format!("{} ({})", value.name, value.id).into(),
                    shown.into(),
                    value.from.clone().map_or(Cell::Empty, Cell::from),
                    value.until.clone().map_or(Cell::Empty, Cell::from),
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

//! The ledger's own records, listed or shown one by one: keys and values as the file holds them.
//!
//! Promises: shows what is written, nothing worked out; dates and amounts in the form of the ledger.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Report;
use super::document::{Block, Cell, Document, Table};
use crate::i18n::Words;

/// Records of one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Records {
    /// The table's key in the ledger.
    pub table: &'static str,
    /// Its records, in the order of the file.
    pub records: Vec<Map<String, Value>>,
    #[serde(skip)]
    whole: bool,
}

/// The columns of a list, by table; everything is shown of a single record.
const COLUMNS: &[(&str, &[&str])] = &[
    ("lender", &["id", "name", "kind", "region"]),
    ("debt", &["id", "lender", "product", "talks", "proceedings"]),
    ("income", &["name", "amount", "every", "pay-day"]),
    (
        "expense",
        &["name", "amount", "every", "category", "essential"],
    ),
];

/// Which enum the words of a column belong to: table, column, enum.
const WORDS: &[(&str, &str, &str)] = &[
    ("lender", "kind", "lender-kind"),
    ("lender", "region", "region"),
    ("debt", "product", "product"),
    ("debt", "talks", "talks"),
    ("debt", "proceedings", "proceedings"),
    ("income", "every", "every"),
    ("expense", "every", "every"),
    ("expense", "category", "category"),
];

impl Records {
    /// All records of a table, from the ledger's text.
    #[must_use]
    pub fn all(source: &str, table: &'static str) -> Records {
        Records {
            table,
            records: read(source, table),
            whole: false,
        }
    }

    /// The record whose key `by` is `id`, if there is one.
    #[must_use]
    pub fn one(source: &str, table: &'static str, by: &str, id: &str) -> Option<Records> {
        let records: Vec<_> = read(source, table)
            .into_iter()
            .filter(|record| record.get(by).and_then(Value::as_str) == Some(id))
            .take(1)
            .collect();
        (!records.is_empty()).then_some(Records {
            table,
            records,
            whole: true,
        })
    }

    /// A section of the ledger, as the one record there is of it.
    #[must_use]
    pub fn section(source: &str, table: &'static str) -> Records {
        let plain = source.strip_prefix('\u{feff}').unwrap_or(source);
        let section = plain
            .parse::<toml::Table>()
            .ok()
            .and_then(|ledger| ledger.get(table).map(plain_value));
        Records {
            table,
            records: match section {
                Some(Value::Object(record)) => vec![record],
                _ => Vec::new(),
            },
            whole: true,
        }
    }

    /// Only the records whose key is a value.
    #[must_use]
    pub fn only(mut self, key: &str, value: &str) -> Records {
        self.records
            .retain(|record| record.get(key).and_then(Value::as_str) == Some(value));
        self
    }

    fn shown(&self, column: &str, value: Option<&Value>, words: &Words) -> Cell {
        match value {
            None | Some(Value::Null) => Cell::Empty,
            Some(Value::Bool(yes)) => words
                .text(if *yes { "records-yes" } else { "records-no" })
                .into(),
            Some(Value::String(text)) => self.told(column, text, words).into(),
            Some(other) => other.to_string().into(),
        }
    }

    /// A word of a fixed vocabulary in the user's language; any other text as it is.
    fn told(&self, column: &str, text: &str, words: &Words) -> String {
        WORDS
            .iter()
            .find(|(table, key, _)| *table == self.table && *key == column)
            .and_then(|(_, _, slug)| words.find(&format!("word-{slug}-{text}"), &[]))
            .unwrap_or_else(|| text.to_owned())
    }
}

impl Report for Records {
    const SCHEMA: &'static str = "forbear.records.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document =
            Document::new(words.text(&format!("records-{}", self.table)), words.lang());
        if self.records.is_empty() {
            document.paragraph(words.text("records-none"));
            document.push(Block::Command(format!("forbear {} add", self.table)));
            return document;
        }
        if self.whole {
            for record in &self.records {
                let mut pairs = Vec::new();
                for (key, value) in record {
                    lay_out(key, value, &mut pairs);
                }
                let pairs = pairs
                    .into_iter()
                    .map(|(key, value)| {
                        let cell = self.shown(&key, Some(&value), words);
                        (words.with("records-key", &[("key", key.into())]), cell)
                    })
                    .collect();
                document.push(Block::KeyValues(pairs));
            }
            return document;
        }
        let columns = COLUMNS
            .iter()
            .find(|(table, _)| *table == self.table)
            .map_or(&[][..], |(_, columns)| columns);
        let mut table = Table::new(
            columns
                .iter()
                .map(|key| words.text(&format!("records-column-{key}"))),
        );
        for record in &self.records {
            table.row(
                columns
                    .iter()
                    .map(|key| self.shown(key, record.get(*key), words))
                    .collect(),
            );
        }
        document.push(Block::Table(table));
        document
    }
}

/// Flattens nested values: `contract.rate`, `payment 1 on`.
fn lay_out(key: &str, value: &Value, pairs: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(table) => {
            for (inner, value) in table {
                lay_out(&format!("{key}.{inner}"), value, pairs);
            }
        }
        Value::Array(list) if list.iter().any(Value::is_object) => {
            for (place, value) in (1_u32..).zip(list) {
                lay_out(&format!("{key}[{place}]"), value, pairs);
            }
        }
        Value::Array(list) => {
            let texts: Vec<String> = list
                .iter()
                .map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned))
                .collect();
            pairs.push((key.to_owned(), texts.join(" · ").into()));
        }
        plain => pairs.push((key.to_owned(), plain.clone())),
    }
}

fn read(source: &str, table: &str) -> Vec<Map<String, Value>> {
    let plain = source.strip_prefix('\u{feff}').unwrap_or(source);
    let Ok(toml::Value::Table(ledger)) = plain.parse::<toml::Table>().map(toml::Value::Table)
    else {
        return Vec::new();
    };
    let Some(toml::Value::Array(records)) = ledger.get(table) else {
        return Vec::new();
    };
    records
        .iter()
        .filter_map(|record| match plain_value(record) {
            Value::Object(record) => Some(record),
            _ => None,
        })
        .collect()
}

/// TOML as JSON, dates as text.
fn plain_value(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => number.to_string().into(),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(moment) => moment.to_string().into(),
        toml::Value::Array(list) => list.iter().map(plain_value).collect::<Vec<_>>().into(),
        toml::Value::Table(table) => Value::Object(
            table
                .iter()
                .map(|(key, value)| (key.clone(), plain_value(value)))
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEDGER: &str = "[[debt]]\nid = \"a\"\nlender = \"l\"\n[debt.contract]\nprincipal = \"100\"\nfirst-due = 2026-01-31\n[[debt.payment]]\non = 2026-02-01\namount = \"5\"\n[[debt]]\nid = \"b\"\nlender = \"l\"\n";

    #[test]
    fn records_are_shown_as_written() {
        let one = Records::one(LEDGER, "debt", "id", "a").unwrap();
        let json = serde_json::to_value(&one).unwrap();
        assert_eq!(json["records"][0]["contract"]["first-due"], "2026-01-31");
        assert_eq!(json["records"][0]["payment"][0]["amount"], "5");
        assert!(Records::one(LEDGER, "debt", "id", "c").is_none());
        assert_eq!(Records::all(LEDGER, "debt").records.len(), 2);
        assert_eq!(
            Records::all(LEDGER, "debt").only("id", "b").records.len(),
            1
        );
    }
}

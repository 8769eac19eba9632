//! Checked tables: what the walk makes of the file, and the checks and the building read.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::contract::PenaltyTerm;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::rate::{Percent, Rate};

/// A checked value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Money(Money),
    Date(NaiveDate),
    DateTime(NaiveDateTime),
    Rate(Rate),
    Percent(Percent),
    Penalty(PenaltyTerm),
    Int(u32),
    Bool(bool),
    Terms(Box<Terms>),
    List(Vec<Value>),
    Record(Record),
    /// Something was there, but it was a mistake.
    Broken,
}

/// A checked table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Record {
    /// Its header or braces.
    pub(super) span: Range<usize>,
    /// How it is named in a field path.
    pub(super) path: String,
    pub(super) fields: BTreeMap<&'static str, (Range<usize>, Value)>,
}

impl Record {
    /// Whether a key is there, right or wrong.
    pub(super) fn has(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    /// The span of a key's value, else of the table.
    pub(super) fn at(&self, key: &str) -> Range<usize> {
        self.fields
            .get(key)
            .map_or_else(|| self.span.clone(), |(span, _)| span.clone())
    }

    /// The path of a field.
    pub(super) fn field(&self, key: &str) -> String {
        join(&self.path, key)
    }

    pub(super) fn value(&self, key: &str) -> Option<&Value> {
        self.fields.get(key).map(|(_, value)| value)
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.value(key) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    pub(super) fn money(&self, key: &str) -> Option<Money> {
        match self.value(key) {
            Some(Value::Money(money)) => Some(*money),
            _ => None,
        }
    }

    pub(super) fn date(&self, key: &str) -> Option<NaiveDate> {
        match self.value(key) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    pub(super) fn datetime(&self, key: &str) -> Option<NaiveDateTime> {
        match self.value(key) {
            Some(Value::DateTime(at)) => Some(*at),
            _ => None,
        }
    }

    pub(super) fn rate(&self, key: &str) -> Option<Rate> {
        match self.value(key) {
            Some(Value::Rate(rate)) => Some(*rate),
            _ => None,
        }
    }

    pub(super) fn percent(&self, key: &str) -> Option<Percent> {
        match self.value(key) {
            Some(Value::Percent(percent)) => Some(*percent),
            _ => None,
        }
    }

    pub(super) fn penalty(&self, key: &str) -> Option<PenaltyTerm> {
        match self.value(key) {
            Some(Value::Penalty(penalty)) => Some(*penalty),
            _ => None,
        }
    }

    pub(super) fn int(&self, key: &str) -> Option<u32> {
        match self.value(key) {
            Some(Value::Int(int)) => Some(*int),
            _ => None,
        }
    }

    pub(super) fn bool(&self, key: &str) -> Option<bool> {
        match self.value(key) {
            Some(Value::Bool(bool)) => Some(*bool),
            _ => None,
        }
    }

    pub(super) fn terms(&self, key: &str) -> Option<Terms> {
        match self.value(key) {
            Some(Value::Terms(terms)) => Some(terms.as_ref().clone()),
            _ => None,
        }
    }

    /// The variant of a vocabulary named by the word at a key.
    pub(super) fn word<V: std::str::FromStr>(&self, key: &str) -> Option<V> {
        match self.value(key) {
            Some(Value::Text(text)) => text.parse().ok(),
            _ => None,
        }
    }

    /// The list at a key; empty if there is none.
    pub(super) fn list(&self, key: &str) -> &[Value] {
        match self.value(key) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// The texts of a list.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.list(key)
            .iter()
            .filter_map(|value| match value {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            })
            .collect()
    }

    /// The variants named by a list of words.
    pub(super) fn words<V: std::str::FromStr>(&self, key: &str) -> Vec<V> {
        self.texts(key)
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect()
    }

    /// The table at a key.
    pub(super) fn record(&self, key: &str) -> Option<&Record> {
        match self.value(key) {
            Some(Value::Record(record)) => Some(record),
            _ => None,
        }
    }

    /// The tables at a key.
    pub(super) fn records<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Record> {
        self.list(key).iter().filter_map(|value| match value {
            Value::Record(record) => Some(record),
            _ => None,
        })
    }
}

/// A field's path: `debt[zl-1]` and `rate` are `debt[zl-1].rate`.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        // Made for every key of every file, mostly never shown.
        [path, key].join(".")
    }
}

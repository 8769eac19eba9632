//! Reports as JSON, the schema's name first.
//!
//! Promises: the fields of product.md §6; characters that could act on a terminal are written as `\u`
//! escapes, so the data is unchanged and the screen is safe.

use serde::Serialize;
use serde_json::{Value, json};

use super::harmless;
use crate::report::Report;
use crate::report::document::{Block, Cell, Document, Emphasis, NoteKind, Table};

#[derive(Serialize)]
struct WithSchema<'a, T> {
    schema: &'a str,
    #[serde(flatten)]
    data: &'a T,
}

/// A report as indented JSON. It ends in a line break.
#[must_use]
pub fn report<R: Report>(report: &R) -> String {
    with_schema(R::SCHEMA, report)
}

/// Any data as indented JSON with its schema's name first.
#[must_use]
pub fn with_schema<T: Serialize>(schema: &str, data: &T) -> String {
    written(&WithSchema { schema, data })
}

/// A document as JSON (`forbear.document.v1`), for words that have no report: scripts and letters.
#[must_use]
pub fn document(document: &Document) -> String {
    let blocks: Vec<Value> = document.blocks.iter().map(block).collect();
    let value = json!({
        "schema": "forbear.document.v1",
        "title": document.title,
        "lang": document.lang,
        "blocks": blocks,
    });
    written(&value)
}

fn written<T: Serialize>(value: &T) -> String {
    // Our own values have text keys and finite numbers: they always serialise.
    let plain = serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned());
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        if c != '\n' && harmless::is_hazard(c) {
            let mut units = [0_u16; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out.push('\n');
    out
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading { level, text } => {
            json!({"kind": "heading", "level": level, "text": text})
        }
        Block::Paragraph(text) => json!({"kind": "paragraph", "text": text}),
        Block::List { ordered, items } => {
            json!({"kind": "list", "ordered": ordered, "items": items})
        }
        Block::KeyValues(pairs) => {
            let pairs: Vec<Value> = pairs
                .iter()
                .map(|(label, value)| json!({"label": label, "value": cell(value)}))
                .collect();
            json!({"kind": "key-values", "pairs": pairs})
        }
        Block::Table(table) => rows(table),
        Block::Note { kind, text } => {
            let weight = match kind {
                NoteKind::Plain => "note",
                NoteKind::Warning => "warning",
                NoteKind::Serious => "serious",
            };
            json!({"kind": "note", "severity": weight, "text": text})
        }
        Block::Quote(text) => json!({"kind": "quote", "text": text}),
        Block::Command(text) => json!({"kind": "command", "text": text}),
    }
}

fn rows(table: &Table) -> Value {
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<Value> = row.cells.iter().map(cell).collect();
            json!({"total": row.emphasis == Emphasis::Total, "cells": cells})
        })
        .collect();
    json!({"kind": "table", "columns": table.columns, "rows": rows})
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty | Cell::Unknown => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Money(money) => json!(money),
        Cell::Date(date) => json!(date),
        Cell::Percent(fraction) => json!(crate::i18n::numbers::fraction(*fraction)),
        Cell::Days(number) | Cell::Count(number) => json!(number),
    }
}

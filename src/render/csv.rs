//! The tables of a document as CSV, for spreadsheets.
//!
//! Promises: no cell that came from outside can act as a formula, in half-width or full-width signs; money
//! as plain decimals, dates as ISO, unknown as empty. Several tables are parted by an empty line. A
//! document without tables gives its texts, one a line.
//! Leaves to others: RFC 4180 quoting (`csv`).

use csv::{Terminator, WriterBuilder};

use super::{Look, harmless};
use crate::i18n::numbers;
use crate::report::document::{Block, Cell, Document};

/// The document as CSV.
#[must_use]
pub fn render(document: &Document, look: &Look) -> String {
    let mut pieces: Vec<Vec<Vec<String>>> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Table(table) => {
                let mut rows = vec![table.columns.iter().map(|t| guarded(t)).collect()];
                rows.extend(table.rows.iter().map(|row| cells(&row.cells)));
                pieces.push(rows);
            }
            Block::KeyValues(pairs) => pieces.push(
                pairs
                    .iter()
                    .map(|(label, cell)| vec![guarded(label), value(cell)])
                    .collect(),
            ),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::List { .. }
            | Block::Note { .. }
            | Block::Quote(_)
            | Block::Command(_) => {}
        }
    }
    if pieces.is_empty() {
        pieces.push(
            document
                .blocks
                .iter()
                .flat_map(texts)
                .map(|t| vec![guarded(&t)])
                .collect(),
        );
    }
    let written: Vec<String> = pieces.iter().map(|rows| write(rows)).collect();
    let bom = if look.bom { "\u{feff}" } else { "" };
    format!("{bom}{}", written.join("\n"))
}

fn texts(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. }
        | Block::Paragraph(text)
        | Block::Note { text, .. }
        | Block::Quote(text)
        | Block::Command(text) => vec![text.clone()],
        Block::List { items, .. } => items.clone(),
        Block::KeyValues(_) | Block::Table(_) => Vec::new(),
    }
}

fn cells(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(value).collect()
}

fn write(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new()
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        if writer.write_record(row).is_err() {
            break;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Unknown => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Money(money) => money.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Percent(fraction) => numbers::percent(*fraction),
        Cell::Days(number) | Cell::Count(number) => number.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe before the signs that begin one.
fn guarded(text: &str) -> String {
    let text = harmless::lines(text);
    let acts = text.trim_start().starts_with([
        '=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}', '|', '%',
    ]);
    if acts { format!("'{text}") } else { text }
}

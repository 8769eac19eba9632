//! A document as Markdown (CommonMark with GitHub tables).
//!
//! Promises: text stays text: nothing in a name or a summary becomes markup; one line a table row.
//! Leaves to others: how it is shown. No emphasis is written, because CommonMark misplaces it beside
//! Chinese punctuation.

use super::{Look, harmless, is_figure, labelled, note_label, shown};
use crate::report::document::{Block, Document, Table};

/// The document as Markdown.
#[must_use]
pub fn render(document: &Document, _look: &Look) -> String {
    let mut blocks: Vec<String> = Vec::new();
    if !document.title.is_empty() {
        blocks.push(format!("# {}", inline(&document.title)));
    }
    blocks.extend(
        document
            .blocks
            .iter()
            .map(|block| rendered(block, document)),
    );
    let mut out = blocks.join("\n\n");
    out.push('\n');
    out
}

fn rendered(block: &Block, document: &Document) -> String {
    match block {
        Block::Heading { level, text } => {
            format!("{} {}", "#".repeat(usize::from(*level)), inline(text))
        }
        Block::Paragraph(text) => paragraph(text),
        Block::List { ordered, items } => {
            let lines = items.iter().enumerate().map(|(place, item)| {
                if *ordered {
                    format!("{}. {}", place.saturating_add(1), line(item))
                } else {
                    format!("- {}", line(item))
                }
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::KeyValues(pairs) => {
            let lines = pairs.iter().map(|(label, cell)| {
                let value = inline(&shown(cell, document));
                format!("- {}", labelled(&colon(&inline(label), document), &value))
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => rows(table, document),
        Block::Note { kind, text } => {
            quoted(&paragraph(&labelled(&note_label(*kind, document), text)))
        }
        Block::Quote(text) => quoted(&paragraph(text)),
        Block::Command(text) => fenced(text),
    }
}

/// A label with the colon of its language.
fn colon(label: &str, document: &Document) -> String {
    use crate::domain::lang::Lang;
    match document.lang {
        Lang::En => format!("{label}:"),
        Lang::ZhHans | Lang::ZhHant => format!("{label}："),
    }
}

fn rows(table: &Table, document: &Document) -> String {
    let row_of = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let titles = table.columns.iter().map(|title| inline(title));
    let rules = (0..table.columns.len()).map(|place| {
        let column = || table.rows.iter().filter_map(|row| row.cells.get(place));
        let figures = column().filter(|cell| is_figure(cell)).count();
        if figures > 0 { "---:" } else { "---" }.to_owned()
    });
    let mut out = vec![row_of(titles.collect()), row_of(rules.collect())];
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| inline(&shown(cell, document)));
        out.push(row_of(cells.collect()));
    }
    out.join("\n")
}

fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
    lines.join("\n")
}

fn fenced(text: &str) -> String {
    let text = harmless::line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    format!("{fence}\n{text}\n{fence}")
}

/// A text whose line breaks stay.
fn paragraph(text: &str) -> String {
    let lines: Vec<String> = harmless::lines(text).split('\n').map(line).collect();
    let mut out = String::new();
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            // A hard break between two lines with text; around an empty line a paragraph ends anyway.
            let before = lines
                .get(place.saturating_sub(1))
                .is_some_and(|l| !l.is_empty());
            out.push_str(if before && !line.is_empty() {
                "\\\n"
            } else {
                "\n"
            });
        }
        out.push_str(line);
    }
    out
}

/// One line of text with everything escaped that could be markup inside a line.
fn inline(text: &str) -> String {
    let line = harmless::line(text);
    let mut out = String::new();
    for c in line.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// The same for a line that stands alone: what would begin a heading, list or rule is escaped too.
fn line(text: &str) -> String {
    let line = inline(text);
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let after = line.chars().nth(digits);
    let place = match line.chars().next() {
        Some('#' | '+' | '-' | '=') => 0,
        _ if digits > 0 && matches!(after, Some('.' | ')')) => digits,
        _ => return line,
    };
    // Signs before it are ASCII: a place among characters is a place among bytes.
    match line.split_at_checked(place) {
        Some((before, rest)) => format!("{before}\\{rest}"),
        None => line,
    }
}

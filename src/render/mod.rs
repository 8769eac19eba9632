//! Shapes: a [`Document`] as terminal text, Markdown, HTML or CSV; a report as JSON.
//!
//! Promises: whatever stands in a document (names a stranger chose, words a collector said) comes out
//! harmless for its format: no escape sequence or direction override on a terminal, no formula in a
//! spreadsheet, no markup in HTML or Markdown. Meaning never by colour alone.
//! Leaves to others: what to say (`report`, `letters`), where it goes (`cli`).

pub mod csv;
mod fill;
pub mod harmless;
pub mod html;
pub mod json;
pub mod markdown;
pub mod table;
pub mod text;

use crate::i18n::Words;
use crate::i18n::numbers;
use crate::report::Report;
use crate::report::document::{Cell, Document, NoteKind};

/// A format of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// For machines: the report as data.
    Json,
    /// For notes and other tools.
    Markdown,
    /// One self-contained page that prints on A4.
    Html,
    /// The tables alone, for spreadsheets.
    Csv,
}

impl Format {
    /// Every format with its word on the command line.
    pub const ALL: [(&'static str, Format); 5] = [
        ("text", Format::Text),
        ("json", Format::Json),
        ("markdown", Format::Markdown),
        ("html", Format::Html),
        ("csv", Format::Csv),
    ];
}

/// How the output is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; text is never laid out wider than [`Look::WIDEST`].
    pub width: usize,
    /// Whether escape sequences for bold and colour are written.
    pub colour: bool,
    /// Whether CSV begins with a byte order mark, which some spreadsheets need to see UTF-8.
    pub bom: bool,
}

impl Look {
    /// The widest text that reads well.
    pub const WIDEST: usize = 100;
    /// The narrowest text that can be laid out.
    pub const NARROWEST: usize = 24;

    /// Plain text of a width.
    #[must_use]
    pub const fn plain(width: usize) -> Look {
        Look {
            width,
            colour: false,
            bom: false,
        }
    }

    /// The width used: as asked, within [`Look::NARROWEST`] and [`Look::WIDEST`].
    #[must_use]
    pub fn columns(&self) -> usize {
        self.width.clamp(Look::NARROWEST, Look::WIDEST)
    }
}

impl Default for Look {
    fn default() -> Look {
        Look::plain(80)
    }
}

/// A document in a format. It ends in a line break.
#[must_use]
pub fn render(document: &Document, format: Format, look: &Look) -> String {
    match format {
        Format::Text => text::render(document, look),
        Format::Json => json::document(document),
        Format::Markdown => markdown::render(document, look),
        Format::Html => html::render(document, look),
        Format::Csv => csv::render(document, look),
    }
}

/// A report in a format: as data for JSON, else its document.
#[must_use]
pub fn report<R: Report>(report: &R, words: &Words, format: Format, look: &Look) -> String {
    match format {
        Format::Json => json::report(report),
        Format::Text | Format::Markdown | Format::Html | Format::Csv => {
            render(&report.document(words), format, look)
        }
    }
}

/// A line of talk in lines of a width; what is typed as it stands is never given here.
#[must_use]
pub fn wrapped(line: &str, width: usize) -> String {
    fill::wrap(line, width.clamp(Look::NARROWEST, Look::WIDEST)).join("\n")
}

/// A written page in lines of at most `width` columns: list items hang under their first word, what stands between fences
/// or in a table is left as it is.
#[must_use]
pub fn page(text: &str, width: usize) -> String {
    let width = width.clamp(Look::NARROWEST, Look::WIDEST);
    let mut lines: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        let fence = line.starts_with("```");
        fenced ^= fence;
        if fenced || fence || line.starts_with(['|', '#']) || line.trim().is_empty() {
            lines.push(line.to_owned());
            continue;
        }
        let marked = line.split_once(' ').filter(|(mark, _)| {
            *mark == "-"
                || mark
                    .strip_suffix('.')
                    .is_some_and(|n| n.parse::<u8>().is_ok())
        });
        match marked {
            Some((mark, rest)) => {
                let first = format!("{mark} ");
                let hang = " ".repeat(first.len());
                lines.extend(fill::wrap_after(rest, width, &first, &hang));
            }
            None => lines.extend(fill::wrap(line, width)),
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A cell as people read it, not yet harmless.
fn shown(cell: &Cell, document: &Document) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Unknown => "-".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Money(money) => numbers::grouped(*money),
        Cell::Date(date) => date.to_string(),
        Cell::Percent(fraction) => numbers::percent(*fraction),
        Cell::Days(days) => numbers::days(document.lang, *days),
        Cell::Count(count) => numbers::count(u64::from(*count)),
    }
}

/// Whether a cell is a figure, which stands to the right.
fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Money(_) | Cell::Percent(_) | Cell::Days(_) | Cell::Count(_) => true,
        Cell::Empty | Cell::Unknown | Cell::Text(_) | Cell::Date(_) => false,
    }
}

/// The word before a note, so that its weight never rests on colour alone.
fn note_label(kind: NoteKind, document: &Document) -> String {
    let words = Words::new(document.lang);
    match kind {
        NoteKind::Plain => words.text("render-note-plain"),
        NoteKind::Warning => words.text("render-note-warning"),
        NoteKind::Serious => words.text("render-note-serious"),
    }
}

/// A label and a text in one: Chinese labels end in a full-width colon and need no blank.
fn labelled(label: &str, text: &str) -> String {
    if label.ends_with('：') {
        format!("{label}{text}")
    } else {
        format!("{label} {text}")
    }
}

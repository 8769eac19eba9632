//! A document for a terminal.
//!
//! Promises: no line wider than asked, except a command, which must stay one line to be copied; every
//! weight is said in words, colour only repeats it; nothing from outside reaches the terminal raw.
//! Leaves to others: whether there is a terminal, how wide, and whether it wants colour (`cli`).

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::fill::wrap_after;
use super::table::{self, key_values};
use super::{Look, harmless, labelled, note_label, shown};
use crate::report::document::{Block, Document, NoteKind};

const STRONG: Style = Style::new().bold();
const SERIOUS: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const COMMAND: Style = AnsiColor::Cyan.on_default();

/// The document as text.
#[must_use]
pub fn render(document: &Document, look: &Look) -> String {
    let mut page = Page {
        document,
        width: look.columns(),
        colour: look.colour,
        lines: Vec::new(),
    };
    page.title(&document.title, '=');
    let mut before: Option<&Block> = None;
    for block in &document.blocks {
        if before.is_some_and(|before| !close_together(before, block)) {
            page.lines.push(String::new());
        }
        page.block(block);
        before = Some(block);
    }
    let mut out = page.lines.join("\n");
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Whether two blocks stand without a blank line between them.
fn close_together(before: &Block, next: &Block) -> bool {
    matches!(before, Block::Heading { .. })
        || matches!((before, next), (Block::Note { .. }, Block::Note { .. }))
        || matches!((before, next), (Block::Command(_), Block::Command(_)))
}

struct Page<'a> {
    document: &'a Document,
    width: usize,
    colour: bool,
    lines: Vec<String>,
}

impl Page<'_> {
    fn styled(&self, text: &str, style: Style) -> String {
        if self.colour && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    fn title(&mut self, text: &str, underline: char) {
        let text = harmless::line(text);
        if text.is_empty() {
            return;
        }
        let lines = wrap_after(&text, self.width, "", "");
        let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        for line in lines {
            let line = self.styled(&line, STRONG);
            self.lines.push(line);
        }
        self.lines.push(underline.to_string().repeat(widest));
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let mut first = first;
        for line in harmless::lines(text).split('\n') {
            self.lines.extend(wrap_after(line, self.width, first, rest));
            first = rest;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } if *level <= 2 => self.title(text, '-'),
            Block::Heading { text, .. } => {
                for line in wrap_after(&harmless::line(text), self.width, "", "") {
                    let line = self.styled(&line, STRONG);
                    self.lines.push(line);
                }
            }
            Block::Paragraph(text) => self.wrapped(text, "", ""),
            Block::List { ordered, items } => {
                for (place, item) in items.iter().enumerate() {
                    let mark = if *ordered {
                        format!("{}. ", place.saturating_add(1))
                    } else {
                        "- ".to_owned()
                    };
                    let rest = " ".repeat(mark.len());
                    self.wrapped(item, &mark, &rest);
                }
            }
            Block::KeyValues(pairs) => {
                let pairs: Vec<(String, String)> = pairs
                    .iter()
                    .map(|(label, cell)| {
                        let value = harmless::lines(&shown(cell, self.document));
                        (harmless::line(label), value)
                    })
                    .collect();
                self.lines.extend(key_values(&pairs, self.width));
            }
            Block::Table(table) => {
                for line in table::lines(table, self.document, self.width) {
                    let line = if line.strong {
                        self.styled(&line.text, STRONG)
                    } else {
                        line.text
                    };
                    self.lines.push(line);
                }
            }
            Block::Note { kind, text } => self.note(*kind, text),
            Block::Quote(text) => self.wrapped(text, "    ", "    "),
            Block::Command(text) => {
                let text = harmless::line(text);
                let line = format!("    {}", self.styled(&text, COMMAND));
                self.lines.push(line);
            }
        }
    }

    fn note(&mut self, kind: NoteKind, text: &str) {
        let label = note_label(kind, self.document);
        let start = self.lines.len();
        self.wrapped(&labelled(&label, text), "", "  ");
        let style = match kind {
            NoteKind::Plain => return,
            NoteKind::Warning => WARNING,
            NoteKind::Serious => SERIOUS,
        };
        let styled = self.styled(&label, style);
        if let Some(line) = self.lines.get_mut(start)
            && let Some(rest) = line.strip_prefix(label.as_str())
        {
            *line = format!("{styled}{rest}");
        }
    }
}

//! A document as one self-contained HTML page that prints on A4.
//!
//! Promises: everything is escaped, nothing is loaded from anywhere (a content policy says so too), the
//! page reads in black and white.
//! Leaves to others: where it is saved.

use super::{Look, harmless, is_figure, note_label, shown};
use crate::report::blank::{self, Piece};
use crate::report::document::{Block, Cell, Document, Emphasis, NoteKind, Table};

const STYLE: &str = "\
@page { size: A4; margin: 20mm 18mm; }
body { font: 11pt/1.6 \"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", sans-serif; \
color: #111; max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 1.6em; } h3 { font-size: 1em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; page-break-inside: auto; }
tr { page-break-inside: avoid; }
th, td { border-bottom: 1px solid #bbb; padding: .25em .5em; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #444; } .figure { text-align: right; font-variant-numeric: tabular-nums; \
white-space: nowrap; }
.total td { border-top: 2px solid #444; font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; } dt { font-weight: bold; } \
dd { margin: 0; }
.note { border-left: 4px solid #777; padding: .3em .8em; margin: 1em 0; }
.warning, .serious { border-left-width: 8px; } .serious { border-left-color: #a00; }
.line { display: inline-block; min-width: 46mm; overflow: hidden; white-space: nowrap; color: transparent; \
border-bottom: 1px solid #111; line-height: 1.2; }
.line.across { display: block; width: 100%; height: 9mm; } td .line { min-width: 0; }
small { color: #555; white-space: nowrap; }
blockquote { margin: 1em 0; padding: .3em 1em; border-left: 4px solid #ccc; }
pre { white-space: pre-wrap; background: #f4f4f4; padding: .5em; }
@media print { body { margin: 0; max-width: none; padding: 0; } pre { background: none; } }
";

/// The document as a page.
#[must_use]
pub fn render(document: &Document, _look: &Look) -> String {
    let title = escaped(&harmless::line(&document.title));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        document.lang
    );
    if !title.is_empty() {
        out.push_str(&format!("<h1>{title}</h1>\n"));
    }
    for block in &document.blocks {
        out.push_str(&rendered(block, document));
        out.push('\n');
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn rendered(block: &Block, document: &Document) -> String {
    match block {
        Block::Heading { level, text } => {
            let level = (*level).clamp(2, 3);
            format!("<h{level}>{}</h{level}>", escaped(&harmless::line(text)))
        }
        Block::Paragraph(text) => format!("<p>{}</p>", broken(text)),
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            let items: String = items
                .iter()
                .map(|item| format!("<li>{}</li>\n", broken(item)))
                .collect();
            format!("<{tag}>\n{items}</{tag}>")
        }
        Block::KeyValues(pairs) => {
            let pairs: String = pairs
                .iter()
                .map(|(label, cell)| {
                    let label = escaped(&harmless::line(label));
                    format!(
                        "<dt>{label}</dt><dd>{}</dd>\n",
                        broken(&shown(cell, document))
                    )
                })
                .collect();
            format!("<dl>\n{pairs}</dl>")
        }
        Block::Table(table) => rows(table, document),
        Block::Note { kind, text } => {
            let class = match kind {
                NoteKind::Plain => "note",
                NoteKind::Warning => "note warning",
                NoteKind::Serious => "note serious",
            };
            let label = escaped(&note_label(*kind, document));
            format!(
                "<div class=\"{class}\"><strong>{label}</strong> {}</div>",
                broken(text)
            )
        }
        Block::Quote(text) => format!("<blockquote>{}</blockquote>", broken(text)),
        Block::Command(text) => {
            format!("<pre><code>{}</code></pre>", escaped(&harmless::line(text)))
        }
    }
}

fn rows(table: &Table, document: &Document) -> String {
    let figures = |place: usize| {
        let cells = || {
            table
                .rows
                .iter()
                .filter_map(move |row| row.cells.get(place))
        };
        cells().any(is_figure)
    };
    let mut out = String::from("<table>\n<thead><tr>");
    for (place, title) in table.columns.iter().enumerate() {
        let class = if figures(place) {
            " class=\"figure\""
        } else {
            ""
        };
        let title = escaped(&harmless::line(title));
        out.push_str(&format!("<th scope=\"col\"{class}>{title}</th>"));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str(match row.emphasis {
            Emphasis::Item => "<tr>",
            Emphasis::Total => "<tr class=\"total\">",
        });
        for (place, cell) in row.cells.iter().enumerate() {
            let right = is_figure(cell) || (figures(place) && !matches!(cell, Cell::Text(_)));
            let class = if right { " class=\"figure\"" } else { "" };
            out.push_str(&format!(
                "<td{class}>{}</td>",
                broken(&shown(cell, document))
            ));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>");
    out
}

/// Escaped, with its line breaks kept.
fn broken(text: &str) -> String {
    let text = harmless::lines(text);
    let mut out = String::new();
    for piece in blank::pieces(&text) {
        match piece {
            Piece::Words(words) => out.push_str(&escaped(words)),
            Piece::Line(line) => {
                let class = if piece.across() {
                    "line across"
                } else {
                    "line"
                };
                out.push_str(&format!("<span class=\"{class}\">{line}</span>"));
            }
            Piece::Label(label) => {
                out.push_str(&format!("<small>{}</small>", escaped(label)));
            }
        }
    }
    // A line across the page is a line of its own already.
    out.replace(
        "</span>\n<span class=\"line across\">",
        "</span><span class=\"line across\">",
    )
    .replace('\n', "<br>\n")
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

//! Lays a table out for a terminal: as columns where they fit, else record by record.
//!
//! Promises: figures and dates are never broken over lines; wide characters count two columns; no line is
//! wider than asked (a single word longer than the line is broken).
//! Leaves to others: bold and colour (`text`).

use comfy_table::{CellAlignment, ContentArrangement, presets};
use unicode_width::UnicodeWidthStr;

use super::fill::{longest_word, wrap};
use super::{harmless, is_figure, shown};
use crate::report::document::{Cell, Document, Emphasis, Table};

/// Blanks between columns.
const GAP: usize = 2;
/// Narrower than this a column of text is hard to read.
const NARROW_TEXT: usize = 10;

/// A line of a laid-out table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text, without trailing blanks.
    pub text: String,
    /// Whether it is a title or a total.
    pub strong: bool,
}

/// The lines of a table within a width.
#[must_use]
pub fn lines(table: &Table, document: &Document, width: usize) -> Vec<Line> {
    let grid = Grid::of(table, document);
    match grid.widths(width) {
        Some(widths) => grid.columns(&widths),
        None => grid.records(width),
    }
}

/// The texts of a table, and what each column needs.
struct Grid {
    titles: Vec<String>,
    rows: Vec<(Vec<String>, Emphasis)>,
    right: Vec<bool>,
    /// The least width of each column.
    least: Vec<usize>,
    /// The width at which no cell wraps, its title aside.
    body: Vec<usize>,
    /// The width at which nothing in it wraps.
    natural: Vec<usize>,
}

impl Grid {
    fn of(table: &Table, document: &Document) -> Grid {
        let titles: Vec<String> = table.columns.iter().map(|t| harmless::line(t)).collect();
        let rows: Vec<(Vec<String>, Emphasis)> = table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter();
                let texts = cells.map(|cell| harmless::line(&shown(cell, document)));
                (texts.collect(), row.emphasis)
            })
            .collect();
        let mut grid = Grid {
            right: Vec::new(),
            least: Vec::new(),
            body: Vec::new(),
            natural: Vec::new(),
            titles,
            rows,
        };
        for (place, title) in grid.titles.iter().enumerate() {
            let typed: Vec<&Cell> = table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(place))
                .collect();
            let texts: Vec<&String> = grid
                .rows
                .iter()
                .filter_map(|(texts, _)| texts.get(place))
                .collect();
            let widest = |wraps: bool| {
                typed
                    .iter()
                    .zip(&texts)
                    .filter(|(cell, _)| wraps == matches!(cell, Cell::Text(_)))
                    .map(|(_, text)| text.width())
                    .max()
                    .unwrap_or(0)
            };
            let (text, figure) = (widest(true), widest(false));
            let figures = typed.iter().filter(|cell| is_figure(cell)).count();
            let texts = typed.iter().filter(|c| matches!(c, Cell::Text(_))).count();
            grid.right.push(figures > 0 && figures >= texts);
            let natural = text.max(figure).max(title.width());
            let word = longest_word(title).min(NARROW_TEXT);
            grid.body.push(text.max(figure).max(word).min(natural));
            grid.natural.push(natural);
            grid.least
                .push(figure.max(text.min(NARROW_TEXT)).max(word).min(natural));
        }
        grid
    }

    /// A width for each column, or none if they do not fit.
    fn widths(&self, width: usize) -> Option<Vec<usize>> {
        let gaps = GAP.saturating_mul(self.titles.len().saturating_sub(1));
        let total = |widths: &[usize]| widths.iter().sum::<usize>().saturating_add(gaps);
        if total(&self.least) > width {
            return None;
        }
        let mut widths = self.natural.clone();
        // Titles give way first, then the cells; of each the widest that can still give.
        for floor in [&self.body, &self.least] {
            while total(&widths) > width {
                let can_give = widths
                    .iter()
                    .zip(floor)
                    .enumerate()
                    .filter(|(_, (size, floor))| size > floor)
                    .max_by_key(|(_, (size, _))| **size)
                    .map(|(place, _)| place);
                match can_give.and_then(|place| widths.get_mut(place)) {
                    Some(size) => *size = size.saturating_sub(1),
                    None => break,
                }
            }
        }
        Some(widths)
    }

    fn columns(&self, widths: &[usize]) -> Vec<Line> {
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(presets::NOTHING);
        drawn.set_content_arrangement(ContentArrangement::Disabled);
        let wrapped = |texts: &[String]| -> Vec<String> {
            let cells = texts.iter().zip(widths);
            cells
                .map(|(text, width)| wrap(text, *width).join("\n"))
                .collect()
        };
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        let mut strong: Vec<bool> = Vec::new();
        let add =
            |drawn: &mut comfy_table::Table, cells: Vec<String>, is: bool, out: &mut Vec<bool>| {
                let height = cells.iter().map(|cell| cell.lines().count().max(1)).max();
                out.extend(std::iter::repeat_n(is, height.unwrap_or(1)));
                drawn.add_row(cells);
            };
        add(&mut drawn, wrapped(&self.titles), true, &mut strong);
        add(&mut drawn, rule.clone(), false, &mut strong);
        let mut before = Emphasis::Item;
        for (texts, emphasis) in &self.rows {
            let total = *emphasis == Emphasis::Total;
            if total && before == Emphasis::Item {
                add(&mut drawn, rule.clone(), false, &mut strong);
            }
            before = *emphasis;
            add(&mut drawn, wrapped(texts), total, &mut strong);
        }
        let last = widths.len().saturating_sub(1);
        for (place, column) in drawn.column_iter_mut().enumerate() {
            let gap = if place == last { 0 } else { GAP };
            column.set_padding((0, u16::try_from(gap).unwrap_or(0)));
            if self.right.get(place).copied().unwrap_or(false) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        drawn
            .lines()
            .zip(strong)
            .map(|(text, strong)| Line {
                text: text.trim_end().to_owned(),
                strong,
            })
            .collect()
    }

    /// Record by record: each row as labels with values.
    fn records(&self, width: usize) -> Vec<Line> {
        let labels = self.titles.iter().map(|title| title.width()).max();
        let labels = labels.unwrap_or(0);
        let mut out: Vec<Line> = Vec::new();
        for (texts, _) in &self.rows {
            if !out.is_empty() {
                out.push(Line {
                    text: String::new(),
                    strong: false,
                });
            }
            let pairs: Vec<(String, String)> = self
                .titles
                .iter()
                .cloned()
                .zip(texts.iter().cloned())
                .filter(|(_, text)| !text.is_empty())
                .collect();
            for (place, text) in pairs_in(&pairs, width, labels).into_iter().enumerate() {
                out.push(Line {
                    text,
                    strong: place == 0,
                });
            }
        }
        out
    }
}

/// Labels with values, the values in one column; long ones go on under themselves.
#[must_use]
pub fn key_values(pairs: &[(String, String)], width: usize) -> Vec<String> {
    let widest = pairs.iter().map(|(label, _)| label.width()).max();
    pairs_in(pairs, width, widest.unwrap_or(0))
}

/// The same with labels of a given width.
fn pairs_in(pairs: &[(String, String)], width: usize, labels: usize) -> Vec<String> {
    let label_width = labels.min(width.div_euclid(2).saturating_sub(GAP));
    let value_width = width.saturating_sub(label_width).saturating_sub(GAP).max(1);
    let mut out = Vec::new();
    for (label, value) in pairs {
        let labels = wrap(label, label_width.max(1));
        let values: Vec<String> = value
            .split('\n')
            .flat_map(|line| wrap(line, value_width))
            .collect();
        for place in 0..labels.len().max(values.len()) {
            let label = labels.get(place).map_or("", String::as_str);
            let value = values.get(place).map_or("", String::as_str);
            let blanks = label_width
                .saturating_sub(label.width())
                .saturating_add(GAP);
            let line = format!("{label}{}{value}", " ".repeat(blanks));
            out.push(line.trim_end().to_owned());
        }
    }
    out
}

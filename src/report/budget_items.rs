//! The items of a budget as tables: by side and category, what comes once, and the papers that prove each line.

use chrono::NaiveDate;

use super::document::{Block, Cell, Document, Table};
use crate::domain::budget::{Category, Every};
use crate::domain::capacity::{BudgetItem, Side};
use crate::domain::money::Money;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// Papers, numbered in the order in which they are first named.
#[derive(Default)]
pub(super) struct Papers(Vec<String>);

impl Papers {
    /// The numbers of some papers: `1, 3`; nothing where there are none.
    pub(super) fn numbers(&mut self, papers: &[String], words: &Words) -> String {
        let numbers: Vec<String> = papers
            .iter()
            .map(|paper| {
                let known = self.0.iter().position(|one| one == paper);
                let place = known.unwrap_or_else(|| {
                    self.0.push(paper.clone());
                    self.0.len().saturating_sub(1)
                });
                place.saturating_add(1).to_string()
            })
            .collect();
        numbers.join(&words.text("statement-list-comma"))
    }

    /// The list the numbers point to.
    pub(super) fn list(self, document: &mut Document, words: &Words) {
        if self.0.is_empty() {
            return;
        }
        document.heading(words.text("statement-papers"));
        document.push(Block::List {
            ordered: true,
            items: self.0,
        });
    }
}

/// The tables of all items: one for each side, one for what comes or goes once.
pub(super) fn tables(
    items: &[BudgetItem],
    papers: &mut Papers,
    document: &mut Document,
    words: &Words,
) {
    for (side, id) in [
        (Side::Income, "capacity-income"),
        (Side::Essential, "capacity-essential"),
        (Side::Other, "capacity-other"),
    ] {
        let own: Vec<&BudgetItem> = items
            .iter()
            .filter(|item| item.side == side && !item.is_once())
            .collect();
        if !own.is_empty() {
            document.heading(words.text(id));
            document.push(Block::Table(ordinary(&own, side, papers, words)));
        }
    }
    let once: Vec<&BudgetItem> = items.iter().filter(|item| item.is_once()).collect();
    if !once.is_empty() {
        document.heading(words.text("statement-once"));
        document.push(Block::Table(one_offs(&once, papers, words)));
    }
}

/// Columns that would say nothing are left out: how often where all come each month, papers where none is noted.
fn ordinary(items: &[&BudgetItem], side: Side, papers: &mut Papers, words: &Words) -> Table {
    let categories = side != Side::Income;
    let monthly = items.iter().all(|item| item.every == Every::Month);
    let proved = items.iter().any(|item| !item.evidence.is_empty());
    let columns = [
        ("statement-column-category", categories),
        ("capacity-column-item", true),
        ("capacity-items-every", !monthly),
        ("capacity-items-amount", !monthly),
        ("capacity-column-month", true),
        ("statement-column-papers", proved),
    ];
    let titles = columns.iter().filter(|(_, shown)| *shown);
    let mut table = Table::new(titles.map(|(id, _)| words.text(id)));
    let mut last = None;
    for item in items {
        let mut cells: Vec<Cell> = Vec::new();
        if categories {
            let category = item.category.unwrap_or(Category::Other);
            let again = last.replace(category) == Some(category);
            cells.push(if again {
                Cell::Empty
            } else {
                numbers::capitalised(&words.word(category)).into()
            });
        }
        cells.push(named(item, words).into());
        if !monthly {
            cells.push(numbers::capitalised(&words.word(item.every)).into());
            cells.push(item.amount.into());
        }
        cells.push(item.monthly.into());
        if proved {
            cells.push(papers.numbers(&item.evidence, words).into());
        }
        table.row(cells);
    }
    table
}

fn one_offs(items: &[&BudgetItem], papers: &mut Papers, words: &Words) -> Table {
    let proved = items.iter().any(|item| !item.evidence.is_empty());
    let columns = [
        ("statement-column-on", true),
        ("capacity-column-item", true),
        ("capacity-items-amount", true),
        ("statement-column-papers", proved),
    ];
    let titles = columns.iter().filter(|(_, shown)| *shown);
    let mut table = Table::new(titles.map(|(id, _)| words.text(id)));
    for item in items {
        let amount = if item.side == Side::Income {
            item.amount
        } else {
            -item.amount
        };
        let mut cells: Vec<Cell> = vec![
            item.on.or(item.from).into(),
            item.name.as_str().into(),
            amount.into(),
        ];
        if proved {
            cells.push(papers.numbers(&item.evidence, words).into());
        }
        table.row(cells);
    }
    table
}

/// An item's name, with what limits it: from when, until when, between which sums.
fn named(item: &BudgetItem, words: &Words) -> String {
    let mut limits = Vec::new();
    if let Some((low, high)) = item.range {
        let slots = [
            ("low", numbers::grouped(low).into()),
            ("high", numbers::grouped(high).into()),
        ];
        limits.push(words.with("statement-between", &slots));
    }
    for (id, date) in [
        ("statement-from", item.from),
        ("statement-until", item.until),
    ] {
        if let Some(date) = date {
            limits.push(words.with(id, &[("date", date.to_string().into())]));
        }
    }
    if limits.is_empty() {
        return item.name.clone();
    }
    let slots = [
        ("item", item.name.as_str().into()),
        ("limits", limits.join(", ").into()),
    ];
    words.with("statement-item", &slots)
}

/// A column of a table of months.
pub(super) type Column<M> = (&'static str, fn(&M) -> Money);

/// Months with these columns; with `joined`, months in a row that look alike are one row.
pub(super) fn months<M>(
    months: &[M],
    start: fn(&M) -> NaiveDate,
    columns: &[Column<M>],
    joined: bool,
    words: &Words,
) -> Table {
    let mut titles = vec![words.text("capacity-head-month")];
    titles.extend(columns.iter().map(|(id, _)| words.text(id)));
    let mut table = Table::new(titles);
    let figures =
        |month: &M| -> Vec<Money> { columns.iter().map(|(_, amount)| amount(month)).collect() };
    let same = |a: &M, b: &M| joined && figures(a) == figures(b);
    for alike in months.chunk_by(same) {
        let (Some(first), Some(last)) = (alike.first(), alike.last()) else {
            continue;
        };
        let name = |month: &M| start(month).format("%Y-%m").to_string();
        let mut cells: Vec<Cell> = vec![if alike.len() == 1 {
            name(first).into()
        } else {
            format!("{} – {}", name(first), name(last)).into()
        }];
        cells.extend(figures(first).into_iter().map(Cell::from));
        table.row(cells);
    }
    table
}

/// A warning for each of the first months that fall short.
pub(super) fn short(
    shortfalls: &[crate::domain::capacity::Shortfall],
    figures: Numbers,
    words: &Words,
) -> Vec<String> {
    shortfalls
        .iter()
        .take(SHORTFALLS)
        .map(|short| {
            let slots = [
                ("month", numbers::month(words.lang(), short.month).into()),
                ("amount", figures.money(short.by).into()),
                (
                    "items",
                    short
                        .because
                        .join(&words.text("statement-list-comma"))
                        .into(),
                ),
            ];
            if short.because.is_empty() {
                words.with("capacity-short", &slots[..2])
            } else {
                words.with("capacity-short-because", &slots)
            }
        })
        .collect()
}

/// How many months that fall short are told one by one.
const SHORTFALLS: usize = 6;

//! One model for everything people read: headings, paragraphs, lists and typed tables.
//!
//! Promises: cells keep their type, so a renderer decides alignment and number format; text in it is
//! plain (no markup, not yet escaped): each renderer makes it harmless for its own format.

use chrono::NaiveDate;

use crate::domain::lang::Lang;
use crate::domain::money::Money;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title; empty for none.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

impl Document {
    /// An empty document.
    #[must_use]
    pub fn new(title: impl Into<String>, lang: Lang) -> Document {
        Document {
            title: title.into(),
            lang,
            blocks: Vec::new(),
        }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a heading of level 2.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.push(Block::Heading {
            level: 2,
            text: text.into(),
        });
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.push(Block::Paragraph(text.into()));
    }

    /// Adds a note.
    pub fn note(&mut self, kind: NoteKind, text: impl Into<String>) {
        self.push(Block::Note {
            kind,
            text: text.into(),
        });
    }
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; level 1 is the title's.
    Heading {
        /// 2 or 3.
        level: u8,
        /// The text.
        text: String,
    },
    /// A paragraph; line breaks in it are kept.
    Paragraph(String),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<String>,
    },
    /// Labels with values.
    KeyValues(Vec<(String, Cell)>),
    /// A table.
    Table(Table),
    /// Something to notice.
    Note {
        /// How much it matters.
        kind: NoteKind,
        /// The text.
        text: String,
    },
    /// Words to say or send, kept apart from the talk around them.
    Quote(String),
    /// A command line to type: never wrapped or translated.
    Command(String),
}

/// How much a note matters. Never shown by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Good to know.
    Plain,
    /// Needs care.
    Warning,
    /// Needs action.
    Serious,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its columns' titles.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new<T: Into<String>>(columns: impl IntoIterator<Item = T>) -> Table {
        Table {
            columns: columns.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds an ordinary row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row {
            cells,
            emphasis: Emphasis::Item,
        });
    }

    /// Adds a row of totals.
    pub fn total(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row {
            cells,
            emphasis: Emphasis::Total,
        });
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// What kind of row.
    pub emphasis: Emphasis,
}

/// What kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// An ordinary row.
    Item,
    /// A row of totals.
    Total,
}

/// A typed cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing there.
    Empty,
    /// Not known: shown as a dash, `null` for machines.
    Unknown,
    /// A text.
    Text(String),
    /// An amount in the ledger's currency.
    Money(Money),
    /// A date.
    Date(NaiveDate),
    /// A fraction of one, shown as a percentage with two decimals.
    Percent(f64),
    /// A number of days.
    Days(u32),
    /// A count.
    Count(u32),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}
impl From<Money> for Cell {
    fn from(money: Money) -> Cell {
        Cell::Money(money)
    }
}
impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Cell {
        Cell::Date(date)
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Unknown, Into::into)
    }
}

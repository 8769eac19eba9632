//! Edits of the ledger's text that keep its comments, its order and its line ends.
//!
//! Promises: only the lines that change change; keys are written in the order of the format; typed values
//! in their canonical form. What an edit makes is read again before it is saved ([`super::save::edit`]).

use toml_edit::{
    Array, ArrayOfTables, Decor, DocumentMut, InlineTable, Item, Table, TableLike, Value,
};

use super::format::{Kind, LEDGER, Shape};
use super::mistake::Mistakes;
use super::parse::{parse, without_mark};
use super::put::{Fields, Put};

/// Which record of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one with an id.
    Id(String),
    /// The one with a name.
    Name(String),
    /// The one at a place, from 0.
    Nth(usize),
}

/// A way down from the top of the ledger to a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot(Vec<Leg>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Leg {
    Section(&'static str),
    Record(&'static str, Which),
}

impl Spot {
    /// The top of the ledger.
    #[must_use]
    pub fn top() -> Spot {
        Spot::default()
    }

    /// The record of a table with an id: `Spot::id("debt", "zl-1")`.
    #[must_use]
    pub fn id(table: &'static str, id: &str) -> Spot {
        Spot::top().record(table, Which::Id(id.to_owned()))
    }

    /// A record of a table below.
    #[must_use]
    pub fn record(mut self, table: &'static str, which: Which) -> Spot {
        self.0.push(Leg::Record(table, which));
        self
    }

    /// A section below, made when it is first written to: `[debt.contract]`, `[budget]`.
    #[must_use]
    pub fn section(mut self, name: &'static str) -> Spot {
        self.0.push(Leg::Section(name));
        self
    }
}

/// Why an edit cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The record to edit is not there.
    #[error("there is no `{table}` {which}")]
    NoSuchRecord {
        /// Its table.
        table: &'static str,
        /// Its id, name or number, from 1.
        which: String,
    },
    /// The id is taken.
    #[error("the id `{id}` of `{table}` is taken")]
    IdTaken {
        /// Its table.
        table: &'static str,
        /// The id.
        id: String,
    },
    /// The format has no such key there: a fault of ours.
    #[error("the format has no key `{key}` there")]
    NoSuchKey {
        /// The key.
        key: String,
    },
    /// The ledger writes the table in a way that cannot be added to.
    #[error("`{key}` is written in one line and cannot be added to")]
    WrittenInline {
        /// The table.
        key: &'static str,
    },
}

/// A ledger's text being edited.
#[derive(Debug)]
pub struct Edit {
    document: DocumentMut,
    original: String,
    before: String,
}

impl Edit {
    /// Begins to edit a text, which is valid TOML.
    ///
    /// # Errors
    /// The mistakes of a text that is not.
    pub fn of(text: &str) -> Result<Edit, Mistakes> {
        let plain = without_mark(text).replace("\r\n", "\n");
        match plain.parse::<DocumentMut>() {
            Ok(document) => Ok(Edit {
                document,
                original: text.to_owned(),
                before: plain,
            }),
            // It was read before; whatever is wrong is told as the reader tells it.
            Err(_) => match parse(text, "") {
                Err(mistakes) => Err(mistakes),
                Ok(_) => Ok(Edit {
                    document: DocumentMut::new(),
                    original: text.to_owned(),
                    before: plain,
                }),
            },
        }
    }

    /// The text after the edits, with the line ends and the byte-order mark it had.
    #[must_use]
    pub fn finish(self) -> String {
        let after = self.document.to_string();
        if after == self.before {
            return self.original;
        }
        super::lines::restored(&self.original, &after)
    }

    /// Adds a record at the end of a table: `[[debt]]`, `[[debt.payment]]`.
    ///
    /// # Errors
    /// [`EditError`] if the way does not lead to a table, or the id is taken.
    pub fn push(
        &mut self,
        spot: &Spot,
        table: &'static str,
        fields: Fields,
    ) -> Result<(), EditError> {
        let Found {
            table: parent,
            shape,
            inline,
        } = self.find(spot, true)?;
        let Some(Kind::Sections(child)) = shape.key(table).map(|key| key.kind) else {
            return Err(no_key(table));
        };
        if inline && !parent.contains_key(table) {
            return Err(EditError::WrittenInline { key: table });
        }
        let id = fields.iter().find_map(|(key, put)| match put {
            Put::Text(id) if *key == "id" => Some(id.clone()),
            _ => None,
        });
        if let Some(id) = id
            && place_of(parent, table, &Which::Id(id.clone())).is_some()
        {
            return Err(EditError::IdTaken { table, id });
        }
        let mut record = Table::new();
        write_fields(&mut record, false, child, fields)?;
        let item = parent
            .entry(table)
            .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        match item {
            Item::ArrayOfTables(records) => {
                records.push(record);
                Ok(())
            }
            // Written as `payment = [{ … }]`: stays as the user wrote it.
            Item::Value(Value::Array(records)) => {
                records.push(record.into_inline_table());
                Ok(())
            }
            _ => Err(EditError::WrittenInline { key: table }),
        }
    }

    /// Sets one key, making the section it is in if need be.
    ///
    /// # Errors
    /// [`EditError`] if the way leads nowhere or the format has no such key.
    pub fn set(
        &mut self,
        spot: &Spot,
        key: &'static str,
        put: impl Into<Put>,
    ) -> Result<(), EditError> {
        self.set_all(spot, vec![(key, put.into())])
    }

    /// Sets keys, making the section they are in if need be.
    ///
    /// # Errors
    /// As [`Edit::set`].
    pub fn set_all(&mut self, spot: &Spot, fields: Fields) -> Result<(), EditError> {
        let found = self.find(spot, true)?;
        write_fields(found.table, found.inline, found.shape, fields)
    }

    /// Removes a key, a section or all records of a table. Says whether it was there.
    ///
    /// # Errors
    /// [`EditError`] if the way leads nowhere.
    pub fn unset(&mut self, spot: &Spot, key: &'static str) -> Result<bool, EditError> {
        Ok(self.find(spot, false)?.table.remove(key).is_some())
    }

    /// Removes one record of a table. Comments that a blank line parts from it stay.
    ///
    /// # Errors
    /// [`EditError::NoSuchRecord`] if it is not there.
    pub fn remove(
        &mut self,
        spot: &Spot,
        table: &'static str,
        which: &Which,
    ) -> Result<(), EditError> {
        let parent = self.find(spot, false)?.table;
        let place = place_of(parent, table, which).ok_or_else(|| no_record(table, which))?;
        let removed = match parent.get_mut(table) {
            Some(Item::ArrayOfTables(records)) => {
                let removed = records.remove(place);
                if records.is_empty() {
                    parent.remove(table);
                }
                Some(removed)
            }
            Some(Item::Value(Value::Array(records))) => {
                records.remove(place);
                None
            }
            _ => None,
        };
        if let Some(removed) = removed {
            self.keep_comments(&removed);
        }
        Ok(())
    }

    /// The comments above a removed record that a blank line parts from it move to what follows.
    fn keep_comments(&mut self, removed: &Table) {
        let prefix = text_of(removed.decor());
        let Some(end) = prefix.rfind("\n\n") else {
            return;
        };
        let kept = prefix.get(..end.saturating_add(1)).unwrap_or_default();
        if !kept.contains('#') {
            return;
        }
        let after = removed.position().unwrap_or(isize::MAX);
        let mut all = Vec::new();
        positions(self.document.as_table(), &mut all);
        // Headers are written in the order of their positions.
        let next = all.into_iter().filter(|position| *position > after).min();
        match next.and_then(|next| decor_at(self.document.as_table_mut(), next)) {
            Some(decor) => {
                let old = text_of(decor);
                decor.set_prefix(format!("{kept}{old}"));
            }
            None => {
                let old = self.document.trailing().as_str().unwrap_or_default();
                let new = format!("{kept}{old}");
                self.document.set_trailing(new);
            }
        }
    }

    /// The table at the end of a way, its shape, and whether it is written in one line.
    fn find(&mut self, spot: &Spot, make: bool) -> Result<Found<'_>, EditError> {
        let mut found = Found {
            table: self.document.as_table_mut(),
            shape: &LEDGER,
            inline: false,
        };
        for leg in &spot.0 {
            let name = match leg {
                Leg::Section(name) | Leg::Record(name, _) => *name,
            };
            let child = found.shape.child(name).ok_or_else(|| no_key(name))?;
            let (table, inline) = match leg {
                Leg::Section(_) => section_mut(found.table, found.inline, name, make)?,
                Leg::Record(_, which) => place_of(found.table, name, which)
                    .and_then(|place| record_mut(found.table, name, place))
                    .ok_or_else(|| no_record(name, which))?,
            };
            found = Found {
                table,
                shape: child,
                inline: found.inline || inline,
            };
        }
        Ok(found)
    }
}

/// A table in the document.
struct Found<'a> {
    table: &'a mut dyn TableLike,
    shape: &'static Shape,
    inline: bool,
}

/// A section below, made if it is missing and may be made.
fn section_mut<'a>(
    parent: &'a mut dyn TableLike,
    inline: bool,
    name: &'static str,
    make: bool,
) -> Result<(&'a mut dyn TableLike, bool), EditError> {
    if make && !parent.contains_key(name) {
        let made = if inline {
            Item::Value(Value::InlineTable(InlineTable::new()))
        } else {
            Item::Table(Table::new())
        };
        parent.insert(name, made);
    }
    let item = parent.get_mut(name);
    let inline = item.as_ref().is_some_and(|item| item.is_inline_table());
    item.and_then(Item::as_table_like_mut)
        .map(|table| (table, inline))
        .ok_or(EditError::NoSuchRecord {
            table: name,
            which: String::new(),
        })
}

fn no_key(key: &str) -> EditError {
    EditError::NoSuchKey {
        key: key.to_owned(),
    }
}

fn no_record(table: &'static str, which: &Which) -> EditError {
    EditError::NoSuchRecord {
        table,
        which: match which {
            Which::Id(id) => id.clone(),
            Which::Name(name) => name.clone(),
            Which::Nth(place) => place.saturating_add(1).to_string(),
        },
    }
}

/// All tables that have a header, with their positions in the file.
fn positions(table: &Table, found: &mut Vec<isize>) {
    for (_, item) in table.iter() {
        let children: Vec<&Table> = match item {
            Item::Table(child) => vec![child],
            Item::ArrayOfTables(children) => children.iter().collect(),
            Item::None | Item::Value(_) => continue,
        };
        for child in children {
            found.extend(child.position().filter(|_| !child.is_implicit()));
            positions(child, found);
        }
    }
}

/// The decor of the table at a position.
fn decor_at(table: &mut Table, position: isize) -> Option<&mut Decor> {
    for (_, item) in table.iter_mut() {
        let children: Vec<&mut Table> = match item {
            Item::Table(child) => vec![child],
            Item::ArrayOfTables(children) => children.iter_mut().collect(),
            Item::None | Item::Value(_) => continue,
        };
        for child in children {
            if child.position() == Some(position) && !child.is_implicit() {
                return Some(child.decor_mut());
            }
            if let Some(decor) = decor_at(child, position) {
                return Some(decor);
            }
        }
    }
    None
}

fn text_of(decor: &Decor) -> String {
    decor
        .prefix()
        .and_then(|prefix| prefix.as_str())
        .unwrap_or_default()
        .to_owned()
}

/// Where a record stands in a table, from 0.
fn place_of(parent: &dyn TableLike, table: &str, which: &Which) -> Option<usize> {
    let (key, wanted) = match which {
        Which::Nth(place) => return Some(*place),
        Which::Id(id) => ("id", id),
        Which::Name(name) => ("name", name),
    };
    let is = |found: Option<&str>| found == Some(wanted.as_str());
    match parent.get(table)? {
        Item::ArrayOfTables(records) => records
            .iter()
            .position(|record| is(record.get(key).and_then(Item::as_str))),
        Item::Value(Value::Array(records)) => records.iter().position(|record| {
            is(record
                .as_inline_table()
                .and_then(|record| record.get(key))
                .and_then(Value::as_str))
        }),
        Item::None | Item::Value(_) | Item::Table(_) => None,
    }
}

fn record_mut<'a>(
    parent: &'a mut dyn TableLike,
    table: &str,
    place: usize,
) -> Option<(&'a mut dyn TableLike, bool)> {
    match parent.get_mut(table)? {
        Item::ArrayOfTables(records) => {
            let record: &mut dyn TableLike = records.get_mut(place)?;
            Some((record, false))
        }
        Item::Value(Value::Array(records)) => {
            let record: &mut dyn TableLike = records.get_mut(place)?.as_inline_table_mut()?;
            Some((record, true))
        }
        Item::None | Item::Value(_) | Item::Table(_) => None,
    }
}

/// Writes keys in the order of the format.
fn write_fields(
    table: &mut dyn TableLike,
    inline: bool,
    shape: &'static Shape,
    mut fields: Fields,
) -> Result<(), EditError> {
    fields.sort_by_key(|(key, _)| shape.place(key));
    for (name, put) in fields {
        let kind = shape.key(name).ok_or_else(|| no_key(name))?.kind;
        match (kind, put) {
            (Kind::Section(child), Put::Table(fields)) if !inline => {
                if !table.contains_key(name) {
                    table.insert(name, Item::Table(Table::new()));
                }
                let item = table.get_mut(name);
                let within = item.as_ref().is_some_and(|item| item.is_inline_table());
                let section = item
                    .and_then(Item::as_table_like_mut)
                    .ok_or(EditError::WrittenInline { key: name })?;
                write_fields(section, within, child, fields)?;
            }
            (Kind::Sections(child), Put::List(records)) if !inline => {
                let mut tables = ArrayOfTables::new();
                for record in records {
                    let Put::Table(fields) = record else {
                        return Err(no_key(name));
                    };
                    let mut made = Table::new();
                    write_fields(&mut made, false, child, fields)?;
                    tables.push(made);
                }
                table.insert(name, Item::ArrayOfTables(tables));
            }
            (kind, put) => set_value(table, name, value(kind.shape(), put)?),
        }
    }
    Ok(())
}

/// Sets a value and keeps the blanks and the comment around the old one.
fn set_value(table: &mut dyn TableLike, name: &str, mut new: Value) {
    match table.get_mut(name).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => {
            table.insert(name, Item::Value(new));
        }
    }
}

fn value(shape: Option<&'static Shape>, put: Put) -> Result<Value, EditError> {
    Ok(match put {
        Put::Text(text) => Value::from(text),
        Put::Int(number) => Value::from(i64::from(number)),
        Put::Bool(bool) => Value::from(bool),
        Put::Date(date) => native(&date.format("%Y-%m-%d").to_string()),
        Put::DateTime(at) => native(&at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        Put::List(list) => {
            let mut array = Array::new();
            for item in list {
                array.push(value(shape, item)?);
            }
            Value::Array(array)
        }
        Put::Table(mut fields) => {
            let mut table = InlineTable::new();
            if let Some(shape) = shape {
                fields.sort_by_key(|(key, _)| shape.place(key));
            }
            for (name, put) in fields {
                let key = shape.and_then(|shape| shape.key(name));
                let kind = key.ok_or_else(|| no_key(name))?.kind;
                table.insert(name, value(kind.shape(), put)?);
            }
            Value::InlineTable(table)
        }
    })
}

/// A bare date; a year beyond four digits would not be one, and is refused by the reader as text.
fn native(text: &str) -> Value {
    match text.parse::<toml_edit::Datetime>() {
        Ok(date) => Value::from(date),
        Err(_) => Value::from(text),
    }
}

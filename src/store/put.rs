//! Values that edits write, in their canonical form: money `"1100.16"`, bare dates.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::rate::{Percent, Rate};

/// A value to write, in its canonical form.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    /// A text, or a word of a vocabulary, or an id.
    Text(String),
    /// A whole number.
    Int(u32),
    /// Yes or no.
    Bool(bool),
    /// A date, written bare.
    Date(NaiveDate),
    /// A date and time, written bare.
    DateTime(NaiveDateTime),
    /// A list.
    List(Vec<Put>),
    /// A table.
    Table(Fields),
}

/// Keys with what to write there, in any order.
pub type Fields = Vec<(&'static str, Put)>;

impl From<&str> for Put {
    fn from(text: &str) -> Put {
        Put::Text(text.to_owned())
    }
}
impl From<String> for Put {
    fn from(text: String) -> Put {
        Put::Text(text)
    }
}
impl From<Money> for Put {
    fn from(money: Money) -> Put {
        Put::Text(money.to_string())
    }
}
impl From<Rate> for Put {
    fn from(rate: Rate) -> Put {
        Put::Text(rate.to_string())
    }
}
impl From<Percent> for Put {
    fn from(percent: Percent) -> Put {
        Put::Text(percent.to_string())
    }
}
impl From<&Terms> for Put {
    fn from(terms: &Terms) -> Put {
        Put::Text(terms.to_string())
    }
}
impl From<u32> for Put {
    fn from(number: u32) -> Put {
        Put::Int(number)
    }
}
impl From<bool> for Put {
    fn from(bool: bool) -> Put {
        Put::Bool(bool)
    }
}
impl From<NaiveDate> for Put {
    fn from(date: NaiveDate) -> Put {
        Put::Date(date)
    }
}
impl From<NaiveDateTime> for Put {
    fn from(at: NaiveDateTime) -> Put {
        Put::DateTime(at)
    }
}
impl<T: Into<Put>> From<Vec<T>> for Put {
    fn from(list: Vec<T>) -> Put {
        Put::List(list.into_iter().map(Into::into).collect())
    }
}

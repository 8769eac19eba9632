//! Flags made from the ledger's format: one per key, for `lender`, `debt`, `income`, `expense` and clauses.
//!
//! Promises: the flags follow [`crate::store::format`]: a key added there is a flag here, with its help from
//! `schema-<shape>-<key>`. Keys of nested tables get a prefix (`--room-freeze`), but a debt's contract
//! is flat (`--principal`, `--rate`).

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches};

use crate::domain::calendar::parse_date;
use crate::domain::money::half_width;
use crate::domain::rate::{Percent, RateError};
use crate::domain::typed;
use crate::i18n::Words;
use crate::store::format::{Key, Kind, LEDGER, Shape, Sign};
use crate::store::{Fields, Put, parse_datetime, text_mistake};

use super::completions;
use crate::cli::args::{BelowNought, NotInRange, NotPositive, bare};

/// A table that has a command of its own.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    /// The command and the table's key.
    pub(crate) name: &'static str,
    /// The key that names a record: `id` or `name`.
    pub(crate) by: &'static str,
    /// The nested table whose keys need no prefix.
    pub(crate) flat: Option<&'static str>,
}

/// The tables with commands.
pub(crate) const TABLES: [Table; 4] = [
    Table {
        name: "lender",
        by: "id",
        flat: None,
    },
    Table {
        name: "debt",
        by: "id",
        flat: Some("contract"),
    },
    Table {
        name: "income",
        by: "name",
        flat: None,
    },
    Table {
        name: "expense",
        by: "name",
        flat: None,
    },
];

impl Table {
    /// The shape of its records.
    pub(crate) fn shape(self) -> &'static Shape {
        LEDGER.child(self.name).unwrap_or(&LEDGER)
    }

    /// Its flags, without the key that names a record.
    pub(crate) fn flags(self) -> Vec<Flag> {
        let mut flags = flags(self.shape(), self.flat);
        flags.retain(|flag| flag.name != self.by);
        flags
    }
}

/// A flag and the key it sets.
pub(crate) struct Flag {
    /// The flag's name, which is also its id.
    pub(crate) name: String,
    /// The way to the key.
    pub(crate) path: Vec<&'static str>,
    /// The shape it stands in.
    pub(crate) shape: &'static Shape,
    /// The key.
    pub(crate) key: &'static Key,
}

/// The flags of a shape: its own keys, then those of its nested tables.
pub(crate) fn flags(shape: &'static Shape, flat: Option<&str>) -> Vec<Flag> {
    let mut found = Vec::new();
    gather(shape, flat, &[], "", &mut found);
    found
}

fn gather(
    shape: &'static Shape,
    flat: Option<&str>,
    path: &[&'static str],
    prefix: &str,
    found: &mut Vec<Flag>,
) {
    for key in shape.keys {
        let way: Vec<&'static str> = path.iter().copied().chain([key.name]).collect();
        let name = format!("{prefix}{}", key.name);
        match key.kind {
            Kind::Section(child) | Kind::Inline(child) => {
                let prefix = if flat == Some(key.name) {
                    String::new()
                } else {
                    format!("{name}-")
                };
                gather(child, None, &way, &prefix, found);
            }
            // Rows have commands of their own, or are written by hand.
            Kind::Sections(_) | Kind::List(Kind::Inline(_) | Kind::Either(..)) => {}
            _ => found.push(Flag {
                name,
                path: way,
                shape,
                key,
            }),
        }
    }
}

impl Flag {
    /// As an argument of clap.
    pub(crate) fn argument(&self) -> Arg {
        let kind = simple(self.key.kind);
        let arg = Arg::new(self.name.clone())
            .long(self.name.clone())
            .value_name(value_name(kind))
            .value_parser(parser(kind));
        let arg = match self.path.first() {
            Some(section) if self.path.len() > 1 => arg.help_heading(*section),
            _ => arg,
        };
        match kind {
            Kind::List(_) => arg.action(ArgAction::Append),
            Kind::Bool => arg
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value("true"),
            Kind::Money(_) => arg.allow_negative_numbers(true),
            Kind::Reference(target) => arg.add(completions::ids(target.table())),
            _ => arg,
        }
    }

    /// The values typed for it, as they are written.
    pub(crate) fn typed(&self, matches: &ArgMatches) -> Option<Put> {
        let values: Vec<&String> = matches.get_many::<String>(&self.name)?.collect();
        match simple(self.key.kind) {
            Kind::List(inner) => Some(Put::List(
                values.iter().map(|text| put(*inner, text)).collect(),
            )),
            kind => values.last().map(|text| put(kind, text)),
        }
    }

    /// What the key means, in the user's language.
    pub(crate) fn about(&self, words: &Words) -> Option<String> {
        words.find(
            &format!("schema-{}-{}", self.shape.name, self.key.name),
            &[],
        )
    }
}

/// What was typed for flags, as nested fields.
pub(crate) fn fields(flags: &[Flag], matches: &ArgMatches) -> Fields {
    let mut fields = Fields::new();
    for flag in flags {
        if let Some(put) = flag.typed(matches) {
            insert(&mut fields, &flag.path, put);
        }
    }
    fields
}

/// Puts a value at a way into nested fields.
pub(crate) fn insert(fields: &mut Fields, path: &[&'static str], put: Put) {
    match path {
        [] => {}
        [key] => {
            fields.retain(|(known, _)| known != key);
            fields.push((key, put));
        }
        [section, rest @ ..] => {
            if let Some((_, Put::Table(table))) =
                fields.iter_mut().find(|(known, _)| known == section)
            {
                insert(table, rest, put);
            } else {
                let mut table = Fields::new();
                insert(&mut table, rest, put);
                fields.push((section, Put::Table(table)));
            }
        }
    }
}

/// Of a key that takes a plain value or a list, the plain value.
fn simple(kind: Kind) -> Kind {
    match kind {
        Kind::Either(plain, _) => *plain,
        other => other,
    }
}

fn value_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Money(_) => "AMOUNT",
        Kind::Date => "DATE",
        Kind::DateTime => "TIME",
        Kind::Rate => "RATE",
        Kind::Percent(_) | Kind::Penalty => "PERCENT",
        Kind::Int(..) | Kind::Version => "NUMBER",
        Kind::Word(_) => "WORD",
        Kind::Id(_) | Kind::Reference(_) => "ID",
        Kind::Terms => "TERMS",
        Kind::List(inner) => value_name(*inner),
        _ => "TEXT",
    }
}

/// Checks what was typed and gives it back as it is written in the ledger.
fn parser(kind: Kind) -> ValueParser {
    use clap::builder::TypedValueParser as _;
    match kind {
        Kind::Word(words) => ValueParser::new(PossibleValuesParser::new(words).map(|word| word)),
        Kind::Bool => {
            ValueParser::new(PossibleValuesParser::new(["true", "false"]).map(|word| word))
        }
        Kind::List(inner) => parser(*inner),
        _ => ValueParser::new(move |text: &str| canonical(kind, text)),
    }
}

/// A text that cannot stand in a ledger.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("blank, or with control characters")]
pub(crate) struct NotText;

/// What was typed in the form of the ledger.
pub(crate) fn canonical(
    kind: Kind,
    text: &str,
) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    Ok(match simple(kind) {
        Kind::Money(sign) => {
            let money = typed::money(bare(text))?;
            if sign_is_positive(sign) && !money.is_positive() {
                return Err(Box::new(NotPositive));
            }
            if money.is_negative() {
                return Err(Box::new(BelowNought));
            }
            money.to_string()
        }
        Kind::Date => typed::date(text)?.to_string(),
        Kind::Rate => typed::rate(text)?.to_string(),
        Kind::Percent(most) => {
            let percent = text.parse::<Percent>()?;
            if percent > Percent::whole(most) {
                return Err(Box::new(RateError::OutOfRange));
            }
            percent.to_string()
        }
        Kind::Penalty => match typed::rate(text) {
            Ok(rate) => rate.to_string(),
            Err(RateError::NoPeriod) => text.parse::<Percent>()?.to_string(),
            Err(error) => return Err(Box::new(error)),
        },
        Kind::Int(least, most) => half_width(text)
            .trim()
            .parse::<u32>()
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or(NotInRange { least, most })?
            .to_string(),
        _ => match text_mistake(text, 10_000, true) {
            None => text.trim().to_owned(),
            Some(_) => return Err(Box::new(NotText)),
        },
    })
}

fn sign_is_positive(sign: Sign) -> bool {
    match sign {
        Sign::Positive => true,
        Sign::NotNegative => false,
    }
}

/// A text in canonical form as it is written.
pub(crate) fn put(kind: Kind, text: &str) -> Put {
    match kind {
        Kind::Int(..) => text.parse().map_or_else(|_| Put::from(text), Put::Int),
        Kind::Bool => Put::Bool(text == "true"),
        Kind::Date => parse_date(text).map_or_else(|| Put::from(text), Put::Date),
        Kind::DateTime => parse_datetime(text).map_or_else(|| Put::from(text), Put::DateTime),
        _ => Put::from(text),
    }
}

/// What a flag of a record command means: `about("debt", "room-freeze", words)`.
pub(crate) fn about(command: &str, name: &str, words: &Words) -> Option<String> {
    let flag = |flags: Vec<Flag>| flags.into_iter().find(|flag| flag.name == name);
    let found = match TABLES.iter().find(|table| table.name == command) {
        Some(table) => flag(table.flags()),
        None if command == "agree" => flag(super::agree::clauses()),
        None if command == "borrower" => {
            flag(super::borrower::keys()).or_else(|| flag(super::borrower::case_keys()))
        }
        None => None,
    };
    found?.about(words)
}

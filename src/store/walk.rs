//! Walks the parsed TOML by the format and gives checked, typed records; collects every mistake on the way.
//!
//! Promises: one pass, every mistake with its span, nothing guessed. Leaves to others: facts that must
//! agree with each other ([`super::check`]).

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::calendar::parse_date;
use crate::domain::contract::PenaltyTerm;
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::{Money, half_width};
use crate::domain::offer::Terms;
use crate::domain::rate::Percent;
use crate::domain::typed::{other_currency, pieces};

use super::format::{Kind, LEDGER, Shape, Sign, VERSION};
use super::mistake::{Mistake, MistakeKind};
use super::record::{Record, Value, join};

/// More mistakes than anyone will mend in one go are only counted.
const ENOUGH: usize = 200;
/// The longest one-line text, in characters.
pub(super) const LONGEST_LINE: usize = 1_000;
/// The longest text over lines, in characters.
pub(super) const LONGEST_PROSE: usize = 100_000;

/// Collects mistakes, up to a bound.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) list: Vec<Mistake>,
    pub(super) more: usize,
}

impl Sink {
    /// Whether further mistakes are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= ENOUGH
    }

    pub(super) fn add(&mut self, span: Range<usize>, field: String, kind: MistakeKind) {
        if !self.is_full() {
            self.list.push(Mistake { span, field, kind });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// A mistake about a key of a record.
    pub(super) fn at(&mut self, record: &Record, key: &str, kind: MistakeKind) {
        self.add(record.at(key), record.field(key), kind);
    }
}

/// Walks the whole ledger.
pub(super) fn ledger(source: &str, table: &Spanned<DeTable<'_>>, sink: &mut Sink) -> Record {
    let currency = table
        .get_ref()
        .get("currency")
        .and_then(|value| value.get_ref().as_str())
        .unwrap_or("CNY")
        .to_owned();
    let mut walk = Walk {
        source,
        currency,
        sink,
    };
    walk.table(0..0, table.get_ref(), &LEDGER, String::new())
}

struct Walk<'s> {
    source: &'s str,
    currency: String,
    sink: &'s mut Sink,
}

/// Where a value stands.
struct Spot<'a> {
    span: Range<usize>,
    field: &'a str,
}

impl Walk<'_> {
    fn table(
        &mut self,
        span: Range<usize>,
        table: &DeTable<'_>,
        shape: &'static Shape,
        path: String,
    ) -> Record {
        let mut record = Record {
            span,
            path,
            fields: BTreeMap::new(),
        };
        let mut meant: Vec<&str> = Vec::new();
        for (name, value) in table.iter() {
            match shape.key(name.get_ref()) {
                Some(key) => {
                    let field = join(&record.path, key.name);
                    let span = value.span();
                    let checked = self.value(span.clone(), value.get_ref(), key.kind, &field);
                    record.fields.insert(key.name, (span, checked));
                }
                None => meant.extend(self.unknown(&record, name, shape)),
            }
        }
        for key in shape.keys.iter().filter(|key| key.needed) {
            // A misspelt key has been told; it is not missing besides.
            if !record.has(key.name) && !meant.contains(&key.name) {
                // A missing key of the file itself is told at its first line.
                let field = record.path.clone();
                self.sink.add(
                    record.span.clone(),
                    field,
                    MistakeKind::Missing { key: key.name },
                );
            }
        }
        record
    }

    fn unknown(
        &mut self,
        record: &Record,
        name: &Spanned<std::borrow::Cow<'_, str>>,
        shape: &'static Shape,
    ) -> Option<&'static str> {
        if self.sink.is_full() {
            // Looking for near names in a file full of them would take long for nobody.
            self.sink.more = self.sink.more.saturating_add(1);
            return None;
        }
        let found = name.get_ref().as_ref();
        let nearest = nearest(found, shape.keys.iter().map(|key| key.name));
        let kind = if found == "currency" {
            MistakeKind::SecondCurrency {
                ledger: self.currency.clone(),
            }
        } else {
            MistakeKind::UnknownKey {
                found: shown(found),
                nearest,
                belongs: shape
                    .keys
                    .iter()
                    .find(
                        |key| matches!(key.kind.shape(), Some(child) if child.key(found).is_some()),
                    )
                    .map(|key| key.name),
            }
        };
        let field = record.field(&shown(found));
        self.sink.add(name.span(), field, kind);
        nearest
    }

    fn value(&mut self, span: Range<usize>, value: &DeValue<'_>, kind: Kind, field: &str) -> Value {
        let spot = Spot { span, field };
        match kind {
            Kind::Version => self.version(value, &spot),
            Kind::Line | Kind::Sha256 => self.text(value, &spot, LONGEST_LINE, false),
            Kind::Prose => self.text(value, &spot, LONGEST_PROSE, true),
            // The four kinds of id share one grammar; a debt's stands for them all.
            Kind::Id(_) | Kind::Reference(_) => {
                self.parsed(value, &spot, |text| match text.parse::<DebtId>() {
                    Ok(_) => Ok(Value::Text(text.to_owned())),
                    Err(_) => Err(MistakeKind::NotAnId),
                })
            }
            Kind::Money(sign) => self.money(value, &spot, sign),
            Kind::Date => self.date(value, &spot),
            Kind::DateTime => self.datetime(value, &spot),
            Kind::Rate => self.parsed(value, &spot, |text| {
                text.parse().map(Value::Rate).map_err(MistakeKind::NotARate)
            }),
            Kind::Percent(most) => self.parsed(value, &spot, |text| {
                let percent: Percent = text.parse().map_err(MistakeKind::NotAPercentage)?;
                if percent > Percent::whole(most) {
                    return Err(MistakeKind::PercentTooLarge { most });
                }
                Ok(Value::Percent(percent))
            }),
            Kind::Penalty => self.parsed(value, &spot, |text| {
                let own = text.contains(['/', '／']);
                let penalty = if own {
                    text.parse().map(PenaltyTerm::Own)
                } else {
                    text.parse().map(PenaltyTerm::Multiple)
                };
                penalty.map(Value::Penalty).map_err(if own {
                    MistakeKind::NotARate
                } else {
                    MistakeKind::NotAPercentage
                })
            }),
            Kind::Int(least, most) => self.int(value, &spot, least, most),
            Kind::Bool => match value {
                DeValue::Boolean(bool) => Value::Bool(*bool),
                _ => self.broken(&spot, MistakeKind::NotABool),
            },
            Kind::Word(_) if spot.field == "currency" && value.is_array() => {
                let ledger = self.currency.clone();
                self.broken(&spot, MistakeKind::SecondCurrency { ledger })
            }
            Kind::Word(words) => self.parsed(value, &spot, |text| {
                if words.contains(&text) {
                    return Ok(Value::Text(text.to_owned()));
                }
                Err(MistakeKind::UnknownWord {
                    found: shown(text),
                    expected: words,
                    nearest: nearest(text, words.iter().copied()),
                })
            }),
            Kind::Terms if self.in_other_currency(value) => {
                let ledger = self.currency.clone();
                self.broken(&spot, MistakeKind::SecondCurrency { ledger })
            }
            Kind::Terms => self.parsed(value, &spot, |text| {
                Terms::parse(text)
                    .map(|terms| Value::Terms(Box::new(terms)))
                    .map_err(MistakeKind::BadTerms)
            }),
            Kind::List(item) => self.list(value, &spot, item),
            Kind::Section(shape) | Kind::Inline(shape) => match value {
                DeValue::Table(table) => Value::Record(self.table(
                    spot.span.clone(),
                    table,
                    shape,
                    spot.field.to_owned(),
                )),
                _ => {
                    let header = format!("[{}]", header(spot.field));
                    self.broken(&spot, MistakeKind::NotATable { header })
                }
            },
            Kind::Sections(shape) => self.sections(value, &spot, shape),
            Kind::Either(plain, other) => {
                let kind = if value.is_array() || value.is_table() {
                    *other
                } else {
                    *plain
                };
                self.value(spot.span, value, kind, field)
            }
        }
    }

    /// Whether an amount in a set of terms carries another currency's sign than the ledger's.
    fn in_other_currency(&self, terms: &DeValue<'_>) -> bool {
        match (self.currency.parse::<Currency>(), terms.as_str()) {
            (Ok(own), Some(text)) => pieces(text).any(|piece| other_currency(piece, own)),
            _ => false,
        }
    }

    fn broken(&mut self, spot: &Spot<'_>, kind: MistakeKind) -> Value {
        self.sink
            .add(spot.span.clone(), spot.field.to_owned(), kind);
        Value::Broken
    }

    /// A text read by a grammar.
    fn parsed(
        &mut self,
        value: &DeValue<'_>,
        spot: &Spot<'_>,
        read: impl FnOnce(&str) -> Result<Value, MistakeKind>,
    ) -> Value {
        match value.as_str() {
            None => self.broken(spot, MistakeKind::NotText),
            Some(text) => match read(text) {
                Ok(value) => value,
                Err(kind) => self.broken(spot, kind),
            },
        }
    }

    fn text(&mut self, value: &DeValue<'_>, spot: &Spot<'_>, most: usize, lines: bool) -> Value {
        self.parsed(value, spot, |text| match text_mistake(text, most, lines) {
            Some(kind) => Err(kind),
            None => Ok(Value::Text(text.to_owned())),
        })
    }

    fn version(&mut self, value: &DeValue<'_>, spot: &Spot<'_>) -> Value {
        let number = value
            .as_integer()
            .and_then(|i| u128::from_str_radix(i.as_str(), i.radix()).ok());
        match number {
            Some(found) if found > u128::from(VERSION) => self.broken(
                spot,
                MistakeKind::NewerVersion {
                    found: found.to_string(),
                },
            ),
            Some(1) => Value::Int(VERSION),
            _ => self.broken(
                spot,
                MistakeKind::OutOfRange {
                    least: VERSION,
                    most: VERSION,
                },
            ),
        }
    }

    fn money(&mut self, value: &DeValue<'_>, spot: &Spot<'_>, sign: Sign) -> Value {
        let typed = match value {
            DeValue::Integer(i) if i.radix() == 10 => i.as_str().to_owned(),
            DeValue::String(text) => text.as_ref().to_owned(),
            DeValue::Float(_) => {
                // The user's own digits, not what a float makes of them.
                let digits = self.source.get(spot.span.clone()).unwrap_or_default();
                let digits: String = digits.chars().filter(|c| *c != '_').collect();
                let kind = match Money::parse(&digits) {
                    Ok(_) => MistakeKind::FloatMoney { write: digits },
                    Err(error) => MistakeKind::NotMoney(error),
                };
                return self.broken(spot, kind);
            }
            _ => {
                let error = crate::domain::money::MoneyError::NotANumber;
                return self.broken(spot, MistakeKind::NotMoney(error));
            }
        };
        let own = self.currency.parse::<Currency>();
        if own.is_ok_and(|own| other_currency(&typed, own)) {
            let ledger = self.currency.clone();
            return self.broken(spot, MistakeKind::SecondCurrency { ledger });
        }
        match Money::parse(&typed) {
            Err(error) => self.broken(spot, MistakeKind::NotMoney(error)),
            Ok(money) => {
                let positive = sign == Sign::Positive;
                if money.is_negative() || (positive && money.is_zero()) {
                    return self.broken(spot, MistakeKind::MoneyTooSmall { positive });
                }
                Value::Money(money)
            }
        }
    }

    fn date(&mut self, value: &DeValue<'_>, spot: &Spot<'_>) -> Value {
        let date = match value {
            DeValue::Datetime(at) if at.time.is_none() && at.offset.is_none() => {
                at.date.and_then(native_date)
            }
            DeValue::String(text) => parse_date(text),
            _ => None,
        };
        match date {
            Some(date) => Value::Date(date),
            None => self.broken(spot, MistakeKind::NotADate),
        }
    }

    fn datetime(&mut self, value: &DeValue<'_>, spot: &Spot<'_>) -> Value {
        let at = match value {
            // An offset is not kept: a ledger's times are those of the borrower's own clock.
            DeValue::Datetime(at) => at
                .date
                .and_then(native_date)
                .and_then(|date| match at.time {
                    None => Some(date.and_time(NaiveTime::MIN)),
                    Some(time) => date.and_hms_opt(
                        time.hour.into(),
                        time.minute.into(),
                        u32::from(time.second.unwrap_or(0)).min(59),
                    ),
                }),
            DeValue::String(text) => parse_datetime(text),
            _ => None,
        };
        match at {
            Some(at) => Value::DateTime(at),
            None => self.broken(spot, MistakeKind::NotADateTime),
        }
    }

    fn int(&mut self, value: &DeValue<'_>, spot: &Spot<'_>, least: u32, most: u32) -> Value {
        let number = match value {
            DeValue::Integer(i) => u32::from_str_radix(i.as_str(), i.radix()).ok(),
            _ => None,
        };
        match number {
            Some(number) if (least..=most).contains(&number) => Value::Int(number),
            _ => self.broken(spot, MistakeKind::OutOfRange { least, most }),
        }
    }

    fn list(&mut self, value: &DeValue<'_>, spot: &Spot<'_>, item: &Kind) -> Value {
        let Some(array) = value.as_array() else {
            return self.broken(spot, MistakeKind::NotAList);
        };
        let items = array.iter().enumerate().map(|(place, value)| {
            let field = format!("{}[{}]", spot.field, place.saturating_add(1));
            self.value(value.span(), value.get_ref(), *item, &field)
        });
        Value::List(items.collect())
    }

    fn sections(&mut self, value: &DeValue<'_>, spot: &Spot<'_>, shape: &'static Shape) -> Value {
        let tables: Option<Vec<_>> = value.as_array().and_then(|array| {
            array
                .iter()
                .map(|value| {
                    value
                        .get_ref()
                        .as_table()
                        .map(|table| (value.span(), table))
                })
                .collect()
        });
        let Some(tables) = tables else {
            let header = format!("[[{}]]", header(spot.field));
            return self.broken(spot, MistakeKind::NotTables { header });
        };
        let records = tables
            .into_iter()
            .enumerate()
            .map(|(place, (span, table))| {
                let id = table
                    .get("id")
                    .and_then(|id| id.get_ref().as_str())
                    .filter(|id| id.parse::<DebtId>().is_ok());
                let path = match id {
                    Some(id) => format!("{}[{id}]", spot.field),
                    None => format!("{}[{}]", spot.field, place.saturating_add(1)),
                };
                Value::Record(self.table(span, table, shape, path))
            });
        Value::List(records.collect())
    }
}

/// What stands in the header of a table: for `debt[zl-1].payment`, `debt.payment`.
fn header(field: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for c in field.chars() {
        match c {
            '[' => inside = true,
            ']' => inside = false,
            c if !inside => plain.push(c),
            _ => {}
        }
    }
    plain
}

fn native_date(date: toml::value::Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        .filter(|date| (1900..=2199).contains(&date.year()))
}

/// Reads a date with a time of day, as a person types it: `2026-11-05T21:40:00`, `2026-11-05 21:40`.
/// A date alone is midnight. Full-width digits and `：` are understood.
#[must_use]
pub fn parse_datetime(text: &str) -> Option<NaiveDateTime> {
    let plain = half_width(text.trim()).replace('：', ":");
    let (date, time) = match plain.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, time.trim()),
        None => (plain.as_str(), "00:00"),
    };
    let digits = |piece: &str| {
        let good = (1..=2).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit());
        if good {
            piece.parse::<u32>().ok()
        } else {
            None
        }
    };
    let pieces: Vec<&str> = time.split(':').collect();
    let (hour, minute, second) = match pieces.as_slice() {
        [hour, minute] => (digits(hour)?, digits(minute)?, 0),
        [hour, minute, second] => (digits(hour)?, digits(minute)?, digits(second)?),
        _ => return None,
    };
    parse_date(date)?.and_hms_opt(hour, minute, second)
}

/// What is wrong with a text a person typed: blank, control characters, too long. `lines` allows line
/// breaks.
#[must_use]
pub fn text_mistake(text: &str, most: usize, lines: bool) -> Option<MistakeKind> {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    if text.chars().all(unseen) {
        return Some(MistakeKind::Blank);
    }
    let control = |c: char| c.is_control() && !(lines && matches!(c, '\n' | '\r'));
    if text.chars().any(control) {
        return Some(MistakeKind::ControlCharacter);
    }
    (text.chars().count() > most).then_some(MistakeKind::TooLong { most })
}

/// The nearest of some names, if one is near enough to be meant.
pub(super) fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if found.len() > 64 {
        return None;
    }
    let plain = found.to_lowercase().replace(['_', ' '], "-");
    let allowed = plain.chars().count().max(3).div_ceil(3);
    known
        .map(|name| {
            (
                strsim::damerau_levenshtein(&plain, &name.to_lowercase()),
                name,
            )
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// A user's word, short and harmless enough to be quoted in a message.
pub(super) fn shown(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .take(60)
        .collect();
    if text.chars().count() > 60 {
        format!("{clean}…")
    } else {
        clean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let case = |text: &str, read: Option<&str>| {
            assert_eq!(
                parse_datetime(text).map(|at| at.to_string()).as_deref(),
                read,
                "{text}"
            );
        };
        case("2026-11-05T21:40:00", Some("2026-11-05 21:40:00"));
        case("2026-11-05 21:40", Some("2026-11-05 21:40:00"));
        case("２０２６年11月5日 ９：05", Some("2026-11-05 09:05:00"));
        case("2026-11-05", Some("2026-11-05 00:00:00"));
        case("2026-11-05T24:00", None);
        case("2026-11-05T21", None);
        case("1899-11-05T21:00", None);
        case("", None);
    }

    #[test]
    fn near_names_are_found_and_far_ones_not() {
        let keys = ["principal", "rate", "count", "first-due"];
        let case = |found, near| assert_eq!(nearest(found, keys.iter().copied()), near, "{found}");
        case("princpal", Some("principal"));
        case("first_due", Some("first-due"));
        case("Rate", Some("rate"));
        case("banana", None);
    }
}

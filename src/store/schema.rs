//! The JSON Schema of the ledger (draft 2020-12), made from the format: editors complete and check with it.
//!
//! It says what single values may be; facts that must agree with each other are left to `check`. A native
//! TOML date reaches a validator as a string, so dates are strings here.

use serde_json::{Map, Value, json};

use crate::i18n::Words;

use super::format::{Kind, LEDGER, Shape, Sign, VERSION, shapes};

/// A plain amount, or grouped in threes, with the signs and full-width digits people type.
const MONEY: &str = r"^\s*(HK\$|CNY|HKD|RMB|[¥￥$＄])?\s*[+＋]?([0-9０-９]{1,14}|[0-9０-９]{1,3}([,，][0-9０-９]{3})+)([.．][0-9０-９]+)?\s*元?\s*$";
const DATE: &str = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
const DATE_TIME: &str =
    r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?$";
const RATE: &str = r"^\s*[0-9]+(\.[0-9]+)?\s*%\s*/\s*(day|month|year)\s*$";
const PERCENT: &str = r"^\s*[0-9]+(\.[0-9]+)?\s*%\s*$";
const PENALTY: &str = r"^\s*[0-9]+(\.[0-9]+)?\s*%\s*(/\s*(day|month|year)\s*)?$";

/// The schema, with its descriptions in the language of `words`.
#[must_use]
pub fn schema(words: &Words) -> Value {
    let mut definitions = Map::new();
    for shape in shapes() {
        if shape.name != LEDGER.name {
            definitions.insert(shape.name.to_owned(), object(shape, words));
        }
    }
    let mut root = Map::new();
    root.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    root.insert("$id".to_owned(), json!("forbear.ledger.v1"));
    root.insert("title".to_owned(), json!("forbear ledger"));
    if let Value::Object(fields) = object(&LEDGER, words) {
        root.extend(fields);
    }
    root.insert("$defs".to_owned(), Value::Object(definitions));
    Value::Object(root)
}

fn object(shape: &Shape, words: &Words) -> Value {
    let mut properties = Map::new();
    for key in shape.keys {
        let mut value = value(key.kind);
        if let Value::Object(fields) = &mut value {
            let about = words.text(&format!("schema-{}-{}", shape.name, key.name));
            fields.insert("description".to_owned(), Value::String(about));
        }
        properties.insert(key.name.to_owned(), value);
    }
    let required: Vec<&str> = shape
        .keys
        .iter()
        .filter(|key| key.needed)
        .map(|key| key.name)
        .collect();
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        object.insert("required".to_owned(), json!(required));
    }
    object.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(object)
}

fn reference(shape: &Shape) -> Value {
    json!({ "$ref": format!("#/$defs/{}", shape.name) })
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn value(kind: Kind) -> Value {
    match kind {
        Kind::Version => json!({ "type": "integer", "minimum": 1, "maximum": VERSION }),
        Kind::Line | Kind::Prose | Kind::Terms | Kind::Sha256 => {
            json!({ "type": "string", "minLength": 1 })
        }
        Kind::Id(_) | Kind::Reference(_) => {
            json!({ "type": "string", "minLength": 1, "maxLength": 64 })
        }
        Kind::Money(sign) => {
            let least = match sign {
                Sign::NotNegative => 0,
                Sign::Positive => 1,
            };
            json!({ "anyOf": [
                text(MONEY),
                { "type": "integer", "minimum": least, "maximum": 10_000_000_000_000_u64 },
            ] })
        }
        Kind::Date => text(DATE),
        Kind::DateTime => text(DATE_TIME),
        Kind::Rate => text(RATE),
        Kind::Percent(_) => text(PERCENT),
        Kind::Penalty => text(PENALTY),
        Kind::Int(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Word(words) => json!({ "type": "string", "enum": words }),
        Kind::List(item) => json!({ "type": "array", "items": value(*item) }),
        Kind::Section(shape) | Kind::Inline(shape) => reference(shape),
        Kind::Sections(shape) => json!({ "type": "array", "items": reference(shape) }),
        Kind::Either(plain, other) => json!({ "anyOf": [value(*plain), value(*other)] }),
    }
}

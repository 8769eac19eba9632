//! The JSON Schema says exactly what the format says.

use std::collections::{BTreeMap, BTreeSet};

use forbear::domain::Lang;
use forbear::i18n::Words;
use forbear::store::format::shapes;
use forbear::store::schema;
use serde_json::Value;

/// The keys of an object of the schema.
fn keys(object: &Value) -> BTreeSet<String> {
    object["properties"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect()
}

#[test]
fn the_schema_lists_exactly_the_keys_of_the_format() {
    let schema = schema(&Words::new(Lang::En));
    let definitions = schema["$defs"].as_object().unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = definitions
        .iter()
        .map(|(name, object)| (name.clone(), keys(object)))
        .collect();
    found.insert("ledger".to_owned(), keys(&schema));
    let wanted: BTreeMap<String, BTreeSet<String>> = shapes()
        .iter()
        .map(|shape| {
            let keys = shape.keys.iter().map(|key| key.name.to_owned()).collect();
            (shape.name.to_owned(), keys)
        })
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(to)) = fields.get("$ref") {
                    into.push(to.clone());
                }
                fields.values().for_each(|value| walk(value, into));
            }
            Value::Array(items) => items.iter().for_each(|value| walk(value, into)),
            _ => {}
        }
    }
    let schema = schema(&Words::new(Lang::En));
    let mut references = Vec::new();
    walk(&schema, &mut references);
    assert!(references.len() > 20);
    for to in references {
        let name = to.strip_prefix("#/$defs/").unwrap();
        assert!(schema["$defs"].get(name).is_some(), "{to}");
    }
}

#[test]
fn every_key_is_described_in_every_language_and_nothing_else_is() {
    let wanted: Vec<String> = shapes()
        .iter()
        .flat_map(|shape| {
            shape
                .keys
                .iter()
                .map(|key| format!("schema-{}-{}", shape.name, key.name))
        })
        .collect();
    let unique: BTreeSet<&String> = wanted.iter().collect();
    assert_eq!(unique.len(), wanted.len(), "two keys share a description");
    let (_, texts) = forbear::i18n::catalogue::FILES
        .iter()
        .find(|(topic, _)| *topic == "schema")
        .unwrap();
    for text in texts {
        let found: BTreeSet<&str> = text
            .lines()
            .filter_map(|line| line.split_once(" = ").map(|(id, _)| id))
            .collect();
        assert_eq!(found, unique.iter().map(|id| id.as_str()).collect());
    }
}

#[test]
fn every_table_and_key_of_the_product_page_is_in_the_format() {
    // Copied by hand from the prose of product.md §4 ("Optional facts" and the lines around it).
    let named = [
        (
            "debt",
            "secured guarantors co-borrower auto-debit priority card fee holder room due oldest-unpaid sold written-off accelerated retry-on",
        ),
        ("card", "daily-rate statement-day due-day min-payment"),
        ("room", "max-months freeze waive min-payment principal-cut"),
        (
            "contract",
            "allocation-scope fee-per-instalment net-received",
        ),
        ("debt-due", "on principal interest fee"),
        ("income", "from until low high pay-day history"),
        ("case", "number consent adviser"),
        ("clock", "what debt from until kind"),
        ("alternative", "recovery months cost discount"),
        (
            "official",
            "number app payee account verified-how verified-on",
        ),
        ("holder", "lender from share notice-on proof"),
        ("claim", "total overdue payoff"),
        (
            "contact",
            "answered minutes outcome ticket told counterpart promise evidence follow-up conduct",
        ),
        ("told", "reason income monthly"),
        ("account", "living"),
        ("person", "knows must-not-be-told"),
        ("hardship", "own-words"),
        ("agreement", "proof clauses offer due"),
        (
            "clauses",
            "grace-days cure-days tolerance cross-default account-status update-days allocation default credit-report discharge-days collection-stops",
        ),
        ("sold", "to on notice-on"),
    ];
    for (name, keys) in named {
        let shape = shapes()
            .into_iter()
            .find(|shape| shape.name == name)
            .unwrap();
        for key in keys.split(' ') {
            assert!(shape.key(key).is_some(), "{name}.{key}");
        }
    }
}

//! The ledger file from outside: what loads, what is refused and how, edits, saving and undo.

mod edits;
mod mistakes;
mod reading;
mod saving;
mod schema;

use std::path::PathBuf;

/// A folder of ledgers beside the tests.
fn ledgers(kind: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ledgers")
        .join(kind);
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no ledgers in {kind}");
    found
}

/// The example of the product page.
fn example() -> String {
    include_str!("../ledgers/valid/product-page.toml").to_owned()
}

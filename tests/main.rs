//! The one test binary: every file beside this one is a module of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a test may stop at the first surprise, and reads files itself"
)]

mod plans;
mod agenda;
mod architecture;
mod audits;
mod cli;
mod support;
mod docs;
mod contract_properties;
mod examples;
mod offers;
mod oracles;
mod render;
mod reports;
mod scenarios;
mod second_engine;
mod second_search;
mod many;
mod rules;
mod words;
mod workings;
mod letters;
mod topics;
mod store;

#[test]
fn no_test_file_is_forgotten() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let declared = include_str!("main.rs");
    for entry in std::fs::read_dir(here).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let is_module = path.extension().is_some_and(|e| e == "rs") || path.join("mod.rs").exists();
        if is_module && name != "main" {
            assert!(
                declared.contains(&format!("mod {name};")),
                "tests/{name} is not declared in tests/main.rs"
            );
        }
    }
}

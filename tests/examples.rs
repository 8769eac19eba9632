//! Every example loads without a mistake or a warning, and says in its first line that it is a story.

use std::path::Path;

/// Name and text of each ledger in `examples/`.
pub(crate) fn all() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    found.sort();
    found
}

#[test]
fn the_source_situations_are_there() {
    let names: Vec<String> = all().into_iter().map(|(name, _)| name).collect();
    for name in [
        "zhaolian-bad-debt",
        "mengshang-extension",
        "zhaolian-home-visit",
        "suning-four-channels",
        "yalian-reminders",
        "many-lenders",
    ] {
        assert!(names.contains(&format!("{name}.toml")), "{name}");
    }
}

#[test]
fn every_example_loads_and_says_that_it_is_a_story() {
    for (name, text) in all() {
        let first = text.lines().next().unwrap();
        assert!(
            first.contains("不代表任何机构") || first.contains("不代表任何機構"),
            "{name}"
        );
        let parsed = forbear::store::parse(&text, &name)
            .unwrap_or_else(|mistakes| panic!("{name}: {mistakes:#?}"));
        assert!(parsed.warnings.is_empty(), "{name}: {:#?}", parsed.warnings);
    }
}

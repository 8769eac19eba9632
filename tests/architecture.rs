//! The house keeps its shape: rooms use only rooms to their left, and the clock, the disk and floats stay
//! in the rooms that own them.

use std::path::{Path, PathBuf};

/// The rooms, in the order of the `pub mod` lines of `src/lib.rs`.
fn rooms() -> Vec<String> {
    include_str!("../src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn sources(room: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                into.push((path, text));
            }
        }
    }
    let mut files = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room),
        &mut files,
    );
    files
}

/// The code of a file without its comments and its test module.
fn code(text: &str) -> String {
    let body = text.split("\n#[cfg(test)]").next().unwrap_or(text);
    body.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn rooms_stand_in_the_documented_order() {
    assert_eq!(
        rooms(),
        [
            "domain", "engine", "rules", "i18n", "report", "letters", "render", "store", "cli"
        ]
    );
}

#[test]
fn a_room_uses_only_rooms_to_its_left() {
    let rooms = rooms();
    for (place, room) in rooms.iter().enumerate() {
        for (path, text) in sources(room) {
            let code = code(&text);
            for right in &rooms[place + 1..] {
                // Inline paths count as much as imports, in every spelling that reaches the crate root.
                for way in [format!("crate::{right}"), format!("forbear::{right}")] {
                    assert!(
                        !code.contains(&way),
                        "{} uses {way}, which stands to the right of {room}",
                        path.display()
                    );
                }
            }
            assert!(
                !code.contains("crate::{"),
                "{}: name one room per `use`, so that the order can be read",
                path.display()
            );
            let up = "super::".repeat(
                path.strip_prefix(env!("CARGO_MANIFEST_DIR"))
                    .unwrap()
                    .components()
                    .count()
                    - 2,
            );
            assert!(
                !code.contains(&format!("{up}super::")),
                "{} climbs out of its room with super::",
                path.display()
            );
        }
    }
}

#[test]
fn pure_rooms_touch_no_clock_disk_or_environment() {
    for room in [
        "domain", "engine", "rules", "i18n", "report", "letters", "render",
    ] {
        for (path, text) in sources(room) {
            let code = code(&text);
            for banned in [
                "std::fs",
                "std::env",
                "std::net",
                "std::process",
                "std::time",
                "Local::now",
                "Utc::now",
            ] {
                assert!(!code.contains(banned), "{} uses {banned}", path.display());
            }
        }
    }
    for room in ["store", "cli"] {
        for (path, text) in sources(room) {
            assert!(
                !code(&text).contains("std::net"),
                "{} uses the network",
                path.display()
            );
        }
    }
}

#[test]
fn floats_stay_in_annual_rate() {
    for room in ["domain", "engine", "rules", "store"] {
        for (path, text) in sources(room) {
            let allowed = ["annual_rate.rs", "simulation.rs"]; // the second only holds what the first found
            if allowed.iter().any(|name| path.ends_with(name)) {
                continue;
            }
            let code = code(&text);
            for float in ["f64", "f32"] {
                let word = code
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .any(|word| word == float);
                assert!(!word, "{} uses {float}", path.display());
            }
        }
    }
}

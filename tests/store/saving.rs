//! Saving, history and undo, on a real disk.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use forbear::store::{self, Change, Edit, Made, NotAFile, Put, Saved, Spot, StoreError, Warning};

use super::example;

fn change(what: &str) -> Change<'_> {
    Change {
        what,
        at: "2026-11-25T10:00:00".parse().unwrap(),
        waiting: &|| {},
    }
}

/// A ledger in a folder of its own.
struct Home {
    _folder: tempfile::TempDir,
    ledger: PathBuf,
}

fn fresh() -> Home {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("ledger.toml");
    store::create(&ledger, &change("init"), &example()).unwrap();
    Home {
        _folder: folder,
        ledger,
    }
}

fn pay(path: &Path, amount: &str) -> Result<Saved<()>, StoreError> {
    let what = format!("pay zl-1 {amount}");
    store::edit(path, &change(&what), |edit: &mut Edit, _| {
        let fields = vec![
            (
                "on",
                Put::from("2026-11-20".parse::<chrono::NaiveDate>().unwrap()),
            ),
            ("amount", Put::from(amount)),
        ];
        edit.push(&Spot::id("debt", "zl-1"), "payment", fields)
            .map_err(StoreError::from)
    })
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn every_change_is_taken_back_to_the_byte() {
    let ledger = fresh();
    let mut states = vec![text(&ledger.ledger)];
    for amount in ["1.00", "2.00", "3.00"] {
        assert!(pay(&ledger.ledger, amount).unwrap().changed);
        states.push(text(&ledger.ledger));
    }
    for expected in states.iter().rev().skip(1) {
        store::undo(&ledger.ledger, &change("undo")).unwrap();
        assert_eq!(&text(&ledger.ledger), expected);
    }
    assert!(matches!(
        store::undo(&ledger.ledger, &change("undo")),
        Err(StoreError::NothingToUndo { .. })
    ));
    // Forward again, and a new change after going back can be taken back too.
    store::restore(&ledger.ledger, &change("undo"), 4).unwrap();
    assert_eq!(text(&ledger.ledger), states[3]);
    pay(&ledger.ledger, "9.00").unwrap();
    let undone = store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(undone.left.made, Made::Command("pay zl-1 9.00".to_owned()));
    assert_eq!(text(&ledger.ledger), states[3]);
}

#[test]
fn hand_edits_are_kept_and_can_be_taken_back() {
    let ledger = fresh();
    pay(&ledger.ledger, "1.00").unwrap();
    let before = text(&ledger.ledger);
    let by_hand = before.replace("李娜", "李 娜");
    std::fs::write(&ledger.ledger, &by_hand).unwrap();
    pay(&ledger.ledger, "2.00").unwrap();
    store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(text(&ledger.ledger), by_hand);
    store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(text(&ledger.ledger), before);
    // Noticed by a read alone, too.
    std::fs::write(&ledger.ledger, &by_hand).unwrap();
    store::load(&ledger.ledger).unwrap();
    let newest = store::history(&ledger.ledger).unwrap().pop().unwrap();
    assert_eq!(newest.made, Made::ByHand);
    // Even one that broke the file.
    std::fs::write(&ledger.ledger, "version = \n[[").unwrap();
    store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(text(&ledger.ledger), by_hand);
}

#[test]
fn a_cut_or_missing_ledger_is_noticed_and_comes_back() {
    let ledger = fresh();
    pay(&ledger.ledger, "1.00").unwrap();
    let whole = text(&ledger.ledger);
    let (cut, _) = whole.split_once("[[agreement]]").unwrap();
    let (half_a_line, _) = whole.split_once("penalty =").unwrap();
    for short in [cut, "", "\n", half_a_line] {
        std::fs::write(&ledger.ledger, short).unwrap();
        assert!(
            matches!(
                pay(&ledger.ledger, "2.00"),
                Err(StoreError::CutShort { .. })
            ),
            "{short:?}"
        );
        assert_eq!(text(&ledger.ledger), short, "nothing was written");
        match store::load(&ledger.ledger) {
            Ok(loaded) => assert!(
                loaded
                    .warnings
                    .iter()
                    .any(|w| matches!(w, Warning::CutShort { .. })),
                "{short:?}"
            ),
            Err(error) => assert!(matches!(error, StoreError::CutShort { .. }), "{error}"),
        }
        store::undo(&ledger.ledger, &change("undo")).unwrap();
        assert_eq!(text(&ledger.ledger), whole);
    }
    std::fs::remove_file(&ledger.ledger).unwrap();
    assert!(matches!(
        store::load(&ledger.ledger),
        Err(StoreError::NotFound { kept: true, .. })
    ));
    store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(text(&ledger.ledger), whole);
    // A user who shortened it on purpose says so.
    std::fs::write(&ledger.ledger, cut).unwrap();
    store::accept(&ledger.ledger, &change("history keep")).unwrap();
    pay(&ledger.ledger, "2.00").unwrap();
}

#[test]
fn a_change_that_would_break_the_ledger_is_refused() {
    let ledger = fresh();
    let before = text(&ledger.ledger);
    assert!(matches!(
        pay(&ledger.ledger, "-5"),
        Err(StoreError::WouldBreak(_))
    ));
    assert_eq!(text(&ledger.ledger), before);
    assert_eq!(store::history(&ledger.ledger).unwrap().len(), 1);
}

#[test]
fn a_change_by_another_program_meanwhile_is_noticed() {
    let ledger = fresh();
    let result: Result<Saved<()>, StoreError> =
        store::edit(&ledger.ledger, &change("x"), |edit, _| {
            std::fs::write(&ledger.ledger, example().replace("李娜", "王芳")).unwrap();
            edit.set(&Spot::top().section("borrower"), "name", "张伟")?;
            Ok(())
        });
    assert!(
        matches!(result, Err(StoreError::ChangedMeanwhile { .. })),
        "{result:?}"
    );
    assert!(text(&ledger.ledger).contains("王芳"));
    pay(&ledger.ledger, "1.00").unwrap();
}

#[test]
fn files_are_private_and_keep_the_mode_they_were_given() {
    let ledger = fresh();
    pay(&ledger.ledger, "1.00").unwrap();
    let private = ledger.ledger.with_file_name(".forbear");
    assert_eq!(mode(&ledger.ledger), 0o600);
    assert_eq!(mode(&private), 0o700);
    let history = private.join("ledger.toml.history");
    assert_eq!(mode(&history), 0o700);
    for entry in std::fs::read_dir(&history).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
    for wanted in [0o400, 0o640] {
        std::fs::set_permissions(&ledger.ledger, std::fs::Permissions::from_mode(wanted)).unwrap();
        pay(&ledger.ledger, "1.00").unwrap();
        assert_eq!(mode(&ledger.ledger), wanted);
    }
    let loaded = store::load(&ledger.ledger).unwrap();
    assert!(
        loaded
            .warnings
            .contains(&Warning::ReadableByOthers { mode: 0o640 })
    );
}

#[test]
fn links_are_followed_and_stay_links() {
    let ledger = fresh();
    let folder = ledger.ledger.parent().unwrap();
    let (link, other) = (folder.join("link.toml"), folder.join("other"));
    std::os::unix::fs::symlink(&ledger.ledger, &link).unwrap();
    pay(&link, "1.00").unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(text(&ledger.ledger).contains("1.00"));
    let case = |what: NotAFile| {
        assert!(
            matches!(store::load(&other), Err(StoreError::NotAFile { what: found, .. }) if found == what),
            "{what:?}"
        );
        assert!(pay(&other, "1.00").is_err());
        std::fs::remove_file(&other)
            .or_else(|_| std::fs::remove_dir(&other))
            .unwrap();
    };
    std::os::unix::fs::symlink(&other, &other).unwrap();
    case(NotAFile::LinkLoop);
    std::os::unix::fs::symlink(folder.join("gone"), &other).unwrap();
    case(NotAFile::DanglingLink);
    std::os::unix::fs::symlink("/dev/zero", &other).unwrap();
    case(NotAFile::Special);
    std::fs::create_dir(&other).unwrap();
    case(NotAFile::Folder);
}

#[test]
fn writers_at_once_lose_nothing() {
    let ledger = fresh();
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let path = &ledger.ledger;
            scope.spawn(move || {
                for each in 1..=5 {
                    pay(path, &format!("{}.0{each}", writer + 1)).unwrap();
                }
            });
        }
    });
    let loaded = store::load(&ledger.ledger).unwrap().ledger;
    assert_eq!(loaded.debts[0].payments.len(), 1 + 40);
    assert_eq!(store::history(&ledger.ledger).unwrap().len(), 1 + 40);
}

#[test]
fn purge_forgets_and_only_the_ledger_is_left() {
    let ledger = fresh();
    pay(&ledger.ledger, "1.00").unwrap();
    let before = text(&ledger.ledger);
    assert_eq!(
        store::purge(&ledger.ledger, &change("history purge")).unwrap(),
        2
    );
    assert_eq!(text(&ledger.ledger), before);
    assert!(store::history(&ledger.ledger).unwrap().is_empty());
    pay(&ledger.ledger, "2.00").unwrap();
    store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(text(&ledger.ledger), before);
}

#[test]
fn what_a_crash_leaves_is_settled() {
    let ledger = fresh();
    pay(&ledger.ledger, "1.00").unwrap();
    let saved = text(&ledger.ledger);
    let history = ledger
        .ledger
        .with_file_name(".forbear")
        .join("ledger.toml.history");
    // Killed after the ledger was replaced, before the history said so.
    std::fs::rename(
        history.join("00000002.state"),
        history.join("00000002.pending"),
    )
    .unwrap();
    store::load(&ledger.ledger).unwrap();
    pay(&ledger.ledger, "2.00").unwrap();
    store::undo(&ledger.ledger, &change("undo")).unwrap();
    assert_eq!(text(&ledger.ledger), saved);
    // Killed before: a state that never was, and one cut in the middle.
    let before = store::history(&ledger.ledger).unwrap().len();
    std::fs::copy(
        history.join("00000001.state"),
        history.join("00000090.pending"),
    )
    .unwrap();
    std::fs::write(history.join("00000091.pending"), "forbear-state {").unwrap();
    pay(&ledger.ledger, "3.00").unwrap();
    assert_eq!(store::history(&ledger.ledger).unwrap().len(), before + 1);
    assert!(!history.join("00000090.pending").exists());
}

#[test]
fn conflicts_and_open_editors_are_noticed() {
    let ledger = fresh();
    let folder = ledger.ledger.parent().unwrap();
    for name in [
        "ledger (Li's conflicted copy 2026-11-24).toml",
        "ledger.sync-conflict-20261124-1.toml",
        ".ledger.toml.icloud",
    ] {
        std::fs::write(folder.join(name), "").unwrap();
    }
    std::fs::write(folder.join(".ledger.toml.swp"), "").unwrap();
    let warnings = store::load(&ledger.ledger).unwrap().warnings;
    let conflicts = warnings
        .iter()
        .filter(|w| matches!(w, Warning::Conflict { .. }))
        .count();
    let open = warnings
        .iter()
        .filter(|w| matches!(w, Warning::OpenInEditor { .. }))
        .count();
    assert_eq!((conflicts, open), (3, 1), "{warnings:?}");
}

#[test]
fn outputs_and_hashes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.md");
    store::write_output(&path, b"abc").unwrap();
    assert_eq!(mode(&path), 0o600);
    // FIPS 180-2, appendix B.1.
    assert_eq!(
        store::sha256_file(&path).unwrap(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    store::write_output(&path, b"abcd").unwrap();
    assert_eq!(text(&path), "abcd");
    assert!(matches!(
        store::sha256_file(&folder.path().join("none")),
        Err(StoreError::NoSuchFile { .. })
    ));
}

//! The README is executed: each console block runs in an empty home, in order, and shows what is written there.
//!
//! `TRYCMD=overwrite cargo test readme` writes the blocks anew; read the difference before keeping it.

#[test]
fn readme_blocks_do_what_they_show() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    trycmd::TestCases::new()
        .env("HOME", path("home"))
        .env("XDG_DATA_HOME", path("data"))
        .env("XDG_CONFIG_HOME", path("config"))
        .env("XDG_STATE_HOME", path("state"))
        .env("FORBEAR_TODAY", "2026-11-16")
        .env("FORBEAR_LANG", "en")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .insert_var("[LEDGER]", path("data/forbear/ledger.toml"))
        .unwrap()
        .case("README.md");
}

/// The two commands of "Try it" are the ones the project promises; the first is run by `.ci/run`, the second is this.
#[test]
fn readme_names_the_promised_commands() {
    let readme = include_str!("../README.md");
    assert!(readme.contains("\ncargo run --release -- demo\n"));
    assert!(readme.contains("\ncargo test\n"));
}

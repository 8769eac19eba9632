//! forbear: for people who cannot pay their lenders, and for the counsellors who help them.
//!
//! # The house
//!
//! Nine rooms stand in one order, and **a room may use only rooms to its left**:
//!
//! ```text
//! domain → engine → rules → i18n → report → letters → render → store → cli
//!  nouns    verbs    law     words  findings  prose     shapes   disk     hands
//! ```
//!
//! | room | what it holds | what it may not do |
//! |---|---|---|
//! | [`domain`] | the nouns: money, rates, dates, debts, offers, schedules, the ledger | clock, files, words for people, floats |
//! | [`engine`] | the verbs: accrue, pay, classify, simulate, annual rate, capacity | know the rule book; floats only in `annual_rate` |
//! | [`rules`] | the rule books (dated numbers with sources) and one file per check | words in code: they stand in the books |
//! | [`i18n`] | languages, message catalogues, numbers, dates, amounts in capitals | know a command or an output format |
//! | [`report`] | typed reports and their [`report::document::Document`] | know a terminal or HTML |
//! | [`letters`] | facts for a text (`Brief`), templates, checks on words | compute money |
//! | [`render`] | `Document` to terminal, Markdown, HTML, CSV; reports to JSON | know what a debt is |
//! | [`store`] | the TOML file: reading, mistakes, edits, atomic saves, undo, paths | decide about money |
//! | [`cli`] | arguments, one thin file per command, prompts, exit codes, the only clock | compute or format |
//!
//! A job walks from left to right: the ledger is loaded (`store`), each debt is positioned and classified
//! (`engine`), findings are looked up (`rules`), a report is built (`report`) or words are written (`letters`),
//! a renderer gives it a shape (`render`) and `cli` prints it. `tests/architecture.rs` keeps the order.
//!
//! Everything up to `render` is pure: no clock, no disk, no environment. `as_of` is always an argument.

pub mod domain;
pub mod engine;
pub mod rules;
pub mod i18n;
pub mod report;
pub mod letters;
pub mod render;
pub mod store;
pub mod cli;

/// The project's own pages, compiled here so that they cannot break unnoticed.
pub mod _docs {
    #[doc = include_str!("docs/decisions.md")]
    pub mod decisions {}
    #[doc = include_str!("docs/contributing.md")]
    pub mod contributing {}
    #[doc = include_str!("docs/rule-books.md")]
    pub mod rule_books {}
    #[doc = include_str!("docs/changelog.md")]
    pub mod changelog {}
    #[doc = include_str!("docs/en/numbers.md")]
    pub mod numbers {}
    #[doc = include_str!("docs/en/ledger.md")]
    pub mod ledger {}
    #[doc = include_str!("docs/en/offers.md")]
    pub mod offers {}
}

//! The texts of the five source situations and the Hong Kong one, whole, in three languages.
//!
//! Provenance: the words were written and read by hand, as the borrower and as the officer; the figures are the
//! engine's, which its own scenarios prove. A change of words shows as a diff here: read it aloud, then run
//! `SNAPSHOTS=overwrite cargo test goldens`.

use super::{Length, Letter, Overrides, date};
use forbear::domain::{Lang, Terms};
use forbear::i18n::Words;
use forbear::letters::{Asked, Brief, Written, gather, letter, lint, script};
use forbear::render::{Look, markdown};
use std::path::Path;

/// Situation, debt, day, proposal.
pub(super) const SITUATIONS: &[(&str, &str, &str, Option<&str>)] = &[
    (
        "zhaolian-bad-debt",
        "",
        "2026-11-16",
        Some("defer 2; waive interest=50%, penalty=all; instalments 36"),
    ),
    (
        "mengshang-extension",
        "ms-1",
        "2026-11-16",
        Some("waive interest=50%; extend 6"),
    ),
    ("zhaolian-home-visit", "zl-long", "2026-11-16", None),
    ("suning-four-channels", "", "2026-11-16", None),
    ("yalian-reminders", "", "2026-11-16", None),
    (
        "yalian-hongkong",
        "uaf-1",
        "2026-11-16",
        Some("instalments 48"),
    ),
];

pub(super) fn brief(name: &str, debt: &str, day: &str, terms: Option<&str>) -> Brief {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(format!("{name}.toml"));
    let text = std::fs::read_to_string(path).unwrap();
    let ledger = forbear::store::parse::parse(&text, name).unwrap().ledger;
    let debt = if debt.is_empty() {
        &ledger.debts[0]
    } else {
        ledger.debt(&debt.parse().unwrap()).unwrap()
    };
    let terms = terms.map(|terms| Terms::parse(terms).unwrap());
    let asked = Asked {
        terms: terms.as_ref(),
        ..Asked::default()
    };
    gather(&ledger, debt, date(day), asked).unwrap()
}

fn pages(brief: &Brief, lang: Lang) -> Vec<Written> {
    let words = Words::new(lang);
    let own = Overrides::new();
    let mut pages = vec![
        script(brief, Length::Full, &words, &own).unwrap(),
        script(brief, Length::Short, &words, &own).unwrap(),
        letter(brief, Letter::Hardship, &words, &own).unwrap(),
    ];
    if brief.proposal.is_some() {
        pages.push(letter(brief, Letter::Proposal, &words, &own).unwrap());
    }
    pages
}

#[test]
fn the_source_situations_read_as_they_were_read_aloud() {
    for (name, debt, day, terms) in SITUATIONS {
        let brief = brief(name, debt, day, *terms);
        for lang in <Lang as forbear::domain::vocabulary::Vocabulary>::ALL
            .iter()
            .copied()
        {
            let mut text = String::new();
            for (place, page) in pages(&brief, lang).into_iter().enumerate() {
                let problems = match place {
                    0 | 1 => lint::script(&page.document, &brief),
                    _ => lint::letter(&page.document, &brief),
                };
                // Names and notes are in the ledger's own language.
                let problems: Vec<_> = problems
                    .into_iter()
                    .filter(|problem| !matches!(problem, lint::Problem::NotHongKong(_)))
                    .collect();
                assert_eq!(problems, [], "{name} {lang}");
                let page = markdown::render(&page.document, &Look::plain(80));
                // A court paper has one script, short or full.
                if text == page {
                    continue;
                }
                if place > 0 {
                    text.push_str("\n---\n\n");
                }
                text.push_str(&page);
            }
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/letters")
                .join(format!("{name}.{lang}.md"));
            snapbox::assert_data_eq!(text, snapbox::Data::read_from(&path, None).raw());
        }
    }
}

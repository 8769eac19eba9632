//! Every letter that the five situations and the Hong Kong one can need, and every kind for a loan, a card and a Hong
//! Kong money lender with nothing missing, whole, in three languages.
//!
//! Provenance: the words were written and read by hand, as the borrower and as the officer; the figures are the
//! engine's. A change of words shows as a diff here: read it aloud, then run `SNAPSHOTS=overwrite cargo test goldens`.
//! Both walk the table of letters, so that a new kind stands here by itself.

use super::goldens::{SITUATIONS, brief};
use crate::support::whole::{self, LENDERS, Stage};
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{Lang, Terms};
use forbear::i18n::Words;
use forbear::letters::kinds::{Shape, kind, refusal};
use forbear::letters::{Asked, Brief, Letter, Overrides, gather, letter};
use forbear::render::{Look, markdown};
use std::path::Path;

fn page(brief: &Brief, one: Letter, lang: Lang) -> Option<String> {
    let written = letter(brief, one, &Words::new(lang), &Overrides::new()).ok()?;
    let text = markdown::render(&written.document, &Look::plain(80));
    Some(format!("<!-- {one} -->\n\n{text}"))
}

fn compare(folder: &str, name: &str, lang: Lang, pages: &[String]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/letters")
        .join(folder)
        .join(format!("{name}.{lang}.md"));
    let text = pages.join("\n---\n\n");
    snapbox::assert_data_eq!(text, snapbox::Data::read_from(&path, None).raw());
}

/// Terms of the shape that a letter asks for, small enough for each of the households.
fn asked(one: Letter) -> Option<&'static str> {
    match kind(one).shape? {
        Shape::Extension => Some("waive penalty=all; extend 36"),
        Shape::Waiver => Some("waive interest=50%, penalty=all; instalments 36"),
        Shape::Instalments => Some("freeze; instalments 36"),
        Shape::Settlement => Some("settle 800 by 2026-12-20"),
    }
}

#[test]
fn letter_goldens_of_the_situations_read_as_they_were_read_aloud() {
    for (name, debt, day, terms) in SITUATIONS {
        let plain = brief(name, debt, day, *terms);
        let fitting = Letter::ALL
            .iter()
            .filter(|one| refusal(**one, &plain).is_none());
        let briefs: Vec<(Letter, Brief)> = fitting
            // These two stand beside the scripts already.
            .filter(|one| !matches!(one, Letter::Hardship | Letter::Proposal))
            .map(|one| match asked(*one) {
                Some(terms) => (*one, brief(name, debt, day, Some(terms))),
                None => (*one, plain.clone()),
            })
            .collect();
        for lang in Lang::ALL {
            let pages: Vec<String> = briefs
                .iter()
                .filter_map(|(one, brief)| page(brief, *one, *lang))
                .collect();
            assert_eq!(pages.len(), briefs.len(), "{name} {lang}");
            compare("situations", name, *lang, &pages);
        }
    }
}

#[test]
fn letter_goldens_of_every_kind_read_as_they_were_read_aloud() {
    for (name, lender) in [
        ("loan", LENDERS[2]),
        ("card", LENDERS[0]),
        ("hong-kong", LENDERS[9]),
    ] {
        for lang in Lang::ALL {
            let mut pages = Vec::new();
            for one in Letter::ALL {
                let text = whole::text(lender, Stage::of(*one), *lang);
                let ledger = forbear::store::parse::parse(&text, name).unwrap().ledger;
                let terms = whole::terms(*one).map(|terms| Terms::parse(terms).unwrap());
                let asked = Asked {
                    terms: terms.as_ref(),
                    ..Asked::default()
                };
                let brief = gather(&ledger, &ledger.debts[0], super::as_of(), asked).unwrap();
                match page(&brief, *one, *lang) {
                    Some(page) => pages.push(page),
                    None => assert!(refusal(*one, &brief).is_some(), "{name} {one} {lang}"),
                }
            }
            compare("kinds", name, *lang, &pages);
        }
    }
}

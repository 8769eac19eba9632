//! Every script and letter × language × situation where it applies, held against every rule of the linter: no blank but
//! the declared ones, no line over its channel's limit, no figure that is not a fact, no law that is not this lender's.
//!
//! It walks the public tables (`Letter`, `KINDS`, `occasion::TABLE`, the objections), so that what is added there is covered by itself.

use std::collections::{BTreeMap, BTreeSet};

use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{Band, Lang, LenderKind, Proceedings, Product, Region};
use forbear::i18n::Words;
use forbear::letters::kinds::{self, KINDS};
use forbear::letters::lint::{self, Known, Problem};
use forbear::letters::{
    Brief, Length, Letter, LetterError, Overrides, Request, Warning, Written, objections, occasion,
    template,
};
use forbear::report::blank::{self, Piece};

use super::{PLANS, Situation};

/// A text with its name, its problems and its blanks.
struct Told {
    name: String,
    problems: Vec<Problem>,
    written: Written,
}

fn texts(brief: &Brief, known: &Known, lang: Lang, refused: &mut BTreeSet<Letter>) -> Vec<Told> {
    let words = Words::new(lang);
    let own = Overrides::new();
    let mut told = Vec::new();
    let mut add = |name: &str, written: Written, mut problems: Vec<Problem>| {
        problems.extend(lint::facts(&written.document, brief, known));
        problems.extend(lint::laws(&written.document, brief));
        told.push(Told {
            name: name.to_owned(),
            problems,
            written,
        });
    };
    for (name, length) in [("script", Length::Full), ("card", Length::Short)] {
        let written = forbear::letters::script(brief, length, &words, &own).unwrap();
        let problems = lint::script(&written.document, brief);
        add(name, written, problems);
    }
    for row in occasion::TABLE
        .iter()
        .filter(|row| row.region == brief.region)
    {
        for moment in row.occasions {
            if occasion::choose(brief, Some(row.channel), Some(*moment)).is_err() {
                continue; // it does not fit this debt
            }
            let request = Request {
                channel: row.channel,
                occasion: *moment,
                length: Length::Full,
            };
            let written = forbear::letters::script_for(brief, request, &words, &own).unwrap();
            let problems = match row.limit {
                Some(occasion::Limit::Sms) => lint::message(&written.document),
                Some(occasion::Limit::Chat | occasion::Limit::Page) | None => {
                    lint::script(&written.document, brief)
                }
            };
            add(&format!("{} {moment}", row.channel), written, problems);
        }
    }
    for (name, written) in [
        ("holding", forbear::letters::holding(brief, &words, &own)),
        (
            "withdrawal",
            forbear::letters::withdrawal(brief, &words, &own),
        ),
    ] {
        let written = written.unwrap();
        let problems = lint::message(&written.document);
        add(name, written, problems);
    }
    for letter in Letter::ALL {
        match forbear::letters::letter(brief, *letter, &words, &own) {
            Ok(written) => {
                let problems = lint::of_kind(&written.document, brief, kinds::kind(*letter));
                add(letter.as_str(), written, problems);
            }
            Err(LetterError::Refused { .. }) => {
                refused.insert(*letter);
            }
            Err(error) => panic!("{letter}: {error}"),
        }
    }
    told
}

/// Situations in which every kind, product, band and stage stands, and every letter somewhere.
fn situations() -> Vec<Situation> {
    let mut all = Vec::new();
    let kinds = LenderKind::ALL.iter().copied().map(Some).chain([None]);
    let mut turn = 0_usize;
    for kind in kinds {
        for product in [Some(Product::ConsumerLoan), Some(Product::CreditCard)] {
            for (band, proceedings) in Band::ALL
                .iter()
                .map(|band| (Some(*band), Proceedings::Lender))
                .chain(
                    Proceedings::ALL
                        .iter()
                        .map(|stage| (Some(Band::Long), *stage)),
                )
            {
                all.push(Situation {
                    product,
                    kind,
                    band,
                    proceedings,
                    terms: PLANS[turn % PLANS.len()],
                    ..Situation::default()
                });
                turn += 1;
            }
        }
    }
    all
}

#[test]
fn every_script_and_letter_holds_every_rule_wherever_it_applies() {
    let mut complaints: BTreeMap<String, String> = BTreeMap::new();
    let mut written: BTreeSet<(String, Lang)> = BTreeSet::new();
    let mut refused = BTreeSet::new();
    for (turn, mut situation) in situations().into_iter().enumerate() {
        // Every situation in one language, each language in a third of them and every stage in all.
        situation.lang = Lang::ALL[turn % 3];
        let ledger = situation.ledger();
        let brief = situation.brief_of(&ledger);
        let mut known = Known::of(&brief, "");
        // The ledger of a test has no text of its own: what it holds is named here.
        known
            .text("500元 1,100.16元 2026-11-27 2026-11-24 2026-12-12 5200元 2026-12-05 2026-11-20");
        for told in texts(&brief, &known, situation.lang, &mut refused) {
            written.insert((told.name.clone(), situation.lang));
            for problem in told.problems {
                complaints
                    .entry(format!("{} {}: {problem:?}", told.name, situation.lang))
                    .or_insert_with(|| format!("{situation:?}"));
            }
            for blank in unnamed_blanks(&told.written) {
                complaints
                    .entry(format!(
                        "{} {}: nobody knows what goes into {blank}",
                        told.name, situation.lang
                    ))
                    .or_insert_with(|| format!("{situation:?}"));
            }
        }
    }
    let mut text = String::new();
    for (problem, first) in complaints.iter().take(40) {
        text.push_str(&format!("{problem}\n    first in {first}\n"));
    }
    assert!(
        complaints.is_empty(),
        "{} problems:\n{text}",
        complaints.len()
    );
    // A letter that no situation wrote was not tested: it must be one that rests on facts these ledgers lack.
    for kind in KINDS {
        for lang in Lang::ALL {
            let seen = written.contains(&(kind.letter.as_str().to_owned(), *lang));
            assert!(
                seen || (refused.contains(&kind.letter) && !kind.rests_on.is_empty()),
                "{} {lang} was never written",
                kind.letter
            );
        }
    }
}

/// Blanks that do not say what goes in: no label after them, and no words before them that name a missing fact.
fn unnamed_blanks(written: &Written) -> Vec<String> {
    let lang = written.document.lang;
    let words = Words::new(lang);
    let missing: Vec<String> = written
        .warnings
        .iter()
        .filter_map(|warning| match warning {
            Warning::Missing(fact) => Some(words.word(*fact)),
            _ => None,
        })
        .collect();
    let whole = lint::whole(&written.document);
    let mut unnamed = Vec::new();
    let mut before = "";
    let pieces = blank::pieces(&whole);
    for (place, piece) in pieces.iter().enumerate() {
        let says = |text: &str| missing.iter().any(|fact| text.contains(fact.as_str()));
        match piece {
            Piece::Words(text) => before = text,
            Piece::Label(label) if !says(label) => unnamed.push((*label).to_owned()),
            Piece::Label(_) => {}
            Piece::Line(line) => {
                // The lines of a paragraph share one label, at their end.
                let label = pieces[place..]
                    .iter()
                    .find(|piece| !matches!(piece, Piece::Line(_) | Piece::Words("\n")));
                let labelled = matches!(label, Some(Piece::Label(_)));
                let named = missing
                    .iter()
                    .any(|fact| blank::named_by(before, fact, lang));
                if !labelled && !named {
                    unnamed.push(format!("{before}{line}"));
                }
            }
        }
    }
    unnamed
}

#[test]
fn every_blank_says_what_goes_in() {
    // Nothing is known of whoever owes: every letter is full of blanks.
    let mut seen = BTreeMap::new();
    for kind in [
        LenderKind::Bank,
        LenderKind::ConsumerFinanceCompany,
        LenderKind::MoneyLender,
    ] {
        let situation = Situation {
            kind: Some(kind),
            hardship: None,
            ..Situation::default()
        };
        let mut ledger = situation.ledger();
        ledger.borrower = forbear::domain::budget::Borrower::default();
        ledger.contacts.clear();
        let mut brief = situation.brief_of(&ledger);
        brief.contract_number = None;
        brief.pay_day = None;
        brief.capacity = None;
        for lang in Lang::ALL {
            for told in texts(&brief, &Known::of(&brief, ""), *lang, &mut BTreeSet::new()) {
                assert_eq!(
                    unnamed_blanks(&told.written),
                    Vec::<String>::new(),
                    "{} {lang}",
                    told.name
                );
                let shown = lint::whole(&told.written.document);
                let lines = blank::pieces(&shown)
                    .iter()
                    .filter(|one| matches!(one, Piece::Line(_)))
                    .count();
                *seen.entry(*lang).or_insert(0_usize) += lines;
            }
        }
    }
    assert!(seen.values().all(|lines| *lines > 100), "{seen:?}");
}

#[test]
fn hong_kong_texts_are_written_in_its_characters() {
    let mut wrong = Vec::new();
    for (name, _) in template::BUILT_IN {
        let source = template::built_in(name, Lang::ZhHant).unwrap();
        for sign in lint::simplified(source) {
            wrong.push(format!("{name}: {sign}"));
        }
    }
    for region in Region::ALL {
        for objection in objections::all(*region) {
            let lines = objection.lines(Lang::ZhHant);
            for text in [
                &lines.they,
                &lines.say,
                &lines.avoid,
                &lines.note,
                &lines.again,
            ] {
                for sign in lint::simplified(text) {
                    wrong.push(format!("{}: {sign}", objection.id));
                }
            }
        }
    }
    for (topic, [_, zh_hant, _]) in forbear::i18n::catalogue::FILES {
        // The names of languages are written as their readers write them.
        let text: Vec<&str> = zh_hant
            .lines()
            .filter(|line| !line.starts_with("word-lang-"))
            .collect();
        for sign in lint::simplified(&text.join("\n")) {
            wrong.push(format!("{topic}.ftl: {sign}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

//! The pages that teach: three languages with the same headings and the same sources, each source in a rule book, and
//! words that the linter lets pass.

use forbear::domain::Lang;
use forbear::domain::vocabulary::Vocabulary;
use forbear::i18n::Words;
use forbear::letters::lint::{self, Problem};
use forbear::render::{Format, Look};
use forbear::report::Report;
use forbear::report::topic::{TopicReport, cites, source};

const NAMES: [&str; 10] = [
    "what-next",
    "collectors",
    "bad-debt",
    "write-off",
    "line-24",
    "limitation",
    "credit-record",
    "in-writing",
    "agents",
    "complain",
];

fn page(name: &str, lang: Lang) -> String {
    let path = format!("{}/src/docs/{lang}/{name}.md", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_question_has_its_page_in_three_languages_and_only_those() {
    let listed: Vec<&str> = forbear::cli::questions().collect();
    assert_eq!(listed, NAMES);
}

#[test]
fn every_source_stands_in_a_rule_book_and_is_the_same_in_each_language() {
    for name in NAMES {
        let cited = cites(&page(name, Lang::En));
        assert!(
            cited.iter().flatten().any(|id| id != "practice"),
            "{name} has no source"
        );
        for id in cited.iter().flatten() {
            assert!(
                id == "practice" || source(id).is_some(),
                "{name} cites {id}, which no book holds"
            );
        }
        for lang in Lang::ALL {
            let text = page(name, *lang);
            // The same sections, and in each the same sources in the same order.
            assert_eq!(cites(&text), cited, "{name} {lang}");
            let items = |text: &str| text.lines().filter(|line| line.starts_with("- ")).count();
            assert_eq!(items(&text), items(&page(name, Lang::En)), "{name} {lang}");
            for line in text
                .lines()
                .filter(|line| line.contains("12378") || line.contains("12345"))
            {
                assert!(
                    line.contains('['),
                    "{name} {lang} has a number without a source: {line}"
                );
            }
        }
    }
}

#[test]
fn both_places_are_told_apart_where_they_differ() {
    for name in NAMES {
        for (lang, heading) in [
            (Lang::ZhHans, "\n## 香港\n"),
            (Lang::ZhHant, "\n## 香港\n"),
            (Lang::En, "\n## In Hong Kong\n"),
        ] {
            let text = page(name, lang);
            assert!(text.contains(heading), "{name} {lang}");
            let (before, after) = text.split_once(heading).unwrap();
            let there = after.split("\n## ").next().unwrap();
            // A source stands on its own side of the border.
            for id in cites(there).iter().flatten().filter(|id| *id != "practice") {
                let book = forbear::rules::Book::of(forbear::domain::Region::Hk);
                assert!(
                    book.source(id).is_some(),
                    "{name} {lang}: {id} is no law of Hong Kong"
                );
            }
            for id in cites(before)
                .iter()
                .flatten()
                .filter(|id| *id != "practice")
            {
                let book = forbear::rules::Book::of(forbear::domain::Region::Cn);
                assert!(
                    book.source(id).is_some(),
                    "{name} {lang}: {id} is no law of the mainland"
                );
            }
        }
    }
}

#[test]
fn pages_are_short_calm_and_fit_the_screen() {
    for name in NAMES {
        for lang in Lang::ALL {
            let words = Words::new(*lang);
            let report = TopicReport::read(name, &page(name, *lang), &words);
            let document = report.document(&words);
            let problems: Vec<Problem> = lint::everywhere(&document)
                .into_iter()
                // What not to do is named here; titles of laws are as they are.
                .filter(|problem| !matches!(problem, Problem::Advice(_)))
                .collect();
            assert_eq!(problems, [], "{name} {lang}");
            if *lang == Lang::ZhHant {
                assert!(lint::simplified(&page(name, *lang)).is_empty(), "{name}");
            }
            let most = if *lang == Lang::En { 340 } else { 620 };
            let said: String = report
                .sections
                .iter()
                .flat_map(|section| section.lines.iter().map(|line| format!("{}\n", line.text)))
                .collect();
            let length = lint::length(&said, *lang);
            assert!(length <= most, "{name} {lang}: {length}");
            let shown = forbear::render::report(&report, &words, Format::Text, &Look::plain(80));
            for line in shown.lines() {
                let columns: usize = line
                    .chars()
                    .map(|sign| {
                        if ('\u{2e80}'..='\u{ffef}').contains(&sign) {
                            2
                        } else {
                            1
                        }
                    })
                    .sum();
                assert!(columns <= 80, "{name} {lang}: {line}");
            }
            assert!(
                !shown.contains("practice]") && !shown.contains("topic-"),
                "{shown}"
            );
        }
    }
}

#[test]
fn practice_is_marked_and_never_shown_as_law() {
    for lang in Lang::ALL {
        let words = Words::new(*lang);
        let report = TopicReport::read("what-next", &page("what-next", *lang), &words);
        assert!(report.sources.iter().all(|source| source.id != "practice"));
        let mark = words.text("topic-practice");
        let lines = report.sections.iter().flat_map(|section| &section.lines);
        assert!(lines.filter(|line| line.text.contains(&mark)).count() >= 4);
    }
}

//! The corpus of texts: what each rule of the linter finds, and what none finds. And templates that will not end.

use std::collections::BTreeMap;

use forbear::domain::Lang;
use forbear::domain::vocabulary::Vocabulary;
use forbear::i18n::Words;
use forbear::letters::LetterError;
use forbear::letters::lint::Purpose;
use forbear::letters::lint::file::{About, Shape, check};
use serde::Deserialize;

use super::Situation;

#[derive(Deserialize)]
struct Corpus {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    rule: String,
    #[serde(rename = "as")]
    shape: String,
    repeat: Option<usize>,
    /// Whether the ledger holds the borrower's own words.
    #[serde(default)]
    own: bool,
    #[serde(flatten)]
    langs: BTreeMap<String, Texts>,
}

#[derive(Deserialize)]
struct Texts {
    bad: Vec<String>,
    good: Vec<String>,
}

/// Every rule there is; two are for Hong Kong texts alone.
const RULES: [&str; 22] = [
    "forbidden",
    "demand",
    "complaint",
    "terms",
    "relative",
    "advice",
    "condition",
    "not-hong-kong",
    "simplified",
    "law-does-not-apply",
    "unverified-law",
    "too-many-laws",
    "unknown-figure",
    "unknown-date",
    "above-limit",
    "sentence",
    "turn",
    "crowded",
    "message",
    "letter",
    "open-slot",
    "no-own-words",
];

fn shape(word: &str) -> Shape {
    match word {
        "script" => Shape::Script,
        "message" => Shape::Message,
        "letter" => Shape::Letter(Purpose::Negotiation),
        "acceptance" => Shape::Letter(Purpose::Acceptance),
        "complaint" => Shape::Letter(Purpose::Complaint),
        other => panic!("{other}"),
    }
}

fn found(text: &str, case: &Case) -> Vec<&'static str> {
    let mut ledger = Situation::default().ledger();
    if !case.own {
        ledger.borrower.hardship[0].own_words = None;
    }
    let brief = Situation::default().brief_of(&ledger);
    let about = About {
        brief: &brief,
        ledger: "min = 860 income = 5200 until = 2026-12-05 500元",
    };
    check("a.md", text, Some(shape(&case.shape)), Some(about))
        .unwrap_or_else(|error| panic!("{text}: {error}"))
        .found
        .iter()
        .map(|found| found.problem.id())
        .collect()
}

#[test]
fn every_rule_finds_what_it_is_for_and_leaves_good_texts_alone() {
    let corpus: Corpus = toml::from_str(include_str!("corpus.toml")).unwrap();
    let rules: Vec<&str> = corpus.case.iter().map(|case| case.rule.as_str()).collect();
    assert_eq!(rules, RULES);
    let mut wrong = Vec::new();
    for case in &corpus.case {
        let only_hong_kong = ["not-hong-kong", "simplified"].contains(&case.rule.as_str());
        assert_eq!(
            case.langs.len(),
            if only_hong_kong { 1 } else { 3 },
            "{}",
            case.rule
        );
        for (lang, texts) in &case.langs {
            assert!(texts.bad.len() >= 2, "{} {lang}", case.rule);
            // What is only too long becomes good by being said once.
            assert!(
                !texts.good.is_empty() || case.repeat.is_some(),
                "{} {lang}",
                case.rule
            );
            for text in &texts.bad {
                let quote = if case.shape == "letter" { "" } else { "> " };
                let text = match case.repeat {
                    Some(times) => format!("{quote}{}", text.repeat(times)),
                    None => text.clone(),
                };
                let told = found(&text, case);
                if !told.contains(&case.rule.as_str()) {
                    wrong.push(format!("{} {lang} misses {text}: {told:?}", case.rule));
                }
            }
            let once = texts.bad.iter().filter(|_| case.repeat.is_some());
            for text in texts.good.iter().chain(once) {
                let text = match case.repeat {
                    Some(_) if case.shape == "letter" => format!("{text}\n\n＿＿＿"),
                    Some(_) => format!("> {text}"),
                    None => text.clone(),
                };
                let text = if lang == "en" {
                    text.replace('＿', "_") + if text.contains('＿') { "_" } else { "" }
                } else {
                    text
                };
                let told = found(&text, case);
                if !told.is_empty() {
                    wrong.push(format!(
                        "{} {lang} finds in good {text}: {told:?}",
                        case.rule
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fault_is_drawn_where_it_stands_with_what_to_write_instead() {
    let text = "# 申请\n\n您好：\n\n请贵司尽快回复，你们必须答应。\n";
    let checked = check("a.md", text, None, None).unwrap();
    let places: Vec<(usize, usize, &str)> = checked
        .found
        .iter()
        .filter_map(|found| Some((found.place.as_ref()?, found.problem.id())))
        .map(|(place, id)| (place.line, place.column, id))
        .collect();
    assert_eq!(places, [(5, 4, "demand"), (5, 11, "demand")]);
    for lang in Lang::ALL {
        let words = Words::new(*lang);
        let (what, write) = checked.found[0].problem.tell(
            checked.lang,
            forbear::domain::ledger::Currency::Cny,
            &words,
        );
        assert!(
            what.contains("尽快") && write.contains("12月5日"),
            "{what} {write}"
        );
    }
}

#[test]
fn a_template_is_checked_in_the_branches_this_debt_does_not_take() {
    let brief = Situation::default().brief();
    let about = About {
        brief: &brief,
        ledger: "",
    };
    let own = "---\nid = \"mine\"\nkind = \"script\"\n---\n# 稿\n\n> 我是{{ name }}。\n\n{% if card %}\n> 你们必须停止计息！\n{% endif %}\n";
    let found = check("mine.md.j2", own, None, Some(about)).unwrap().found;
    let told: Vec<(usize, &str)> = found
        .iter()
        .map(|one| (one.place.as_ref().unwrap().line, one.problem.id()))
        .collect();
    assert!(told.contains(&(10, "forbidden")), "{told:?}");
    assert!(told.contains(&(10, "demand")), "{told:?}");
}

#[test]
fn built_in_templates_pass_the_check_of_users() {
    let mut wrong = Vec::new();
    for (name, _) in forbear::letters::template::BUILT_IN {
        for lang in Lang::ALL {
            // Parts are put in before a built-in text is filled; users' texts have none.
            let source: String = forbear::letters::template::built_in(name, *lang)
                .unwrap()
                .split_inclusive('\n')
                .map(|line| {
                    if line.starts_with("{% include '") {
                        "\n"
                    } else {
                        line
                    }
                })
                .collect();
            match check(name, &source, None, None) {
                Ok(checked) => {
                    for found in checked.found {
                        wrong.push(format!("{name} {lang}: {found:?}"));
                    }
                }
                Err(error) => wrong.push(format!("{name} {lang}: {error}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn templates_that_loop_grow_or_read_are_stopped_with_one_clear_error() {
    let brief = Situation::default().brief();
    let deep = format!(
        "{}x{}",
        "{% if card %}".repeat(4000),
        "{% endif %}".repeat(4000)
    );
    let nested = format!(
        "{}x{}",
        "{% for a in objections %}".repeat(30),
        "{% endfor %}".repeat(30)
    );
    let brackets = format!("{{{{ {}1{} }}}}", "[".repeat(3000), "]".repeat(3000));
    let huge = "长".repeat(40_000);
    let hostile: [(&str, &str); 14] = [
        (
            "a huge range",
            "{% for i in range(1000000000) %}x{% endfor %}",
        ),
        ("a repeat", "{{ 'a' * 1000000000 }}"),
        (
            "a macro that calls itself",
            "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        ),
        (
            "a recursive loop",
            "{% for a in objections recursive %}{{ loop(objections) }}{% endfor %}",
        ),
        ("a file outside", "{% include '/etc/passwd' %}"),
        ("a file above", "{% import '../../ledger.toml' as x %}"),
        ("a parent", "{% extends 'letter-hardship' %}"),
        ("a doubled text", "{% set x = name ~ name %}"),
        ("a filter", "{{ objections|join('x') }}"),
        ("an environment", "{{ self.environment() }}"),
        ("deep nesting", &deep),
        ("loops in loops", &nested),
        ("deep brackets", &brackets),
        ("a long text", &huge),
    ];
    for (what, body) in hostile {
        let source = format!("---\nid = \"mine\"\nkind = \"script\"\n---\n{body}\n");
        let about = About {
            brief: &brief,
            ledger: "",
        };
        let start = std::time::Instant::now();
        let error = check("mine.md.j2", &source, None, Some(about)).expect_err(what);
        assert!(
            start.elapsed().as_secs() < 60,
            "{what} took {:?}",
            start.elapsed()
        );
        for lang in Lang::ALL {
            let told = error.tell(&Words::new(*lang));
            assert!(told.contains("mine.md.j2"), "{what}: {told}");
            assert!(
                told.lines().count() == 1 && told.chars().count() < 300,
                "{what}: {told}"
            );
        }
        assert!(!matches!(error, LetterError::Unknown(_)), "{what}: {error}");
    }
}

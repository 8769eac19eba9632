//! How texts are put: one is not many in English, whom a letter is addressed to, how a law is named.

use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{Band, Conduct, Lang, LenderKind, Proceedings};
use forbear::i18n::Words;
use forbear::letters::lint;
use forbear::letters::{
    Brief, Length, Letter, LetterError, Overrides, Request, objections, occasion, template,
};

use super::{Situation, all_texts, date};

/// What is counted in texts.
const COUNTED: [&str; 9] = [
    "days",
    "months",
    "years",
    "payments",
    "monthly payments",
    "instalments",
    "times",
    "lenders",
    "debts",
];

/// The places where a text says "1 days", "first 1 months", "1 more months".
fn one_as_many(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    for (place, word) in words.iter().enumerate() {
        if word.trim_matches(['(', '“', '-']) != "1" {
            continue;
        }
        let rest = words[place + 1..].join(" ");
        let rest = rest.strip_prefix("more ").unwrap_or(&rest);
        let is_many = |noun: &str| {
            rest.strip_prefix(noun)
                .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        let first = place > 0 && words[place - 1] == "first";
        if first || COUNTED.iter().any(|noun| is_many(noun)) {
            found.push(
                words[place..]
                    .iter()
                    .take(4)
                    .copied()
                    .collect::<Vec<_>>()
                    .join(" "),
            );
        }
    }
    found
}

#[test]
fn one_is_not_many_in_any_english_text() {
    assert_eq!(one_as_many("1 days late").len(), 1);
    assert_eq!(one_as_many("the first 1 month; 1 more months").len(), 2);
    assert_eq!(
        one_as_many("21 days, HK$1 payments, 2.1 months, 1 day"),
        Vec::<String>::new()
    );
    let words = Words::new(Lang::En);
    let own = Overrides::new();
    let mut wrong = Vec::new();
    let mut seen = 0_usize;
    for kind in [
        LenderKind::Bank,
        LenderKind::ConsumerFinanceCompany,
        LenderKind::MoneyLender,
    ] {
        for terms in [
            "defer 1; instalments 1",
            "defer 1; instalments 12",
            "waive penalty=all; instalments 1",
        ] {
            let mut brief = Situation {
                kind: Some(kind),
                terms: Some(terms),
                band: Some(Band::Short),
                offerable: "20000",
                lang: Lang::En,
                ..Situation::default()
            }
            .brief();
            brief.days = Some(1);
            if let (Some(plan), "defer 1; instalments 12") = (&mut brief.proposal, terms) {
                plan.terms.extend = Some(1);
            }
            brief.oldest_unpaid = Some(date("2026-11-24"));
            let mut texts: Vec<String> = all_texts(&brief, Lang::En, true)
                .iter()
                .map(|(_, written, _)| lint::whole(&written.document))
                .collect();
            for row in occasion::TABLE
                .iter()
                .filter(|row| row.region == brief.region)
            {
                for moment in row.occasions {
                    let request = Request {
                        channel: row.channel,
                        occasion: *moment,
                        length: Length::Full,
                    };
                    if occasion::choose(&brief, Some(row.channel), Some(*moment)).is_ok() {
                        let written =
                            forbear::letters::script_for(&brief, request, &words, &own).unwrap();
                        texts.push(lint::whole(&written.document));
                    }
                }
            }
            for letter in Letter::ALL {
                match forbear::letters::letter(&brief, *letter, &words, &own) {
                    Ok(written) => texts.push(lint::whole(&written.document)),
                    Err(LetterError::Refused { .. }) => {}
                    Err(error) => panic!("{letter}: {error}"),
                }
            }
            seen += texts.iter().filter(|text| text.contains("1 day")).count();
            wrong.extend(texts.iter().flat_map(|text| one_as_many(text)));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen > 20, "{seen}");
}

#[test]
fn no_english_source_counts_without_asking_whether_it_is_one() {
    let mut wrong = Vec::new();
    let mut check = |name: &str, text: &str| {
        for line in text
            .lines()
            .filter(|line| !line.trim().starts_with("*[other]"))
        {
            let counted = COUNTED.iter().any(|noun| {
                [" ", " more "].iter().any(|between| {
                    let slot = format!("}}{between}{noun}");
                    let pieces: Vec<&str> = line.split(&slot).collect();
                    pieces[..pieces.len() - 1].iter().any(|before| {
                        let asked = before.rsplit_once('{').map_or("", |(asked, _)| asked);
                        !asked
                            .trim_end_matches('{')
                            .trim_end()
                            .ends_with("{% else %}")
                    })
                })
            });
            if counted {
                wrong.push(format!("{name}: {line}"));
            }
        }
    };
    for (name, _) in template::BUILT_IN {
        check(name, template::built_in(name, Lang::En).unwrap());
    }
    for (name, [_, _, en]) in template::PARTS {
        check(name, en);
    }
    for (topic, [_, _, en]) in forbear::i18n::catalogue::FILES {
        check(topic, en);
    }
    for region in forbear::domain::Region::ALL {
        for objection in objections::all(*region) {
            let lines = objection.lines(Lang::En);
            for text in [
                &lines.they,
                &lines.say,
                &lines.avoid,
                &lines.note,
                &lines.again,
            ] {
                check(&objection.id, text);
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn written(brief: &Brief, letter: Letter, lang: Lang) -> String {
    let words = Words::new(lang);
    let written = forbear::letters::letter(brief, letter, &words, &Overrides::new())
        .unwrap_or_else(|error| panic!("{letter} {lang}: {error}"));
    lint::whole(&written.document)
}

#[test]
fn a_night_call_is_told_calmly_and_by_whom_in_the_signs_of_the_language() {
    let mut ledger = Situation::default().ledger();
    ledger.contacts[0].conduct = vec![Conduct::QuietHours];
    let brief = Situation::default().brief_of(&ledger);
    for (lang, who, when) in [
        (Lang::ZhHans, "某某信用管理，工号 8812：", "夜间或清晨"),
        (Lang::ZhHant, "某某信用管理，工号 8812：", "深夜或清晨"),
        (Lang::En, "某某信用管理, 工号 8812: ", "late at night"),
    ] {
        let text = written(&brief, Letter::Complaint, lang);
        assert!(text.contains(who) && text.contains(when), "{text}");
        assert!(
            !text.contains("禁止") && !text.contains("））") && !text.contains("）（"),
            "{text}"
        );
    }
}

#[test]
fn a_visit_names_the_rule_of_its_lender_or_none() {
    let words = Words::new(Lang::ZhHans);
    for (kind, named) in [
        (LenderKind::Bank, Some("中国银行业协会的催收指引")),
        (LenderKind::ConsumerFinanceCompany, Some("GB/T 45251—2025")),
        (LenderKind::MicroloanCompany, Some("GB/T 45251—2025")),
        (LenderKind::Assignee, None),
    ] {
        let brief = Situation {
            kind: Some(kind),
            proceedings: Proceedings::Lender,
            ..Situation::default()
        }
        .brief();
        let request = Request {
            channel: forbear::domain::Channel::Visit,
            occasion: occasion::Occasion::Overdue,
            length: Length::Full,
        };
        let script =
            forbear::letters::script_for(&brief, request, &words, &Overrides::new()).unwrap();
        let text = lint::whole(&script.document);
        assert!(!text.contains("行业标准"), "{text}");
        match named {
            Some(named) => assert!(
                text.contains(named) && text.contains("据公开报道"),
                "{text}"
            ),
            None => assert!(!text.contains("晚上十点"), "{text}"),
        }
    }
}

#[test]
fn court_papers_name_the_court_once_and_a_body_leaves_room_for_its_place() {
    for lang in Lang::ALL {
        for name in ["letter-objection", "letter-answer"] {
            let source = template::built_in(name, *lang).unwrap();
            let courts = ["{{ opening }}", "{{ court }}"]
                .iter()
                .map(|slot| source.matches(slot).count());
            assert_eq!(courts.sum::<usize>(), 1, "{name} {lang}");
        }
    }
    for (lang, start) in [
        (Lang::ZhHans, "国家金融监督管理总局＿"),
        (Lang::ZhHant, "國家金融監督管理總局＿"),
        (
            Lang::En,
            "To the National Financial Regulatory Administration, office of _",
        ),
    ] {
        let mut ledger = Situation::default().ledger();
        ledger.contacts[0].conduct = vec![Conduct::Threat];
        let mut brief = Situation::default().brief_of(&ledger);
        brief.dossier.body = Some(forbear::letters::dossier::Body::National);
        let text = written(&brief, Letter::Regulator, lang);
        assert!(text.contains(start), "{text}");
    }
}

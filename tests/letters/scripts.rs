//! Every script of the table × language × situation where it applies: only blanks of what the ledger lacks, within its
//! channel's limit, clean by the word linter, and no figure but those of the ledger, the budget and the ladder.

use super::date;
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{Channel, Lang, Ledger, Money, Region, Terms};
use forbear::i18n::Words;
use forbear::letters::lint::{self, Problem};
use forbear::letters::occasion::{Limit, Misfit, TABLE, choose, fits, row_of};
use forbear::letters::{
    Asked, Brief, Fact, Length, Occasion, Overrides, Request, Warning, Written, gather, script_for,
};
use forbear::report::document::Block;
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-16";

/// A household of which everything is known, one debt, and what makes the situation.
#[derive(Clone, Copy, Debug)]
struct Case {
    /// `CN` or `HK`.
    region: &'static str,
    kind: &'static str,
    product: &'static str,
    /// Keys of the debt.
    debt: &'static str,
    /// The missed due date.
    missed: Option<&'static str>,
    spent: &'static str,
    /// Tables after the debt.
    more: &'static str,
    terms: Option<&'static str>,
}

const PLAIN: Case = Case {
    region: "CN",
    kind: "consumer-finance-company",
    product: "consumer-loan",
    debt: "",
    missed: Some("2026-09-20"),
    spent: "4000",
    more: "",
    terms: None,
};

const THEIRS_DEAR: &str = "[[offer]]\nid = \"l\"\ndebt = \"a-1\"\nfrom = \"lender\"\non = 2026-11-10\nterms = \"instalments 12\"\nstatus = \"open\"\nreply-by = 2026-11-25\n";
const THEIRS_GOOD: &str = "[[offer]]\nid = \"g\"\ndebt = \"a-1\"\nfrom = \"lender\"\non = 2026-11-10\nterms = \"waive penalty=all; instalments 24\"\nstatus = \"open\"\n";
const ACCEPTED: &str = "[[offer]]\nid = \"y\"\ndebt = \"a-1\"\nfrom = \"lender\"\non = 2026-11-10\nterms = \"waive penalty=300; instalments 24\"\nstatus = \"accepted\"\n";
const SETTLED: &str = "[[offer]]\nid = \"s\"\ndebt = \"a-1\"\nfrom = \"lender\"\non = 2026-11-10\nterms = \"settle 590 by 2026-12-20\"\nstatus = \"accepted\"\n";
const AGREED: &str = "[[agreement]]\nid = \"k\"\ndebt = \"a-1\"\nsigned = 2026-11-12\nform = \"electronic\"\nclauses = {}\n[[agreement.due]]\non = 2026-12-12\namount = \"480\"\n[[agreement.due]]\non = 2027-01-12\namount = \"470\"\n";
const BROKEN: &str = "[[agreement]]\nid = \"k\"\ndebt = \"a-1\"\nsigned = 2026-09-25\nform = \"electronic\"\nclauses = {}\nbroken = 2026-11-02\n[[agreement.due]]\non = 2026-10-12\namount = \"480\"\n";
const PROMISED: &str = "[[contact]]\nat = 2026-11-01T10:00:00\ndebt = \"a-1\"\nchannel = \"phone\"\ndirection = \"in\"\nsummary = \"说好十号付五百\"\npromise = { amount = \"500\", on = 2026-11-10 }\n";

/// Every situation; the second column is the moment the ledger must tell.
fn cases() -> Vec<(&'static str, Occasion, Case)> {
    let cn = PLAIN;
    let mut all = vec![
        (
            "before due",
            Occasion::BeforeDue,
            Case { missed: None, ..cn },
        ),
        (
            "short",
            Occasion::Overdue,
            Case {
                missed: Some("2026-11-04"),
                ..cn
            },
        ),
        ("medium", Occasion::Overdue, cn),
        (
            "long",
            Occasion::Overdue,
            Case {
                missed: Some("2026-04-16"),
                ..cn
            },
        ),
        (
            "promise",
            Occasion::MissedPromise,
            Case {
                more: PROMISED,
                ..cn
            },
        ),
        (
            "dear offer",
            Occasion::Counter,
            Case {
                more: THEIRS_DEAR,
                ..cn
            },
        ),
        (
            "good offer",
            Occasion::Confirm,
            Case {
                more: THEIRS_GOOD,
                ..cn
            },
        ),
        (
            "accepted",
            Occasion::Confirm,
            Case {
                more: ACCEPTED,
                ..cn
            },
        ),
        (
            "one payment",
            Occasion::Confirm,
            Case {
                more: SETTLED,
                ..cn
            },
        ),
        ("agreed", Occasion::Confirm, Case { more: AGREED, ..cn }),
        ("broken", Occasion::Broken, Case { more: BROKEN, ..cn }),
        (
            "outside",
            Occasion::HandedOver,
            Case {
                debt: "proceedings = \"outside-collector\"",
                ..cn
            },
        ),
        (
            "lawyer",
            Occasion::HandedOver,
            Case {
                debt: "proceedings = \"lawyer-letter\"",
                ..cn
            },
        ),
        (
            "mediation",
            Occasion::Overdue,
            Case {
                debt: "proceedings = \"mediation\"",
                ..cn
            },
        ),
        (
            "nothing left",
            Occasion::Overdue,
            Case {
                spent: "6000",
                ..cn
            },
        ),
        (
            "settle",
            Occasion::Overdue,
            Case {
                terms: Some("settle 590 by 2026-12-20"),
                ..cn
            },
        ),
        (
            "defer",
            Occasion::Overdue,
            Case {
                terms: Some("defer 2; waive penalty=all; instalments 24"),
                ..cn
            },
        ),
        (
            "sold",
            Occasion::HandedOver,
            Case {
                kind: "assignee",
                ..cn
            },
        ),
        (
            "guarantor",
            Occasion::HandedOver,
            Case {
                kind: "guarantor",
                ..cn
            },
        ),
        (
            "private",
            Occasion::Overdue,
            Case {
                kind: "private",
                ..cn
            },
        ),
        (
            "card",
            Occasion::Overdue,
            Case {
                kind: "bank",
                product: "credit-card",
                ..cn
            },
        ),
        (
            "card counter",
            Occasion::Counter,
            Case {
                kind: "bank",
                product: "credit-card",
                more: THEIRS_DEAR,
                ..cn
            },
        ),
        (
            "microloan",
            Occasion::Overdue,
            Case {
                kind: "microloan-company",
                ..cn
            },
        ),
    ];
    let here: Vec<_> = all
        .iter()
        .filter(|(name, ..)| {
            ![
                "sold",
                "guarantor",
                "private",
                "mediation",
                "microloan",
                "card",
                "card counter",
            ]
            .contains(name)
        })
        .map(|(name, occasion, case)| {
            (
                *name,
                *occasion,
                Case {
                    region: "HK",
                    kind: "money-lender",
                    ..*case
                },
            )
        })
        .collect();
    all.extend(here);
    all
}

fn ledger(case: &Case, lang: Lang) -> Ledger {
    let hk = case.region == "HK";
    let currency = if hk { "HKD" } else { "CNY" };
    // A note in the language of the text; names stay as they are.
    let note = if lang == Lang::En {
        "my hours were cut"
    } else {
        "工时减了一半"
    };
    // The first instalment is the missed one, or still to come.
    let first = case.missed.unwrap_or("2026-12-20");
    let overdue = if case.missed.is_some() {
        ""
    } else {
        "overdue = \"0\"\n"
    };
    let text = format!(
        r#"
version = 1
currency = "{currency}"
[borrower]
name = "李娜"
phone = "138-0000-0000"
address = "示例市河东路1号"
call-times = "18:00"
hardship = [{{ kind = "income-loss", since = 2026-04-01, note = "{note}", evidence = ["工资单.pdf"], own-words = "四月起工时减了一半，我按月记账，能还的数都写在表里。" }}]
[budget]
share = "60%"
[[income]]
name = "工资"
amount = "5000"
every = "month"
pay-day = 10
[[expense]]
name = "房租和伙食"
amount = "{spent}"
every = "month"
category = "housing"
essential = true
[[lender]]
id = "a"
name = "示例金融"
kind = "{kind}"
region = "{region}"
official = {{ number = "400-000-0000" }}
[[debt]]
id = "a-1"
lender = "a"
product = "{product}"
{debt}
[debt.contract]
principal = "12000"
number = "示例-2026-0012"
rate = "0%/year"
method = "equal-instalment"
count = 24
first-due = {first}
[debt.card]
min-payment = "900"
[[debt.claim]]
on = 2026-11-09
principal = "12000"
interest = "0"
penalty = "600"
fees = "0"
{overdue}[debt.room]
max-months = 24
waive = {{ penalty = "100%" }}
{more}"#,
        spent = case.spent,
        kind = case.kind,
        region = case.region,
        product = case.product,
        debt = case.debt,
        more = case.more,
    );
    forbear::store::parse::parse(&text, "ledger.toml")
        .unwrap_or_else(|error| panic!("{error:?}\n{text}"))
        .ledger
}

fn brief(case: &Case, lang: Lang) -> Brief {
    let ledger = ledger(case, lang);
    let terms = case.terms.map(|terms| Terms::parse(terms).unwrap());
    let asked = Asked {
        terms: terms.as_ref(),
        ..Asked::default()
    };
    gather(&ledger, &ledger.debts[0], date(TODAY), asked).unwrap()
}

fn written(
    brief: &Brief,
    channel: Channel,
    occasion: Occasion,
    length: Length,
    lang: Lang,
) -> Written {
    let request = Request {
        channel,
        occasion,
        length,
    };
    script_for(brief, request, &Words::new(lang), &Overrides::new()).unwrap()
}

#[test]
fn the_ledger_tells_the_moment() {
    for (name, occasion, case) in cases() {
        let brief = brief(&case, Lang::En);
        let chosen = choose(&brief, None, None).unwrap();
        assert_eq!(
            chosen.occasion, occasion,
            "{name} {}: {:?}",
            case.region, brief.from
        );
        // What the ledger tells always fits, and has words on the phone.
        assert_eq!(fits(&brief, occasion), Ok(()), "{name}");
        assert!(
            row_of(Channel::Phone, brief.region)
                .unwrap()
                .occasions
                .contains(&occasion)
        );
    }
}

/// Facts no key of this ledger holds: they are said on the spot, or not known here.
const LACKING: [Fact; 5] = [
    Fact::PublicPlace,
    Fact::Assets,
    Fact::Changed,
    Fact::Short,
    Fact::ContractPayment,
];

/// The figures a script may speak of, as they are written.
fn known_figures(brief: &Brief) -> BTreeSet<Money> {
    let mut known = BTreeSet::new();
    known.extend(brief.capacity.iter().flat_map(|c| [c.income, c.essential]));
    known.extend(brief.monthly());
    known.extend(brief.limit_monthly());
    known.extend(brief.contract_payment);
    known.extend(brief.minimum);
    known.extend(brief.missed.map(|(promise, _)| promise.amount));
    let theirs = brief
        .theirs
        .as_ref()
        .and_then(|theirs| theirs.plan.as_ref());
    let rungs = brief.ladder.iter().flat_map(|ladder| &ladder.rungs);
    let plans = rungs
        .map(|rung| &rung.simulation)
        .chain(&brief.proposal)
        .chain(theirs);
    for plan in plans {
        known.extend([
            plan.total,
            plan.peak_payment,
            plan.first_payment,
            plan.last_payment,
        ]);
        known.extend([plan.waived.total(), plan.paid_now]);
    }
    known
}

/// The amounts in a text: digits after a sign of money, or before 元.
fn amounts(text: &str) -> Vec<Money> {
    let mut found = Vec::new();
    let signs: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < signs.len() {
        if !signs[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < signs.len()
            && (signs[at].is_ascii_digit()
                || (matches!(signs[at], ',' | '.')
                    && signs.get(at + 1).is_some_and(char::is_ascii_digit)))
        {
            at += 1;
        }
        let before = start.checked_sub(1).map(|place| signs[place]);
        let is_money = matches!(before, Some('¥' | '$')) || signs.get(at) == Some(&'元');
        if is_money {
            let digits: String = signs[start..at]
                .iter()
                .filter(|sign| **sign != ',')
                .collect();
            found.push(Money::parse(&digits).unwrap());
        }
    }
    found
}

#[test]
fn amounts_are_found_as_they_are_written() {
    let yuan = |text: &str| Money::parse(text).unwrap();
    assert_eq!(
        amounts("每月1,083.33元，共12期，12月12日起"),
        [yuan("1083.33")]
    );
    assert_eq!(
        amounts("¥500 a month, 24 times; HK$1,200."),
        [yuan("500"), yuan("1200")]
    );
}

/// What is wrong with one script.
fn faults(
    brief: &Brief,
    channel: Channel,
    length: Length,
    page: &Written,
    lang: Lang,
) -> Vec<String> {
    let mut faults = Vec::new();
    let row = row_of(channel, brief.region).unwrap();
    let limit = row.limit.filter(|_| length == Length::Full);
    let problems = match limit {
        Some(Limit::Sms) => lint::message(&page.document),
        Some(Limit::Page) => lint::letter(&page.document, brief),
        Some(Limit::Chat) | None => lint::script(&page.document, brief),
    };
    for problem in problems {
        // An acceptance adds nothing, and who is not verified is told nothing: neither carries own words.
        let fine = matches!(problem, Problem::NoOwnWords)
            // The borrower's note is in the ledger's own language.
            || matches!(problem, Problem::NotHongKong(_));
        if !fine {
            faults.push(format!("{problem:?}"));
        }
    }
    for warning in &page.warnings {
        match warning {
            Warning::Missing(fact) if LACKING.contains(fact) => {}
            Warning::ToldDifferently(_) => {}
            other => faults.push(format!("{other:?}")),
        }
    }
    let known = known_figures(brief);
    for block in &page.document.blocks {
        let said = match block {
            Block::Quote(text) => text,
            Block::Paragraph(text) if limit == Some(Limit::Page) => text,
            _ => continue,
        };
        for amount in amounts(said) {
            if !known.contains(&amount) {
                faults.push(format!("{amount} is nobody's figure: {said}"));
            }
        }
        if let Some(over) = limit.and_then(|limit| limit.over(said)) {
            faults.push(format!("{over} signs too long: {said}"));
        }
    }
    let text = lint::whole(&page.document);
    if lang != Lang::En && text.contains("  ") {
        faults.push(format!("two blanks in {text}"));
    }
    faults
}

#[test]
fn every_script_is_whole_and_clean_wherever_it_applies() {
    let (mut written_ones, mut faulty) = (0, std::collections::BTreeMap::new());
    let mut reached = BTreeSet::new();
    for (name, _, case) in cases() {
        for lang in Lang::ALL {
            let brief = brief(&case, *lang);
            for occasion in Occasion::ALL {
                for row in TABLE.iter().filter(|row| row.region == brief.region) {
                    let Ok(chosen) = choose(&brief, Some(row.channel), Some(*occasion)) else {
                        continue;
                    };
                    for length in [Length::Full, Length::Short] {
                        if length == Length::Short && row.channel != Channel::Phone {
                            continue;
                        }
                        let page = written(&brief, chosen.channel, chosen.occasion, length, *lang);
                        written_ones += 1;
                        reached.insert((row.region, row.channel, *occasion, *lang));
                        for fault in faults(&brief, row.channel, length, &page, *lang) {
                            faulty
                                .entry(format!("{} {lang} {fault}", row.template))
                                .or_insert_with(|| format!("{name} {} {occasion}", case.region));
                        }
                    }
                }
            }
        }
    }
    assert!(written_ones > 900, "{written_ones} scripts");
    // No cell of the table is left out: a new channel or moment needs a case here.
    for row in TABLE {
        for occasion in row.occasions {
            for lang in Lang::ALL {
                let cell = (row.region, row.channel, *occasion, *lang);
                assert!(reached.contains(&cell), "{cell:?} was never written");
            }
        }
    }
    let told: Vec<String> = faulty
        .iter()
        .take(15)
        .map(|(fault, place)| format!("{fault}\n    in {place}"))
        .collect();
    assert!(
        faulty.is_empty(),
        "{} faults:\n{}",
        faulty.len(),
        told.join("\n")
    );
}

#[test]
fn every_script_says_first_who_which_account_and_no_codes() {
    for (turn, (name, _, case)) in cases().into_iter().enumerate() {
        // Languages take turns: the three lines are one part in each.
        for lang in [&Lang::ALL[turn % 3]] {
            let brief = brief(&case, *lang);
            for row in TABLE.iter().filter(|row| row.region == brief.region) {
                let Ok(chosen) = choose(&brief, Some(row.channel), None) else {
                    continue;
                };
                if row.limit == Some(Limit::Page) || case.kind == "private" {
                    continue; // an e-mail goes to the verified address alone; a friend asks for no code
                }
                let text = lint::whole(
                    &written(&brief, row.channel, chosen.occasion, Length::Full, *lang).document,
                );
                let codes = match lang {
                    Lang::ZhHans => "验证码不报",
                    Lang::ZhHant => "不報驗證碼",
                    Lang::En => "Never read out a code",
                };
                let account = match lang {
                    Lang::ZhHans => "只付到示例金融自己的",
                    Lang::ZhHant => "只付到示例金融自己的",
                    Lang::En => "Pay only into",
                };
                assert!(
                    text.contains(codes) && text.contains(account),
                    "{name} {lang} {}",
                    row.template
                );
            }
        }
    }
}

#[test]
fn whoever_stands_beside_the_borrower_is_to_be_told_first() {
    let said = |region, debt, lang| {
        let case = Case {
            region,
            debt,
            kind: if region == "HK" {
                "money-lender"
            } else {
                PLAIN.kind
            },
            ..PLAIN
        };
        let brief = brief(&case, lang);
        let first = written(
            &brief,
            Channel::Phone,
            Occasion::Overdue,
            Length::Full,
            lang,
        );
        lint::whole(&first.document)
    };
    for (lang, line) in [
        (Lang::ZhHans, "有保证人或共同借款人"),
        (Lang::ZhHant, "有擔保人或共同借款人"),
        (Lang::En, "Somebody guarantees this debt"),
    ] {
        for region in ["CN", "HK"] {
            for debt in ["guarantors = [\"示例甲\"]\n", "co-borrower = \"示例乙\"\n"] {
                assert!(said(region, debt, lang).contains(line), "{region} {debt}");
            }
            assert!(!said(region, "", lang).contains(line), "{region}");
        }
    }
}

#[test]
fn what_does_not_fit_is_refused_with_what_is_missing() {
    let plain = brief(&PLAIN, Lang::En);
    let early = brief(
        &Case {
            missed: None,
            ..PLAIN
        },
        Lang::En,
    );
    let good = brief(
        &Case {
            more: THEIRS_GOOD,
            ..PLAIN
        },
        Lang::En,
    );
    let agreed = brief(
        &Case {
            more: AGREED,
            ..PLAIN
        },
        Lang::En,
    );
    let refused = |brief: &Brief, channel: Option<Channel>, occasion: Occasion| {
        choose(brief, channel, Some(occasion)).unwrap_err()
    };
    assert_eq!(
        refused(&plain, None, Occasion::BeforeDue),
        Misfit::AlreadyOverdue(57)
    );
    assert_eq!(refused(&early, None, Occasion::Overdue), Misfit::NotOverdue);
    assert_eq!(
        refused(&plain, None, Occasion::MissedPromise),
        Misfit::NoMissedPromise
    );
    assert_eq!(refused(&plain, None, Occasion::Counter), Misfit::NoOffer);
    assert_eq!(refused(&good, None, Occasion::Counter), Misfit::TheirsFits);
    assert_eq!(
        refused(&plain, None, Occasion::Confirm),
        Misfit::NothingAgreed
    );
    assert_eq!(refused(&agreed, None, Occasion::Broken), Misfit::NotBroken);
    assert_eq!(
        refused(&plain, None, Occasion::HandedOver),
        Misfit::NotHandedOver
    );
    assert_eq!(
        refused(&early, Some(Channel::Visit), Occasion::BeforeDue),
        Misfit::NoWords(Channel::Visit, Occasion::BeforeDue)
    );
    assert_eq!(
        choose(&plain, Some(Channel::Letter), None),
        Err(Misfit::Letter)
    );
}

#[test]
fn a_long_name_gives_a_shorter_message_and_what_is_still_too_long_is_said() {
    let mut brief = brief(&PLAIN, Lang::ZhHans);
    brief.borrower.name = Some("阿卜杜热西提·买买提依明".to_owned());
    let page = written(
        &brief,
        Channel::Sms,
        Occasion::Overdue,
        Length::Full,
        Lang::ZhHans,
    );
    assert!(
        !page
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::MessageTooLong(_)))
    );
    let said = page.document.blocks.iter().find_map(|block| match block {
        Block::Quote(text) => Some(text.clone()),
        _ => None,
    });
    assert!(said.unwrap().encode_utf16().count() <= 70);
    brief.borrower.name = Some("很长的名字".repeat(12));
    let page = written(
        &brief,
        Channel::Sms,
        Occasion::Overdue,
        Length::Full,
        Lang::ZhHans,
    );
    assert!(
        page.warnings
            .iter()
            .any(|warning| matches!(warning, Warning::MessageTooLong(_)))
    );
}

#[test]
fn regions_keep_to_their_own_words() {
    for (name, occasion, case) in cases() {
        let brief = brief(&case, Lang::ZhHant);
        for row in TABLE.iter().filter(|row| row.region == brief.region) {
            if !row.occasions.contains(&occasion) {
                continue;
            }
            let text = lint::whole(
                &written(&brief, row.channel, occasion, Length::Full, Lang::ZhHant).document,
            );
            // Help lines, court lines and the class line are those of the place.
            let foreign: &[&str] = if brief.region == Region::Hk {
                &["12356", "12368", "91 日", "個性化分期", "110 "]
            } else {
                &["18111", "999", "2896"]
            };
            for word in foreign {
                assert!(!text.contains(word), "{name} {}: {word}", row.template);
            }
        }
    }
}

//! Every letter in every language for every lender it fits: only declared blanks, clean by the linter, the firewall
//! kept; and for every lender it does not fit, the reason. Whom a letter fits is written here by hand, from the
//! applicability matrix (rules.md §4), not read from the program's own table.

use forbear::domain::ledger::ClockKind;
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{Lang, Ledger, Money, Terms};
use forbear::engine::simulate::{PlanBase, compare_within};
use forbear::i18n::Words;
use forbear::letters::figures::as_made;
use forbear::letters::kinds::{self, Group, KINDS, Refusal};
use forbear::letters::lint::{self, Problem};
use forbear::letters::template::{BUILT_IN, built_in};
use forbear::letters::{
    Brief, Fact, Letter, LetterError, Overrides, Sources, Warning, Written, letter,
};
use forbear::report::document::Document;
use forbear::rules::Case;

use super::date;
use crate::support::whole::{self, LENDERS, Lender, Stage, terms};

/// The ledger of the letter's stage, read.
fn ledger(lender: Lender, stage: Stage, lang: Lang) -> Ledger {
    let text = whole::text(lender, stage, lang);
    forbear::store::parse::parse(&text, "t").unwrap().ledger
}

/// The brief as `gather` makes it, but for the ladder, which no letter here needs and which takes its time.
fn brief(ledger: &Ledger, terms: Option<&str>) -> Brief {
    let debt = &ledger.debts[0];
    let as_of = date("2026-11-25");
    let position = forbear::engine::position::position(debt, None, as_of).unwrap();
    let arrears = forbear::engine::arrears::arrears(debt, None, as_of).unwrap();
    let capacity = forbear::engine::capacity::capacity(ledger, as_of, 12, Some(&debt.id)).unwrap();
    let simulation = terms.map(|terms| {
        let base = PlanBase::of_debt(debt, &position);
        let terms = [Terms::parse(terms).unwrap()];
        let found = compare_within(ledger, &debt.id, &base, &terms).unwrap();
        found.offers.into_iter().next().unwrap()
    });
    let case = Case::new(ledger, debt, Some(&position), Some(&arrears), as_of);
    let findings = forbear::rules::findings(&case);
    let mut brief = Brief::new(Sources {
        ledger,
        debt,
        as_of,
        position: Some(&position),
        arrears: Some(&arrears),
        capacity: Some(&capacity),
        simulation: simulation.as_ref(),
        contract_payment: None,
        findings: &findings,
        limitation: forbear::rules::limitation(&case),
        go_on: false,
    });
    brief.dossier = brief.dossier.with_law(&case);
    let theirs = brief.dossier.their_offer.clone();
    brief.dossier.their_plan = theirs.and_then(|offer| as_made(&case, &offer).unwrap());
    brief
}

fn brief_of(one: Lender, kind: Letter, lang: Lang) -> Brief {
    brief(&ledger(one, Stage::of(kind), lang), terms(kind))
}

fn written(one: Lender, kind: Letter, lang: Lang) -> Result<(Brief, Written), LetterError> {
    let brief = brief_of(one, kind, lang);
    let text = letter(&brief, kind, &Words::new(lang), &Overrides::new())?;
    Ok((brief, text))
}

/// Why a letter is not for a lender, by the matrix.
fn expected((kind, region, _): Lender, letter: Letter) -> Option<Refusal> {
    let court = matches!(letter, Letter::Objection | Letter::Answer);
    let to_an_institution = matches!(letter, Letter::Cost | Letter::Status | Letter::Credit);
    let supervised = region == "CN"
        && matches!(
            kind,
            "bank" | "consumer-finance-company" | "microloan-company"
        );
    match kind {
        "unlicensed" => Some(Refusal::NoLicence),
        _ if court && region == "HK" => Some(Refusal::OtherRegion),
        "private" if to_an_institution => Some(Refusal::OtherLender),
        _ if letter == Letter::Regulator && !supervised => Some(Refusal::NoBody),
        _ => None,
    }
}

/// Facts that no ledger holds: they are written in by hand.
fn by_hand(letter: Letter) -> &'static [Fact] {
    match letter {
        Letter::Regulator => &[
            Fact::ComplaintOn,
            Fact::ComplaintNo,
            Fact::BodyPlace,
            Fact::TheirAnswer,
        ],
        Letter::Credit => &[
            Fact::ReportFrom,
            Fact::ReportOn,
            Fact::ReportSays,
            Fact::ReportTrue,
        ],
        _ => &[],
    }
}

/// The document without the titles of laws, which are quoted and not put into Hong Kong words.
fn without_titles(document: &Document) -> String {
    let mut out = String::new();
    let mut inside = false;
    for sign in lint::whole(document).chars() {
        match sign {
            '《' => inside = true,
            '》' => inside = false,
            sign if !inside => out.push(sign),
            _ => {}
        }
    }
    out
}

fn problems(letter: Letter, brief: &Brief, written: &Written) -> Vec<Problem> {
    let kind = kinds::kind(letter);
    if letter == Letter::Withdrawal {
        return lint::message(&written.document);
    }
    let plain = without_titles(&written.document);
    lint::letter(&written.document, brief)
        .into_iter()
        .filter(|problem| match problem {
            Problem::NoOwnWords => kind.own_words,
            Problem::Complaint(_) => kind.group != Group::Complaint,
            Problem::NotHongKong(word) => plain.contains(word),
            _ => true,
        })
        .collect()
}

#[test]
fn every_letter_is_whole_and_clean_for_every_lender_it_fits() {
    let mut found = Vec::new();
    let mut texts = 0;
    for (turn, one) in LENDERS.into_iter().enumerate() {
        for (place, kind) in Letter::ALL.iter().enumerate() {
            for (language, lang) in Lang::ALL.iter().enumerate() {
                // Four lenders that differ in words get every language, the others one each in turn.
                let in_all = [0, 2, 7, 9].contains(&turn);
                if !in_all && (turn + place) % 3 != language {
                    continue;
                }
                let at = format!("{} {kind} {lang}", one.0);
                match (written(one, *kind, *lang), expected(one, *kind)) {
                    (Ok((brief, text)), None) => {
                        texts += 1;
                        let problems = problems(*kind, &brief, &text);
                        found.extend(problems.into_iter().map(|one| format!("{at}: {one:?}")));
                        for warning in &text.warnings {
                            if let Warning::Missing(fact) = warning
                                && !by_hand(*kind).contains(fact)
                            {
                                found.push(format!("{at}: {fact} is blank"));
                            }
                        }
                    }
                    (Err(LetterError::Refused { refusal, .. }), Some(expected)) => {
                        assert_eq!(refusal, expected, "{at}");
                    }
                    (Ok(_), Some(refusal)) => found.push(format!("{at}: not refused: {refusal:?}")),
                    (Err(error), _) => found.push(format!("{at}: {error}")),
                }
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(texts > 320, "{texts} letters");
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_complaint_never_speaks_of_money_and_nothing_else_speaks_of_complaints() {
    const MONEY: [&str; 16] = [
        "元",
        "HK$",
        "¥",
        "还款方案",
        "還款安排",
        "减免",
        "豁免",
        "分期",
        "结清",
        "利息",
        "本金",
        "instalment",
        "waive",
        "interest",
        "payment",
        "settle",
    ];
    const COMPLAINT: [&str; 5] = ["投诉", "投訴", "complain", "12378", "12345"];
    for kind in KINDS {
        for lang in Lang::ALL {
            // A bank's card, a microloan company, a Hong Kong money lender.
            for one in [LENDERS[0], LENDERS[3], LENDERS[9]] {
                let Ok((_, text)) = written(one, kind.letter, *lang) else {
                    continue;
                };
                let whole = without_titles(&text.document).to_lowercase();
                let wrong: &[&str] = match (kind.group, kind.letter) {
                    // It is about what a report says, which may be a payment.
                    (_, Letter::Credit) => &COMPLAINT,
                    (Group::Complaint, _) => &MONEY,
                    (Group::Negotiation | Group::Request | Group::Court, _) => &COMPLAINT,
                };
                for word in wrong {
                    let word = word.to_lowercase();
                    assert!(!whole.contains(&word), "{} {lang} says {word}", kind.letter);
                }
            }
        }
    }
}

#[test]
fn a_note_about_money_stays_out_of_a_complaint() {
    let mut ledger = ledger(LENDERS[2], Stage::Talks, Lang::ZhHans);
    ledger.contacts[0].summary = "要求今天还清8000元，否则告诉同事".to_owned();
    let brief = brief(&ledger, None);
    let words = Words::new(Lang::ZhHans);
    let text = letter(&brief, Letter::Complaint, &words, &Overrides::new()).unwrap();
    let whole = lint::whole(&text.document);
    assert!(
        !whole.contains("8000") && whole.contains("2026年11月21日 22:40"),
        "{whole}"
    );
    // What the note says besides is the heart of the complaint.
    for (lang, note, said, unsaid) in [
        (
            Lang::ZhHans,
            "要求今天还清8000元，否则告诉同事",
            "：告诉同事。",
            "还清",
        ),
        (
            Lang::ZhHans,
            "晚上来电，骂人，让我先付1,000元",
            "晚上来电，骂人。",
            "1,000",
        ),
        (
            Lang::En,
            "Asked for $1,200.50 today, or he would call my boss; shouted.",
            "he would call my boss, shouted",
            "1,200",
        ),
        (
            Lang::ZhHans,
            "要求三天内还清全部，说否则去单位",
            "：说去单位。",
            "还清",
        ),
        (Lang::En, "Wanted full payment", "", "payment"),
    ] {
        let mut ledger = ledger.clone();
        ledger.contacts[0].summary = note.to_owned();
        let brief = self::brief(&ledger, None);
        let words = Words::new(lang);
        let text = letter(&brief, Letter::Complaint, &words, &Overrides::new()).unwrap();
        let whole = lint::whole(&text.document);
        assert!(
            whole.contains(said) && !whole.contains(unsaid),
            "{note}: {whole}"
        );
    }
}

#[test]
fn an_acceptance_repeats_the_offer_and_asks_only_to_have_it_confirmed() {
    for lang in Lang::ALL {
        let (brief, text) = written(LENDERS[2], Letter::Acceptance, *lang).unwrap();
        // Their offer of 20 November: penalty waived, the rest in six payments.
        let plan = brief.dossier.their_plan.unwrap();
        assert_eq!(
            (plan.count, plan.waived.penalty.to_string()),
            (6, "2900.00".to_owned())
        );
        let whole = lint::whole(&text.document);
        assert!(whole.contains("2,900") && whole.contains('6'), "{whole}");
        let paragraphs = text.document.blocks.len();
        // Whom, salutation where the language has one, the acceptance, the terms, the confirmation, the end.
        assert!(paragraphs <= 7, "{paragraphs} blocks: {whole}");
        // What the confirmation is of, and how the borrower is reached: nothing else is asked.
        let asks = ["请", "請", "Please"].map(|word| whole.matches(word).count());
        assert_eq!(asks.iter().sum::<usize>(), 2, "{lang}: {whole}");
        for said in ["6222-01", "138-0000-0000"] {
            assert!(whole.contains(said), "{lang}: {whole}");
        }
        let words = Words::new(*lang);
        let mut blank = brief_of(LENDERS[2], Letter::Acceptance, *lang);
        blank.lender.as_mut().unwrap().official = None;
        let text = letter(&blank, Letter::Acceptance, &words, &Overrides::new()).unwrap();
        assert!(text.warnings.contains(&Warning::Missing(Fact::Account)));
    }
}

/// Clears every true ground out of a ledger: nothing withheld at payout, and a claim that is the contract's own.
fn without_grounds(mut ledger: Ledger) -> Ledger {
    let debt = &mut ledger.debts[0];
    debt.contract.as_mut().unwrap().net_received = None;
    debt.claims.clear();
    ledger
}

#[test]
fn a_court_paper_is_answered_only_with_a_true_ground() {
    for (stage, kind) in [
        (Stage::PaymentOrder, Letter::Objection),
        (Stage::Filed, Letter::Answer),
    ] {
        let with = ledger(LENDERS[2], stage, Lang::ZhHans);
        let without = without_grounds(with.clone());
        let words = Words::new(Lang::ZhHans);
        let own = Overrides::new();
        let refused = letter(&brief(&without, None), kind, &words, &own);
        assert_eq!(
            refused,
            Err(LetterError::Refused {
                letter: kind,
                refusal: Refusal::NoGround
            })
        );
        let text = letter(&brief(&with, None), kind, &words, &own).unwrap();
        let whole = lint::whole(&text.document);
        // 12,000 by the contract, 11,400 received.
        assert!(whole.contains("少600元（人民币陆佰元整）"), "{whole}");
        // Only the answer asks the court to reduce (INT-10).
        assert_eq!(
            whole.contains("予以调减"),
            kind == Letter::Answer,
            "{whole}"
        );
        for unable in ["没钱", "困难", "分期还", "宽限"] {
            assert!(!whole.contains(unable), "{whole}");
        }
    }
}

#[test]
fn each_ground_follows_from_its_own_fact() {
    use forbear::letters::grounds::{GroundKind, grounds};
    let base = || without_grounds(ledger(LENDERS[2], Stage::PaymentOrder, Lang::ZhHans));
    let kinds_of = |ledger: &Ledger| -> Vec<GroundKind> {
        let found = grounds(&brief(ledger, None), Letter::Objection);
        found.into_iter().map(|ground| ground.kind).collect()
    };
    assert_eq!(kinds_of(&base()), []);
    let mut sold = base();
    sold.debts[0].sold = Some(forbear::domain::debt::Sold {
        to: "Y".to_owned(),
        on: date("2026-10-01"),
        notice_on: None,
    });
    assert_eq!(kinds_of(&sold), [GroundKind::NoNotice]);
    sold.debts[0].sold.as_mut().unwrap().notice_on = Some(date("2026-10-05"));
    assert_eq!(kinds_of(&sold), []);
    let mut paid = base();
    paid.debts[0].talks = forbear::domain::Talks::Completed;
    assert_eq!(kinds_of(&paid), [GroundKind::Settled]);
    // A claim counted as if the payment of 10 October 2025 had not come: by the contract without it, to the cent.
    let mut missing = base();
    let mut without = missing.debts[0].clone();
    without.payments.pop();
    let owed = forbear::engine::position::position(&without, None, date("2026-11-20")).unwrap();
    missing.debts[0].claims.push(forbear::domain::debt::Claim {
        on: date("2026-11-20"),
        claimed: forbear::domain::debt::Claimed::Parts(owed.parts),
        overdue: None,
        payoff: None,
        source: None,
        note: None,
    });
    let found = grounds(&brief(&missing, None), Letter::Objection);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, GroundKind::PaymentMissing);
    assert_eq!(found[0].on, Some(date("2025-10-10")));
    assert_eq!(found[0].amount, Some(super::yuan("1100.16")));
}

#[test]
fn each_wait_is_named_for_what_it_is() {
    let wait = |one: Lender, letter: Letter| {
        let wait = kinds::wait(letter, &brief_of(one, letter, Lang::En), date("2026-11-25"));
        (wait.kind, wait.until.unwrap().to_string())
    };
    let is = |kind, until: &str| (kind, until.to_owned());
    // CMP-01: fifteen days for a bank's or consumer finance company's complaint; none known for others.
    // What is asked for comes before the court paper of Monday 7 December.
    assert_eq!(
        wait(LENDERS[2], Letter::Complaint),
        is(ClockKind::Law, "2026-12-10")
    );
    assert_eq!(
        wait(LENDERS[3], Letter::Complaint),
        is(ClockKind::Asked, "2026-12-04")
    );
    assert_eq!(
        wait(LENDERS[9], Letter::Complaint),
        is(ClockKind::Asked, "2026-12-04")
    );
    // CR-04: twenty days on the mainland.
    assert_eq!(
        wait(LENDERS[3], Letter::Credit),
        is(ClockKind::Law, "2026-12-15")
    );
    assert_eq!(
        wait(LENDERS[8], Letter::Credit),
        is(ClockKind::Asked, "2026-12-04")
    );
    assert_eq!(
        wait(LENDERS[2], Letter::Objection),
        is(ClockKind::Court, "2026-12-07")
    );
    assert_eq!(
        wait(LENDERS[2], Letter::Statement),
        is(ClockKind::Asked, "2026-12-04")
    );
}

#[test]
fn what_restarts_the_time_to_sue_asks_first_and_a_request_for_papers_does_not() {
    // Nothing known for long: INT-03a, practice.md §1.3 rule 11.
    let limitation = forbear::domain::Limitation {
        since: Some(date("2022-01-10")),
        not_before: Some(date("2025-01-10")),
        event: Some(forbear::domain::limitation::LimitationEvent::Payment),
        confidence: forbear::domain::limitation::Confidence::Fair,
        near: true,
        over: true,
    };
    for kind in KINDS {
        let mut brief = brief_of(LENDERS[2], kind.letter, Lang::En);
        brief.limitation = Some(limitation);
        let text = letter(
            &brief,
            kind.letter,
            &Words::new(Lang::En),
            &Overrides::new(),
        );
        let Ok(text) = text else { continue };
        let asks = text
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::LimitationQuestion(_)));
        assert_eq!(asks, kind.group == Group::Negotiation, "{}", kind.letter);
    }
}

#[test]
fn every_law_named_in_a_letter_stands_in_a_rule_book() {
    let books = include_str!("../../src/rules/books/cn.toml").to_owned()
        + include_str!("../../src/rules/books/hk.toml");
    let mut named = 0;
    for (name, _) in BUILT_IN
        .iter()
        .filter(|(name, _)| name.starts_with("letter-"))
    {
        for lang in [Lang::ZhHans, Lang::ZhHant] {
            let text = built_in(name, lang).unwrap();
            for rest in text.split('《').skip(1) {
                let title = rest.split('》').next().unwrap();
                named += 1;
                assert!(books.contains(&format!("《{title}》")), "{name}: {title}");
                let article = rest.split('》').nth(1).unwrap();
                let article: String = article
                    .chars()
                    .take_while(|c| "第一二三四五六七八九十百千零条條".contains(*c))
                    .collect();
                assert!(
                    books.contains(&format!("》{article}"))
                        || books.contains(&format!("号）{article}"))
                        || books.contains(&format!("號）{article}")),
                    "{name}: {title} {article}"
                );
            }
        }
    }
    assert!(named >= 6, "{named}");
}

#[test]
fn a_request_says_what_is_owed_and_overdue_by_the_borrowers_own_records() {
    for kind in [
        Letter::Extension,
        Letter::Waiver,
        Letter::Instalments,
        Letter::Settlement,
    ] {
        for lang in Lang::ALL {
            let mut brief = brief_of(LENDERS[2], kind, *lang);
            // The claim of 20 November; of the contract's instalments 1,200.00 are overdue.
            let owed = brief.owed.unwrap().0.total();
            brief.overdue = Some(Money::parse("1200").unwrap());
            let words = Words::new(*lang);
            let said = |brief: &Brief| {
                let text = letter(brief, kind, &words, &Overrides::new()).unwrap();
                lint::whole(&text.document)
            };
            let grouped = forbear::i18n::numbers::grouped(owed);
            let today = forbear::i18n::numbers::long_date(*lang, date("2026-11-25"));
            let whole = said(&brief);
            for fact in [grouped.as_str(), today.as_str(), "1,200"] {
                assert!(whole.contains(fact), "{kind} {lang} {fact}: {whole}");
            }
            // More overdue than owed is two sources that contradict each other: no part of it.
            brief.overdue = Some(owed + Money::from_minor(1));
            let more = forbear::i18n::numbers::grouped(owed + Money::from_minor(1));
            assert!(!said(&brief).contains(&more), "{kind} {lang}");
            brief.owed = None;
            let text = letter(&brief, kind, &words, &Overrides::new()).unwrap();
            assert!(!text.warnings.contains(&Warning::Missing(Fact::Owed)));
        }
    }
}

//! What stops a script, what is asked first, and what a user's own template cannot do.

use super::*;
use forbear::letters::LetterError;

fn script(situation: &Situation, length: Length) -> Written {
    let words = Words::new(situation.lang);
    forbear::letters::script(&situation.brief(), length, &words, &Overrides::new()).unwrap()
}

#[test]
fn a_court_paper_stops_the_talk_and_shows_its_clock() {
    for lang in Lang::ALL {
        for proceedings in [
            Proceedings::PaymentOrder,
            Proceedings::Filed,
            Proceedings::Judgment,
            Proceedings::Enforcement,
        ] {
            let situation = Situation {
                proceedings,
                lang: *lang,
                ..Situation::default()
            };
            for length in [Length::Short, Length::Full] {
                let text = lint::whole(&script(&situation, length).document);
                assert!(text.contains("12368"), "{text}");
                assert!(!text.contains("1,200"), "no figures: {text}");
                // The clock's last day, as the ledger has it.
                assert!(
                    text.contains("12月5日") || text.contains("5 December"),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn an_old_debt_is_not_acknowledged_until_the_user_goes_on() {
    let question = Limitation {
        not_before: Some(date("2026-11-01")),
        since: Some(date("2023-11-01")),
        event: Some(forbear::domain::limitation::LimitationEvent::Payment),
        confidence: forbear::domain::limitation::Confidence::Fair,
        near: true,
        over: true,
    };
    for lang in Lang::ALL {
        let mut situation = Situation {
            limitation: Some(question),
            lang: *lang,
            ..Situation::default()
        };
        let written = script(&situation, Length::Full);
        for block in &written.document.blocks {
            if let Block::Quote(said) = block {
                assert!(!said.contains("1,200"), "{said}");
                for admission in ["逾期", "欠", "overdue", "owe", "repay"] {
                    assert!(!said.contains(admission), "{said}");
                }
            }
        }
        let words = Words::new(*lang);
        let letter = |situation: &Situation| {
            forbear::letters::letter(
                &situation.brief(),
                Letter::Hardship,
                &words,
                &Overrides::new(),
            )
            .unwrap()
        };
        let asked = |written: &Written| {
            written
                .warnings
                .iter()
                .any(|warning| matches!(warning, Warning::LimitationQuestion(_)) && warning.asks())
        };
        assert!(asked(&letter(&situation)));
        situation.go_on = true;
        assert!(!asked(&letter(&situation)));
        assert!(lint::whole(&script(&situation, Length::Full).document).contains("1,200"));
    }
}

#[test]
fn nobody_negotiates_with_someone_without_a_licence() {
    let situation = Situation {
        kind: Some(LenderKind::Unlicensed),
        ..Situation::default()
    };
    let text = lint::whole(&script(&situation, Length::Full).document);
    assert!(text.contains("110") && text.contains("12356"), "{text}");
    assert!(!text.contains("1,200"), "{text}");
}

#[test]
fn with_nothing_left_nothing_is_promised_and_help_is_named() {
    for lang in Lang::ALL {
        let situation = Situation {
            offerable: "0",
            lang: *lang,
            ..Situation::default()
        };
        let full = lint::whole(&script(&situation, Length::Full).document);
        assert!(full.contains("12356"), "{full}");
        for block in script(&situation, Length::Full).document.blocks {
            if let Block::Quote(said) = block {
                assert!(!said.contains("0元 ") && !said.contains("¥0"), "{said}");
            }
        }
    }
}

#[test]
fn a_plan_above_the_limit_is_asked_about() {
    let mut brief = Situation {
        terms: PLANS[1],
        ..Situation::default()
    }
    .brief();
    let words = Words::new(Lang::ZhHans);
    let asks = |brief: &Brief| {
        forbear::letters::script(brief, Length::Full, &words, &Overrides::new())
            .unwrap()
            .warnings
            .into_iter()
            .find(|warning| matches!(warning, Warning::AboveLimit { .. }))
    };
    assert_eq!(asks(&brief), None);
    // 11,079.84 + 1,021.92 + 60 over 24 months: 506.74 at most; the limit is then put below it.
    let plan = brief.proposal.as_mut().unwrap();
    plan.fits = Some(false);
    plan.short = Some(forbear::domain::simulation::Short {
        month: date("2026-12-01"),
        by: yuan("6.74"),
    });
    brief.capacity = Some(capacity("500"));
    let Some(Warning::AboveLimit {
        offered,
        limit,
        month,
    }) = asks(&brief)
    else {
        panic!("no question")
    };
    assert_eq!((offered, limit), (yuan("506.74"), yuan("500")));
    assert_eq!(month, Some(date("2026-12-01")));
}

#[test]
fn a_payment_before_pay_day_is_asked_about_once_the_month_fits() {
    let mut brief = Situation {
        terms: PLANS[1],
        ..Situation::default()
    }
    .brief();
    let plan = brief.proposal.as_mut().unwrap();
    plan.days.short = Some(forbear::domain::promise::DayShort {
        on: date("2026-12-05"),
        due: yuan("506.74"),
        there: yuan("100"),
        next_pay_day: Some(date("2026-12-10")),
    });
    for lang in Lang::ALL {
        let words = Words::new(*lang);
        let written =
            forbear::letters::letter(&brief, Letter::Proposal, &words, &Overrides::new()).unwrap();
        let told: Vec<String> = written
            .warnings
            .iter()
            .filter(|warning| matches!(warning, Warning::TooEarly(_)) && warning.asks())
            .map(|warning| warning.tell(Currency::Cny, &words, place("d-1")))
            .collect();
        assert_eq!(told.len(), 1);
        for figure in ["506.74", "100"] {
            assert!(told[0].contains(figure), "{}", told[0]);
        }
    }
    brief.proposal.as_mut().unwrap().fits = Some(false);
    let words = Words::new(Lang::En);
    let written =
        forbear::letters::letter(&brief, Letter::Proposal, &words, &Overrides::new()).unwrap();
    assert!(
        !written
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::TooEarly(_)))
    );
}

#[test]
fn other_facts_told_before_are_asked_about_and_named_in_words() {
    let situation = Situation::default();
    let mut ledger = situation.ledger();
    ledger.contacts[0].told = Some(forbear::domain::contact::Told {
        reason: Some("失业".to_owned()),
        income: Some(yuan("9000")),
        monthly: Some(yuan("2000")),
    });
    ledger.borrower.hardship[0].note = Some("住院，收入减半".to_owned());
    let brief = situation.brief_of(&ledger);
    for lang in Lang::ALL {
        let words = Words::new(*lang);
        let written =
            forbear::letters::script(&brief, Length::Short, &words, &Overrides::new()).unwrap();
        let told: Vec<String> = written
            .warnings
            .iter()
            .filter(|warning| matches!(warning, Warning::ToldDifferently(_)) && warning.asks())
            .map(|warning| warning.tell(ledger.currency, &words, place("d-1")))
            .collect();
        assert_eq!(told.len(), 3, "{told:?}");
        // A reason may be about health: that it differs is said, not what it is.
        assert!(told[0].contains("borrower.hardship.note") && !told[0].contains("失业"));
        assert!(told[1].contains("9,000") && told[2].contains("2,000"));
    }
}

#[test]
fn missing_facts_are_blank_in_the_text_and_named_with_their_command() {
    let mut brief = Situation::default().brief();
    brief.contract_number = None;
    brief.borrower.hardship[0].own_words = None;
    for lang in Lang::ALL {
        let words = Words::new(*lang);
        let written =
            forbear::letters::letter(&brief, Letter::Hardship, &words, &Overrides::new()).unwrap();
        // The number, and three lines for the own words.
        let shown = lint::whole(&written.document);
        let lines = forbear::report::blank::pieces(&shown)
            .into_iter()
            .filter(|piece| matches!(piece, forbear::report::blank::Piece::Line(_)));
        assert_eq!(lines.count(), 4, "{shown}");
        let told: Vec<String> = written
            .warnings
            .iter()
            .map(|warning| warning.tell(Currency::Cny, &words, place("d-1")))
            .collect();
        assert!(
            told.iter()
                .any(|text| text.contains("forbear debt set d-1 --number")),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|text| text.contains("forbear borrower hardship … --own-words")),
            "{told:?}"
        );
        // A blank for the own words still counts as their place.
        assert_eq!(lint::letter(&written.document, &brief), []);
    }
}

#[test]
fn names_cannot_inject_headings_commands_or_slots() {
    let situation = Situation::default();
    let mut ledger = situation.ledger();
    ledger.lenders[0].name = "# 假标题\n$ rm -rf ~\n{{ name }}".to_owned();
    ledger.borrower.hardship[0].own_words = Some("$ rm -rf ~\n> 假话\n\n# 假标题".to_owned());
    let brief = situation.brief_of(&ledger);
    let words = Words::new(Lang::ZhHans);
    let own = Overrides::new();
    let letter = forbear::letters::letter(&brief, Letter::Hardship, &words, &own).unwrap();
    assert_eq!(letter.document.title, "还款困难说明");
    for block in &letter.document.blocks {
        assert!(
            !matches!(
                block,
                Block::Command(_) | Block::Quote(_) | Block::Heading { .. }
            ),
            "{block:?}"
        );
    }
    let script = forbear::letters::script(&brief, Length::Full, &words, &own).unwrap();
    let commands: Vec<_> = script
        .document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Command(line) => Some(line.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        commands,
        [
            "forbear log add d-1 --channel phone --direction out --summary \"…\" --follow-up 2026-12-04"
        ]
    );
}

#[test]
fn a_users_template_wins_and_its_mistakes_are_named_in_words() {
    let brief = Situation::default().brief();
    let words = Words::new(Lang::ZhHans);
    let own = |body: &str| {
        Overrides::from([(
            (Lang::ZhHans, "script-phone".to_owned()),
            format!("---\nid = \"script-phone\"\nkind = \"script\"\n---\n{body}"),
        )])
    };
    let write = |body: &str| forbear::letters::script(&brief, Length::Full, &words, &own(body));
    let written = write("# 我的稿子\n\n> 我是{{ name }}。\n").unwrap();
    assert_eq!(written.document.title, "我的稿子");
    assert_eq!(
        written.document.blocks,
        [Block::Quote("我是李娜。".to_owned())]
    );
    let error = write("# 题\n{{ naem }}\n").unwrap_err();
    assert!(
        matches!(&error, LetterError::Template { line: 6, .. }),
        "{error}"
    );
    assert!(
        error.tell(&words).contains("第 6 行"),
        "{}",
        error.tell(&words)
    );
    let error = write("{% include 'x' %}").unwrap_err();
    assert!(
        error.tell(&words).contains("include"),
        "{}",
        error.tell(&words)
    );
}

#[test]
fn the_safety_line_is_there_for_both_places() {
    for lang in Lang::ALL {
        let words = Words::new(*lang);
        let text = |region| {
            lint::whole(&forbear::letters::crisis(region, &words, &Overrides::new()).unwrap())
        };
        assert!(text(Region::Cn).contains("12356") && !text(Region::Cn).contains("18111"));
        assert!(text(Region::Hk).contains("18111") && !text(Region::Hk).contains("12356"));
    }
}

#[test]
fn what_came_after_the_first_missed_payment_is_never_told_as_its_reason() {
    for kind in [LenderKind::ConsumerFinanceCompany, LenderKind::MoneyLender] {
        for lang in Lang::ALL {
            let situation = Situation {
                kind: Some(kind),
                terms: PLANS[1],
                lang: *lang,
                ..Situation::default()
            };
            // Ill since March; the first missed payment was 68 days before 25 November.
            let mut ledger = situation.ledger();
            let earlier = situation.brief_of(&ledger);
            ledger.borrower.hardship[0].since = Some(date("2026-10-01"));
            let later = situation.brief_of(&ledger);
            let told = [
                "原因是",
                "原因係",
                "因为",
                "因3月",
                "因10月",
                "The reason",
                "Here is the reason",
            ];
            let tells = |brief: &Brief| -> Vec<String> {
                let texts = every_channel(brief, *lang);
                let found = texts
                    .iter()
                    .filter(|text| told.iter().any(|one| text.contains(one)));
                found.cloned().collect()
            };
            assert!(tells(&earlier).len() >= 5, "{kind:?} {lang}");
            assert_eq!(tells(&later), Vec::<String>::new(), "{kind:?} {lang}");
        }
    }
}

/// Every script of a first talk about an overdue debt, and the letters that name a reason.
fn every_channel(brief: &Brief, lang: Lang) -> Vec<String> {
    let words = Words::new(lang);
    let own = Overrides::new();
    let mut texts = Vec::new();
    for row in forbear::letters::occasion::TABLE {
        for length in [Length::Full, Length::Short] {
            let request = Request {
                channel: row.channel,
                occasion: forbear::letters::Occasion::Overdue,
                length,
            };
            let written = forbear::letters::script_for(brief, request, &words, &own).unwrap();
            texts.push(lint::whole(&written.document));
        }
    }
    for one in [
        Letter::Hardship,
        Letter::Proposal,
        Letter::Holding,
        Letter::Instalments,
    ] {
        let written = forbear::letters::letter(brief, one, &words, &own).unwrap();
        texts.push(lint::whole(&written.document));
    }
    texts
}

#[test]
fn the_first_message_fits_one_text_also_under_a_chinese_name() {
    // A sign outside the plain letters makes a text hold 70 signs instead of 160.
    for lang in Lang::ALL {
        for name in ["李娜", "欧阳娜娜", "Li Na"] {
            let situation = Situation::default();
            let mut ledger = situation.ledger();
            ledger.borrower.name = Some(name.to_owned());
            let brief = situation.brief_of(&ledger);
            let (words, own) = (Words::new(*lang), Overrides::new());
            let alone = forbear::letters::holding(&brief, &words, &own).unwrap();
            let briefs = [brief.clone(), brief.clone()];
            let all = forbear::letters::holding_for_all(&briefs, &words, &own).unwrap();
            for written in [alone, all] {
                let long = written.warnings.iter();
                let long = long.filter(|one| matches!(one, Warning::MessageTooLong(_)));
                assert_eq!(long.count(), 0, "{lang} {name}");
                let mut quotes = written
                    .document
                    .blocks
                    .iter()
                    .filter_map(|block| match block {
                        Block::Quote(text) => Some(text.chars().count()),
                        _ => None,
                    });
                let most = if *lang == Lang::En && name == "Li Na" {
                    160
                } else {
                    70
                };
                assert!(quotes.all(|signs| signs <= most), "{lang} {name}");
            }
        }
    }
}

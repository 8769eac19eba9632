//! Scripts and letters: every text in every situation is complete, clean by the word linter, and cites no law that
//! does not apply.

mod figures;
mod form;
mod corpus;
mod goldens;
mod kinds;
mod letter_goldens;
mod rehearsal;
mod matrix;
mod safety;
mod script_goldens;
mod scripts;

use chrono::NaiveDate;
use forbear::domain::budget::{Borrower, Hardship, HardshipKind};
use forbear::domain::contact::{Contact, Counterpart, Promise};
use forbear::domain::ledger::{Clock, ClockKind, Currency};
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{
    Arrears, Band, Basis, Capacity, CapacityMonth, Channel, Debt, Direction, Finding, Lang, Ledger,
    Lender, LenderKind, Limitation, Money, Parts, Position, Proceedings, Product, Region,
    Simulation, Terms,
};
use forbear::engine::simulate::{PlanBase, simulate};
use forbear::i18n::Words;
use forbear::letters::lint::{self, Problem};
use forbear::letters::{
    Brief, Length, Letter, LetterError, Overrides, Request, Sources, Warning, Written,
};
use forbear::report::document::Block;

/// The day of every test.
fn as_of() -> NaiveDate {
    date("2026-11-25")
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(text: &str) -> Money {
    Money::parse(text).unwrap()
}

/// One situation, everything in it known.
#[derive(Clone, Debug)]
struct Situation {
    product: Option<Product>,
    kind: Option<LenderKind>,
    band: Option<Band>,
    proceedings: Proceedings,
    hardship: Option<HardshipKind>,
    terms: Option<&'static str>,
    offerable: &'static str,
    limitation: Option<Limitation>,
    go_on: bool,
    lang: Lang,
}

impl Default for Situation {
    fn default() -> Situation {
        Situation {
            product: Some(Product::ConsumerLoan),
            kind: Some(LenderKind::ConsumerFinanceCompany),
            band: Some(Band::Medium),
            proceedings: Proceedings::Lender,
            hardship: Some(HardshipKind::Illness),
            terms: None,
            offerable: "1200",
            limitation: None,
            go_on: false,
            lang: Lang::ZhHans,
        }
    }
}

/// Terms that reach every shape of a plan.
const PLANS: [Option<&str>; 6] = [
    None,
    Some("waive penalty=all; freeze; instalments 24"),
    Some("defer 3; waive interest=50%; instalments 12"),
    Some("settle 6000 by 2026-12-20"),
    Some("waive interest=50%, penalty=all, fees=all; pay-now 500; instalments 36"),
    Some("rate 6%/year; instalments 18"),
];

impl Situation {
    fn region(&self) -> Region {
        match self.kind {
            Some(LenderKind::MoneyLender) => Region::Hk,
            _ => Region::Cn,
        }
    }

    fn ledger(&self) -> Ledger {
        let hk = self.region() == Region::Hk;
        let lender = Lender {
            id: "lender".parse().unwrap(),
            name: if hk {
                "示範財務有限公司"
            } else {
                "示例消费金融股份有限公司"
            }
            .to_owned(),
            kind: self.kind,
            region: self.region(),
            official: None,
            alternative: None,
            note: None,
        };
        let mut debt = Debt::new("d-1".parse().unwrap(), lender.id.clone());
        debt.product = self.product;
        debt.proceedings = self.proceedings;
        let mut ledger = Ledger {
            currency: if hk { Currency::Hkd } else { Currency::Cny },
            borrower: Borrower {
                name: Some("李娜".to_owned()),
                phone: Some("138-0000-0000".to_owned()),
                address: Some("示例市河东路1号".to_owned()),
                call_times: Some("工作日晚上".to_owned()),
                hardship: self
                    .hardship
                    .map(|kind| Hardship {
                        kind,
                        since: Some(date("2026-03-01")),
                        note: (kind == HardshipKind::Other).then(|| match self.lang {
                            Lang::En => "my contract was not renewed".to_owned(),
                            Lang::ZhHans | Lang::ZhHant => "合同到期没有续签".to_owned(),
                        }),
                        evidence: vec!["诊断证明.pdf".to_owned(), "住院发票.pdf".to_owned(), "工资单.pdf".to_owned()],
                        own_words: Some(
                            "我在三月住院，现在每周复查一次，已经回单位做半天班。之前我都按时还，这笔钱我想继续还清。"
                                .to_owned(),
                        ),
                    })
                    .into_iter()
                    .collect(),
                ..Borrower::default()
            },
            lenders: vec![lender],
            debts: vec![debt],
            ..Ledger::default()
        };
        ledger.clocks.push(Clock {
            what: "答复".to_owned(),
            debt: Some("d-1".parse().unwrap()),
            kind: ClockKind::Court,
            from: Some(date("2026-11-20")),
            until: date("2026-12-05"),
            done: None,
        });
        ledger.contacts.push(Contact {
            at: "2026-11-24T21:40:00".parse().unwrap(),
            debt: Some("d-1".parse().unwrap()),
            channel: Channel::Phone,
            direction: Direction::In,
            counterpart: Counterpart {
                name: Some("工号 8812".to_owned()),
                company: Some("某某信用管理".to_owned()),
                number: None,
            },
            summary: "要求今天全额还款".to_owned(),
            conduct: Vec::new(),
            promise: Some(Promise {
                amount: yuan("500"),
                on: date("2026-11-27"),
                withdrawn: None,
            }),
            evidence: Vec::new(),
            follow_up: None,
            answered: Some(true),
            minutes: Some(4),
            outcome: None,
            ticket: Some("GD-2026-118".to_owned()),
            told: None,
        });
        ledger
    }

    fn brief(&self) -> Brief {
        self.brief_of(&self.ledger())
    }

    fn brief_of(&self, ledger: &Ledger) -> Brief {
        let debt = &ledger.debts[0];
        let parts = Parts {
            principal: yuan("11079.84"),
            interest: yuan("1021.92"),
            penalty: yuan("1100.00"),
            fees: yuan("60"),
        };
        let position = Position {
            as_of: as_of(),
            basis: Basis::Claim,
            parts,
            waiting: Money::ZERO,
            notes: Vec::new(),
            claimed: Some(parts),
            computed: None,
            agreed: None,
        };
        let days = self.band.map(|band| match band {
            Band::Current => 0,
            Band::Short => 12,
            Band::Medium => 68,
            Band::Long => 214,
        });
        let arrears = Arrears {
            days_overdue: days,
            oldest_unpaid: days
                .filter(|days| *days > 0)
                .map(|days| as_of() - chrono::Days::new(days.into())),
            overdue: Some(Parts::ZERO),
            band: self.band,
            next_due: Some(forbear::domain::position::DueAmount {
                on: date("2026-12-12"),
                amount: yuan("1100.16"),
            }),
            residue: None,
            paused_days: 0,
            missed: 2,
        };
        let capacity = capacity(self.offerable);
        let simulation = self.terms.map(|terms| plan(parts, terms));
        let mut brief = Brief::new(Sources {
            ledger,
            debt,
            as_of: as_of(),
            position: Some(&position),
            arrears: Some(&arrears),
            capacity: Some(&capacity),
            simulation: simulation.as_ref(),
            contract_payment: Some(yuan("1100.16")),
            findings: &[] as &[Finding],
            limitation: self.limitation,
            go_on: self.go_on,
        });
        brief.contract_number = Some("示例-2025-0012".to_owned());
        brief.pay_day = Some(10);
        brief.earliest = Some(date("2026-12-12"));
        brief.minimum = Some(yuan("860"));
        brief
    }
}

fn capacity(offerable: &str) -> Capacity {
    let offerable = yuan(offerable);
    let mut month = CapacityMonth {
        month: date("2026-11-01"),
        income: yuan("5200"),
        essential: yuan("2650"),
        other: yuan("150"),
        reserve: yuan("200"),
        carried: Money::ZERO,
        surplus: yuan("2200"),
        shared: yuan("1760"),
        agreed: Money::ZERO,
        promised: Money::ZERO,
        paid: Money::ZERO,
        offerable,
        from_one_offs: Money::ZERO,
        from_carried: Money::ZERO,
    };
    let mut months = vec![month];
    month.month = date("2026-12-01");
    months.push(month);
    Capacity {
        income: yuan("5200"),
        essential: yuan("2650"),
        other: yuan("150"),
        reserve: yuan("200"),
        surplus: yuan("2200"),
        offerable,
        months,
        share: forbear::domain::Percent::whole(80),
        reserved: Vec::new(),
        not_counted: Vec::new(),
    }
}

fn plan(parts: Parts, terms: &str) -> Simulation {
    let base = PlanBase::new(as_of(), parts);
    let terms = Terms::parse(terms).unwrap();
    simulate(&base, &terms).unwrap_or_else(|error| panic!("{terms:?}: {error}"))
}

/// Every text there is about a brief, with what the linter says of each.
fn all_texts(
    brief: &Brief,
    lang: Lang,
    letters: bool,
) -> Vec<(&'static str, Written, Vec<Problem>)> {
    let words = Words::new(lang);
    let own = Overrides::new();
    let mut texts = Vec::new();
    for (name, length) in [("script", Length::Full), ("card", Length::Short)] {
        let written = forbear::letters::script(brief, length, &words, &own).unwrap();
        let problems = lint::script(&written.document, brief);
        texts.push((name, written, problems));
    }
    if !letters {
        return texts;
    }
    for row in forbear::letters::occasion::TABLE {
        // The phone stands above; every channel in every moment is measured in `scripts`.
        let other = [Channel::Sms, Channel::Visit].contains(&row.channel);
        if row.region != brief.region || !other {
            continue;
        }
        let Ok(chosen) = forbear::letters::occasion::choose(brief, Some(row.channel), None) else {
            continue;
        };
        let request = Request {
            channel: row.channel,
            occasion: chosen.occasion,
            length: Length::Full,
        };
        let written = forbear::letters::script_for(brief, request, &words, &own).unwrap();
        let problems = match row.limit {
            Some(forbear::letters::occasion::Limit::Sms) => lint::message(&written.document),
            _ => lint::script(&written.document, brief),
        };
        texts.push((row.template, written, problems));
    }
    let written = forbear::letters::holding(brief, &words, &own).unwrap();
    let problems = lint::message(&written.document);
    texts.push(("holding", written, problems));
    for (name, kind) in [
        ("hardship", Letter::Hardship),
        ("proposal", Letter::Proposal),
    ] {
        match forbear::letters::letter(brief, kind, &words, &own) {
            Ok(written) => {
                let problems = lint::letter(&written.document, brief);
                texts.push((name, written, problems));
            }
            // Nobody without a licence is written to.
            Err(error) => assert!(
                matches!(error, LetterError::Refused { .. }),
                "{name}: {error}"
            ),
        }
    }
    let written = forbear::letters::withdrawal(brief, &words, &own).unwrap();
    let problems = lint::message(&written.document);
    texts.push(("withdrawal", written, problems));
    texts
}

fn check(
    situation: &Situation,
    letters: bool,
    complaints: &mut std::collections::BTreeMap<String, String>,
) {
    let brief = situation.brief();
    for (name, written, problems) in all_texts(&brief, situation.lang, letters) {
        for problem in problems {
            complaints
                .entry(format!("{name} {}: {problem:?}", situation.lang))
                .or_insert_with(|| format!("{situation:?}"));
        }
        // Whatever is blank must be a fact that this situation really lacks.
        for warning in &written.warnings {
            if let Warning::Missing(fact) = warning {
                let lacking = [
                    "official",
                    "assets",
                    "public-place",
                    "changed",
                    "short",
                    "original-lender",
                    "waived",
                    "pay-now",
                    "committed",
                    "retry-on",
                    "debit-day",
                    "purpose",
                ];
                let from_plan = ["months", "instalment", "total", "ends-on"];
                let from_hardship = ["reason", "since", "evidence", "own-words"];
                let from_days = ["days", "due-date", "overdue", "monthly", "first-date"];
                let word = fact.as_str();
                let fine = lacking.contains(&word)
                    || (situation.terms.is_none() && from_plan.contains(&word))
                    || (situation.hardship.is_none() && from_hardship.contains(&word))
                    || from_days.contains(&word)
                        && (situation.band.is_none() || situation.offerable == "0");
                assert!(fine, "{name}: {word} is blank in {situation:?}");
            }
        }
        assert!(!written.document.title.is_empty(), "{name} has no title");
        assert!(written.document.blocks.len() > 2, "{name} is empty");
    }
}

fn report(complaints: &std::collections::BTreeMap<String, String>) {
    let mut text = String::new();
    for (problem, where_) in complaints.iter().take(12) {
        text.push_str(&format!("{problem}\n    first in {where_}\n"));
    }
    assert!(
        complaints.is_empty(),
        "{} problems:\n{text}",
        complaints.len()
    );
}

#[test]
fn every_text_is_clean_in_every_situation() {
    let mut complaints = std::collections::BTreeMap::new();
    let kinds = LenderKind::ALL.iter().copied().map(Some).chain([None]);
    let (mut turn, mut stage) = (0_usize, 0_usize);
    for kind in kinds {
        for product in [Some(Product::ConsumerLoan), Some(Product::CreditCard), None] {
            for band in Band::ALL.iter().copied().map(Some).chain([None]) {
                for proceedings in Proceedings::ALL {
                    // Every band with the lender and with its collector; other stages take one band in turn,
                    // as they hardly change the words.
                    let in_all = [Proceedings::Lender, Proceedings::OutsideCollector];
                    stage += 1;
                    if !in_all.contains(proceedings) && !stage.is_multiple_of(7) {
                        continue;
                    }
                    // Languages, plans and grounds take turns; their counts share no divisor but one.
                    let situation = Situation {
                        product,
                        kind,
                        band,
                        proceedings: *proceedings,
                        hardship: HardshipKind::ALL.get(turn % 11).copied(),
                        terms: PLANS[(turn / 3) % PLANS.len()],
                        offerable: if turn.is_multiple_of(13) { "0" } else { "1200" },
                        lang: Lang::ALL[turn % 3],
                        ..Situation::default()
                    };
                    // Letters do not change with the stage of collection.
                    let letters = *proceedings == Proceedings::Lender || turn.is_multiple_of(5);
                    check(&situation, letters, &mut complaints);
                    turn += 1;
                }
            }
        }
    }
    assert!(turn > 450, "{turn} situations");
    report(&complaints);
}

#[test]
fn every_ground_and_plan_reads_well_in_every_language() {
    let mut complaints = std::collections::BTreeMap::new();
    let mut turn = 0_usize;
    for lang in Lang::ALL {
        for ground in HardshipKind::ALL {
            for terms in PLANS {
                // Both places in turn: 10 grounds and 6 plans give each ground both.
                turn += 1;
                let kind = [LenderKind::Bank, LenderKind::MoneyLender][turn % 2];
                let situation = Situation {
                    hardship: Some(*ground),
                    kind: Some(kind),
                    terms,
                    lang: *lang,
                    ..Situation::default()
                };
                check(&situation, true, &mut complaints);
            }
        }
    }
    report(&complaints);
}

#[test]
fn every_answer_keeps_to_the_measures_even_those_kept_apart() {
    use forbear::letters::{facts, objections};
    let mut complaints = Vec::new();
    for (region, kind) in [
        (Region::Cn, LenderKind::ConsumerFinanceCompany),
        (Region::Hk, LenderKind::MoneyLender),
    ] {
        for lang in Lang::ALL {
            let brief = Situation {
                kind: Some(kind),
                terms: PLANS[1],
                lang: *lang,
                ..Situation::default()
            }
            .brief();
            let context = facts::context(&brief, *lang);
            for objection in objections::all(region) {
                let lines = objection.lines(*lang);
                for said in [&lines.say, &lines.again] {
                    let said = objections::filled(said, *lang, &context).unwrap();
                    for problem in lint::spoken(&said, *lang) {
                        complaints.push(format!("{} {lang}: {problem:?}", objection.id));
                    }
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_usual_objections_are_there() {
    use forbear::letters::objections::{FLAGS, Objection, all};
    assert!(all(Region::Cn).len() >= 20, "{}", all(Region::Cn).len());
    assert!(all(Region::Hk).len() >= 14, "{}", all(Region::Hk).len());
    for objection in all(Region::Cn).iter().chain(all(Region::Hk)) {
        let Objection {
            id,
            kinds,
            products,
            bands,
            proceedings,
            when,
            unless,
            ..
        } = objection;
        // A misspelt word would silently exclude the answer for ever.
        assert!(
            kinds.iter().all(|word| word.parse::<LenderKind>().is_ok()),
            "{id}"
        );
        assert!(
            products.iter().all(|word| word.parse::<Product>().is_ok()),
            "{id}"
        );
        assert!(
            bands.iter().all(|word| word.parse::<Band>().is_ok()),
            "{id}"
        );
        assert!(
            proceedings
                .iter()
                .all(|word| word.parse::<Proceedings>().is_ok()),
            "{id}"
        );
        assert!(
            when.iter()
                .chain(unless)
                .all(|flag| FLAGS.contains(&flag.as_str())),
            "{id}"
        );
        assert!(!objection.basis.is_empty(), "{id} has no source");
    }
}

#[test]
fn the_answers_are_a_tree_whose_branches_exist() {
    use forbear::letters::objections::{Heard, Rung, all, branch, find, tree};
    for region in [Region::Cn, Region::Hk] {
        let mut reached = std::collections::BTreeSet::new();
        for objection in all(region) {
            let id = &objection.id;
            for next in &objection.follow {
                let found = find(region, next).unwrap_or_else(|| panic!("{id} leads to {next}"));
                assert_ne!(&found.id, id, "{id} leads to itself");
                reached.insert(found.id.clone());
            }
            if objection.heard != Heard::Apart {
                reached.insert(id.clone());
            }
            for lang in Lang::ALL {
                let lines = objection.lines(*lang);
                assert!(!lines.again.is_empty() && !lines.note.is_empty(), "{id}");
                // Only an answer that may go a rung further names the next one.
                let names_next = lines.again.contains("next_offer");
                assert!(!names_next || objection.rung == Rung::Next, "{id}");
            }
        }
        // What is kept apart is called by its own situation, not by another's answer.
        assert!(reached.len() > all(region).len() / 2);
    }
    let brief = Situation {
        kind: Some(LenderKind::Bank),
        product: Some(Product::CreditCard),
        ..Situation::default()
    }
    .brief();
    let tree = tree(&brief);
    assert!(tree.len() >= 8, "{}", tree.len());
    assert!(tree.iter().any(|one| !one.follow.is_empty()));
    for one in tree {
        for next in one.follow {
            // A branch never leads to what cannot come up about this debt.
            assert!(next.applies(&brief), "{} → {}", one.objection.id, next.id);
            assert_eq!(branch(next, &brief).objection, next);
        }
    }
}

#[test]
fn built_in_templates_say_truly_what_they_are() {
    use forbear::letters::Fact;
    use forbear::letters::template::{BUILT_IN, front_matter};
    for (name, texts) in BUILT_IN {
        let fronts: Vec<_> = texts
            .iter()
            .map(|text| front_matter(name, text).unwrap().0)
            .collect();
        assert_eq!(fronts[0].id, *name);
        assert!(
            fronts.iter().all(|front| *front == fronts[0]),
            "{name} differs by language"
        );
        for need in &fronts[0].needs {
            assert!(need.parse::<Fact>().is_ok(), "{name} needs {need}");
        }
    }
}

#[test]
fn a_card_of_a_bank_may_hear_of_article_70_and_a_loan_never() {
    let words = Words::new(Lang::ZhHans);
    let text = |product, kind| {
        let brief = Situation {
            product: Some(product),
            kind: Some(kind),
            ..Situation::default()
        }
        .brief();
        let letter =
            forbear::letters::letter(&brief, Letter::Hardship, &words, &Overrides::new()).unwrap();
        lint::whole(&letter.document)
    };
    let card = text(Product::CreditCard, LenderKind::Bank);
    assert!(
        card.contains("第七十条") && card.contains("“可以”"),
        "{card}"
    );
    for (product, kind) in [
        (Product::ConsumerLoan, LenderKind::Bank),
        (Product::ConsumerLoan, LenderKind::ConsumerFinanceCompany),
        (Product::CreditCard, LenderKind::MoneyLender),
        (Product::CreditCard, LenderKind::Assignee),
    ] {
        assert!(
            !text(product, kind).contains("第七十条"),
            "{product} {kind}"
        );
    }
}

#[test]
fn only_the_borrower_speaks_of_money_they_have() {
    // The figure said is the proposal's, or what can be offered; nothing above it stands in any quote.
    let brief = Situation::default().brief();
    let words = Words::new(Lang::ZhHans);
    let script = forbear::letters::script(&brief, Length::Full, &words, &Overrides::new()).unwrap();
    let mut said = 0;
    for block in &script.document.blocks {
        if let Block::Quote(text) = block
            && text.contains("每月")
            && text.contains("还")
            && !text.contains("收入")
            && text.contains('元')
        {
            assert!(text.contains("1,200元"), "{text}");
            said += 1;
        }
    }
    assert!(said >= 1);
}

/// Where a blank is filled in.
fn place(debt: &str) -> forbear::letters::Place<'_> {
    forbear::letters::Place {
        debt,
        lender: Some("lender"),
        command: "script",
        terms: "…",
    }
}

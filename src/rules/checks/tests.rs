//! A small world for the tests of the checks, and what must hold of all of them together.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{CHECKS, findings, findings_from};
use crate::domain::calendar::DayCount;
use crate::domain::contact::{Channel, Conduct, Contact, Counterpart, Direction};
use crate::domain::contract::{Contract, Method, RateFrom};
use crate::domain::debt::{Claim, Claimed, Debt, Holder, Payment, PaymentKind, Product};
use crate::domain::finding::Finding;
use crate::domain::lang::{Lang, Localized};
use crate::domain::ledger::{Clock, ClockKind, Ledger};
use crate::domain::lender::{Lender, LenderKind, Region};
use crate::domain::money::Money;
use crate::domain::offer::{Offer, OfferStatus, Party, Terms};
use crate::domain::parts::Parts;
use crate::domain::position::{Arrears, Band, Basis, Position};
use crate::rules::book::{Book, Books};
use crate::rules::written::{Rule, RuleKind};
use crate::rules::{Case, Stage, stage};

/// A date from its text.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 12,000 over 12 level instalments from 2026-06-10, paid out a month before.
pub(crate) fn contract(rate: &str) -> Contract {
    Contract {
        principal: Money::from_minor(1_200_000),
        net_received: None,
        disbursed: Some(day("2026-05-10")),
        rates: vec![RateFrom {
            from: None,
            rate: rate.parse().unwrap(),
        }],
        method: Method::EqualInstalment,
        count: 12,
        first_due: day("2026-06-10"),
        day_count: DayCount::Thirty360,
        penalty: None,
        compound: false,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::ZERO,
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

/// One lender `l` and one debt `d` on 2026-11-25.
pub(crate) struct World {
    pub(crate) ledger: Ledger,
    pub(crate) arrears: Option<Arrears>,
    pub(crate) position: Option<Position>,
    pub(crate) as_of: NaiveDate,
}

impl World {
    fn new(kind: Option<LenderKind>, product: Option<Product>, region: Region) -> World {
        let mut ledger = Ledger::default();
        ledger.lenders.push(lender("l", kind, region));
        let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
        debt.product = product;
        ledger.debts.push(debt);
        World {
            ledger,
            arrears: None,
            position: None,
            as_of: day("2026-11-25"),
        }
    }

    pub(crate) fn loan(kind: LenderKind) -> World {
        World::new(Some(kind), Some(Product::ConsumerLoan), Region::Cn)
    }

    pub(crate) fn card() -> World {
        World::new(
            Some(LenderKind::Bank),
            Some(Product::CreditCard),
            Region::Cn,
        )
    }

    pub(crate) fn hong_kong(kind: LenderKind) -> World {
        World::new(Some(kind), Some(Product::ConsumerLoan), Region::Hk)
    }

    pub(crate) fn debt(&mut self) -> &mut Debt {
        &mut self.ledger.debts[0]
    }

    /// Moves the lender to Hong Kong.
    pub(crate) fn as_hong_kong(&mut self) {
        self.ledger.lenders[0].region = Region::Hk;
    }

    pub(crate) fn overdue(&mut self, days: u32) {
        self.arrears = Some(Arrears {
            days_overdue: Some(days),
            oldest_unpaid: None,
            overdue: Some(Parts::ZERO),
            band: Some(Band::of_days(days)),
            next_due: None,
            residue: None,
            paused_days: 0,
            missed: 0,
        });
    }

    pub(crate) fn owes(&mut self, parts: Parts) {
        self.position = Some(Position {
            as_of: self.as_of,
            basis: Basis::Claim,
            parts,
            waiting: Money::ZERO,
            notes: Vec::new(),
            claimed: None,
            computed: None,
            agreed: None,
        });
    }

    pub(crate) fn claims(&mut self, on: &str, parts: Parts) {
        self.debt().claims.push(Claim {
            on: day(on),
            claimed: Claimed::Parts(parts),
            overdue: None,
            payoff: None,
            source: None,
            note: None,
        });
    }

    pub(crate) fn paid(&mut self, on: &str, minor: i128) {
        self.debt().payments.push(Payment {
            on: day(on),
            amount: Money::from_minor(minor),
            kind: PaymentKind::Payment,
            note: None,
        });
    }

    pub(crate) fn offer(&mut self, from: Party, on: &str, terms: &str) {
        let id = format!("o{}", self.ledger.offers.len());
        self.ledger.offers.push(Offer {
            id: id.parse().unwrap(),
            debt: "d".parse().unwrap(),
            from,
            on: day(on),
            terms: Terms::parse(terms).unwrap(),
            status: OfferStatus::Open,
            reply_by: None,
            counters: None,
            note: None,
        });
    }

    pub(crate) fn clock(&mut self, until: &str, kind: ClockKind) {
        self.ledger.clocks.push(Clock {
            what: "文书".to_owned(),
            debt: Some("d".parse().unwrap()),
            kind,
            from: None,
            until: day(until),
            done: None,
        });
    }

    /// An incoming call, answered.
    pub(crate) fn contact(&mut self, at: &str, conduct: &[Conduct]) -> &mut Contact {
        self.ledger.contacts.push(Contact {
            at: at.parse().unwrap(),
            debt: Some("d".parse().unwrap()),
            channel: Channel::Phone,
            direction: Direction::In,
            counterpart: Counterpart::default(),
            summary: "来电".to_owned(),
            conduct: conduct.to_vec(),
            promise: None,
            evidence: Vec::new(),
            follow_up: None,
            answered: Some(true),
            minutes: None,
            outcome: None,
            ticket: None,
            told: None,
        });
        self.ledger.contacts.last_mut().unwrap()
    }

    pub(crate) fn held_by(&mut self, kind: LenderKind, from: &str) {
        self.ledger
            .lenders
            .push(lender("h", Some(kind), Region::Cn));
        self.debt().holders.push(Holder {
            lender: "h".parse().unwrap(),
            from: Some(day(from)),
            share: None,
            notice_on: None,
            proof: None,
        });
    }

    pub(crate) fn case(&self) -> Case<'_> {
        Case::new(
            &self.ledger,
            &self.ledger.debts[0],
            self.position.as_ref(),
            self.arrears.as_ref(),
            self.as_of,
        )
    }

    pub(crate) fn stage(&self) -> Stage {
        stage(&self.case())
    }

    /// Runs one check and sees that every slot was filled, in all three languages.
    pub(crate) fn run(&self, check: fn(&Case<'_>) -> Option<Finding>) -> Option<Finding> {
        let finding = check(&self.case())?;
        let book = self.case().book();
        let mut cites = book.rule(&finding.rule).unwrap().cites.iter();
        assert!(
            cites.any(|id| *book.source(id).unwrap() == finding.source),
            "{} cites a source its rule does not list",
            finding.rule
        );
        for text in texts(&finding.text) {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
        Some(finding)
    }
}

fn lender(id: &str, kind: Option<LenderKind>, region: Region) -> Lender {
    Lender {
        id: id.parse().unwrap(),
        name: format!("贷款人{id}"),
        kind,
        region,
        official: None,
        alternative: None,
        note: None,
    }
}

fn texts(text: &Localized) -> [&str; 3] {
    [Lang::ZhHans, Lang::ZhHant, Lang::En].map(|lang| text.get(lang))
}

fn books() -> [&'static Book; 2] {
    [Region::Cn, Region::Hk].map(Book::of)
}

#[test]
fn checks_and_rules_are_one_to_one() {
    let listed: BTreeSet<&str> = CHECKS.iter().map(|check| check.id).collect();
    assert_eq!(listed.len(), CHECKS.len(), "a check is listed twice");
    let written: BTreeSet<&str> = books()
        .into_iter()
        .flat_map(|book| {
            book.ids("rule")
                .filter(|id| book.rule(id).unwrap().kind() == RuleKind::Check)
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(listed, written);
}

#[test]
fn a_debt_without_facts_has_no_findings() {
    for kind in [
        LenderKind::Bank,
        LenderKind::Private,
        LenderKind::Unlicensed,
    ] {
        assert_eq!(findings(&World::loan(kind).case()), []);
    }
    assert_eq!(findings(&World::card().case()), []);
    assert_eq!(
        findings(&World::hong_kong(LenderKind::MoneyLender).case()),
        []
    );
    assert_eq!(findings(&World::new(None, None, Region::Cn).case()), []);
}

#[test]
fn the_gravest_stands_first_and_settled_debts_are_left_in_peace() {
    use crate::domain::debt::{Proceedings, Talks};
    let mut world = World::card();
    world.overdue(100);
    world.debt().written_off = Some(day("2026-11-01"));
    world.debt().proceedings = Proceedings::PaymentOrder;
    let severities: Vec<_> = findings(&world.case())
        .iter()
        .map(|finding| finding.severity)
        .collect();
    assert!(severities.len() > 2 && severities.windows(2).all(|pair| pair[0] >= pair[1]));
    world.debt().talks = Talks::Completed;
    let rules: Vec<_> = findings(&world.case())
        .into_iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(rules, ["credit-record"]);
}

#[test]
fn the_users_own_numbers_count() {
    let books =
        Books::with_own("[param.card-principal-first-days]\nvalues = [{ value = \"61\" }]\n")
            .unwrap();
    let mut world = World::card();
    world.overdue(70);
    let says = |case: &Case<'_>| {
        findings(case)
            .iter()
            .any(|finding| finding.rule == "card-payment-order")
    };
    assert!(!says(&world.case()));
    assert!(says(&world.case().by(&books)));
    // What may rest on a number of the user's own says so; the others do not.
    for finding in findings(&world.case().by(&books)) {
        let rests = finding.rule == "card-payment-order";
        assert_eq!(finding.own_numbers, rests, "{}", finding.rule);
    }
}

#[test]
fn each_check_matters_as_much_as_its_rule_in_the_books_says() {
    for check in CHECKS {
        let said: BTreeSet<_> = [Region::Cn, Region::Hk]
            .into_iter()
            .filter_map(|region| Book::of(region).rule(check.id))
            .map(Rule::severity)
            .collect();
        assert_eq!(said, BTreeSet::from([check.severity]), "{}", check.id);
    }
}

#[test]
fn a_glance_holds_what_is_more_than_a_note_and_nothing_else() {
    use crate::domain::finding::Severity;
    let mut world = World::card();
    world.overdue(100);
    world.debt().written_off = Some(day("2026-11-01"));
    world.debt().proceedings = crate::domain::debt::Proceedings::PaymentOrder;
    let all = findings(&world.case());
    let (grave, notes): (Vec<Finding>, Vec<Finding>) = all
        .into_iter()
        .partition(|finding| finding.severity > Severity::Note);
    assert!(!grave.is_empty() && !notes.is_empty());
    assert_eq!(findings_from(&world.case(), Severity::Warning), grave);
}

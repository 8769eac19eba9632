//! Reports: the JSON of product.md §6, and documents that fit a terminal in three languages.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use forbear::domain::agreement::{Agreement, AgreementDue, Clauses, Form};
use forbear::domain::capacity::{BudgetItem, Capacity, CapacityMonth};
use forbear::domain::debt::{Payment, PaymentKind};
use forbear::domain::finding::{Finding, Level, Severity, Source};
use forbear::domain::lang::{Lang, Localized};
use forbear::domain::ledger::{Currency, Ledger};
use forbear::domain::lender::Region;
use forbear::domain::money::Money;
use forbear::domain::offer::Terms;
use forbear::domain::parts::Parts;
use forbear::domain::position::{
    Arrears, Band, Basis, Class, DueAmount, Position, PositionNote, Worsens, WorsensTo,
};
use forbear::domain::rate::Percent;
use forbear::domain::schedule::{Schedule, ScheduleRow};
use forbear::domain::upcoming::{Upcoming, UpcomingKind};
use forbear::domain::vocabulary::Vocabulary;
use forbear::engine::annual_rate::Flow;
use forbear::engine::keeping::keeping;
use forbear::engine::quote::Quote;
use forbear::engine::simulate::{PlanBase, compare};
use forbear::i18n::Words;
use forbear::render::{Format, Look, json, render};
use forbear::report::Report;
use forbear::report::agreement::{AgreementReport, KeptAgreement};
use forbear::report::capacity::CapacityReport;
use forbear::report::document::{Block, Document, NoteKind};
use forbear::report::due::DueReport;
use forbear::report::history::{HistoryEntry, HistoryReport, MadeBy};
use forbear::report::home::HomeReport;
use forbear::report::log::LogReport;
use forbear::report::offers::OffersReport;
use forbear::report::quote::{Lines, QuoteReport, Subject};
use forbear::report::rules::{RuleReport, RulesReport};
use forbear::report::schedule::ScheduleReport;
use forbear::report::simulate::SimulateReport;
use forbear::report::status::{DebtFacts, Practice, StatusReport};
use forbear::rules::{Books, list, show};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn parts(principal: &str, interest: &str, penalty: &str) -> Parts {
    Parts {
        principal: money(principal),
        interest: money(interest),
        penalty: money(penalty),
        fees: Money::ZERO,
    }
}

/// A borrower with two debts, an offer, calls, and a court paper. Invented.
const LEDGER: &str = r#"
version = 1
currency = "CNY"
[borrower]
name = "李娜"
[[income]]
name = "工资"
amount = "5200"
every = "month"
[[expense]]
name = "房租"
amount = "1500"
every = "month"
essential = true
[[lender]]
id = "zhaolian"
name = "招联消费金融股份有限公司"
kind = "consumer-finance-company"
region = "CN"
[[lender]]
id = "bank"
name = "示例城市商业银行股份有限公司信用卡中心华东分中心"
kind = "bank"
region = "CN"
[[debt]]
id = "zl-1"
lender = "zhaolian"
product = "consumer-loan"
talks = "waiting"
proceedings = "outside-collector"
[[debt.claim]]
on = 2026-11-01
principal = "11079.84"
interest = "1021.92"
penalty = "1100.00"
fees = "0"
[[debt]]
id = "card-1"
lender = "bank"
product = "credit-card"
talks = "not-started"
proceedings = "payment-order"
[[offer]]
id = "zl-1-a"
debt = "zl-1"
from = "lender"
on = 2026-11-03
terms = "waive penalty=all; freeze; instalments 24"
status = "open"
reply-by = 2026-11-17
[[clock]]
what = "示例区人民法院支付令"
debt = "card-1"
kind = "court"
until = 2026-11-20
[[contact]]
at = 2026-11-05T21:40:00
debt = "zl-1"
channel = "phone"
direction = "in"
counterpart = { name = "工号 8812", company = "某某信用管理有限公司华东催收中心", number = "010-00000000" }
summary = "要求今天全额还款，称将联系家人；我说请先把方案用官方短信发给我，看到后再答复，今天不答应任何付款"
conduct = ["threat", "third-party"]
promise = { amount = "500", on = 2026-11-20 }
evidence = [{ file = "录音-20261105.m4a" }]
follow-up = 2026-11-12
"#;

const AS_OF: &str = "2026-11-10";

fn ledger() -> Ledger {
    match forbear::store::parse::parse(LEDGER, "ledger.toml") {
        Ok(parsed) => parsed.ledger,
        Err(mistakes) => panic!("{mistakes:?}"),
    }
}

fn localized(text: &str) -> Localized {
    Localized {
        zh_hans: text.to_owned(),
        zh_hant: text.to_owned(),
        en: text.to_owned(),
    }
}

fn status(ledger: &Ledger, lang: Lang) -> StatusReport {
    let as_of = date(AS_OF);
    let [loan, card] = ledger.debts.as_slice() else {
        panic!("two debts")
    };
    let mut first = DebtFacts::new(loan, ledger.lender(&loan.lender));
    let claimed = parts("11079.84", "1021.92", "1100.00");
    first.position = Some(Position {
        as_of,
        basis: Basis::Claim,
        parts: parts("11079.84", "1021.92", "1174.79"),
        waiting: Money::ZERO,
        notes: vec![PositionNote::PenaltyNotRecorded],
        claimed: Some(claimed),
        computed: Some(parts("11000.00", "990.00", "1000.00")),
        agreed: None,
    });
    first.arrears = Some(Arrears {
        days_overdue: Some(61),
        oldest_unpaid: Some(date("2026-09-10")),
        overdue: Some(parts("3300.00", "1021.92", "1174.79")),
        band: Some(Band::Medium),
        next_due: Some(DueAmount {
            on: date("2026-12-10"),
            amount: money("1100.16"),
        }),
        residue: None,
        paused_days: 0,
        missed: 2,
    });
    first.class = Some(Class::SpecialMention);
    first.bucket = Some("M3".to_owned());
    first.worsens = Some(Worsens {
        on: date("2026-12-10"),
        to: WorsensTo::Long,
        prevented_by: Some(money("1100.16")),
    });
    first.findings.push(Finding {
        rule: "quiet-hours".to_owned(),
        severity: Severity::Warning,
        debt: Some(loan.id.clone()),
        text: localized("2026-11-05 21:40"),
        source: Source {
            title: localized("COL-03"),
            level: Level::VText,
            in_force: None,
        },
        own_numbers: false,
    });
    first.practice = Some(Practice {
        usually: vec!["…".to_owned()],
        to_do: vec!["…".to_owned()],
        to_avoid: vec!["…".to_owned()],
    });
    let second = DebtFacts::new(card, ledger.lender(&card.lender));
    StatusReport::new(ledger, as_of, vec![first, second], lang)
}

fn budget_items(ledger: &Ledger) -> Vec<BudgetItem> {
    forbear::engine::statement::items(ledger, date(AS_OF)).unwrap()
}

fn capacity() -> Capacity {
    let month = |month: &str, offerable: &str| CapacityMonth {
        month: date(month),
        income: money("5200"),
        essential: money("1500"),
        other: Money::ZERO,
        reserve: Money::ZERO,
        carried: Money::ZERO,
        surplus: money("3700"),
        shared: money("2960"),
        agreed: Money::ZERO,
        promised: money("500"),
        paid: Money::ZERO,
        offerable: money(offerable),
        from_one_offs: Money::ZERO,
        from_carried: Money::ZERO,
    };
    Capacity {
        income: money("5200"),
        essential: money("1500"),
        other: Money::ZERO,
        reserve: Money::ZERO,
        surplus: money("3700"),
        offerable: money("460"),
        share: Percent::whole(95),
        months: vec![
            month("2026-11-01", "460"),
            month("2026-12-01", "460"),
            month("2027-01-01", "460"),
        ],
        reserved: Vec::new(),
        not_counted: Vec::new(),
    }
}

fn simulation() -> SimulateReport {
    let mut base = PlanBase::new(date("2026-11-01"), parts("8120.35", "402.10", "655.00"));
    base.rate = Some("18%/year".parse().unwrap());
    let offers = [
        "waive penalty=all; freeze; instalments 12",
        "waive penalty=50%; pay-now 500; instalments 24",
    ]
    .map(|terms| Terms::parse(terms).unwrap());
    let comparison = compare(&base, &offers, Some(&capacity())).unwrap();
    SimulateReport::new(comparison, Currency::Cny, "…".to_owned())
}

/// Two rows worked by hand: 1,000 over two months at 12 % a year, level principal.
fn schedule() -> Schedule {
    let row =
        |n, due: &str, opening: &str, interest: &str, amount: &str, closing: &str| ScheduleRow {
            n,
            due: date(due),
            opening: money(opening),
            principal: money("500"),
            interest: money(interest),
            fee: Money::ZERO,
            amount: money(amount),
            closing: money(closing),
            paid: money("0"),
            open: money(amount),
        };
    Schedule::new(vec![
        row(1, "2026-01-31", "1000", "10", "510", "500"),
        row(2, "2026-02-28", "500", "5", "505", "0"),
    ])
    .unwrap()
}

/// Every document, short and full.
fn documents(lang: Lang) -> Vec<(String, Document)> {
    let words = Words::new(lang);
    let ledger = ledger();
    let debt = &ledger.debts[0].id;
    let mut all = Vec::new();
    for full in [false, true] {
        let mut add = |name: &str, document| all.push((format!("{name} {full} {lang}"), document));
        add("status", status(&ledger, lang).full(full).document(&words));
        add(
            "schedule",
            ScheduleReport::new(Some(debt), Currency::Cny, &schedule())
                .full(full)
                .document(&words),
        );
        add("simulate", simulation().full(full).document(&words));
        add(
            "capacity",
            CapacityReport::new(&ledger, date(AS_OF), capacity(), budget_items(&ledger))
                .full(full)
                .document(&words),
        );
        add(
            "log",
            LogReport::new(&ledger, None).full(full).document(&words),
        );
        add(
            "log show",
            LogReport::one(&ledger, &ledger.contacts[0]).document(&words),
        );
    }
    let mut add = |name: &str, document| all.push((format!("{name} {lang}"), document));
    let status = status(&ledger, lang);
    add("home", HomeReport::new(&status, &words).document(&words));
    add("start", HomeReport::without_ledger().document(&words));
    add("due", due().document(&words));
    add("history", history().document(&words));
    add(
        "offers",
        OffersReport::new(&ledger, date(AS_OF), None).document(&words),
    );
    for as_of in ["2026-12-25", "2027-01-25", "2027-03-25"] {
        add("agreement", agreement(as_of).document(&words));
    }
    let books = Books::built_in();
    add("rules", RulesReport::of(books, None, lang).document(&words));
    for rule in every_rule(&words) {
        add(&rule.id, rule.document(&words));
    }
    add("quote", quote().full(true).document(&words));
    all
}

fn due() -> DueReport {
    let item = Upcoming {
        on: date("2026-11-20"),
        kind: UpcomingKind::Clock,
        debt: Some("card-1".parse().unwrap()),
        amount: None,
        what: Some("示例区人民法院支付令，收到之日起十五日内可以提出书面异议".to_owned()),
        overdue: false,
        deadline: true,
        clock: Some(1),
    };
    let promise = Upcoming {
        on: date("2026-11-09"),
        kind: UpcomingKind::Promise,
        debt: Some("zl-1".parse().unwrap()),
        amount: Some(money("500")),
        what: None,
        overdue: true,
        deadline: false,
        clock: None,
    };
    DueReport::new(date(AS_OF), 14, vec![promise, item], Currency::Cny)
}

fn history() -> HistoryReport {
    let at = date(AS_OF).and_hms_opt(9, 30, 0).unwrap();
    let entry = |number, made| HistoryEntry { number, at, made };
    HistoryReport {
        changes: vec![
            entry(1, MadeBy::ByHand),
            entry(2, MadeBy::Command("pay zl-1 500.00".to_owned())),
            entry(3, MadeBy::Restored(1)),
        ],
    }
}

/// 355.10 on the 20th of December and of January, by voice; the first is paid.
fn agreement(as_of: &str) -> AgreementReport {
    let due = |on: &str| AgreementDue {
        on: date(on),
        amount: money("355.10"),
    };
    let agreement = Agreement {
        id: "zl-1-2026".parse().unwrap(),
        debt: "zl-1".parse().unwrap(),
        signed: date("2026-11-20"),
        form: Form::Oral,
        proof: None,
        offer: None,
        dues: vec![due("2026-12-20"), due("2027-01-20")],
        clauses: Clauses {
            cure_days: Some(30),
            ..Clauses::default()
        },
        broken: None,
        evidence: Vec::new(),
        note: None,
    };
    let payment = Payment {
        on: date("2026-12-18"),
        amount: money("355.10"),
        kind: PaymentKind::Payment,
        note: None,
    };
    let kept = keeping(&agreement, &[payment], date(as_of));
    AgreementReport::new(
        date(as_of),
        vec![KeptAgreement::new(&agreement, &kept)],
        Currency::Cny,
    )
}

/// Every rule of both books, as `rules show` has it.
fn every_rule(words: &Words) -> Vec<RuleReport> {
    let books = Books::built_in();
    let shown = list(books)
        .into_iter()
        .filter_map(|line| show(books, line.id));
    shown.map(|rule| RuleReport::of(&rule, words)).collect()
}

/// 1,000 received, 1,100 repaid a year (365 days) later: 10 % by dates.
fn quote() -> QuoteReport {
    let flow = |on: &str, amount: &str| Flow {
        on: date(on),
        amount: money(amount),
    };
    QuoteReport::new(
        &Quote::of(vec![
            flow("2026-01-01", "1000"),
            flow("2027-01-01", "-1100"),
        ]),
        Lines::default(),
        Subject::Credit,
        Currency::Cny,
    )
}

#[test]
fn every_document_fits_eighty_columns() {
    for lang in Lang::ALL {
        for (name, document) in documents(*lang) {
            let text = render(&document, Format::Text, &Look::plain(80));
            if std::env::var_os("FORBEAR_SHOW").is_some() {
                println!("--- {name}\n{text}");
            }
            for line in text.lines().filter(|line| !line.starts_with("    forbear")) {
                assert!(line.width() <= 80, "{name}: {line}");
            }
            // Every id was found: an unknown one shows itself.
            for topic in [
                "status-",
                "simulate-",
                "capacity-",
                "schedule-",
                "log-",
                "word-",
            ] {
                assert!(!text.contains(topic), "{name} shows an id: {topic}");
            }
        }
    }
}

/// The keys of a JSON object, which must be exactly these.
#[track_caller]
fn keys(value: &Value, expected: &str) {
    let found: BTreeSet<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected: BTreeSet<&str> = expected.split_whitespace().collect();
    assert_eq!(found, expected);
}

fn data<R: Report>(report: &R) -> Value {
    let text = json::report(report);
    assert!(
        text.starts_with(&format!("{{\n  \"schema\": \"{}\"", R::SCHEMA)),
        "the schema's name comes first: {text}"
    );
    serde_json::from_str(&text).unwrap()
}

/// The clocks of the first debt: the time to sue with every event, and the credit record.
fn clocks_name_their_sources(clocks: &Value) {
    keys(clocks, "limitation court credit-record");
    let limitation = &clocks["limitation"];
    keys(
        limitation,
        "not-before years since event confidence near over source events",
    );
    let events = limitation["events"].as_array().unwrap();
    assert!(!events.is_empty());
    for event in events {
        assert!(event["source"].as_str().unwrap().contains("Civil Code"));
    }
    assert_eq!(limitation["since"], events[0]["on"], "the newest first");
    keys(&clocks["credit-record"], "years paid until expected source");
}

const PARTS: &str = "principal interest penalty fees total";

#[test]
fn status_has_the_schema_of_the_contract() {
    let value = data(&status(&ledger(), Lang::En));
    keys(&value, "schema as-of currency debts totals");
    assert_eq!(value["schema"], "forbear.status.v1");
    assert_eq!(value["as-of"], AS_OF);
    assert_eq!(value["currency"], "CNY");
    keys(&value["totals"], PARTS);
    assert_eq!(value["totals"]["total"], "13276.55");
    let debt = &value["debts"][0];
    keys(
        debt,
        "id lender days-overdue band class written-off talks proceedings worsens oldest-unpaid basis \
         position overdue next-due findings clocks",
    );
    clocks_name_their_sources(&debt["clocks"]);
    assert_eq!(debt["id"], "zl-1");
    assert_eq!(debt["lender"], "zhaolian");
    assert_eq!(debt["days-overdue"], 61);
    assert_eq!(debt["band"], "medium");
    assert_eq!(debt["class"], "special-mention");
    assert_eq!(debt["talks"], "waiting");
    assert_eq!(debt["proceedings"], "outside-collector");
    assert_eq!(debt["basis"], "claim");
    keys(&debt["worsens"], "on to prevented-by");
    assert_eq!(debt["worsens"]["prevented-by"], "1100.16");
    keys(&debt["position"], PARTS);
    keys(&debt["overdue"], PARTS);
    keys(&debt["next-due"], "on amount");
    keys(&debt["findings"][0], "rule severity text source");
    assert_eq!(debt["findings"][0]["severity"], "warning");
    let unknown = &value["debts"][1];
    for key in [
        "days-overdue",
        "band",
        "class",
        "worsens",
        "basis",
        "position",
        "overdue",
        "next-due",
    ] {
        assert_eq!(unknown[key], Value::Null, "{key} is unknown");
    }
    assert!(unknown["findings"].is_array());
}

#[test]
fn schedule_has_the_schema_of_the_contract() {
    let value = data(&ScheduleReport::new(None, Currency::Cny, &schedule()));
    keys(&value, "schema rows totals");
    keys(
        &value["rows"][0],
        "n due opening principal interest fee amount closing paid open",
    );
    assert_eq!(value["rows"][1]["due"], "2026-02-28");
    assert_eq!(value["totals"]["amount"], "1015.00");
}

#[test]
fn simulate_has_the_schema_of_the_contract() {
    let value = data(&simulation());
    keys(&value, "schema as-of position baselines offers");
    keys(&value["position"], PARTS);
    assert_eq!(value["position"]["total"], "9177.45");
    keys(&value["baselines"][0], "kind on parts total");
    assert_eq!(value["baselines"][0]["kind"], "today");
    let offer = &value["offers"][0];
    keys(
        offer,
        "terms base waived rows total count first-payment peak-payment last-payment ends-on rate saved \
         fits short",
    );
    keys(&offer["base"], PARTS);
    keys(&offer["waived"], PARTS);
    keys(
        &offer["rows"][0],
        "n due opening principal interest arrears amount closing",
    );
    keys(&offer["rate"], "simple compounded dated");
    keys(&offer["saved"], "against-today against-nothing");
    // Worked by hand: 655.00 waived of 9,177.45; the rest frozen, in 12 parts.
    assert_eq!(offer["terms"], "waive penalty=all; freeze; instalments 12");
    assert_eq!(offer["total"], "8522.45");
    assert_eq!(offer["count"], 12);
    assert_eq!(offer["saved"]["against-today"], "655.00");
    assert_eq!(offer["rate"]["simple"], "0.000000");
    // 8,522.45 / 12 is above the 460 a month that can be offered, from the first payment in December.
    assert_eq!(offer["fits"], false);
    keys(&offer["short"], "month by");
    assert_eq!(offer["short"]["month"], "2026-12");
}

#[test]
fn capacity_has_the_schema_of_the_contract() {
    let value = data(&CapacityReport::new(
        &ledger(),
        date(AS_OF),
        capacity(),
        Vec::new(),
    ));
    keys(
        &value,
        "schema income essential other reserve surplus share offerable months shortfalls items",
    );
    assert_eq!(value["offerable"], "460.00");
    assert_eq!(value["months"][0]["month"], "2026-11");
    assert_eq!(value["months"][0]["offerable"], "460.00");
    for key in value["months"][0].as_object().unwrap().keys() {
        assert!(!key.contains('_'), "{key} is not kebab-case");
    }
}

#[test]
fn the_log_has_the_schema_of_the_contract() {
    let value = data(&LogReport::new(&ledger(), None));
    keys(&value, "schema contacts");
    let contact = &value["contacts"][0];
    keys(
        contact,
        "at debt channel direction summary promise conduct evidence follow-up",
    );
    assert_eq!(contact["at"], "2026-11-05T21:40:00");
    assert_eq!(contact["promise"]["amount"], "500.00");
    assert_eq!(
        contact["conduct"],
        serde_json::json!(["threat", "third-party"])
    );
    assert_eq!(contact["evidence"][0]["file"], "录音-20261105.m4a");
    assert_eq!(contact["follow-up"], "2026-11-12");
}

#[test]
fn an_unanswered_court_paper_is_the_first_line() {
    let document = status(&ledger(), Lang::En).document(&Words::new(Lang::En));
    let Block::Note { kind, text } = &document.blocks[0] else {
        panic!("{:?}", document.blocks[0])
    };
    assert_eq!(*kind, NoteKind::Serious);
    assert!(text.contains("示例区人民法院支付令"), "{text}");
    assert!(
        text.contains("Friday 20 November 2026, in 10 days"),
        "{text}"
    );
}

#[test]
fn each_debt_has_one_next_step_with_a_date_and_a_command() {
    let status = status(&ledger(), Lang::En);
    // Waiting, with nothing asked for: the follow-up of the 12th, noted in the log, is next.
    assert_eq!(status.debts[0].next().on, date("2026-11-12"));
    assert_eq!(status.debts[0].next().command, "forbear script zl-1");
    // The court paper runs until the 20th.
    assert_eq!(status.debts[1].next().on, date("2026-11-20"));
    assert!(status.debts[1].next().court);
    for debt in &status.debts {
        assert!(!debt.next().text.is_empty() && !debt.next().because.is_empty());
    }
}

#[test]
fn quote_has_the_schema_of_the_contract() {
    let value = data(&quote());
    keys(
        &value,
        "schema flows rate other-rate received total-paid cost lines",
    );
    keys(&value["flows"][0], "on amount");
    keys(&value["rate"], "simple compounded dated");
    assert_eq!(value["rate"]["dated"], "0.100000");
    assert_eq!(value["total-paid"], "1100.00");
    assert_eq!(value["cost"], "100.00");
}

#[test]
fn the_other_reports_keep_their_schemas() {
    let ledger = ledger();
    let value = data(&due());
    keys(&value, "schema as-of days items");
    keys(
        &value["items"][0],
        "on kind debt amount what overdue deadline",
    );
    let value = data(&history());
    keys(&value["changes"][1], "number at made");
    assert_eq!(value["changes"][1]["made"]["command"], "pay zl-1 500.00");
    let value = data(&OffersReport::new(&ledger, date("2026-11-18"), None));
    keys(&value["offers"][0], "id debt from on terms status reply-by");
    assert_eq!(
        value["offers"][0]["status"], "expired",
        "its day was the 17th"
    );
    let books = Books::built_in();
    let rules = RulesReport::of(books, Some(Region::Hk), Lang::En);
    keys(&data(&rules)["rules"][0], "id region severity title");
    assert!(rules.rules.iter().all(|rule| rule.region == Region::Hk));
    for rule in every_rule(&Words::new(Lang::En)) {
        let value = data(&rule);
        keys(
            &value,
            "schema id region severity title text variants values sources checked-on",
        );
        assert!(!rule.sources.is_empty(), "{} has no source", rule.id);
    }
    let words = Words::new(Lang::En);
    let value = data(&HomeReport::new(&status(&ledger, Lang::En), &words));
    keys(&value, "schema as-of urgent more");
    keys(&value["urgent"][0], "debt on text command days-overdue");
    assert_eq!(
        value["urgent"][0]["debt"], "card-1",
        "the court paper is first"
    );
}

#[test]
fn an_agreement_says_how_it_stands() {
    let english = |as_of: &str| {
        let report = agreement(as_of);
        let document = report.document(&Words::new(Lang::En));
        (
            report.all_kept(),
            render(&document, Format::Text, &Look::plain(80)),
        )
    };
    let (kept, text) = english("2026-12-25");
    assert!(
        kept && text.contains("It is being kept: ¥355.10 paid, ¥355.10 left."),
        "{text}"
    );
    assert!(
        text.contains("Next: ¥355.10 on Wednesday 20 January 2027."),
        "{text}"
    );
    assert!(text.contains("Nothing can be seen in writing."), "{text}");
    // Five days after the second due date, inside the thirty days to mend it.
    let (kept, text) = english("2027-01-25");
    assert!(
        !kept && text.contains("¥355.10 was not paid on time."),
        "{text}"
    );
    assert!(text.contains("It can be mended until"), "{text}");
    let (kept, text) = english("2027-03-25");
    assert!(!kept && text.contains("It has been broken since"), "{text}");
    let value = data(&agreement("2027-01-25"));
    keys(&value, "schema as-of agreements");
    keys(
        &value["agreements"][0],
        "id debt signed form proof state paid left next-due missed mend-by broken-on revives rows",
    );
    assert_eq!(value["agreements"][0]["missed"][0]["open"], "355.10");
}

/// Every example, worked out for real: the documents fit, and amounts are known wherever they can be.
#[test]
fn examples_fit_eighty_columns() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let ledger = match forbear::store::parse::parse(&text, "example.toml") {
            Ok(parsed) => parsed.ledger,
            Err(mistakes) => panic!("{}: {mistakes:?}", path.display()),
        };
        let as_of = date("2026-11-16");
        for lang in Lang::ALL {
            let words = Words::new(*lang);
            let status = StatusReport::new(&ledger, as_of, worked_out(&ledger, as_of), *lang);
            let mut documents = vec![
                HomeReport::new(&status, &words).document(&words),
                status.clone().document(&words),
                status.full(true).document(&words),
                LogReport::new(&ledger, None).document(&words),
                OffersReport::new(&ledger, as_of, None).document(&words),
            ];
            let able = forbear::engine::capacity::capacity(&ledger, as_of, 6, None).unwrap();
            documents.push(
                CapacityReport::new(&ledger, as_of, able, budget_items(&ledger))
                    .full(true)
                    .document(&words),
            );
            for debt in &ledger.debts {
                if let Ok(schedule) = forbear::engine::schedule::schedule(debt, as_of) {
                    let report = ScheduleReport::new(Some(&debt.id), ledger.currency, &schedule);
                    documents.push(report.full(true).document(&words));
                }
            }
            for document in documents {
                let shown = render(&document, Format::Text, &Look::plain(80));
                if std::env::var_os("FORBEAR_SHOW").is_some() {
                    println!("=== {} {lang}\n{shown}", path.display());
                }
                for line in shown
                    .lines()
                    .filter(|line| !line.starts_with("    forbear"))
                {
                    assert!(line.width() <= 80, "{}: {line}", path.display());
                }
            }
        }
    }
    assert!(seen >= 7, "the examples were not found");
}

fn worked_out(ledger: &Ledger, as_of: NaiveDate) -> Vec<DebtFacts<'_>> {
    let facts = ledger.debts.iter().map(|debt| {
        let agreement = ledger.agreement(&debt.id, as_of);
        let mut facts = DebtFacts::new(debt, ledger.holder(debt, as_of));
        facts.position = forbear::engine::position::position(debt, agreement, as_of).ok();
        facts.arrears = forbear::engine::arrears::arrears(debt, agreement, as_of).ok();
        facts
    });
    facts.collect()
}

#[test]
fn a_figure_says_whether_it_is_claimed_or_worked_out() {
    let ledger = ledger();
    let words = Words::new(Lang::En);
    let debt = &ledger.debts[0];
    let mark = |as_of: &str| {
        let mut debt = debt.clone();
        debt.card = None;
        let position = forbear::engine::position::position(&debt, None, date(as_of)).unwrap();
        forbear::report::figure::position_mark(&debt, &position, &words)
    };
    // No rate is recorded: nine days later the claim is still what the lender said.
    assert_eq!(mark(AS_OF), "claimed");
    let status = status(&ledger, Lang::En).document(&words);
    let text = render(&status, Format::Text, &Look::plain(100));
    assert!(
        text.contains("claimed + computed"),
        "the facts above add penalty: {text}"
    );
}

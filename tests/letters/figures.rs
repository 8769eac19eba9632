//! The figure a text speaks of: agreed, accepted, planned, offered, or a rung; never above the ladder or the budget.
//!
//! Provenance: the amounts of `house` are worked by hand beside each test; the random ledgers are held against the
//! engine's own ladder and months, asked for here a second time.

use super::date;
use chrono::NaiveDate;
use forbear::domain::ladder::{Form, RungName};
use forbear::domain::{Ledger, Money, Simulation, Terms};
use forbear::engine::capacity::capacity;
use forbear::engine::ladder::{Means, ladder};
use forbear::engine::own_part::own_part;
use forbear::engine::plan_base::base_of;
use forbear::engine::promises::first_due_proposed;
use forbear::engine::room::bounds;
use forbear::engine::simulate::payments;
use forbear::letters::figures::FigureFrom;
use forbear::letters::kinds::wait;
use forbear::letters::{Asked, Brief, Letter, Warning, gather};
use forbear::rules::Case;
use proptest::prelude::*;

const TODAY: &str = "2026-11-16";

/// 12,000.00 without interest and 600.00 penalty; 1,000.00 are left, 60 % may be offered: 600.00 a month.
/// The ladder: 12,600 over 24 months is 525.00 (limit); without the penalty 12,000 over 24 is 500.00 (target, opening).
fn house(more: &str) -> String {
    format!(
        r#"
version = 1
currency = "CNY"
[borrower]
name = "示例"
[budget]
share = "60%"
[[income]]
name = "工资"
amount = "5000"
every = "month"
pay-day = 10
[[expense]]
name = "房租和伙食"
amount = "4000"
every = "month"
category = "housing"
essential = true
[[lender]]
id = "a"
name = "示例消费金融"
kind = "consumer-finance-company"
region = "CN"
[[debt]]
id = "a-1"
lender = "a"
product = "consumer-loan"
oldest-unpaid = 2026-09-20
[[debt.claim]]
on = 2026-11-01
principal = "12000"
interest = "0"
penalty = "600"
fees = "0"
[debt.room]
max-months = 24
waive = {{ penalty = "100%" }}
{more}"#
    )
}

fn read(text: &str) -> Ledger {
    forbear::store::parse::parse(text, "ledger.toml")
        .unwrap_or_else(|error| panic!("{error:?}\n{text}"))
        .ledger
}

fn of(ledger: &Ledger, terms: Option<&Terms>) -> Brief {
    let asked = Asked {
        terms,
        ..Asked::default()
    };
    gather(ledger, &ledger.debts[0], date(TODAY), asked).unwrap()
}

fn offer(id: &str, from: &str, status: &str, terms: &str) -> String {
    format!(
        "[[offer]]\nid = \"{id}\"\ndebt = \"a-1\"\nfrom = \"{from}\"\non = 2026-11-10\nterms = \"{terms}\"\nstatus = \"{status}\"\n"
    )
}

fn says(brief: &Brief) -> (FigureFrom, String) {
    let monthly = brief
        .monthly()
        .map_or_else(|| "-".to_owned(), |sum| sum.to_string());
    (brief.from.clone(), monthly)
}

fn id<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

#[test]
fn without_anything_said_the_opening_rung_speaks_and_the_limit_bounds() {
    let brief = of(&read(&house("")), None);
    assert_eq!(
        says(&brief),
        (FigureFrom::Rung(RungName::Opening), "500.00".into())
    );
    assert_eq!(brief.limit_monthly().unwrap().to_string(), "525.00");
    let left: Vec<RungName> = brief.rungs_left().iter().map(|rung| rung.name).collect();
    assert_eq!(left, [RungName::Limit], "target is the opening again");
    assert_eq!(
        brief.first_date(),
        Some(date("2026-12-12")),
        "pay day and two days"
    );
}

#[test]
fn what_stands_comes_first_in_its_order() {
    // Each line of the ledger below outranks the one before it.
    let theirs_dear = offer("l", "lender", "open", "instalments 12"); // 1,050.00 a month: above 600.00
    let brief = of(&read(&house(&theirs_dear)), None);
    assert_eq!(
        says(&brief),
        (
            FigureFrom::Countering(id("l"), RungName::Target),
            "500.00".into()
        )
    );
    let theirs_good = offer("g", "lender", "open", "waive penalty=all; instalments 24");
    let brief = of(&read(&house(&theirs_good)), None);
    assert_eq!(says(&brief), (FigureFrom::Theirs(id("g")), "500.00".into()));
    // 12,100.00 over 24 months: 504.17.
    let own =
        theirs_dear.clone() + &offer("o", "borrower", "open", "waive penalty=500; instalments 24");
    let brief = of(&read(&house(&own)), None);
    assert_eq!(says(&brief), (FigureFrom::Own(id("o")), "504.17".into()));
    let planned = theirs_dear.clone()
        + &offer(
            "p",
            "borrower",
            "planned",
            "waive penalty=500; instalments 24",
        );
    let brief = of(&read(&house(&planned)), None);
    assert_eq!(says(&brief), (FigureFrom::Own(id("p")), "504.17".into()));
    // 12,300.00 over 24 months: 512.50.
    let accepted = own
        + &offer(
            "y",
            "lender",
            "accepted",
            "waive penalty=300; instalments 24",
        );
    let brief = of(&read(&house(&accepted)), None);
    assert_eq!(
        says(&brief),
        (FigureFrom::Accepted(id("y")), "512.50".into())
    );
    assert!(
        brief.rungs_left().is_empty(),
        "what is accepted is not bargained over"
    );
    let agreed = accepted
        + "[[agreement]]\nid = \"k\"\ndebt = \"a-1\"\nsigned = 2026-11-12\nform = \"electronic\"\nclauses = {}\n\
           [[agreement.due]]\non = 2026-12-12\namount = \"480\"\n[[agreement.due]]\non = 2027-01-12\namount = \"470\"\n";
    let brief = of(&read(&house(&agreed)), None);
    assert_eq!(
        says(&brief),
        (FigureFrom::Agreement(id("k")), "480.00".into())
    );
    assert_eq!(brief.proposal.as_ref().unwrap().total.to_string(), "950.00");
    let terms = Terms::parse("instalments 30").unwrap();
    let brief = of(&read(&house(&theirs_dear)), Some(&terms));
    // 12,600.00 over 30 months.
    assert_eq!(says(&brief), (FigureFrom::Given, "420.00".into()));
}

#[test]
fn an_own_offer_the_budget_no_longer_bears_is_not_said_again() {
    // 12,600.00 over 20 months is 630.00, more than 600.00.
    let own = offer("o", "borrower", "open", "instalments 20");
    let brief = of(&read(&house(&own)), None);
    assert_eq!(
        says(&brief),
        (FigureFrom::Rung(RungName::Opening), "500.00".into())
    );
}

#[test]
fn a_broken_agreement_gives_no_figure() {
    let broken = "[[agreement]]\nid = \"k\"\ndebt = \"a-1\"\nsigned = 2026-09-25\nform = \"electronic\"\nclauses = {}\nbroken = 2026-11-02\n\
           [[agreement.due]]\non = 2026-10-12\namount = \"480\"\n";
    let brief = of(&read(&house(broken)), None);
    assert!(
        matches!(brief.from, FigureFrom::Rung(_)),
        "{:?}",
        brief.from
    );
}

#[test]
fn lenders_nothing_is_planned_for_share_what_can_be_offered() {
    // 12,600 and 37,800 are owed: of 600 a month a quarter and three quarters.
    let other = r#"
[[debt]]
id = "a-2"
lender = "a"
product = "consumer-loan"
[[debt.claim]]
on = 2026-11-16
total = "37800"
"#;
    let part = |text: &str, at: usize| {
        let ledger = read(text);
        let debt = &ledger.debts[at];
        let mut found = capacity(&ledger, date(TODAY), 12, Some(&debt.id)).unwrap();
        let others = own_part(&ledger, debt, date(TODAY), &mut found).unwrap();
        (found.offerable.to_string(), others)
    };
    let two = house(other);
    let wanted = [("150.00", 1), ("450.00", 1)].map(|(sum, others)| (sum.to_owned(), others));
    assert_eq!([part(&two, 0), part(&two, 1)], wanted);
    // Money set aside for the other already: what is left is this debt's alone.
    let set = format!(
        "{two}\n[[offer]]\nid = \"o\"\ndebt = \"a-2\"\nfrom = \"borrower\"\non = 2026-11-16\nterms = \"instalments 126\"\nstatus = \"open\"\n"
    );
    assert_eq!(part(&set, 0), ("300.00".to_owned(), 0)); // 37,800 over 126 months is 300.00
    assert_eq!(part(&house(""), 0), ("600.00".to_owned(), 0));
}

/// What is not agreed: each month within the budget, and no dearer than the limit.
fn never_above(ledger: &Ledger, at: usize, on: NaiveDate) -> Result<bool, TestCaseError> {
    let debt = &ledger.debts[at];
    let brief = gather(ledger, debt, on, Asked::default()).unwrap();
    if matches!(
        brief.from,
        FigureFrom::Agreement(_) | FigureFrom::Accepted(_)
    ) {
        return Ok(false);
    }
    let Ok(base) = base_of(ledger, debt, on) else {
        return Ok(false);
    };
    let mut months = capacity(ledger, on, 132, Some(&debt.id)).unwrap();
    own_part(ledger, debt, on, &mut months).unwrap();
    let form = Form::Instalments {
        first_due: first_due_proposed(ledger, on),
    };
    let position =
        forbear::engine::position::position(debt, ledger.agreement(&debt.id, on), on).unwrap();
    let arrears = forbear::engine::arrears::arrears(debt, ledger.agreement(&debt.id, on), on).ok();
    let case = Case::new(ledger, debt, Some(&position), arrears.as_ref(), on);
    let order = forbear::rules::ladder::asks(&case, false);
    let again = ladder(&base, &bounds(debt), &order, Means::Capacity(&months), form).unwrap();
    let limit = again.rung(RungName::Limit).map(|rung| &rung.simulation);
    let Some(plan) = &brief.proposal else {
        prop_assert!(limit.is_none() || base.position.total().is_zero());
        if let Some(sum) = brief.monthly() {
            prop_assert!(
                months
                    .months
                    .iter()
                    .skip(1)
                    .take(11)
                    .all(|month| sum <= month.offerable)
            );
        }
        return Ok(false);
    };
    let by_month = |plan: &Simulation| {
        let mut sums = std::collections::BTreeMap::<NaiveDate, Money>::new();
        for (due, amount) in payments(on, plan) {
            *sums
                .entry(forbear::domain::calendar::month_start(due))
                .or_insert(Money::ZERO) += amount;
        }
        sums
    };
    // An offer of either side that stands was tried against the whole; what is newly said is this debt's part.
    let months = match brief.from {
        FigureFrom::Own(_) | FigureFrom::Theirs(_) => {
            capacity(ledger, on, 132, Some(&debt.id)).unwrap()
        }
        _ => months,
    };
    for (month, sum) in by_month(plan) {
        let most = months.in_month(month).unwrap_or(months.offerable);
        prop_assert!(sum <= most, "{month}: {sum} > {most} from {:?}", brief.from);
    }
    if let Some(limit) = limit {
        prop_assert!(
            plan.total <= limit.total,
            "{} > {}: {:?}",
            plan.total,
            limit.total,
            brief.from
        );
    }
    Ok(true)
}

#[test]
fn the_examples_speak_of_nothing_above_their_ladders() {
    let mut spoken = 0;
    for name in [
        "zhaolian-bad-debt",
        "zhaolian-home-visit",
        "suning-four-channels",
        "yalian-reminders",
        "yalian-hongkong",
        "mengshang-extension",
        "many-lenders",
    ] {
        let path = format!("{}/examples/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let ledger = read(&std::fs::read_to_string(path).unwrap());
        for at in 0..ledger.debts.len() {
            spoken += usize::from(never_above(&ledger, at, date(TODAY)).unwrap());
        }
    }
    assert!(spoken >= 9, "{spoken} debts had a proposal");
}

prop_compose! {
    pub(super) fn ledgers()(
        income in 1_000_u32..12_000,
        spent in 500_u32..9_000,
        share in 40_u32..=90,
        pay_day in 1_u32..=28,
        debts in proptest::collection::vec(
            (500_u32..60_000, 0_u32..4_000, 0_u32..3_000, 3_u32..60, 0_u32..=100, 0_u32..5, 2_u32..48, 0_u32..=100),
            1..4,
        ),
        raise in proptest::option::of((1_u32..6, 500_u32..3_000)),
    ) -> String {
        let mut text = format!(
            "version = 1\ncurrency = \"CNY\"\n[budget]\nshare = \"{share}%\"\n[[income]]\nname = \"工资\"\namount = \"{income}\"\nevery = \"month\"\npay-day = {pay_day}\n\
             [[expense]]\nname = \"开支\"\namount = \"{spent}\"\nevery = \"month\"\ncategory = \"food\"\nessential = true\n"
        );
        if let Some((month, amount)) = raise {
            text += &format!("[[expense]]\nname = \"学费\"\namount = \"{amount}\"\nevery = \"once\"\non = 2027-0{month}-10\ncategory = \"education\"\nessential = true\n");
        }
        text += "[[lender]]\nid = \"a\"\nname = \"示例消费金融\"\nkind = \"consumer-finance-company\"\nregion = \"CN\"\n";
        for (n, (principal, interest, penalty, months, waive, what, count, cut)) in debts.iter().enumerate() {
            text += &format!(
                "[[debt]]\nid = \"d-{n}\"\nlender = \"a\"\nproduct = \"consumer-loan\"\noldest-unpaid = 2026-0{}-20\n[[debt.claim]]\non = 2026-11-01\nprincipal = \"{principal}\"\ninterest = \"{interest}\"\npenalty = \"{penalty}\"\nfees = \"0\"\n\
                 [debt.room]\nmax-months = {months}\nfreeze = true\nwaive = {{ penalty = \"{waive}%\" }}\n",
                1 + n * 4
            );
            let line = |from: &str, status: &str| format!(
                "[[offer]]\nid = \"o-{n}\"\ndebt = \"d-{n}\"\nfrom = \"{from}\"\non = 2026-11-05\nterms = \"waive penalty={cut}%; instalments {count}\"\nstatus = \"{status}\"\n"
            );
            text += &match what {
                1 => line("lender", "open"),
                2 => line("borrower", "open"),
                3 => line("borrower", "planned"),
                4 => line("lender", "refused"),
                _ => String::new(),
            };
        }
        text
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_random_ledger_speaks_above_its_ladder(text in ledgers()) {
        let ledger = read(&text);
        for at in 0..ledger.debts.len() {
            never_above(&ledger, at, date(TODAY))?;
        }
    }
}

/// Provenance: the first day by hand from each ledger. Two days after the next pay day, else a month from today; an
/// extension keeps the contract's own due day, the first one that is not before that.
#[test]
fn one_earliest_day_for_a_debt_and_an_answer_asked_for_before_it() {
    use super::goldens::brief;
    for (name, debt, earliest, extended) in [
        // Paid on the 8th; due on the 18th.
        ("suning-four-channels", "sn-1", "2026-12-10", "2026-12-18"),
        // Paid on the 25th: the due day, the 19th, comes before the money in its month.
        ("yalian-reminders", "yl-1", "2026-11-27", "2026-11-27"),
        // No pay day is known; due on the 20th.
        ("zhaolian-home-visit", "zl-long", "2026-12-16", "2026-12-20"),
        // Paid on the 7th; due on the 9th.
        ("yalian-hongkong", "uaf-1", "2026-12-09", "2026-12-09"),
        // Paid on the 15th; the contract is over, and no due day is kept.
        ("zhaolian-bad-debt", "zl-1", "2026-12-17", "2026-12-17"),
    ] {
        let first = |terms| brief(name, debt, TODAY, Some(terms)).first_date().unwrap();
        assert_eq!(first("extend 36"), date(extended), "{name}");
        assert!(first("instalments 36") >= date(earliest), "{name}");
        for terms in ["extend 36", "instalments 36", "freeze; instalments 24"] {
            let brief = brief(name, debt, TODAY, Some(terms));
            let first = brief.first_date().unwrap();
            for letter in [Letter::Extension, Letter::Proposal, Letter::Hardship] {
                let until = wait(letter, &brief, date(TODAY)).until.unwrap();
                assert!(until < first, "{name} {terms}: {until} {first}");
            }
            assert!(brief.reply_by() < first && brief.no_time_to_answer().is_none());
        }
        // What names no terms speaks of the same day, or of one that stands.
        let plain = brief(name, debt, TODAY, None);
        assert!(plain.reply_by() < plain.first_date().unwrap(), "{name}");
    }
    let moved = brief("suning-four-channels", "sn-1", TODAY, Some("extend 36")).moved;
    let moved = moved.map(|moved| (moved.from, moved.to));
    assert_eq!(moved, Some((date("2026-11-18"), date("2026-12-18"))));
    // A day that was named stands, and is told where nobody can answer before it.
    let named = brief(
        "suning-four-channels",
        "sn-1",
        TODAY,
        Some("first-due 2026-11-16; instalments 24"),
    );
    assert_eq!(named.moved, None);
    assert_eq!(named.no_time_to_answer(), Some(date("2026-11-16")));
    let told = forbear::letters::warning::of_letter(&named, Letter::Proposal);
    assert!(told.contains(&Warning::NoTimeToAnswer(date("2026-11-16"))));
}

/// A payment order whose last day is Thursday 26 November: an answer is asked for by the Wednesday before, not in two
/// weeks; once the day is over, in the usual time again.
#[test]
fn an_answer_is_asked_for_before_a_court_papers_last_day() {
    let clock = |until: &str| {
        house(&format!(
            "\n[[clock]]\nwhat = \"支付令\"\ndebt = \"a-1\"\nkind = \"court\"\nuntil = {until}\n"
        ))
    };
    let by = |text: &str| of(&read(text), None).reply_by().to_string();
    let usual = by(&house(""));
    assert!(usual.as_str() > "2026-11-26", "{usual}");
    assert_eq!(by(&clock("2026-11-26")), "2026-11-25");
    assert_eq!(by(&clock("2026-11-02")), usual);
}

//! The practice call: every place reached, every way through ends, no line above the ladder, three equal trees, and
//! what people type is understood or honestly not.

use super::figures::ledgers;
use super::{Lang, Ledger, Money, date, lint};
use chrono::NaiveDate;
use forbear::domain::Region;
use forbear::domain::vocabulary::Vocabulary;
use forbear::engine::capacity::capacity;
use forbear::i18n::Words;
use forbear::letters::figures::FigureFrom;
use forbear::letters::rehearsal::review::Asked as AskedLaw;
use forbear::letters::rehearsal::tree::{self, Choice, FILES, PointKind, Tree};
use forbear::letters::rehearsal::{Call, Heard, Scene, Temper};
use forbear::letters::{Asked, Brief, gather, objections};
use forbear::report::Report;
use forbear::report::document::{Block, Document};
use forbear::report::rehearse::RehearseReport;
use forbear::rules::Books;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Example, debt.
const SITUATIONS: &[(&str, &str)] = &[
    ("zhaolian-bad-debt", "zl-1"),
    ("zhaolian-home-visit", "zl-long"),
    ("suning-four-channels", "sn-1"),
    ("yalian-reminders", "yl-2"),
    ("mengshang-extension", "ms-1"),
    ("yalian-hongkong", "uaf-1"),
    ("many-lenders", "jiang-card"),
    ("many-lenders", "ming-1"),
    ("many-lenders", "biaojie"),
];

const TODAY: &str = "2026-11-16";

struct House {
    ledger: Ledger,
    at: usize,
    on: NaiveDate,
    brief: Brief,
}

impl House {
    fn of(ledger: Ledger, at: usize) -> House {
        let on = date(TODAY);
        let brief = gather(&ledger, &ledger.debts[at], on, Asked::default()).unwrap();
        House {
            ledger,
            at,
            on,
            brief,
        }
    }

    fn example(name: &str, debt: &str) -> House {
        House::read(&example(name), debt)
    }

    fn read(text: &str, debt: &str) -> House {
        let ledger = forbear::store::parse::parse(text, "ledger.toml")
            .unwrap()
            .ledger;
        let at = ledger
            .debts
            .iter()
            .position(|one| one.id.as_str() == debt)
            .unwrap();
        House::of(ledger, at)
    }

    fn law(&self) -> AskedLaw<'_> {
        AskedLaw {
            ledger: &self.ledger,
            debt: &self.ledger.debts[self.at],
            as_of: self.on,
            books: Books::built_in(),
        }
    }

    fn report(&self, call: &Call<'_>, lang: Lang) -> RehearseReport {
        call.report(self.law(), &Words::new(lang)).unwrap()
    }

    /// The most any month may bear: asked of the engine, not of the texts.
    fn most(&self) -> Option<Money> {
        if self.ledger.incomes.is_empty() && self.ledger.expenses.is_empty() {
            return None;
        }
        let debt = &self.ledger.debts[self.at].id;
        let months = capacity(&self.ledger, self.on, 132, Some(debt)).unwrap();
        months
            .months
            .iter()
            .map(|month| month.offerable)
            .chain([months.offerable])
            .max()
    }
}

fn example(name: &str) -> String {
    let path = format!("{}/examples/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// Every state of a call, once: what is shown, and what follows each answer.
struct Walk<'a> {
    house: &'a House,
    lang: Lang,
    seen: BTreeSet<String>,
    scenes: Vec<Scene>,
    /// Without words: the shape that must be alike in every language.
    shape: BTreeSet<String>,
    ends: BTreeMap<String, RehearseReport>,
}

impl<'a> Walk<'a> {
    fn through(house: &'a House, temper: Temper, lang: Lang) -> Walk<'a> {
        let mut walk = Walk {
            house,
            lang,
            seen: BTreeSet::new(),
            scenes: Vec::new(),
            shape: BTreeSet::new(),
            ends: BTreeMap::new(),
        };
        let call = Call::new(&house.brief, temper, lang);
        assert!(!call.is_over(), "it begins");
        walk.on(&call, 0);
        walk
    }

    fn on(&mut self, call: &Call<'_>, depth: usize) {
        assert!(depth < 20, "a call that does not end");
        let Some(scene) = call.scene().unwrap() else {
            let turn = call.turns().last().unwrap();
            let end = turn.choice.and_then(|choice| choice.end.clone());
            let end = end.expect("a call ends where the data says so");
            let (house, lang) = (self.house, self.lang);
            self.ends
                .entry(end)
                .or_insert_with(|| house.report(call, lang));
            return;
        };
        if !self.seen.insert(format!("{scene:?}")) {
            return;
        }
        assert!(
            scene.choices.len() >= 2,
            "{}: something to choose",
            scene.node
        );
        let ids: Vec<&str> = scene.choices.iter().map(|one| one.id).collect();
        for number in 1..=scene.choices.len() {
            let mut next = call.clone();
            assert_eq!(next.hear(&number.to_string()).unwrap(), Heard::Went);
            let to = next.scene().unwrap().map_or("the end", |scene| scene.node);
            self.shape
                .insert(format!("{} {ids:?} {number} {to}", scene.node));
            self.on(&next, depth + 1);
        }
        let mut yes = call.clone();
        if yes.hear("好的").unwrap() == Heard::Went {
            self.shape.insert(format!("{} yes", scene.node));
            self.on(&yes, depth + 1);
        }
        self.scenes.push(scene);
    }
}

fn tempers() -> impl Iterator<Item = Temper> {
    Temper::ALL.iter().copied()
}

fn langs() -> impl Iterator<Item = Lang> {
    Lang::ALL.iter().copied()
}

fn trees() -> [&'static Tree; 2] {
    [tree::of(Region::Cn), tree::of(Region::Hk)]
}

#[test]
fn the_files_are_read_whole() {
    for (text, tree) in FILES.iter().zip(trees()) {
        let file: toml::Table = toml::from_str(text).unwrap();
        assert_eq!(file["node"].as_array().unwrap().len(), tree.nodes().len());
    }
    let after: toml::Table = toml::from_str(FILES[2]).unwrap();
    for tree in trees() {
        assert_eq!(after["end"].as_array().unwrap().len(), tree.ends().len());
        assert_eq!(
            after["point"].as_array().unwrap().len(),
            tree.points().len()
        );
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{id} twice");
    }
}

#[test]
fn every_choice_leads_somewhere_and_says_something() {
    for tree in trees() {
        unique(tree.nodes().iter().map(|node| &node.id));
        unique(tree.ends().iter().map(|end| &end.id));
        unique(tree.points().iter().map(|point| &point.id));
        for node in tree.nodes() {
            unique(node.choices.iter().map(|choice| &choice.id));
            assert_eq!(node.needs.is_empty(), node.otherwise.is_none());
            for rule in &node.rules {
                assert!(
                    forbear::rules::show(Books::built_in(), rule).is_some(),
                    "{rule}"
                );
            }
            for choice in &node.choices {
                checked(tree, &node.id, choice);
            }
        }
    }
}

fn checked(tree: &Tree, node: &str, choice: &Choice) {
    let at = format!("{node}/{}", choice.id);
    match (&choice.to, &choice.end) {
        (Some(to), None) => assert!(tree.node(to).is_some(), "{at} to {to}"),
        (None, Some(end)) => assert!(tree.end(end).is_some(), "{at} ends {end}"),
        _ => panic!("{at} has one way on"),
    }
    match (&choice.text, &choice.says) {
        (Some(_), None) => {}
        (None, Some(says)) => {
            let (id, which) = says.split_once(':').unwrap();
            assert!(matches!(which, "say" | "again"), "{at}");
            assert!(objections::find(tree.region, id).is_some(), "{at}: {id}");
        }
        _ => panic!("{at} has one text"),
    }
    let point = tree.points().iter().find(|one| one.id == choice.point);
    let kind = point
        .unwrap_or_else(|| panic!("{at}: {}", choice.point))
        .kind;
    if !choice.act {
        assert_eq!(kind, PointKind::Well, "{at}: a line we give is a good one");
        assert!(!choice.hear.is_empty(), "{at} can be said freely");
    }
}

#[test]
fn everything_is_reached_and_nothing_goes_in_circles() {
    // What the review says is shared: each of it belongs to a choice of one region or both.
    let mut points = BTreeSet::new();
    for tree in trees() {
        let mut reached = BTreeSet::new();
        let mut ends = BTreeSet::new();
        let mut open: Vec<(String, Vec<String>)> = Vec::new();
        let specials = [
            tree::Special::Court,
            tree::Special::OldDebt,
            tree::Special::NotALender,
            tree::Special::Private,
        ];
        for temper in tempers() {
            open.push((tree.start(None, temper).0.unwrap().id.clone(), Vec::new()));
        }
        for special in specials {
            let start = tree.start(Some(special), Temper::Manager).0.unwrap();
            open.push((start.id.clone(), Vec::new()));
        }
        while let Some((id, way)) = open.pop() {
            assert!(!way.contains(&id), "in circles: {way:?} {id}");
            let node = tree.node(&id).unwrap();
            reached.insert(id.clone());
            let mut way = way;
            way.push(id);
            let mut next: Vec<String> = Vec::new();
            for choice in &node.choices {
                points.insert(choice.point.clone());
                ends.extend(choice.end.clone());
                next.extend(choice.to.clone());
            }
            next.extend(node.otherwise.clone());
            // Free words lead there from everywhere.
            if !["said-yes", "gave-code"].contains(&node.id.as_str()) {
                next.extend(["said-yes", "gave-code"].map(str::to_owned));
            }
            next.sort();
            next.dedup();
            open.extend(next.into_iter().map(|to| (to, way.clone())));
        }
        assert_eq!(reached.len(), tree.nodes().len(), "{reached:?}");
        assert_eq!(ends.len(), tree.ends().len(), "{ends:?}");
    }
    assert_eq!(
        points.len(),
        tree::of(Region::Cn).points().len(),
        "{points:?}"
    );
}

/// The amounts in a line: digits with a currency beside them.
fn amounts(line: &str) -> Vec<Money> {
    let signs: Vec<char> = line.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let start = at;
        while at < signs.len() && (signs[at].is_ascii_digit() || ",.".contains(signs[at])) {
            at += 1;
        }
        if at > start {
            let text: String = signs[start..at].iter().filter(|c| **c != ',').collect();
            let before = start.checked_sub(1).map(|i| signs[i]);
            let money = matches!(before, Some('¥' | '$')) || signs.get(at) == Some(&'元');
            let text = text.trim_end_matches('.');
            if money && !text.is_empty() {
                found.push(Money::parse(text).unwrap());
            }
        }
        at += 1;
    }
    found
}

/// Every line of the borrower: what the linter says, and whether an amount passes what any month can bear.
fn lines_hold(walk: &Walk<'_>, most: Option<Money>) {
    let brief = &walk.house.brief;
    let agreed = matches!(
        brief.from,
        FigureFrom::Agreement(_) | FigureFrom::Accepted(_)
    );
    let papers: String = brief
        .borrower
        .hardship
        .iter()
        .flat_map(|ground| ground.evidence.iter().map(ToString::to_string))
        .collect();
    for scene in &walk.scenes {
        let mut page = Document::new("", walk.lang);
        page.paragraph(scene.they.clone());
        for choice in &scene.choices {
            if choice.act {
                page.paragraph(choice.text.clone());
                assert_eq!(amounts(&choice.text), [], "{}", choice.text);
                continue;
            }
            page.push(Block::Quote(choice.text.clone()));
            for sum in amounts(&choice.text) {
                let most = most.unwrap_or_else(|| panic!("no budget, no figure: {}", choice.text));
                assert!(agreed || sum <= most, "{sum} > {most}: {}", choice.text);
                let limit = brief.limit_monthly().unwrap();
                assert!(sum <= limit, "{sum} > {limit}: {}", choice.text);
            }
        }
        // A paper keeps the name the borrower gave its file.
        let mut problems = lint::script(&page, brief);
        problems.retain(
            |problem| !matches!(problem, lint::Problem::NotHongKong(word) if papers.contains(word)),
        );
        assert_eq!(problems, [], "{} in {}", scene.node, walk.lang);
    }
    for (end, report) in &walk.ends {
        assert!(report.finished, "{end}");
        let log = report.log.as_ref().unwrap();
        assert!(log.line.contains("--at HH:MM"), "{}", log.line);
        // A yes to the other side's figure is their line, not one of ours.
        assert!(
            end == "said-yes" || report.review.inside_ladder != Some(false),
            "{end}"
        );
        // The names of instruments stand as they were published.
        let mut report = report.clone();
        for answer in &mut report.review.answers {
            answer.sources.clear();
        }
        let document = report.document(&Words::new(walk.lang));
        let mut problems = lint::everywhere(&document);
        problems.retain(
            |problem| !matches!(problem, lint::Problem::NotHongKong(word) if papers.contains(word)),
        );
        assert_eq!(problems, [], "{end} in {}", walk.lang);
    }
}

#[test]
fn every_way_through_ends_and_no_line_passes_the_ladder() {
    let mut outcomes = BTreeSet::new();
    for (name, debt) in SITUATIONS {
        let house = House::example(name, debt);
        for temper in tempers() {
            let mut shapes = Vec::new();
            for lang in langs() {
                let walk = Walk::through(&house, temper, lang);
                lines_hold(&walk, house.most());
                for report in walk.ends.values() {
                    outcomes.insert(report.log.as_ref().unwrap().outcome);
                }
                shapes.push(walk.shape);
            }
            assert!(shapes[0] == shapes[1] && shapes[1] == shapes[2], "{name}");
        }
    }
    assert!(outcomes.len() >= 3, "{outcomes:?}");
}

#[test]
fn without_a_budget_no_figure_is_put_into_the_borrowers_mouth() {
    for (name, debt) in [("zhaolian-bad-debt", "zl-1"), ("yalian-hongkong", "uaf-1")] {
        let whole = example(name);
        let mut bare = String::new();
        let mut skipping = false;
        for line in whole.lines() {
            if line.starts_with('[') {
                skipping = [
                    "[[income",
                    "[income",
                    "[[expense",
                    "[[offer",
                    "[[agreement",
                    "[budget",
                ]
                .iter()
                .any(|table| line.starts_with(table));
            }
            if !skipping {
                bare.push_str(line);
                bare.push('\n');
            }
        }
        let house = House::read(&bare, debt);
        assert_eq!(house.most(), None);
        for temper in tempers() {
            for lang in langs() {
                lines_hold(&Walk::through(&house, temper, lang), None);
            }
        }
    }
}

#[test]
fn an_old_debt_a_court_paper_and_no_licence_never_speak_of_money() {
    let court = House::example("suning-four-channels", "sn-1");
    let call = Call::new(&court.brief, Temper::PushyCollector, Lang::ZhHans);
    assert!(call.is_special());
    let text = example("zhaolian-bad-debt");
    let unlicensed = text.replacen(
        "kind = \"consumer-finance-company\"",
        "kind = \"unlicensed\"",
        1,
    );
    assert_ne!(text, unlicensed);
    let unlicensed = House::read(&unlicensed, "zl-1");
    let mut old = House::example("zhaolian-bad-debt", "zl-1");
    old.brief.limitation = Some(forbear::domain::Limitation {
        not_before: Some(date("2026-11-01")),
        since: Some(date("2023-11-01")),
        event: None,
        confidence: forbear::domain::limitation::Confidence::Fair,
        near: true,
        over: true,
    });
    for house in [court, unlicensed, old] {
        for lang in langs() {
            let walk = Walk::through(&house, Temper::Manager, lang);
            lines_hold(&walk, house.most());
            for scene in &walk.scenes {
                for choice in &scene.choices {
                    assert_eq!(amounts(&choice.text), [], "{}", choice.text);
                }
            }
        }
    }
}

/// The facts a text asks for.
fn slots(text: &str) -> BTreeSet<String> {
    text.split("{{")
        .skip(1)
        .map(|rest| rest.split("}}").next().unwrap().trim().to_owned())
        .collect()
}

#[test]
fn the_three_languages_say_the_same_facts() {
    let alike = |what: &str, text: &tree::Text| {
        let each: Vec<BTreeSet<String>> = langs().map(|lang| slots(text.get(lang))).collect();
        assert!(each[0] == each[1] && each[1] == each[2], "{what}: {each:?}");
        for lang in langs() {
            assert!(!text.get(lang).trim().is_empty(), "{what} in {lang}");
        }
    };
    for tree in trees() {
        for node in tree.nodes() {
            alike(&node.id, &node.they);
            if let Some(answer) = &node.answer {
                alike(&node.id, answer);
            }
            for choice in &node.choices {
                if let Some(text) = &choice.text {
                    alike(&format!("{}/{}", node.id, choice.id), text);
                }
            }
        }
        for end in tree.ends() {
            alike(&end.id, &end.summary);
            alike(&end.id, &end.write);
        }
        for point in tree.points() {
            alike(&point.id, &point.text);
        }
    }
}

/// Says each line and gives back the choices it was taken for.
fn said(
    house: &House,
    temper: Temper,
    lang: Lang,
    lines: &[&str],
) -> (Vec<String>, RehearseReport) {
    let mut call = Call::new(&house.brief, temper, lang);
    for line in lines {
        assert_eq!(
            call.hear(line).unwrap(),
            Heard::Went,
            "{line}: {:?}",
            call.scene()
        );
    }
    let report = house.report(&call, lang);
    let choices = report.turns.iter().map(|turn| turn.choice.clone());
    (choices.collect(), report)
}

#[test]
fn free_words_are_understood_in_three_languages() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    let expected = [
        "ask-who",
        "not-today",
        "own-debt",
        "their-right",
        "offer",
        "same-figure",
        "own-account-only",
        "by-message",
    ];
    let offer = house.brief.monthly().unwrap();
    let zh = format!("每月能还{offer}元");
    let en = format!("I can manage ¥{offer} a month");
    for (lang, lines) in [
        (
            Lang::ZhHans,
            [
                "你是谁啊，哪家公司的",
                "今天付不了",
                "家里人没有借钱，有事找我",
                "那是您的权利，我没有要躲",
                zh.as_str(),
                "再多我就会断了",
                "没核实我不转账",
                "发短信给我吧",
            ],
        ),
        (
            Lang::ZhHant,
            [
                "請問哪間公司，編號多少",
                "今日付不了",
                "家人沒有借，找我就可以",
                "那是您的權利",
                zh.as_str(),
                "再多就會斷",
                "未核實我不轉賬",
                "發短訊給我",
            ],
        ),
        (
            Lang::En,
            [
                "Who is this, and which company?",
                "I can't pay today",
                "My family takes no part in this, the debt is mine",
                "That is your right, I am not hiding",
                en.as_str(),
                "Any more and I would break it",
                "I transfer nothing I have not checked",
                "Send me a message, please",
            ],
        ),
    ] {
        let (choices, report) = said(&house, Temper::PushyCollector, lang, &lines);
        assert_eq!(choices, expected, "{lang}");
        assert_eq!(report.review.said, Some(offer));
        assert_eq!(report.review.inside_ladder, Some(true));
        assert!(report.turns.iter().all(|turn| turn.typed));
    }
}

#[test]
fn what_is_not_understood_is_said_so_and_nothing_moves() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    for lang in langs() {
        let mut call = Call::new(&house.brief, Temper::PushyCollector, lang);
        let before = call.scene().unwrap();
        for odd in [
            "嗯嗯啊啊",
            "the weather is fine today",
            "？？？",
            "\u{1b}[31m",
            "😀",
            "好的",
        ] {
            // Nothing was asked for yet: a yes is no answer either.
            assert_eq!(call.hear(odd).unwrap(), Heard::Unsure, "{odd}");
        }
        for none in ["0", "9", "４"] {
            assert_eq!(call.hear(none).unwrap(), Heard::NoSuchChoice, "{none}");
        }
        assert_eq!(call.scene().unwrap(), before);
        assert_eq!(call.hear("Q").unwrap(), Heard::Stopped);
        assert!(call.is_over());
        let report = house.report(&call, lang);
        assert!(!report.finished && report.log.is_none());
    }
}

#[test]
fn a_figure_above_the_ladder_is_noted_and_not_praised() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    let limit = house.brief.limit_monthly().unwrap();
    let above = limit + Money::parse("100").unwrap();
    let line = format!("那就每个月{above}元");
    let (_, report) = said(
        &house,
        Temper::Manager,
        Lang::ZhHans,
        &[&line, "same-as-the-rest", "once-i-see-it"],
    );
    assert!(report.turns[0].above_limit);
    assert_eq!(report.turns[0].amount, Some(above));
    assert_eq!(report.review.inside_ladder, Some(false));
    // The manager agrees to what was said, and the log would say so: above the ladder, and told so.
    let promised = report.review.promised.unwrap();
    assert_eq!(promised.amount, above);
    assert_eq!(report.review.notes.len(), 1);
    let praise = &tree::of(Region::Cn)
        .points()
        .iter()
        .find(|point| point.id == "one-figure")
        .unwrap()
        .text
        .zh_hans;
    assert!(!report.review.went_well.contains(praise));
}

#[test]
fn a_yes_too_fast_can_be_taken_back() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    let (choices, report) = said(
        &house,
        Temper::PushyCollector,
        Lang::ZhHans,
        &["listen", "好吧，我还", "等一下，做不到的我不说"],
    );
    assert_eq!(choices, ["listen", "yes", "take-it-back"]);
    assert_eq!(report.review.promised, None);
    let (_, left) = said(
        &house,
        Temper::PushyCollector,
        Lang::ZhHans,
        &["listen", "行", "left-it"],
    );
    // The whole overdue sum, today: far above a month's limit.
    let promised = left.review.promised.unwrap();
    assert_eq!(Some(promised.amount), house.brief.overdue);
    assert_eq!(promised.on, Some(house.on));
    assert_eq!(left.review.inside_ladder, Some(false));
}

/// Says one thing after the first answer, and looks at the review.
fn after_the_first(house: &House, lang: Lang, line: &str) -> RehearseReport {
    let mut call = Call::new(&house.brief, Temper::PushyCollector, lang);
    for line in ["1", line] {
        assert_eq!(call.hear(line).unwrap(), Heard::Went, "{line}");
    }
    call.stop();
    house.report(&call, lang)
}

#[test]
fn a_sum_above_the_ladder_is_heard_wherever_it_is_said_and_the_review_does_not_contradict_itself() {
    let cn = House::example("zhaolian-bad-debt", "zl-1");
    let hk = House::example("yalian-hongkong", "uaf-1");
    for (house, lang, line, sum) in [
        (&cn, Lang::ZhHans, "我每个月一千五没问题", "1500"),
        (&cn, Lang::ZhHans, "我今天就转五万", "50000"),
        (&cn, Lang::ZhHans, "3月5号之前还清三万", "30000"),
        (&cn, Lang::ZhHant, "我一個月可以還兩千", "2000"),
        (&cn, Lang::En, "I can pay two thousand a month", "2000"),
        (&hk, Lang::ZhHant, "我今個月過數一萬蚊畀你", "10000"),
        (
            &hk,
            Lang::En,
            "I will transfer fifty thousand dollars today",
            "50000",
        ),
    ] {
        let sum = Money::parse(sum).unwrap();
        let report = after_the_first(house, lang, line);
        assert_eq!(report.turns[1].amount, Some(sum), "{line}");
        assert!(report.turns[1].above_limit, "{line}");
        assert_eq!(report.review.said, Some(sum), "{line}");
        assert_eq!(report.review.promised.unwrap().amount, sum, "{line}");
        assert_eq!(report.review.inside_ladder, Some(false), "{line}");
        assert_eq!(report.review.notes.len(), 1, "{line}");
        let words = Words::new(lang);
        let told = format!("{:?}", report.document(&words));
        assert!(
            !told.contains(&words.text("rehearse-promised-nothing")),
            "{line}"
        );
    }
}

/// A rash sum, then one that can be kept: what was promised in the end is not called too much.
#[test]
fn a_promise_inside_the_ladder_is_told_so_whatever_was_said_before() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    let mut call = Call::new(&house.brief, Temper::PushyCollector, Lang::ZhHans);
    for line in ["1", "我今天就转五万", "我每个月还八百二十块一毛二"] {
        assert_eq!(call.hear(line).unwrap(), Heard::Went, "{line}");
    }
    call.stop();
    let report = house.report(&call, Lang::ZhHans);
    let words = Words::new(Lang::ZhHans);
    let told = format!("{:?}", report.document(&words));
    assert!(told.contains("您说了 50,000元"), "{told}");
    assert_eq!(report.review.promised.unwrap().amount.to_string(), "820.12");
    assert!(told.contains("在账本能守住的范围内"), "{told}");
    assert!(!told.contains("比账本能守住的多"), "{told}");
}

#[test]
fn a_sum_the_ledger_can_keep_goes_on_as_an_offer_wherever_it_is_said() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    for (lang, line, sum) in [
        (Lang::ZhHans, "我每个月还八百二十块一毛二", "820.12"),
        (Lang::ZhHans, "七百三十一块九毛五", "731.95"),
        (Lang::En, "I can pay eight hundred yuan a month", "800"),
    ] {
        let report = after_the_first(&house, lang, line);
        let sum = Money::parse(sum).unwrap();
        assert_eq!(report.turns[1].choice, "offer", "{line}");
        assert_eq!(report.review.said, Some(sum), "{line}");
        assert_eq!(report.review.promised, None, "{line}");
        assert_eq!(report.review.inside_ladder, Some(true), "{line}");
    }
}

#[test]
fn a_sum_taken_back_is_still_one_that_was_said() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    let (choices, report) = said(
        &house,
        Temper::PushyCollector,
        Lang::ZhHans,
        &["1", "我今天就转五万", "等一下，做不到的我不说"],
    );
    assert_eq!(choices, ["ask-who", "sum", "take-it-back"]);
    assert_eq!(report.review.promised, None);
    assert_eq!(report.review.said, Some(Money::parse("50000").unwrap()));
    // It was taken back: the log tells no figure.
    assert_eq!(report.log.unwrap().told_monthly, None);
}

#[test]
fn a_code_read_out_draws_the_warning_and_a_way_to_stop() {
    for (name, debt) in [("zhaolian-bad-debt", "zl-1"), ("yalian-hongkong", "uaf-1")] {
        let house = House::example(name, debt);
        for (lang, line) in [
            (Lang::ZhHans, "验证码是123456"),
            (Lang::ZhHant, "驗證碼係一二三四五六"),
            (Lang::En, "the code is 123 456"),
        ] {
            let mut call = Call::new(&house.brief, Temper::PushyCollector, lang);
            for line in ["1", line] {
                assert_eq!(call.hear(line).unwrap(), Heard::Went, "{line}");
            }
            let scene = call.scene().unwrap().unwrap();
            assert_eq!(scene.node, "gave-code");
            let mut stays = call.clone();
            assert_eq!(stays.hear("stayed-on").unwrap(), Heard::Went);
            assert_eq!(call.hear("hang-up-now").unwrap(), Heard::Went);
            for call in [&call, &stays] {
                let report = house.report(call, lang);
                let warning = Words::new(lang).text("rehearse-code");
                assert_eq!(report.review.notes, [warning], "{line}");
                assert_eq!(report.review.said, None, "the digits are no sum");
                let log = report.log.unwrap();
                assert_eq!(log.follow_up, Some(house.on));
            }
        }
    }
}

#[test]
fn a_complaint_in_anger_gets_a_calm_answer_and_their_question_again() {
    for (name, debt) in [("zhaolian-bad-debt", "zl-1"), ("yalian-hongkong", "uaf-1")] {
        let house = House::example(name, debt);
        for (lang, line) in [
            (Lang::ZhHans, "我要投诉你到12378"),
            (Lang::ZhHant, "我要去金管局投訴你"),
            (Lang::En, "I will complain about you to the regulator"),
        ] {
            let mut call = Call::new(&house.brief, Temper::PushyCollector, lang);
            assert_eq!(call.hear("1").unwrap(), Heard::Went);
            let before = call.scene().unwrap().unwrap();
            assert_eq!(call.hear(line).unwrap(), Heard::Went, "{line}");
            let after = call.scene().unwrap().unwrap();
            assert_eq!(after.choices, before.choices);
            assert_ne!(after.they, before.they);
            assert!(after.they.ends_with(&before.they));
            // Once answered, the calm words do not come again.
            assert_eq!(call.hear("1").unwrap(), Heard::Went);
            let report = house.report(&call, lang);
            assert_eq!(report.turns[1].choice, "complaint");
            assert_eq!(report.turns[1].amount, None);
            assert!(!report.review.notes.is_empty(), "{line}");
            let told: Vec<&str> = report
                .review
                .answers
                .iter()
                .map(|one| one.text.as_str())
                .collect();
            let mut once = told.clone();
            once.dedup();
            assert_eq!(told, once, "each answer once");
        }
    }
}

#[test]
fn whoever_says_that_life_is_too_much_is_given_a_number_to_ring() {
    for (name, debt, number) in [
        ("zhaolian-bad-debt", "zl-1", "12356"),
        ("yalian-hongkong", "uaf-1", "18111"),
    ] {
        let house = House::example(name, debt);
        for (lang, line) in [
            (Lang::ZhHans, "我真的不想活了"),
            (Lang::ZhHant, "我唔想做人喇"),
            (Lang::En, "I just want to die"),
        ] {
            let mut call = Call::new(&house.brief, Temper::PushyCollector, lang);
            assert_eq!(call.hear("1").unwrap(), Heard::Went);
            assert_eq!(call.hear(line).unwrap(), Heard::Despair, "{line}");
            assert!(call.is_over() && call.is_despair());
            let notes = house.report(&call, lang).review.notes;
            assert!(notes[0].contains(number), "{notes:?}");
        }
    }
}

#[test]
fn complaints_demands_and_relatives_in_free_words_are_noted_kindly() {
    let house = House::example("zhaolian-bad-debt", "zl-1");
    let (_, report) = said(
        &house,
        Temper::PushyCollector,
        Lang::ZhHans,
        &["哪家公司？不说我就投诉", "你们必须用官方短信发来"],
    );
    let notes = report.review.notes.join("\n");
    assert!(notes.contains("投诉") && notes.contains("必须"), "{notes}");
    for blame in ["错", "不该", "不应该"] {
        assert!(!notes.contains(blame), "{notes}");
    }
}

#[test]
fn each_pushy_line_is_answered_with_a_source_or_named_as_practice() {
    for (name, debt) in SITUATIONS {
        let house = House::example(name, debt);
        for lang in langs() {
            let walk = Walk::through(&house, Temper::PushyCollector, lang);
            for report in walk.ends.values() {
                for answer in &report.review.answers {
                    assert_eq!(
                        answer.sources.is_empty(),
                        answer.level == forbear::domain::Level::Practice,
                        "{answer:?}"
                    );
                    for source in &answer.sources {
                        assert!(!source.title.is_empty());
                    }
                }
            }
        }
    }
    // Whoever pressed through the family said something the book has a rule for; which one depends on the lender.
    let (_, cn) = said(
        &House::example("zhaolian-bad-debt", "zl-1"),
        Temper::PushyCollector,
        Lang::En,
        &["1", "1", "1"],
    );
    let family = &cn.review.answers[2];
    assert!(
        family
            .sources
            .iter()
            .any(|one| one.title.contains("Consumer Finance Companies")),
        "{family:?}"
    );
    let (_, hk) = said(
        &House::example("yalian-hongkong", "uaf-1"),
        Temper::PushyCollector,
        Lang::En,
        &["1", "1", "1"],
    );
    assert!(
        hk.review.answers[2]
            .sources
            .iter()
            .all(|one| one.rule.starts_with("hk-"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn random_ledgers_put_nothing_above_their_ladder_into_the_borrowers_mouth(text in ledgers()) {
        let ledger = forbear::store::parse::parse(&text, "ledger.toml").unwrap().ledger;
        let house = House::of(ledger, 0);
        for temper in tempers() {
            lines_hold(&Walk::through(&house, temper, Lang::ZhHans), house.most());
        }
    }
}

/// Within 21 months, the last rung takes all of them; the first asks for 18 and so for more a month than the last, and
/// than the borrower's own offer of 15 with most of the penalty waived. The limit is the most that is named.
#[test]
fn the_limit_is_not_below_a_rung_that_is_named() {
    let text = r#"version = 1
currency = "CNY"
budget = { share = "67%" }
income = [{ name = "工资", amount = "9963", every = "month", pay-day = 1 }]
expense = [
    { name = "开支", amount = "3832", every = "month", category = "food", essential = true },
    { name = "学费", amount = "658", every = "once", on = 2027-01-10, category = "education", essential = true },
]
lender = [{ id = "a", name = "示例消费金融", kind = "consumer-finance-company", region = "CN" }]
offer = [{ id = "o-0", debt = "d-0", from = "borrower", on = 2026-11-05, terms = "waive penalty=65%; instalments 15", status = "open" }]
debt = [
    { id = "d-0", lender = "a", product = "consumer-loan", oldest-unpaid = 2026-01-20, room = { max-months = 21, freeze = true, waive = { penalty = "1%" } }, claim = [{ on = 2026-11-01, principal = "5023", interest = "60", penalty = "1800", fees = "0" }] },
    { id = "d-1", lender = "a", product = "consumer-loan", oldest-unpaid = 2026-05-20, claim = [{ on = 2026-11-01, principal = "56396", interest = "185", penalty = "2540", fees = "0" }] },
]
"#;
    let ledger = forbear::store::parse::parse(text, "ledger.toml")
        .unwrap()
        .ledger;
    let house = House::of(ledger, 0);
    // Parts are split each by itself: 5,023.00 + 60.00 + 1,782.00 over 18 is 279.06 + 3.34 + 99.00.
    assert_eq!(house.brief.limit_monthly().unwrap().to_string(), "381.40");
    for temper in tempers() {
        lines_hold(&Walk::through(&house, temper, Lang::ZhHans), house.most());
    }
}

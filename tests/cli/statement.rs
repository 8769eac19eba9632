//! `capacity` in full and as a page for creditors.

use super::planning::ONE;
use crate::support::Sandbox;

/// 5,200.00 a month in, from two sources, one uneven; 4,000.00 of needs; tuition once; a private note on each side.
const HOME: &str = r#"
version = 1
currency = "CNY"
[borrower]
name = "示例"
household = 3
household-note = "母亲同住"
note = "不要写给别人的话"
hardship = [{ kind = "illness", since = 2026-08-20, note = "住院", evidence = ["诊断.pdf"] }]
[budget]
reserve = "200"
[[income]]
name = "工资"
amount = "4000"
every = "month"
evidence = ["流水.pdf"]
note = "老板不知道"
[[income]]
name = "兼职"
amount = "300"
every = "week"
low = "200"
high = "400"
[[expense]]
name = "房租"
amount = "2400"
every = "month"
category = "housing"
essential = true
evidence = ["租约.pdf", "流水.pdf"]
[[expense]]
name = "伙食"
amount = "1600"
every = "month"
category = "food"
essential = true
[[expense]]
name = "学费"
amount = "1500"
every = "once"
on = 2027-03-10
category = "education"
essential = true
[[lender]]
id = "a"
name = "甲公司"
[[lender]]
id = "b"
name = "乙公司"
[[debt]]
id = "a-1"
lender = "a"
oldest-unpaid = 2026-09-20
[[debt.claim]]
on = 2026-11-16
principal = "3000"
interest = "0"
penalty = "0"
fees = "0"
[[debt]]
id = "b-1"
lender = "b"
oldest-unpaid = 2026-09-20
[[debt.claim]]
on = 2026-11-16
principal = "9000"
interest = "0"
penalty = "0"
fees = "0"
"#;

fn home() -> Sandbox {
    Sandbox::new().with_ledger(HOME)
}

#[test]
fn the_statement_adds_up_and_names_what_each_line_rests_on() {
    // 300.00 a week is 1,300.00 a month; 5,300.00 less 4,000.00 and 200.00 is 1,100.00, of it 80 % is 880.00. In
    // March the tuition of 1,500.00 leaves 400.00 missing; that hole is filled in April: 700.00, of it 560.00.
    let page = home().json(&["capacity", "--creditor"]);
    assert_eq!(page["schema"], "forbear.statement.v1");
    assert_eq!(page["income"], "5300.00");
    assert_eq!(page["surplus"], "1100.00");
    assert_eq!(page["share"], "80%");
    assert_eq!(page["offerable"], "880.00");
    assert_eq!(page["lenders"], 2);
    assert_eq!(page["household-note"], "母亲同住");
    assert_eq!(page["shortfalls"][0]["month"], "2027-03");
    assert_eq!(page["shortfalls"][0]["by"], "400.00");
    assert_eq!(page["shortfalls"][0]["because"][0], "学费");
    let month = |at: usize| page["months"][at]["offerable"].clone();
    assert_eq!(page["months"][4]["month"], "2027-03");
    assert_eq!((month(3), month(4)), ("880.00".into(), "0.00".into()));
    assert_eq!((month(5), month(6)), ("560.00".into(), "880.00".into()));
    let items = page["items"].as_array().unwrap();
    assert_eq!(items[1]["monthly"], "1300.00");
    assert_eq!(items[2]["name"], "房租");
    assert_eq!(items[2]["evidence"][1], "流水.pdf");
    // One paper that proves two lines has one number: 诊断 1, 流水 2, 租约 3.
    let text = home().ok(&["capacity", "--creditor"]).out;
    let rent = text.lines().find(|line| line.contains("房租")).unwrap();
    assert!(rent.ends_with("3, 2"), "{rent}");
    assert!(text.contains("2. 流水.pdf"), "{text}");
    assert!(text.contains("March 2027"), "{text}");
}

#[test]
fn a_creditor_sees_no_private_note_and_no_other_lender_unless_asked() {
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        for format in ["text", "markdown", "json", "html"] {
            let args = ["capacity", "--creditor", "a-1", "--format", format];
            let page = home().speaking(lang).ok(&args).out;
            for private in ["老板不知道", "不要写给别人的话", "乙公司", "b-1"] {
                assert!(!page.contains(private), "{lang} {format}: {private}");
            }
            for shown in ["甲公司", "母亲同住", "租约.pdf"] {
                assert!(page.contains(shown), "{lang} {format}: {shown}");
            }
            let named = home().speaking(lang).ok(&[
                "capacity",
                "--creditor",
                "--lenders",
                "--format",
                format,
            ]);
            assert!(named.out.contains("乙公司"), "{lang} {format}");
        }
    }
}

#[test]
fn each_lender_has_its_share_of_the_same_sum_m5() {
    // 880.00 by 3,000.00 and 9,000.00: a quarter, 220.00, and 660.00.
    let page = home().json(&["capacity", "--creditor", "a-1", "--lenders"]);
    assert_eq!(page["for"]["lender"], "甲公司");
    assert_eq!(page["for"]["monthly"], "220.00");
    assert_eq!(page["for"]["share"], "25.00");
    assert_eq!(page["all"][1]["monthly"], "660.00");
}

#[test]
fn the_full_statement_is_for_the_borrower_and_says_what_has_no_paper() {
    let text = home().ok(&["capacity", "--full"]).out;
    assert!(text.contains("老板不知道"), "{text}");
    assert!(
        text.contains("No paper is noted for: 兼职, 伙食, 学费"),
        "{text}"
    );
    assert!(text.contains("proposes half"), "the share is explained");
    let own = ONE.replace("share = \"60%\"", "share = \"95%\"");
    let high = Sandbox::new().with_ledger(&own).ok(&["capacity"]).out;
    assert!(high.contains("your own choice"), "{high}");
}

#[test]
fn expenses_above_income_are_named_month_by_month() {
    // 3,900.00 in, 4,000.00 out: 100.00 is missing in each of the 13 months.
    let poor = ONE.replace("amount = \"5000\"", "amount = \"3900\"");
    let page = Sandbox::new().with_ledger(&poor).json(&["capacity"]);
    let short = page["shortfalls"].as_array().unwrap();
    assert_eq!(short.len(), 13);
    assert!(short.iter().all(|month| month["by"] == "100.00"));
    let statement = Sandbox::new()
        .with_ledger(&poor)
        .ok(&["capacity", "--creditor"]);
    assert!(
        statement.out.contains("time without payments"),
        "{statement:?}"
    );
}

#[test]
fn the_months_reach_the_last_payment_already_spoken_for() {
    // An agreement with a last payment in June 2028: from November 2026 that is the 20th month.
    let agreed = format!(
        "{ONE}[[agreement]]\nid = \"g\"\ndebt = \"a-1\"\nsigned = 2026-11-16\nform = \"written\"\n\
         [[agreement.due]]\non = 2026-12-20\namount = \"100\"\n[[agreement.due]]\non = 2028-06-20\namount = \"100\"\n"
    );
    let page = Sandbox::new().with_ledger(&agreed).json(&["capacity"]);
    assert_eq!(page["months"].as_array().map(Vec::len), Some(20));
    let own = Sandbox::new()
        .with_ledger(&agreed)
        .json(&["capacity", "--months", "3"]);
    assert_eq!(own["months"].as_array().map(Vec::len), Some(3));
}

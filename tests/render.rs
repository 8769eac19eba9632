//! The shapes: small documents in every format, and names that try to act.

use forbear::domain::lang::Lang;
use forbear::domain::money::Money;
use forbear::render::{Format, Look, render};
use forbear::report::document::{Block, Cell, Document, NoteKind, Table};
use proptest::prelude::*;
use snapbox::{assert_data_eq, str};
use unicode_width::UnicodeWidthStr;

fn money(text: &str) -> Cell {
    Cell::Money(Money::parse(text).unwrap())
}

fn sample(lang: Lang, title: &str, columns: [&str; 4], name: &str, sum: &str) -> Document {
    let mut document = Document::new(title, lang);
    document.note(NoteKind::Warning, columns[0]);
    let mut table = Table::new(columns);
    table.row(vec![
        Cell::from(name),
        Cell::Days(45),
        money("12345.6"),
        Cell::Date("2026-01-31".parse().unwrap()),
    ]);
    table.row(vec![
        Cell::from("b-2"),
        Cell::Unknown,
        money("-3"),
        Cell::Empty,
    ]);
    table.total(vec![
        Cell::from(sum),
        Cell::Empty,
        money("12342.6"),
        Cell::Empty,
    ]);
    document.push(Block::Table(table));
    document.push(Block::KeyValues(vec![
        (columns[1].to_owned(), Cell::Percent(0.128_043)),
        (sum.to_owned(), Cell::Count(1200)),
    ]));
    document.push(Block::Command(format!("forbear status {name}")));
    document
}

fn text(document: &Document, width: usize) -> String {
    render(document, Format::Text, &Look::plain(width))
}

#[test]
fn text_in_three_languages_lines_up() {
    let chinese = sample(
        Lang::ZhHans,
        "逾期情况",
        ["贷款方", "逾期天数", "金额", "到期日"],
        "招商银行信用卡",
        "合计",
    );
    // Each Chinese character is two columns wide: the figures stand in the same columns.
    assert_data_eq!(
        text(&chinese, 80),
        str![[r#"
逾期情况
========
注意：贷款方

贷款方          逾期天数       金额  到期日
--------------  --------  ---------  ----------
招商银行信用卡      45天  12,345.60  2026-01-31
b-2                    -      -3.00
--------------  --------  ---------  ----------
合计                      12,342.60

逾期天数  12.80%
合计      1,200

    forbear status 招商银行信用卡

"#]]
    );
    let hong_kong = sample(
        Lang::ZhHant,
        "逾期情況",
        ["貸款方", "逾期日數", "金額", "到期日"],
        "信用卡",
        "合計",
    );
    assert!(text(&hong_kong, 80).contains("\n信用卡      45日  12,345.60  2026-01-31\n"));
    let english = sample(
        Lang::En,
        "Overdue",
        ["Lender", "Days", "Amount", "Due"],
        "Card",
        "Total",
    );
    assert_data_eq!(
        text(&english, 80),
        str![[r#"
Overdue
=======
Careful: Lender

Lender     Days     Amount  Due
------  -------  ---------  ----------
Card    45 days  12,345.60  2026-01-31
b-2           -      -3.00
------  -------  ---------  ----------
Total            12,342.60

Days   12.80%
Total  1,200

    forbear status Card

"#]]
    );
}

#[test]
fn a_table_that_does_not_fit_becomes_records() {
    let document = sample(
        Lang::En,
        "",
        ["Lender", "Days overdue", "Amount", "Due"],
        "A lender with a long name",
        "Total",
    );
    assert_data_eq!(
        text(&document, 34),
        str![[r#"
Careful: Lender

Lender        A lender with a long
              name
Days overdue  45 days
Amount        12,345.60
Due           2026-01-31

Lender        b-2
Days overdue  -
Amount        -3.00

Lender        Total
Amount        12,342.60

Days overdue  12.80%
Total         1,200

    forbear status A lender with a long name

"#]]
    );
}

#[test]
fn long_chinese_texts_wrap_and_keep_their_punctuation() {
    let mut document = Document::new("", Lang::ZhHans);
    document
        .paragraph("我理解您没有权限。请帮我登记还款困难申请，每月能还三百元，十二月二十日开始。");
    document.push(Block::List {
        ordered: true,
        items: vec!["请告诉我工单号和由谁来回复，我会把它记下来。".to_owned()],
    });
    let shown = text(&document, 30);
    assert_data_eq!(
        shown.clone(),
        str![[r#"
我理解您没有权限。请帮我登记还
款困难申请，每月能还三百元，十
二月二十日开始。

1. 请告诉我工单号和由谁来回
   复，我会把它记下来。

"#]]
    );
    for line in shown.lines() {
        assert!(line.width() <= 30, "{line}");
        assert!(!line.starts_with(['，', '。']), "{line}");
    }
}

#[test]
fn colour_only_repeats_what_words_say() {
    let mut document = Document::new("Title", Lang::En);
    document.note(NoteKind::Serious, "the court waits");
    let mut look = Look::plain(80);
    look.colour = true;
    let coloured = render(&document, Format::Text, &look);
    assert!(coloured.contains("\u{1b}["));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, text(&document, 80));
    assert!(plain.contains("Needs action: the court waits"));
}

const HOSTILE: [&str; 8] = [
    "\u{1b}]0;owned\u{7}\u{1b}[2J",
    "=cmd|' /C calc'!A1",
    "＝1+1",
    " @SUM(A1)",
    "<script>alert(1)</script>",
    "\u{202e}00.5 \u{2066}x",
    "a|b\n# c `d` [e](javascript:f) <img src=x onerror=g>",
    "\"><svg/onload=1>\u{9b}31m",
];

fn hostile() -> Document {
    let mut document = Document::new(HOSTILE.concat(), Lang::En);
    let mut table = Table::new(["name", HOSTILE[4]]);
    for name in HOSTILE {
        table.row(vec![Cell::from(name), money("-1")]);
    }
    document.push(Block::Table(table));
    for name in HOSTILE {
        document.heading(name);
        document.paragraph(name);
        document.note(NoteKind::Serious, name);
        document.push(Block::Quote(name.to_owned()));
        document.push(Block::Command(name.to_owned()));
        document.push(Block::List {
            ordered: false,
            items: vec![name.to_owned()],
        });
        document.push(Block::KeyValues(vec![(name.to_owned(), Cell::from(name))]));
    }
    document
}

#[test]
fn nothing_from_outside_acts_in_any_format() {
    let document = hostile();
    for (_, format) in Format::ALL {
        for width in [0, 24, 40, 80, 200] {
            let shown = render(&document, format, &Look::plain(width));
            for c in shown.chars() {
                let raw = (c.is_control() && c != '\n')
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                assert!(!raw, "{format:?} lets {c:?} through");
            }
        }
    }
}

#[test]
fn html_escapes_and_loads_nothing() {
    let page = render(&hostile(), Format::Html, &Look::default());
    for tag in ["<script", "<img", "<svg", "http://", "https://"] {
        assert!(!page.contains(tag), "{tag}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("<html lang=\"en\">"));
    assert!(page.contains("@page { size: A4;"));
}

#[test]
fn csv_cells_are_no_formulas() {
    let document = hostile();
    let shown = render(&document, Format::Csv, &Look::default());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(shown.as_bytes());
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            cells += 1;
            if cell == "-1.00" {
                continue; // our own figure, typed as money
            }
            let start = cell.trim_start().chars().next();
            assert!(
                !matches!(
                    start,
                    Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
                ),
                "{cell}"
            );
        }
    }
    assert!(cells > 30);
    let look = Look {
        bom: true,
        ..Look::default()
    };
    assert!(render(&document, Format::Csv, &look).starts_with('\u{feff}'));
}

#[test]
fn csv_holds_plain_values() {
    let document = sample(
        Lang::En,
        "Overdue",
        ["Lender", "Days", "Amount", "Due"],
        "Card, \"gold\"",
        "Total",
    );
    assert_data_eq!(
        render(&document, Format::Csv, &Look::default()),
        str![[r#"
Lender,Days,Amount,Due
"Card, ""gold""",45,12345.60,2026-01-31
b-2,,-3.00,
Total,,12342.60,

Days,12.80%
Total,1200

"#]]
    );
}

#[test]
fn markdown_is_a_table_and_text_stays_text() {
    let mut document = sample(
        Lang::ZhHans,
        "逾期情况",
        ["贷款方", "天数", "金额", "到期日"],
        "*招行*|卡",
        "合计",
    );
    document.paragraph("1. 第一行\n# 第二行");
    let expected = "\
# 逾期情况

> 注意：贷款方

| 贷款方 | 天数 | 金额 | 到期日 |
| --- | ---: | ---: | --- |
| \\*招行\\*\\|卡 | 45天 | 12,345.60 | 2026-01-31 |
| b-2 | - | -3.00 |  |
| 合计 |  | 12,342.60 |  |

- 天数：12.80%
- 合计：1,200

```
forbear status *招行*|卡
```

1\\. 第一行\\
\\# 第二行
";
    assert_eq!(
        render(&document, Format::Markdown, &Look::default()),
        expected
    );
}

#[test]
fn a_document_is_data_too() {
    let shown = render(&hostile(), Format::Json, &Look::default());
    let value: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(value["schema"], "forbear.document.v1");
    assert_eq!(
        value["blocks"][0]["rows"][0]["cells"][0], HOSTILE[0],
        "unchanged as data"
    );
    assert!(shown.starts_with("{\n  \"schema\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text, in any place, in any format: nothing acts, and data survives.
    #[test]
    fn any_text_is_harmless(text in "\\PC{0,40}|[\\x00-\\x9f=+@＝＠<>|`#*_\\[\\]\"'\u{202e}\u{2066}\u{feff}元 ]{0,40}") {
        let mut document = Document::new(text.as_str(), Lang::ZhHans);
        let mut table = Table::new(["列", text.as_str()]);
        table.row(vec![Cell::from(text.as_str()), Cell::Count(1)]);
        document.push(Block::Table(table));
        document.paragraph(text.as_str());
        document.push(Block::Quote(text.clone()));
        for (_, format) in Format::ALL {
            let shown = render(&document, format, &Look::plain(40));
            prop_assert!(
                !shown.chars().any(|c| c != '\n' && forbear::render::harmless::is_hazard(c)),
                "{format:?}: {shown:?}"
            );
        }
        let page = render(&document, Format::Html, &Look::default());
        let body = page.split("<body>").nth(1).unwrap_or_default();
        let tags = ["h1", "table", "thead", "tr", "th", "tbody", "td", "p", "blockquote", "br", "body", "html"];
        for tag in body.split('<').skip(1) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            prop_assert!(tags.contains(&name.as_str()), "<{tag}");
        }
        let data: serde_json::Value =
            serde_json::from_str(&render(&document, Format::Json, &Look::default())).unwrap();
        prop_assert_eq!(data["title"].as_str(), Some(text.as_str()));
        for line in render(&document, Format::Text, &Look::plain(40)).lines() {
            prop_assert!(line.width() <= 40, "{line}");
        }
    }
}

/// Whatever stands in a table, lines keep to the width.
#[test]
fn no_line_is_wider_than_asked() {
    let words = [
        "招商银行股份有限公司信用卡中心",
        "a",
        "supercalifragilistic-expialidocious",
        "12",
    ];
    for width in [24, 40, 60, 80] {
        for columns in 1..8 {
            let mut table = Table::new((0..columns).map(|n| words[n % words.len()]));
            for row in 0..4 {
                let cells = (0..columns).map(|n| match (n + row) % 3 {
                    0 => Cell::from(words[(n * row) % words.len()]),
                    1 => money("-9999999999.99"),
                    _ => Cell::Date("2026-12-31".parse().unwrap()),
                });
                table.row(cells.collect());
            }
            let mut document = Document::new("", Lang::En);
            document.push(Block::Table(table));
            for line in text(&document, width).lines() {
                assert!(line.width() <= width, "{width} {columns}: {line}");
            }
        }
    }
}

#[test]
fn a_page_draws_blanks_as_lines_to_write_on_and_says_what_goes_in() {
    use forbear::report::blank;
    let mut document = Document::new("", Lang::En);
    document.paragraph(format!("I am {}.", blank::labelled("<name>", Lang::En)));
    document.paragraph(blank::paragraph("own words", Lang::En));
    let page = render(&document, Format::Html, &Look::default());
    assert_eq!(page.matches("<span class=\"line\">").count(), 1, "{page}");
    assert_eq!(
        page.matches("<span class=\"line across\">").count(),
        3,
        "{page}"
    );
    assert!(
        page.contains("</span><small> [&lt;name&gt;]</small>."),
        "{page}"
    );
    assert!(page.contains("<small> [own words]</small>"), "{page}");
}

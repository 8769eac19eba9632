//! The catalogues are complete: three languages with the same ids and slots, a word for every variant,
//! every id that the program asks for, and none that it does not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use forbear::i18n::catalogue::FILES;

const LANGS: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// A message's text as written, and its slots.
#[derive(Debug, Default)]
struct Message {
    text: String,
    slots: BTreeSet<String>,
    messages: BTreeSet<String>,
}

fn messages(topic: &str, lang: &str, source: &str) -> BTreeMap<String, Message> {
    let resource = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("{lang}/{topic}.ftl: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let mut told = Message::default();
                if let Some(pattern) = &message.value {
                    read(pattern, &mut told);
                }
                let before = found.insert(message.id.name.to_owned(), told);
                assert!(
                    before.is_none(),
                    "{lang}/{topic}.ftl says {} twice",
                    message.id.name
                );
            }
            Entry::Junk { content } => panic!("{lang}/{topic}.ftl: cannot be read: {content}"),
            Entry::Term(term) => panic!("{lang}/{topic}.ftl: no terms here: -{}", term.id.name),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    found
}

fn read(pattern: &Pattern<&str>, told: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => told.text.push_str(value),
            PatternElement::Placeable { expression } => read_expression(expression, told),
        }
    }
}

fn read_expression(expression: &Expression<&str>, told: &mut Message) {
    match expression {
        Expression::Select { selector, variants } => {
            read_inline(selector, told);
            for variant in variants {
                read(&variant.value, told);
            }
        }
        Expression::Inline(inline) => read_inline(inline, told),
    }
}

fn read_inline(inline: &InlineExpression<&str>, told: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            told.slots.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            told.messages.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => told.text.push_str(value),
        InlineExpression::Placeable { expression } => read_expression(expression, told),
        InlineExpression::NumberLiteral { .. }
        | InlineExpression::FunctionReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// Every catalogue, read: (topic, language, messages).
fn catalogues() -> Vec<(&'static str, &'static str, BTreeMap<String, Message>)> {
    FILES
        .iter()
        .flat_map(|(topic, texts)| {
            LANGS
                .iter()
                .zip(texts)
                .map(|(lang, source)| (*topic, *lang, messages(topic, lang, source)))
        })
        .collect()
}

fn ids() -> BTreeSet<String> {
    catalogues()
        .into_iter()
        .flat_map(|(_, _, messages)| messages.into_keys())
        .collect()
}

/// The program's sources, without tests and comments: rooms and main.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let body = text.split("\n#[cfg(test)]").next().unwrap_or(&text);
                let code: Vec<&str> = body
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"))
                    .collect();
                into.push((path, code.join("\n")));
            }
        }
    }
    let mut files = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    files
}

/// Every plain string literal of a source text.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\'' => {
                // A character, so that '"' does not open a string; a lifetime is left alone.
                let mut ahead = chars.clone();
                match (ahead.next(), ahead.next()) {
                    (Some('\\'), Some(_)) => {
                        chars.next();
                        chars.next();
                    }
                    (Some(_), Some('\'')) => {
                        chars.next();
                        chars.next();
                    }
                    _ => {}
                }
            }
            '"' => {
                let mut text = String::new();
                while let Some(c) = chars.next() {
                    match c {
                        '\\' => {
                            chars.next();
                            text.push('\\');
                        }
                        '"' => break,
                        c => text.push(c),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
    }
    found
}

fn looks_like_an_id(text: &str) -> bool {
    text.contains('-')
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[test]
fn the_three_languages_have_the_same_ids_and_slots() {
    for chunk in catalogues().chunks(3) {
        let [hans, hant, en] = chunk else {
            panic!("a topic stands in three languages")
        };
        for (topic, lang, other) in [hant, en] {
            let missing: Vec<_> = hans
                .2
                .keys()
                .filter(|id| !other.contains_key(*id))
                .collect();
            let extra: Vec<_> = other
                .keys()
                .filter(|id| !hans.2.contains_key(*id))
                .collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{lang}/{topic}.ftl against zh-Hans: missing {missing:?}, extra {extra:?}"
            );
            for (id, told) in other {
                assert_eq!(told.slots, hans.2[id].slots, "slots of {id} in {lang}");
            }
        }
    }
}

#[test]
fn ids_begin_with_the_name_of_their_file() {
    for (topic, lang, messages) in catalogues() {
        for (id, told) in messages {
            assert!(
                id.split('-').next() == Some(topic),
                "{lang}/{topic}.ftl holds {id}"
            );
            for other in told.messages {
                assert!(other.starts_with(topic), "{id} refers to {other}");
            }
        }
    }
}

#[test]
fn every_variant_has_its_word() {
    let ids = ids();
    let mut wanted = BTreeSet::new();
    for (path, code) in sources() {
        for block in code.split("vocabulary! {").skip(1) {
            let Some((_, rest)) = block.split_once(", \"") else {
                continue;
            };
            let Some((slug, body)) = rest.split_once("\" {") else {
                continue;
            };
            let body = body.split("\n    }").next().unwrap_or(body);
            let words: Vec<String> = body
                .lines()
                .filter_map(|line| line.split_once("= \"")?.1.split('"').next())
                .map(str::to_owned)
                .collect();
            assert!(!words.is_empty(), "{} in {}", slug, path.display());
            for word in words {
                wanted.insert(format!("word-{slug}-{}", word.replace('/', "-")));
            }
        }
    }
    assert!(wanted.len() > 150, "the enums of the domain were not found");
    let missing: Vec<_> = wanted.difference(&ids).collect();
    assert!(missing.is_empty(), "no word for {missing:?}");
    let extra: Vec<_> = ids
        .iter()
        .filter(|id| id.starts_with("word-") && !wanted.contains(*id))
        .collect();
    assert!(extra.is_empty(), "words of no enum: {extra:?}");
}

#[test]
fn every_id_asked_for_exists() {
    let ids = ids();
    let topics: BTreeSet<&str> = FILES.iter().map(|(topic, _)| *topic).collect();
    for (path, code) in sources() {
        for call in ["text(", "with(", "find("] {
            for after in code.split(call).skip(1) {
                let Some(literal) = after.trim_start().strip_prefix('"') else {
                    continue;
                };
                let id = literal.split('"').next().unwrap_or_default();
                let topic = id.split('-').next().unwrap_or_default();
                if looks_like_an_id(id) && topics.contains(topic) && !id.ends_with('-') {
                    assert!(
                        ids.contains(id),
                        "{} asks for {id}, which no catalogue has",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn no_id_is_unused() {
    let mut used = BTreeSet::new();
    // `format!("status-next-{}", …)` uses every id that begins so.
    let mut prefixes = BTreeSet::from(["word-".to_owned()]);
    for (_, code) in sources() {
        for literal in literals(&code) {
            if let Some((prefix, _)) = literal.split_once('{')
                && prefix.ends_with('-')
            {
                prefixes.insert(prefix.to_owned());
            }
            used.insert(literal);
        }
    }
    let unused: Vec<String> = ids()
        .into_iter()
        .filter(|id| !used.contains(id) && !prefixes.iter().any(|p| id.starts_with(p.as_str())))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

#[test]
fn no_word_that_the_glossary_forbids() {
    let forbidden = [
        "停息挂账",
        "停息掛賬",
        "停息掛帳",
        "征信修复",
        "徵信修復",
        "洗白",
        "上岸",
        "老赖",
        "老賴",
        "滞纳金",
        "滯納金",
        "blacklist",
        "Blacklist",
        "loan shark",
        "cancelled debt",
        "guaranteed result",
    ];
    for (topic, lang, messages) in catalogues() {
        for (id, told) in messages {
            for word in forbidden {
                assert!(
                    !told.text.contains(word),
                    "{id} in {lang}/{topic}.ftl says {word}"
                );
            }
            // We request; we never demand (glossary).
            let demands = told
                .text
                .split(|c: char| !c.is_alphabetic())
                .any(|word| matches!(word.to_lowercase().as_str(), "demand" | "demands"));
            assert!(!demands, "{id} in {lang}/{topic}.ftl demands");
        }
    }
}

/// Characters that only one of the two scripts uses, enough to notice a line in the wrong file.
const SIMPLIFIED_ONLY: &str =
    "还协议贷为对说话请让钱账单书签证据额数发过这时间没给开关门问题应该须担员银约谁";
const TRADITIONAL_ONLY: &str =
    "還協議貸為對說話請讓錢賬單書簽證據額數發過這時間沒給開關門問題應該須擔員銀約誰";

#[test]
fn each_file_keeps_to_its_script() {
    for (topic, lang, messages) in catalogues() {
        for (id, told) in messages
            .iter()
            .filter(|(id, _)| !id.starts_with("word-lang-"))
        {
            let wrong = |set: &str| told.text.chars().find(|c| set.contains(*c));
            let found = match lang {
                "zh-Hans" => wrong(TRADITIONAL_ONLY),
                "zh-Hant" => wrong(SIMPLIFIED_ONLY),
                _ => told
                    .text
                    .chars()
                    .find(|c| ('\u{4e00}'..='\u{9fff}').contains(c)),
            };
            assert_eq!(found, None, "{id} in {lang}/{topic}.ftl: {}", told.text);
        }
    }
}

/// Hong Kong Chinese is written one way throughout (glossary: 賬), and the reader is 您; 你 is said to others only.
#[test]
fn hong_kong_words_are_written_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = Vec::new();
    for folder in ["i18n/zh-Hant", "docs/zh-Hant", "letters/templates/zh-Hant"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            texts.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(texts.len() > 30);
    let mut wrong = Vec::new();
    for (path, text) in &texts {
        for (place, line) in (1..).zip(text.lines()) {
            for (found, write) in [
                ("帳", "賬"),
                ("甚麼", "什麼"),
                ("身分", "身份"),
                ("裡", "裏"),
            ] {
                if line.contains(found) {
                    wrong.push(format!("{}:{place}: {found} → {write}", path.display()));
                }
            }
            let spoken = line.trim_start().starts_with('>') || line.contains('「');
            let others = line.replace("你們", "").replace("你哋", "");
            if !spoken && others.contains('你') {
                wrong.push(format!("{}:{place}: 你 → 您", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Reads what a template wrote into a [`Document`].
//!
//! A line is one of: `# title`, `## heading`, `### heading`, `- item`, `1. item`, `> words to say`, `$ command`,
//! `:: label | value`, `[!NOTE] …`, `[!WARNING] …`, `[!SERIOUS] …`, or a paragraph. An empty line ends a block.
//!
//! Promises: what people typed never becomes markup; blanks are drawn with what goes in ([`blank`]) and listed once
//! each.

use super::fact::Fact;
use super::facts::{BLANK_CLOSE, BLANK_OPEN, TYPED};
use crate::domain::lang::Lang;
use crate::i18n::Words;
use crate::report::blank;
use crate::report::document::{Block, Cell, Document, NoteKind};

/// A document and the facts missing in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// Facts shown as blanks, in order of appearance.
    pub blanks: Vec<Fact>,
}

/// Reads a text.
#[must_use]
pub fn document(text: &str, lang: Lang) -> Read {
    let mut reader = Reader {
        document: Document::new("", lang),
        blanks: Vec::new(),
        open: None,
    };
    for line in text.lines() {
        reader.line(line.trim_end());
    }
    reader.close();
    Read {
        document: reader.document,
        blanks: reader.blanks,
    }
}

enum Open {
    Paragraph(Vec<String>),
    Quote(Vec<String>),
    List { ordered: bool, items: Vec<String> },
    Pairs(Vec<(String, Cell)>),
}

struct Reader {
    document: Document,
    blanks: Vec<Fact>,
    open: Option<Open>,
}

impl Reader {
    fn line(&mut self, raw: &str) {
        if raw.trim().is_empty() {
            self.close();
            return;
        }
        let line = self.shown(raw);
        let line = line.as_str();
        if raw.trim_start().starts_with(TYPED) {
            self.paragraph(line);
        } else if let Some(text) = line.strip_prefix("# ") {
            self.close();
            self.document.title = text.trim().to_owned();
        } else if let Some(text) = line.strip_prefix("## ") {
            self.block(Block::Heading {
                level: 2,
                text: text.trim().to_owned(),
            });
        } else if let Some(text) = line.strip_prefix("### ") {
            self.block(Block::Heading {
                level: 3,
                text: text.trim().to_owned(),
            });
        } else if let Some(command) = line.strip_prefix("$ ") {
            self.block(Block::Command(command.trim().to_owned()));
        } else if let Some((kind, text)) = note(line) {
            self.block(Block::Note {
                kind,
                text: text.trim().to_owned(),
            });
        } else if let Some(text) = line.strip_prefix("> ") {
            self.quote(text.trim());
        } else if let Some(pair) = line.strip_prefix(":: ") {
            self.pair(pair);
        } else if let Some(item) = line.strip_prefix("- ") {
            self.item(false, item.trim());
        } else if let Some(item) = numbered(line) {
            self.item(true, item.trim());
        } else {
            self.paragraph(line);
        }
    }

    /// The line as people see it: blanks drawn and remembered, marks taken out.
    fn shown(&mut self, raw: &str) -> String {
        let lang = self.document.lang;
        let alone = raw.trim();
        let mut out = String::new();
        let mut rest = raw;
        while let Some((before, after)) = rest.split_once(BLANK_OPEN) {
            out.push_str(before);
            let (word, next) = after.split_once(BLANK_CLOSE).unwrap_or((after, ""));
            match word.parse::<Fact>() {
                Ok(fact) => {
                    if !self.blanks.contains(&fact) {
                        self.blanks.push(fact);
                    }
                    let is_whole = fact == Fact::OwnWords
                        && alone.starts_with(BLANK_OPEN)
                        && alone.find(BLANK_CLOSE)
                            == Some(alone.len().saturating_sub(BLANK_CLOSE.len_utf8()));
                    out.push_str(&drawn(fact, &out, is_whole, lang));
                }
                Err(_) => out.push_str(&blank::line(lang)),
            }
            rest = next;
        }
        out.push_str(rest);
        out.replace([TYPED, BLANK_CLOSE], "")
    }

    fn block(&mut self, block: Block) {
        self.close();
        self.document.push(block);
    }

    fn paragraph(&mut self, line: &str) {
        if let Some(Open::Paragraph(lines)) = &mut self.open {
            lines.push(line.trim().to_owned());
        } else {
            self.close();
            self.open = Some(Open::Paragraph(vec![line.trim().to_owned()]));
        }
    }

    fn quote(&mut self, line: &str) {
        if let Some(Open::Quote(lines)) = &mut self.open {
            lines.push(line.to_owned());
        } else {
            self.close();
            self.open = Some(Open::Quote(vec![line.to_owned()]));
        }
    }

    fn item(&mut self, is_numbered: bool, item: &str) {
        match &mut self.open {
            Some(Open::List { ordered, items }) if *ordered == is_numbered => {
                items.push(item.to_owned());
            }
            _ => {
                self.close();
                self.open = Some(Open::List {
                    ordered: is_numbered,
                    items: vec![item.to_owned()],
                });
            }
        }
    }

    fn pair(&mut self, pair: &str) {
        let (label, value) = pair.split_once('|').unwrap_or((pair, ""));
        let pair = (label.trim().to_owned(), Cell::Text(value.trim().to_owned()));
        if let Some(Open::Pairs(pairs)) = &mut self.open {
            pairs.push(pair);
        } else {
            self.close();
            self.open = Some(Open::Pairs(vec![pair]));
        }
    }

    fn close(&mut self) {
        let block = match self.open.take() {
            None => return,
            Some(Open::Paragraph(lines)) => Block::Paragraph(lines.join("\n")),
            Some(Open::Quote(lines)) => Block::Quote(lines.join("\n")),
            Some(Open::List { ordered, items }) => Block::List { ordered, items },
            Some(Open::Pairs(pairs)) => Block::KeyValues(pairs),
        };
        self.document.push(block);
    }
}

/// The blank of a fact: a paragraph's place where it stands alone, without a label where the words before it name it.
fn drawn(fact: Fact, before: &str, is_whole: bool, lang: Lang) -> String {
    let label = Words::new(lang).word(fact);
    if is_whole {
        blank::paragraph(&label, lang)
    } else if blank::named_by(before, &label, lang) {
        blank::line(lang)
    } else {
        blank::labelled(&label, lang)
    }
}

fn note(line: &str) -> Option<(NoteKind, &str)> {
    [
        ("[!NOTE] ", NoteKind::Plain),
        ("[!WARNING] ", NoteKind::Warning),
        ("[!SERIOUS] ", NoteKind::Serious),
    ]
    .into_iter()
    .find_map(|(sign, kind)| Some((kind, line.strip_prefix(sign)?)))
}

/// `1. item` to `99. item`.
fn numbered(line: &str) -> Option<&str> {
    let (number, item) = line.split_once(". ")?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some(item)
}

#[cfg(test)]
mod tests {
    use super::super::facts::typed;
    use super::*;

    #[test]
    fn every_kind_of_line_becomes_its_block() {
        let text = "# 题\n\n## 段\n甲\n乙\n\n- 一\n- 二\n\n1. 先\n2. 后\n\n> 说这句\n> 再说\n\n$ forbear log add x\n:: 数 | 1,200元\n:: 日 | 12月\n[!WARNING] 小心\n";
        let read = document(text, Lang::ZhHans);
        assert_eq!(read.document.title, "题");
        assert_eq!(
            read.document.blocks,
            [
                Block::Heading {
                    level: 2,
                    text: "段".into()
                },
                Block::Paragraph("甲\n乙".into()),
                Block::List {
                    ordered: false,
                    items: vec!["一".into(), "二".into()]
                },
                Block::List {
                    ordered: true,
                    items: vec!["先".into(), "后".into()]
                },
                Block::Quote("说这句\n再说".into()),
                Block::Command("forbear log add x".into()),
                Block::KeyValues(vec![
                    ("数".into(), Cell::Text("1,200元".into())),
                    ("日".into(), Cell::Text("12月".into()))
                ]),
                Block::Note {
                    kind: NoteKind::Warning,
                    text: "小心".into()
                },
            ]
        );
    }

    #[test]
    fn typed_text_never_becomes_markup() {
        for hostile in [
            "# 标题",
            "> 假话",
            "$ rm -rf /",
            "[!SERIOUS] x",
            "a\n# b",
            "\u{202e}x\u{e000}name\u{e001}",
        ] {
            let read = document(&typed(hostile), Lang::En);
            assert!(
                matches!(read.document.blocks.as_slice(), [Block::Paragraph(_)]),
                "{hostile:?}: {:?}",
                read.document.blocks
            );
            assert!(read.document.title.is_empty() && read.blanks.is_empty());
        }
    }

    #[test]
    fn blanks_are_drawn_and_listed_once() {
        let text = "姓名：\u{e000}name\u{e001}，电\u{e000}phone\u{e001}，\u{e000}name\u{e001}\n\n\u{e000}own-words\u{e001}";
        let read = document(text, Lang::ZhHans);
        let (line, across) = ("＿".repeat(8), "＿".repeat(32));
        assert_eq!(
            read.document.blocks,
            [
                Block::Paragraph(format!("姓名：{line}，电{line}〔电话〕，{line}〔姓名〕")),
                Block::Paragraph(format!("{across}\n{across}\n{across}〔自己写的几句话〕")),
            ]
        );
        assert_eq!(read.blanks, [Fact::Name, Fact::Phone, Fact::OwnWords]);
    }
}

//! Blanks: lines to be written on, each with what goes in: `＿＿＿＿＿＿＿＿〔姓名〕`, `________________ [name]`.
//!
//! Promises: one form in every text, so that a page can draw it and the linter measures it as what will stand there;
//! wide enough for a hand on A4 (about 34 mm at 12 points), the place of a paragraph three lines of the page.

use std::borrow::Cow;

use crate::domain::lang::Lang;

/// Fewest signs in a row that are a line: people who leave a blank of their own write no more.
const FEWEST: usize = 3;
/// Signs of a line: the wide ones take twice the room.
const LINE: (usize, usize) = (8, 16);
/// Signs of a line across the page.
const ACROSS: (usize, usize) = (32, 64);
/// Lines for a paragraph.
const LINES: usize = 3;

/// The line of a blank.
#[must_use]
pub fn line(lang: Lang) -> String {
    repeated(lang, LINE)
}

fn repeated(lang: Lang, (wide, narrow): (usize, usize)) -> String {
    match lang {
        Lang::ZhHans | Lang::ZhHant => "＿".repeat(wide),
        Lang::En => "_".repeat(narrow),
    }
}

/// A blank with what goes in.
#[must_use]
pub fn labelled(label: &str, lang: Lang) -> String {
    format!("{}{}", line(lang), tail(label, lang))
}

/// The place of a whole paragraph, with what goes in.
#[must_use]
pub fn paragraph(label: &str, lang: Lang) -> String {
    let across = repeated(lang, ACROSS);
    let lines = vec![across; LINES].join("\n");
    format!("{lines}{}", tail(label, lang))
}

fn tail(label: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!("〔{label}〕"),
        Lang::En => format!(" [{label}]"),
    }
}

/// Whether a text says itself what goes into a blank after it: `合同编号：`, `my contract number is` do for
/// `合同编号` and `contract number`.
#[must_use]
pub fn named_by(before: &str, label: &str, lang: Lang) -> bool {
    let before = before
        .trim_end_matches([':', '：', ' ', '（', '('])
        .to_lowercase();
    let label = label.to_lowercase();
    let kind = match lang {
        // The last word of a label says what it is: 编号, 电话.
        Lang::ZhHans | Lang::ZhHant => label
            .char_indices()
            .rev()
            .nth(1)
            .and_then(|(at, _)| label.get(at..)),
        Lang::En => label.split(' ').next_back(),
    };
    let before = match lang {
        Lang::En => before.strip_suffix(" is").unwrap_or(&before),
        Lang::ZhHans | Lang::ZhHant => before.strip_suffix('是').unwrap_or(&before),
    };
    kind.is_some_and(|kind| before.ends_with(kind))
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// A line to write on.
    Line(&'a str),
    /// What goes in, with its brackets.
    Label(&'a str),
}

impl Piece<'_> {
    /// Whether a line goes across the page.
    #[must_use]
    pub fn across(&self) -> bool {
        let Piece::Line(line) = self else {
            return false;
        };
        let signs = line.chars().count();
        let most = if line.starts_with('_') {
            ACROSS.1
        } else {
            ACROSS.0
        };
        signs >= most
    }
}

/// A text in its pieces; together they are the text.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, length)) = next_line(rest) {
        let (before, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let (line, after) = found.split_at_checked(length).unwrap_or((found, ""));
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Line(line));
        rest = after;
        let (label, after) = after
            .split_at_checked(label_length(after))
            .unwrap_or(("", after));
        if !label.is_empty() {
            pieces.push(Piece::Label(label));
            rest = after;
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// Where the next line begins and its length, in bytes.
fn next_line(text: &str) -> Option<(usize, usize)> {
    let mut run: Option<(usize, char, usize)> = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match run {
            Some((_, same, ref mut signs)) if same == sign => *signs = signs.saturating_add(1),
            Some((start, _, signs)) if signs >= FEWEST => {
                return Some((start, at.saturating_sub(start)));
            }
            _ => run = matches!(sign, '_' | '＿').then_some((at, sign, 1)),
        }
    }
    None
}

/// The length in bytes of a label at the beginning of a text; 0 without one.
fn label_length(text: &str) -> usize {
    let close = |open: &str, close: char| {
        let inside = text.strip_prefix(open)?;
        let end = inside.find(close)?;
        let is_one = inside.get(..end).is_some_and(|label| !label.contains('\n'));
        let length = open
            .len()
            .saturating_add(end)
            .saturating_add(close.len_utf8());
        is_one.then_some(length)
    };
    close("〔", '〕').or_else(|| close(" [", ']')).unwrap_or(0)
}

/// Whether a text is one blank and nothing else, labelled or not.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let pieces = pieces(text.trim());
    let is_line = |piece: &Piece<'_>| matches!(piece, Piece::Line(_));
    let has_words = pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Words(words) if !words.trim().is_empty()));
    pieces.iter().any(is_line) && !has_words
}

/// The text as it will be once it is filled in: short lines, no labels.
#[must_use]
pub fn unlabelled(text: &str) -> Cow<'_, str> {
    let pieces = pieces(text);
    if let [] | [Piece::Words(_)] = pieces.as_slice() {
        return Cow::Borrowed(text);
    }
    let short = |piece: &Piece<'_>| match piece {
        Piece::Words(words) => (*words).to_owned(),
        Piece::Line(line) => line.chars().take(FEWEST).collect(),
        Piece::Label(_) => String::new(),
    };
    Cow::Owned(pieces.iter().map(short).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary::Vocabulary;

    #[test]
    fn a_text_is_cut_into_words_lines_and_labels_and_put_together_again() {
        for (text, expected) in [
            (
                "我叫＿＿＿＿＿＿＿＿〔姓名〕。",
                vec![
                    Piece::Words("我叫"),
                    Piece::Line("＿＿＿＿＿＿＿＿"),
                    Piece::Label("〔姓名〕"),
                    Piece::Words("。"),
                ],
            ),
            (
                "Ring ________________ [phone], not __init__.",
                vec![
                    Piece::Words("Ring "),
                    Piece::Line("________________"),
                    Piece::Label(" [phone]"),
                    Piece::Words(", not __init__."),
                ],
            ),
            ("___", vec![Piece::Line("___")]),
            ("〔姓名〕", vec![Piece::Words("〔姓名〕")]),
            ("", vec![]),
        ] {
            assert_eq!(pieces(text), expected);
            let again: String = pieces(text)
                .iter()
                .map(|piece| match piece {
                    Piece::Words(it) | Piece::Line(it) | Piece::Label(it) => *it,
                })
                .collect();
            assert_eq!(again, text);
        }
    }

    #[test]
    fn a_blank_is_a_blank_with_or_without_its_label() {
        for lang in Lang::ALL {
            assert!(is_blank(&labelled("姓名", *lang)));
            assert!(is_blank(&paragraph("一段话", *lang)));
            assert!(is_blank(&line(*lang)));
            assert!(pieces(&paragraph("x", *lang)).iter().any(Piece::across));
            assert!(!pieces(&labelled("x", *lang)).iter().any(Piece::across));
        }
        assert!(is_blank("____") && is_blank("＿＿＿"));
        assert!(!is_blank("我＿＿＿") && !is_blank("") && !is_blank("〔姓名〕"));
        assert_eq!(unlabelled("我叫＿＿＿＿＿＿＿＿〔姓名〕。"), "我叫＿＿＿。");
        assert_eq!(unlabelled("I am ________________ [name]."), "I am ___.");
        assert_eq!(unlabelled("没有"), "没有");
    }

    #[test]
    fn what_stands_before_a_blank_may_name_it() {
        assert!(named_by("合同编号：", "合同编号", Lang::ZhHans));
        assert!(named_by("账户／合约编号", "合同编号", Lang::ZhHans));
        assert!(named_by("我的案号是", "文书上的案号", Lang::ZhHans));
        assert!(named_by(
            "my contract number is ",
            "contract number",
            Lang::En
        ));
        assert!(!named_by("问清", "贷款人的官方电话", Lang::ZhHans));
        assert!(!named_by("we meet at ", "a public place to meet", Lang::En));
    }
}

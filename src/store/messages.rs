//! Tells mistakes, refusals and warnings in the user's language, and draws mistakes on the user's own text.
//!
//! Promises: each message says what is wrong and what to write instead; a message stays short however long
//! the line or the list of mistakes; nothing of the user's text can drive a terminal.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::domain::id::IdError;
use crate::domain::money::MoneyError;
use crate::domain::offer::{TERMS, TermsError};
use crate::domain::parts::Part;
use crate::domain::rate::RateError;
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::{Slot, Words};

use super::mistake::{Mistake, MistakeKind, Mistakes, SyntaxKind};
use super::walk::{nearest, shown};

/// Mistakes that are drawn on the text.
const DRAWN: usize = 5;
/// Mistakes that are told on a line of their own after those.
const LISTED: usize = 15;
/// The longest piece that is drawn of a line that is cut, in characters.
const WIDEST: usize = 120;
/// A mistake further to the right than this is drawn on a piece of its line.
const LONGEST_WHOLE: usize = 2_000;

/// Something told in the user's language. The fields are those of `forbear.error.v1` (product.md §6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The kind, the same in every language.
    pub kind: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write or do instead.
    pub hints: Vec<String>,
    /// The file.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The field, as `debt[zl-1].contract.rate`.
    pub field: Option<String>,
}

/// Tells one mistake.
#[must_use]
pub fn mistake(mistakes: &Mistakes, mistake: &Mistake, words: &Words) -> Told {
    let (line, column) = mistakes.place(mistake);
    let tale = Tale::of(mistake, words);
    Told {
        kind: tale.kind,
        message: tale.what,
        hints: std::iter::once(tale.write).chain(tale.more).collect(),
        file: Some(mistakes.file.clone()),
        line: Some(line),
        column: Some(column),
        field: (!mistake.field.is_empty()).then(|| mistake.field.clone()),
    }
}

/// Draws mistakes on the user's own lines, with what to write instead; `styled` with colours.
#[must_use]
pub fn draw(mistakes: &Mistakes, words: &Words, styled: bool) -> String {
    let renderer = if styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut blocks: Vec<String> = Vec::new();
    for mistake in mistakes.list.iter().take(DRAWN) {
        blocks.push(draw_one(mistakes, mistake, words, &renderer));
    }
    let mut lines: Vec<String> = Vec::new();
    for mistake in mistakes.list.iter().skip(DRAWN).take(LISTED) {
        let (line, column) = mistakes.place(mistake);
        let tale = Tale::of(mistake, words);
        let file = shown(&mistakes.file);
        lines.push(format!(
            "{file}:{line}:{column}: {}: {}",
            tale.what, tale.write
        ));
    }
    let told = DRAWN.saturating_add(LISTED);
    let more = mistakes
        .list
        .len()
        .saturating_sub(told)
        .saturating_add(mistakes.more);
    if more > 0 {
        lines.push(words.with("ledger-more", &[("count", more.into())]));
    }
    if !lines.is_empty() {
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n")
}

fn draw_one(mistakes: &Mistakes, mistake: &Mistake, words: &Words, renderer: &Renderer) -> String {
    let tale = Tale::of(mistake, words);
    let (line, column) = mistakes.place(mistake);
    let error = words.text("ledger-error");
    let hint = words.text("ledger-hint");
    let level = Level::ERROR.with_name(error);
    let notes: Vec<String> = tale.more.iter().map(|more| shorter(more, 500)).collect();
    let notes = notes
        .iter()
        .map(|note| Level::NOTE.with_name(hint.clone()).message(note.as_str()));
    let title = shorter(&tale.what, 200);
    let title = level.primary_title(title.as_str());
    let piece = Piece::of(&mistakes.source, mistake);
    let file = shown(&mistakes.file);
    let place = Origin::path(file.clone()).line(line).char_column(column);
    let group = match &piece {
        Some(piece) => {
            let snippet = Snippet::source(piece.text.as_str())
                .line_start(line)
                .annotation(
                    AnnotationKind::Primary
                        .span(piece.span.clone())
                        .label(tale.write.as_str()),
                );
            // A line that was cut would show a wrong column: its place is told apart from it.
            if piece.cut {
                title.element(place).element(snippet)
            } else {
                title.element(snippet.path(file))
            }
        }
        None => title.element(place).element(
            Level::NOTE
                .with_name(hint.clone())
                .message(tale.write.as_str()),
        ),
    };
    renderer.render(&[group.elements(notes)])
}

/// The piece of the user's line around a mistake.
struct Piece {
    text: String,
    span: std::ops::Range<usize>,
    cut: bool,
}

impl Piece {
    fn of(source: &str, mistake: &Mistake) -> Option<Piece> {
        let mut at = mistake.span.start.min(source.len());
        while !source.is_char_boundary(at) {
            at = at.saturating_sub(1);
        }
        let (before, after) = source.split_at_checked(at)?;
        let before = before.rsplit('\n').next().unwrap_or_default();
        let rest_of_line = after.split(['\n', '\r']).next().unwrap_or_default();
        let length = mistake.span.len().min(rest_of_line.len());
        let marked = rest_of_line.get(..length).unwrap_or_default();
        let behind = rest_of_line.get(length..).unwrap_or_default();
        // A very long line is cut around the mistake; the renderer narrows the others.
        let many = before.chars().count();
        let cut = many > LONGEST_WHOLE;
        let many = if cut {
            many.saturating_sub(WIDEST / 2)
        } else {
            0
        };
        let skipped = if cut { "…" } else { "" };
        let before: String = before.chars().skip(many).collect();
        let before = format!("{skipped}{}", harmless(&before));
        let marked = harmless(&shorter(marked, WIDEST / 2));
        let behind = harmless(&shorter(behind, WIDEST / 2));
        let start = before.len();
        let end = start.saturating_add(marked.len());
        let text = format!("{before}{marked}{behind}");
        (!text.trim().is_empty()).then_some(Piece {
            text,
            span: start..end,
            cut,
        })
    }
}

fn shorter(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    format!("{cut}…")
}

/// The text with everything that a terminal would act on replaced by a visible sign.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// What is told of a mistake: what is wrong, what to write, and what more helps.
struct Tale {
    kind: &'static str,
    what: String,
    write: String,
    more: Option<String>,
}

type Slots<'a> = Vec<(&'a str, Slot<'a>)>;

impl Tale {
    fn of(mistake: &Mistake, words: &Words) -> Tale {
        let field = mistake.field.as_str();
        match &mistake.kind {
            MistakeKind::Syntax(kind) => Tale::of_syntax(kind, words),
            MistakeKind::UnknownKey {
                found,
                nearest,
                belongs,
            } => Tale::of_unknown_key(found, *nearest, *belongs, words),
            MistakeKind::Missing { key } => {
                let what = if field.is_empty() {
                    "ledger-missing"
                } else {
                    "ledger-missing-in"
                };
                let slots = vec![("field", field.into()), ("key", (*key).into())];
                Tale::with("missing", what, "ledger-missing-write", &slots, words)
            }
            MistakeKind::NotMoney(error) => Tale::value(
                "not-money",
                "ledger-not-money",
                field,
                money(*error, words),
                words,
            ),
            MistakeKind::NotARate(error) => Tale::value(
                "not-a-rate",
                "ledger-not-a-rate",
                field,
                rate(*error, words),
                words,
            ),
            MistakeKind::NotAPercentage(error) => {
                let write = match error {
                    RateError::NotAPercentage | RateError::NoPeriod => {
                        words.text("ledger-not-a-percentage-write")
                    }
                    RateError::TooFine | RateError::OutOfRange | RateError::Unclear => {
                        rate(*error, words)
                    }
                };
                let what = "ledger-not-a-percentage";
                Tale::value("not-a-percentage", what, field, write, words)
            }
            MistakeKind::BadTerms(error) => Tale::value(
                "bad-terms",
                "ledger-bad-terms",
                field,
                terms(error, words),
                words,
            ),
            MistakeKind::UnknownWord {
                found,
                expected,
                nearest,
            } => {
                let write = match nearest {
                    Some(nearest) => {
                        let slots = [("nearest", (*nearest).into())];
                        words.with("ledger-unknown-word-nearest", &slots)
                    }
                    None => words.text("ledger-unknown-word-none"),
                };
                let slots = [("field", field.into()), ("found", found.into())];
                let list = expected.join(", ");
                Tale {
                    kind: "unknown-word",
                    what: words.with("ledger-unknown-word", &slots),
                    write,
                    more: Some(words.with("ledger-unknown-word-list", &[("list", list.into())])),
                }
            }
            MistakeKind::UnknownReference {
                target,
                found,
                nearest,
            } => {
                let slots = [("target", target.table().into()), ("found", found.into())];
                let write = match nearest {
                    Some(nearest) => words.with(
                        "ledger-unknown-reference-nearest",
                        &[("nearest", nearest.into())],
                    ),
                    None => words.with("ledger-unknown-reference-none", &slots),
                };
                Tale {
                    kind: "unknown-reference",
                    what: words.with("ledger-unknown-reference", &slots),
                    write,
                    more: None,
                }
            }
            other => {
                let (what, write, mut slots) = plain(other);
                let kind = what.strip_prefix("ledger-").unwrap_or(what);
                slots.push(("field", field.into()));
                Tale::with(kind, what, write, &slots, words)
            }
        }
    }

    fn with(kind: &'static str, what: &str, write: &str, slots: &Slots<'_>, words: &Words) -> Tale {
        Tale {
            kind,
            what: words.with(what, slots),
            write: words.with(write, slots),
            more: None,
        }
    }

    fn value(kind: &'static str, what: &str, field: &str, write: String, words: &Words) -> Tale {
        Tale {
            kind,
            what: words.with(what, &[("field", field.into())]),
            write,
            more: None,
        }
    }

    fn of_unknown_key(
        found: &str,
        nearest: Option<&'static str>,
        belongs: Option<&'static str>,
        words: &Words,
    ) -> Tale {
        let write = match (belongs, nearest) {
            (Some(belongs), _) => {
                words.with("ledger-unknown-key-belongs", &[("belongs", belongs.into())])
            }
            (None, Some(nearest)) => {
                words.with("ledger-unknown-key-nearest", &[("nearest", nearest.into())])
            }
            (None, None) => words.text("ledger-unknown-key-none"),
        };
        Tale {
            kind: "unknown-key",
            what: words.with("ledger-unknown-key", &[("found", found.into())]),
            write,
            more: None,
        }
    }

    fn of_syntax(kind: &SyntaxKind, words: &Words) -> Tale {
        let (what, write, slots): (&str, &str, Slots<'_>) = match kind {
            SyntaxKind::DuplicateKey => {
                ("ledger-duplicate-key", "ledger-duplicate-key-write", vec![])
            }
            SyntaxKind::FullWidth { found, write } => {
                let slots = vec![
                    ("found", found.to_string().into()),
                    ("write", write.to_string().into()),
                ];
                ("ledger-full-width", "ledger-full-width-write", slots)
            }
            SyntaxKind::Unquoted { found } => {
                let slots = vec![("found", found.into())];
                ("ledger-unquoted", "ledger-unquoted-write", slots)
            }
            SyntaxKind::Unclosed => ("ledger-unclosed", "ledger-unclosed-write", vec![]),
            SyntaxKind::NoValue => ("ledger-no-value", "ledger-no-value-write", vec![]),
            SyntaxKind::ImpossibleDate => (
                "ledger-impossible-date",
                "ledger-impossible-date-write",
                vec![],
            ),
            SyntaxKind::Control => ("ledger-control", "ledger-control-write", vec![]),
            SyntaxKind::BadKey => ("ledger-bad-key", "ledger-bad-key-write", vec![]),
            SyntaxKind::TooDeep => ("ledger-too-deep", "ledger-too-deep-write", vec![]),
            SyntaxKind::OpenBracket { write } => {
                let slots = vec![("write", write.to_string().into())];
                ("ledger-open-bracket", "ledger-open-bracket-write", slots)
            }
            SyntaxKind::NoComma => ("ledger-no-comma", "ledger-no-comma-write", vec![]),
            SyntaxKind::BadNumber => ("ledger-bad-number", "ledger-bad-number-write", vec![]),
            SyntaxKind::NearlyBool => ("ledger-nearly-bool", "ledger-nearly-bool-write", vec![]),
            SyntaxKind::BadEscape => ("ledger-bad-escape", "ledger-bad-escape-write", vec![]),
            SyntaxKind::Trailing => ("ledger-trailing", "ledger-trailing-write", vec![]),
            SyntaxKind::NoKey => ("ledger-no-key", "ledger-no-key-write", vec![]),
            SyntaxKind::TwoEquals => ("ledger-two-equals", "ledger-two-equals-write", vec![]),
            SyntaxKind::Other { .. } => ("ledger-syntax", "ledger-syntax-write", vec![]),
        };
        Tale::with("syntax", what, write, &slots, words)
    }
}

/// Kinds whose two messages need no choice: (what is wrong, what to write, slots).
fn plain(kind: &MistakeKind) -> (&'static str, &'static str, Slots<'_>) {
    macro_rules! of {
        ($what:literal, $write:literal $(, $slot:literal = $value:expr)* $(,)?) => {
            ($what, $write, vec![$(($slot, Slot::from($value))),*])
        };
    }
    match kind {
        MistakeKind::NotUtf8 => of!("ledger-not-utf8", "ledger-not-utf8-write"),
        MistakeKind::TooLarge => of!("ledger-too-large", "ledger-too-large-write"),
        MistakeKind::Empty => of!("ledger-empty", "ledger-empty-write"),
        MistakeKind::NewerVersion { found } => of!(
            "ledger-newer-version",
            "ledger-newer-version-write",
            "found" = found
        ),
        MistakeKind::SecondCurrency { ledger } => of!(
            "ledger-second-currency",
            "ledger-second-currency-write",
            "ledger" = ledger
        ),
        MistakeKind::FloatMoney { write } => of!(
            "ledger-float-money",
            "ledger-float-money-write",
            "write" = write
        ),
        MistakeKind::MoneyTooSmall { positive: false } => {
            of!("ledger-money-negative", "ledger-money-negative-write")
        }
        MistakeKind::MoneyTooSmall { positive: true } => of!(
            "ledger-money-not-positive",
            "ledger-money-not-positive-write"
        ),
        MistakeKind::NotADate => of!("ledger-not-a-date", "ledger-not-a-date-write"),
        MistakeKind::NotAFlow => of!("ledger-not-a-flow", "ledger-not-a-flow-write"),
        MistakeKind::ThirdColumn => of!("ledger-third-column", "ledger-not-a-flow-write"),
        MistakeKind::NoFlows => of!("ledger-no-flows", "ledger-not-a-flow-write"),
        MistakeKind::NotADateTime => of!("ledger-not-a-datetime", "ledger-not-a-datetime-write"),
        MistakeKind::PercentTooLarge { most } => {
            of!(
                "ledger-percent-too-large",
                "ledger-percent-too-large-write",
                "most" = most.to_string()
            )
        }
        MistakeKind::OutOfRange { least, most } if least == most => of!(
            "ledger-out-of-range",
            "ledger-out-of-range-one",
            "least" = least.to_string()
        ),
        MistakeKind::OutOfRange { least, most } => of!(
            "ledger-out-of-range",
            "ledger-out-of-range-write",
            "least" = least.to_string(),
            "most" = most.to_string()
        ),
        MistakeKind::NotABool => of!("ledger-not-a-bool", "ledger-not-a-bool-write"),
        MistakeKind::NotText => of!("ledger-not-text", "ledger-not-text-write"),
        MistakeKind::Blank => of!("ledger-blank", "ledger-blank-write"),
        MistakeKind::ControlCharacter => {
            of!("ledger-control-character", "ledger-control-character-write")
        }
        MistakeKind::TooLong { most } => of!(
            "ledger-too-long",
            "ledger-too-long-write",
            "most" = most.to_string()
        ),
        MistakeKind::NotAnId => of!("ledger-not-an-id", "ledger-not-an-id-write"),
        MistakeKind::NotAList => of!("ledger-not-a-list", "ledger-not-a-list-write"),
        MistakeKind::NotATable { header } => of!(
            "ledger-not-a-table",
            "ledger-not-a-table-write",
            "header" = header
        ),
        MistakeKind::NotTables { header } => of!(
            "ledger-not-tables",
            "ledger-not-tables-write",
            "header" = header
        ),
        MistakeKind::DuplicateId { id } => of!(
            "ledger-duplicate-id",
            "ledger-duplicate-id-write",
            "id" = id
        ),
        MistakeKind::DateOrder {
            other,
            date,
            same_day: true,
        } => of!(
            "ledger-date-order",
            "ledger-date-order-write",
            "other" = *other,
            "date" = date.to_string()
        ),
        MistakeKind::DateOrder {
            other,
            date,
            same_day: false,
        } => of!(
            "ledger-date-order-strict",
            "ledger-date-order-strict-write",
            "other" = *other,
            "date" = date.to_string()
        ),
        MistakeKind::AmountOrder { other } => of!(
            "ledger-amount-order",
            "ledger-amount-order-write",
            "other" = *other
        ),
        MistakeKind::MethodNeeds { method, key } => {
            of!(
                "ledger-method-needs",
                "ledger-method-needs-write",
                "method" = *method,
                "key" = *key
            )
        }
        MistakeKind::RowsWithoutCustom => of!(
            "ledger-rows-without-custom",
            "ledger-rows-without-custom-write"
        ),
        MistakeKind::RowsDoNotAddUp { rows, principal } => of!(
            "ledger-rows-do-not-add-up",
            "ledger-rows-do-not-add-up-write",
            "rows" = rows.to_string(),
            "principal" = principal.to_string()
        ),
        MistakeKind::EmptyClaim => of!("ledger-empty-claim", "ledger-empty-claim-write"),
        MistakeKind::ClaimTotal { parts } => of!(
            "ledger-claim-total",
            "ledger-claim-total-write",
            "parts" = parts.to_string()
        ),
        MistakeKind::IncompleteOrder => {
            of!("ledger-incomplete-order", "ledger-incomplete-order-write")
        }
        MistakeKind::OnceNeedsDate => of!("ledger-once-needs-date", "ledger-once-needs-date-write"),
        MistakeKind::EmptyAgreement => {
            of!("ledger-empty-agreement", "ledger-empty-agreement-write")
        }
        MistakeKind::OtherDebt { debt } => of!(
            "ledger-other-debt",
            "ledger-other-debt-write",
            "debt" = debt
        ),
        // Told by `Tale::of` with choices of their own.
        MistakeKind::Syntax(_)
        | MistakeKind::UnknownKey { .. }
        | MistakeKind::Missing { .. }
        | MistakeKind::NotMoney(_)
        | MistakeKind::NotARate(_)
        | MistakeKind::NotAPercentage(_)
        | MistakeKind::BadTerms(_)
        | MistakeKind::UnknownWord { .. }
        | MistakeKind::UnknownReference { .. } => of!("ledger-not-text", "ledger-not-text-write"),
    }
}

/// What to write instead of a text that is not money.
#[must_use]
pub fn money(error: MoneyError, words: &Words) -> String {
    words.text(match error {
        MoneyError::NotANumber => "ledger-money-not-a-number",
        MoneyError::TooFine => "ledger-money-too-fine",
        MoneyError::Grouping => "ledger-money-grouping",
        MoneyError::TooLarge => "ledger-money-too-large",
        MoneyError::Unclear => "ledger-money-unclear",
    })
}

/// What to write instead of a text that is not a rate.
#[must_use]
pub fn rate(error: RateError, words: &Words) -> String {
    words.text(match error {
        RateError::NotAPercentage => "ledger-rate-not-a-percentage",
        RateError::NoPeriod => "ledger-rate-no-period",
        RateError::Unclear => "ledger-rate-unclear",
        RateError::TooFine => "ledger-rate-too-fine",
        RateError::OutOfRange => "ledger-rate-out-of-range",
    })
}

/// What an id must be.
#[must_use]
pub fn id(_: IdError, words: &Words) -> String {
    words.text("ledger-not-an-id-write")
}

/// Why terms are refused.
#[must_use]
pub fn terms(error: &TermsError, words: &Words) -> String {
    let value = |term: &str, text: &str, why: String| {
        let slots = [
            ("term", term.into()),
            ("text", shown(text).into()),
            ("why", why.into()),
        ];
        words.with("ledger-terms-value", &slots)
    };
    match error {
        TermsError::Unknown(term) => match nearest(term, TERMS.into_iter()) {
            Some(near) => words.with(
                "ledger-terms-unknown-near",
                &[("term", shown(term).into()), ("near", near.into())],
            ),
            None => words.with("ledger-terms-unknown", &[("term", shown(term).into())]),
        },
        TermsError::NoSuchPart(part) => {
            let known = Part::WORDS;
            let slots = [
                ("part", shown(part).into()),
                ("known", known.join(" · ").into()),
            ];
            let near = nearest(part, known.iter().copied()).map(Slot::from);
            match near {
                Some(near) => {
                    let [part, known] = slots;
                    words.with("ledger-terms-part-near", &[part, known, ("near", near)])
                }
                None => words.with("ledger-terms-part", &slots),
            }
        }
        TermsError::Needs { term, needs } => {
            let slots = [("term", (*term).into()), ("needs", (*needs).into())];
            words.with("ledger-terms-needs", &slots)
        }
        TermsError::Twice(term) => {
            words.with("ledger-terms-twice", &[("term", shown(term).into())])
        }
        TermsError::Contradiction(one, other) => {
            let slots = [("one", (*one).into()), ("other", (*other).into())];
            words.with("ledger-terms-clash", &slots)
        }
        TermsError::Money { term, text, error } => value(term, text, money(*error, words)),
        TermsError::Rate { term, text, error } => value(term, text, rate(*error, words)),
        TermsError::Empty => words.text("ledger-terms-empty"),
    }
}

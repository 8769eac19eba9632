//! Reads the text of a ledger: pure, from bytes or a string to a ledger or all its mistakes.
//!
//! Promises: no panic on any bytes; every mistake at once; nothing is guessed. TOML's own faults are
//! told alone, as what follows them cannot be trusted.

use std::ops::Range;

use crate::domain::ledger::Ledger;

use super::mistake::{Mistake, MistakeKind, Mistakes, SyntaxKind, Warning};
use super::walk::{Sink, shown};
use super::{build, check, walk};

/// The largest ledger: 4 MiB (numbers.md, limits of input).
pub const LARGEST: usize = 4 << 20;
/// Tables within tables that a ledger can need.
const DEEPEST: usize = 32;

/// A ledger that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The ledger.
    pub ledger: Ledger,
    /// What is suspicious, but legal.
    pub warnings: Vec<Warning>,
}

/// Reads a ledger from the bytes of a file. `file` is its name as people know it.
///
/// # Errors
/// All mistakes of the ledger.
pub fn parse_bytes(bytes: &[u8], file: &str) -> Result<Parsed, Mistakes> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text, file),
        Err(error) => {
            // The text up to the fault is drawn; the fault itself cannot be.
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let source = without_mark(&String::from_utf8_lossy(good)).to_owned();
            let end = source.len();
            Err(one(file, source, end..end, MistakeKind::NotUtf8))
        }
    }
}

/// Reads a ledger from text. `file` is its name as people know it.
///
/// # Errors
/// All mistakes of the ledger.
pub fn parse(text: &str, file: &str) -> Result<Parsed, Mistakes> {
    let source = without_mark(text);
    if text.len() > LARGEST {
        return Err(one(file, String::new(), 0..0, MistakeKind::TooLarge));
    }
    if source.trim().is_empty() {
        return Err(one(file, source.to_owned(), 0..0, MistakeKind::Empty));
    }
    if source.starts_with('\u{feff}') {
        // One mark is a habit of editors; the parser would let a second one pass unseen.
        let kind = MistakeKind::Syntax(SyntaxKind::Control);
        return Err(one(file, source.to_owned(), 0..3, kind));
    }
    if let Some(span) = too_deep(source) {
        let kind = MistakeKind::Syntax(SyntaxKind::TooDeep);
        return Err(one(file, source.to_owned(), span, kind));
    }
    let (table, errors) = toml::de::DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        return Err(syntax(source, file, &errors));
    }
    let mut sink = Sink::default();
    let root = walk::ledger(source, &table, &mut sink);
    check::ledger(&root, &mut sink);
    if sink.list.is_empty()
        && let Some(ledger) = build::ledger(&root)
    {
        let warnings = check::warnings(&ledger);
        return Ok(Parsed { ledger, warnings });
    }
    sink.list.sort_by_key(|mistake| mistake.span.start);
    Err(Mistakes {
        file: file.to_owned(),
        source: source.to_owned(),
        list: sink.list,
        more: sink.more,
    })
}

/// The text without a byte-order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn one(file: &str, source: String, span: Range<usize>, kind: MistakeKind) -> Mistakes {
    Mistakes {
        file: file.to_owned(),
        source,
        list: vec![Mistake {
            span,
            field: String::new(),
            kind,
        }],
        more: 0,
    }
}

/// Where brackets are nested, or a key is dotted, deeper than any ledger: such a file costs the parser
/// time and memory and is never meant.
///
/// Brackets in texts and comments count too; a ledger has nowhere near as many on one line.
fn too_deep(source: &str) -> Option<Range<usize>> {
    let (mut depth, mut dots) = (0_usize, 0_usize);
    for (place, byte) in source.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth = depth.saturating_add(1),
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'.' => dots = dots.saturating_add(1),
            // A list may go over lines; nested ones that deep are not a ledger's.
            b'\n' => {
                dots = 0;
                depth = depth.min(DEEPEST / 2);
            }
            _ if !byte.is_ascii_alphanumeric() => dots = 0,
            _ => {}
        }
        if depth > DEEPEST || dots > DEEPEST {
            return Some(place..place.saturating_add(1));
        }
    }
    None
}

/// The parser's errors, one a line, in our own kinds.
fn syntax(source: &str, file: &str, errors: &[toml::de::Error]) -> Mistakes {
    const ENOUGH: usize = 20;
    let mut list: Vec<Mistake> = Vec::new();
    let mut more = 0_usize;
    let mut line_told = None;
    let mut sorted: Vec<&toml::de::Error> = errors.iter().collect();
    sorted.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in sorted {
        let end = source.len();
        let span = error.span().unwrap_or(end..end);
        let span = span.start.min(end)..span.end.min(end);
        let start_of_line = source
            .get(..span.start)
            .and_then(|before| before.rfind('\n'));
        if line_told == Some(start_of_line) {
            continue;
        }
        line_told = Some(start_of_line);
        if list.len() >= ENOUGH {
            more = more.saturating_add(1);
            continue;
        }
        list.push(syntax_mistake(source, span, error.message()));
    }
    if list.is_empty() {
        let kind = SyntaxKind::Other {
            message: String::new(),
        };
        return one(file, source.to_owned(), 0..0, MistakeKind::Syntax(kind));
    }
    Mistakes {
        file: file.to_owned(),
        source: source.to_owned(),
        list,
        more,
    }
}

fn syntax_mistake(source: &str, span: Range<usize>, message: &str) -> Mistake {
    let line_start = source
        .get(..span.start)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at.saturating_add(1));
    let line = source.get(line_start..).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    let found = source.get(span.clone()).unwrap_or_default();
    let full_width = full_width_sign(line).map(|(at, sign, write)| {
        let at = line_start.saturating_add(at);
        (at..at.saturating_add(sign.len_utf8()), sign, write)
    });
    let (span, kind) = if let Some((span, found, write)) = full_width {
        (span, SyntaxKind::FullWidth { found, write })
    } else if message.starts_with("duplicate key") {
        (span, SyntaxKind::DuplicateKey)
    } else if let Some((at, found)) = bare_text(line, message, found) {
        let at = line_start.saturating_add(at);
        let span = at..at.saturating_add(found.len());
        let found = shown(found);
        (span, SyntaxKind::Unquoted { found })
    } else if message.starts_with("invalid date") || message.starts_with("invalid time") {
        (span, SyntaxKind::ImpossibleDate)
    } else if line.chars().any(|c| c.is_control() && c != '\t') {
        (span, SyntaxKind::Control)
    } else if let Some(write) = open_bracket(message) {
        (span, SyntaxKind::OpenBracket { write })
    } else if line_has_open_quote(line)
        || message.contains("multi-line")
        || message.starts_with("invalid basic string")
        || message.starts_with("invalid literal string")
    {
        (span, SyntaxKind::Unclosed)
    } else if in_list(line, span.start.saturating_sub(line_start)) {
        (span, SyntaxKind::NoComma)
    } else if message.starts_with("key with no value") || message.contains("must be quoted") {
        (span, SyntaxKind::NoValue)
    } else if message.starts_with("invalid unquoted key") {
        (span, SyntaxKind::BadKey)
    } else if message.contains("recursion") || message.contains("nested") {
        (span, SyntaxKind::TooDeep)
    } else {
        let other = || SyntaxKind::Other {
            message: shown(message),
        };
        (span, known_by_words(message).unwrap_or_else(other))
    };
    Mistake {
        span,
        field: String::new(),
        kind: MistakeKind::Syntax(kind),
    }
}

/// Kinds that the parser's words alone tell.
fn known_by_words(message: &str) -> Option<SyntaxKind> {
    let kinds = [
        ("unquoted keys cannot be empty", SyntaxKind::NoKey),
        ("extra `=`", SyntaxKind::TwoEquals),
        ("unexpected leading zero", SyntaxKind::BadNumber),
        ("may only go between digits", SyntaxKind::BadNumber),
        ("invalid hexadecimal", SyntaxKind::BadNumber),
        ("invalid octal", SyntaxKind::BadNumber),
        ("invalid binary", SyntaxKind::BadNumber),
        ("invalid float", SyntaxKind::BadNumber),
        ("invalid integer", SyntaxKind::BadNumber),
        ("invalid number", SyntaxKind::BadNumber),
        ("invalid boolean", SyntaxKind::NearlyBool),
        ("escape", SyntaxKind::BadEscape),
        ("unicode", SyntaxKind::BadEscape),
        ("unexpected key or value", SyntaxKind::Trailing),
    ];
    kinds
        .into_iter()
        .find(|(words, _)| message.contains(words))
        .map(|(_, kind)| kind)
}

/// The bracket that the parser misses.
fn open_bracket(message: &str) -> Option<char> {
    let rest = message.strip_prefix("unclosed ")?;
    let (_, after) = rest.split_once("expected `")?;
    after.chars().next()
}

/// Whether a plain quote on the line has no partner.
fn line_has_open_quote(line: &str) -> bool {
    let mut quote = None;
    let mut escaped = false;
    for c in line.chars() {
        match (quote, c) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), c) if c == open && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => return false,
            _ => {}
        }
        escaped = false;
    }
    quote.is_some()
}

/// Whether a place in a line stands between the brackets of a list or an inline table.
fn in_list(line: &str, place: usize) -> bool {
    let before = line.get(..place).unwrap_or_default();
    let Some((_, value)) = before.split_once('=') else {
        return false;
    };
    let value = value.trim_start();
    let list = value.starts_with('[') && !value.contains(']');
    // In `{ a = 1 b = 2 }` it is the second key that has no comma before it.
    list || (value.starts_with('{') && value.contains('=') && !value.contains('}'))
}

/// A value that is text without quotes, such as `18%/year` or `12,000.50`, and where it is in its line.
fn bare_text<'l>(line: &'l str, message: &str, found: &str) -> Option<(usize, &'l str)> {
    let unquoted = message.contains("must be quoted") && !found.trim().is_empty();
    let number = [
        "invalid float",
        "invalid integer",
        "invalid number",
        "unexpected key or value",
    ]
    .iter()
    .any(|begin| message.starts_with(begin));
    let (key, rest) = line.split_once('=')?;
    let value = rest.split('#').next().unwrap_or_default().trim();
    let bare = !value.is_empty() && !value.starts_with(['"', '\'', '[', '{']);
    if !(unquoted || number) || !bare || key.contains(['"', '\'', '[', '{']) {
        return None;
    }
    Some((line.find(value)?, value)).filter(|(at, _)| *at > key.len())
}

/// A sign of a Chinese input method outside of quotes and comments, and what TOML wants there.
fn full_width_sign(line: &str) -> Option<(usize, char, char)> {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => return None,
            (None, '“' | '”' | '＂' | '「' | '」') => return Some((at, c, '"')),
            (None, '‘' | '’' | '＇') => return Some((at, c, '\'')),
            (None, '＝') => return Some((at, c, '=')),
            (None, '，' | '、') => return Some((at, c, ',')),
            (None, '［' | '【') => return Some((at, c, '[')),
            (None, '］' | '】') => return Some((at, c, ']')),
            (None, '｛') => return Some((at, c, '{')),
            (None, '｝') => return Some((at, c, '}')),
            (None, '＃') => return Some((at, c, '#')),
            (None, '．') => return Some((at, c, '.')),
            (None, '－' | '—') => return Some((at, c, '-')),
            (None, c @ '０'..='９') => {
                let digit = u32::from(c).saturating_sub(u32::from('０'));
                return Some((at, c, char::from_digit(digit, 10).unwrap_or('0')));
            }
            (None, _) => {}
        }
    }
    None
}

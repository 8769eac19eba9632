//! Templates: a small, safe part of Jinja, one whole text per language.
//!
//! Promises: a template only sees the facts it is given; an unknown name is an error with its line; nothing can loop,
//! grow or read without end. Allowed are `{{ name }}`, `if`/`elif`/`else`, `for` over a given list and comments;
//! everything that can build text in memory (`set`, `macro`, `~`, `*`, `+`, filters, calls) is refused before it
//! runs, so that fuel and the cap on output bound both time and memory.

use std::collections::BTreeMap;
use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{Environment, ErrorKind, UndefinedBehavior};

use super::kinds::{Letter, Refusal};
use crate::domain::Region;
use crate::domain::lang::Lang;
use crate::i18n::Words;

/// Longest source of a template in bytes.
const SOURCE_CAP: usize = 64 * 1024;
/// Longest text in bytes.
const OUTPUT_CAP: usize = 256 * 1024;
/// `if` and `for` inside each other.
const DEPTH_CAP: usize = 32;
/// Instructions a template may run.
const FUEL: u64 = 200_000;

/// A user's own templates: `(language, name)` → source. `store` reads them; they win over the built-in ones.
pub type Overrides = BTreeMap<(Lang, String), String>;

/// Why a text could not be written. Holds data; `i18n` tells it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// There is no such template.
    #[error("there is no template `{0}`")]
    Unknown(String),
    /// A letter does not fit the lender, or has nothing to rest on.
    #[error("{letter} is not written: {}", refusal.word())]
    Refused {
        /// The letter.
        letter: Letter,
        /// Why.
        refusal: Refusal,
    },
    /// A template has a mistake.
    #[error("template `{name}`, line {line}: {message}")]
    Template {
        /// Its name.
        name: String,
        /// The line, counted in the file.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// A template uses what is not allowed.
    #[error("template `{name}`, line {line}: `{what}` is not allowed in a template")]
    NotAllowed {
        /// Its name.
        name: String,
        /// The line.
        line: usize,
        /// What it uses.
        what: String,
    },
    /// A template is too long, or writes too much.
    #[error("template `{0}` is too long or writes too much")]
    TooLong(String),
    /// A template runs too long.
    #[error("template `{0}` runs too long")]
    RunsTooLong(String),
    /// A template's front matter cannot be read.
    #[error("template `{name}`: {message}")]
    FrontMatter {
        /// Its name.
        name: String,
        /// What is wrong.
        message: String,
    },
}

impl LetterError {
    /// The error in words.
    #[must_use]
    pub fn tell(&self, words: &Words) -> String {
        match self {
            LetterError::Refused { letter, refusal } => refusal.tell(*letter, "", "", words).0,
            LetterError::Unknown(name) => {
                words.with("letters-error-unknown", &[("name", name.into())])
            }
            LetterError::Template {
                name,
                line,
                message,
            } => words.with(
                "letters-error-template",
                &[
                    ("name", name.into()),
                    ("line", (*line).into()),
                    ("message", message.into()),
                ],
            ),
            LetterError::NotAllowed { name, line, what } => words.with(
                "letters-error-not-allowed",
                &[
                    ("name", name.into()),
                    ("line", (*line).into()),
                    ("what", what.into()),
                ],
            ),
            LetterError::TooLong(name) => {
                words.with("letters-error-too-long", &[("name", name.into())])
            }
            LetterError::RunsTooLong(name) => {
                words.with("letters-error-runs-too-long", &[("name", name.into())])
            }
            LetterError::FrontMatter { name, message } => words.with(
                "letters-error-front-matter",
                &[("name", name.into()), ("message", message.into())],
            ),
        }
    }
}

/// The lines between `---` at the top of a template.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FrontMatter {
    /// Its name.
    pub id: String,
    /// `script`, `letter`, `message` or `part`.
    pub kind: Kind,
    /// Facts without which it is not worth sending.
    #[serde(default)]
    pub needs: Vec<String>,
}

/// What a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Words to say, with talk around them.
    Script,
    /// A letter.
    Letter,
    /// A message that fits a phone.
    Message,
    /// What letters share.
    Part,
}

/// A text as written by a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What the template says of itself.
    pub front: FrontMatter,
    /// The text, with blanks still marked.
    pub body: String,
}

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        /// The built-in templates: name, then zh-Hans, zh-Hant, en.
        pub const BUILT_IN: &[(&str, [&str; 3])] = &[$((
            $name,
            [
                include_str!(concat!("templates/zh-Hans/", $name, ".md.j2")),
                include_str!(concat!("templates/zh-Hant/", $name, ".md.j2")),
                include_str!(concat!("templates/en/", $name, ".md.j2")),
            ],
        )),+];
    };
}

templates!(
    "script-phone",
    "script-phone-hk",
    "script-card",
    "script-card-hk",
    "script-court",
    "script-court-hk",
    "script-old-debt",
    "script-old-debt-hk",
    "script-stop",
    "script-stop-hk",
    "script-visit",
    "script-visit-hk",
    "script-sms",
    "script-app",
    "script-app-hk",
    "script-email",
    "script-mediation",
    "script-mediation-hk",
    "holding",
    "holding-hk",
    "letter-hardship",
    "letter-proposal",
    "withdrawal",
    "withdrawal-hk",
    "crisis",
    "part-opening",
    "part-me",
    "part-reach",
    "part-enclosures",
    "part-closing",
    "part-late",
    "part-owed",
    "part-terms",
    "part-budget",
    "part-events",
    "part-law",
    "part-grounds",
    "holding-all",
    "letter-extension",
    "letter-waiver",
    "letter-instalments",
    "letter-settlement",
    "letter-holding",
    "letter-counter",
    "letter-acceptance",
    "letter-mediation",
    "letter-statement",
    "letter-cost",
    "letter-authority",
    "letter-discharge",
    "letter-status",
    "letter-counsellor",
    "letter-stop",
    "letter-complaint",
    "letter-regulator",
    "letter-credit",
    "letter-objection",
    "letter-answer",
);

macro_rules! parts {
    ($($name:literal),+ $(,)?) => {
        /// What several templates have in common: name, then zh-Hans, zh-Hant, en. Only built-in templates include them.
        pub const PARTS: &[(&str, [&str; 3])] = &[$((
            $name,
            [
                include_str!(concat!("templates/zh-Hans/script-part-", $name, ".md.j2")),
                include_str!(concat!("templates/zh-Hant/script-part-", $name, ".md.j2")),
                include_str!(concat!("templates/en/script-part-", $name, ".md.j2")),
            ],
        )),+];
    };
}

parts!(
    "first", "numbers", "before", "ladder", "verify", "opening", "offer", "request", "answers",
    "avoid",
);

/// The template of a name for a region: Hong Kong has texts of its own.
#[must_use]
pub fn regional(name: &str, region: Region) -> &str {
    match region {
        Region::Cn => name,
        Region::Hk => BUILT_IN
            .iter()
            .map(|(known, _)| *known)
            .find(|known| known.strip_suffix("-hk") == Some(name))
            .unwrap_or(name),
    }
}

/// Writes a template.
///
/// # Errors
/// [`LetterError`] with the line of the template.
pub fn render(
    name: &str,
    lang: Lang,
    overrides: &Overrides,
    context: &Value,
) -> Result<Text, LetterError> {
    let whole;
    let source = match overrides.get(&(lang, name.to_owned())) {
        Some(own) => own.as_str(),
        None => {
            let source = built_in(name, lang);
            whole = with_parts(
                source.ok_or_else(|| LetterError::Unknown(name.to_owned()))?,
                lang,
            );
            whole.as_str()
        }
    };
    let (front, body, first_line) = front_matter(name, source)?;
    Ok(Text {
        front,
        body: fill(name, body, first_line, context)?,
    })
}

/// The source of a template: the user's own, else the built-in one.
///
/// # Errors
/// [`LetterError::Unknown`].
pub fn source<'a>(
    name: &str,
    lang: Lang,
    overrides: &'a Overrides,
) -> Result<&'a str, LetterError> {
    overrides
        .get(&(lang, name.to_owned()))
        .map(String::as_str)
        .or_else(|| built_in(name, lang))
        .ok_or_else(|| LetterError::Unknown(name.to_owned()))
}

/// The source of a built-in template.
#[must_use]
pub fn built_in(name: &str, lang: Lang) -> Option<&'static str> {
    let (_, texts) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
    Some(of_lang(texts, lang))
}

/// A built-in source with its parts in their places: each `{% include 'name' %}` alone on its line. It is text for
/// text before anything runs; a part includes none, and what is not a part is refused like any other statement.
fn with_parts(source: &str, lang: Lang) -> String {
    let mut whole = String::with_capacity(source.len());
    for line in source.lines() {
        let name = line
            .strip_prefix("{% include '")
            .and_then(|rest| rest.strip_suffix("' %}"));
        let part = name.and_then(|name| PARTS.iter().find(|(known, _)| *known == name));
        whole.push_str(part.map_or(line, |(_, texts)| of_lang(texts, lang).trim_end()));
        whole.push('\n');
    }
    whole
}

fn of_lang(texts: &[&'static str; 3], lang: Lang) -> &'static str {
    let [zh_hans, zh_hant, en] = *texts;
    match lang {
        Lang::ZhHans => zh_hans,
        Lang::ZhHant => zh_hant,
        Lang::En => en,
    }
}

/// Parts the front matter from the body; also gives the number of lines above the body.
///
/// # Errors
/// [`LetterError::FrontMatter`].
pub fn front_matter<'a>(
    name: &str,
    source: &'a str,
) -> Result<(FrontMatter, &'a str, usize), LetterError> {
    let wrong = |message: String| LetterError::FrontMatter {
        name: name.to_owned(),
        message,
    };
    if source.len() > SOURCE_CAP {
        return Err(LetterError::TooLong(name.to_owned()));
    }
    let (front, body) = source
        .trim_start_matches('\u{feff}')
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .ok_or_else(|| wrong("it must begin with a block between two lines of `---`".to_owned()))?;
    let lines = front.lines().count().saturating_add(2);
    let front: FrontMatter =
        toml::from_str(front).map_err(|error| wrong(error.message().to_owned()))?;
    Ok((front, body, lines))
}

/// Reads a template without filling it: its front matter, its body and the lines above it.
///
/// # Errors
/// [`LetterError`] for a mistake that can be seen without facts.
pub fn sound<'a>(
    name: &str,
    source: &'a str,
) -> Result<(FrontMatter, &'a str, usize), LetterError> {
    let (front, body, above) = front_matter(name, source)?;
    allowed(name, body, above)?;
    let body_for_engine = keep_line_ends(body);
    environment()
        .template_from_named_str(name, &body_for_engine)
        .map(drop)
        .map_err(|error| told(name, above, &error))?;
    Ok((front, body, above))
}

/// Refuses a text that is longer than any letter.
///
/// # Errors
/// [`LetterError::TooLong`].
pub fn small(name: &str, source: &str) -> Result<(), LetterError> {
    if source.len() > SOURCE_CAP {
        return Err(LetterError::TooLong(name.to_owned()));
    }
    Ok(())
}

/// Fills the slots of a text.
///
/// # Errors
/// [`LetterError`]; `lines_above` is added to its line.
pub fn fill(
    name: &str,
    source: &str,
    lines_above: usize,
    context: &Value,
) -> Result<String, LetterError> {
    small(name, source)?;
    if !source.contains('{') {
        return Ok(source.to_owned()); // no slots
    }
    allowed(name, source, lines_above)?;
    let environment = environment();
    let tell = |error: &minijinja::Error| told(name, lines_above, error);
    let source = keep_line_ends(source);
    let template = environment
        .template_from_named_str(name, &source)
        .map_err(|error| tell(&error))?;
    let mut output = Capped(Vec::new());
    template
        .render_captured_to(context.clone(), &mut output)
        .map_err(|error| tell(&error))?;
    String::from_utf8(output.0).map_err(|_| LetterError::TooLong(name.to_owned()))
}

/// The engine without a loader, functions or filters.
fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(16);
    if let Ok(syntax) = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
    {
        environment.set_syntax(syntax);
    }
    environment
}

fn told(name: &str, lines_above: usize, error: &minijinja::Error) -> LetterError {
    match error.kind() {
        ErrorKind::OutOfFuel => LetterError::RunsTooLong(name.to_owned()),
        ErrorKind::WriteFailure => LetterError::TooLong(name.to_owned()),
        kind => LetterError::Template {
            name: name.to_owned(),
            line: error.line().unwrap_or(1).saturating_add(lines_above),
            message: error
                .detail()
                .map_or_else(|| kind.to_string(), str::to_owned),
        },
    }
}

/// A tag alone on its line leaves no empty line; text that ends in a tag keeps its line end. Line numbers stay.
fn keep_line_ends(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    for line in source.lines() {
        kept.push_str(line);
        let trimmed = line.trim();
        let alone = trimmed.starts_with("{%")
            && trimmed.find("%}") == Some(trimmed.len().saturating_sub(2));
        if trimmed.ends_with("%}") && !alone {
            kept.push_str("{{ '' }}");
        }
        kept.push('\n');
    }
    kept
}

/// A writer that refuses to grow beyond [`OUTPUT_CAP`].
struct Capped(Vec<u8>);

impl io::Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > OUTPUT_CAP {
            return Err(io::Error::other("the text is too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Refuses what could build text in memory: only `if`, `for` and plain names are left.
fn allowed(name: &str, source: &str, lines_above: usize) -> Result<(), LetterError> {
    let mut rest = source;
    let mut line = lines_above.saturating_add(1);
    let mut depth = 0_usize;
    while let Some((before, after)) = rest.split_once('{') {
        line = line.saturating_add(before.matches('\n').count());
        let (close, inside) = match after.chars().next() {
            Some('{') => ("}}", after.strip_prefix('{').unwrap_or(after)),
            Some('%') => ("%}", after.strip_prefix('%').unwrap_or(after)),
            Some('#') => ("#}", after.strip_prefix('#').unwrap_or(after)),
            _ => {
                rest = after;
                continue;
            }
        };
        // An unclosed tag is left to the engine, which names it better.
        let Some((code, next)) = inside.split_once(close) else {
            return Ok(());
        };
        let refusal = match close {
            "}}" => forbidden_sign(code),
            "%}" => forbidden_statement(code).or_else(|| forbidden_sign(code)),
            _ => None,
        };
        if let Some(what) = refusal {
            return Err(LetterError::NotAllowed {
                name: name.to_owned(),
                line,
                what,
            });
        }
        if close == "%}" {
            depth = match statement(code) {
                "if" | "for" => depth.saturating_add(1),
                "endif" | "endfor" => depth.saturating_sub(1),
                _ => depth,
            };
            // The engine's time grows with the square of the depth.
            if depth > DEPTH_CAP {
                return Err(LetterError::RunsTooLong(name.to_owned()));
            }
        }
        line = line.saturating_add(code.matches('\n').count());
        rest = next;
    }
    Ok(())
}

/// The first word of a statement.
fn statement(code: &str) -> &str {
    code.trim_matches(|c: char| c.is_whitespace() || c == '-' || c == '+')
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
}

fn forbidden_statement(code: &str) -> Option<String> {
    let word = statement(code);
    let fine = ["if", "elif", "else", "endif", "for", "endfor"];
    (!fine.contains(&word)).then(|| word.to_owned())
}

/// Operators that build text, filters and calls. Text in quotes is compared, never built: it is skipped.
fn forbidden_sign(code: &str) -> Option<String> {
    let mut quote = None;
    for sign in code.trim_matches(['-', '+']).chars() {
        match quote {
            Some(open) if sign == open => quote = None,
            Some(_) => {}
            None if sign == '"' || sign == '\'' => quote = Some(sign),
            None if matches!(sign, '~' | '*' | '+' | '/' | '|' | '(' | '%' | '{') => {
                return Some(sign.to_string());
            }
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    fn filled(source: &str) -> Result<String, LetterError> {
        fill(
            "t",
            source,
            3,
            &context! { name => "李娜", many => vec![1; 300] },
        )
    }

    #[test]
    fn an_unknown_name_is_an_error_with_its_line_in_the_file() {
        let error = filled("好\n{{ nmae }}").unwrap_err();
        assert!(
            matches!(error, LetterError::Template { line: 5, .. }),
            "{error}"
        );
    }

    #[test]
    fn what_can_grow_is_refused() {
        let doubled = "{% set x = 'aaaa' %}".to_owned() + &"{% set x = x ~ x %}".repeat(40);
        for source in [
            doubled.as_str(),
            "{{ 'a' * 1000000000 }}",
            "{{ name ~ name }}",
            "{{ name + name }}",
            "{{ range(1000000) }}",
            "{{ many|join(name) }}",
            "{% macro a(x) %}{{ x }}{% endmacro %}",
            "{% include '/etc/passwd' %}",
            "{% import 'x' as y %}",
            "{% filter upper %}{% endfilter %}",
            "{%- set x %}{{ name }}{% endset %}",
        ] {
            let error = filled(source).unwrap_err();
            assert!(
                matches!(error, LetterError::NotAllowed { line: 4, .. }),
                "{source}: {error}"
            );
        }
    }

    #[test]
    fn loops_and_output_are_bounded() {
        let nested = "{% for a in many %}{% for b in many %}{% for c in many %}x{% endfor %}{% endfor %}{% endfor %}";
        assert_eq!(filled(nested), Err(LetterError::RunsTooLong("t".into())));
        let long = format!("{{% for a in many %}}{}{{% endfor %}}", "长".repeat(1000));
        assert_eq!(filled(&long), Err(LetterError::TooLong("t".into())));
        assert_eq!(
            filled(&"x".repeat(SOURCE_CAP + 1)),
            Err(LetterError::TooLong("t".into()))
        );
    }

    #[test]
    fn comparing_with_quoted_text_is_fine() {
        assert_eq!(
            filled("{% if name == '李*娜' %}a{% else %}{{ name }}{% endif %}").unwrap(),
            "李娜\n"
        );
    }

    #[test]
    fn front_matter_is_read_or_its_mistake_named() {
        let good = "---\nid = \"a\"\nkind = \"letter\"\n---\n# 信\n";
        let (front, body, lines) = front_matter("a", good).unwrap();
        assert_eq!((front.kind, body, lines), (Kind::Letter, "# 信\n", 4));
        assert!(front_matter("a", "# 信").is_err());
        assert!(front_matter("a", "---\nid = \"a\"\nkind = \"poem\"\n---\n").is_err());
    }
}

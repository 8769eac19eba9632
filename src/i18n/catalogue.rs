//! Message catalogues in Fluent, one folder a language, one file a topic.
//!
//! The first segment of a message id names its file: `status-title` stands in `status.ftl`. The words of
//! the domain's enums stand in `word.ftl` as `word-<enum>-<word>`, with `/` written `-`.
//!
//! Only the messages asked for are read, each cut out of its file (a file read whole costs ten times what
//! a short answer says with it). Promises: what a cut gives is what the whole file gives, for every
//! message; a test walks them all.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use memchr::memmem;

use crate::domain::lang::Lang;
use crate::domain::vocabulary::Vocabulary;

/// Declares the catalogue files; each must exist in all three languages.
macro_rules! files {
    ($($topic:literal),+ $(,)?) => {
        /// The catalogue files: topic, then zh-Hans, zh-Hant, en.
        pub const FILES: &[(&str, [&str; 3])] = &[$((
            $topic,
            [
                include_str!(concat!("zh-Hans/", $topic, ".ftl")),
                include_str!(concat!("zh-Hant/", $topic, ".ftl")),
                include_str!(concat!("en/", $topic, ".ftl")),
            ],
        )),+];
    };
}

files! {
    "word",
    "ledger",
    "letters",
    "schema",
    "render",
    "status",
    "terms",
    "schedule",
    "simulate",
    "capacity",
    "statement",
    "log",
    "due",
    "history",
    "offer",
    "agreement",
    "rule",
    "home",
    "quote",
    "cli",
    "error",
    "help",
    "records",
    "audit",
    "solve",
    "plan",
    "zone",
    "promise",
    "workings",
    "rehearse",
    "wording",
    "topic",
}

/// What fills a slot of a message.
#[derive(Clone, Debug)]
pub enum Slot<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A count, which may choose a plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Slot<'a> {
    fn from(text: &'a str) -> Slot<'a> {
        Slot::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Slot<'a> {
    fn from(text: &'a String) -> Slot<'a> {
        Slot::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Slot<'_> {
    fn from(text: String) -> Self {
        Slot::Text(Cow::Owned(text))
    }
}
impl From<u32> for Slot<'_> {
    fn from(count: u32) -> Self {
        Slot::Count(i64::from(count))
    }
}
impl From<i64> for Slot<'_> {
    fn from(count: i64) -> Self {
        Slot::Count(count)
    }
}
impl From<usize> for Slot<'_> {
    fn from(count: usize) -> Self {
        Slot::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The words of one language.
pub struct Words {
    lang: Lang,
    /// Where the messages asked for so far stand in their files.
    found: RefCell<HashMap<String, &'static str>>,
    /// Those of them that need the formatter; made when the first does.
    read: RefCell<Option<Bundle>>,
}

impl Words {
    /// The words of a language. Nothing is read until a message is asked for.
    #[must_use]
    pub fn new(lang: Lang) -> Words {
        Words {
            lang,
            found: RefCell::default(),
            read: RefCell::default(),
        }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without slots.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with its slots filled.
    ///
    /// An unknown id gives the id itself: a test proves that no such id is in the program.
    #[must_use]
    pub fn with(&self, id: &str, slots: &[(&str, Slot<'_>)]) -> String {
        self.find(id, slots).unwrap_or_else(|| id.to_owned())
    }

    /// A message if the catalogue has it.
    #[must_use]
    pub fn find(&self, id: &str, slots: &[(&str, Slot<'_>)]) -> Option<String> {
        let written = self.written(id)?;
        if let Some(text) = plain(written) {
            return Some(text.to_owned());
        }
        let mut read = self.read.borrow_mut();
        let bundle = read.get_or_insert_with(|| {
            let mut bundle = FluentBundle::new(vec![language(self.lang)]);
            bundle.set_use_isolating(false);
            bundle
        });
        if !bundle.has_message(id) {
            // A message with a mistake gives no text; a test proves there is none.
            let resource = FluentResource::try_new(written.to_owned()).ok()?;
            bundle.add_resource_overriding(resource);
        }
        let pattern = bundle.get_message(id)?.value()?;
        let mut args = FluentArgs::new();
        for (name, slot) in slots {
            let value = match slot {
                Slot::Text(text) => FluentValue::String(text.clone()),
                Slot::Count(count) => FluentValue::from(*count),
            };
            args.set(*name, value);
        }
        let mut errors = Vec::new();
        Some(
            bundle
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned(),
        )
    }

    /// The word people read for a variant of one of the domain's enums.
    #[must_use]
    pub fn word<V: Vocabulary>(&self, value: V) -> String {
        self.text(&word_id(value))
    }

    /// The message as it is written in its file.
    fn written(&self, id: &str) -> Option<&'static str> {
        if let Some(written) = self.found.borrow().get(id) {
            return Some(written);
        }
        let written = message(self.source(id)?, id)?;
        self.found.borrow_mut().insert(id.to_owned(), written);
        Some(written)
    }

    /// The file a message stands in.
    fn source(&self, id: &str) -> Option<&'static str> {
        let topic = id.split('-').next().unwrap_or(id);
        let (_, texts) = FILES.iter().find(|(known, _)| *known == topic)?;
        let [zh_hans, zh_hant, en] = *texts;
        Some(match self.lang {
            Lang::ZhHans => zh_hans,
            Lang::ZhHant => zh_hant,
            Lang::En => en,
        })
    }
}

/// Cuts one message out of a file: from its id at the start of a line to the line before the next entry. What
/// goes on in a message is indented, or closes a choice with `}`.
fn message<'a>(file: &'a str, id: &str) -> Option<&'a str> {
    let start = memmem::find_iter(file.as_bytes(), id.as_bytes()).find(|at| {
        let before = file.get(..*at).unwrap_or_default();
        let after = file.get(at.saturating_add(id.len())..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n')) && after.starts_with(" =")
    })?;
    let rest = file.get(start..)?;
    let goes_on = |next: &u8| matches!(next, b' ' | b'}' | b'\n');
    let end = memchr::memchr_iter(b'\n', rest.as_bytes()).find(|at| {
        !rest
            .as_bytes()
            .get(at.saturating_add(1))
            .is_some_and(goes_on)
    });
    Some(end.map_or(rest, |end| rest.get(..end).unwrap_or(rest)))
}

/// The text of a message that is one line without slots: it stands there as it is said.
fn plain(written: &str) -> Option<&str> {
    let (_, text) = written.trim_end().split_once(" = ")?;
    let ready = !text.bytes().any(|byte| matches!(byte, b'{' | b'}' | b'\n'));
    ready.then(|| text.trim_start())
}

/// The id of the message that names a variant.
#[must_use]
pub fn word_id<V: Vocabulary>(value: V) -> String {
    format!("word-{}-{}", V::SLUG, value.as_str().replace('/', "-"))
}

fn language(lang: Lang) -> unic_langid::LanguageIdentifier {
    // Plural rules are the same for both Chinese scripts.
    match lang {
        Lang::ZhHans | Lang::ZhHant => unic_langid::LanguageIdentifier::from_bytes(b"zh"),
        Lang::En => unic_langid::LanguageIdentifier::from_bytes(b"en"),
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast;

    use super::*;

    /// The whole file read by the library is the other reading each cut is held against.
    #[test]
    fn each_message_cut_out_is_the_message_of_the_whole_file() {
        let mut walked = 0_usize;
        for (topic, texts) in FILES {
            for file in texts {
                let whole = fluent_syntax::parser::parse(*file).expect(topic);
                for entry in &whole.body {
                    let ast::Entry::Message(expected) = entry else {
                        continue;
                    };
                    let id = expected.id.name;
                    let written = message(file, id).expect(id);
                    let cut = fluent_syntax::parser::parse(written).expect(id);
                    let [ast::Entry::Message(read)] = cut.body.as_slice() else {
                        panic!("{id} is cut into {} entries", cut.body.len());
                    };
                    assert_eq!(read.value, expected.value, "{id}");
                    let tree = format!("{:?}", read.value);
                    let alone =
                        !tree.contains("MessageReference") && !tree.contains("TermReference");
                    assert!(alone, "{id} needs another entry, which a cut does not hold");
                    if let Some(text) = plain(written) {
                        let said = expected.value.as_ref().expect(id).elements.as_slice();
                        assert_eq!(
                            said,
                            [ast::PatternElement::TextElement { value: text }],
                            "{id}"
                        );
                    }
                    walked = walked.saturating_add(1);
                }
            }
        }
        assert!(walked > 3 * FILES.len());
    }
}

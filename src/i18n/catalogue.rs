//! Message catalogues in Fluent, one folder a language, one file a topic.
//!
//! The first segment of a message id names its file: `status-title` stands in `status.ftl`. The words of
//! the domain's enums stand in `word.ftl` as `word-<enum>-<word>`, with `/` written `-`.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

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

type Bundle = Rc<FluentBundle<FluentResource>>;

/// The words of one language.
pub struct Words {
    lang: Lang,
    bundles: RefCell<HashMap<&'static str, Bundle>>,
}

impl Words {
    /// The words of a language. Nothing is parsed until a message is asked for.
    #[must_use]
    pub fn new(lang: Lang) -> Words {
        Words {
            lang,
            bundles: RefCell::default(),
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
        let bundle = self.bundle(id.split('-').next().unwrap_or(id))?;
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

    fn bundle(&self, topic: &str) -> Option<Bundle> {
        if let Some(bundle) = self.bundles.borrow().get(topic) {
            return Some(Rc::clone(bundle));
        }
        let (topic, texts) = FILES.iter().find(|(known, _)| *known == topic)?;
        let [zh_hans, zh_hant, en] = *texts;
        let source = match self.lang {
            Lang::ZhHans => zh_hans,
            Lang::ZhHant => zh_hant,
            Lang::En => en,
        };
        // A file with a mistake still gives the messages that can be read; a test proves there is none.
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new(vec![language(self.lang)]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let bundle = Rc::new(bundle);
        self.bundles.borrow_mut().insert(topic, Rc::clone(&bundle));
        Some(bundle)
    }
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

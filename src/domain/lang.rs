//! The three languages, and a text that stands in all of them.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A language the program speaks.
    Lang, "lang" {
        /// Simplified Chinese, mainland terms.
        ZhHans = "zh-Hans",
        /// Traditional Chinese, Hong Kong terms.
        ZhHant = "zh-Hant",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// From a locale name or language tag: `zh_CN.UTF-8`, `zh-HK`, `zh-Hant-HK`, `en_GB`, `C`.
    ///
    /// Chinese with `Hant`, `TW`, `HK` or `MO` is Traditional, other Chinese Simplified, English English.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let lower = tag.to_ascii_lowercase();
        let mut pieces = lower.split(['-', '_', '.', '@']);
        match pieces.next()? {
            "zh" if pieces.any(|piece| matches!(piece, "hant" | "tw" | "hk" | "mo")) => {
                Some(Lang::ZhHant)
            }
            "zh" => Some(Lang::ZhHans),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// A text in all three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized {
    /// Simplified Chinese.
    pub zh_hans: String,
    /// Traditional Chinese.
    pub zh_hant: String,
    /// English.
    pub en: String,
}

impl Localized {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhHans => &self.zh_hans,
            Lang::ZhHant => &self.zh_hant,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_map_to_languages() {
        let case = |tag, lang| assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        case("zh_CN.UTF-8", Some(Lang::ZhHans));
        case("zh-SG", Some(Lang::ZhHans));
        case("zh_TW", Some(Lang::ZhHant));
        case("zh-Hant-HK", Some(Lang::ZhHant));
        case("zh_HK.UTF-8", Some(Lang::ZhHant));
        case("en_GB", Some(Lang::En));
        case("C", None);
        case("de_DE", None);
        case("", None);
    }
}

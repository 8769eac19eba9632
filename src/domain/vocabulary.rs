//! Enums whose words are fixed: the same text in the ledger file, in JSON and on the command line.

/// Declares an enum together with its words.
///
/// Each variant has one kebab-case word. The macro gives `ALL`, `as_str`, `Display`, `FromStr`
/// (with [`UnknownWord`]) and `Serialize`. The words people read are looked up in the catalogues by
/// `<kebab enum name>-<word>`; a test keeps the two together through [`Vocabulary`].
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $slug:literal { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $crate::domain::vocabulary::Vocabulary for $name {
            const SLUG: &'static str = $slug;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];
            fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl $name {
            /// The word for it in the ledger file, in JSON and on the command line.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                <Self as $crate::domain::vocabulary::Vocabulary>::as_str(self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::vocabulary::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::domain::vocabulary::UnknownWord {
                        found: text.to_owned(),
                        expected: &[$($word),+],
                    }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use vocabulary;

/// An enum with a fixed word per variant.
pub trait Vocabulary: Copy + 'static {
    /// The enum's name in kebab-case: the first half of its catalogue keys.
    const SLUG: &'static str;
    /// Every variant, in the order of declaration.
    const ALL: &'static [Self];
    /// Every word, in the same order.
    const WORDS: &'static [&'static str];
    /// The word for a variant.
    fn as_str(self) -> &'static str;
}

/// A word that is none of an enum's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not one of {}", expected.join(", "))]
pub struct UnknownWord {
    /// What was written.
    pub found: String,
    /// What could have been written.
    pub expected: &'static [&'static str],
}

//! Ids: short names a person can type, checked once.

use std::fmt;

use serde::{Serialize, Serializer};

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 64 letters, digits, `-`, `_` or `.`, and starts with a letter or digit")]
pub struct IdError;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text of the id.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                if is_slug(text) { Ok(Self(text.to_owned())) } else { Err(IdError) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}

id! {
    /// A lender's id in the ledger.
    LenderId
}
id! {
    /// A debt's id in the ledger.
    DebtId
}
id! {
    /// An offer's id in the ledger.
    OfferId
}
id! {
    /// An agreement's id in the ledger.
    AgreementId
}

fn is_slug(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphanumeric)
        && chars.all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && text.chars().count() <= 64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_slugs_in_any_script() {
        for good in ["zl-1", "招行卡", "a.b_c", "1"] {
            assert!(good.parse::<DebtId>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "a b", "a/b", "a\u{1b}[31m", "\u{202e}x"] {
            assert_eq!(bad.parse::<DebtId>(), Err(IdError), "{bad:?}");
        }
        assert!("x".repeat(65).parse::<DebtId>().is_err());
    }
}

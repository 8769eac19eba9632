//! What the program reads from its environment, once, in `main`.

use std::ffi::OsString;

/// Variables that mean something to the program. Empty ones count as not set.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `FORBEAR_LANG`
    pub lang: Option<String>,
    /// The first set of `LC_ALL`, `LC_MESSAGES`, `LANG`.
    pub locale: Option<String>,
    /// `FORBEAR_LEDGER`
    pub ledger: Option<OsString>,
    /// `FORBEAR_TODAY`
    pub today: Option<String>,
    /// `COLUMNS`
    pub columns: Option<String>,
    /// `NO_COLOR`, `TERM=dumb`: no colour.
    pub no_color: bool,
    /// `CLICOLOR_FORCE`: colour even into a pipe.
    pub force_color: bool,
    /// `COMPLETE`: a shell asks for completions.
    pub complete: bool,
}

impl Environment {
    /// Reads the variables.
    #[must_use]
    pub fn read() -> Environment {
        #[expect(
            clippy::disallowed_methods,
            reason = "the environment is read here, once"
        )]
        let raw = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let text = |name: &str| raw(name).map(|value| value.to_string_lossy().into_owned());
        Environment {
            lang: text("FORBEAR_LANG"),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| text(name)),
            ledger: raw("FORBEAR_LEDGER"),
            today: text("FORBEAR_TODAY"),
            columns: text("COLUMNS"),
            no_color: raw("NO_COLOR").is_some() || text("TERM").is_some_and(|term| term == "dumb"),
            force_color: text("CLICOLOR_FORCE").is_some_and(|force| force != "0"),
            complete: raw("COMPLETE").is_some(),
        }
    }
}

//! Which language to speak, known before the command line is parsed, so that even its errors are told in it.
//!
//! `--lang`, then `FORBEAR_LANG`, then the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`, else the system's), then
//! English.

use std::ffi::OsString;

use crate::domain::lang::Lang;

use super::environment::Environment;

/// Chooses the language.
#[must_use]
pub fn choose(args: &[OsString], environment: &Environment) -> Lang {
    asked(args)
        .or_else(|| read(environment.lang.as_deref()?))
        .or_else(|| match &environment.locale {
            Some(locale) => Lang::from_tag(locale),
            None => Lang::from_tag(&sys_locale::get_locale()?),
        })
        .unwrap_or(Lang::En)
}

/// A language as people name it: `zh-Hans`, or any tag or locale that leads to one.
#[must_use]
pub fn read(text: &str) -> Option<Lang> {
    text.parse().ok().or_else(|| Lang::from_tag(text))
}

/// The last `--lang` before `--`.
fn asked(args: &[OsString]) -> Option<Lang> {
    let mut found = None;
    let mut args = args.iter().map(|arg| arg.to_string_lossy());
    while let Some(arg) = args.next() {
        if arg == "--" {
            break;
        }
        let value = if arg == "--lang" {
            args.next()
        } else {
            arg.strip_prefix("--lang=").map(|v| v.to_owned().into())
        };
        found = value.and_then(|value| read(&value)).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose_from(args: &[&str], lang: Option<&str>, locale: Option<&str>) -> Lang {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let environment = Environment {
            lang: lang.map(str::to_owned),
            locale: Some(locale.unwrap_or("C").to_owned()),
            ..Environment::default()
        };
        choose(&args, &environment)
    }

    #[test]
    fn the_flag_beats_the_variable_beats_the_locale() {
        assert_eq!(choose_from(&[], None, None), Lang::En);
        assert_eq!(choose_from(&[], None, Some("zh_CN.UTF-8")), Lang::ZhHans);
        assert_eq!(choose_from(&[], Some("en"), Some("zh_CN.UTF-8")), Lang::En);
        assert_eq!(
            choose_from(&["status", "--lang", "zh-Hant"], Some("en"), None),
            Lang::ZhHant
        );
        assert_eq!(choose_from(&["--lang=zh-HK"], None, None), Lang::ZhHant);
        assert_eq!(choose_from(&["--", "--lang=zh-HK"], None, None), Lang::En);
        assert_eq!(choose_from(&["--lang"], None, None), Lang::En);
    }

    #[test]
    fn an_unknown_language_leaves_the_next_choice() {
        assert_eq!(
            choose_from(&["--lang", "fr"], Some("zh-Hans"), None),
            Lang::ZhHans
        );
        assert_eq!(
            choose_from(&[], Some("klingon"), Some("zh_HK")),
            Lang::ZhHant
        );
    }
}

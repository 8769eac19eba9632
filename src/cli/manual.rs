//! The manual page in the user's language: laid out by `clap_mangen`, with our own headings.

use clap::Command;

use crate::i18n::Words;

/// The page in roff.
pub(crate) fn page(command: &Command, words: &Words) -> String {
    let mut page = Vec::new();
    let mut command = command.clone();
    command.build();
    let _infallible = clap_mangen::Man::new(command.clone()).render(&mut page);
    let mut text = String::from_utf8_lossy(&page).into_owned();
    for (english, id) in [
        ("NAME", "help-man-name"),
        ("SYNOPSIS", "help-man-synopsis"),
        ("DESCRIPTION", "help-man-description"),
        ("OPTIONS", "help-man-options"),
        ("SUBCOMMANDS", "help-man-commands"),
        ("VERSION", "help-man-version"),
    ] {
        text = text.replace(
            &format!(".SH {english}\n"),
            &format!(".SH \"{}\"\n", words.text(id)),
        );
    }
    text
}

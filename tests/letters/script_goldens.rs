//! Scripts other than the call, of the five situations and the Hong Kong one, whole, in three languages.
//!
//! Provenance: the words were written and read by hand, as the borrower and as the officer; the figures are the
//! engine's. A change of words shows as a diff here: read it aloud, then run `SNAPSHOTS=overwrite cargo test goldens`.

use super::goldens::{SITUATIONS, brief};
use forbear::domain::Lang;
use forbear::domain::vocabulary::Vocabulary;
use forbear::i18n::Words;
use forbear::letters::occasion::{TABLE, choose};
use forbear::letters::{Length, Overrides, Request, script_for};
use forbear::render::{Look, markdown};
use std::path::Path;

#[test]
fn script_goldens_of_every_channel_read_as_they_were_read_aloud() {
    for (name, debt, day, terms) in SITUATIONS {
        let brief = brief(name, debt, day, *terms);
        for lang in Lang::ALL {
            let mut pages: Vec<String> = Vec::new();
            for row in TABLE.iter().filter(|row| row.region == brief.region) {
                let Ok(chosen) = choose(&brief, Some(row.channel), None) else {
                    continue;
                };
                let request = Request {
                    channel: row.channel,
                    occasion: chosen.occasion,
                    length: Length::Full,
                };
                let page =
                    script_for(&brief, request, &Words::new(*lang), &Overrides::new()).unwrap();
                let page = markdown::render(&page.document, &Look::plain(80));
                // The call stands in the other golden; a court paper has one script for every channel.
                if row.template != "script-phone" && !pages.contains(&page) {
                    pages.push(page);
                }
            }
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/letters/scripts")
                .join(format!("{name}.{lang}.md"));
            let text = pages.join("\n---\n\n");
            snapbox::assert_data_eq!(text, snapbox::Data::read_from(&path, None).raw());
        }
    }
}

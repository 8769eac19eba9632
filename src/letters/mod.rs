//! Prose: words for a call, letters and messages, bound to the facts of one debt.
//!
//! Promises: every fact in a text comes from the ledger or the engine ([`brief::Brief`]); one that is missing is a
//! visible blank and is reported; texts ask and never demand; each language has whole texts of its own
//! (`templates/<lang>/`); a user's template cannot run away, read files or ask for memory without end
//! ([`template`]). [`lint`] measures all of it.
//! Leaves to others: arithmetic (`engine`), law (`rules`), shapes (`render`), where a user's templates lie (`store`).

pub mod brief;
pub mod dossier;
pub mod fact;
pub mod facts;
pub mod figures;
pub mod gather;
pub mod grounds;
pub mod kinds;
pub mod lint;
pub mod markup;
pub mod objections;
mod rungs;
pub mod template;
pub mod warning;
mod wording;

pub use brief::{Brief, Sources};
pub use fact::{Fact, Place};
pub use gather::{Asked, gather};
pub use kinds::Letter;
pub use template::{LetterError, Overrides};
pub use warning::Warning;

use crate::domain::Region;
use crate::i18n::Words;
use crate::report::document::Document;

/// How much of a script is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// The ten-second card.
    Short,
    /// Everything from before the call to after it.
    Full,
}

/// A text, and what to know before it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The text.
    pub document: Document,
    /// What is blank in it, and what should be asked or shown first.
    pub warnings: Vec<Warning>,
}

/// Words for a phone call about a debt.
///
/// A court paper, an old debt or someone without a licence changes what may safely be said: the script is then
/// another one (see [`brief::Moment`]).
///
/// # Errors
/// [`LetterError`] names the template and the line; built-in templates never fail (tests render them all).
pub fn script(
    brief: &Brief,
    length: Length,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    let moment = brief.moment();
    let name = match (moment, length) {
        (brief::Moment::Talk, Length::Full) => "script-phone",
        (brief::Moment::Talk, Length::Short) => "script-card",
        (brief::Moment::Court, _) => "script-court",
        (brief::Moment::OldDebt, _) => "script-old-debt",
        (brief::Moment::NotALender, _) => "script-stop",
    };
    let listed = if (moment, length) == (brief::Moment::Talk, Length::Full) {
        objections::tree(brief)
    } else {
        Vec::new()
    };
    let mut written = write(brief, name, words, overrides, &listed)?;
    if moment == brief::Moment::Talk {
        written.warnings.extend(warning::of_talk(brief));
    }
    Ok(written)
}

/// Words for a visit, at the door and before it.
///
/// What stops a call stops a visit: then it is that script (see [`brief::Moment`]).
///
/// # Errors
/// [`LetterError`] names the template and the line.
pub fn visit(brief: &Brief, words: &Words, overrides: &Overrides) -> Result<Written, LetterError> {
    match brief.moment() {
        brief::Moment::Talk => {
            let mut written = write(brief, "script-visit", words, overrides, &[])?;
            written.warnings.extend(warning::of_talk(brief));
            Ok(written)
        }
        brief::Moment::Court | brief::Moment::OldDebt | brief::Moment::NotALender => {
            script(brief, Length::Full, words, overrides)
        }
    }
}

/// The first message to every lender: reachable, working on it, a plan by a day. It promises no money.
///
/// # Errors
/// [`LetterError`] names the template and the line.
pub fn holding(
    brief: &Brief,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    let mut written = write(brief, "holding", words, overrides, &[])?;
    let question = brief.limitation_question();
    written
        .warnings
        .extend(question.map(Warning::LimitationQuestion));
    Ok(written)
}

/// A letter about a debt.
///
/// The warnings hold the limitation question and a promise above the limit where they arise: the caller asks before
/// it shows the letter.
///
/// # Errors
/// [`LetterError::Refused`] where it does not fit the lender or has nothing to rest on; else the template and the line.
pub fn letter(
    brief: &Brief,
    letter: Letter,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    if let Some(refusal) = kinds::refusal(letter, brief) {
        return Err(LetterError::Refused { letter, refusal });
    }
    let kind = kinds::kind(letter);
    let brief = &shaped(brief, kind);
    let lang = words.lang();
    let mut context = facts::letter_context(brief, lang, letter);
    for part in PARTS {
        let text = template::render(part, lang, overrides, &context.clone().into())?;
        let name = part.trim_start_matches("part-").replace('-', "_");
        context.insert(name, text.body.trim_end().into());
    }
    let name = template::regional(kind.template, brief.region);
    let text = template::render(name, lang, overrides, &context.into())?;
    let read = markup::document(&text.body, lang);
    let mut warnings: Vec<Warning> = read.blanks.into_iter().map(Warning::Missing).collect();
    warnings.extend(warning::of_letter(brief, letter));
    Ok(Written {
        document: read.document,
        warnings,
    })
}

/// What letters share, written first: each stands in a letter under its name without `part-`.
const PARTS: [&str; 5] = [
    "part-opening",
    "part-me",
    "part-reach",
    "part-enclosures",
    "part-closing",
];

/// The brief without a proposal of another shape than the letter's: its figures are then blanks, not another plan's.
fn shaped(brief: &Brief, kind: &kinds::Kind) -> Brief {
    let mut brief = brief.clone();
    let fits = |shape: kinds::Shape| {
        let plan = brief.proposal.as_ref();
        plan.is_some_and(|plan| shape.of(&plan.terms))
    };
    if kind.shape.is_some_and(|shape| !fits(shape)) {
        brief.proposal = None;
    }
    brief
}

/// The message that takes back a promise made under pressure, to be sent the same day.
///
/// # Errors
/// [`LetterError`] names the template and the line.
pub fn withdrawal(
    brief: &Brief,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    write(brief, "withdrawal", words, overrides, &[])
}

/// The safety line for the first screen of a crisis: once, never as decoration.
///
/// # Errors
/// [`LetterError`] names the template and the line.
pub fn crisis(
    region: Region,
    words: &Words,
    overrides: &Overrides,
) -> Result<Document, LetterError> {
    let lang = words.lang();
    let text = template::render("crisis", lang, overrides, &facts::crisis(region))?;
    Ok(markup::document(&text.body, lang).document)
}

fn write(
    brief: &Brief,
    name: &str,
    words: &Words,
    overrides: &Overrides,
    listed: &[objections::Branch],
) -> Result<Written, LetterError> {
    let lang = words.lang();
    let mut context = facts::context(brief, lang);
    let answers = objections::written(listed, lang, &context)?;
    context.insert("objections".to_owned(), answers);
    let name = template::regional(name, brief.region);
    let text = template::render(name, lang, overrides, &context.into())?;
    let read = markup::document(&text.body, lang);
    let warnings = read.blanks.into_iter().map(Warning::Missing).collect();
    Ok(Written {
        document: read.document,
        warnings,
    })
}

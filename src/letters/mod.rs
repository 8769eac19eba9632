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
pub mod occasion;
pub mod rehearsal;
mod rungs;
pub mod template;
pub mod warning;
mod wording;

pub use brief::{Brief, Sources};
pub use fact::{Fact, Place};
pub use figures::FigureFrom;
pub use gather::{Asked, gather};
pub use kinds::Letter;
pub use occasion::Occasion;
pub use template::{LetterError, Overrides};
pub use warning::Warning;

use crate::domain::lang::Lang;
use crate::domain::{Channel, Region};
use crate::i18n::Words;
use crate::report::document::{Block, Document};

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

/// Which script is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where it is said or sent.
    pub channel: Channel,
    /// The moment it is for.
    pub occasion: Occasion,
    /// All of it, or the card.
    pub length: Length,
}

/// Words for a phone call about a debt, for the moment the ledger tells.
///
/// # Errors
/// [`LetterError`] names the template and the line; built-in templates never fail (tests render them all).
pub fn script(
    brief: &Brief,
    length: Length,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    let occasion = occasion::choose(brief, Some(Channel::Phone), None)
        .map_or(Occasion::Overdue, |chosen| chosen.occasion);
    let request = Request {
        channel: Channel::Phone,
        occasion,
        length,
    };
    script_for(brief, request, words, overrides)
}

/// Words for a channel and a moment.
///
/// A court paper, an old debt or someone without a licence changes what may safely be said: the script is then
/// another one, whatever was asked for (see [`brief::Moment`]). A text that is sent is written shorter where it does
/// not fit its channel; where even that is too long, it says so.
///
/// # Errors
/// [`LetterError`] names the template and the line.
pub fn script_for(
    brief: &Brief,
    request: Request,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    let row = occasion::row_of(request.channel, brief.region);
    let name = match (brief.moment(), request.length) {
        (brief::Moment::Court, _) => "script-court",
        (brief::Moment::OldDebt, _) => "script-old-debt",
        (brief::Moment::NotALender, _) => "script-stop",
        (brief::Moment::Talk, Length::Short) => "script-card",
        (brief::Moment::Talk, Length::Full) => row.map_or("script-phone", |row| row.template),
    };
    let talk = brief.moment() == brief::Moment::Talk;
    let full = talk && request.length == Length::Full;
    let listed = if full && request.channel == Channel::Phone {
        objections::tree(brief)
    } else {
        Vec::new()
    };
    let page = Page {
        name,
        listed: &listed,
        set: vec![
            ("occasion", request.occasion.as_str().into()),
            ("channel", request.channel.as_str().into()),
        ],
    };
    let mut written = write_page(brief, &page, words, overrides)?;
    if let (true, Some(limit)) = (full, row.and_then(|row| row.limit))
        && over(&written.document, limit).is_some()
    {
        let mut tight = page;
        tight.set.push(("tight", true.into()));
        written = write_page(brief, &tight, words, overrides)?;
        let still = over(&written.document, limit).map(Warning::MessageTooLong);
        written.warnings.extend(still);
    }
    if talk {
        written.warnings.extend(warning::of_talk(brief));
    }
    Ok(written)
}

/// By how many signs the longest text to be sent is too long.
fn over(document: &Document, limit: occasion::Limit) -> Option<usize> {
    document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Quote(text) => limit.over(text),
            _ => None,
        })
        .max()
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
    let mut page = Page {
        name: "holding",
        listed: &[],
        set: Vec::new(),
    };
    let mut written = write_page(brief, &page, words, overrides)?;
    if over(&written.document, occasion::Limit::Sms).is_some() {
        page.set.push(("tight", true.into()));
        written = write_page(brief, &page, words, overrides)?;
        let still = over(&written.document, occasion::Limit::Sms).map(Warning::MessageTooLong);
        written.warnings.extend(still);
    }
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
    let file = template::regional(kind.template, brief.region);
    let source = template::source(file, lang, overrides)?;
    let context = with_parts(brief, letter, lang, overrides, |name| source.contains(name))?;
    let text = template::render(file, lang, overrides, &context.into())?;
    let read = markup::document(&text.body, lang);
    let mut warnings: Vec<Warning> = read.blanks.into_iter().map(Warning::Missing).collect();
    warnings.extend(warning::of_letter(brief, letter));
    Ok(Written {
        document: read.document,
        warnings,
    })
}

/// The facts of a letter, and what letters share already written.
fn with_parts(
    brief: &Brief,
    letter: Letter,
    lang: Lang,
    overrides: &Overrides,
    wanted: impl Fn(&str) -> bool,
) -> Result<facts::Context, LetterError> {
    let mut context = facts::letter_context(brief, lang, letter);
    for (part, name) in PARTS {
        if !wanted(name) {
            continue;
        }
        let text = template::render(part, lang, overrides, &context.clone().into())?;
        context.insert(name.to_owned(), text.body.trim_end().into());
    }
    Ok(context)
}

/// Everything a template of the user's own may name, whether it is a script or a letter.
pub(crate) fn everything(brief: &Brief, lang: Lang) -> Result<facts::Context, LetterError> {
    let mut context = with_parts(brief, Letter::Hardship, lang, &Overrides::new(), |_| true)?;
    let answers = objections::written(&objections::tree(brief), lang, &context)?;
    context.insert("objections".to_owned(), answers);
    Ok(context)
}

/// What letters share, written first, with the name under which each stands in a letter.
const PARTS: [(&str, &str); 12] = [
    ("part-opening", "opening"),
    ("part-me", "me"),
    ("part-late", "late"),
    ("part-owed", "owed_told"),
    ("part-reach", "reach"),
    ("part-terms", "terms"),
    ("part-budget", "budget"),
    ("part-events", "events_told"),
    ("part-law", "law"),
    ("part-grounds", "grounds_told"),
    ("part-enclosures", "enclosures"),
    ("part-closing", "closing"),
];

/// The brief with the terms that the letter is about: the lender's in an acceptance; terms of another shape than the
/// letter's are left out, so that its figures are blanks and not another plan's.
fn shaped(brief: &Brief, kind: &kinds::Kind) -> Brief {
    let mut brief = brief.clone();
    let fits = |shape: kinds::Shape| {
        let plan = brief.proposal.as_ref();
        plan.is_some_and(|plan| shape.of(&plan.terms))
    };
    if kind.shape.is_some_and(|shape| !fits(shape)) {
        brief.proposal = None;
        brief.moved = None;
    }
    if kind.letter == Letter::Acceptance {
        brief.moved = None;
        brief.proposal.clone_from(&brief.dossier.their_plan);
    }
    brief
}

/// The first message to every lender, with whom it goes to: one debt each.
///
/// # Errors
/// [`LetterError`] names the template and the line.
pub fn holding_for_all(
    briefs: &[Brief],
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    let Some(first) = briefs.first() else {
        return Err(LetterError::Unknown("holding-all".to_owned()));
    };
    let lang = words.lang();
    let mut context = facts::context(first, lang);
    context.insert("recipients".to_owned(), facts::recipients(briefs));
    let text = template::render("holding-all", lang, overrides, &context.clone().into())?;
    let mut read = markup::document(&text.body, lang);
    let mut still = None;
    if over(&read.document, occasion::Limit::Sms).is_some() {
        context.insert("tight".to_owned(), true.into());
        let text = template::render("holding-all", lang, overrides, &context.into())?;
        read = markup::document(&text.body, lang);
        still = over(&read.document, occasion::Limit::Sms);
    }
    let mut warnings: Vec<Warning> = read.blanks.into_iter().map(Warning::Missing).collect();
    warnings.extend(still.map(Warning::MessageTooLong));
    let questions = briefs.iter().filter_map(Brief::limitation_question);
    warnings.extend(questions.map(Warning::LimitationQuestion));
    Ok(Written {
        document: read.document,
        warnings,
    })
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
    write(brief, "withdrawal", words, overrides)
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
) -> Result<Written, LetterError> {
    let page = Page {
        name,
        listed: &[],
        set: Vec::new(),
    };
    write_page(brief, &page, words, overrides)
}

/// A template, the answers it lists, and what it is told besides the facts.
struct Page<'a> {
    name: &'a str,
    listed: &'a [objections::Branch],
    set: Vec<(&'static str, minijinja::Value)>,
}

fn write_page(
    brief: &Brief,
    page: &Page<'_>,
    words: &Words,
    overrides: &Overrides,
) -> Result<Written, LetterError> {
    let lang = words.lang();
    let mut context = facts::context(brief, lang);
    for (name, value) in &page.set {
        context.insert((*name).to_owned(), value.clone());
    }
    let answers = objections::written(page.listed, lang, &context)?;
    context.insert("objections".to_owned(), answers);
    let name = template::regional(page.name, brief.region);
    let text = template::render(name, lang, overrides, &context.into())?;
    let read = markup::document(&text.body, lang);
    let warnings = read.blanks.into_iter().map(Warning::Missing).collect();
    Ok(Written {
        document: read.document,
        warnings,
    })
}

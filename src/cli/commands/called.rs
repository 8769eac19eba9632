//! `called`: a call just came. Takes it down, then one screen with what to do.

use clap::FromArgMatches;

use crate::domain::contact::{Channel, Conduct, Direction};
use crate::domain::debt::Debt;
use crate::domain::finding::Finding;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::lender::Region;
use crate::domain::typed::Looking;
use crate::i18n::numbers;
use crate::letters;
use crate::report::document::{Block, Document, NoteKind};
use crate::report::status::StatusFinding;
use crate::rules;
use crate::store::StoreError;

use super::facts::{Known, overrides};
use super::log::{LogAddArgs, Promise, write};
use crate::cli::app::App;
use crate::cli::args::AmountAt;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

/// What was said that weighs on the person, not on the debt.
const HARSH: [Conduct; 4] = [
    Conduct::Threat,
    Conduct::Insult,
    Conduct::Violence,
    Conduct::Disclosure,
];

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let mut args = LogAddArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = match app.load() {
        Ok(loaded) => loaded.ledger,
        Err(CliError::Store(StoreError::NotFound { kept: false, .. })) => return unrecorded(app),
        Err(error) => return Err(error),
    };
    ask(app, &ledger, &mut args)?;
    args.channel = args.channel.or(Some(Channel::Phone));
    args.direction = args.direction.or(Some(Direction::In));
    let about = args.debt.clone();
    if about.is_some() {
        // The screen below says that an answer comes in writing: the day of it is kept in `due`.
        let answer = args.follow_up;
        args.follow_up = answer.or(Some(letters::brief::answer_by(app.as_of())));
    }
    let promise = args.promise;
    // What was said in the call was said: it is taken down whether or not it can be kept.
    let fits = promise.map(|promise| {
        super::guard::promise_fits(app, &ledger, about.as_ref(), promise.amount, promise.on)
    });
    let harsh = args.conduct.iter().any(|conduct| HARSH.contains(conduct));
    let any_conduct = !args.conduct.is_empty();
    let answer_by = args.follow_up;
    let before = findings(app, &ledger, about.as_ref())?;
    let (saved, record) = write(app, &ledger, args, Promise::AlreadyMade)?;
    let exit = app.recorded(&saved, &record)?;
    if app.json() {
        return Ok(exit);
    }
    let mut page = screen(app, &saved.ledger, about.as_ref(), fits.as_ref())?;
    let mut said = findings(app, &saved.ledger, about.as_ref())?;
    said.retain(|finding| !before.contains(finding));
    rule_book(app, &said, &mut page);
    match &about {
        Some(id) => next(app, id, answer_by, &mut page),
        None => next_without_debt(app, &saved.ledger, any_conduct, &mut page),
    }
    if harsh {
        safety(app, &saved.ledger, about.as_ref(), &mut page)?;
    }
    app.emit_document(&page)?;
    Ok(Exit::DONE)
}

fn named<'a>(ledger: &'a Ledger, about: Option<&DebtId>) -> Option<&'a Debt> {
    about.and_then(|id| ledger.debt(id))
}

/// What the rule book says of the debt as the ledger stands.
fn findings(app: &App, ledger: &Ledger, about: Option<&DebtId>) -> Result<Vec<Finding>, CliError> {
    match named(ledger, about) {
        Some(debt) => Ok(rules::findings(&Known::of(app, ledger, debt)?.case())),
        None => Ok(Vec::new()),
    }
}

/// What the rule book says of this call, each with its source.
fn rule_book(app: &App, said: &[Finding], page: &mut Document) {
    let words = &app.words;
    if said.is_empty() {
        return;
    }
    page.heading(words.text("cli-called-rules"));
    for finding in said {
        let finding = StatusFinding::new(finding, words.lang());
        page.note(finding.kind(), finding.with_source(words));
    }
}

/// What comes next, and by when the answer was promised.
fn next(app: &App, id: &DebtId, answer_by: Option<chrono::NaiveDate>, page: &mut Document) {
    let words = &app.words;
    if let Some(day) = answer_by {
        let day = numbers::day_with_weekday(words.lang(), day);
        page.paragraph(words.with("cli-called-answer-by", &[("date", day.into())]));
    }
    page.paragraph(words.text("cli-called-next"));
    page.push(Block::Command(format!("forbear script {id} --short")));
}

/// What comes next after a call about no debt of the ledger.
fn next_without_debt(app: &App, ledger: &Ledger, any_conduct: bool, page: &mut Document) {
    let words = &app.words;
    if any_conduct {
        page.paragraph(words.text("cli-called-conduct-noted"));
    }
    page.paragraph(words.text("cli-called-next-debt"));
    page.push(Block::Command(match ledger.debts.is_empty() {
        true => "forbear debt add".to_owned(),
        false => "forbear status".to_owned(),
    }));
}

/// What to do now, for someone without a ledger: a call does not wait for one.
fn unrecorded(app: &App) -> Result<Exit, CliError> {
    let mut page = screen(app, &Ledger::default(), None, None)?;
    page.paragraph(app.words.text("cli-called-no-ledger"));
    page.push(Block::Command("forbear init".to_owned()));
    app.emit_document(&page)?;
    Ok(Exit::DONE)
}

/// After a harsh call a person comes before a debt.
fn safety(
    app: &App,
    ledger: &Ledger,
    about: Option<&DebtId>,
    page: &mut Document,
) -> Result<(), CliError> {
    let holder = named(ledger, about).and_then(|debt| ledger.holder(debt, app.as_of()));
    let by_currency = match ledger.currency == Region::Hk.currency() {
        true => Region::Hk,
        false => Region::Cn,
    };
    let region = holder.map_or(by_currency, |lender| lender.region);
    let crisis = letters::crisis(region, &app.words, &overrides(app)?)?;
    page.blocks.extend(crisis.blocks);
    Ok(())
}

/// Asks what was not said: about which debt, who, what they wanted, what was promised.
fn ask(app: &App, ledger: &Ledger, args: &mut LogAddArgs) -> Result<(), CliError> {
    // A summary by flag means a script is calling: nothing more is asked.
    if args.summary.is_some() {
        return Ok(());
    }
    if args.debt.is_none() && !ledger.debts.is_empty() {
        let mut items: Vec<String> = ledger
            .debts
            .iter()
            .map(|debt| super::debt_line(ledger, debt))
            .collect();
        items.push(app.words.text("cli-ask-called-no-debt"));
        let place = app
            .ask()
            .choose("<DEBT>", &app.words.text("cli-ask-called-debt"), &items)?;
        args.debt = ledger.debts.get(place).map(|debt| debt.id.clone());
    }
    if args.with_name.is_none() {
        args.with_name = app
            .ask()
            .optional("--with", &app.words.text("cli-ask-called-with"))?;
    }
    if args.company.is_none() {
        args.company = app
            .ask()
            .optional("--company", &app.words.text("cli-ask-called-company"))?;
    }
    args.summary = Some(
        app.ask()
            .line("--summary", &app.words.text("cli-ask-called-summary"))?,
    );
    if args.conduct.is_empty() {
        args.conduct = app
            .ask()
            .words_of("--conduct", &app.words.text("cli-ask-called-conduct"))?;
    }
    if args.promise.is_none() {
        let amount = app
            .ask()
            .optional_money("--promise", &app.words.text("cli-ask-called-promise"))?;
        if let Some(amount) = amount.filter(|amount| amount.is_positive()) {
            let on = app.ask().date(
                "--promise",
                &app.words.text("cli-ask-called-promise-on"),
                Some(app.as_of()),
                Looking::Ahead,
            )?;
            args.promise = Some(AmountAt { amount, on });
        }
    }
    Ok(())
}

/// What to do now.
fn screen(
    app: &App,
    ledger: &Ledger,
    about: Option<&DebtId>,
    fits: Option<&Result<(), CliError>>,
) -> Result<Document, CliError> {
    let words = &app.words;
    let mut page = Document::new(words.text("cli-called-title"), words.lang());
    if let Some(Err(error)) = fits {
        page.note(NoteKind::Warning, error.tell(words).message);
    }
    let mut items = vec![words.text("cli-called-verify")];
    if fits.is_some() {
        items.push(words.text(match about {
            Some(_) => "cli-called-withdraw",
            None => "cli-called-withdraw-alone",
        }));
    }
    items.push(words.text("cli-called-no-codes"));
    items.push(words.text("cli-called-in-writing"));
    items.push(words.text("cli-called-evidence"));
    page.push(Block::List {
        ordered: true,
        items,
    });
    if fits.is_some() {
        if let Some(id) = about {
            super::letter::append_withdrawal(app, ledger, id, &mut page)?;
        }
        page.push(Block::Command(format!(
            "forbear log withdraw {}",
            ledger.contacts.len()
        )));
    }
    Ok(page)
}

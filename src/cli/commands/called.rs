//! `called`: a call just came. Takes it down, then one screen with what to do.

use clap::FromArgMatches;

use crate::domain::contact::{Channel, Direction};
use crate::domain::ledger::Ledger;
use crate::report::document::{Block, Document, NoteKind};

use super::log::{LogAddArgs, Promise, write};
use crate::cli::app::App;
use crate::cli::args::AmountAt;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let mut args = LogAddArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let ledger = app.load()?.ledger;
    ask(app, &ledger, &mut args)?;
    args.channel = args.channel.or(Some(Channel::Phone));
    args.direction = args.direction.or(Some(Direction::In));
    let promise = args.promise;
    let about = args.debt.clone();
    // What was said in the call was said: it is taken down whether or not it can be kept.
    let fits = promise.map(|promise| {
        super::guard::promise_fits(app, &ledger, about.as_ref(), promise.amount, promise.on)
    });
    let (saved, record) = write(app, &ledger, args, Promise::AlreadyMade)?;
    let exit = app.recorded(&saved, &record)?;
    if app.json() {
        return Ok(exit);
    }
    let document = screen(app, &saved.ledger, about.as_ref(), fits.as_ref())?;
    app.emit_document(&document)?;
    Ok(Exit::DONE)
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
    if args.promise.is_none() {
        let amount = app
            .ask()
            .optional_money("--promise", &app.words.text("cli-ask-called-promise"))?;
        if let Some(amount) = amount.filter(|amount| amount.is_positive()) {
            let on = app.ask().date(
                "--promise",
                &app.words.text("cli-ask-called-promise-on"),
                Some(app.as_of()),
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
    about: Option<&crate::domain::id::DebtId>,
    fits: Option<&Result<(), CliError>>,
) -> Result<Document, CliError> {
    let words = &app.words;
    let mut page = Document::new(words.text("cli-called-title"), words.lang());
    if let Some(Err(error)) = fits {
        page.note(NoteKind::Warning, error.tell(words).message);
    }
    let mut items = vec![words.text("cli-called-verify")];
    if fits.is_some() {
        items.push(words.text("cli-called-withdraw"));
    }
    items.push(words.text("cli-called-no-codes"));
    items.push(words.text("cli-called-in-writing"));
    items.push(words.text("cli-called-evidence"));
    page.push(Block::List {
        ordered: true,
        items,
    });
    if let Some(id) = about {
        if fits.is_some() {
            super::letter::append_withdrawal(app, ledger, id, &mut page)?;
            page.push(Block::Command(format!(
                "forbear log withdraw {}",
                ledger.contacts.len()
            )));
        }
        page.paragraph(words.text("cli-called-next"));
        page.push(Block::Command(format!("forbear script {id} --short")));
    }
    Ok(page)
}

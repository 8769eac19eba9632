//! What several commands need to know of a debt, asked of the engine and the rule book in one place.

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::offer::{Offer, Terms};
use crate::domain::position::{Arrears, Position};
use crate::domain::simulation::Simulation;
use crate::engine;
use crate::engine::EngineError;
use crate::engine::plan_base::PlanBase;
use crate::engine::worsens::worsens;
use crate::i18n::Words;
use crate::letters::{Asked, Brief, Overrides, gather};
use crate::report::agreement::{AgreementReport, KeptAgreement};
use crate::report::status::DebtFacts;
use crate::rules::{Books, Case};
use crate::store;

use crate::cli::app::{App, debt};
use crate::cli::error::{CliError, engine_error};
use crate::cli::values;

/// What the engine and the rule book say of one debt.
pub(super) struct Known<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) debt: &'a Debt,
    pub(super) as_of: NaiveDate,
    pub(super) books: &'a Books,
    pub(super) position: Result<Position, EngineError>,
    pub(super) arrears: Result<Arrears, EngineError>,
}

impl<'a> Known<'a> {
    /// Asks the engine.
    pub(super) fn of(
        app: &'a App,
        ledger: &'a Ledger,
        debt: &'a Debt,
    ) -> Result<Known<'a>, CliError> {
        let as_of = app.as_of();
        let agreement = ledger.agreement(&debt.id, as_of);
        Ok(Known {
            ledger,
            debt,
            as_of,
            books: app.books()?,
            position: engine::position::position(debt, agreement, as_of),
            arrears: engine::arrears::arrears(debt, agreement, as_of),
        })
    }

    /// The case for the rule book.
    pub(super) fn case(&self) -> Case<'_> {
        Case::new(
            self.ledger,
            self.debt,
            self.position.as_ref().ok(),
            self.arrears.as_ref().ok(),
            self.as_of,
        )
        .by(self.books)
    }

    /// The facts of a status line.
    pub(super) fn status(self, words: &Words) -> DebtFacts<'a> {
        let mut facts = DebtFacts::new(self.debt, self.ledger.holder(self.debt, self.as_of));
        facts.books = self.books;
        facts.worsens = self
            .arrears
            .as_ref()
            .ok()
            .and_then(|arrears| worsens(self.ledger, self.debt, arrears, self.as_of));
        facts.trouble = self
            .position
            .as_ref()
            .err()
            .map(|error| engine_error(error, words));
        facts.position = self.position.ok();
        facts.arrears = self.arrears.ok();
        facts
    }
}

/// What an offer comes to, measured on the day it was made (O1).
pub(super) fn simulate_offer(
    ledger: &Ledger,
    debt: &Debt,
    offer: &Offer,
) -> Result<Simulation, CliError> {
    simulate(ledger, debt, &offer.terms, offer.on)
}

/// What terms for a debt come to on a day.
pub(super) fn simulate(
    ledger: &Ledger,
    debt: &Debt,
    terms: &Terms,
    as_of: NaiveDate,
) -> Result<Simulation, CliError> {
    let position = engine::position::position(debt, ledger.agreement(&debt.id, as_of), as_of)?;
    let base = PlanBase::of_debt(debt, &position);
    Ok(engine::simulate::simulate(&base, terms)?)
}

/// The facts for a script or a letter.
pub(super) fn brief(
    app: &App,
    ledger: &Ledger,
    id: &DebtId,
    terms: Option<&Terms>,
) -> Result<Brief, CliError> {
    let as_of = app.as_of();
    let found = debt(ledger, id)?;
    let asked = Asked {
        terms,
        go_on: app.yes(),
        books: app.books()?,
    };
    Ok(gather(ledger, found, as_of, asked)?)
}

/// Terms as typed, or the id of an offer in the ledger.
pub(super) fn terms(app: &App, ledger: &Ledger, text: &str) -> Result<Terms, CliError> {
    let offer = text.parse().ok().and_then(|id| ledger.offer(&id));
    match offer {
        Some(offer) => Ok(offer.terms.clone()),
        None => values::terms(text, ledger.currency, &app.words),
    }
}

/// The user's own templates in the language spoken: `<name>.md.j2`.
pub(super) fn overrides(app: &App) -> Result<Overrides, CliError> {
    let lang = app.words.lang();
    let mut found = Overrides::new();
    let Some(folder) = store::paths::templates() else {
        return Ok(found);
    };
    for path in store::paths::list(&folder.join(lang.as_str()), "j2")? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let Some(name) = name.strip_suffix(".md.j2") else {
            continue;
        };
        if let Some(text) = store::paths::read_text(&path)? {
            found.insert((lang, name.to_owned()), text);
        }
    }
    Ok(found)
}

/// How agreements are kept.
pub(super) fn keeping(
    ledger: &Ledger,
    agreements: &[&Agreement],
    as_of: NaiveDate,
) -> Result<AgreementReport, CliError> {
    let mut kept = Vec::new();
    for agreement in agreements {
        let payments = &debt(ledger, &agreement.debt)?.payments;
        let keeping = engine::keeping::keeping(agreement, payments, as_of);
        kept.push(KeptAgreement::new(agreement, &keeping));
    }
    Ok(AgreementReport::new(as_of, kept, ledger.currency))
}

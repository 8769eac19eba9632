//! What several commands need to know of a debt, asked of the engine and the rule book in one place.

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::debt::Debt;
use crate::domain::finding::Finding;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::lender::Region;
use crate::domain::limitation::Limitation;
use crate::domain::offer::{Offer, Terms};
use crate::domain::position::{Arrears, Position};
use crate::domain::simulation::Simulation;
use crate::engine;
use crate::engine::EngineError;
use crate::engine::plan_base::PlanBase;
use crate::i18n::Words;
use crate::letters::{Asked, Brief, Overrides, gather};
use crate::report::agreement::{AgreementReport, KeptAgreement};
use crate::report::status::DebtFacts;
use crate::store;

use crate::cli::app::{App, debt};
use crate::cli::error::{CliError, engine_error};

/// What the engine and the rule book say of one debt.
pub(super) struct Known<'a> {
    pub(super) debt: &'a Debt,
    pub(super) position: Result<Position, EngineError>,
    pub(super) arrears: Result<Arrears, EngineError>,
}

impl<'a> Known<'a> {
    /// Asks the engine.
    pub(super) fn of(ledger: &'a Ledger, debt: &'a Debt, as_of: NaiveDate) -> Known<'a> {
        let agreement = ledger.agreement(&debt.id, as_of);
        Known {
            debt,
            position: engine::position::position(debt, agreement, as_of),
            arrears: engine::arrears::arrears(debt, agreement, as_of),
        }
    }

    /// The facts of a status line.
    pub(super) fn status(
        self,
        ledger: &'a Ledger,
        as_of: NaiveDate,
        words: &Words,
    ) -> DebtFacts<'a> {
        let mut facts = DebtFacts::new(self.debt, ledger.holder(self.debt, as_of));
        facts.findings = self.findings(ledger, as_of);
        facts.limitation = limitation(ledger, self.debt, as_of);
        facts.worsens = self
            .arrears
            .as_ref()
            .ok()
            .and_then(|arrears| engine::worsens::worsens(ledger, self.debt, arrears, as_of));
        facts.trouble = self
            .position
            .as_ref()
            .err()
            .map(|error| engine_error(error, words));
        facts.position = self.position.ok();
        facts.arrears = self.arrears.ok();
        facts
    }

    /// What the rule book finds.
    pub(super) fn findings(&self, _ledger: &Ledger, _as_of: NaiveDate) -> Vec<Finding> {
        Vec::new()
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
        ..Asked::default()
    };
    Ok(gather(ledger, found, as_of, asked)?)
}

/// Terms as typed, or the id of an offer in the ledger.
pub(super) fn terms(ledger: &Ledger, text: &str) -> Result<Terms, CliError> {
    let offer = text.parse().ok().and_then(|id| ledger.offer(&id));
    match offer {
        Some(offer) => Ok(offer.terms.clone()),
        None => Ok(Terms::parse(text)?),
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

/// How long a debt can be brought to court, by the book of whoever holds it.
pub(super) fn limitation(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Option<Limitation> {
    let region = ledger
        .holder(debt, as_of)
        .map_or(Region::Cn, |holder| holder.region);
    let _ = region;
    None
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

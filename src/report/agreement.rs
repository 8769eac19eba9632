//! `agree check` and `agree show`: is an agreement being kept, what is next, what happens if not.

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use crate::domain::agreement::{Agreement, DefaultClause, Form, Keeping, KeepingState, KeptRow};
use crate::domain::id::{AgreementId, DebtId};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::position::DueAmount;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// From this strength on an agreement can be seen in writing (practice.md `no-paper`).
const SEEN_IN_WRITING: u32 = 2;

/// Agreements and how they are kept, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AgreementReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The agreements.
    pub agreements: Vec<KeptAgreement>,
    #[serde(skip)]
    currency: Currency,
}

/// One agreement and how it is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct KeptAgreement {
    /// Its id.
    pub id: AgreementId,
    /// The debt.
    pub debt: DebtId,
    /// When it was signed or confirmed.
    pub signed: NaiveDate,
    /// Its form.
    pub form: Form,
    /// How well it can be proved, 0 to 4.
    pub proof: Option<u32>,
    /// How it stands.
    pub state: KeepingState,
    /// Paid of it.
    pub paid: Money,
    /// Left of it.
    pub left: Money,
    /// What falls due next.
    pub next_due: Option<DueAmount>,
    /// Rows missed.
    pub missed: Vec<AgreementRow>,
    /// Last day to mend the oldest missed row.
    pub mend_by: Option<NaiveDate>,
    /// Since when it is broken.
    pub broken_on: Option<NaiveDate>,
    /// What revives if it is broken.
    pub revives: DefaultClause,
    /// Its rows.
    pub rows: Vec<AgreementRow>,
}

/// A row of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AgreementRow {
    /// Due date.
    pub on: NaiveDate,
    /// Agreed.
    pub amount: Money,
    /// Paid of it.
    pub paid: Money,
    /// Open of it.
    pub open: Money,
}

impl From<&KeptRow> for AgreementRow {
    fn from(row: &KeptRow) -> AgreementRow {
        AgreementRow {
            on: row.on,
            amount: row.amount,
            paid: row.paid,
            open: row.open(),
        }
    }
}

impl KeptAgreement {
    /// An agreement with what the engine found of it.
    #[must_use]
    pub fn new(agreement: &Agreement, keeping: &Keeping) -> KeptAgreement {
        KeptAgreement {
            id: agreement.id.clone(),
            debt: agreement.debt.clone(),
            signed: agreement.signed,
            form: agreement.form,
            proof: agreement.proof,
            state: keeping.state,
            paid: keeping.paid,
            left: keeping.left,
            next_due: keeping.next_due,
            missed: keeping.missed.iter().map(AgreementRow::from).collect(),
            mend_by: keeping.mend_by,
            broken_on: keeping.broken_on,
            revives: keeping.revives,
            rows: keeping.rows.iter().map(AgreementRow::from).collect(),
        }
    }
}

impl AgreementReport {
    /// The report of these agreements on a day.
    #[must_use]
    pub fn new(
        as_of: NaiveDate,
        agreements: Vec<KeptAgreement>,
        currency: Currency,
    ) -> AgreementReport {
        AgreementReport {
            as_of,
            agreements,
            currency,
        }
    }

    /// Whether every one is being kept or done; for the exit code of `agree check`.
    #[must_use]
    pub fn all_kept(&self) -> bool {
        self.agreements.iter().all(|agreement| {
            matches!(
                agreement.state,
                KeepingState::Kept | KeepingState::Completed
            )
        })
    }
}

impl Report for AgreementReport {
    const SCHEMA: &'static str = "forbear.agreement.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let date = figures.date(self.as_of);
        let title = words.with("agreement-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        if self.agreements.is_empty() {
            document.paragraph(words.text("agreement-empty"));
            document.push(Block::Command("forbear agree add".to_owned()));
        }
        for agreement in &self.agreements {
            told(agreement, figures, words, &mut document);
        }
        document
    }
}

fn told(agreement: &KeptAgreement, figures: Numbers, words: &Words, document: &mut Document) {
    document.heading(words.with(
        "agreement-heading",
        &[
            ("id", agreement.id.as_str().into()),
            ("debt", agreement.debt.as_str().into()),
        ],
    ));
    standing(agreement, figures, words, document);
    if let Some(due) = agreement.next_due {
        document.paragraph(words.with(
            "agreement-next",
            &[
                (
                    "date",
                    numbers::date_with_weekday(words.lang(), due.on).into(),
                ),
                ("amount", figures.money(due.amount).into()),
            ],
        ));
        document.push(Block::Command(format!(
            "forbear pay {} {}",
            agreement.debt, due.amount
        )));
    }
    let mut pairs: Vec<(String, Cell)> = vec![
        (
            words.text("agreement-form"),
            numbers::capitalised(&words.word(agreement.form)).into(),
        ),
        (words.text("agreement-signed"), agreement.signed.into()),
    ];
    if let Some(proof) = agreement.proof {
        pairs.push((words.text("agreement-proof"), Cell::Count(proof)));
    }
    document.push(Block::KeyValues(pairs));
    let oral = agreement.proof.is_none() && agreement.form == Form::Oral;
    if oral || agreement.proof.is_some_and(|proof| proof < SEEN_IN_WRITING) {
        document.note(NoteKind::Warning, words.text("agreement-proof-weak"));
    }
    document.push(Block::Table(rows(agreement, words)));
}

/// One or two sentences: how it stands, and what can still be done.
fn standing(agreement: &KeptAgreement, figures: Numbers, words: &Words, document: &mut Document) {
    let missed: Money = agreement.missed.iter().map(|row| row.open).sum();
    let revives = || {
        let what = words.word(agreement.revives);
        words.with("agreement-revives", &[("what", what.into())])
    };
    match agreement.state {
        KeepingState::Kept => document.paragraph(words.with(
            "agreement-kept",
            &[
                ("paid", figures.money(agreement.paid).into()),
                ("left", figures.money(agreement.left).into()),
            ],
        )),
        KeepingState::Completed => document.paragraph(words.with(
            "agreement-completed",
            &[("paid", figures.money(agreement.paid).into())],
        )),
        KeepingState::Late => {
            let amount = figures.money(missed);
            let mut said = vec![words.with("agreement-late", &[("amount", amount.into())])];
            if let Some(by) = agreement.mend_by {
                let date = numbers::date_with_weekday(words.lang(), by);
                said.push(words.with("agreement-mend", &[("date", date.into())]));
            }
            said.push(revives());
            let text = super::figure::sentences(&said, words.lang());
            document.note(NoteKind::Serious, text);
        }
        KeepingState::Broken => {
            let since = agreement
                .broken_on
                .or_else(|| agreement.missed.first().map(|row| row.on))
                .unwrap_or(agreement.signed);
            let slots = [
                ("date", figures.date(since).into()),
                ("amount", figures.money(missed).into()),
            ];
            let said = [words.with("agreement-broken", &slots), revives()];
            let text = super::figure::sentences(&said, words.lang());
            document.note(NoteKind::Serious, text);
            let command = format!("forbear script {}", agreement.debt);
            document.push(Block::Command(command));
        }
    }
}

fn rows(agreement: &KeptAgreement, words: &Words) -> Table {
    let mut table = Table::new(
        [
            "agreement-column-on",
            "agreement-column-amount",
            "agreement-column-paid",
            "agreement-column-open",
        ]
        .map(|id| words.text(id)),
    );
    let mut sums = (Money::ZERO, Money::ZERO, Money::ZERO);
    for row in &agreement.rows {
        table.row(vec![
            row.on.into(),
            row.amount.into(),
            row.paid.into(),
            row.open.into(),
        ]);
        sums.0 += row.amount;
        sums.1 += row.paid;
        sums.2 += row.open;
    }
    table.total(vec![
        words.text("agreement-total").into(),
        sums.0.into(),
        sums.1.into(),
        sums.2.into(),
    ]);
    table
}

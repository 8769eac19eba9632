//! Questions that are asked before something is written or said: would it restart an old debt, can the promise be
//! kept, is everyone told the same. The answers come from the engine; the words stand in `cli.ftl`.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::capacity::{Reserved, ReservedBy};
use crate::domain::contact::Told;
use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::lender::Region;
use crate::domain::money::Money;
use crate::domain::position::PositionNote;
use crate::domain::promise::ToldFact;
use crate::engine::promises;
use crate::engine::told;
use crate::i18n::numbers::{Numbers, moment, month};

use crate::cli::app::App;
use crate::cli::error::CliError;

/// Refuses a date after the day that counts as today: what has not happened is not recorded.
pub(super) fn not_in_future(app: &App, on: NaiveDate) -> Result<(), CliError> {
    if on <= app.as_of() {
        return Ok(());
    }
    Err(CliError::Refused {
        kind: "date-in-future",
        message: app.word(
            "cli-guard-future",
            &[
                ("date", on.to_string().into()),
                ("as-of", app.as_of().to_string().into()),
            ],
        ),
        hints: vec![app.words.text("cli-guard-future-hint")],
    })
}

/// Refuses a contact that has not come yet; on another day than the clock's, the hour is not held against it.
pub(super) fn moment_not_in_future(app: &App, at: NaiveDateTime) -> Result<(), CliError> {
    let to_come = match app.now() {
        Some(now) => at > now,
        None => at.date() > app.as_of(),
    };
    if !to_come {
        return Ok(());
    }
    Err(CliError::Refused {
        kind: "date-in-future",
        message: app.word(
            "cli-guard-future-moment",
            &[("at", moment(app.words.lang(), at).into())],
        ),
        hints: vec![app.words.text("cli-guard-future-moment-hint")],
    })
}

/// Asks before a claim is written whose overdue part is more than all that is owed: two figures changed places, or a part
/// is missing.
pub(super) fn overdue_within(
    app: &App,
    ledger: &Ledger,
    overdue: Option<Money>,
    total: Money,
) -> Result<(), CliError> {
    let Some(overdue) = overdue.filter(|overdue| *overdue > total) else {
        return Ok(());
    };
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    app.sure(&app.word(
        "cli-guard-overdue-more",
        &[
            ("overdue", shown.money(overdue).into()),
            ("total", shown.money(total).into()),
        ],
    ))
}

/// Warns of a lender whose contracts are usually in another currency than the ledger's: one ledger, one currency.
pub(super) fn currency(app: &App, ledger: &Ledger, region: Region) {
    let usual = region.currency();
    if usual == ledger.currency || app.json() {
        return;
    }
    let text = app.word(
        "cli-guard-currency",
        &[
            ("region", app.words.word(region).into()),
            ("ledger", app.words.word(ledger.currency).into()),
            ("usual", app.words.word(usual).into()),
            ("code", usual.as_str().into()),
        ],
    );
    app.say(&app.word("cli-warning", &[("text", text.into())]));
}

/// Asks before anything that would restart or waive the limitation of an old debt (product.md §5).
pub(super) fn old_debt(
    app: &App,
    ledger: &Ledger,
    debt: &Debt,
    question: &str,
) -> Result<(), CliError> {
    let known = super::facts::Known::of(app, ledger, debt)?;
    let Some(limitation) = crate::rules::limitation(&known.case()) else {
        return Ok(());
    };
    if !(limitation.near || limitation.over) {
        return Ok(());
    }
    let not_before = limitation.not_before.map_or_else(
        || app.words.text("cli-unknown-date"),
        |date| date.to_string(),
    );
    app.sure(&app.word(
        question,
        &[
            ("debt", debt.id.as_str().into()),
            ("date", not_before.into()),
        ],
    ))
}

/// Asks before a payment above what is owed on its day, as far as the ledger knows.
pub(super) fn not_too_much(
    app: &App,
    ledger: &Ledger,
    debt: &Debt,
    amount: Money,
    on: NaiveDate,
) -> Result<(), CliError> {
    let agreement = ledger.agreement(&debt.id, on);
    // Where nothing can be worked out, nothing is too much.
    let Ok(position) = crate::engine::position::position(debt, agreement, on) else {
        return Ok(());
    };
    let owed = position.parts.total();
    let unknown = position.notes.contains(&PositionNote::NothingKnown) || !position.is_whole();
    if unknown || amount <= owed {
        return Ok(());
    }
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    app.sure(&app.word(
        "cli-guard-too-much",
        &[
            ("amount", shown.money(amount).into()),
            ("debt", debt.id.as_str().into()),
            ("owed", shown.money(owed).into()),
        ],
    ))
}

/// Refuses a promise that passes what its month can bear (M2). Without an income nothing can be said.
pub(super) fn promise_fits(
    app: &App,
    ledger: &Ledger,
    debt: Option<&DebtId>,
    amount: Money,
    on: NaiveDate,
) -> Result<(), CliError> {
    if ledger.incomes.is_empty() || on < app.as_of() {
        return Ok(());
    }
    let fit = promises::promise_fits(ledger, debt, amount, on, app.as_of())?;
    if fit.fits() {
        return Ok(());
    }
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    let mut hints: Vec<String> = fit
        .reserved
        .iter()
        .map(|one| reserved(app, shown, one))
        .collect();
    hints.push(app.words.text("cli-guard-promise-hint"));
    Err(CliError::Refused {
        kind: "promise-does-not-fit",
        message: app.word(
            "cli-guard-promise",
            &[
                ("amount", shown.money(amount).into()),
                ("month", month(app.words.lang(), fit.month).into()),
                ("limit", shown.money(fit.limit).into()),
                ("over", shown.money(fit.over).into()),
            ],
        ),
        hints,
    })
}

fn reserved(app: &App, shown: Numbers, one: &Reserved) -> String {
    let (id, by) = match &one.by {
        ReservedBy::Agreement(id) => ("cli-guard-reserved-agreement", id.to_string()),
        ReservedBy::Offer(id) => ("cli-guard-reserved-offer", id.to_string()),
        ReservedBy::Promise(at) => ("cli-guard-reserved-promise", moment(app.words.lang(), *at)),
    };
    app.word(
        id,
        &[
            ("amount", shown.money(one.amount).into()),
            ("date", shown.date(one.on).into()),
            ("by", by.into()),
        ],
    )
}

/// Asks before a lender is told something else than a lender was told before.
pub(super) fn told_alike(
    app: &App,
    ledger: &Ledger,
    debt: &DebtId,
    now: &Told,
) -> Result<(), CliError> {
    let shown = Numbers::new(app.words.lang(), ledger.currency);
    let differences = told::differences(ledger, debt, now, app.as_of());
    if differences.is_empty() {
        return Ok(());
    }
    let mut lines = vec![app.words.text("cli-guard-told")];
    for one in differences {
        let (id, now, before) = match one.fact {
            // Reasons may be about health or family: that they differ is said, not what they are.
            ToldFact::Reason { .. } => ("cli-guard-told-reason", String::new(), String::new()),
            ToldFact::Income { now, before } => (
                "cli-guard-told-income",
                shown.money(now),
                shown.money(before),
            ),
            ToldFact::Monthly { now, before } => (
                "cli-guard-told-monthly",
                shown.money(now),
                shown.money(before),
            ),
        };
        let to = one
            .debt
            .map_or_else(|| app.words.text("cli-no-debt"), |debt| debt.to_string());
        lines.push(app.word(
            id,
            &[
                ("debt", to.into()),
                ("date", shown.date(one.at.date()).into()),
                ("now", now.into()),
                ("before", before.into()),
            ],
        ));
    }
    app.sure(&lines.join("\n"))
}

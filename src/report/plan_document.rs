//! `plan` for people: what each lender gets, month by month, what is offered and what is only assumed.

use super::document::{Block, Cell, Document, NoteKind, Table};
use super::plan::PlanReport;
use super::{plan_level, plan_watch, terms};
use crate::domain::id::DebtId;
use crate::domain::lang::Lang;
use crate::domain::money::Money;
use crate::domain::selection::Origin;
use crate::domain::strategy::{Strategy, TriageReason};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// Months side by side in one table of a terminal.
const COLUMNS: usize = 4;
/// One sign of a bar stands for so many hundredths of a percent.
const SIGN: i128 = 500;

/// The document of a plan.
pub(super) fn document(plan: &PlanReport, words: &Words) -> Document {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    let slots = [
        ("strategy", words.word(plan.strategy).into()),
        ("date", figures.date(plan.as_of).into()),
    ];
    let mut document = Document::new(words.with("plan-title", &slots), words.lang());
    let reasons = plan.certificate.is_some() || plan.undecided;
    if plan.choices.is_empty() && !reasons && !plan.shown.nothing {
        document.paragraph(words.text("plan-no-debts"));
        others(plan, &mut document, words);
        return document;
    }
    if plan.shown.nothing {
        nothing(plan, &mut document, words);
        others(plan, &mut document, words);
        return document;
    }
    let next = figures.money(plan.shown.next);
    document.paragraph(words.with("plan-next", &[("amount", next.into())]));
    if !plan.choices.is_empty() {
        lenders(plan, &mut document, words);
        result(plan, &mut document, words);
        months(plan, &mut document, words);
        plan_level::section(plan, &mut document, words);
    }
    if plan.undecided {
        document.note(NoteKind::Warning, words.text("plan-undecided"));
    }
    no_plan(plan, &mut document, words);
    said(plan, &mut document, words);
    plan_watch::offers(plan, &mut document, words);
    compared(plan, &mut document, words);
    others(plan, &mut document, words);
    document.note(NoteKind::Plain, words.text("plan-mark"));
    document
}

fn lenders(plan: &PlanReport, document: &mut Document, words: &Words) {
    let mut table = Table::new(
        [
            "plan-column-debt",
            "plan-column-owed",
            "plan-column-first",
            "plan-column-total",
            "plan-column-ends",
            "plan-column-share",
        ]
        .map(|id| words.text(id)),
    );
    for choice in &plan.choices {
        let ends = choice.ends_on.map(|on| on.format("%Y-%m").to_string());
        let share = format!("{}%", choice.share);
        // In one cell: where the table does not fit, a bar of its own would stand without a name.
        let share = if plan.shown.bars {
            format!("{share:>7} {}", bar(choice.total, plan.total))
        } else {
            share
        };
        table.row(vec![
            choice.debt.as_str().into(),
            choice.owed.into(),
            choice.first_payment.into(),
            choice.total.into(),
            ends.into(),
            share.into(),
        ]);
    }
    let owed: Money = plan.choices.iter().map(|choice| choice.owed).sum();
    table.total(vec![
        words.text("plan-total").into(),
        owed.into(),
        Cell::Empty,
        plan.total.into(),
        plan.ends_on.map(|on| on.format("%Y-%m").to_string()).into(),
        Cell::Empty,
    ]);
    document.push(Block::Table(table));
}

/// A bar of plain signs: block characters are two columns wide in many Chinese terminals.
fn bar(part: Money, whole: Money) -> String {
    let share = part
        .minor()
        .saturating_mul(10_000)
        .checked_div(whole.minor())
        .unwrap_or(0);
    let signs = share
        .saturating_add(SIGN)
        .saturating_sub(1)
        .checked_div(SIGN)
        .and_then(|signs| usize::try_from(signs).ok());
    "#".repeat(signs.unwrap_or(0))
}

fn result(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    if let Some(proven) = plan.proven_optimal {
        let gap = figures.money(plan.gap.unwrap_or(Money::ZERO));
        document.paragraph(if proven {
            words.text("plan-proven")
        } else {
            words.with("plan-gap", &[("amount", gap.into())])
        });
        plan_watch::notes(plan, document, words);
        return;
    }
    document.paragraph(match plan.ends_on {
        Some(on) => words.with("plan-shared-ends", &[("date", figures.date(on).into())]),
        None => words.text("plan-shared-never"),
    });
    if !plan.longer_than_room.is_empty() {
        let ids = joined(&plan.longer_than_room, words);
        document.note(
            NoteKind::Warning,
            words.with("plan-longer", &[("ids", ids.into())]),
        );
    }
    if !plan.below_least.is_empty() {
        let ids = joined(&plan.below_least, words);
        document.note(
            NoteKind::Warning,
            words.with("plan-below", &[("ids", ids.into())]),
        );
    }
    if !plan.late_starts.is_empty() {
        let ids = joined(&plan.late_starts, words);
        document.note(
            NoteKind::Warning,
            words.with("plan-late-start", &[("ids", ids.into())]),
        );
    }
    plan_watch::notes(plan, document, words);
}

pub(super) fn joined(ids: &[DebtId], words: &Words) -> String {
    let ids: Vec<&str> = ids.iter().map(DebtId::as_str).collect();
    ids.join(match words.lang() {
        Lang::ZhHans | Lang::ZhHant => "、",
        Lang::En => ", ",
    })
}

fn months(plan: &PlanReport, document: &mut Document, words: &Words) {
    let without = |month: &&super::plan::PlanMonth| month.paid.is_zero();
    let shown: Vec<_> = plan
        .months
        .iter()
        .skip_while(without)
        .take(plan.shown.months)
        .collect();
    if shown.is_empty() {
        return;
    }
    document.heading(words.text("plan-months"));
    for group in shown.chunks(COLUMNS) {
        let mut columns = vec![words.text("plan-column-debt")];
        columns.extend(
            group
                .iter()
                .map(|month| month.month.format("%Y-%m").to_string()),
        );
        let mut table = Table::new(columns);
        for (at, choice) in plan.choices.iter().enumerate() {
            let amounts: Vec<Money> = group
                .iter()
                .filter_map(|month| month.debts.get(at))
                .map(|part| part.amount)
                .collect();
            if amounts.iter().all(|amount| amount.is_zero()) {
                continue;
            }
            let mut cells = vec![Cell::from(choice.debt.as_str())];
            cells.extend(amounts.into_iter().map(Cell::from));
            table.row(cells);
        }
        let row = |id: &str, amount: fn(&super::plan::PlanMonth) -> Money| {
            let mut cells = vec![Cell::from(words.text(id))];
            cells.extend(group.iter().map(|month| Cell::from(amount(month))));
            cells
        };
        table.total(row("plan-paid", |month| month.paid));
        table.total(row("plan-can", |month| month.budget));
        document.push(Block::Table(table));
    }
    plan_watch::empty(plan, document, words);
}

fn no_plan(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    let month = |date| numbers::month(words.lang(), date);
    let Some(certificate) = &plan.certificate else {
        return;
    };
    document.heading(words.text("plan-none"));
    let slots = [
        ("month", month(certificate.month).into()),
        ("amount", figures.money(certificate.short_by).into()),
        ("ids", joined(&certificate.because, words).into()),
    ];
    let alone = certificate.because.len() == 1;
    document.paragraph(match certificate.proof {
        "combinations" if alone => words.with("plan-none-alone", &slots),
        "no-choice" => words.with("plan-none-no-choice", &slots[2..]),
        "month" => words.with("plan-none-month", &slots),
        _ => words.with("plan-none-together", &slots),
    });
    if !certificate.least {
        document.paragraph(words.text("plan-none-not-least"));
    }
    if plan.choices.is_empty() {
        plan_watch::empty(plan, document, words);
    }
    ways_out(plan, document, words);
    steps(plan, document, words);
}

/// More money, or more than the lenders are known to grant: either would make a plan.
fn ways_out(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    let Some(out) = &plan.ways_out else { return };
    let mut money = Vec::new();
    if let Some(amount) = out.each_month {
        let id = if out.each_month_least {
            "plan-out-each"
        } else {
            "plan-out-each-most"
        };
        let amount = figures.money(amount);
        money.push(words.with(id, &[("amount", amount.into())]));
    }
    // A sum that would simply pay everything off is no way out.
    let year = |each: Money| Money::from_minor(each.minor().saturating_mul(12));
    let small =
        |one: &&super::no_plan::OneMonth| out.each_month.is_none_or(|each| one.amount < year(each));
    if let Some(one) = out.one_month.as_ref().filter(small) {
        let slots = [
            ("month", numbers::month(words.lang(), one.month).into()),
            ("amount", figures.money(one.amount).into()),
        ];
        money.push(words.with("plan-out-one", &slots));
    }
    let asks: Vec<String> = out
        .ask
        .iter()
        .map(|ask| {
            let slots = [
                ("debt", ask.debt.as_str().into()),
                ("terms", terms::in_words(&ask.terms, figures, words).into()),
                ("payment", figures.money(ask.payment).into()),
            ];
            words.with("plan-out-ask", &slots)
        })
        .collect();
    if money.is_empty() && asks.is_empty() {
        document.paragraph(words.text("plan-out-none"));
    }
    let both = !money.is_empty();
    let lists = [
        ("plan-out", money),
        (if both { "plan-out-or" } else { "plan-out-asks" }, asks),
    ];
    for (heading, items) in lists {
        if !items.is_empty() {
            document.paragraph(words.text(heading));
            document.push(Block::List {
                ordered: false,
                items,
            });
        }
    }
}

/// What is usually done where no plan fits.
fn steps(plan: &PlanReport, document: &mut Document, words: &Words) {
    if let Some(steps) = &plan.shown.no_plan {
        document.paragraph(steps.act.get(words.lang()));
        document.paragraph(steps.avoid.get(words.lang()));
    }
    if let Some(help) = &plan.shown.help {
        document.note(NoteKind::Plain, help.as_str());
    }
}

/// What every choice rests on.
fn said(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    let mut items = Vec::new();
    for choice in &plan.choices {
        let mut text = match (&choice.terms, choice.reason) {
            (Some(terms), _) => {
                let slots = [
                    ("debt", choice.debt.as_str().into()),
                    ("terms", terms::in_words(terms, figures, words).into()),
                    (
                        "origin",
                        numbers::capitalised(&words.word(choice.origin)).into(),
                    ),
                ];
                words.with("plan-choice", &slots)
            }
            (None, Some(reason)) if reason != TriageReason::Share => {
                let slots = [
                    ("debt", choice.debt.as_str().into()),
                    ("reason", words.word(reason).into()),
                ];
                words.with("plan-first", &slots)
            }
            (None, _) => continue,
        };
        if let Some(by) = choice.reply_by {
            text.push_str(&words.with("plan-reply-by", &[("date", figures.date(by).into())]));
        }
        items.push(text);
    }
    if items.is_empty() {
        return;
    }
    document.heading(words.text("plan-why"));
    document.push(Block::List {
        ordered: false,
        items,
    });
    let assumed = |choice: &&super::plan::ChoiceReport| {
        choice.origin == Origin::Assumed
            && choice
                .terms
                .as_ref()
                .is_some_and(|terms| terms.freeze || !terms.waive.is_empty())
    };
    let ask: Vec<DebtId> = plan
        .choices
        .iter()
        .filter(assumed)
        .map(|choice| choice.debt.clone())
        .collect();
    if !ask.is_empty() {
        let ids = joined(&ask, words);
        document.note(
            NoteKind::Warning,
            words.with("plan-ask-first", &[("ids", ids.into())]),
        );
    }
}

fn compared(plan: &PlanReport, document: &mut Document, words: &Words) {
    if plan.compared.is_empty() {
        return;
    }
    document.heading(words.text("plan-compared"));
    let mut table = Table::new(
        [
            "plan-column-strategy",
            "plan-column-total",
            "plan-column-ends",
            "plan-column-closed",
            "plan-column-room",
        ]
        .map(|id| words.text(id)),
    );
    for one in &plan.compared {
        let room = if one.within_room {
            "plan-yes"
        } else {
            "plan-no"
        };
        table.row(vec![
            numbers::capitalised(&words.word(one.strategy)).into(),
            one.total.into(),
            one.ends_on.map(|on| on.format("%Y-%m").to_string()).into(),
            Cell::Count(one.closed_in_a_year),
            words.text(room).into(),
        ]);
    }
    document.push(Block::Table(table));
    let total_of = |wanted: bool| {
        let of = plan.compared.iter();
        let of = of.filter(move |one| (one.strategy == Strategy::Optimal) == wanted);
        of.filter_map(|one| one.total).min()
    };
    if let (Some(level), Some(shared)) = (total_of(true), total_of(false))
        && shared < level
    {
        document.note(NoteKind::Plain, words.text("plan-compared-mark"));
    }
}

/// What stays as it is, what is not known, what can be taken first.
fn others(plan: &PlanReport, document: &mut Document, words: &Words) {
    if !plan.settled.is_empty() {
        let ids = joined(&plan.settled, words);
        document.note(
            NoteKind::Plain,
            words.with("plan-settled", &[("ids", ids.into())]),
        );
    }
    if !plan.unknown.is_empty() {
        let ids = joined(&plan.unknown, words);
        document.note(
            NoteKind::Warning,
            words.with("plan-unknown", &[("ids", ids.into())]),
        );
    }
    for (income, debt) in &plan.shown.swept {
        let slots = [
            ("income", income.as_str().into()),
            ("debt", debt.as_str().into()),
        ];
        document.note(NoteKind::Warning, words.with("plan-swept", &slots));
    }
}

/// Nothing can be offered: what is still worth doing, in order.
fn nothing(plan: &PlanReport, document: &mut Document, words: &Words) {
    document.paragraph(words.text("plan-nothing"));
    let mut items = Vec::new();
    if !plan.shown.courts.is_empty() {
        let ids = joined(&plan.shown.courts, words);
        items.push(words.with("plan-nothing-court", &[("ids", ids.into())]));
    }
    for id in [
        "plan-nothing-living",
        "plan-nothing-tell",
        "plan-nothing-pause",
        "plan-nothing-log",
        "plan-nothing-again",
    ] {
        items.push(words.text(id));
    }
    document.push(Block::List {
        ordered: true,
        items,
    });
    steps(plan, document, words);
}

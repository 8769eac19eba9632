//! `audit`: the lender's claim rebuilt, what is left unexplained, and what to ask.

mod figures;
mod workings;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use crate::domain::calendar::DayCount;
use crate::domain::contract::{Order, PenaltyTerm};
use crate::domain::finding::Source;
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::parts::Part;
use crate::domain::vocabulary::Vocabulary;
use crate::engine::audit::{Audit, Compared, Convention, Growth};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};
use crate::rules::lines::Line;

/// Values of one respect beyond these are not listed: too many fit to say anything.
const LISTED: usize = 3;

/// A claim rebuilt, as data and for people.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditReport {
    debt: DebtId,
    audit: Audit,
    line: Option<Line>,
    on_rate: Vec<Line>,
    no_deduction: Option<Source>,
    lpr_unknown: bool,
    none_known: bool,
    currency: Currency,
    full: bool,
}

impl AuditReport {
    /// The report of an audit; `lines` are those that may be cited to this lender, with the one it was screened
    /// against, `no_deduction` the rule against deductions from principal (INT-20), where it may be.
    #[must_use]
    pub fn new(
        debt: DebtId,
        audit: Audit,
        lines: Vec<Line>,
        no_deduction: Option<Source>,
        currency: Currency,
    ) -> AuditReport {
        let (screened, on_rate): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| line.all_charges);
        AuditReport {
            debt,
            audit,
            line: screened.into_iter().next(),
            on_rate,
            no_deduction,
            lpr_unknown: false,
            none_known: false,
            currency,
            full: false,
        }
    }

    /// Why no line stands there: the LPR of the day of the contract is not known, or the books know none for such a
    /// lender.
    #[must_use]
    pub fn without_line(mut self, lpr_unknown: bool, none_known: bool) -> AuditReport {
        self.lpr_unknown = lpr_unknown;
        self.none_known = none_known;
        self
    }

    /// Whether the document also shows the nearest ways one by one and every pair of claims.
    #[must_use]
    pub fn full(mut self, full: bool) -> AuditReport {
        self.full = full;
        self
    }

    /// Whether there is something to ask the lender.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.audit.questions.is_empty()
    }

    fn answer(&self, words: &Words) -> String {
        let figures = Numbers::new(words.lang(), self.currency);
        let audit = &self.audit;
        let off = audit.difference.total();
        let slots = [
            ("claimed", figures.money(audit.claimed.total()).into()),
            ("computed", figures.money(audit.computed.total()).into()),
            ("off", figures.money(off.max(-off)).into()),
            ("residual", figures.money(audit.residual).into()),
            ("count", audit.best.len().into()),
            ("tried", audit.tried.into()),
        ];
        let overdue = audit.compared == Compared::Overdue;
        let id = match (
            audit.residual.is_zero(),
            self.as_recorded(),
            audit.undetermined(),
        ) {
            (_, true, _) if overdue => "audit-answer-overdue-as-recorded",
            (true, _, false) if overdue => "audit-answer-overdue-otherwise",
            (true, _, true) if overdue => "audit-answer-overdue-undetermined",
            (false, ..) if overdue && off.is_positive() => "audit-answer-overdue-more",
            (false, ..) if overdue => "audit-answer-overdue-less",
            (_, true, _) => "audit-answer-as-recorded",
            (true, _, false) => "audit-answer-otherwise",
            (true, _, true) => "audit-answer-undetermined",
            (false, ..) if off.is_zero() => "audit-answer-unexplained-same-total",
            (false, ..) if off.is_positive() => "audit-answer-unexplained-more",
            (false, ..) => "audit-answer-unexplained-less",
        };
        words.with(id, &slots)
    }

    /// Whether the contract as recorded gives the claim: part by part, or the bare total.
    fn as_recorded(&self) -> bool {
        let off = self.audit.difference;
        if self.audit.by_part {
            off.is_zero()
        } else {
            off.total().is_zero()
        }
    }

    fn parts_table(&self, words: &Words) -> Table {
        let audit = &self.audit;
        let mut columns = vec![
            words.text("audit-column-part"),
            words.text("audit-column-claimed"),
            words.text("audit-column-computed"),
            words.text("audit-column-difference"),
        ];
        if audit.by_part {
            columns.push(words.text("audit-column-explained"));
        }
        let mut table = Table::new(columns);
        for found in &audit.parts {
            let part = found.part;
            let explained = match (found.as_recorded, found.ways) {
                (true, _) => "audit-explained-as-recorded",
                (false, 0) => "audit-explained-no",
                (false, _) => "audit-explained-otherwise",
            };
            table.row(vec![
                numbers::capitalised(&words.word(part)).into(),
                audit.claimed.get(part).into(),
                audit.computed.get(part).into(),
                audit.difference.get(part).into(),
                words.text(explained).into(),
            ]);
        }
        let mut total: Vec<Cell> = vec![
            words.text("audit-total").into(),
            audit.claimed.total().into(),
            audit.computed.total().into(),
            audit.difference.total().into(),
        ];
        if audit.by_part {
            total.push(Cell::Empty);
        }
        table.total(total);
        table
    }

    /// What fits the claim in each respect, beside what the contract has.
    fn ways(&self, document: &mut Document, words: &Words) {
        let audit = &self.audit;
        if self.as_recorded() {
            return; // nothing to look for
        }
        document.heading(words.text(if audit.residual.is_zero() {
            "audit-ways-exact"
        } else {
            "audit-ways-near"
        }));
        let mut table = Table::new([
            words.text("audit-column-way"),
            words.text("audit-column-contract"),
            words.text("audit-column-fits"),
        ]);
        for (label, told) in respects() {
            let possible = audit.possible(|way| told(way, words));
            let fits = if possible.len() > LISTED {
                words.text("audit-open")
            } else {
                possible.join(&words.text("audit-or"))
            };
            table.row(vec![
                words.text(label).into(),
                told(&audit.recorded, words).into(),
                fits.into(),
            ]);
        }
        document.push(Block::Table(table));
        if audit.by_part && !audit.residual.is_zero() {
            let left = self.listed(|part| audit.left().get(part), words);
            document.paragraph(words.with("audit-left", &[("parts", left.into())]));
        }
        if audit.undetermined() {
            let slots = [("count", audit.best.len().into())];
            let id = if audit.residual.is_zero() {
                "audit-undetermined"
            } else {
                "audit-undetermined-near"
            };
            document.paragraph(words.with(id, &slots));
        }
    }

    /// The parts with something in them, each with its amount.
    fn listed(&self, amount: impl Fn(Part) -> Money, words: &Words) -> String {
        let figures = Numbers::new(words.lang(), self.currency);
        Part::ALL
            .iter()
            .filter(|part| !amount(**part).is_zero())
            .map(|part| {
                let slots = [
                    ("part", words.word(*part).into()),
                    ("amount", figures.money(amount(*part)).into()),
                ];
                words.with("audit-part-amount", &slots)
            })
            .collect::<Vec<_>>()
            .join(&words.text("audit-and"))
    }

    /// What the ledger may lack, told before anyone doubts the lender.
    fn gaps(&self, document: &mut Document, words: &Words) {
        let audit = &self.audit;
        let less_principal = -audit.difference.principal;
        // Where another way of counting gives the claim, no payment is needed to explain it.
        if audit.by_part && less_principal.is_positive() && audit.residual.is_positive() {
            let figures = Numbers::new(words.lang(), self.currency);
            let slots = [
                ("less", figures.money(less_principal).into()),
                ("debt", self.debt.as_str().into()),
            ];
            document.note(
                NoteKind::Plain,
                words.with("audit-payments-missing", &slots),
            );
        }
        if audit.recorded.penalty.is_none() && audit.claimed.penalty.is_positive() {
            let slots = [("debt", self.debt.as_str().into())];
            document.note(NoteKind::Plain, words.with("audit-no-penalty", &slots));
        }
    }

    /// Lines on the rate alone: nothing here can be screened against them.
    fn lines_on_rate(&self, document: &mut Document, words: &Words) {
        for line in &self.on_rate {
            let slots = [
                (
                    "title",
                    numbers::capitalised(line.title.get(words.lang())).into(),
                ),
                ("line", numbers::exact_percent(line.percent).into()),
                ("debt", self.debt.as_str().into()),
                ("source", line.source.title.get(words.lang()).into()),
                ("level", words.word(line.source.level).into()),
            ];
            document.note(NoteKind::Plain, words.with("audit-line-on-rate", &slots));
        }
        for (unknown, id) in [
            (self.lpr_unknown, "quote-lpr-unknown"),
            (self.none_known, "quote-line-none"),
        ] {
            if unknown {
                document.note(NoteKind::Plain, words.text(id));
            }
        }
    }

    fn screen(&self, document: &mut Document, words: &Words) {
        let (Some(screen), Some(line)) = (self.audit.line, &self.line) else {
            return;
        };
        let figures = Numbers::new(words.lang(), self.currency);
        let id = match (screen.excess.is_positive(), screen.charged) {
            (true, _) => "audit-line-above",
            (false, charged) if charged.is_positive() => "audit-line-below",
            (false, charged) if charged.is_zero() => "audit-line-none",
            (false, _) => "audit-line-nothing",
        };
        let days = words.text(match screen.day_count {
            DayCount::Thirty360 | DayCount::Actual360 => "audit-days-360",
            DayCount::Actual365 => "audit-days-365",
            DayCount::ActualActual => "audit-days-year",
        });
        let text = words.with(
            id,
            &[
                ("line", numbers::exact_percent(line.percent).into()),
                ("charged", figures.money(screen.charged).into()),
                ("most", figures.money(screen.most).into()),
                ("excess", figures.money(screen.excess).into()),
                ("less", figures.money(-screen.charged).into()),
                ("days", days.into()),
                ("source", line.source.title.get(words.lang()).into()),
                ("level", words.word(line.source.level).into()),
            ],
        );
        document.note(NoteKind::Plain, text);
    }

    /// What grew between two claims, beside what the contract makes of the same time.
    fn growth(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        let shown = if self.full { usize::MAX } else { 1 };
        let hidden = self.audit.growth.len().saturating_sub(shown);
        for grown in self.audit.growth.iter().skip(hidden) {
            let slots = [
                ("from", numbers::long_date(words.lang(), grown.from).into()),
                ("to", numbers::long_date(words.lang(), grown.to).into()),
            ];
            document.heading(words.with("audit-growth", &slots));
            document.paragraph(words.with(
                "audit-growth-paid",
                &[
                    ("paid", figures.money(grown.paid).into()),
                    ("grew", figures.money(grown.grew.total()).into()),
                ],
            ));
            document.push(Block::Table(growth_table(grown, words)));
            document.paragraph(self.why(grown, words));
        }
        if hidden > 0 {
            document.paragraph(words.with("audit-growth-more", &[("count", hidden.into())]));
        }
    }
}

impl AuditReport {
    /// What the contract does not explain of a growth.
    fn why(&self, grown: &Growth, words: &Words) -> String {
        if !grown.outgrew() {
            return words.text("audit-growth-explained");
        }
        if grown.by_part {
            let parts = self.listed(|part| grown.unexplained(part), words);
            return words.with("audit-growth-parts", &[("parts", parts.into())]);
        }
        let figures = Numbers::new(words.lang(), self.currency);
        let more = figures.money(grown.unexplained_in_all());
        words.with("audit-growth-total", &[("more", more.into())])
    }
}

fn growth_table(grown: &Growth, words: &Words) -> Table {
    let mut table = Table::new([
        words.text("audit-column-part"),
        words.text("audit-column-grew"),
        words.text("audit-column-expected"),
        words.text("audit-column-difference"),
    ]);
    for &part in Part::ALL.iter().filter(|_| grown.by_part) {
        table.row(vec![
            numbers::capitalised(&words.word(part)).into(),
            grown.grew.get(part).into(),
            grown.expected.get(part).into(),
            (grown.grew - grown.expected).get(part).into(),
        ]);
    }
    table.total(vec![
        words.text("audit-total").into(),
        grown.grew.total().into(),
        grown.expected.total().into(),
        (grown.grew - grown.expected).total().into(),
    ]);
    table
}

/// How one respect of a way of counting is told.
type Told = fn(&Convention, &Words) -> String;

/// Every respect, with the id of its label.
fn respects() -> [(&'static str, Told); 8] {
    [
        ("audit-way-allocation", |way, words| {
            allocation(&way.allocation, words)
        }),
        ("audit-way-scope", |way, words| words.word(way.scope)),
        ("audit-way-day-count", |way, words| {
            words.word(way.day_count)
        }),
        ("audit-way-first-period", |way, words| {
            words.word(way.first_period)
        }),
        ("audit-way-penalty", |way, words| {
            way.penalty
                .map_or_else(|| words.text("audit-none"), |term| penalty(term, words))
        }),
        ("audit-way-base", |way, words| match way.penalty {
            Some(_) => words.word(way.base),
            None => words.text("audit-none"),
        }),
        ("audit-way-compound", |way, words| {
            words.text(if way.compound {
                "audit-yes"
            } else {
                "audit-no"
            })
        }),
        ("audit-way-rounding", |way, words| words.word(way.rounding)),
    ]
}

fn penalty(term: PenaltyTerm, words: &Words) -> String {
    match term {
        PenaltyTerm::Multiple(percent) => words.with(
            "audit-penalty-multiple",
            &[("times", numbers::exact_percent(percent).into())],
        ),
        PenaltyTerm::Own(rate) => numbers::rate(words.lang(), rate),
    }
}

fn allocation(order: &Order, words: &Words) -> String {
    match order {
        Order::Named(named) => words.word(*named),
        Order::List(parts) => parts
            .iter()
            .map(|part| words.word(*part))
            .collect::<Vec<_>>()
            .join(&words.text("audit-then")),
    }
}

impl Report for AuditReport {
    const SCHEMA: &'static str = "forbear.audit.v1";

    fn document(&self, words: &Words) -> Document {
        let date = numbers::long_date(words.lang(), self.audit.on);
        let title = words.with(
            "audit-title",
            &[("debt", self.debt.as_str().into()), ("date", date.into())],
        );
        let mut document = Document::new(title, words.lang());
        document.paragraph(self.answer(words));
        document.push(Block::Table(self.parts_table(words)));
        if self.audit.compared == Compared::Overdue {
            document.note(NoteKind::Warning, words.text("audit-only-overdue"));
        } else if !self.audit.by_part {
            document.note(NoteKind::Warning, words.text("audit-no-parts"));
        }
        if self.audit.paid_off && self.audit.claimed.total().is_positive() {
            document.note(NoteKind::Warning, words.text("audit-paid-off"));
        }
        self.gaps(&mut document, words);
        self.ways(&mut document, words);
        if let Some(gap) = self.audit.up_front {
            let gap = Numbers::new(words.lang(), self.currency).money(gap);
            document.note(
                NoteKind::Warning,
                words.with("audit-up-front", &[("gap", gap.into())]),
            );
            if let Some(source) = &self.no_deduction {
                let slots = [
                    ("source", source.title.get(words.lang()).into()),
                    ("level", words.word(source.level).into()),
                ];
                document.note(NoteKind::Plain, words.with("audit-up-front-law", &slots));
            }
        }
        self.screen(&mut document, words);
        self.lines_on_rate(&mut document, words);
        self.growth(&mut document, words);
        if !self.audit.questions.is_empty() {
            document.heading(words.text("audit-questions"));
            let items = self
                .audit
                .questions
                .iter()
                .map(|question| words.text(&format!("audit-ask-{question}")))
                .collect();
            document.push(Block::List {
                ordered: true,
                items,
            });
        }
        document.paragraph(words.text("audit-mark"));
        document
    }
}

//! How `status` reads: unanswered court papers first, then one line a debt, then each debt's step and cliff.

use chrono::NaiveDate;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use super::figure::{Mark, position_mark, sentences};
use super::home::{SOON_DAYS, most_urgent};
use super::status::{StatusDebt, StatusFinding, StatusReport};
use crate::domain::calendar::{days_between, plus_days};
use crate::domain::finding::Severity;
use crate::domain::ledger::{Clock, ClockKind};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::position::{Position, PositionNote, WorsensTo};
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// A time set by law is told when it is this near.
const LAW_CLOCK_NEAR_DAYS: i64 = 14;

impl Report for StatusReport {
    const SCHEMA: &'static str = "forbear.status.v1";

    fn document(&self, words: &Words) -> Document {
        let page = Page {
            status: self,
            words,
            figures: Numbers::new(words.lang(), self.currency),
        };
        let date = page.figures.date(self.as_of);
        let title = words.with("status-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        for clock in &self.clocks {
            if let Some((kind, text)) = clock_note(clock, self.as_of, words) {
                document.note(kind, text);
            }
        }
        if self.debts.is_empty() {
            document.paragraph(words.text("status-empty"));
            document.push(Block::Command("forbear debt add".to_owned()));
            return document;
        }
        let currency = words.word(self.currency);
        let amounts = words.with("status-amounts", &[("currency", currency.into())]);
        let legend = words.text("status-legend");
        document.paragraph(sentences(&[amounts, legend], words.lang()));
        document.push(Block::Table(page.overview()));
        for debt in &self.debts {
            page.debt(debt, &mut document);
        }
        if self.full {
            document.paragraph(words.text("status-not-advice"));
        } else {
            page.notes(&mut document);
            page.first(&mut document);
            document.paragraph(words.text("status-full"));
            let asked: String = self.asked.iter().map(|id| format!(" {id}")).collect();
            document.push(Block::Command(format!("forbear status{asked} --full")));
        }
        document
    }
}

/// A court paper or a near time set by law, as a note; `None` where there is nothing to notice.
pub(super) fn clock_note(
    clock: &Clock,
    as_of: NaiveDate,
    words: &Words,
) -> Option<(NoteKind, String)> {
    let left = days_between(as_of, clock.until);
    let what = match &clock.debt {
        Some(debt) => words.with(
            "status-court-about",
            &[
                ("what", clock.what.as_str().into()),
                ("debt", debt.as_str().into()),
            ],
        ),
        None => clock.what.clone(),
    };
    let days = u32::try_from(left.unsigned_abs()).unwrap_or(u32::MAX);
    let days = numbers::days(words.lang(), days);
    let date = numbers::date_with_weekday(words.lang(), clock.until);
    match clock.kind {
        ClockKind::Court => {
            let slots = [
                ("what", what.into()),
                ("date", date.into()),
                ("days", days.into()),
            ];
            let id = match left {
                1.. => "status-court-open",
                0 => "status-court-today",
                _ => "status-court-late",
            };
            Some((NoteKind::Serious, words.with(id, &slots)))
        }
        ClockKind::Law if left == 0 => {
            let slots = [("what", what.into())];
            Some((NoteKind::Warning, words.with("status-law-today", &slots)))
        }
        ClockKind::Law if (0..=LAW_CLOCK_NEAR_DAYS).contains(&left) => {
            let slots = [
                ("what", what.into()),
                ("date", date.into()),
                ("days", days.into()),
            ];
            Some((NoteKind::Warning, words.with("status-law-open", &slots)))
        }
        ClockKind::Law | ClockKind::Asked => None,
    }
}

impl StatusFinding {
    /// How loud it is.
    #[must_use]
    pub const fn kind(&self) -> NoteKind {
        match self.severity {
            Severity::Note => NoteKind::Plain,
            Severity::Warning => NoteKind::Warning,
            Severity::Serious => NoteKind::Serious,
        }
    }

    /// What it says; a number of the user's own is named as theirs.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        let mut text = self.text.clone();
        if self.own_numbers {
            text.push_str(&words.text("status-own-numbers"));
        }
        text
    }

    /// The same, with the instrument it rests on and how well that is verified.
    #[must_use]
    pub fn with_source(&self, words: &Words) -> String {
        let source = words.with(
            "status-source",
            &[
                ("title", self.source.as_str().into()),
                ("level", words.word(self.level).into()),
            ],
        );
        format!("{}\n{source}", self.told(words))
    }
}

struct Page<'a> {
    status: &'a StatusReport,
    words: &'a Words,
    figures: Numbers,
}

impl Page<'_> {
    fn money(&self, amount: Money) -> String {
        self.figures.money(amount)
    }

    fn date(&self, date: NaiveDate) -> String {
        numbers::date_with_weekday(self.words.lang(), date)
    }

    fn overview(&self) -> Table {
        let words = self.words;
        let mut table = Table::new(
            [
                "status-column-debt",
                "status-column-days",
                "status-column-band",
                "status-column-owed",
                "status-column-overdue",
                "status-column-mark",
            ]
            .map(|id| words.text(id)),
        );
        for debt in &self.status.debts {
            let position = debt.more.position.as_ref();
            table.row(vec![
                debt.id.as_str().into(),
                debt.days_overdue.map_or(Cell::Unknown, Cell::Days),
                debt.band
                    .map(|band| numbers::capitalised(&words.word(band)))
                    .into(),
                debt.position.map(|parts| parts.total()).into(),
                debt.overdue
                    .map_or(Cell::Unknown, |parts| parts.total().into()),
                position
                    .map(|position| position_mark(&debt.more.debt, position, words))
                    .into(),
            ]);
        }
        if self.status.debts.len() > 1 {
            table.total(vec![
                words.text("status-total").into(),
                Cell::Empty,
                Cell::Empty,
                if self.status.debts.iter().any(whole_unknown) {
                    Cell::Unknown
                } else {
                    self.status.totals.total().into()
                },
                self.status
                    .overdue
                    .map_or(Cell::Unknown, |parts| parts.total().into()),
                Cell::Empty,
            ]);
        }
        table
    }

    fn debt(&self, debt: &StatusDebt, document: &mut Document) {
        let words = self.words;
        document.heading(words.with(
            "status-heading",
            &[
                ("id", debt.id.as_str().into()),
                ("lender", debt.lender_name().into()),
            ],
        ));
        document.push(Block::List {
            ordered: false,
            items: self.facts(debt),
        });
        document.push(Block::Command(debt.more.next.command.clone()));
        for finding in &debt.findings {
            if self.status.full {
                document.note(finding.kind(), finding.with_source(words));
            } else if finding.kind() != NoteKind::Plain {
                document.note(finding.kind(), finding.told(words));
            }
        }
        if self.status.full {
            self.details(debt, document);
        }
    }

    /// The few sentences every reader sees: stage, next step, cliff, and facts that change the picture.
    fn facts(&self, debt: &StatusDebt) -> Vec<String> {
        let words = self.words;
        let next = &debt.more.next;
        let mut said = vec![words.with(
            "status-stage",
            &[
                ("step", next.step.number().into()),
                ("stage", words.word(next.step).into()),
                ("talks", words.word(debt.talks).into()),
            ],
        )];
        said.push(words.with(
            "status-next-by",
            &[
                ("date", self.date(next.on).into()),
                ("because", next.because.as_str().into()),
                ("what", next.text.as_str().into()),
            ],
        ));
        said.extend(self.worsens(debt));
        said.extend(self.picture(debt));
        said
    }

    fn worsens(&self, debt: &StatusDebt) -> Option<String> {
        let words = self.words;
        // A court's day that is over does not come any more; the note above tells of it.
        let worsens = debt
            .worsens
            .as_ref()
            .filter(|worsens| worsens.on >= self.status.as_of)?;
        let id = match worsens.to {
            WorsensTo::Overdue | WorsensTo::Medium | WorsensTo::Long => "status-worsens",
            WorsensTo::CourtClock | WorsensTo::OfferExpires | WorsensTo::PromiseDue => {
                "status-worsens-event"
            }
        };
        let mut said = vec![words.with(
            id,
            &[
                ("date", self.date(worsens.on).into()),
                ("to", words.word(worsens.to).into()),
            ],
        )];
        if let Some(amount) = worsens.prevented_by {
            let amount = self.money(amount);
            said.push(words.with("status-prevented", &[("amount", amount.into())]));
        }
        Some(sentences(&said, words.lang()))
    }

    /// Facts that change how the figures are to be read.
    fn picture(&self, debt: &StatusDebt) -> Vec<String> {
        let words = self.words;
        let more = &debt.more;
        let mut said = Vec::new();
        if let Some(why) = &more.trouble {
            said.push(words.with("status-trouble", &[("why", why.into())]));
        }
        let known = &more.debt;
        if known.contract.is_some()
            && known.payments.is_empty()
            && known.claims.is_empty()
            && debt.days_overdue.is_some_and(|days| days > 0)
        {
            said.push(words.with("status-no-payments", &[("debt", debt.id.as_str().into())]));
        }
        if let Some(on) = debt.written_off {
            said.push(words.with(
                "status-written-off",
                &[("date", self.figures.date(on).into())],
            ));
        }
        if let Some(sold) = more
            .debt
            .sold
            .as_ref()
            .filter(|sold| sold.on <= self.status.as_of)
        {
            let slots = [
                ("date", self.figures.date(sold.on).into()),
                ("to", more.sold_to.as_deref().unwrap_or_default().into()),
            ];
            said.push(words.with("status-sold", &slots));
        }
        if let Some(on) = more.debt.accelerated.filter(|on| *on <= self.status.as_of) {
            said.push(words.with(
                "status-accelerated",
                &[("date", self.figures.date(on).into())],
            ));
        }
        if let Some(arrears) = &more.arrears {
            if arrears.days_overdue.is_none() {
                said.push(words.with("status-days-unknown", &[("debt", debt.id.as_str().into())]));
            }
            if let Some(residue) = arrears.residue {
                said.push(words.with("status-residue", &[("amount", self.money(residue).into())]));
            }
        }
        if self.status.full {
            said.extend(notes(debt).map(|note| note_on(note, debt.id.as_str(), words)));
        }
        said
    }

    /// What must be known of the figures, each said once for all debts it is about.
    fn notes(&self, document: &mut Document) {
        let words = self.words;
        let mut items: Vec<String> = PositionNote::ALL
            .iter()
            .filter_map(|note| {
                let about: Vec<&str> = self
                    .status
                    .debts
                    .iter()
                    .filter(|debt| notes(debt).any(|known| known == *note))
                    .map(|debt| debt.id.as_str())
                    .collect();
                if about.is_empty() {
                    return None;
                }
                let debts = about.join(&words.text("status-between"));
                let one = about.first().copied().unwrap_or_default();
                let note = note_on(*note, one, words);
                let slots = [("debts", debts.into()), ("note", note.into())];
                Some(words.with("status-note-about", &slots))
            })
            .collect();
        let unsaid: Vec<&str> = self
            .status
            .debts
            .iter()
            .filter(|debt| debt.position.is_some() && debt.overdue.is_none())
            .map(|debt| debt.id.as_str())
            .collect();
        if let [first, ..] = unsaid.as_slice() {
            let slots = [
                ("debts", unsaid.join(&words.text("status-between")).into()),
                ("debt", (*first).into()),
            ];
            items.push(words.with("status-overdue-unknown", &slots));
        }
        if !items.is_empty() {
            document.push(Block::List {
                ordered: false,
                items,
            });
        }
    }

    /// What `--full` adds.
    fn details(&self, debt: &StatusDebt, document: &mut Document) {
        let words = self.words;
        let more = &debt.more;
        let mut pairs: Vec<(String, Cell)> = Vec::new();
        let mut add = |id: &str, value: Option<Cell>| {
            if let Some(value) = value {
                pairs.push((words.text(id), value));
            }
        };
        let word = |text: String| Cell::from(numbers::capitalised(&text));
        add(
            "status-lender-kind",
            more.lender_kind.map(|kind| word(words.word(kind))),
        );
        add(
            "status-product",
            more.debt.product.map(|product| word(words.word(product))),
        );
        add(
            "status-class",
            debt.class.map(|class| word(words.word(class))),
        );
        add("status-bucket", more.bucket.as_deref().map(Cell::from));
        add(
            "status-proceedings",
            Some(word(words.word(debt.proceedings))),
        );
        add("status-oldest-unpaid", debt.oldest_unpaid.map(Cell::from));
        let paused = more
            .arrears
            .as_ref()
            .map_or(0, |arrears| arrears.paused_days);
        add("status-paused", (paused > 0).then_some(Cell::Days(paused)));
        add(
            "status-basis",
            debt.basis.map(|basis| word(words.word(basis))),
        );
        let waiting = more
            .position
            .as_ref()
            .map_or(Money::ZERO, |position| position.waiting);
        add(
            "status-waiting",
            (!waiting.is_zero()).then_some(waiting.into()),
        );
        document.push(Block::KeyValues(pairs));
        if let Some(position) = &more.position {
            document.push(Block::Table(parts_table(position, debt.overdue, words)));
        }
        if let Some(due) = debt.next_due {
            let slots = [
                ("date", self.date(due.on).into()),
                ("amount", self.money(due.amount).into()),
            ];
            document.paragraph(words.with("status-next-due", &slots));
        }
        if let Some(clocks) = &debt.clocks {
            clocks.tell(words, self.figures, self.status.as_of, document);
        }
        self.practice(debt, document);
    }

    /// Of several debts, which to begin with: a list alone leaves a frightened reader where they were.
    fn first(&self, document: &mut Document) {
        if self.status.debts.len() < 2 {
            return;
        }
        if let Some(debt) = most_urgent(self.status).first() {
            let id = debt.id.as_str();
            let slots = [("debt", id.into()), ("reason", self.why_first(debt).into())];
            document.paragraph(self.words.with("status-first", &slots));
            document.push(Block::Command(debt.next().command.clone()));
        }
    }

    /// Why a debt comes first, as [`most_urgent`] sorts: its court paper, a day that worsens it soon, else that it is the
    /// latest, or that its step falls due first.
    fn why_first(&self, debt: &StatusDebt) -> String {
        let next = debt.next();
        let soon = plus_days(self.status.as_of, SOON_DAYS);
        let latest = self
            .status
            .debts
            .iter()
            .filter_map(|one| one.days_overdue)
            .max();
        let (id, on) = match &debt.worsens {
            Some(worsens) if next.court && worsens.on < self.status.as_of => {
                ("status-because-court-late", worsens.on)
            }
            _ if next.court => ("status-because-court", next.on),
            Some(worsens) if worsens.on <= soon => ("status-because-worsens", worsens.on),
            _ if debt.days_overdue == latest && latest > Some(0) => {
                return self.words.text("status-because-late");
            }
            Some(_) | None => ("status-because-step", next.on),
        };
        self.words
            .with(id, &[("date", self.figures.date(on).into())])
    }

    fn practice(&self, debt: &StatusDebt, document: &mut Document) {
        let Some(practice) = &debt.more.practice else {
            return;
        };
        let items = [
            ("status-usually", &practice.usually),
            ("status-to-do", &practice.to_do),
            ("status-to-avoid", &practice.to_avoid),
        ];
        let items = items
            .iter()
            .filter(|(_, said)| !said.is_empty())
            .map(|(id, said)| {
                let said = sentences(said, self.words.lang());
                self.words.with(id, &[("what", said.into())])
            });
        document.push(Block::List {
            ordered: false,
            items: items.collect(),
        });
    }
}

/// What is to be known of a figure; a command in it names the debt.
fn note_on(note: PositionNote, debt: &str, words: &Words) -> String {
    words.with(
        &format!("word-position-note-{}", note.as_str()),
        &[("debt", debt.into())],
    )
}

/// What a reader of a debt's figures must know.
fn notes(debt: &StatusDebt) -> impl Iterator<Item = PositionNote> {
    let more = &debt.more;
    let nothing = more.position.is_none() && more.trouble.is_none();
    let known = more
        .position
        .iter()
        .flat_map(|position| position.notes.clone());
    known.chain(nothing.then_some(PositionNote::NothingKnown))
}

/// Whether only what is overdue is known.
fn whole_unknown(debt: &StatusDebt) -> bool {
    let position = debt.more.position.as_ref();
    position.is_some_and(|position| !position.is_whole())
}

/// Part by part: owed, overdue, and the other readings where there are several.
fn parts_table(position: &Position, overdue: Option<Parts>, words: &Words) -> Table {
    let mut readings: Vec<(String, Option<Parts>)> = vec![
        (
            words.text("status-column-owed"),
            Some(position.parts).filter(|_| position.is_whole()),
        ),
        (words.text("status-column-overdue"), overdue),
    ];
    if position.claimed.is_some() && position.computed.is_some() {
        let claimed = numbers::capitalised(&words.word(Mark::Claimed));
        readings.push((claimed, position.claimed));
        readings.push((words.text("status-column-computed"), position.computed));
    }
    // A broken agreement that does not say what revives leaves two readings: both are shown (A4).
    if position.notes.contains(&PositionNote::RevivalUnknown) && position.agreed.is_some() {
        readings.push((words.text("status-column-agreed"), position.agreed));
    }
    let mut columns = vec![words.text("status-column-part")];
    columns.extend(readings.iter().map(|(title, _)| title.clone()));
    let mut table = Table::new(columns);
    let cells = |label: String, of: &dyn Fn(&Parts) -> Money| {
        let mut cells = vec![Cell::from(numbers::capitalised(&label))];
        cells.extend(
            readings
                .iter()
                .map(|(_, parts)| Cell::from(parts.as_ref().map(of))),
        );
        cells
    };
    for part in Part::ALL {
        table.row(cells(words.word(*part), &|parts| parts.get(*part)));
    }
    table.total(cells(words.text("status-total"), &Parts::total));
    table
}

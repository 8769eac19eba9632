//! What every command may use: the ledger, the date, the words, and ways to write and ask.
//!
//! A command reads like a recipe: load, let the rooms work, emit. It has no other way to the world.

use std::cell::{Cell, OnceCell};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::working::Group;
use crate::i18n::{Slot, Words};
use crate::render;
use crate::render::{Format, Look};
use crate::report::Report;
use crate::report::document::{Block, Document};
use crate::report::figure::sentences;
use crate::report::workings::{Explained, Subject};
use crate::rules::{BookError, Books};
use crate::store;
use crate::store::{Change, Edit, Loaded, Put, Saved};

use super::args::{Globals, read_date};
use super::clock;
use super::environment::Environment;
use super::error::{CliError, harmless};
use super::exit::Exit;
use super::prompt::Prompt;
use super::ui;
use super::values;

/// A run of the program.
pub(crate) struct App {
    /// The words of the user's language.
    pub(crate) words: Words,
    globals: Globals,
    environment: Environment,
    as_of: NaiveDate,
    now: NaiveDateTime,
    books: OnceCell<Option<Books>>,
    /// ` --ledger FILE`, where the ledger was named by it.
    other_ledger: Option<String>,
    /// The amounts of the command line as they were typed.
    amounts: Vec<String>,
    /// The ledger's currency, once it is known: amounts typed from then on are held against it.
    currency: Cell<Option<Currency>>,
}

impl App {
    /// Prepares a run: chooses the day that counts as today.
    pub(crate) fn new(
        words: Words,
        globals: Globals,
        environment: Environment,
        amounts: Vec<String>,
    ) -> Result<App, CliError> {
        let now = clock::now();
        let asked = match (globals.as_of, &environment.today) {
            (Some(date), _) => Some(date),
            (None, Some(text)) => {
                Some(read_date(text).map_err(|_| CliError::BadToday(text.clone()))?)
            }
            (None, None) => None,
        };
        let other_ledger = globals.ledger.as_deref().map(named);
        Ok(App {
            words,
            other_ledger,
            globals,
            environment,
            as_of: asked.unwrap_or(now.date()),
            now,
            books: OnceCell::new(),
            amounts,
            currency: Cell::new(None),
        })
    }

    /// The day that counts as today.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The moment that counts as now, if it is known: with another day than the clock's, its hour is not.
    pub(crate) fn now(&self) -> Option<NaiveDateTime> {
        (self.now.date() == self.as_of).then_some(self.now)
    }

    /// A message in the user's language.
    pub(crate) fn word(&self, id: &str, slots: &[(&str, Slot<'_>)]) -> String {
        self.words.with(id, slots)
    }

    /// Whether results are for programs.
    pub(crate) fn json(&self) -> bool {
        self.format() == Format::Json
    }

    /// Whether each figure is to be explained.
    pub(crate) fn explains(&self) -> bool {
        self.globals.explain
    }

    /// Whether results are plain text, as on a terminal.
    pub(crate) fn plain(&self) -> bool {
        self.format() == Format::Text
    }

    fn format(&self) -> Format {
        if self.globals.json {
            Format::Json
        } else {
            self.globals.format.unwrap_or_default()
        }
    }

    /// Whether questions that need `--yes` were answered with it.
    pub(crate) fn yes(&self) -> bool {
        self.globals.yes
    }

    /// The same run on another ledger, on another day.
    pub(crate) fn on(&self, ledger: PathBuf, as_of: NaiveDate) -> App {
        App {
            words: Words::new(self.words.lang()),
            globals: Globals {
                ledger: Some(ledger),
                no_input: true,
                json: false,
                explain: false,
                format: None,
                ..self.globals.clone()
            },
            environment: self.environment.clone(),
            as_of,
            now: self.now,
            books: OnceCell::new(),
            amounts: Vec::new(),
            currency: Cell::new(None),
            other_ledger: None, // a sample that is soon gone: the commands shown are for the reader's own
        }
    }

    /// Where the ledger is.
    pub(crate) fn ledger_path(&self) -> Result<PathBuf, CliError> {
        self.globals
            .ledger
            .clone()
            .or_else(|| self.environment.ledger.as_ref().map(PathBuf::from))
            .or_else(store::paths::default_ledger)
            .ok_or(CliError::NoHome)
    }

    /// Loads the ledger and says what is suspicious about it.
    pub(crate) fn load(&self) -> Result<Loaded, CliError> {
        let path = self.ledger_path()?;
        let loaded = store::load_at(&path, self.now)?;
        let currency = loaded.ledger.currency;
        self.currency.set(Some(currency));
        values::one_currency(&self.amounts, currency, &self.words)?;
        self.warn(&loaded.warnings);
        Ok(loaded)
    }

    fn warn(&self, warnings: &[store::Warning]) {
        // A program reads standard error too; `check --json` gives it the warnings.
        if self.json() {
            return;
        }
        for warning in warnings {
            let text = store::refusals::warning(warning, &self.words);
            let note = self.word("cli-warning", &[("text", text.into())]);
            self.say(&note);
        }
    }

    /// The rule books, with the user's own numbers if there are any.
    pub(crate) fn books(&self) -> Result<&Books, CliError> {
        if self.books.get().is_none() {
            let books = self.own_numbers()?;
            let _first = self.books.set(books);
        }
        Ok(match self.books.get() {
            Some(Some(books)) => books,
            Some(None) | None => Books::built_in(),
        })
    }

    /// The books with the user's own numbers: all TOML files of the folder for books. `None` without any.
    ///
    /// Each file is tried alone first, so that a fault is told with the name of its file.
    fn own_numbers(&self) -> Result<Option<Books>, CliError> {
        let mut all = String::new();
        let mut books = None;
        let folder = store::paths::books();
        let paths = folder.map_or_else(|| Ok(Vec::new()), |at| store::paths::list(&at, "toml"))?;
        for path in paths {
            let Some(text) = store::paths::read_text(&path)? else {
                continue;
            };
            all.push_str(&text);
            all.push('\n');
            Books::with_own(&text)
                .map_err(|error| self.bad_numbers(&path, self.why_bad(&error)))?;
            // Good alone but not after the others: a number that stands in one of them already.
            let twice = |_| self.bad_numbers(&path, self.words.text("error-own-numbers-twice"));
            books = Some(Books::with_own(&all).map_err(twice)?);
        }
        Ok(books)
    }

    fn why_bad(&self, error: &BookError) -> String {
        match error {
            BookError::Syntax(_) => self.words.text("error-own-numbers-syntax"),
            BookError::UnknownParam(id) => {
                self.word("error-own-numbers-unknown", &[("id", harmless(id).into())])
            }
            BookError::BadValue { param, value, unit } => self.word(
                "error-own-numbers-value",
                &[
                    ("id", harmless(param).into()),
                    ("value", harmless(value).into()),
                    ("unit", (*unit).into()),
                ],
            ),
            BookError::Overlap { param, on } => self.word(
                "error-own-numbers-overlap",
                &[
                    ("id", harmless(param).into()),
                    ("date", on.to_string().into()),
                ],
            ),
        }
    }

    fn bad_numbers(&self, path: &Path, reason: String) -> CliError {
        CliError::Refused {
            kind: "own-numbers",
            message: self.word(
                "error-own-numbers",
                &[
                    ("file", harmless(&path.to_string_lossy()).into()),
                    ("reason", reason.into()),
                ],
            ),
            hints: vec![
                self.words.text("error-own-numbers-hint"),
                self.words.text("error-own-numbers-away"),
            ],
        }
    }

    /// Changes the ledger; `what` names the change in the history.
    pub(crate) fn edit<T>(
        &self,
        what: &str,
        work: impl FnOnce(&mut Edit, &Ledger) -> Result<T, CliError>,
    ) -> Result<Saved<T>, CliError> {
        let path = self.ledger_path()?;
        self.edit_at(&path, what, work)
    }

    fn edit_at<T>(
        &self,
        path: &Path,
        what: &str,
        work: impl FnOnce(&mut Edit, &Ledger) -> Result<T, CliError>,
    ) -> Result<Saved<T>, CliError> {
        let what = harmless(what);
        let waiting = || ui::say(&self.words.text("cli-waiting"));
        let change = Change {
            what: &what,
            at: self.now,
            waiting: &waiting,
        };
        store::edit(path, &change, |edit, ledger| {
            values::one_currency(&self.amounts, ledger.currency, &self.words)?;
            work(edit, ledger)
        })
    }

    /// A change made outside [`App::edit`].
    pub(crate) fn change<T>(&self, what: &str, work: impl FnOnce(&Change<'_>) -> T) -> T {
        let waiting = || ui::say(&self.words.text("cli-waiting"));
        work(&Change {
            what,
            at: self.now,
            waiting: &waiting,
        })
    }

    /// Writes a report in the format asked for.
    pub(crate) fn emit<R: Report>(&self, report: &R) -> Result<(), CliError> {
        if self.json() {
            let text = render::report(report, &self.words, Format::Json, &self.look());
            return self.write(&text);
        }
        self.emit_document(&report.document(&self.words))
    }

    /// Writes a report; with `--explain` also how its figures come about, which is worked out only then.
    pub(crate) fn emit_with<R: Report>(
        &self,
        report: R,
        how: (Subject, Currency, bool),
        workings: impl FnOnce(&R) -> Result<Vec<Group>, CliError>,
    ) -> Result<(), CliError> {
        if !self.globals.explain {
            return self.emit(&report);
        }
        let groups = workings(&report)?;
        let (subject, currency, full) = how;
        self.emit(&Explained::new(report, groups, subject, currency, full))
    }

    /// Writes a document in the format asked for.
    pub(crate) fn emit_document(&self, document: &Document) -> Result<(), CliError> {
        let (format, look) = (self.format(), self.look());
        if self.other_ledger.is_none() {
            return self.write(&render::render(document, format, &look));
        }
        let mut document = document.clone();
        for block in &mut document.blocks {
            if let Block::Command(command) = block {
                *command = self.here(command);
            }
        }
        self.write(&render::render(&document, format, &look))
    }

    /// A command to type next, on the ledger that was named: without its name it would change another one.
    pub(crate) fn here(&self, command: &str) -> String {
        match &self.other_ledger {
            Some(flag) if command.starts_with("forbear ") && !command.contains(" --ledger ") => {
                format!("{command}{flag}")
            }
            Some(_) | None => command.to_owned(),
        }
    }

    fn look(&self) -> Look {
        let into_file = self
            .globals
            .output
            .as_deref()
            .is_some_and(|path| path != Path::new("-"));
        let colour = self.globals.color.unwrap_or_default();
        Look {
            width: if into_file {
                80
            } else {
                ui::width(&self.environment)
            },
            colour: colour.on(&self.environment, !into_file && ui::stdout_is_terminal()),
            bom: into_file,
        }
    }

    /// Writes data for programs.
    pub(crate) fn emit_json(&self, value: &serde_json::Value) -> Result<(), CliError> {
        let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
        text.push('\n');
        self.write(&text)
    }

    /// Writes data to standard output, or to the file of `--output`.
    pub(crate) fn write(&self, text: &str) -> Result<(), CliError> {
        match &self.globals.output {
            Some(path) if path != Path::new("-") => {
                if store::paths::is_there(path) {
                    let file = harmless(&path.to_string_lossy());
                    self.sure(&self.word("cli-output-there", &[("file", file.into())]))?;
                }
                store::write_output(path, text.as_bytes())?;
                ui::say(&self.word(
                    "cli-written",
                    &[("file", harmless(&path.to_string_lossy()).into())],
                ));
                Ok(())
            }
            Some(_) | None => ui::data(text),
        }
    }

    /// Says what changed and how to take it back; for programs, gives the record.
    pub(crate) fn recorded<T>(
        &self,
        saved: &Saved<T>,
        record: &Recorded,
    ) -> Result<Exit, CliError> {
        self.warn(&saved.warnings);
        self.warn(&store::future(&saved.ledger, self.as_of));
        if self.json() {
            self.emit_json(&record.json(saved.changed))?;
        } else if saved.changed {
            let undo = self.here("forbear undo");
            let undo = self.word("cli-undo", &[("command", undo.into())]);
            let said = sentences(&[record.sentence.clone(), undo], self.words.lang());
            self.write(&format!("{said}\n"))?;
        } else {
            self.write(&format!("{}\n", self.words.text("cli-nothing-changed")))?;
        }
        Ok(Exit::DONE)
    }

    /// Columns to write in.
    pub(crate) fn width(&self) -> usize {
        ui::width(&self.environment)
    }

    /// Says something on standard error.
    pub(crate) fn say(&self, text: &str) {
        if ui::stderr_is_terminal() {
            let lines = text.lines().map(|line| render::wrapped(line, self.width()));
            ui::say(&lines.collect::<Vec<_>>().join("\n"));
        } else {
            ui::say(text);
        }
    }

    /// Shows a document as talk, on standard error, whatever format results have.
    pub(crate) fn tell(&self, document: &Document) {
        let colour = self.globals.color.unwrap_or_default();
        let look = Look {
            width: ui::width(&self.environment),
            colour: colour.on(&self.environment, ui::stderr_is_terminal()),
            bom: false,
        };
        ui::say(&render::render(document, Format::Text, &look));
    }

    /// Says which command comes next, unless a program is reading.
    pub(crate) fn suggest(&self, command: &str) {
        if !self.json() {
            let command = self.here(command);
            ui::say(&self.word("cli-next", &[("command", command.into())]));
        }
    }

    /// Asks a person, where that is possible and wanted.
    pub(crate) fn ask(&self) -> Prompt<'_> {
        Prompt {
            words: &self.words,
            allowed: !self.globals.no_input,
            today: self.as_of,
            currency: self.currency.get(),
            width: self.width(),
        }
    }

    /// Whether a person may be asked.
    pub(crate) fn can_ask(&self) -> bool {
        !self.globals.no_input && ui::can_ask()
    }

    /// A question about the consequence of going on: `--yes` answers it, else a person does.
    pub(crate) fn sure(&self, reason: &str) -> Result<(), CliError> {
        if self.yes() {
            return Ok(());
        }
        if !self.can_ask() {
            return Err(CliError::NeedsYes(reason.to_owned()));
        }
        self.say(reason);
        if self
            .ask()
            .confirm("--yes", &self.words.text("cli-go-on"), false)?
        {
            Ok(())
        } else {
            Err(CliError::Stopped)
        }
    }
}

/// ` --ledger FILE` as a shell reads it.
fn named(path: &Path) -> String {
    let path = harmless(&path.to_string_lossy());
    let plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    if path.chars().all(plain) {
        format!(" --ledger {path}")
    } else {
        format!(" --ledger '{}'", path.replace('\'', "'\\''"))
    }
}

/// A record that was written.
pub(crate) struct Recorded {
    /// What changed, in one sentence.
    pub(crate) sentence: String,
    /// The table it is in.
    pub(crate) table: &'static str,
    /// The debt it is about, where the table is one of a debt's.
    pub(crate) debt: Option<DebtId>,
    /// Its keys.
    pub(crate) fields: store::Fields,
}

impl Recorded {
    fn json(&self, changed: bool) -> serde_json::Value {
        let mut json = serde_json::json!({
            "schema": "forbear.record.v1",
            "table": self.table,
            "changed": changed,
        });
        if let Some(object) = json.as_object_mut() {
            if let Some(debt) = &self.debt {
                object.insert("debt".to_owned(), debt.as_str().into());
            }
            object.insert("record".to_owned(), put_table(&self.fields));
        }
        json
    }
}

fn put_table(fields: &store::Fields) -> serde_json::Value {
    serde_json::Value::Object(
        fields
            .iter()
            .map(|(key, put)| ((*key).to_owned(), put_json(put)))
            .collect(),
    )
}

fn put_json(put: &Put) -> serde_json::Value {
    match put {
        Put::Text(text) => text.as_str().into(),
        Put::Int(number) => (*number).into(),
        Put::Bool(yes) => (*yes).into(),
        Put::Date(date) => date.to_string().into(),
        Put::DateTime(moment) => moment.format("%Y-%m-%dT%H:%M:%S").to_string().into(),
        Put::List(list) => list.iter().map(put_json).collect::<Vec<_>>().into(),
        Put::Table(fields) => put_table(fields),
    }
}

/// The debt with an id.
pub(crate) fn debt<'a>(ledger: &'a Ledger, id: &DebtId) -> Result<&'a Debt, CliError> {
    ledger.debt(id).ok_or_else(|| CliError::Unknown {
        what: "debt",
        id: id.to_string(),
        known: ledger
            .debts
            .iter()
            .map(|debt| debt.id.to_string())
            .collect(),
    })
}

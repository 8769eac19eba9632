//! `letter --check FILE`: a person's own template or filled letter, held against the rules of the linter.

use std::path::Path;

use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::letters::kinds::{Letter, kind};
use crate::letters::lint::Purpose;
use crate::letters::lint::file::{About, Checked, Shape, check};
use crate::report::wording::{Fault, Spot, WordingReport};
use crate::store;

use super::facts;
use crate::cli::app::App;
use crate::cli::error::{CliError, harmless};
use crate::cli::exit::Exit;

/// Checks a letter; its kind says what it is for.
pub(super) fn letter(
    app: &App,
    path: &Path,
    asked: Option<Letter>,
    debt: Option<&DebtId>,
) -> Result<Exit, CliError> {
    let shape = asked.map(|letter| Shape::Letter(Purpose::of(kind(letter))));
    run(app, path, shape, debt)
}

/// Checks a script or a message.
pub(super) fn script(
    app: &App,
    path: &Path,
    message: bool,
    debt: Option<&DebtId>,
) -> Result<Exit, CliError> {
    let shape = if message {
        Shape::Message
    } else {
        Shape::Script
    };
    run(app, path, Some(shape), debt)
}

fn run(
    app: &App,
    path: &Path,
    shape: Option<Shape>,
    debt: Option<&DebtId>,
) -> Result<Exit, CliError> {
    let name = harmless(&path.to_string_lossy());
    let source = store::paths::read_text(path)?.ok_or_else(|| CliError::Refused {
        kind: "no-such-file",
        message: app.word("error-no-such-file", &[("file", name.as_str().into())]),
        hints: vec![app.words.text("error-no-such-file-hint")],
    })?;
    let checked;
    let mut currency = Currency::Cny;
    if let Some(debt) = debt {
        let loaded = app.load()?;
        currency = loaded.ledger.currency;
        let brief = facts::brief(app, &loaded.ledger, debt, None)?;
        let about = About {
            brief: &brief,
            ledger: &loaded.source,
        };
        checked = check(&name, &source, shape, Some(about))?;
    } else {
        checked = check(&name, &source, shape, None)?;
    }
    let report = report(app, &name, debt, currency, &checked);
    app.emit(&report)?;
    Ok(if report.faults.is_empty() {
        Exit::DONE
    } else {
        Exit::FOUND
    })
}

fn report(
    app: &App,
    name: &str,
    debt: Option<&DebtId>,
    currency: Currency,
    checked: &Checked,
) -> WordingReport {
    let faults = checked.found.iter().map(|found| {
        let (text, write) = found.problem.tell(checked.lang, currency, &app.words);
        Fault {
            rule: found.problem.id(),
            text,
            write,
            place: found.place.as_ref().map(|place| Spot {
                line: place.line,
                column: place.column,
                length: place.length,
                source: place.text.clone(),
            }),
        }
    });
    WordingReport {
        file: name.to_owned(),
        language: checked.lang,
        read_as: match checked.shape {
            Shape::Script => "script",
            Shape::Message => "message",
            Shape::Letter(Purpose::Negotiation) => "negotiation",
            Shape::Letter(Purpose::Acceptance) => "acceptance",
            Shape::Letter(Purpose::Request) => "request",
            Shape::Letter(Purpose::Complaint) => "complaint",
        },
        debt: debt.map(ToString::to_string),
        faults: faults.collect(),
    }
}

//! `init`: makes a ledger, empty or from a source situation.

use clap::FromArgMatches;
use clap::builder::PossibleValuesParser;

use crate::domain::ledger::Currency;
use crate::store::{self, Edit, Put, Spot, StoreError};

use crate::cli::app::App;
use crate::cli::args::word;
use crate::cli::error::{CliError, harmless};
use crate::cli::exit::Exit;

/// The source situations that a ledger can start from.
pub(super) const SAMPLES: &[(&str, &str)] = &[
    (
        "mengshang-extension",
        include_str!("../../../examples/mengshang-extension.toml"),
    ),
    (
        "zhaolian-bad-debt",
        include_str!("../../../examples/zhaolian-bad-debt.toml"),
    ),
    (
        "zhaolian-home-visit",
        include_str!("../../../examples/zhaolian-home-visit.toml"),
    ),
    (
        "suning-four-channels",
        include_str!("../../../examples/suning-four-channels.toml"),
    ),
    (
        "yalian-reminders",
        include_str!("../../../examples/yalian-reminders.toml"),
    ),
    (
        "yalian-hongkong",
        include_str!("../../../examples/yalian-hongkong.toml"),
    ),
    (
        "many-lenders",
        include_str!("../../../examples/many-lenders.toml"),
    ),
];

#[derive(clap::Args)]
pub(super) struct InitArgs {
    #[arg(long, value_name = "NAME", conflicts_with = "sample")]
    name: Option<String>,
    #[arg(long, value_name = "WORD", value_parser = word::<Currency>(), conflicts_with = "sample")]
    currency: Option<Currency>,
    #[arg(long, value_name = "SAMPLE", value_parser = PossibleValuesParser::new(SAMPLES.iter().map(|(id, _)| *id)))]
    sample: Option<String>,
}

pub(super) fn run(app: &mut App, matches: &clap::ArgMatches) -> Result<Exit, CliError> {
    let args = InitArgs::from_arg_matches(matches).map_err(super::unexpected)?;
    let path = app.ledger_path()?;
    if path.exists() {
        return Err(StoreError::Exists { path }.into());
    }
    let (what, text) = match &args.sample {
        Some(id) => {
            let text = SAMPLES
                .iter()
                .find(|(known, _)| known == id)
                .map(|(_, text)| *text);
            (
                format!("init --sample {id}"),
                text.unwrap_or_default().to_owned(),
            )
        }
        None => ("init".to_owned(), empty(app, &args)?),
    };
    app.change(&what, |change| store::create(&path, change, &text))?;
    let file = harmless(&path.to_string_lossy());
    if app.json() {
        app.emit_json(&serde_json::json!({"schema": "forbear.init.v1", "ledger": file}))?;
    } else {
        app.write(&format!(
            "{}\n",
            app.word("cli-made", &[("file", file.into())])
        ))?;
    }
    app.suggest(if args.sample.is_some() {
        "forbear status"
    } else {
        "forbear debt add"
    });
    Ok(Exit::DONE)
}

/// A ledger of which only the borrower is known.
fn empty(app: &App, args: &InitArgs) -> Result<String, CliError> {
    let name = match &args.name {
        Some(name) => name.clone(),
        None => app
            .ask()
            .line("--name", &app.words.text("cli-ask-init-name"))?,
    };
    let currency = match args.currency {
        Some(currency) => currency,
        None if args.name.is_some() => Currency::Cny,
        None => app
            .ask()
            .word("--currency", &app.words.text("cli-ask-init-currency"))?,
    };
    let text = format!(
        "# {}\nversion = 1\ncurrency = \"{currency}\"\n\n[borrower]\n\n[budget]\nreserve = \"0\"   # {}\nshare = \"80%\"   # {}\n",
        app.words.text("cli-init-header"),
        app.words.text("cli-init-reserve"),
        app.words.text("cli-init-share"),
    );
    let mut edit = Edit::of(&text).map_err(StoreError::from)?;
    edit.set(&Spot::top().section("borrower"), "name", Put::from(name))
        .map_err(StoreError::from)?;
    Ok(edit.finish())
}

//! The names of the contract with users: every command, flag and key that product.md names is there. The lists are copied
//! from product.md by hand, not from the program.

use crate::support::Sandbox;

const COMMANDS: &[(&str, &str)] = &[
    (
        "",
        "demo init pay claim called status schedule audit quote capacity simulate solve plan zone promise script letter rehearse due check undo history help schema completions man",
    ),
    ("lender", "add list show set remove"),
    ("debt", "add list show set remove"),
    ("income", "add list show set remove"),
    ("expense", "add list show set remove"),
    ("log", "add list show"),
    ("offer", "add list accept refuse counter"),
    ("agree", "add show check"),
    ("history", "purge"),
    ("rules", "list show"),
];

const FLAGS: &[(&str, &str)] = &[
    (
        "",
        "ledger as-of format json output lang explain no-input color",
    ),
    ("init", "name currency sample"),
    (
        "log add",
        "channel summary at direction with promise conduct evidence follow-up answered minutes outcome ticket",
    ),
    ("pay", "on"),
    (
        "claim",
        "on principal interest penalty fees total overdue payoff",
    ),
    ("status", "full fail-on"),
    (
        "simulate",
        "waive pay-now freeze rate defer instalments extend settle by first-due method arrears offer position rate-now remaining",
    ),
    (
        "schedule",
        "principal rate count method disbursed first-due day-count",
    ),
    ("quote", "receive repay flows day-count"),
    ("script", "short"),
    ("plan", "offers-only"),
    (
        "debt add",
        "lender product talks retry-on proceedings grace-days written-off accelerated sold-to sold-on sold-notice-on oldest-unpaid secured guarantors co-borrower auto-debit-account auto-debit-day priority principal net-received disbursed rate method count first-due day-count penalty compound allocation allocation-scope fee-per-instalment room-max-months room-freeze room-waive-penalty room-waive-interest room-min-payment room-principal-cut card-daily-rate card-statement-day card-due-day card-min-payment",
    ),
];

const KEYS: &[(&str, &str)] = &[
    (
        "",
        "version currency borrower budget income expense lender debt offer contact agreement case clock account person",
    ),
    ("borrower", "name hardship"),
    ("borrower hardship", "kind since note evidence own-words"),
    ("budget", "reserve share"),
    (
        "income",
        "name amount every from until low high pay-day history",
    ),
    ("expense", "name amount every category essential"),
    ("lender", "id name kind region alternative official"),
    ("lender alternative", "recovery months cost discount"),
    (
        "lender official",
        "number app payee account verified-on verified-how",
    ),
    (
        "debt",
        "id lender product talks retry-on proceedings grace-days written-off accelerated sold contract payment claim pause due oldest-unpaid room secured guarantors co-borrower auto-debit priority card fee holder",
    ),
    (
        "debt contract",
        "principal net-received disbursed rate method count first-due day-count penalty compound allocation allocation-scope fee-per-instalment",
    ),
    ("debt payment", "on amount kind"),
    (
        "debt claim",
        "on principal interest penalty fees source total overdue payoff",
    ),
    ("debt pause", "from until what"),
    ("debt due", "on principal interest fee"),
    (
        "debt room",
        "max-months freeze waive min-payment principal-cut",
    ),
    ("debt card", "daily-rate statement-day due-day min-payment"),
    ("debt sold", "to on notice-on"),
    ("debt holder", "lender from share notice-on proof"),
    ("case", "number consent adviser"),
    ("clock", "what debt from until kind"),
    ("account", "living"),
    ("offer", "id debt from on terms status reply-by"),
    (
        "contact",
        "at debt channel direction counterpart summary conduct promise evidence follow-up answered minutes outcome ticket told",
    ),
    ("contact told", "reason income monthly"),
    ("agreement", "id debt signed form offer clauses due proof"),
    (
        "agreement clauses",
        "allocation default credit-report discharge-days collection-stops grace-days cure-days tolerance cross-default account-status update-days",
    ),
    ("agreement due", "on amount"),
];

#[test]
fn every_command_and_flag_of_the_contract_is_in_the_help() {
    let sandbox = Sandbox::new();
    let help = |command: &str| {
        let mut args: Vec<&str> = command.split_whitespace().collect();
        args.push("--help");
        sandbox.ok(&args).out
    };
    for (group, names) in COMMANDS {
        let text = help(group);
        for name in names.split_whitespace() {
            let line = text
                .lines()
                .any(|line| line.starts_with("  ") && line.split_whitespace().next() == Some(name));
            assert!(line, "`{group} {name}` is not in:\n{text}");
        }
    }
    for (command, names) in FLAGS {
        let text = help(command);
        for name in names.split_whitespace() {
            let flag = format!("--{name}");
            let there = text
                .split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
                .any(|word| word == flag);
            assert!(there, "`{command} {flag}` is not in:\n{text}");
        }
    }
}

#[test]
fn every_key_of_the_contract_is_in_the_schema_of_the_ledger() {
    let schema: serde_json::Value =
        serde_json::from_str(&Sandbox::new().ok(&["schema"]).out).unwrap();
    let schema: &'static serde_json::Value = Box::leak(Box::new(schema));
    let followed = |mut node: &'static serde_json::Value| {
        loop {
            if let Some(to) = node["$ref"].as_str() {
                node = schema.pointer(to.trim_start_matches('#')).unwrap();
            } else if node.get("items").is_some() {
                node = &node["items"];
            } else if let Some(kinds) = node["anyOf"].as_array() {
                node = kinds.last().unwrap();
            } else {
                return node;
            }
        }
    };
    for (way, names) in KEYS {
        let mut node = schema;
        for step in way.split_whitespace() {
            node = followed(&node["properties"][step]);
        }
        for name in names.split_whitespace() {
            assert!(
                node["properties"].get(name).is_some(),
                "`{way}` has no `{name}`: {node}"
            );
        }
    }
}

//! A sandbox for runs of the real program: its own home, a fixed day, no variables of the machine.

pub(crate) mod whole;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The day of the tests.
pub(crate) const TODAY: &str = "2026-11-16";

/// A home of its own, deleted at the end.
pub(crate) struct Sandbox {
    home: tempfile::TempDir,
    lang: &'static str,
    today: String,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Output {
    /// The exit code; -1 if it was ended by a signal.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Sandbox {
    /// An empty home; the program speaks English.
    pub(crate) fn new() -> Sandbox {
        Sandbox {
            home: tempfile::tempdir().unwrap(),
            lang: "en",
            today: TODAY.to_owned(),
        }
    }

    /// The program speaks another language.
    pub(crate) fn speaking(mut self, lang: &'static str) -> Sandbox {
        self.lang = lang;
        self
    }

    /// Another day.
    pub(crate) fn on(mut self, today: &str) -> Sandbox {
        self.today = today.to_owned();
        self
    }

    /// With this ledger.
    pub(crate) fn with_ledger(self, text: &str) -> Sandbox {
        let path = self.ledger_path();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
        self
    }

    /// With one of the examples as its ledger.
    pub(crate) fn with_example(self, name: &str) -> Sandbox {
        let text = std::fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("examples")
                .join(format!("{name}.toml")),
        )
        .unwrap();
        self.with_ledger(&text)
    }

    /// Where the ledger lies.
    pub(crate) fn ledger_path(&self) -> PathBuf {
        self.home.path().join("data/forbear/ledger.toml")
    }

    /// The ledger's text.
    pub(crate) fn ledger(&self) -> String {
        std::fs::read_to_string(self.ledger_path()).unwrap()
    }

    /// A path in the home.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The program, ready to run with these arguments.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_forbear"));
        command
            .args(args)
            .current_dir(self.home.path())
            .env_clear()
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("TMPDIR", self.home.path())
            .env("TZ", "UTC")
            .env("FORBEAR_TODAY", &self.today)
            .env("FORBEAR_LANG", self.lang)
            .env("COLUMNS", "80")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        finished(self.command(args).output().unwrap())
    }

    /// Runs it with something to read on standard input.
    pub(crate) fn run_with_input(&self, args: &[&str], input: &str) -> Output {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let written = child.stdin.take().unwrap().write_all(input.as_bytes());
        // A program that needs no input may be done before it is written.
        if let Err(error) = written {
            assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{error}");
        }
        finished(child.wait_with_output().unwrap())
    }

    /// Runs it and expects success.
    #[track_caller]
    pub(crate) fn ok(&self, args: &[&str]) -> Output {
        let output = self.run(args);
        assert_eq!(output.code, 0, "{args:?}: {output:?}");
        output
    }

    /// Runs it with `--json` and reads what it wrote.
    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        let output = self.ok(&[args, &["--json"]].concat());
        serde_json::from_str(&output.out).unwrap_or_else(|error| panic!("{error}: {}", output.out))
    }
}

fn finished(output: std::process::Output) -> Output {
    Output {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

//! Exit codes: what a script can tell from the number alone. They are part of the contract.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit(u8);

impl Exit {
    /// Done.
    pub const DONE: Exit = Exit(0);
    /// The ledger or the request is wrong.
    pub const WRONG: Exit = Exit(1);
    /// The command line is wrong.
    pub const USAGE: Exit = Exit(2);
    /// Findings at or above `--fail-on`, an agreement not kept, or no plan exists.
    pub const FOUND: Exit = Exit(3);
    /// Stopped at a question: nobody there to answer it, or it was answered no.
    pub const STOPPED: Exit = Exit(4);
    /// A fault of the program.
    pub const BUG: Exit = Exit(70);

    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        self.0
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.0)
    }
}

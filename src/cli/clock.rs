//! The only clock of the program, read once a run.
//!
//! Promises: no other room knows what day it is; a broken time-zone file stops the program with a
//! sentence, not a crash (the panic hook in `ui` asks [`being_read`]).

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDateTime;

static BEING_READ: AtomicBool = AtomicBool::new(false);

/// Local date and time, to the second.
#[must_use]
pub fn now() -> NaiveDateTime {
    BEING_READ.store(true, Ordering::Relaxed);
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    let now = chrono::Local::now().naive_local();
    BEING_READ.store(false, Ordering::Relaxed);
    let whole = chrono::Timelike::with_nanosecond(&now, 0);
    whole.unwrap_or(now)
}

/// Whether the clock is being read: a panic now comes from a hostile `TZ` file, not from us.
#[must_use]
pub fn being_read() -> bool {
    BEING_READ.load(Ordering::Relaxed)
}

/// A moment from which a search has had its time.
#[derive(Clone, Copy, Debug)]
pub struct Patience(std::time::Instant);

impl Patience {
    /// So many milliseconds from now.
    #[must_use]
    pub fn of(milliseconds: u64) -> Patience {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that reads the clock"
        )]
        let now = std::time::Instant::now();
        let span = std::time::Duration::from_millis(milliseconds);
        Patience(now.checked_add(span).unwrap_or(now))
    }

    /// Whether the time is over.
    #[must_use]
    pub fn is_over(self) -> bool {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that reads the clock"
        )]
        let now = std::time::Instant::now();
        now >= self.0
    }
}

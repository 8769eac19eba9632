//! The nouns: money, rates, dates, debts, offers, schedules, agreements, contacts, the ledger, and the
//! values the engine answers with.
//!
//! Promises: plain values, cheap to clone, no clock, no files, no words for people, no floats. An enum's
//! text (`as_str`) is the word used in the ledger file and in JSON; what people read stands in `i18n`.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))] // a wrong sum about money is the worst fault here

pub mod vocabulary;
pub mod exact;
pub mod money;
pub mod rate;
pub mod calendar;
pub mod id;
pub mod lang;
pub mod parts;
pub mod lender;
pub mod contract;
pub mod debt;
pub mod budget;
pub mod offer;
mod offer_words;
pub mod agreement;
pub mod contact;
pub mod ledger;
pub mod typed;
pub mod position;
pub mod schedule;
pub mod simulation;
pub mod capacity;
pub mod promise;
pub mod upcoming;
pub mod clocks;
pub mod limitation;
pub mod selection;
pub mod ladder;
pub mod strategy;
pub mod outlook;
pub mod zone;
pub mod finding;
pub mod quantity;
pub mod working;

pub use agreement::{Agreement, AgreementDue, Clauses, DefaultClause, Form, Keeping, KeepingState};
pub use budget::{Budget, Every, Expense, Income, IncomeRecord};
pub use calendar::{DayCount, DueDates};
pub use capacity::{Capacity, CapacityMonth, Reserved, ReservedBy};
pub use contact::{Channel, Conduct, Contact, Direction, Outcome};
pub use contract::{AllocationScope, Contract, CustomDue, Method, Order, PenaltyTerm, RateFrom};
pub use debt::{Claim, Debt, Payment, PaymentKind, Proceedings, Product, Talks};
pub use exact::{Exact, TooLarge};
pub use finding::{Finding, Level, Severity};
pub use id::{DebtId, LenderId, OfferId};
pub use lang::{Lang, Localized};
pub use ledger::Ledger;
pub use lender::{Lender, LenderKind, Region};
pub use limitation::Limitation;
pub use money::Money;
pub use offer::{Offer, OfferStatus, Party, Terms};
pub use parts::{Part, Parts};
pub use position::{Arrears, Band, Basis, Class, Position};
pub use rate::{Percent, Rate};
pub use schedule::{Schedule, ScheduleRow};
pub use simulation::Simulation;
pub use upcoming::{Upcoming, UpcomingKind};

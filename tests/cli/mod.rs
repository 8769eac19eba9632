//! The real program, run as a person or a script would. Expectations are written by hand.

mod audit;
mod books;
mod contract;
mod help;
mod late_paper;
mod letters;
mod limits;
mod newcomer;
mod prompts;
mod edges;
mod planning;
mod plan_offers;
mod statement;
mod quote;
mod recording;
mod scripts;
mod rehearse;
mod story;
mod typed;
mod wording;
mod wrong;

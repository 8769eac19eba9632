//! Offers: worked scenarios, promises that hold for all inputs, and outside figures.

mod budget;
mod rates;
mod properties;
mod refusals;
mod scenarios;

//! Offers: worked scenarios, promises that hold for all inputs, and outside figures.

mod oracles;
mod scenarios;

//! Suggestions: quotations, names, speakers, claims, and the lexicons.

mod any;
mod claims;
mod german;
mod languages;
mod lexicons;
mod measured;
mod names;
mod new_names;
mod quotations;
mod quotes;
mod speakers;

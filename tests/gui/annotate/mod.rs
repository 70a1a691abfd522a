//! Annotating in the window: suggestions, claims and speakers.

mod claims;
mod walk;
mod who;

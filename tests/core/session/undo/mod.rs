//! Undo and redo: of everything, by several annotators, and as a property.

mod deeds;
mod everything;
mod people;
mod property;

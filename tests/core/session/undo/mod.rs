//! Undo and redo: of everything, by several annotators, and as a property.

mod everything;
mod people;
mod property;

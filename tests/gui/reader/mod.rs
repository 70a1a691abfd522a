//! The text pane: marks, selection, margin, two articles side by side.

mod beside;
mod margin;
mod marks;
mod select;

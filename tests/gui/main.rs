//! Tests of the window, headless, by accessible label.

mod reader_marks;
mod reader_select;
mod stage;

//! Behaviour of the window, headless, by accessible label.

mod panels_articles;
mod panels_bars;
mod panels_side;
mod stage;

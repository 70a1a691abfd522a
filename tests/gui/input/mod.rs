//! Keys, keyboards, fields and the palette.

mod drafts;
mod keys;
mod layouts;
mod palette;
mod typing;

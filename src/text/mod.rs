//! Arithmetic on text: offsets, spans, segments. Knows no domain word.
//!
//! Inside the program a place in a text is a [`ByteOffset`] into UTF-8; people, files and tables count
//! [`CharOffset`]s (Unicode code points). The two types never mix; [`Text`] is the only place that converts.

pub mod body;
pub mod hidden;
pub mod index;
pub mod offset;
pub mod sentence;
pub mod span;
pub mod trim;
pub mod word;

pub use body::Text;
pub use offset::{ByteOffset, CharOffset};
pub use span::{Span, SpanError};

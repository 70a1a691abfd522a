//! Arithmetic on text: offsets, spans, segments. Contains no domain terms.
//!
//! Inside the program a place in a text is a [`ByteOffset`] into UTF-8; people, files and tables count
//! [`CharOffset`]s (Unicode code points). The two types never mix; [`Text`] is the only place that converts.

pub mod body;
pub mod context;
pub mod count;
pub mod decode;
pub mod filter;
pub mod fold;
pub mod hidden;
pub mod index;
pub mod language;
pub mod letters;
pub mod marked;
pub mod markup;
pub mod offset;
pub mod pattern;
pub mod ron_error;
mod segment;
pub mod sentence;
pub mod shorten;
pub mod span;
mod tile;
pub mod trim;
pub mod word;

pub use body::Text;
pub use count::word_count;
pub use decode::{DecodeError, Decoded, decode};
pub use filter::Filter;
pub use fold::{Folded, folded};
pub use letters::Letters;
pub use markup::is_web_page;
pub use offset::{ByteOffset, CharOffset};
pub use sentence::{next_sentence, previous_sentence, sentence_at};
pub use shorten::shortened;
pub use span::{Span, SpanError};
pub use trim::trimmed;
pub use word::{next_word, previous_word, word_at};

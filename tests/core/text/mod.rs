//! Text arithmetic: offsets, words, sentences, language, search.

mod articles;
mod count;
mod decode;
mod fold;
mod hidden;
mod language;
mod language_short;
mod marked;
mod markup;
mod offsets;
mod pattern;
mod sentences;
mod words;

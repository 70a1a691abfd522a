//! Writes RON that is easy to read: one field per line, fragments on one line, invisible characters escaped.
//!
//! This writer is our own, because a document must always give the same bytes, whatever the version of a library, and because
//! apostrophes should not be escaped. Every file is parsed back before it replaces the old one.

use std::fmt::Write as _;
use std::ops::Range;

use crate::model::{Anchor, Digest, PartialDate, Timestamp, Unknown};

/// A RON text that is being written.
#[derive(Debug, Default)]
pub struct RonWriter {
    text: String,
    depth: usize,
}

impl RonWriter {
    /// The text, with its last line ended.
    pub fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    /// Opens a bracket; the content follows on lines of its own.
    pub fn open(&mut self, bracket: &str) {
        self.text.push_str(bracket);
        self.depth += 1;
    }

    /// Closes the bracket on a line of its own.
    pub fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        self.line();
        self.text.push(bracket);
    }

    /// Begins a line.
    pub fn line(&mut self) {
        const SPACES: &str = "                                ";
        self.text.push('\n');
        let mut left = 4 * self.depth;
        while left > 0 {
            let some = SPACES.get(..left).unwrap_or(SPACES);
            self.text.push_str(some);
            left -= some.len();
        }
    }

    /// Writes `text` unchanged.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes a field on a line of its own.
    pub fn field(&mut self, name: &str, value: &impl WriteRon) {
        self.line();
        self.raw(name);
        self.raw(": ");
        value.write_ron(self);
        self.raw(",");
    }

    /// Writes the fields of a newer version unchanged.
    pub fn unknown(&mut self, unknown: &Unknown) {
        for (name, source) in &unknown.0 {
            self.line();
            if !is_plain(name) {
                self.raw("r#");
            }
            self.raw(name);
            self.raw(": ");
            self.raw(source);
            self.raw(",");
        }
    }
}

fn is_plain(name: &str) -> bool {
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let reserved = ["true", "false", "Some", "None", "inf", "inff32", "inff64", "NaN", "NaNf32", "NaNf64"];
    starts && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !reserved.contains(&name)
}

/// A value that can be written as RON.
pub trait WriteRon {
    fn write_ron(&self, out: &mut RonWriter);
}

impl WriteRon for str {
    fn write_ron(&self, out: &mut RonWriter) {
        out.text.push('"');
        let mut rest = self;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| needs_escape(*c)) {
            out.text.push_str(rest.get(..at).unwrap_or_default());
            match c {
                '"' => out.text.push_str("\\\""),
                '\\' => out.text.push_str("\\\\"),
                '\n' => out.text.push_str("\\n"),
                '\t' => out.text.push_str("\\t"),
                '\r' => out.text.push_str("\\r"),
                c => {
                    // Writing to a String cannot fail.
                    let _ = write!(out.text, "\\u{{{:x}}}", u32::from(c));
                }
            }
            rest = rest.get(at + c.len_utf8()..).unwrap_or_default();
        }
        out.text.push_str(rest);
        out.text.push('"');
    }
}

fn needs_escape(c: char) -> bool {
    if c.is_ascii() { c == '"' || c == '\\' || c.is_ascii_control() } else { is_hidden(c) }
}

/// Whether `c` is easily missed or changed in an editor: control characters, unusual spaces, directional and combining marks.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{a0}' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

impl WriteRon for String {
    fn write_ron(&self, out: &mut RonWriter) {
        self.as_str().write_ron(out);
    }
}

impl WriteRon for bool {
    fn write_ron(&self, out: &mut RonWriter) {
        out.raw(if *self { "true" } else { "false" });
    }
}

impl WriteRon for u32 {
    fn write_ron(&self, out: &mut RonWriter) {
        let _ = write!(out.text, "{self}");
    }
}

impl WriteRon for (u32, u32) {
    fn write_ron(&self, out: &mut RonWriter) {
        let _ = write!(out.text, "({}, {})", self.0, self.1);
    }
}

impl WriteRon for Range<usize> {
    fn write_ron(&self, out: &mut RonWriter) {
        let _ = write!(out.text, "{}..{}", self.start, self.end);
    }
}

impl WriteRon for Anchor {
    fn write_ron(&self, out: &mut RonWriter) {
        out.raw(match self {
            Self::Exact => "Exact",
            Self::Moved => "Moved",
        });
    }
}

impl<T: WriteRon> WriteRon for Option<T> {
    fn write_ron(&self, out: &mut RonWriter) {
        match self {
            Some(value) => value.write_ron(out),
            None => out.raw("None"),
        }
    }
}

impl<T: WriteRon> WriteRon for Vec<T> {
    fn write_ron(&self, out: &mut RonWriter) {
        if self.is_empty() {
            out.raw("[]");
            return;
        }
        out.open("[");
        for item in self {
            out.line();
            item.write_ron(out);
            out.raw(",");
        }
        out.close(']');
    }
}

macro_rules! write_as_text {
    ($($name:ty),*) => {
        $(impl WriteRon for $name {
            fn write_ron(&self, out: &mut RonWriter) {
                self.as_str().write_ron(out);
            }
        })*
    };
}

write_as_text!(
    crate::model::ActorId,
    crate::model::AnnotationId,
    crate::model::ArticleId,
    crate::model::Annotator,
    crate::model::BatchId,
    crate::model::LinkId,
    crate::model::SetId,
    PartialDate
);

/// Contains only digits, letters, `-` and `:`, so nothing is escaped.
impl WriteRon for Timestamp {
    fn write_ron(&self, out: &mut RonWriter) {
        let _ = write!(out.text, "\"{self}\"");
    }
}

impl WriteRon for Digest {
    fn write_ron(&self, out: &mut RonWriter) {
        let _ = write!(out.text, "\"{self}\"");
    }
}

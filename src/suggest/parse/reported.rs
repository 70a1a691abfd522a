//! Defines [`Reported`]: the words that a cue reports.

use std::ops::Range;

/// What a cue reports. Ranges in bytes of the text.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Reported {
    pub fragments: Vec<Range<usize>>,
    /// The rule that found it.
    pub rule: &'static str,
    /// From 0 to 1.
    pub score: f32,
    /// Numbers of the words among which the subject is, if the reporting clause comes last.
    pub clause: Option<Range<usize>>,
}

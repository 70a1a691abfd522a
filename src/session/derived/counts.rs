//! Defines [`Counts`]: how often an actor is mentioned and quoted.

/// How often an actor is mentioned and quoted, zones left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub mentions: usize,
    /// Quotes of which it is a speaker.
    pub quotes: usize,
    /// Claims of which it is a source.
    pub claims: usize,
    /// Articles that contain any of these.
    pub articles: usize,
}

impl Counts {
    /// Mentions, quotes and claims together.
    #[must_use]
    pub fn all(self) -> usize {
        self.mentions + self.quotes + self.claims
    }

    pub(in crate::session) fn add(&mut self, other: Self) {
        self.mentions += other.mentions;
        self.quotes += other.quotes;
        self.claims += other.claims;
    }

    pub(in crate::session) fn take(&mut self, other: Self) {
        self.mentions = self.mentions.saturating_sub(other.mentions);
        self.quotes = self.quotes.saturating_sub(other.quotes);
        self.claims = self.claims.saturating_sub(other.claims);
    }
}

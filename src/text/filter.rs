//! Defines [`Filter`]: the words that a person typed to narrow a list.

use super::folded;

/// Words of which each must be found. Case, accents, and the form of apostrophes, dashes and spaces do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    words: Vec<String>,
}

impl Filter {
    /// Splits `typed` into words.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: folded(typed).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether there are no words: everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word occurs in at least one of `fields`.
    #[must_use]
    pub fn matches(&self, fields: &[&str]) -> bool {
        if self.is_empty() {
            return true;
        }
        let fields: Vec<String> = fields.iter().map(|field| folded(field)).collect();
        self.words.iter().all(|word| fields.iter().any(|field| field.contains(word.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn case_and_accents_do_not_matter() {
        assert!(Filter::new("elysee").matches(&["L’Élysée confirme"]));
        assert!(Filter::new("L'ÉLYSÉE").matches(&["l’Elysee"]));
        assert!(Filter::new("e\u{301}lyse\u{301}e").matches(&["élysée"]));
        assert!(Filter::new("все еще").matches(&["Всё ещё"]));
    }

    #[test]
    fn every_word_must_be_found_in_some_field() {
        let filter = Filter::new("vestnik untouched");
        assert!(filter.matches(&["Contacts restored", "Vestnik", "untouched"]));
        assert!(!filter.matches(&["Contacts restored", "Vestnik", "done"]));
    }
}

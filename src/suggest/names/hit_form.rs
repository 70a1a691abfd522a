//! Defines [`HitForm`]: how a name of the register is written in a text.

use super::reason::Reason;

/// How a name is written in the text, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitForm {
    /// As the register has it, but for the kind of its apostrophes and spaces.
    Exact,
    /// With that difference.
    Variant(Reason),
    /// The last word of a person's name.
    SurnameOnly,
}

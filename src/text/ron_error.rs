//! Describes RON errors in plain words, for people who know neither the notation nor its library.

use ron::error::Error;

/// A description of `error` without its position: one clause, no full stop, no type names.
#[must_use]
pub fn in_plain_words(error: &Error) -> String {
    let fixed = match error {
        Error::Message(words) => return without_types(words),
        Error::Io(words) => return format!("it could not be read ({words})"),
        Error::InvalidValueForType { expected, found } => {
            return format!("{} should be here, not {}", without_types(expected), without_types(found));
        }
        Error::ExpectedDifferentLength { expected, found } => {
            return format!("{} should be here, not {found} of them", without_types(expected));
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            return format!("“{found}” is not known here{}", one_of(expected));
        }
        Error::NoSuchStructField { expected, found, .. } => {
            return format!("there is no field “{found}” here{}", one_of(expected));
        }
        Error::MissingStructField { field, .. } => return format!("the field “{field}” is missing"),
        Error::DuplicateStructField { field, .. } => return format!("the field “{field}” is there twice"),
        Error::InvalidIntegerDigit { digit, .. } => return format!("“{digit}” is not a digit"),
        Error::UnexpectedChar(sign) => return format!("the character “{sign}” should not be here"),
        Error::InvalidIdentifier(name) | Error::SuggestRawIdentifier(name) => {
            return format!("“{name}” cannot be the name of a field or value");
        }
        Error::ExpectedDifferentStructName { found, .. } => {
            return format!("fields between parentheses should begin here, with “(”, not “{found}”");
        }
        Error::NoSuchExtension(name) => return format!("the extension “{name}” is not known"),
        Error::Eof => "the file ends too early, in the middle of something",
        Error::ExpectedArray => "a list should begin here, with “[”",
        Error::ExpectedArrayEnd => "the list should end here, with “]”, or a comma is missing",
        Error::ExpectedMap => "a list of names and values should begin here, with “{”",
        Error::ExpectedMapColon => "a colon “:” is missing between a name and its value",
        Error::ExpectedMapEnd => "the list of names and values should end here, with “}”, or a comma is missing",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedStructName(_) => {
            "fields between parentheses should begin here, with “(”"
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            "the parenthesis should be closed here, with “)”, or a comma is missing"
        }
        Error::ExpectedComma => "a comma is missing, or something should not be here",
        Error::ExpectedString => "words between quotation marks \"…\" should be here",
        Error::ExpectedStringEnd => "the quotation mark \" that ends these words is missing",
        Error::InvalidEscape(_) => {
            "a backslash “\\” between quotation marks is followed by a character that is not allowed after it"
        }
        Error::ExpectedBoolean => "true or false should be here",
        Error::ExpectedInteger | Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            "a number should be here"
        }
        Error::IntegerOutOfBounds => "the number is too large or too small",
        Error::ExpectedRangeSyntax => "two numbers with “..” between them should be here, such as 12..34",
        Error::ExpectedOption => "a value, or None, should be here",
        Error::ExpectedIdentifier => "the name of a field or value should be here",
        Error::UnclosedBlockComment | Error::UnclosedLineComment => "a comment that begins here is not ended",
        Error::TrailingCharacters => "something follows after the last closing parenthesis",
        Error::ExceededRecursionLimit => "brackets are nested too deeply",
        Error::Utf8Error(_) => "a byte here is not UTF-8 text",
        _ => "what is here cannot be read",
    };
    fixed.to_owned()
}

fn one_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("; only “{one}” is"),
        _ => format!("; known are {}", names.join(", ")),
    }
}

/// The library's messages name the expected type; this describes how the value looks in the file.
fn without_types(words: &str) -> String {
    let begins = |kind: &str| words.starts_with(kind);
    if begins("struct Range") {
        "two numbers with “..” between them".to_owned()
    } else if ["struct ", "unit struct", "tuple struct", "newtype struct"].into_iter().any(begins) {
        "fields between parentheses".to_owned()
    } else if begins("enum ") {
        "one of the known words".to_owned()
    } else if begins("a sequence") {
        "a list".to_owned()
    } else if begins("a map") {
        "a list of names and values".to_owned()
    } else if ["u8", "u16", "u32", "u64", "usize", "i64", "i32"].contains(&words) {
        "a whole number".to_owned()
    } else {
        words.replace('`', "")
    }
}

//! Parses RON in the layout of [`super::ron_writer`], several times faster than the `ron` crate.
//!
//! Anything that `ron_writer` never writes (comments, raw strings, unknown fields, `Some`) is refused, even if it is valid RON.
//! A refused file is parsed by `ron`, which alone decides what is an error, and where. What is accepted here gives the same
//! value there: a property test compares the two. `benches/layers.rs` measures what this parser saves.

use std::borrow::Cow;
use std::fmt::{self, Display};

use serde::Deserialize;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

/// The parsed value; `None` if the text is not in the layout of `ron_writer`.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Option<T> {
    let mut reader = FastRon { rest: text };
    let value = T::deserialize(&mut reader).ok()?;
    reader.space();
    reader.rest.is_empty().then_some(value)
}

/// The text is in another layout or not valid.
#[derive(Clone, Copy, Debug)]
struct Refused;

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not in the usual layout")
    }
}

impl std::error::Error for Refused {}

impl serde::de::Error for Refused {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct FastRon<'de> {
    rest: &'de str,
}

impl<'de> FastRon<'de> {
    fn space(&mut self) {
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n');
        while let Some(rest) = self.rest.strip_prefix("\n        ") {
            self.rest = rest;
        }
        let count = self.rest.bytes().take_while(is_space).count();
        self.skip(count);
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Consumes `byte` after any space. Returns `false`, consuming only the space, if it is not there.
    fn passes(&mut self, byte: u8) -> bool {
        self.space();
        let there = self.rest.as_bytes().first() == Some(&byte);
        if there {
            self.skip(1);
        }
        there
    }

    fn expect(&mut self, byte: u8) -> Result<(), Refused> {
        if self.passes(byte) { Ok(()) } else { Err(Refused) }
    }

    fn take(&mut self, bytes: usize) -> Result<&'de str, Refused> {
        let (taken, rest) = self.rest.split_at_checked(bytes).ok_or(Refused)?;
        self.rest = rest;
        Ok(taken)
    }

    fn name(&mut self) -> Result<&'de str, Refused> {
        self.space();
        let begins = self.rest.as_bytes().first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
        if !begins {
            return Err(Refused);
        }
        let count = self.rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let name = self.take(count)?;
        // A letter beyond ASCII would be part of the name, and after `.`, `+`, `-`, `#` or `"` it is not a name.
        let ends = matches!(self.rest.as_bytes().first(), None | Some(b':' | b',' | b'(' | b')' | b']' | b' ' | b'\n'));
        if ends { Ok(name) } else { Err(Refused) }
    }

    fn number(&mut self) -> Result<u64, Refused> {
        self.space();
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.take(count)?;
        let plain = count == 1 || (count > 1 && !digits.starts_with('0'));
        if plain { digits.parse().map_err(|_| Refused) } else { Err(Refused) }
    }

    fn string(&mut self) -> Result<Cow<'de, str>, Refused> {
        self.expect(b'"')?;
        let plain = self.run()?;
        if self.rest.as_bytes().first() == Some(&b'"') {
            self.skip(1);
            return Ok(Cow::Borrowed(plain));
        }
        let mut string = String::with_capacity(plain.len() + 32);
        string.push_str(plain);
        loop {
            match self.take(1)? {
                "\"" => return Ok(Cow::Owned(string)),
                _ => string.push(self.escaped()?),
            }
            string.push_str(self.run()?);
        }
    }

    /// The text before the next `"` or `\`, one of which must follow.
    fn run(&mut self) -> Result<&'de str, Refused> {
        let count = self.rest.bytes().position(|byte| byte == b'"' || byte == b'\\').ok_or(Refused)?;
        self.take(count)
    }

    fn escaped(&mut self) -> Result<char, Refused> {
        match self.take(1)? {
            "\"" => Ok('"'),
            "\\" => Ok('\\'),
            "n" => Ok('\n'),
            "t" => Ok('\t'),
            "r" => Ok('\r'),
            "u" => {
                let rest = self.rest.strip_prefix('{').ok_or(Refused)?;
                let count = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
                let code = rest.get(..count).filter(|_| (1..=6).contains(&count)).ok_or(Refused)?;
                self.rest = rest.get(count..).and_then(|rest| rest.strip_prefix('}')).ok_or(Refused)?;
                u32::from_str_radix(code, 16).ok().and_then(char::from_u32).ok_or(Refused)
            }
            _ => Err(Refused),
        }
    }
}

impl<'de> Deserializer<'de> for &mut FastRon<'de> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refused> {
        Err(Refused)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.name()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Refused),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u32(u32::try_from(self.number()?).map_err(|_| Refused)?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.string()? {
            Cow::Borrowed(string) => visitor.visit_borrowed_str(string),
            Cow::Owned(string) => visitor.visit_string(string),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    /// A string or a struct: `ron_writer` writes values without `Some`, and leaves out `None`.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.space();
        if self.rest.starts_with(['"', '(']) { visitor.visit_some(self) } else { Err(Refused) }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.expect(b'{')?;
        visitor.visit_map(Entries(Items { reader: self, close: b'}', first: true }))
    }

    /// The name of a field or a variant, which derived implementations use.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_borrowed_str(self.name()?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.expect(b'[')?;
        visitor.visit_seq(Items { reader: self, close: b']', first: true })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        self.expect(b'(')?;
        let mut items = Items { reader: self, close: b')', first: true };
        let value = visitor.visit_seq(&mut items)?;
        // The visitor of a tuple stops after its last item.
        items.end()?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        if name == "Range" {
            let start = self.number()?;
            if self.take(2)? != ".." || !self.rest.starts_with(|c: char| c.is_ascii_digit()) {
                return Err(Refused);
            }
            let pair = [start, self.number()?];
            return visitor.visit_seq(serde::de::value::SeqDeserializer::<_, Refused>::new(pair.into_iter()));
        }
        self.expect(b'(')?;
        visitor.visit_map(Items { reader: self, close: b')', first: true })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct
        ignored_any
    }
}

/// The items between two brackets, separated by commas; the last may have one too.
struct Items<'r, 'de> {
    reader: &'r mut FastRon<'de>,
    close: u8,
    first: bool,
}

impl Items<'_, '_> {
    /// Whether another item follows.
    fn goes_on(&mut self) -> Result<bool, Refused> {
        let first = std::mem::replace(&mut self.first, false);
        self.reader.space();
        let comma = !first && self.reader.rest.starts_with(',');
        if comma {
            self.reader.skip(1);
            self.reader.space();
        }
        if self.reader.rest.as_bytes().first() == Some(&self.close) {
            self.reader.skip(1);
            return Ok(false);
        }
        if first || comma { Ok(true) } else { Err(Refused) }
    }

    fn end(&mut self) -> Result<(), Refused> {
        if self.goes_on()? { Err(Refused) } else { Ok(()) }
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if self.goes_on()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        // Nearly every annotation has one fragment; without a hint a `Vec` allocates room for four.
        Some(1)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        if !self.goes_on()? {
            return Ok(None);
        }
        let name = self.reader.name()?;
        self.reader.expect(b':')?;
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(&mut *self.reader)
    }
}

/// The entries between two braces: strings and values.
struct Entries<'r, 'de>(Items<'r, 'de>);

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        if !self.0.goes_on()? {
            return Ok(None);
        }
        let key = seed.deserialize(&mut *self.0.reader)?;
        self.0.reader.expect(b':')?;
        Ok(Some(key))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(&mut *self.0.reader)
    }
}

impl<'de> EnumAccess<'de> for &mut FastRon<'de> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Refused> {
        let name = self.name()?;
        Ok((seed.deserialize(BorrowedStrDeserializer::<Refused>::new(name))?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut FastRon<'de> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refused> {
        self.expect(b'(')?;
        let value = seed.deserialize(&mut *self)?;
        self.expect(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Refused> {
        Err(Refused)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        self.expect(b'(')?;
        visitor.visit_map(Items { reader: self, close: b')', first: true })
    }
}

#[cfg(test)]
mod tests;

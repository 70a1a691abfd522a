//! Defines [`SetDigest`]: a digest that is equal for two exports exactly if they were made from the same content.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::rows::facts::Facts;
use crate::model::{
    ActorId, Annotation, Annotator, Article, Codebook, Details, Layer, Lost, LostFragment, Metadata, Register, Unknown,
};

/// What the digest covers, as written in `datapackage.json`.
pub const ABOUT: &str = "SHA-256 of the content exported from: every article (id, text digest, metadata), every annotation \
     of every annotator, the actor register and the codebook, in the order of their ids; independent of the options of the export";

/// SHA-256 of the content of a set. Articles are added in the order of their ids.
///
/// Every text is preceded by its length and every list by its count, so different contents never give the same bytes.
#[derive(Clone, Default)]
pub struct SetDigest {
    hash: Sha256,
    bytes: Vec<u8>,
}

impl SetDigest {
    /// Adds the register.
    pub fn register(&mut self, register: &Register) {
        self.number(register.actors().len());
        register.actors().iter().for_each(|actor| self.value(actor));
        self.unknown(&register.unknown);
        self.digest_bytes();
    }

    /// Adds the codebook, whose defaults are in the tables.
    pub fn codebook(&mut self, codebook: &Codebook) {
        self.value(codebook);
        self.digest_bytes();
    }

    /// Adds an article and its layers.
    pub fn article<'l>(&mut self, article: &Article, layers: impl ExactSizeIterator<Item = (&'l Annotator, &'l Layer)>) {
        // The reading order is in no table.
        let Article { id, text: _, digest, metadata, zones, lost_zones, source_file, imported, order: _, unknown } = article;
        let Metadata { title, outlet, published, byline, language, translated_from, url } = metadata;
        self.text(id.as_str());
        self.text(&digest.to_string());
        for text in [title, outlet, byline, language, translated_from, url, source_file] {
            self.text(text);
        }
        self.text(published.as_ref().map_or("", |date| date.as_str()));
        self.moment(*imported);
        self.unknown(unknown);
        self.value(zones);
        self.value(lost_zones);
        self.number(layers.len());
        for (annotator, layer) in layers {
            self.text(annotator.as_str());
            self.layer(layer);
        }
        self.digest_bytes();
    }

    /// 64 hexadecimal digits.
    #[must_use]
    pub fn finish(self) -> String {
        self.hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    fn layer(&mut self, layer: &Layer) {
        self.flag(layer.done);
        self.value(&layer.rejected);
        self.unknown(&layer.unknown);
        self.number(layer.annotations().len());
        layer.annotations().iter().for_each(|annotation| self.annotation(annotation));
        self.number(layer.lost.len());
        layer.lost.iter().for_each(|lost| self.lost(lost));
    }

    fn annotation(&mut self, annotation: &Annotation) {
        // How an annotation came to its place depends on the program that loaded it: it is not part of the set.
        self.number(annotation.fragments.len());
        for fragment in &annotation.fragments {
            self.number(fragment.span.start().0);
            self.number(fragment.span.end().0);
            self.text(&fragment.words);
        }
        self.facts(annotation.into());
    }

    fn lost(&mut self, lost: &Lost) {
        self.number(lost.fragments.len());
        for LostFragment { chars, words, before, after } in &lost.fragments {
            self.number(chars.0);
            self.number(chars.1);
            for text in [words, before, after] {
                self.text(text);
            }
        }
        self.facts(lost.into());
    }

    fn facts(&mut self, facts: Facts<'_>) {
        let Facts { id, label, note, unsure, actor, details, origin, created, modified, unknown } = facts;
        for text in [id.as_str(), label.as_str(), note, actor.map_or("", ActorId::as_str), origin] {
            self.text(text);
        }
        self.details(details);
        self.flag(unsure);
        self.moment(created);
        self.moment(modified);
        self.unknown(unknown);
    }

    fn details(&mut self, details: &Details) {
        // Most annotations of a large set have no details; the length 0 distinguishes them.
        if *details == Details::default() { self.number(0) } else { self.value(details) }
    }

    /// Adds a value as JSON, whose bytes depend only on the value.
    fn value(&mut self, value: &impl serde::Serialize) {
        // Named strings, numbers and lists can always be written as JSON.
        self.text(&serde_json::to_string(value).unwrap_or_default());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, number: usize) {
        self.bytes.extend_from_slice(&(number as u64).to_le_bytes());
    }

    fn moment(&mut self, moment: crate::model::Timestamp) {
        self.bytes.extend_from_slice(&moment.whole_seconds().0.to_le_bytes());
    }

    fn flag(&mut self, flag: bool) {
        self.bytes.push(u8::from(flag));
    }

    fn unknown(&mut self, unknown: &Unknown) {
        self.number(unknown.0.len());
        for (name, source) in &unknown.0 {
            self.text(name);
            self.text(source);
        }
    }

    /// Hashes the collected bytes. Called once for each article, because hashing is faster on long inputs.
    fn digest_bytes(&mut self) {
        self.hash.update(&self.bytes);
        self.bytes.clear();
    }
}

impl std::fmt::Debug for SetDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SetDigest")
    }
}

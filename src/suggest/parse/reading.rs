//! Defines [`Reading`]: an article cut into sentences and words, with who can speak in it; made once, used for all suggestions.

use super::material::Material;
use super::sentence::{Cut, cut, is_opaque};
use crate::suggest::patterns::inserted_clause::{InsertedClause, take_out};
use crate::suggest::quotation_marks::quotation::Quotation;
use crate::suggest::speakers::mentions::{Cast, cast};

/// An article read for suggestions.
#[derive(Debug)]
pub struct Reading<'a> {
    pub(in crate::suggest) material: Material<'a>,
    /// The quotations that hide their words, in order.
    pub(in crate::suggest) opaque: Vec<&'a Quotation>,
    pub(in crate::suggest) cut: Cut,
    pub(in crate::suggest) inserted: Vec<InsertedClause>,
    pub(in crate::suggest) cast: Cast,
}

impl<'a> Reading<'a> {
    /// Reads an article.
    #[must_use]
    pub fn new(material: &Material<'a>) -> Self {
        let Material { text, quotations, names, zones, lexicon } = *material;
        let all = &quotations.quotations;
        let opaque: Vec<&Quotation> = all.iter().filter(|quotation| is_opaque(quotation)).collect();
        let mut cut = cut(text, all, zones);
        let inserted = take_out(text, &mut cut, &opaque, lexicon);
        let cast = cast(text, &cut, names, lexicon);
        Self { material: *material, opaque, cut, inserted, cast }
    }
}

//! Defines [`Reading`]: an article cut into sentences and words, with who can speak in it; made once, used for all candidates.

use super::candidates::Material;
use super::incise::{Incise, take_out};
use super::mentions::{Cast, cast};
use super::quotation::Quotation;
use super::sentence::{Cut, cut, is_opaque};

/// An article read for candidates.
#[derive(Debug)]
pub struct Reading<'a> {
    pub(super) material: Material<'a>,
    /// The quotations that hide their words, in order.
    pub(super) opaque: Vec<&'a Quotation>,
    pub(super) cut: Cut,
    pub(super) incises: Vec<Incise>,
    pub(super) cast: Cast,
}

impl<'a> Reading<'a> {
    /// Reads an article.
    #[must_use]
    pub fn new(material: &Material<'a>) -> Self {
        let Material { text, quotations, names, zones, lexicon } = *material;
        let all = &quotations.quotations;
        let opaque: Vec<&Quotation> = all.iter().filter(|quotation| is_opaque(quotation)).collect();
        let mut cut = cut(text, all, zones);
        let incises = take_out(text, &mut cut, &opaque, lexicon);
        let cast = cast(text, &cut, names, lexicon);
        Self { material: *material, opaque, cut, incises, cast }
    }
}

//! Defines [`Column`]: the blocks of the open article with their heights and positions.

use egui::Ui;

use super::blocks::{self, Block};
use super::heights::Heights;
use super::laid::Laid;
use super::measure::Measure;
use crate::gui::style::theme::Theme;
use crate::model::{Article, ArticleId};
use crate::text::{ByteOffset, Text};

/// The blocks of one article, set in one measure.
#[derive(Debug)]
pub struct Column {
    article: ArticleId,
    text: Text,
    measure: Measure,
    scale: f32,
    blocks: Vec<Block>,
    heights: Heights,
}

/// A block that was laid out in this frame, and its top in the column.
#[derive(Debug)]
pub struct Placed {
    pub index: usize,
    pub top: f64,
    pub laid: Laid,
}

impl Column {
    /// Splits the text and estimates every height.
    #[must_use]
    pub fn new(article: &Article, measure: Measure, scale: f32) -> Self {
        let text = article.text.clone();
        let blocks = blocks::cut(&text);
        let chars = |block: &Block| {
            let at = |byte| text.char_from_byte(ByteOffset(byte)).0;
            at(block.bytes.end) - at(block.bytes.start)
        };
        let heights = Heights::new(blocks.iter().map(|b| measure.guess(chars(b), b.ends_paragraph)).collect());
        Self { article: article.id.clone(), text, measure, scale, blocks, heights }
    }

    /// Whether it shows this article with this layout.
    #[must_use]
    pub fn fits(&self, article: &Article, measure: &Measure, scale: f32) -> bool {
        self.article == article.id && self.text == article.text && self.measure == *measure && self.scale == scale
    }

    /// Whether it shows this article, with any layout.
    #[must_use]
    pub fn shows(&self, article: &Article) -> bool {
        self.article == article.id && self.text == article.text
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &ArticleId {
        &self.article
    }

    /// First byte of a block.
    #[must_use]
    pub fn start_of(&self, block: usize) -> ByteOffset {
        ByteOffset(self.blocks.get(block).map_or(0, |b| b.bytes.start))
    }

    /// Height of all blocks, in points; partly estimated.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.heights.total()
    }

    /// Number of blocks; at least 1.
    #[must_use]
    pub fn block_count(&self) -> usize {
        self.blocks.len()
    }

    /// Top of a block, from the column's top.
    #[must_use]
    pub fn top(&self, block: usize) -> f64 {
        self.heights.top(block)
    }

    /// The block at a height, given in points from the column's top.
    #[must_use]
    pub fn block_at_y(&self, y: f64) -> usize {
        self.heights.at(y)
    }

    /// The block that contains the caret at `byte`.
    #[must_use]
    pub fn block_at(&self, byte: ByteOffset) -> usize {
        blocks::block_at(&self.blocks, byte)
    }

    /// Lays out a block and stores its height.
    pub fn lay(&mut self, ui: &Ui, theme: &Theme, index: usize) -> Option<Placed> {
        let block = self.blocks.get(index)?.clone();
        let laid = Laid::new(ui, &self.text, block.bytes, &self.measure, theme);
        let height = if laid.is_blank() {
            self.measure.blank()
        } else {
            f64::from(laid.height()) + self.measure.gap(block.ends_paragraph)
        };
        if (height - self.heights.get(index)).abs() > 0.01 {
            self.heights.set(index, height);
        }
        Some(Placed { index, top: self.heights.top(index), laid })
    }
}

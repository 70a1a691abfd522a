//! Colours, sizes and fonts: the only place that defines them.

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2, Visuals};

use crate::model::Label;

/// Sizes in points, on a grid of four.
pub mod size {
    pub const SANS: f32 = 13.0;
    pub const SMALL: f32 = 11.5;
    /// Text size of key caps.
    pub const KEY: f32 = 11.0;
    /// Text size of small headings.
    pub const HEADING: f32 = 11.0;
    /// Text size of an annotation's words in the side panel.
    pub const WORDS: f32 = 14.0;
    /// Height of fields and buttons.
    pub const FIELD: f32 = 26.0;
    /// Width of the column of labels beside fields.
    pub const FIELD_LABEL: f32 = 108.0;
    pub const TITLE: f32 = 25.0;
    pub const TOP_BAR: f32 = 40.0;
    pub const LABEL_BAR: f32 = 44.0;
    pub const STATUS_BAR: f32 = 24.0;
    pub const ARTICLES: f32 = 264.0;
    pub const SIDE: f32 = 316.0;
    /// Inner margin of panels, left and right.
    pub const MARGIN: f32 = 14.0;
    /// Corner radius of fields and buttons.
    pub const CORNER: u8 = 6;
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    pub dark: bool,
    pub paper: Color32,
    pub panel: Color32,
    pub line: Color32,
    pub ink: Color32,
    pub dim: Color32,
    /// Fill of a quote, and of a quote in a quote.
    pub quote: Color32,
    pub quote_deep: Color32,
    /// Lines and small text of quotes; also of whatever is selected.
    pub accent: Color32,
    pub claim: Color32,
    pub actor: Color32,
    /// Open questions, text not found, and errors.
    pub open: Color32,
    /// Text that is not article text.
    pub zone: Color32,
    /// Background of selected words.
    pub selection: Color32,
    /// Background of the hovered widget, on a panel.
    pub hover: Color32,
    /// Frames of controls; at least 3:1 against paper and panel.
    pub frame: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    #[expect(clippy::disallowed_methods, reason = "this file defines the colours")]
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

static LIGHT: Theme = Theme {
    dark: false,
    paper: rgb(0x00FB_FAF7),
    panel: rgb(0x00F3_F1EC),
    line: rgb(0x00E2_DED5),
    ink: rgb(0x0022_211E),
    dim: rgb(0x006E_6A61),
    quote: rgb(0x00DD_E9F8),
    quote_deep: rgb(0x00C3_D8F2),
    accent: rgb(0x001F_5E9E),
    claim: rgb(0x009C_5E08),
    actor: rgb(0x002F_7A52),
    open: rgb(0x00B4_361E),
    zone: rgb(0x0076_7269),
    selection: rgb(0x00FF_E9A8),
    hover: rgb(0x00EA_E7E0),
    frame: rgb(0x008B_867B),
};

static DARK: Theme = Theme {
    dark: true,
    paper: rgb(0x001C_1D20),
    panel: rgb(0x0023_2529),
    line: rgb(0x0034_363B),
    ink: rgb(0x00E6_E3DC),
    dim: rgb(0x009C_988F),
    quote: rgb(0x0022_354C),
    quote_deep: rgb(0x002C_4A6D),
    accent: rgb(0x008F_C0F5),
    claim: rgb(0x00E0_A24A),
    actor: rgb(0x007C_CB9E),
    open: rgb(0x00F0_8A72),
    zone: rgb(0x0088_847B),
    selection: rgb(0x005A_4A16),
    hover: rgb(0x002C_2F34),
    frame: rgb(0x0070_6D66),
};

impl Theme {
    /// The theme that matches `visuals`.
    #[must_use]
    pub fn of(visuals: &Visuals) -> &'static Self {
        Self::get(visuals.dark_mode)
    }

    /// The light or the dark theme.
    #[must_use]
    pub fn get(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// Installs both themes in egui.
    pub fn apply(ctx: &egui::Context) {
        ctx.set_style_of(egui::Theme::Light, Arc::new(LIGHT.style(ctx.style_of(egui::Theme::Light).as_ref())));
        ctx.set_style_of(egui::Theme::Dark, Arc::new(DARK.style(ctx.style_of(egui::Theme::Dark).as_ref())));
    }

    /// Lines and small text of a label; at least 4.5:1 on paper and panel.
    #[must_use]
    pub fn label_ink(&self, label: Label) -> Color32 {
        match label {
            Label::Quote => self.accent,
            Label::Claim => self.claim,
            Label::Actor => self.actor,
        }
    }

    fn style(&self, base: &Style) -> Style {
        let mut style = base.clone();
        style.text_styles = [
            (TextStyle::Body, sans(size::SANS)),
            (TextStyle::Button, sans(size::SANS)),
            (TextStyle::Small, sans(size::SMALL)),
            (TextStyle::Heading, sans_semibold(16.0)),
            (TextStyle::Monospace, FontId::new(size::SANS, FontFamily::Monospace)),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(8.0, 4.0);
        style.spacing.button_padding = Vec2::new(10.0, 4.0);
        style.spacing.interact_size.y = 26.0;
        style.spacing.menu_margin = Margin::same(6);
        style.visuals = self.visuals();
        style
    }

    fn visuals(&self) -> Visuals {
        let mut v = if self.dark { Visuals::dark() } else { Visuals::light() };
        let corner = CornerRadius::same(size::CORNER);
        v.panel_fill = self.panel;
        v.window_fill = self.panel;
        v.window_stroke = Stroke::new(1.0, self.line);
        v.window_corner_radius = CornerRadius::same(10);
        v.menu_corner_radius = CornerRadius::same(8);
        v.extreme_bg_color = self.paper;
        v.text_edit_bg_color = Some(self.paper);
        v.faint_bg_color = self.hover;
        v.code_bg_color = self.hover;
        v.hyperlink_color = self.accent;
        v.warn_fg_color = self.claim;
        v.error_fg_color = self.open;
        v.weak_text_color = Some(self.dim);
        v.selection.bg_fill = self.selection;
        v.selection.stroke = Stroke::new(1.0, self.ink);
        let shadow =
            Shadow { offset: [0, 8], blur: 28, spread: 0, color: Color32::from_black_alpha(if self.dark { 110 } else { 44 }) };
        v.window_shadow = shadow;
        v.popup_shadow = Shadow { offset: [0, 4], blur: 14, ..shadow };
        for (widget, fill, stroke) in [
            (&mut v.widgets.noninteractive, self.panel, Stroke::new(1.0, self.line)),
            (&mut v.widgets.inactive, self.paper, Stroke::new(1.0, self.line)),
            (&mut v.widgets.hovered, self.hover, Stroke::new(1.0, self.frame)),
            (&mut v.widgets.active, self.hover, Stroke::new(1.0, self.accent)),
            (&mut v.widgets.open, self.hover, Stroke::new(1.0, self.frame)),
        ] {
            widget.bg_fill = fill;
            widget.weak_bg_fill = fill;
            widget.bg_stroke = stroke;
            widget.fg_stroke = Stroke::new(1.0, self.ink);
            widget.corner_radius = corner;
            widget.expansion = 0.0;
        }
        v.widgets.active.fg_stroke = Stroke::new(1.0, self.ink);
        v
    }
}

/// The interface font.
#[must_use]
pub fn sans(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The font of titles in lists.
#[must_use]
pub fn sans_medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("sans-medium".into()))
}

/// The font of names and headings.
#[must_use]
pub fn sans_semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("sans-semibold".into()))
}

/// The font of articles.
#[must_use]
pub fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif".into()))
}

/// The font of the article's title.
#[must_use]
pub fn serif_bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif-bold".into()))
}

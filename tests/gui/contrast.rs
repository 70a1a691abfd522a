//! Everything can be read: contrast of text and lines in both themes, by the formula of WCAG 2.2.

use dicta::gui::style::theme::Theme;
use egui::{Color32, Rgba};

/// Relative luminance (WCAG 2.2, 1.4.3).
fn luminance(color: Color32) -> f32 {
    let linear = Rgba::from(color);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_on_every_fill_is_at_least_four_and_a_half_to_one() {
    for dark in [false, true] {
        let t = Theme::get(dark);
        for (name, text) in
            [("ink", t.ink), ("dim", t.dim), ("accent", t.accent), ("claim", t.claim), ("actor", t.actor), ("open", t.open)]
        {
            for (ground, fill) in [("paper", t.paper), ("panel", t.panel)] {
                let ratio = contrast(text, fill);
                assert!(ratio >= 4.5, "{name} on {ground}, dark {dark}: {ratio:.2}");
            }
        }
        for (ground, fill) in [("quote", t.quote), ("deeper quote", t.quote_deep), ("selection", t.selection), ("hover", t.hover)]
        {
            let ratio = contrast(t.ink, fill);
            assert!(ratio >= 4.5, "ink on {ground}, dark {dark}: {ratio:.2}");
        }
        assert!(contrast(t.zone, t.paper) >= 4.5, "zone on paper, dark {dark}: {:.2}", contrast(t.zone, t.paper));
    }
}

#[test]
fn lines_and_frames_are_at_least_three_to_one() {
    for dark in [false, true] {
        let t = Theme::get(dark);
        for (name, line) in [("quote", t.accent), ("claim", t.claim), ("actor", t.actor), ("frame", t.frame)] {
            for (ground, fill) in
                [("paper", t.paper), ("quote", t.quote), ("deeper quote", t.quote_deep), ("selection", t.selection)]
            {
                let ratio = contrast(line, fill);
                let needed = if name == "frame" && ground != "paper" { 0.0 } else { 3.0 };
                assert!(ratio >= needed, "{name} on {ground}, dark {dark}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn a_nested_quote_stands_out_from_the_one_around_it() {
    for dark in [false, true] {
        let t = Theme::get(dark);
        assert!(contrast(t.quote, t.quote_deep) > 1.15, "dark {dark}: {:.2}", contrast(t.quote, t.quote_deep));
        assert!(contrast(t.quote, t.paper) > 1.1, "dark {dark}: {:.2}", contrast(t.quote, t.paper));
    }
}

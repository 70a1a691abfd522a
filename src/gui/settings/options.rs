//! The sections Appearance and Prompts.

use egui::{Align, Align2, Layout, Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::gui::input::keymap::key_of;
use crate::gui::state::outbox::{Outbox, WindowRequest};
use crate::gui::state::prefs::{Preferences, ThemeChoice};
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::button::Button;
use crate::gui::widgets::check::check;
use crate::gui::widgets::lettering::whole;
use crate::gui::widgets::tip::tip;
use crate::session::{Action, WindowAction};

/// Width of the column of labels, in points.
const WORDS: f32 = 168.0;
/// Width of a value between its two buttons, in points.
const VALUE: f32 = 64.0;

/// Draws theme and sizes.
pub(super) fn appearance(ui: &mut Ui, prefs: &mut Preferences, outbox: &mut Outbox) {
    row(ui, "Theme", |ui| {
        let accent = Theme::of(ui.visuals()).accent;
        let choices = [(ThemeChoice::System, "System"), (ThemeChoice::Light, "Light"), (ThemeChoice::Dark, "Dark")];
        for (choice, words) in choices {
            let name = format!("Theme: {}", words.to_lowercase());
            let lit = (prefs.theme == choice).then_some(accent);
            let button = Button { name: &name, lit, ..Button::framed(words) };
            if button.show(ui).clicked() {
                prefs.theme = choice;
                outbox.ask(WindowRequest::Prefer);
            }
        }
    });
    let percent = format!("{} %", (prefs.zoom * 100.0).round());
    stepper(ui, "Interface", &percent, [Action::Window(WindowAction::ZoomOut), Action::Window(WindowAction::ZoomIn)], outbox);
    let points = format!("{} pt", prefs.text_size.round());
    stepper(
        ui,
        "Article text size",
        &points,
        [Action::Window(WindowAction::TextSmaller), Action::Window(WindowAction::TextLarger)],
        outbox,
    );
    let lines = format!("{:.2}", prefs.line_height);
    stepper(
        ui,
        "Line height",
        &lines,
        [Action::Window(WindowAction::LinesCloser), Action::Window(WindowAction::LinesApart)],
        outbox,
    );
}

/// Draws what is asked and done while annotating.
pub(super) fn annotating(ui: &mut Ui, prefs: &mut Preferences, outbox: &mut Outbox) {
    let habits = [
        (
            &mut prefs.asks_who,
            "Ask which actor a mention refers to",
            "If no actor of the register clearly matches a tagged name, Dicta asks which one it is.",
        ),
        (&mut prefs.marks_in, "Include quotation marks in quotes", "A quotation selected by key includes its quotation marks."),
    ];
    for (value, words, help) in habits {
        if tip(check(ui, *value, words, "", true), help, "").clicked() {
            *value = !*value;
            outbox.ask(WindowRequest::Prefer);
        }
    }
}

/// Draws a label on the left and a control on the right.
fn row(ui: &mut Ui, words: &str, content: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.visuals());
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 28.0));
    let galley = whole(ui, words, sans(size::SANS), theme.ink);
    ui.painter().galley(Align2::LEFT_CENTER.anchor_size(rect.left_center(), galley.size()).min, galley, theme.ink);
    let right = rect.with_min_x(rect.left() + WORDS);
    let builder = UiBuilder::new().max_rect(right).layout(Layout::left_to_right(Align::Center)).id_salt(words);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        content(ui);
    });
}

/// Draws a value with the buttons that decrease and increase it.
fn stepper(ui: &mut Ui, words: &str, value: &str, actions: [Action; 2], outbox: &mut Outbox) {
    row(ui, words, |ui| {
        let [less, more] = actions;
        step(ui, less, "−", outbox);
        let theme = Theme::of(ui.visuals());
        let (rect, response) = ui.allocate_exact_size(Vec2::new(VALUE, 26.0), Sense::hover());
        let name = format!("{words}: {value}");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        let galley = whole(ui, value, sans(size::SANS), theme.ink);
        let at: Rect = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
        ui.painter().galley(Pos2::new(at.left().round(), at.top()), galley, theme.ink);
        step(ui, more, "+", outbox);
    });
}

fn step(ui: &mut Ui, action: Action, sign: &str, outbox: &mut Outbox) {
    let button = Button { name: action.spec().name, padding: 9.0, ..Button::framed(sign) };
    let key = key_of(ui, action);
    if tip(button.show(ui), action.spec().help, &key).clicked() {
        outbox.act(action);
    }
}

//! Lists where a value is used; a click goes there.

use egui::{Id, Pos2, Role, Ui, Vec2};

use crate::gui::state::outbox::Outbox;
use crate::gui::style::theme::{Theme, sans, size};
use crate::gui::widgets::lettering::{clamped, digits, dim};
use crate::gui::widgets::list_row::ListRow;
use crate::session::{Command, Place, Session, Use};

/// Maximum number of uses listed.
const LISTED: usize = 50;
const ROW: f32 = 26.0;

/// Draws the uses. Returns whether one was clicked.
pub fn show(ui: &mut Ui, session: &Session, uses: &[Use], outbox: &mut Outbox) -> bool {
    let theme = Theme::of(ui.visuals());
    let document = session.document();
    let mut gone = false;
    for held in uses.iter().take(LISTED) {
        let (words, place, id) = match held {
            Use::Annotation(article, by, id) => {
                let words = document.layer(article, by).and_then(|layer| layer.get(id)).map(|a| a.beginning(90));
                let title = document.article(article).map(|article| article.display_title()).unwrap_or_default();
                let title = if by == session.annotator() { title } else { format!("{title} · by {by}") };
                (words.unwrap_or_default(), title, Id::unique(("use", article.as_str(), by.as_str(), id.as_str())))
            }
            Use::Actor(id) => (document.register.name(id).to_owned(), "actor".to_owned(), Id::unique(("use", id.as_str()))),
        };
        let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
        let name = format!("Used in: {words}");
        let row = ListRow { id, at: rect.min, size: rect.size(), name: &name, role: Role::Button, selected: false };
        let clicked = row.show(ui).clicked();
        let left = rect.left() + 48.0;
        let middle = left + (rect.right() - left) * 0.62;
        let galley = clamped(ui, &words, sans(size::SANS), 18.0, theme.ink, middle - left - 12.0, 1);
        ui.painter().galley(Pos2::new(left, rect.top() + 4.0), galley, theme.ink);
        let galley = clamped(ui, &place, sans(size::SMALL), 16.0, theme.dim, rect.right() - middle, 1);
        ui.painter().galley(Pos2::new(middle, rect.top() + 5.0), galley, theme.dim);
        if clicked && let Use::Annotation(article, by, id) = held {
            let own = by == session.annotator();
            outbox.send(if own {
                Command::GoTo(Place::Annotation(article.clone(), id.clone()))
            } else {
                Command::OpenArticle(article.clone())
            });
            gone = true;
        }
    }
    if let Some(more) = uses.len().checked_sub(LISTED).filter(|more| *more > 0) {
        dim(ui, format!("and {} more", digits(more)));
    }
    gone
}

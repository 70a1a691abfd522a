//! What is not article text, in the tab of the article.

use dicta::gui::state::view::SideTab;
use dicta::model::ZoneKind;
use dicta::session::Command;
use egui_kittest::kittest::Queryable as _;

use crate::support::panels_stage::Stage;

fn zoned() -> Stage {
    let mut stage = Stage::new();
    stage.select("“We are talking");
    stage.view.tab = SideTab::Article;
    stage
}

#[test]
fn the_selected_lines_are_marked_with_a_kind() {
    let mut harness = zoned().open();
    harness.get_by_label("Mark as caption").click();
    harness.run();
    let zones = &harness.state().session.article().unwrap().zones;
    assert_eq!(zones.iter().map(|zone| zone.kind).collect::<Vec<_>>(), [ZoneKind::Caption]);
    harness.get_by_label_contains("Show zone: “We are talking");
}

#[test]
fn the_kind_is_changed_and_the_zone_taken_away() {
    let mut stage = zoned();
    stage.send(Command::MarkZone(ZoneKind::Navigation));
    stage.send(Command::CloseReview);
    let mut harness = stage.open();
    harness.get_by_label_contains("Type of “We are talking").click();
    harness.run();
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Advert").click();
    harness.run();
    assert_eq!(harness.state().session.article().unwrap().zones[0].kind, ZoneKind::Advert);
    harness.get_by_label_contains("Remove zone: “We are talking").click();
    harness.run();
    assert!(harness.state().session.article().unwrap().zones.is_empty());
}

//! Links: in one article and across articles, stored once, refused with a reason, gone with their ends.

use dicta::model::{Label, LinkKind};
use dicta::session::{Command, End, Place};

use crate::support::desk::Desk;

/// Two articles, a quote and a claim in each.
fn desk() -> Desk {
    let mut desk = Desk::annotating("“We act”, she said. Two ships left.");
    desk.mark("“We act”", "Q");
    desk.mark("Two ships left", "C");
    desk.add(&[("other.txt", "« Nous agissons », a-t-elle dit. Trois navires sont partis.")]);
    desk.mark("« Nous agissons »", "Q");
    desk.mark("Trois navires sont partis", "C");
    desk
}

fn end(desk: &Desk, label: Label) -> End {
    let found = desk.annotations().into_iter().find(|a| a.label == label).expect("one of the label");
    (desk.session.article().unwrap().id.clone(), found.id)
}

#[test]
fn the_first_the_second_one_key_each_across_articles() {
    let mut desk = desk();
    desk.pick("« Nous agissons »");
    let second = end(&desk, Label::Quote);
    desk.keys("M");
    assert_eq!(desk.session.held(), Some(&second));
    desk.keys(",");
    desk.pick("“We act”");
    let first = end(&desk, Label::Quote);
    desk.keys("M");
    assert_eq!(desk.says(), "Linked: same statement");
    let [tie] = &desk.session.ties(&first)[..] else { panic!("one link") };
    assert_eq!((tie.kind, &tie.other), (LinkKind::SameStatement, &second));
    let [back] = &desk.session.ties(&second)[..] else { panic!("seen from both ends") };
    assert_eq!((back.link.clone(), &back.other), (tie.link.clone(), &first));
    desk.keys("G");
    assert_eq!(desk.session.current().map(|a| &a.id), Some(&second.1), "and followed");
}

#[test]
fn a_symmetric_link_is_stored_once_whichever_end_came_first() {
    let mut desk = desk();
    let (b, first) = (end(&desk, Label::Quote), desk.keys(",").session.article().unwrap().id.clone());
    let a: End = (first, desk.find(Label::Quote, "“We act”").id);
    for (from, to) in [(a.clone(), b.clone()), (b.clone(), a.clone())] {
        desk.send(Command::Link { from, to, kind: LinkKind::SameStatement });
    }
    assert_eq!(desk.says(), "These two are already linked in this way");
    let holder = if a.1 < b.1 { &a } else { &b };
    let tie = &desk.session.ties(holder)[0];
    assert!(tie.outgoing, "the end that sorts first holds it");
    desk.send(Command::Link { from: b.clone(), to: a.clone(), kind: LinkKind::SamePosition });
    assert_eq!(desk.session.ties(&a).len(), 2, "another kind is another link");
}

#[test]
fn what_cannot_be_linked_is_refused_with_the_reason() {
    let mut desk = desk();
    let (quote, claim) = (end(&desk, Label::Quote), end(&desk, Label::Claim));
    desk.send(Command::Link { from: quote.clone(), to: claim, kind: LinkKind::Supports });
    assert_eq!(desk.says(), "“supports” ties two claims, and these are a quote and a claim");
    desk.send(Command::Link { from: quote.clone(), to: quote.clone(), kind: LinkKind::SameStatement });
    assert_eq!(desk.says(), "An annotation cannot be linked to itself");
    assert!(desk.session.ties(&quote).is_empty());
}

#[test]
fn the_kind_can_be_chosen_before_and_changed_after() {
    let mut desk = desk();
    desk.pick("Trois navires sont partis");
    desk.keys("M").keys(",");
    desk.pick("Two ships left");
    desk.send(Command::ChooseLinkKind(LinkKind::Contradicts));
    desk.keys("M");
    assert_eq!(desk.says(), "Linked: contradicts");
    let here = end(&desk, Label::Claim);
    let tie = desk.session.ties(&here).remove(0);
    let to = Some((LinkKind::Tension, "numbers differ".to_owned()));
    desk.send(Command::SetLink { from: tie.holder.clone(), id: tie.link.clone(), to });
    let changed = desk.session.ties(&here).remove(0);
    assert_eq!((changed.kind, changed.note.as_str()), (LinkKind::Tension, "numbers differ"));
    desk.send(Command::SetLink { from: tie.holder, id: tie.link, to: Some((LinkKind::SamePosition, String::new())) });
    assert!(desk.says().starts_with("“same position” ties two quotes"), "{}", desk.says());
}

#[test]
fn links_go_with_either_end_and_come_back_with_undo() {
    let mut desk = desk();
    desk.pick("« Nous agissons »");
    let second = end(&desk, Label::Quote);
    desk.keys("M").keys(",");
    desk.pick("“We act”");
    let first = end(&desk, Label::Quote);
    desk.keys("M");
    for (gone, stays) in [(&first, &second), (&second, &first)] {
        desk.send(Command::GoTo(Place::Annotation(gone.0.clone(), gone.1.clone())));
        desk.keys("Del");
        assert!(desk.says().ends_with("and a link; undo restores both"), "{}", desk.says());
        assert!(desk.session.ties(stays).is_empty());
        assert!(desk.session.document().breaches().is_empty());
        desk.keys("C-Z");
        assert_eq!(desk.session.ties(stays).len(), 1);
    }
}

#[test]
fn edges_move_and_labels_stay_without_losing_links() {
    let mut desk = desk();
    desk.pick("« Nous agissons »");
    desk.keys("M").keys(",");
    desk.pick("“We act”");
    desk.keys("M");
    let here = end(&desk, Label::Quote);
    desk.pick("“We act”");
    desk.keys("K");
    assert_eq!(desk.session.ties(&here).len(), 1, "a moved edge keeps id and links");
    desk.keys("A");
    assert_eq!(desk.says(), "It has a speaker or links, which a mention cannot have. Remove them first");
}

#[test]
fn pressing_the_key_again_lets_go() {
    let mut desk = desk();
    desk.pick("« Nous agissons »");
    desk.keys("M M");
    assert_eq!((desk.session.held(), desk.says().as_str()), (None, "Link cancelled"));
}

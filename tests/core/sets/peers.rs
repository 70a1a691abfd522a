//! What went wrong in other annotation tools, as properties of this one. Each test names the threads it comes from.
#![allow(clippy::disallowed_methods, reason = "a test may write plainly what stands in its way")]

use std::fs;

use dicta::export::{Options, Profile};
use dicta::model::{Document, Label};
use dicta::session::input::action_table::{TABLE, keys_markdown};
use dicta::session::{Command, Edge, SaveState};
use dicta::storage;
use dicta::text::ByteOffset;

use crate::export::fixture::{self, Exported};
use crate::support::desk::Desk;
use crate::support::sitting::{Sitting, set};

fn tables(document: &Document) -> Exported {
    fixture::export(document, &Options { profile: Profile::Machine, ..Options::default() })
}

/// Whether every annotation holds the words of its places.
fn holds(document: &Document) -> bool {
    document.breaches().is_empty()
        && document.layers.iter().all(|((article, _), layer)| {
            let text = &document.article(article).unwrap().text;
            layer.annotations().iter().all(|a| a.fragments.iter().all(|f| text.slice(f.span) == f.words))
        })
}

/// brat#124, label-studio#4929, label-studio#2007
#[test]
fn an_annotation_holds_the_words_of_its_place_after_each_act_at_load_and_in_the_tables() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", "Le ministre 🙂 a dit « oui », puis non.".as_bytes())]);
    sitting.desk.mark("ministre 🙂 a", "Q");
    for keys in ["K", "S-K", "H", "S-H", "L L", "J", "C", "C-Z", "U", "S-L", "C-Z C-Z", "C-Y"] {
        sitting.desk.keys(keys);
        assert!(holds(sitting.desk.session.document()) && !sitting.desk.annotations().is_empty(), "after {keys}");
    }
    sitting.save();
    let opened = storage::open(&set(dir.path())).unwrap();
    assert!(opened.notices.is_empty() && holds(&opened.document));
    assert_eq!(
        tables(&opened.document).column("fragments.csv", "text"),
        [opened.document.layers.values().next().unwrap().annotations().first().unwrap().words()]
    );
}

/// brat#853, brat#1169, doccano#2114, markup#9, haystack#403
#[test]
fn line_ends_of_every_kind_shift_nothing_and_the_text_on_disk_stays_as_it_was_imported() {
    for ends in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"] {
        let dir = tempfile::tempdir().unwrap();
        let mut sitting = Sitting::open(dir.path());
        let source = format!("Un.{ends}Deux.\r\nTrois.{ends}{ends}Fin.");
        sitting.bring(dir.path(), &[("a.txt", source.as_bytes())]);
        let file = set(dir.path()).join("articles/a.txt");
        sitting.save();
        let imported = fs::read(&file).unwrap();
        assert!(!imported.contains(&b'\r'));
        sitting.desk.mark("Fin", "C");
        sitting.save();
        drop(sitting);
        let mut again = Sitting::open(dir.path());
        assert_eq!((again.desk.list(), again.notices.len()), (vec![(Label::Claim, "Fin".to_owned())], 0));
        again.desk.mark("Trois", "Q");
        again.save();
        assert_eq!(fs::read(&file).unwrap(), imported, "{ends:?}");
        let start = tables(again.desk.session.document()).column("fragments.csv", "start_char")[1].parse::<usize>().unwrap();
        assert_eq!(again.desk.text().as_str().chars().skip(start).collect::<String>(), "Fin.");
    }
}

/// brat#1301
#[test]
fn a_byte_order_mark_does_not_cost_the_first_annotation() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", "\u{FEFF}Macron a dit oui.".as_bytes())]);
    sitting.desk.mark("Macron", "A");
    sitting.save();
    let opened = storage::open(&set(dir.path())).unwrap().document;
    let exported = tables(&opened);
    assert_eq!(
        (exported.column("annotations.csv", "start_char"), exported.column("annotations.csv", "text")),
        (vec!["0".to_owned()], vec!["Macron".to_owned()])
    );
}

/// label-studio#1347, jupyter-annotate#3, argilla#5729, doccano#1511
#[test]
fn emoji_flags_and_accents_of_both_forms_before_and_in_a_span_shift_nothing() {
    for odd in ["🙂", "👨\u{200D}👩\u{200D}👧", "👍🏽", "🇫🇷", "é", "e\u{301}"] {
        let mut desk = Desk::at(&format!("{odd} avant, mot{odd} après|"));
        desk.mark(&format!("mot{odd}"), "Q");
        desk.mark("après", "C");
        let chars = odd.chars().count();
        let exported = tables(desk.session.document());
        let starts = [chars + 8, 2 * chars + 12].map(|n| n.to_string());
        assert_eq!(exported.column("annotations.csv", "start_char"), starts, "{odd}");
        assert_eq!(exported.column("annotations.csv", "text"), [format!("mot{odd}"), "après".to_owned()]);
    }
}

/// label-studio#3078, label-studio#5338, brat PR#1175
#[test]
fn runs_of_spaces_tabs_and_no_break_spaces_stay_in_the_words_of_an_annotation() {
    let dir = tempfile::tempdir().unwrap();
    let words = "10\u{202F}000  euros\t\tet «\u{A0}plus\u{A0}»";
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", format!("Soit {words} encore.").as_bytes())]);
    sitting.desk.mark(words, "Q");
    sitting.save();
    let opened = storage::open(&set(dir.path())).unwrap().document;
    assert_eq!(opened.layers.values().next().unwrap().annotations().first().unwrap().words(), words);
    assert_eq!(tables(&opened).column("annotations.csv", "text"), [words]);
}

/// label-studio#2878, m-k-manuscript-data#598
#[test]
fn word_steps_stop_at_the_elision_with_either_apostrophe() {
    for apostrophe in ["'", "’"] {
        for (text, word) in
            [("la côte d'|Azur brille", "Azur"), ("à l'|Élysée ce soir", "Élysée"), ("les mots d'|Ouchakov hier", "Ouchakov")]
        {
            let mut desk = Desk::at(&text.replace('\'', apostrophe));
            desk.keys("C-Left C-Right C-S-Left Q");
            assert!(desk.list()[0].1.ends_with(apostrophe), "{:?}", desk.list());
            desk.mark(word, "C-Z");
            desk.keys("S A");
            assert_eq!(desk.list(), [(Label::Actor, word.to_owned())]);
        }
    }
}

/// label-studio#4976
#[test]
fn a_closing_mark_is_in_a_quote_when_it_was_selected_and_out_when_it_was_not() {
    let cases = [
        ("He met \"John Doe (Mr. Bo)\" there", ["\"John Doe (Mr. Bo)\"", "John Doe (Mr. Bo)", "John Doe (Mr. Bo"]),
        ("Il dit «\u{A0}oui, demain\u{A0}» hier", ["«\u{A0}oui, demain\u{A0}»", "oui, demain", "«\u{A0}oui, demain"]),
    ];
    for (text, selected) in cases {
        for words in selected {
            let mut desk = Desk::at(&format!("{text}|"));
            desk.mark(words, "Q");
            assert_eq!(desk.list(), [(Label::Quote, words.to_owned())]);
        }
    }
    let mut desk = Desk::at("Il dit «\u{A0}oui\u{A0}» hier|");
    desk.mark("\u{A0}oui\u{A0}", "Q");
    assert_eq!(desk.list()[0].1, "oui", "the spaces inside the marks are nobody's words");
}

/// factgenie#187, doccano#1863, doccano#1771, label-studio-frontend PR#8910
#[test]
fn a_selection_may_run_backwards_over_lines_out_of_a_blank_line_and_to_the_last_character() {
    let text = "Un mot.\n\nDeux mots";
    let places = [
        (7, 0, "Un mot."),
        (18, 9, "Deux mots"),
        (8, 18, "Deux mots"),
        (8, 3, "mot."),
        (18, 3, "mot.\n\nDeux mots"),
        (9999, 14, "mots"),
    ];
    for (anchor, head, words) in places {
        let mut desk = Desk::at(&format!("{text}|"));
        desk.send(Command::Select { anchor: ByteOffset(anchor), head: ByteOffset(head) });
        desk.keys("Q");
        assert_eq!(desk.list(), [(Label::Quote, words.to_owned())], "from {anchor} to {head}");
    }
    let mut desk = Desk::at("Un\n^\n|Deux");
    desk.keys("Q");
    assert!(desk.annotations().is_empty(), "a blank line alone is nothing to mark");
}

/// label-studio#2106, QualCoder#370, h#3278
#[test]
fn every_one_of_nested_and_crossing_annotations_is_reached_by_key() {
    let mut desk = Desk::at("un deux trois quatre cinq|");
    for (words, key) in
        [("un deux trois", "Q"), ("deux", "Q"), ("deux", "A"), ("trois quatre", "C"), ("un deux trois quatre cinq", "C")]
    {
        desk.mark(words, key);
    }
    let all: std::collections::BTreeSet<_> = desk.annotations().into_iter().map(|a| a.id).collect();
    let walk = |desk: &mut Desk, key: &str, times: usize| -> std::collections::BTreeSet<_> {
        (0..times).map(|_| desk.keys(key).session.current().unwrap().id.clone()).collect()
    };
    desk.send(Command::Clear);
    desk.keys("C-Home");
    assert_eq!(walk(&mut desk, "N", 5), all, "one after the other through the text");
    desk.send(Command::PlaceCaret { at: ByteOffset(5), extend: false });
    assert_eq!(walk(&mut desk, "O", 4).len(), 4, "all four that lie over one letter");
}

/// inception#283, inception#5796, ehost#289
#[test]
fn an_edge_dragged_over_another_annotation_moves_its_own_and_keeps_id_and_note() {
    let mut desk = Desk::at("[un] deux [trois] quatre|");
    let [first, second] = &desk.annotations()[..] else { panic!("two annotations") };
    desk.send(Command::SetNote(first.id.clone(), "garder".to_owned()));
    desk.send(Command::MoveEdge { id: first.id.clone(), fragment: 0, edge: Edge::End, to: ByteOffset(20) });
    let moved = desk.annotations().into_iter().find(|a| a.id == first.id).unwrap();
    assert_eq!((moved.words().as_str(), moved.note.as_str()), ("un deux trois quatre", "garder"));
    assert_eq!(desk.annotations().into_iter().find(|a| a.id == second.id).as_ref(), Some(second));
    desk.keys("C-Z C-Z");
    assert_eq!(desk.annotations(), [first.clone(), second.clone()]);
}

/// QualCoder#420, QualCoder#1306
#[test]
fn a_key_held_down_on_an_edge_is_one_step_a_repeat_and_one_undo() {
    let mut desk = Desk::at(&format!("[x]{}|", "a".repeat(300)));
    desk.keys("S-N");
    let before = desk.annotations();
    for repeat in 1..=200 {
        desk.keys("L").wait(30);
        assert_eq!(desk.list()[0].1.len(), 1 + repeat);
    }
    desk.keys("C-Z");
    assert_eq!(desk.annotations(), before);
}

/// QualCoder#1293, labelme#2287, recogito2#295
#[test]
fn every_act_can_be_undone_after_a_change_of_article_after_a_save_and_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", b"Un mot, deux mots.".as_slice()), ("b.txt", b"Three words.".as_slice())]);
    let mut states = vec![Document::clone(sitting.desk.session.document())];
    for keys in ["Q", "U", "S-L", "C-PageDown", "D", "C-S-Del", "Q", "F"] {
        match keys {
            "Q" => sitting.desk.mark("mot", "Q"),
            "F" => sitting.desk.mark("deux", "F"),
            keys => drop(sitting.desk.keys(keys)),
        }
        sitting.desk.wait(10_000);
        sitting.settle();
        assert_eq!(*sitting.desk.session.save_state(), SaveState::Saved);
        if states.last() != Some(&**sitting.desk.session.document()) {
            states.push(Document::clone(sitting.desk.session.document()));
        }
    }
    assert!(states.len() >= 6, "{}", states.len());
    drop(sitting);
    let mut again = Sitting::open(dir.path());
    for state in states.iter().rev().skip(1) {
        again.desk.keys("C-Z");
        assert!(**again.desk.session.document() == *state);
    }
}

/// brat#1017, doccano#1111, QualCoder#265
#[test]
fn a_conflict_copy_of_a_cloud_disk_is_pointed_out_and_the_last_good_state_opens() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open(dir.path());
    sitting.bring(dir.path(), &[("a.txt", b"Un mot.".as_slice())]);
    sitting.desk.mark("mot", "Q");
    sitting.save();
    let expected = Document::clone(sitting.desk.session.document());
    drop(sitting);
    let copy = set(dir.path()).join("annotations/alice/a (conflicted copy 2026-02-04).ron");
    fs::copy(set(dir.path()).join("annotations/alice/a.ron"), &copy).unwrap();
    let again = Sitting::open(dir.path());
    assert_eq!(**again.desk.session.document(), expected);
    assert!(again.notices.iter().any(|notice| notice.contains("conflicted copy")), "{:?}", again.notices);
    drop(again);
    assert!(copy.exists());
}

/// label-studio#1957, CorefAnnotator#185
#[test]
fn no_key_stands_for_two_commands() {
    let mut seen = std::collections::HashMap::new();
    for spec in TABLE {
        for key in spec.keys {
            let other = seen.insert(*key, spec.name);
            assert_eq!(other, None, "{key} is “{}” too", spec.name);
        }
    }
    assert!(seen.len() >= TABLE.len());
}

/// QualCoder#1182, catma#189, catma#294, doccano#2291
#[test]
fn awkward_words_survive_the_tables_and_a_quote_in_two_fragments_is_one_row() {
    let mut desk = Desk::at("=1+1; \"a\", b\nnext \\| @x -5|");
    for words in ["=1+1; \"a\", b\nnext", "@x -5", "-5"] {
        desk.mark(words, "C");
    }
    desk.mark("next", "Q");
    desk.mark("-5", "F");
    for (profile, guard) in [(Profile::Machine, ""), (Profile::Spreadsheet, "'")] {
        let exported = fixture::export(desk.session.document(), &Options { profile, ..Options::default() });
        let expected =
            [format!("{guard}=1+1; \"a\", b\nnext"), "next […] -5".to_owned(), format!("{guard}@x -5"), format!("{guard}-5")];
        assert_eq!(exported.column("annotations.csv", "text"), expected);
        assert_eq!(exported.column("fragments.csv", "annotation_id").len(), 5);
        assert_eq!(exported.column("annotations.csv", "actor_id"), ["", "", "", ""], "what belongs to nobody has a row too");
    }
}

/// doccano#1476, doccano#1774
#[test]
fn the_tables_hold_enough_to_mark_the_same_words_again() {
    let mut desk = Desk::at("« Oui », dit-elle, « demain » ; 🙂 le ministre part.|");
    desk.mark("« Oui »", "Q");
    desk.mark("« demain »", "F");
    desk.mark("le ministre part", "C");
    desk.mark("ministre", "A");
    let exported = tables(desk.session.document());
    let mut again = Desk::new();
    again.add(&[("article.txt", desk.text().as_str())]);
    for row in exported.rows("fragments.csv", b',').iter().skip(1) {
        let key = if row[1] == "1" { row[4][..1].to_uppercase() } else { "F".to_owned() };
        again.mark(&row[7], &key);
    }
    let spans = |desk: &Desk| desk.annotations().iter().map(|a| (a.label, a.fragments.clone())).collect::<Vec<_>>();
    assert_eq!(spans(&again), spans(&desk));
}

/// Potato, its matrix of formats
#[test]
fn the_table_of_keys_names_every_command_once() {
    let table = keys_markdown();
    for spec in TABLE {
        let keys: Vec<String> = spec.keys.iter().map(ToString::to_string).collect();
        let row = format!("| {} | {} | {} |", keys.join(" or "), spec.name, spec.help);
        assert_eq!(table.lines().filter(|line| *line == row).count(), 1, "{row}");
    }
    assert_eq!(table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| key |")).count(), TABLE.len());
}

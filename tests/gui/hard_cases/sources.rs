//! Sources that are no plain name: outlets, people without a name, states, capitals, groups.

use super::Cost;
use super::case::Case;
use super::tools::Parts;

const PARTS: Parts = Parts { spans: 3, fragments: 0, relations: 2, values: 0, is_beyond: false };

pub fn the_outlet_quotes_itself() -> Cost {
    let text = "Strike\n\nThe strike has cost the port nine days of trade, the Lyra Courier estimates.\n";
    let mut case = Case::new(&["Lyra Courier"], &[("strike", text)]);
    case.found().keys("Tab 1");
    let words = "The strike has cost the port nine days of trade";
    case.tables().quote(words, ["indirect", "Lyra Courier", "Lyra Courier", "estimates"]).says([("speaker_kind", "actor")]);
    Cost::of(&case, PARTS)
}

pub fn a_headline_credits_behind_a_dash() -> Cost {
    let text = "Pilots to strike on Friday - sources\n\nThe port had no comment.\n";
    let mut case = Case::new(&["Anna Weiss"], &[("pilots", text)]);
    case.select("Pilots to strike on Friday").keys("Q").select("sources").keys("A-R V L Enter");
    let tables = case.tables();
    let row = tables.quote("Pilots to strike on Friday", ["indirect", "sources", "", ""]);
    row.says([("speaker_kind", "unnamed"), ("speaker_id", ""), ("n_speakers", "1")]);
    assert!(tables.row("annotations", "Pilots to strike on Friday").get("attributes").contains("\"level\":\"title\""));
    Cost::of(&case, Parts { spans: 2, relations: 1, values: 1, ..PARTS })
}

pub fn people_without_a_name() -> Cost {
    let text = "The board\n\n“It will not pass,” a senior official said on Monday.\n";
    let mut case = Case::new(&["Anna Weiss"], &[("board", text)]);
    case.found().keys("Tab 1");
    let row = case.tables().row("quotes", "“It will not pass,”");
    row.says([("speaker_kind", "unnamed"), ("speaker_name", "senior official"), ("speaker_id", ""), ("cue", "said")]);
    Cost::of(&case, PARTS)
}

pub fn the_words_name_a_state_and_a_person_says_them() -> Cost {
    let text = "Dykes\n\nCerania has begun to rebuild the dykes, according to Anna Weiss.\n";
    let mut case = Case::new(&["Cerania", "Anna Weiss"], &[("dykes", text)]);
    case.found().keys("Tab 1");
    let words = "Cerania has begun to rebuild the dykes";
    case.keys("A-S-R").types("cer").keys("Enter");
    case.tables().quote(words, ["indirect", "Anna Weiss", "Anna Weiss", "according to"]);
    assert!(case.file("annotations/alice/dykes.ron").contains("about"));
    Cost::of(&case, Parts { spans: 4, relations: 3, ..PARTS })
}

pub fn metonyms() -> Cost {
    let text = "Truce\n\nLyrane hopes for a truce. The White Tower says nothing. Cerania has signed.\n";
    let mut case = Case::new(&["Cerania", "Presidency"], &[("truce", text)]);
    case.select("Lyrane").keys("A").types("cer").keys("Enter V C Enter");
    case.select("White Tower").keys("A").types("pres").keys("Enter V B Enter");
    case.select("Cerania").keys("A V G Enter");
    let tables = case.tables();
    let wanted = [
        ("Lyrane", "Cerania", "capital_for_government"),
        ("White Tower", "Presidency", "building_for_institution"),
        ("Cerania", "Cerania", "country_for_government"),
    ];
    for (words, actor, metonymy) in wanted {
        tables.row("mentions", words).says([("actor_name", actor), ("metonymy", metonymy), ("form", "name")]);
    }
    Cost::of(&case, Parts { spans: 3, values: 3, ..Parts::default() })
}

pub fn a_plural_is_a_group_with_members() -> Cost {
    let text = "May\n\nThe two leaders agreed to meet in May.\n";
    let mut case = Case::new(&["Anna Weiss", "Paul Aubry"], &[("may", text)]);
    case.select("two leaders").keys("S-A P F6");
    for name in ["weiss", "aubry"] {
        case.tab_to("Add a member").types(name).keys("Enter");
    }
    case.tables().row("mentions", "two leaders").says([("form", "nominal"), ("actor_name", "two leaders")]);
    let group = case.session().find_actors("two leaders", 1)[0].id.clone();
    let members = case.session().document().register.get(&group).unwrap().members.clone();
    assert_eq!(members.iter().map(dicta::model::ActorId::as_str).collect::<Vec<_>>(), ["anna-weiss", "paul-aubry"]);
    assert!(case.file("actors.ron").contains("members"), "and they are on disk; no table has them");
    Cost::of(&case, Parts { is_beyond: true, ..Parts::default() })
}

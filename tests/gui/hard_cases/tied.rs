//! Quotes that are tied to each other, in one article and across languages.

use super::Cost;
use super::case::Case;
use super::tools::Parts;

pub fn the_heading_credits_another_source() -> Cost {
    let text = "Les quais\n\nLa Préfecture juge que les quais sont sûrs\n\n« Les quais sont sûrs », a assuré Anna Weiss mardi.\n";
    let mut case = Case::new(&["Préfecture", "Anna Weiss"], &[("quais", text)]);
    case.found().keys("Tab 1 1 M S-N S-M S-M S-M S-M M");
    let tables = case.tables();
    let (heading, body) = ("les quais sont sûrs", "« Les quais sont sûrs »");
    tables.quote(heading, ["indirect", "Préfecture", "Préfecture", "juge"]);
    tables.quote(body, ["direct", "Anna Weiss", "Anna Weiss", "a assuré"]);
    assert_eq!(tables.links().len(), 1);
    assert_eq!(tables.links()[0][0], "attribution_conflict");
    Cost::of(&case, Parts { spans: 6, relations: 5, ..Parts::default() })
}

pub fn the_lead_credits_an_institution() -> Cost {
    let text =
        "Harbour\n\nThe Harbour Council wants “a truce before winter”.\n\n“We want a truce,” Anna Weiss, who chairs it, said.\n";
    let mut case = Case::new(&["Harbour Council", "Anna Weiss"], &[("harbour", text)]);
    case.found()
        .select("Harbour Council")
        .keys("A")
        .go_to("a truce before")
        .keys("Q 1 V P Enter")
        .select("wants")
        .keys("B Tab 1 M S-N M");
    let tables = case.tables();
    tables.quote("“a truce before winter”", ["mixed", "Harbour Council", "Harbour Council", "wants"]);
    tables.quote("“We want a truce,”", ["direct", "Anna Weiss", "Anna Weiss", "said"]);
    assert_eq!(tables.links().len(), 1);
    assert_eq!(tables.links()[0][0], "same_statement");
    Cost::of(&case, Parts { spans: 6, relations: 5, ..Parts::default() })
}

pub fn the_same_words_in_two_languages() -> Cost {
    let lock = "Lock\n\n“We will reopen the lock on Monday,” Anna Weiss said.\n";
    let ecluse = "L'écluse\n\nL'écluse est fermée depuis le mois de mai, et les bateaux attendent. « Nous rouvrirons l'écluse lundi », a dit Anna Weiss.\n";
    let mut case = Case::new(&["Anna Weiss"], &[("b-lock", lock), ("c-ecluse", ecluse)]);
    case.found().keys("Tab 1 M .");
    case.found().keys("Tab 1 V Y Enter M");
    let tables = case.tables();
    let (one, other) = ("“We will reopen the lock on Monday,”", "« Nous rouvrirons l'écluse lundi »");
    tables.quote(other, ["direct", "Anna Weiss", "Anna Weiss", "a dit"]).says([("translated", "yes")]);
    assert_eq!(tables.links(), [["same_statement", one, other]]);
    let shared: Vec<String> = tables.all("quotes").iter().map(|row| row.get("statement_id").to_owned()).collect();
    assert!(shared.len() == 2 && !shared[0].is_empty() && shared[0] == shared[1], "{shared:?}");
    Cost::of(&case, Parts { is_beyond: true, ..Parts::default() })
}

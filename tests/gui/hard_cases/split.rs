//! Quotes that the words which report them cut in two.

use super::Cost;
use super::case::Case;
use super::tools::Parts;

pub fn a_direct_quote_split_by_its_clause() -> Cost {
    let text =
        "Les quais\n\n\"L'intérêt du port, c'est de rouvrir vite\", a dit Anna Weiss. \"Chaque jour perdu coûte aux îles.\"\n";
    let mut case = Case::new(&["Anna Weiss"], &[("quais", text)]);
    case.found().keys("Tab 1");
    let tables = case.tables();
    let parts = ["\"L'intérêt du port, c'est de rouvrir vite\"", "\"Chaque jour perdu coûte aux îles.\""];
    tables.quote(&parts.join(" […] "), ["direct", "Anna Weiss", "Anna Weiss", "a dit"]);
    assert_eq!(tables.fragments(&parts.join(" […] ")), parts);
    assert_eq!(tables.rows("quotes").len(), 1);
    Cost::of(&case, Parts { spans: 3, fragments: 1, relations: 2, ..Parts::default() })
}

pub fn an_indirect_quote_split_by_its_source() -> Cost {
    let text = "Les quais\n\nLa réforme des quais vise, selon Lyrane, à rendre les îles plus sûres en hiver.\n";
    let mut case = Case::new(&["Lyrane"], &[("quais", text)]);
    case.found().keys("Tab 1");
    let tables = case.tables();
    let parts = ["La réforme des quais vise", "à rendre les îles plus sûres en hiver"];
    tables.quote(&parts.join(" […] "), ["indirect", "Lyrane", "Lyrane", "selon"]);
    assert_eq!(tables.fragments(&parts.join(" […] ")), parts);
    Cost::of(&case, Parts { spans: 3, fragments: 1, relations: 2, ..Parts::default() })
}

//! Declines Russian names as running text does: `Лавров`, `Лаврова`, `Лаврову`, `Лавровым`, `Лаврове`.
//!
//! By the ending of each word alone. A form that does not exist is never met, so too many do no harm.

/// All forms of a Cyrillic name but the given one, words declined together; none for a name in another script.
pub(in crate::suggest) fn declined(name: &str) -> Vec<String> {
    if !name.chars().any(is_cyrillic) {
        return Vec::new();
    }
    let words: Vec<[String; 5]> = name.split(' ').map(cases).collect();
    let mut found: Vec<String> = Vec::new();
    let mut add = |form: String| {
        if form != name && !found.contains(&form) {
            found.push(form);
        }
    };
    for case in 0..5 {
        let form: Vec<&str> = words.iter().filter_map(|forms| forms.get(case)).map(String::as_str).collect();
        let form = form.join(" ");
        // Foreign names of women: only the first name is declined.
        if let (Some((_, last)), Some((first, _))) = (name.rsplit_once(' '), form.rsplit_once(' ')) {
            add(format!("{first} {last}"));
        }
        add(form);
    }
    found
}

/// Genitive, dative, accusative, instrumental, prepositional.
fn cases(word: &str) -> [String; 5] {
    /// Ending, and what takes its place in each case; a form of a surname before that of other words.
    const ENDINGS: [(&str, [&str; 5]); 18] = [
        ("ский", ["ского", "скому", "ского", "ским", "ском"]),
        ("цкий", ["цкого", "цкому", "цкого", "цким", "цком"]),
        ("ская", ["ской", "ской", "скую", "ской", "ской"]),
        ("цкая", ["цкой", "цкой", "цкую", "цкой", "цкой"]),
        ("ова", ["овой", "овой", "ову", "овой", "овой"]),
        ("ева", ["евой", "евой", "еву", "евой", "евой"]),
        ("ов", ["ова", "ову", "ова", "овым", "ове"]),
        ("ев", ["ева", "еву", "ева", "евым", "еве"]),
        ("ёв", ["ёва", "ёву", "ёва", "ёвым", "ёве"]),
        ("ин", ["ина", "ину", "ина", "иным", "ине"]),
        ("ия", ["ии", "ии", "ию", "ией", "ии"]),
        ("ий", ["ия", "ию", "ия", "ием", "ии"]),
        ("ей", ["ея", "ею", "ея", "еем", "ее"]),
        ("ай", ["ая", "аю", "ая", "аем", "ае"]),
        ("ль", ["ля", "лю", "ля", "лем", "ле"]),
        ("рь", ["ря", "рю", "ря", "рем", "ре"]),
        ("а", ["ы", "е", "у", "ой", "е"]),
        ("я", ["и", "е", "ю", "ей", "е"]),
    ];
    for (ending, forms) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            // After г, к, х, ж, ш, щ, ч the genitive is written with и.
            let hushed = ending == "а" && stem.ends_with(['г', 'к', 'х', 'ж', 'ш', 'щ', 'ч']);
            return forms.map(|form| format!("{stem}{}", if hushed && form == "ы" { "и" } else { form }));
        }
    }
    let is_consonant = word.chars().next_back().is_some_and(|c| is_cyrillic(c) && !"аеёиоуыэюяйьъ".contains(c));
    if is_consonant && word.chars().any(char::is_lowercase) {
        return ["а", "у", "а", "ом", "е"].map(|ending| format!("{word}{ending}"));
    }
    [(); 5].map(|()| word.to_owned())
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4FF}')
}

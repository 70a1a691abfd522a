//! Texts of a given length out of shuffled sentences: those of the sample set, or a few of our own.

use std::path::Path;

use super::random::Random;

const OWN: &[&str] = &[
    "« Nous ne céderons pas », a déclaré la ministre de l’Énergie, Hélène Varnier, devant les députés réunis mardi soir.",
    "The council “will publish every contract by Friday,” said Tomas Aland, who has led the inquiry since March.",
    "Selon deux sources proches du dossier, l’accord devait être signé avant la fin du mois.",
    "\"It was never about money,\" the mayor told reporters, \"and it never will be.\"",
    "Le port de Saint-Orme, fermé depuis janvier, rouvrira d’après M. Quesnel « dans les tout prochains jours ».",
    "Nobody at the ministry would say who had ordered the second audit.",
    "D’après l’institut Merle, les prix ont augmenté de 4,2 % en un an, un niveau que l’opposition conteste.",
    "Aland’s office denied the report and called it “a story in search of a fact”.",
    "Interrogée à ce sujet, elle a répondu : « Je ne commente pas des rumeurs. »",
    "Officials from North Harbour and the Varn Valley met for six hours without reaching a settlement.",
    "Il a rappelé que la loi de 2019 l’interdisait expressément, sans convaincre la salle.",
    "The union says that more than 3,000 workers have not been paid since the plant changed hands.",
];

/// The sentences that texts are made of.
pub fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        for line in text.lines() {
            let ends = line.split_inclusive(['.', '!', '?']).map(|piece| piece.trim().to_owned());
            found.extend(ends.filter(|sentence| sentence.split_whitespace().count() > 4));
        }
    }
    if found.is_empty() { OWN.iter().map(|&sentence| sentence.to_owned()).collect() } else { found }
}

/// A text of at least `words` words, in paragraphs of two to six sentences.
pub fn text(words: usize, seed: u64) -> String {
    let mut count = 0;
    made("\n\n", seed, |sentence| {
        count += sentence.split_whitespace().count();
        count < words
    })
}

/// A text of at least `bytes` bytes, in paragraphs.
pub fn text_of_bytes(bytes: usize, seed: u64) -> String {
    let mut size = 0;
    made("\n\n", seed, |sentence| {
        size += sentence.len() + 1;
        size < bytes
    })
}

/// A text of at least `bytes` bytes without any line end.
pub fn one_line(bytes: usize, seed: u64) -> String {
    let mut size = 0;
    made(" ", seed, |sentence| {
        size += sentence.len() + 1;
        size < bytes
    })
}

fn made(between: &str, seed: u64, mut goes_on: impl FnMut(&str) -> bool) -> String {
    let (sentences, mut random) = (sentences(), Random(seed));
    let mut text = String::new();
    let mut left = random.between(2, 7);
    loop {
        let Some(sentence) = sentences.get(random.below(sentences.len())) else { return text };
        text.push_str(sentence);
        if !goes_on(sentence) {
            return text;
        }
        left -= 1;
        if left == 0 {
            left = random.between(2, 7);
            text.push_str(between);
        } else {
            text.push(' ');
        }
    }
}

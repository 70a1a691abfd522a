//! Who comes first among the speakers of a suggestion.

use dicta::model::ActorId;
use dicta::suggest::{KnownActor, Lexicon, Material, NameFinder, Proposed, Reading, quotations};
use dicta::text::Text;

/// The speakers of the last quote, best first; a role in brackets.
fn speakers(language: &str, words: &str) -> Vec<String> {
    speakers_among(&[], language, words)
}

/// The same with a register of these names.
fn speakers_among(names: &[&str], language: &str, words: &str) -> Vec<String> {
    let (text, lexicon) = (Text::new(words), Lexicon::built_in(language));
    let known = names.iter().map(|name| KnownActor {
        id: ActorId::parse(&name.to_lowercase().replace(' ', "-")).unwrap(),
        names: vec![(*name).to_owned()],
        is_person: None,
    });
    let (found, hits) = (quotations(&text), NameFinder::new(&known.collect::<Vec<_>>()).find(&text));
    let material = Material { text: &text, quotations: &found, names: &hits, zones: &[], lexicon: &lexicon };
    let quotes = Reading::new(&material).propose().quotes;
    let who = |who: &Proposed| match who {
        Proposed::Known(id) => id.to_string(),
        Proposed::New(name) => name.clone(),
        Proposed::Role(role) => format!("({role})"),
    };
    quotes.last().map_or(Vec::new(), |quote| quote.speakers.iter().map(|speaker| who(&speaker.who)).collect())
}

#[track_caller]
fn first(language: &str, words: &str, expected: &str) {
    let all = speakers(language, words);
    assert_eq!(all.first().map_or("", String::as_str), expected, "{words}: {all:?}");
}

#[track_caller]
fn never(language: &str, words: &str, wrong: &str) {
    let all = speakers(language, words);
    assert!(!all.is_empty() && !all.iter().any(|who| who == wrong), "{words}: {all:?}");
}

#[test]
fn what_is_said_or_done_does_not_speak() {
    first("fr", "Ada Thorn a affirmé que le pont tient. Selon les déclarations rapportées, la route est fermée.", "Ada Thorn");
    first("fr", "Selon les calculs de l’Institut Thorn, le pont tient encore.", "Institut Thorn");
    never("fr", "Ada Thorn a évoqué la poursuite des travaux, qu’elle qualifie d’« inutiles ».", "(poursuite)");
}

#[test]
fn a_place_does_not_speak_for_a_person() {
    let words = "Ada Thorn went to Lenn. The bridge is in Port Korn, she thinks. According to her, the bridge in Lenn is safe.";
    first("en", words, "Ada Thorn");
    first("en", "They met in Anchorage. The European Commission acknowledged that talks were late.", "European Commission");
    first("en", "LENN, May 4 (AP) — Ada Thorn is back. “It holds well enough,” she said.", "Ada Thorn");
}

#[test]
fn a_leader_of_a_country_is_whoever_is_titled_so() {
    let words = "French President Ada Thorn met Tom Vale in Moscow. The French leader announced that the bridge would open.";
    first("en", words, "Ada Thorn");
    let words = "Ada Thorn a reçu le président russe Pavel Korn. « Le pont tiendra bien », a dit le président français.";
    assert_eq!(speakers("fr", words)[..2], ["Ada Thorn", "(président français)"]);
}

#[test]
fn whoever_has_just_been_reported_goes_on() {
    first("en", "According to Pavel Thorn, Tom Vale was told. “He knows it well,” he added.", "Pavel Thorn");
    let words = "Tom Vale rang. Ada Korn said Tom Vale was late. “That is how he is,” she added.";
    first("en", words, "Ada Korn");
}

#[test]
fn shares_of_a_poll_and_nouns_have_speakers() {
    first("en", "In the poll 38 percent said they would never use the bridge.", "(38 percent)");
    first("fr", "Quant au pont, 23 % des sondés estiment que le pont est inutile.", "(23)");
    first("en", "Four in ten told pollsters the bridge was safe.", "(Four in ten)");
    first("en", "The board heard his name. Tom Vale met Ada Thorn’s warning that the bridge will fall with calm.", "Ada Thorn");
    first("en", "The council met the claim by Ada Thorn that the bridge would fall with calm.", "Ada Thorn");
    first("en", "Local papers quoted Ada Thorn as saying the bridge would fall.", "Ada Thorn");
}

#[test]
fn a_pronoun_goes_to_nobody_of_the_other_gender() {
    for (language, words, expected) in [
        ("en", "Clara Holt runs it. Asked whether Emile Vane had gone, she replied that the pier was closed.", "Clara Holt"),
        ("en", "Emile Vane runs it. Asked whether Noelle Holt had gone, he replied that the pier was closed.", "Emile Vane"),
        ("fr", "Clara Holt dirige le port. Interrogée sur Emile Vane, elle a répondu que le quai était fermé.", "Clara Holt"),
        ("fr", "Émile Vane dirige le port. Interrogé sur Noëlle Holt, il a répondu que le quai était fermé.", "Émile Vane"),
        ("ru", "Марина Холт руководит портом. Павел Вейн уехал, а она ответила, что причал закрыт.", "Марина Холт"),
        ("ru", "Павел Вейн руководит портом. Марина Холт уехала, а он ответил, что причал закрыт.", "Павел Вейн"),
    ] {
        let all = speakers(language, words);
        let wrong = if all.iter().any(|who| who.contains("Vane") || who.contains("Вейн")) && expected.contains("Holt") {
            Some("the man")
        } else {
            None
        };
        assert_eq!((all.first().map(String::as_str), wrong), (Some(expected), None), "{words}: {all:?}");
    }
    for (language, words) in [
        ("en", "Emile Vane met Hugo Stern. “It holds well,” she said."),
        ("fr", "Émile Vane a vu Hugo Stern. « Il tient bien », a-t-elle dit."),
        ("ru", "Павел Вейн встретил Олега Штерна. «Причал стоит», — сказала она."),
    ] {
        assert_eq!(speakers(language, words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn the_register_tells_the_gender_of_a_last_name() {
    let names = ["Emile Vane", "Noelle Holt"];
    let words = "Holt runs it. Asked whether Vane had gone, she replied that the pier was closed.";
    assert_eq!(speakers_among(&names, "en", words).first().map(String::as_str), Some("noelle-holt"));
    let words = "Vane runs it. Asked whether Holt had gone, he replied that the pier was closed.";
    assert_eq!(speakers_among(&names, "en", words).first().map(String::as_str), Some("emile-vane"));
}

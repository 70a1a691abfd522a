//! Tests what is proposed from a text alone: its language, its title, its date.

use dicta::model::proposal::proposed;
use dicta::text::language::guess;

const EN: &str = "The minister told reporters that the talks would resume in the spring, but gave no further details.";
const FR: &str = "La ministre a déclaré aux journalistes que les discussions reprendraient au printemps, sans autre précision.";
const RU: &str = "Министр заявила журналистам, что переговоры возобновятся весной, но не сообщила подробностей.";
const UK: &str = "Міністерка заявила журналістам, що переговори відновляться навесні, але не повідомила подробиць.";

#[test]
fn the_language_of_a_sentence_is_found() {
    let table = [
        (EN, "en"),
        (FR, "fr"),
        (RU, "ru"),
        (UK, "uk"),
        ("Die Ministerin sagte vor Journalisten, dass die Gespräche im Frühling fortgesetzt werden.", "de"),
        ("大臣は記者団に対し、協議は春に再開されると述べたが、詳細は明らかにしなかった。", "ja"),
    ];
    for (text, language) in table {
        assert_eq!(guess(text), Some(language), "{text}");
    }
}

#[test]
fn captions_in_another_script_do_not_change_the_language() {
    let captions = "Фото: архив\n".repeat(5);
    assert_eq!(guess(&format!("{captions}{}", EN.repeat(3))), Some("en"));
    assert_eq!(guess(&format!("Reuters, Associated Press, AFP\n{}", RU.repeat(3))), Some("ru"));
}

#[test]
fn too_little_text_has_no_language() {
    for text in ["", "Oui", "12 34 56", "🙂🙂🙂", "\u{200B}\0"] {
        assert_eq!(guess(text), None, "{text:?}");
    }
}

#[test]
fn only_the_beginning_of_a_long_text_is_read() {
    let long = format!("{}{}", "é".repeat(3) + &FR.repeat(300), RU.repeat(1000));
    assert_eq!(guess(&long), Some("fr"));
}

#[test]
fn a_dated_header_gives_date_and_title() {
    for space in ["", " "] {
        let text = format!("{space}date 2026-02-04 Le conseiller s'est rendu à Port-Vert - sources\n\n{FR}");
        let metadata = proposed(&text);
        assert_eq!(metadata.published.unwrap().as_str(), "2026-02-04");
        assert_eq!(metadata.title, "Le conseiller s'est rendu à Port-Vert - sources");
        assert_eq!(metadata.language, "fr");
        assert_eq!(metadata.outlet, "");
    }
}

#[test]
fn a_header_that_is_none_gives_no_date() {
    for header in
        ["date 2026-02-31 Title", "date 2026-02 Title", "  date 2026-02-04 Title", "date 2026-02-04", "Date 2026-02-04 A"]
    {
        assert_eq!(proposed(&format!("{header}\nText")).published, None, "{header}");
    }
}

#[test]
fn a_short_first_line_before_a_blank_one_is_a_title() {
    let title = |text: &str| proposed(text).title;
    assert_eq!(title("Talks to resume\n\nThe minister said so."), "Talks to resume");
    assert_eq!(title(" Talks to resume? \n \nYes."), "Talks to resume?");
    assert_eq!(title("Talks to resume.\n\nYes."), "", "a sentence");
    assert_eq!(title("Skip to main content\nAdvertisement\n\nYes."), "", "no blank line follows");
    assert_eq!(title("Talks to resume"), "", "nothing follows");
    assert_eq!(title(&format!("{}\n\nYes.", "é".repeat(121))), "", "too long");
    assert_eq!(title(&format!("{}\n\nYes.", "é".repeat(120))), "é".repeat(120));
    assert_eq!(title("\n\nYes."), "");
}

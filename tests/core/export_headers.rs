//! The columns' names and order, which are a promise to everyone who reads the tables.

use dicta::export::{Offsets, Options, Profile, columns_markdown};

use super::export_fixture::{document, export};

fn header(file: &str, options: &Options) -> String {
    export(&document(), options).text(file).lines().next().unwrap().to_owned()
}

fn machine() -> Options {
    Options { profile: Profile::Machine, ..Options::default() }
}

#[test]
fn articles_have_the_columns_that_were_promised() {
    assert_eq!(
        header("articles.csv", &machine()),
        "article_id,title,outlet,published,byline,language,translated_from,url,source_file,sha256,n_chars,n_words,\
         status_alice,status_bob,n_claims,n_quotes,n_mentions"
    );
}

#[test]
fn annotations_have_the_columns_that_were_promised() {
    assert_eq!(
        header("annotations.csv", &machine()),
        "annotation_id,article_id,article_title,annotator,label,text,start_char,end_char,line,n_fragments,context_before,\
         context_after,actor_id,actor_name,attributes,zone,unsure,note,origin,anchor,created,modified"
    );
}

#[test]
fn fragments_have_the_columns_that_were_promised() {
    assert_eq!(header("fragments.csv", &machine()), "annotation_id,fragment,article_id,annotator,label,start_char,end_char,text");
}

#[test]
fn further_offsets_stand_behind_the_characters() {
    let both = Options { offsets: Offsets { byte: true, utf16: true }, ..machine() };
    assert_eq!(
        header("fragments.csv", &both),
        "annotation_id,fragment,article_id,annotator,label,start_char,end_char,start_byte,end_byte,start_utf16,end_utf16,text"
    );
    let bytes = Options { offsets: Offsets { byte: true, utf16: false }, ..machine() };
    assert!(header("annotations.csv", &bytes).contains(",end_char,start_byte,end_byte,line,"));
}

#[test]
fn only_the_spreadsheet_profile_begins_with_a_byte_order_mark() {
    let files = export(&document(), &Options::default()).files;
    for file in ["articles.csv", "annotations.csv", "fragments.csv"] {
        assert!(files[file].starts_with(b"\xef\xbb\xbfa"), "{file}");
    }
    assert!(files["datapackage.json"].starts_with(b"{"));
    assert!(header("annotations.csv", &machine()).starts_with("annotation_id"));
}

#[test]
fn the_list_of_columns_names_each_column_of_each_header() {
    let markdown = columns_markdown();
    let both = Options { offsets: Offsets { byte: true, utf16: true }, ..machine() };
    for file in ["articles.csv", "annotations.csv", "fragments.csv"] {
        assert!(markdown.contains(&format!("### {file}\n")));
        for name in header(file, &both).split(',') {
            let name = if name.starts_with("status_") { "status_*" } else { name };
            assert!(markdown.contains(&format!("| `{name}` | ")), "{file}: {name}");
        }
    }
    assert!(markdown.lines().filter(|line| line.starts_with("| ")).all(|line| line.matches(" | ").count() == 2), "{markdown}");
}

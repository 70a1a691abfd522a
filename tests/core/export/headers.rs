//! The columns' names and order, which are a promise to everyone who reads the tables.

use dicta::export::{Offsets, Options, Profile, Table, When, columns_markdown};
use dicta::model::Document;

use super::fixture::{document, export};

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
fn quotes_have_the_columns_that_were_promised() {
    assert_eq!(
        header("quotes.csv", &machine()),
        "quote_id,article_id,article_title,outlet,published,language,annotator,quote_type,text,text_inner,speaker_id,speaker_name,\
         speaker_kind,speaker_role,n_speakers,speaker_mention,cue,addressee_name,said_on,form,medium,polarity,translated,nested_in,\
         statement_id,line,context_before,context_after"
    );
}

#[test]
fn claims_have_the_columns_that_were_promised() {
    assert_eq!(
        header("claims.csv", &machine()),
        "claim_id,article_id,article_title,outlet,published,language,annotator,text,source_id,source_name,source_kind,n_sources,\
         source_chain,in_quote,claim_type,factuality,check_worthiness,time_ref,quantity,normalized,status,verdict,n_supporting,\
         n_contradicting,line,context_before,context_after"
    );
}

#[test]
fn actors_and_mentions_have_the_columns_that_were_promised() {
    assert_eq!(
        header("actors.csv", &machine()),
        "actor_id,name,kind,role,aliases,country,wikidata,part_of,n_mentions,n_articles,n_quotes,n_claims"
    );
    assert_eq!(
        header("mentions.csv", &machine()),
        "annotation_id,article_id,annotator,actor_id,actor_name,text,form,metonymy,start_char,end_char,line"
    );
}

#[test]
fn links_and_clusters_have_the_columns_that_were_promised() {
    assert_eq!(
        header("links.csv", &machine()),
        "link_id,kind,from_id,from_article,from_label,from_text,to_id,to_article,to_label,to_text,annotator,note"
    );
    assert_eq!(
        header("statements.csv", &machine()),
        "cluster_id,relation,annotation_id,article_id,outlet,published,language,speaker_name,text"
    );
    assert_eq!(header("claim_matrix.csv", &machine()), "cluster_id,relation,n_articles,n_sources,calls,envoy");
}

#[test]
fn an_empty_set_has_every_table_with_its_header() {
    let exported = export(&Document::default(), &machine());
    assert_eq!(exported.files.len(), Table::ALL.len() + 1);
    for table in Table::ALL {
        let columns =
            table.columns().into_iter().filter(|column| column.when == When::Always).map(|column| column.name.to_owned());
        assert_eq!(exported.rows(&format!("{}.csv", table.name()), b','), [columns.collect::<Vec<_>>()]);
    }
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
    for file in Table::ALL.map(|table| format!("{}.csv", table.name())) {
        assert!(files[&file].starts_with(b"\xef\xbb\xbf"), "{file}");
    }
    assert!(files["datapackage.json"].starts_with(b"{"));
    assert!(header("annotations.csv", &machine()).starts_with("annotation_id"));
}

#[test]
fn the_list_of_columns_names_each_column_of_each_header() {
    let markdown = columns_markdown();
    let both = Options { offsets: Offsets { byte: true, utf16: true }, ..machine() };
    for file in Table::ALL.map(|table| format!("{}.csv", table.name())) {
        assert!(markdown.contains(&format!("## {file}\n")));
        for name in header(&file, &both).split(',') {
            let name = match name {
                "calls" | "envoy" => "*",
                _ if name.starts_with("status_") => "status_*",
                _ => name,
            };
            assert!(markdown.contains(&format!("| `{name}` | ")), "{file}: {name}");
        }
    }
    assert!(markdown.lines().filter(|line| line.starts_with("| ")).all(|line| line.matches(" | ").count() == 2), "{markdown}");
}

//! The rows of the made-up set, byte by byte.

use std::sync::Arc;

use dicta::export::guard;
use dicta::export::{Format, Offsets, Options, Profile};
use dicta::model::{Document, Label};

use super::fixture::{annotation, annotator, article, document, export, layer};

fn machine() -> Options {
    Options { profile: Profile::Machine, context_chars: 12, ..Options::default() }
}

#[test]
fn articles_count_characters_words_and_annotations_of_everyone() {
    assert_eq!(
        export(&document(), &machine()).text("articles.csv").split_once("\r\n").unwrap().1,
        "calls,@calls,,2025-07,,en,,,calls.txt,51bc9039830dcdde5287e4e90c1677c0684ed7ef5692fb2e718101d88775d064,130,25,\
         in progress,done,7,1,2\r\n\
         envoy,Title of envoy,,,,en,,,envoy.txt,ef0bbdae846ec75397f8876ae658f2f2be734f1fb232d5a9f71ea7f1ad79389a,57,9,\
         untouched,in progress,1,1,0\r\n"
    );
}

#[test]
fn fragments_are_exact_slices_sorted_by_place() {
    let options = Options { offsets: Offsets { byte: true, utf16: true }, ..machine() };
    assert_eq!(
        export(&document(), &options).text("fragments.csv").split_once("\r\n").unwrap().1,
        "q1,1,calls,alice,quote,27,38,31,46,28,39,\"“Yes, now,”\"\r\n\
         b2,1,calls,bob,actor,44,51,52,59,45,52,Ann Lee\r\n\
         m1,1,calls,alice,actor,44,51,52,59,45,52,Ann Lee\r\n\
         q1,2,calls,alice,quote,53,72,61,84,54,73,\"“or \"\"never\"\"\nagain.”\"\r\n\
         c1,1,calls,alice,claim,73,89,85,101,74,90,-5 % is =SUM(A1)\r\n\
         c2,1,calls,alice,claim,93,98,105,110,94,99,=2; b\r\n\
         c3,1,calls,alice,claim,99,103,111,115,100,104,@ann\r\n\
         c4,1,calls,alice,claim,104,112,116,124,105,113,+7 calls\r\n\
         c5,1,calls,alice,claim,113,115,125,129,114,116,＝1\r\n\
         c6,1,calls,alice,claim,116,124,130,138,117,125,'quoted'\r\n\
         c7,1,calls,alice,claim,125,129,139,143,126,130,\"\ttab\"\r\n\
         b1,1,envoy,bob,claim,0,15,0,15,0,15,The envoy left.\r\n\
         b0,1,envoy,bob,quote,3,13,,,,,gone words\r\n"
    );
}

#[test]
fn annotations_are_safe_to_open_in_a_spreadsheet() {
    let options = Options { context_chars: 12, ..Options::default() };
    let text = export(&document(), &options).text("annotations.csv");
    let rows: Vec<&str> = text.split("\r\n").collect();
    let stamps = "2026-02-04T09:30:00Z,2026-02-04T09:31:07Z";
    for (at, row) in [
        (
            1,
            "q1,calls,'@calls,alice,quote,\"“Yes, now,” […] “or \"\"never\"\"\nagain.”\",27,72,2,2,\"then, calls\n\",\
             \"'\n-5 % is =SU\",,,{},false,false,,hand,exact,"
                .to_owned()
                + stamps,
        ),
        (
            2,
            "b2,calls,'@calls,bob,actor,Ann Lee,44,51,2,1,\" now,” said \",\", “or \"\"never\",,,{},false,false,,hand,exact,"
                .to_owned()
                + stamps,
        ),
        (
            3,
            "m1,calls,'@calls,alice,actor,Ann Lee,44,51,2,1,\" now,” said \",\", “or \"\"never\",ann-lee,\
             \"Ann, \"\"the\"\" Lee\",{},false,false,\"first; \"\"Lee\"\"\",hand,exact,"
                .to_owned()
                + stamps,
        ),
        (
            5,
            "c2,calls,'@calls,alice,claim,'=2; b,93,98,4,1,\"'=SUM(A1), a \",\" @ann\n+7 cal\",,,{},false,false,,hand,exact,"
                .to_owned()
                + stamps,
        ),
        (
            10,
            "c7,calls,'@calls,alice,claim,\"'\ttab\",125,129,5,1,\"'＝1 'quoted'\t\",\"'\n\",,,{},false,false,,hand,exact,"
                .to_owned()
                + stamps,
        ),
        (
            11,
            "b1,envoy,Title of envoy,bob,claim,The envoy left.,0,15,1,1,,\" The envoy l\",,,{},false,false,,hand,moved,"
                .to_owned()
                + stamps,
        ),
        (
            12,
            "b0,envoy,Title of envoy,bob,quote,gone words,3,13,,1,\"tood before \",\" stood after\",,,{},false,true,,hand,lost,\
             1970-01-01T00:00:00Z,1970-01-01T00:00:00Z"
                .to_owned(),
        ),
    ] {
        assert_eq!(rows[at], row);
    }
    assert_eq!((rows.len(), rows[13]), (14, ""));
}

#[test]
fn every_delimiter_gives_the_same_cells() {
    let comma = export(&document(), &machine()).rows("annotations.csv", b',');
    for sign in [";", "|", "tab"] {
        let delimiter: dicta::export::Delimiter = sign.parse().unwrap();
        let options = machine().with_format(Format::Csv, Some(delimiter)).unwrap();
        assert_eq!(export(&document(), &options).rows("annotations.csv", delimiter.byte()), comma, "{sign}");
    }
    let tsv = machine().with_format(Format::Tsv, None).unwrap();
    assert_eq!(export(&document(), &tsv).rows("annotations.tsv", b'\t'), comma);
}

#[test]
fn arguments_that_contradict_each_other_or_mean_nothing_are_refused() {
    let sign = |text: &str| text.parse::<dicta::export::Delimiter>();
    assert!(Options::default().with_format(Format::Tsv, sign(";").ok()).is_err());
    assert!(Options::default().with_format(Format::Tsv, sign("tab").ok()).is_ok());
    assert!(["\"", "\n", "a", "", ",,"].into_iter().all(|text| sign(text).is_err()));
    assert!("bytes".parse::<Offsets>().is_err() && "xlsx".parse::<Format>().is_err() && "excel".parse::<Profile>().is_err());
    assert_eq!("utf16,byte".parse(), Ok(Offsets { byte: true, utf16: true }));
}

#[test]
fn the_words_of_every_annotation_are_its_fragments_joined() {
    let exported = export(&document(), &machine());
    let fragments = exported.rows("fragments.csv", b',');
    for row in &exported.rows("annotations.csv", b',')[1..] {
        let own: Vec<&str> = fragments.iter().filter(|piece| piece[0] == row[0]).map(|piece| piece[7].as_str()).collect();
        assert_eq!(row[5], own.join(" […] "));
        assert_eq!(row[9], own.len().to_string());
        assert_eq!(guard(&row[0]), row[0]);
    }
}

#[test]
fn the_inner_words_of_a_quote_have_no_outer_marks_whichever_fragment_these_stand_in() {
    let text = "« Ce quai, c’est le port, dit Léa Morin. Il tiendra jusqu’au bout. »\n\
                ``We hold it,'' said Ada Thorn. ''Not today.''\n\
                «Причал стоит, — сказал Корнев, — и будет стоять».\n\
                „Der Kai hält“, sagte Weiss. „Auch morgen.“\n";
    let paper = article("quay", text);
    let quotes: [(&str, &[&str], &str); 4] = [
        (
            "q1",
            &["« Ce quai, c’est le port", "Il tiendra jusqu’au bout. »"],
            "Ce quai, c’est le port […] Il tiendra jusqu’au bout.",
        ),
        ("q2", &["``We hold it,''", "''Not today.''"], "We hold it, […] Not today."),
        ("q3", &["«Причал стоит", "и будет стоять»"], "Причал стоит […] и будет стоять"),
        ("q4", &["„Der Kai hält“", "„Auch morgen.“"], "Der Kai hält […] Auch morgen."),
    ];
    let made = quotes.iter().map(|(id, words, _)| annotation(&paper, id, Label::Quote, words)).collect();
    let mut document = Document::default();
    document.layers.insert((paper.id.clone(), annotator("alice")), Arc::new(layer(made)));
    document.articles.insert(paper.id.clone(), Arc::new(paper));
    let exported = export(&document, &machine());
    let rows = exported.rows("quotes.csv", b',');
    let column = rows[0].iter().position(|name| name == "text_inner").unwrap();
    let inner: Vec<&str> = rows.iter().skip(1).map(|row| row[column].as_str()).collect();
    assert_eq!(inner, quotes.map(|(_, _, bare)| bare));
}

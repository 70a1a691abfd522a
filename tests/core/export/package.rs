//! `datapackage.json`: what it says agrees with the tables beside it.

use dicta::export::{Format, Options, Profile, Table};
use dicta::model::{ArticleId, Label};
use serde_json::Value;
use std::sync::Arc;

use super::fixture::{Exported, annotation, annotator, document, export, layer};

fn package(exported: &Exported) -> Value {
    serde_json::from_slice(&exported.files["datapackage.json"]).unwrap()
}

fn digest(document: &dicta::model::Document, options: &Options) -> String {
    package(&export(document, options))["dicta"]["set_digest"].as_str().unwrap().to_owned()
}

#[test]
fn it_lists_the_columns_of_each_table_in_their_order() {
    let exported = export(&document(), &Options::default());
    let package = package(&exported);
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), Table::ALL.len());
    for resource in resources {
        let names: Vec<&str> =
            resource["schema"]["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(names, exported.rows(resource["path"].as_str().unwrap(), b',')[0]);
    }
    assert_eq!(package["title"], "Calls");
    assert_eq!(package["dicta"]["profile"], "spreadsheet");
}

#[test]
fn its_keys_name_columns_that_are_there() {
    let package = package(&export(&document(), &Options::default()));
    let has = |table: &str, column: &str| {
        let resource = package["resources"].as_array().unwrap().iter().find(|r| r["name"] == table).unwrap();
        resource["schema"]["fields"].as_array().unwrap().iter().any(|field| field["name"] == column)
    };
    for table in Table::ALL {
        assert!(table.primary_key().iter().all(|column| has(table.name(), column)));
        assert!(table.foreign_keys().iter().all(|key| has(table.name(), key.column) && has(key.table.name(), key.key)));
    }
}

#[test]
fn a_single_table_refers_to_no_table_that_is_not_there() {
    let options = Options::default().with_tables(&[Table::Fragments]).with_format(Format::Tsv, None).unwrap();
    let exported = export(&document(), &options);
    assert_eq!(exported.files.keys().collect::<Vec<_>>(), ["datapackage.json", "fragments.tsv"]);
    let package = package(&exported);
    assert_eq!(package["resources"].as_array().unwrap().len(), 1);
    assert!(package["resources"][0]["schema"].get("foreignKeys").is_none());
    assert_eq!(package["resources"][0]["dialect"]["delimiter"], "\t");
    assert_eq!(exported.rows("fragments.tsv", b'\t').len(), 14);
}

#[test]
fn a_stream_takes_one_table_and_no_package() {
    assert!(Options::default().for_stream().is_err());
    let options = Options::default().with_tables(&[Table::Articles]).for_stream().unwrap();
    assert_eq!(export(&document(), &options).files.keys().collect::<Vec<_>>(), ["articles.csv"]);
}

#[test]
fn the_digest_of_a_set_is_the_same_whatever_the_options() {
    let few = Options { profile: Profile::Machine, context_chars: 3, ..Options::default() }.with_tables(&[Table::Articles]);
    assert_eq!(digest(&document(), &Options::default()), digest(&document(), &few));
    assert_eq!(digest(&document(), &few).len(), 64);
}

#[test]
fn the_digest_of_a_set_changes_with_any_content() {
    let before = digest(&document(), &Options::default());
    let (id, bob) = (ArticleId::parse("envoy").unwrap(), annotator("bob"));
    let mut other = document();
    Arc::make_mut(other.articles.get_mut(&id).unwrap()).metadata.outlet = "Gazette".to_owned();
    assert_ne!(digest(&other, &Options::default()), before);
    let mut other = document();
    Arc::make_mut(other.layers.get_mut(&(id.clone(), bob.clone())).unwrap()).done = true;
    assert_ne!(digest(&other, &Options::default()), before);
    let mut other = document();
    other.codebook = Arc::new(super::said::codebook());
    assert_ne!(digest(&other, &Options::default()), before);
    let mut other = document();
    let article = other.articles.get(&id).unwrap().clone();
    other.layers.insert((id, bob), Arc::new(layer(vec![annotation(&article, "n1", Label::Claim, &["left"])])));
    assert_ne!(digest(&other, &Options::default()), before);
}

#[test]
fn two_exports_of_one_set_are_the_same_bytes() {
    assert_eq!(export(&document(), &Options::default()).files, export(&document(), &Options::default()).files);
}

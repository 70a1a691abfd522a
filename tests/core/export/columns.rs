//! No table has two columns of one name, whatever articles and annotators are called.

use std::collections::HashSet;
use std::sync::Arc;

use dicta::export::write::header::header;
use dicta::export::{Named, Options, Table, When};
use dicta::model::lookalike::COLUMNS;
use dicta::model::{Annotator, Article, ArticleId, Label};
use proptest::prelude::*;
use serde_json::Value;

use super::fixture::{annotation, annotator, article, document, export, layer};

/// Ids that come close to each other, to those of the tables' own columns and to the numbered ones.
fn ids() -> impl Strategy<Value = Vec<String>> {
    let id = "(relation|n_sources|cluster_id|article_id|title|a|é|e\u{301}|ss|ß)(-2|-3|-2-2)?";
    let cased = (id, any::<bool>()).prop_map(|(id, upper)| if upper { id.to_uppercase() } else { id });
    proptest::collection::btree_set(cased, 0..20).prop_map(|ids| ids.into_iter().collect())
}

proptest! {
    #[test]
    fn no_two_columns_have_one_name(ids in ids()) {
        let articles: Vec<ArticleId> = ids.iter().map(|id| ArticleId::parse(id).unwrap()).collect();
        let annotators: Vec<Annotator> = ids.iter().map(|id| Annotator::parse(id).unwrap()).collect();
        for table in Table::ALL {
            let header = header(&table.columns(), Named { annotators: &annotators, articles: &articles });
            let names: HashSet<String> = header.iter().map(|(_, name)| name.to_lowercase()).collect();
            prop_assert_eq!(names.len(), header.len(), "{:?}", header);
            let own = table.columns().into_iter().filter(|column| !column.is_repeated()).map(|column| column.name);
            let kept: HashSet<&str> = header.iter().map(|(_, name)| name.as_str()).collect();
            prop_assert!(own.into_iter().all(|name| kept.contains(name)));
        }
    }
}

/// The fixture's set with articles of these ids instead of its own, each with a claim.
fn named(ids: &[&str], annotators: &[&str]) -> dicta::model::Document {
    let mut document = document();
    (document.articles, document.layers) = Default::default();
    for (n, id) in ids.iter().enumerate() {
        let held: Article = article(id, "Ships left the port. Ships left.\n");
        for (m, who) in annotators.iter().enumerate() {
            let mut claim = annotation(&held, &format!("c{n}x{m}"), Label::Claim, &["Ships left the port."]);
            if n + 1 < ids.len() {
                let next = ArticleId::parse(ids[n + 1]).unwrap();
                claim.details.links.push(dicta::model::Link {
                    id: dicta::model::LinkId::parse(&format!("l{n}x{m}")).unwrap(),
                    kind: dicta::model::LinkKind::Corroborates,
                    article: next,
                    to: dicta::model::AnnotationId::parse(&format!("c{}x{m}", n + 1)).unwrap(),
                    note: String::new(),
                });
            }
            document.layers.insert((held.id.clone(), annotator(who)), Arc::new(layer(vec![claim])));
        }
        document.articles.insert(held.id.clone(), Arc::new(held));
    }
    document
}

#[test]
fn an_article_called_like_a_column_has_one_of_its_own() {
    let document = named(&["Relation", "n_sources", "relation", "relation-2"], &["Alice", "alice"]);
    let exported = export(&document, &Options::default());
    let header = |file: &str| exported.rows(file, b',')[0].clone();
    assert_eq!(
        header("claim_matrix.csv"),
        ["cluster_id", "relation", "n_articles", "n_sources", "Relation-3", "n_sources-2", "relation-4", "relation-2"]
    );
    let row = exported.rows("claim_matrix.csv", b',')[1].clone();
    assert!(row[4..].iter().all(|cell| cell.starts_with("Ships left the port.")), "{row:?}");
    assert_eq!(header("articles.csv")[12..14], ["status_Alice", "status_alice-2"]);
    let package: Value = serde_json::from_slice(&exported.files["datapackage.json"]).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(names, header(resource["path"].as_str().unwrap()));
    }
}

#[test]
fn new_articles_are_not_called_like_a_column() {
    let own = Table::ClaimMatrix.columns().into_iter().filter(|column| column.when != When::EachArticle);
    assert_eq!(own.map(|column| column.name).collect::<Vec<_>>(), COLUMNS);
}

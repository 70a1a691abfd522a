//! Writes `datapackage.json`: a Frictionless data package, version 2, that describes the tables.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::digest;
use super::write::header::header;
use super::{Column, Format, Kind, Named, Options, Profile, Table};

/// Name of the file.
pub const FILE_NAME: &str = "datapackage.json";

#[derive(Serialize)]
struct Package<'p> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'p str,
    resources: Vec<Resource>,
    dicta: About,
}

/// What a reader of the tables must know beyond their columns.
#[derive(Serialize)]
struct About {
    version: &'static str,
    profile: &'static str,
    byte_order_mark: bool,
    formula_guard: &'static str,
    offsets: &'static str,
    context_chars: usize,
    set_digest: String,
    set_digest_covers: &'static str,
}

#[derive(Serialize)]
struct Resource {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    description: &'static str,
    scheme: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: Value,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Value>,
}

#[derive(Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Map::is_empty")]
    constraints: Map<String, Value>,
}

/// The whole file.
#[must_use]
pub fn describe(options: &Options, named: Named<'_>, title: &str, set_digest: String) -> String {
    let guarded = options.profile == Profile::Spreadsheet;
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "dicta-tables",
        title,
        resources: options.tables.iter().map(|&table| resource(table, options, named)).collect(),
        dicta: About {
            version: env!("CARGO_PKG_VERSION"),
            profile: options.profile.as_str(),
            byte_order_mark: guarded,
            formula_guard: if guarded {
                "a cell that begins with = + - @ ＝ ＋ － ＠, also after unseen characters, or with tab, CR, LF or ' has a ' in front; take one leading ' off to get the data"
            } else {
                "none"
            },
            offsets: "counted from 0, end-exclusive, into the article's stored text; *_char in Unicode code points",
            context_chars: options.context_chars,
            set_digest,
            set_digest_covers: digest::ABOUT,
        },
    };
    let mut json = serde_json::to_string_pretty(&package).unwrap_or_default();
    json.push('\n');
    json
}

fn resource(table: Table, options: &Options, named: Named<'_>) -> Resource {
    let keys = table.foreign_keys().iter().filter(|key| options.tables.contains(&key.table));
    let foreign_keys = keys.map(|key| {
        // A reference within the same table has an empty name.
        let other = (key.table != table).then(|| key.table.name());
        let reference = match other {
            Some(other) => json!({ "resource": other, "fields": [key.key] }),
            None => json!({ "fields": [key.key] }),
        };
        json!({ "fields": [key.column], "reference": reference })
    });
    let columns: Vec<Column> = table.columns().into_iter().filter(|column| options.wants(column.when)).collect();
    Resource {
        name: table.name(),
        kind: "table",
        path: options.file_name(table),
        description: table.about(),
        scheme: "file",
        format: options.format.as_str(),
        mediatype: match options.format {
            Format::Csv => "text/csv",
            Format::Tsv => "text/tab-separated-values",
        },
        encoding: "utf-8",
        dialect: json!({
            "delimiter": char::from(options.delimiter.byte()).to_string(),
            "lineTerminator": "\r\n",
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
        }),
        schema: Schema {
            fields: header(&columns, named).into_iter().map(|(column, name)| field(&column, name)).collect(),
            missing_values: [""],
            primary_key: table.primary_key(),
            foreign_keys: foreign_keys.collect(),
        },
    }
}

fn field(column: &Column, name: String) -> Field {
    Field { name, kind: column.kind.schema_type(), description: column.about, constraints: constraints(column) }
}

fn constraints(column: &Column) -> Map<String, Value> {
    let mut held = Map::new();
    if column.required {
        held.insert("required".to_owned(), json!(true));
    }
    match column.kind {
        Kind::Choice(names) => held.insert("enum".to_owned(), json!(names)),
        Kind::Number(least) => held.insert("minimum".to_owned(), json!(least)),
        Kind::PartialDate => held.insert("pattern".to_owned(), json!("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")),
        Kind::Sha256 => held.insert("pattern".to_owned(), json!("[0-9a-f]{64}")),
        Kind::Text | Kind::Flag | Kind::Moment | Kind::Json => None,
    };
    held
}

//! Keeps the README true: its tables come from the code, its files exist, its commands are those that CI runs.

use std::fs;
use std::path::PathBuf;

use dicta::export::{Delimiter, columns_markdown};
use dicta::model::id::proposals;
use dicta::session::input::action_table::keys_markdown;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What stands between two marks of the README.
fn section<'r>(readme: &'r str, name: &str) -> &'r str {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = readme.find(&open).expect("the mark is there") + open.len();
    &readme[start..start + readme[start..].find(&close).expect("the mark is closed")]
}

/// The part of a page before the generated part: title and introduction.
fn introduction(page: &str) -> &str {
    let blank = page.match_indices("\n\n").nth(1).expect("a title and an introduction").0;
    &page[..blank]
}

#[test]
fn pages_of_keys_and_columns_come_from_the_code() {
    for (name, made) in [("docs/keys.md", keys_markdown()), ("docs/columns.md", columns_markdown())] {
        let page = fs::read_to_string(path(name)).unwrap();
        let renewed = format!("{}\n\n{}\n", introduction(&page), made.trim());
        if page == renewed {
            continue;
        }
        let update = std::env::var_os("UPDATE_DOCS").is_some();
        assert!(update, "{name} is stale; run UPDATE_DOCS=1 cargo test --test core readme");
        fs::write(path(name), renewed).unwrap();
    }
}

#[test]
fn readme_is_short_and_leads_to_the_pages() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    assert!(readme.lines().count() <= 250, "{} lines", readme.lines().count());
    for page in ["docs/keys.md", "docs/columns.md"] {
        assert!(readme.contains(&format!("]({page})")), "the README does not link {page}");
    }
}

#[test]
fn every_key_of_the_tour_is_in_the_table_of_keys() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let tour = readme.split("\n## ").find(|part| part.starts_with("A tour")).expect("the tour");
    let table = keys_markdown();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| "));
    let bound: Vec<&str> = rows.filter_map(|row| row.split(" | ").next()).flat_map(|keys| keys.split(" or ")).collect();
    let is_key = |word: &&str| {
        let last = word.rsplit(' ').next().unwrap_or_default();
        // The tick in lists is not a command of the table.
        last != "Space" && last.len() < 7 && last.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '/')
    };
    let named: Vec<&str> = tour.split('`').skip(1).step_by(2).filter(is_key).collect();
    assert!(named.len() > 20, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|key| !bound.contains(*key)).collect();
    assert!(missing.is_empty(), "no command has the keys {missing:?}");
}

#[test]
fn readme_names_every_module() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let lib = fs::read_to_string(path("src/lib.rs")).unwrap();
    let modules: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(modules.len() > 8);
    for module in modules {
        assert!(readme.contains(&format!("`{module}`")), "the map in the README lacks {module}");
    }
}

#[test]
fn readme_names_only_what_exists() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    for name in [
        "sample_data/set.ron",
        "assets/lexicons/fr.ron",
        "tests/data/said",
        "tests/window/run",
        "assets/fonts/OFL.txt",
        "assets/screens/light.png",
        "src/lib.rs",
        ".ci/run",
        "tests/consumers/run",
        "findings",
    ] {
        assert!(path(name).exists(), "{name} is missing");
    }
    for link in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.starts_with("http")) {
        assert!(path(link).exists(), "the README shows {link}, which is missing");
    }
    let title = "Cerania opens back channel";
    let articles = fs::read_dir(path("sample_data/articles")).unwrap().flatten();
    let found = articles.map(|entry| fs::read_to_string(entry.path()).unwrap_or_default()).any(|text| text.contains(title));
    assert!(found, "the tour names “{title}”, which is not in the sample data");
}

#[test]
fn ci_runs_the_commands_that_the_readme_gives() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let ci = fs::read_to_string(path(".ci/run")).unwrap();
    let commands: Vec<&str> = readme.split("```sh\n").skip(1).filter_map(|rest| rest.lines().next()).collect();
    assert_eq!(commands[1], "cargo run --release -- sample_data");
    assert_eq!(commands[2], "cargo test --features ui-tests");
    assert_eq!(commands[3], "cargo run --release --no-default-features --bin dicta-export -- sample_data -o tables");
    let manifest = fs::read_to_string(path("Cargo.toml")).unwrap();
    assert!(readme.contains("cargo build --profile dist") && manifest.contains("\n[profile.dist]\n"));
    let packages = commands[0].strip_prefix("sudo apt-get install -y ").expect("the line of packages");
    for package in packages.split(' ') {
        assert!(ci.contains(package), "CI does not install {package}");
    }
    assert!(ci.contains("sed -n"), "CI takes the test command out of the README");
}

#[test]
fn ci_runs_the_lines_that_the_readme_gives_for_reading_tables() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let lines: Vec<&str> = section(&readme, "readers").lines().filter(|line| line.contains("quotes.csv")).collect();
    let names: Vec<&str> = lines.iter().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names, ["readr", "data.table", "pandas", "Polars", "DuckDB"]);
    assert!(fs::read_to_string(path(".ci/run")).unwrap().contains("\ntests/consumers/run\n"));
    let run = fs::read_to_string(path("tests/consumers/run")).unwrap();
    assert!(run.contains("readers.py\" README.md") || run.contains("readers.py README.md"), "the lines come from the README");
}

#[test]
fn what_the_readme_says_of_delimiters_and_ids_is_so() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    assert!(readme.contains("--delimiter ';'") && ";".parse::<Delimiter>().is_ok());
    let words = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("`oct-7.txt` becomes `article-oct-7`"));
    assert_eq!(proposals("oct-7", "article").next().as_deref(), Some("article-oct-7"));
}

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

#[test]
fn readme_tables_come_from_the_code() {
    let mut readme = fs::read_to_string(path("README.md")).unwrap();
    for (name, made) in [("keys", keys_markdown()), ("columns", columns_markdown())] {
        let made = format!("\n{}\n\n", made.trim());
        if section(&readme, name) == made {
            continue;
        }
        assert!(
            std::env::var_os("UPDATE_README").is_some(),
            "the table “{name}” is stale; run UPDATE_README=1 cargo test --test core readme"
        );
        let old = format!("<!-- {name} -->\n{}", section(&readme, name));
        readme = readme.replace(&old, &format!("<!-- {name} -->\n{made}"));
        fs::write(path("README.md"), &readme).unwrap();
    }
}

#[test]
fn readme_names_only_what_exists() {
    let readme = fs::read_to_string(path("README.md")).unwrap();
    for name in [
        "sample_data/set.ron",
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

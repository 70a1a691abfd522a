//! The app: arguments become a window, or a command without one. Exit codes: 0 done, 1 done with findings, 2 could not run.

use std::{io, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use dicta::host::{app_dirs, check::check, import::Import, suggest};
use dicta::model::{Annotator, Timestamp};

/// Mark who said what in news articles: claims, quotes and actors.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// An annotation set, or article files and folders to start one from
    paths: Vec<PathBuf>,
    /// The person who annotates; by default the one of last time
    #[arg(long, value_name = "NAME", value_parser = |name: &str| Annotator::parse(name.trim()))]
    annotator: Option<Annotator>,
    #[command(subcommand)]
    command: Option<Headless>,
}

#[derive(Debug, Subcommand)]
enum Headless {
    /// Add article files to a set without a window; the set is made if it is not there
    Import {
        set: PathBuf,
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// The person who adds them
        #[arg(long, value_name = "NAME", value_parser = |name: &str| Annotator::parse(name.trim()))]
        annotator: Option<Annotator>,
    },
    /// Check sets: a line for each thing that is wrong, and exit code 1 if there is one
    Check {
        #[arg(required = true)]
        sets: Vec<PathBuf>,
    },
    /// Propose quotes, claims and actors as CSV, without changing anything
    Suggest {
        set: PathBuf,
        /// Only this article
        #[arg(long)]
        article: Option<String>,
        /// Also what somebody has marked or rejected already
        #[arg(long)]
        all: bool,
        /// spreadsheet (byte order mark, formula guard) or machine (data untouched)
        #[arg(long, default_value = "spreadsheet")]
        profile: dicta::export::Profile,
    },
}

fn main() -> ExitCode {
    let Arguments { paths, annotator, command } = Arguments::parse();
    let (out, told) = (&mut io::stdout(), &mut io::stderr());
    let done = match command {
        Some(Headless::Import { set, paths, annotator }) => {
            let (now, annotator) = (Timestamp(jiff::Timestamp::now().as_millisecond()), annotator.unwrap_or_else(app_dirs::user));
            Import { set, paths, annotator, seed: now.0.unsigned_abs() }.run(&app_dirs::state_dir(), now, out)
        }
        Some(Headless::Check { sets }) => check(&sets, out),
        Some(Headless::Suggest { set, article, all, profile }) => {
            suggest::suggest(&set, &suggest::Which { article, all, profile }, out, told)
        }
        None => window(paths, annotator).map(|()| true),
    };
    let code = done.inspect_err(|reason| eprintln!("dicta: {reason}")).map_or(2, |whole| u8::from(!whole));
    ExitCode::from(code)
}

#[cfg(feature = "gui")]
fn window(paths: Vec<PathBuf>, annotator: Option<Annotator>) -> Result<(), String> {
    use dicta::gui::{Options, window};
    window::run(Options { paths, annotator, ..Options::default() })
}

#[cfg(not(feature = "gui"))]
fn window(_: Vec<PathBuf>, _: Option<Annotator>) -> Result<(), String> {
    Err("this build has no window; use a command, or build it with the feature “gui”".to_owned())
}

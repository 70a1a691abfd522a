//! The exporter: arguments, sets, tables, exit code.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use dicta::export::{self, Delimiter, Event, ExportError, Format, Offsets, Options, Profile, SetSource, Table, Teller};
use dicta::storage::table_files::TableFiles;

/// Writes the tables of annotation sets: CSV files, and a datapackage.json that describes them.
#[derive(Debug, Parser)]
#[command(version, after_help = "Exit codes: 0 done, 1 done with findings (told line by line), 2 nothing was exported.")]
struct Args {
    /// Annotation sets; sets that share articles are joined, annotator beside annotator
    #[arg(required = true, value_name = "SET")]
    sets: Vec<PathBuf>,
    /// Folder to write to, made if it is absent; - is standard output, for one table
    #[arg(short, long, value_name = "DIR", default_value = "tables")]
    output: PathBuf,
    /// Only this table: articles, annotations or fragments; can be given several times
    #[arg(long = "table", value_name = "NAME")]
    tables: Vec<Table>,
    /// spreadsheet (byte order mark, formula guard) or machine (data untouched)
    #[arg(long, default_value = "spreadsheet")]
    profile: Profile,
    /// csv or tsv
    #[arg(long, default_value = "csv")]
    format: Format,
    /// Between cells: , ; | or tab
    #[arg(long, value_name = "SIGN")]
    delimiter: Option<Delimiter>,
    /// Further units of offsets: byte, utf16 or byte,utf16
    #[arg(long, value_name = "UNITS", default_value = "char")]
    offsets: Offsets,
    /// Characters of context on either side, at most
    #[arg(long, value_name = "N", default_value_t = 40)]
    context: usize,
}

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(findings) => ExitCode::from(u8::from(findings > 0)),
        Err(error) => {
            let _ = writeln!(io::stderr(), "dicta-export: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> Result<usize, Box<dyn std::error::Error>> {
    let Args { sets, output, tables, profile, format, delimiter, offsets, context: context_chars } = args;
    let options = Options { profile, offsets, context_chars, ..Options::default() };
    let options = options.with_tables(&tables).with_format(format, delimiter)?;
    let (started, mut teller) = (Instant::now(), Teller::new(io::stderr().is_terminal()));
    // A closed stderr is no reason to stop.
    let mut observe = |event: Event<'_>| drop(teller.tell(event, started.elapsed(), &mut io::stderr()));
    let at = |error: io::Error| ExportError::write(&output.display().to_string(), error);
    if output.as_os_str() == "-" {
        let options = options.for_stream()?;
        return match export::run(open(&sets)?, &options, &mut |_| Ok(Box::new(io::stdout())), &mut observe) {
            // Whoever read us, such as head, has had enough: that is no failure.
            Err(error) if error.is_broken_pipe() => Ok(0),
            outcome => Ok(outcome?.findings),
        };
    }
    let sets = open(&sets)?;
    let mut files = TableFiles::new(&output).map_err(at)?;
    let outcome = export::run(sets, &options, &mut |name| Ok(Box::new(files.create(name)?)), &mut observe)?;
    files.commit().map_err(at)?;
    Ok(outcome.findings)
}

fn open(paths: &[PathBuf]) -> Result<Vec<SetSource<'static>>, String> {
    Err(format!("{}: this build cannot read sets from disk", paths.first().map_or_else(String::new, |p| p.display().to_string())))
}

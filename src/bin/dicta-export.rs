//! The exporter: arguments, sets, tables, exit code.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dicta::export::{self, Delimiter, Event, ExportError, Format, Found, Offsets, Options, Profile, Reporter, SetSource, Table};
use dicta::storage::{FileNotice, LoadedArticle, SetReader, StorageError};
use dicta::{model::Severity, storage::files::table_files::TableFiles};

/// Writes the tables of annotation sets: CSV files, and a datapackage.json that describes them.
#[derive(Debug, clap::Parser)]
#[command(version, after_help = export::help::AFTER)]
struct Args {
    /// Annotation sets; sets that share articles are joined, annotator beside annotator
    #[arg(required = true, value_name = "SET")]
    sets: Vec<PathBuf>,
    /// Folder to write to, made if it is absent; - is standard output, for one table
    #[arg(short, long, value_name = "DIR", default_value = "tables")]
    output: PathBuf,
    /// Only this table, such as quotes; can be given several times
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
    let findings = run(&clap::Parser::parse()).inspect_err(|error| drop(writeln!(io::stderr(), "dicta-export: {error}")));
    ExitCode::from(findings.map_or(2, |count| u8::from(count > 0)))
}

fn run(args: &Args) -> Result<usize, Box<dyn std::error::Error>> {
    let options = Options { profile: args.profile, offsets: args.offsets, context_chars: args.context, ..Options::default() };
    let options = options.with_tables(&args.tables).with_format(args.format, args.delimiter)?;
    let sets = args.sets.iter().map(|path| open(path)).collect::<Result<Vec<_>, _>>()?;
    let (started, mut reporter) = (std::time::Instant::now(), Reporter::new(io::stderr().is_terminal()));
    // A closed stderr does not stop the export.
    let mut observe = |event: Event<'_>| drop(reporter.report(event, started.elapsed(), &mut io::stderr()));
    if args.output.as_os_str() == "-" {
        let outcome = export::run(&sets, &options.for_stream()?, &mut |_| Ok(Box::new(io::stdout())), &mut observe);
        // A reader that stops reading, such as `head`, is not a failure.
        return if outcome.as_ref().is_err_and(ExportError::is_broken_pipe) { Ok(0) } else { Ok(outcome?.findings) };
    }
    let mut files = TableFiles::new(&args.output)?;
    let outcome = export::run(&sets, &options, &mut |name| Ok(Box::new(files.create(name)?)), &mut observe)?;
    files.commit()?;
    Ok(outcome.findings)
}

fn open(path: &Path) -> Result<SetSource<'static>, StorageError> {
    let set = SetReader::open(path)?;
    let (name, title, article_count) = (path.display().to_string(), set.info.title.clone(), set.article_count());
    let (codebook, register, annotators) = (set.codebook.clone(), set.register.clone(), set.annotators.clone());
    let (notices, linked) = (lines(&set.notices, Severity::Warning), set.linked_articles());
    let found = |read: LoadedArticle| {
        let told = lines(&read.notices, if read.article.is_some() { Severity::Error } else { Severity::Warning });
        Found::new(read.article, read.layers, &read.damaged, told)
    };
    let articles = Box::new(move |only: Option<&_>| Box::new(set.articles_of(only).map(found)) as export::Articles<'_>);
    Ok(SetSource { name, title, codebook, register, annotators, article_count, notices, linked, articles })
}

/// The notices of at least that severity, as lines. The exporter itself reports annotations that moved or were lost.
fn lines(notices: &[FileNotice], least: Severity) -> Vec<String> {
    notices.iter().filter(|notice| notice.severity >= least).map(ToString::to_string).collect()
}

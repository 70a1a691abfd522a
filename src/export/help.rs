//! The text after the options in the help of the exporter.

/// Describes exit codes, and what is left if the program is killed.
pub const AFTER: &str = "Exit codes: 0 done, 1 done with findings (told line by line), 2 nothing was exported.\n\
    \n\
    All tables of a run replace the old ones together. If a run is killed while it does so, datapackage.json and other \
    tables are missing from the folder; the next run into the same folder finishes the work.";

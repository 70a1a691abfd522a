//! Sets and tables on disk: the only place that touches files.

pub mod table_files;

//! What both programs need of the machine: import, copy, annotator, panic log.

mod copy;
mod import;
mod panic_log;
mod suggest;
mod who;

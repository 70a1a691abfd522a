//! Behaviour of the library, without a window.

mod storage;

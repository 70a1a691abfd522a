//! Defines [`ReaderView`]: scroll, heights, hover and drag of the text pane. Forgotten when it closes.

use crate::session::Action;

/// What the text pane remembers between frames.
#[derive(Debug, Default)]
pub struct ReaderView {
    /// Moves that need the geometry of lines: the pane carries them out at the next frame.
    pub pending: Vec<Action>,
}

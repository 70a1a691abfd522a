//! Images of the window; the README's pictures are made here.

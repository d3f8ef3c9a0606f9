//! The browser's side.

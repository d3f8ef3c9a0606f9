//! The playground inside somebody else's page: an editor, its controls, a timeline and a console, any number of them, each
//! with a run of its own.
//!
//! `awaitscope.js` (in `bundle/`) defines the element, shows the code at once, and calls [`mount`] when the reader wants to
//! run it; the frame does the same for its own document. Nothing here listens beyond the element that it was given, nothing
//! is stored, and the address stays the host's.
//!
//! ```text
//! the host  -- mount(root, options, tell) -->  Embed: run, pause, step, stop, reset, seek, setCode, setOptions, destroy
//!           <-- tell("start", {…}) ---------          code, state, trace, shareUrl
//! ```

mod options;

mod store;

mod told;

mod view;

mod api;

pub use api::{Embed, is_own_page, memory_in_use, mount};

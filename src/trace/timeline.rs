//! A pure fold over events.

//! The browser's side of a run: what drives it, what is stored, what a link carries.
//!
//! `pace` and `share` are arithmetic and text and are tested natively; the others name `web_sys`.

#[cfg(feature = "ui")]
pub mod driver;

pub mod pace;

#[cfg(feature = "ui")]
pub mod wall;

#[cfg(feature = "ui")]
pub mod library;

#[cfg(feature = "ui")]
pub mod rest;

pub mod share;

#[cfg(feature = "ui")]
pub mod storage;

#[cfg(feature = "ui")]
pub mod files;

#[cfg(feature = "ui")]
pub mod address;

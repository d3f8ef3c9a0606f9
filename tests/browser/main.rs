//! Tests that need a browser and not the whole page: each runs as wasm, in headless Chromium.
//!
//! `cargo xtask test` runs them. Alone, once the tools are there:
//! `cargo test --target wasm32-unknown-unknown --features embed-library --test browser` with `CHROMEDRIVER` set to the driver's path.

#![cfg(all(target_arch = "wasm32", feature = "ui"))]

mod programs;

mod driver;

mod storage;

mod page;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

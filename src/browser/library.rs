//! Loads the library's modules in Python for the programs that import them; see `vm::stdlib::library`.

use futures::future::join_all;

use super::files;
use crate::run::{LIBRARY_VERSION, Library};

/// Beside the page.
const FOLDER: &str = "library";

/// Gets the texts of those that are not here yet. One that cannot be had is told of by the program's `import`.
pub async fn load(libraries: &[&'static Library]) {
    let missing = libraries.iter().filter(|library| library.text().is_none());
    join_all(missing.map(|library| async {
        match files::load(&format!("{FOLDER}/{}.py", library.name), LIBRARY_VERSION).await {
            Ok(text) => library.supply(text),
            Err(error) => web_sys::console::error_2(
                &format!("the library's module {} cannot be loaded:", library.name).into(),
                &error.into(),
            ),
        }
    }))
    .await;
}

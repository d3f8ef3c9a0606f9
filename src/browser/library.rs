//! Loads the library's modules in Python for the programs that import them; see `vm::stdlib::library`.

use futures::future::join_all;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::run::{LIBRARY_VERSION, Library};

/// Beside the page.
const FOLDER: &str = "library";

/// Gets the texts of those that are not here yet. One that cannot be had is told of by the program's `import`.
pub async fn load(libraries: &[&'static Library]) {
    let missing = libraries.iter().filter(|library| library.text().is_none());
    join_all(missing.map(|library| async {
        match text_of(library.name).await {
            Ok(text) => library.supply(text),
            Err(error) => web_sys::console::error_2(
                &format!("the library's module {} cannot be loaded:", library.name).into(),
                &error,
            ),
        }
    }))
    .await;
}

async fn text_of(name: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let address = format!("{FOLDER}/{name}.py?{LIBRARY_VERSION}");
    let response: Response = JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(format!("{address}: {}", response.status()).into());
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().ok_or("not a text")?)
}

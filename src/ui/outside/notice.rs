//! What became of a file that the reader opened: said once, at the page's edge.

use std::rc::Rc;

use yew::prelude::*;

use super::bring::Refusal;
use crate::ui::state::Program;
use crate::ui::text::Language;

#[derive(Clone, PartialEq)]
pub enum Notice {
    Refused {
        name: Rc<str>,
        why: Refusal,
    },
    /// A text of the reader's own stood in the editor before.
    Replaced(Program),
}

/// `close` gets the program to put back, if the reader wants it.
pub fn show(notice: &Notice, language: Language, close: &Callback<Option<Program>>) -> Html {
    let words = super::words::words(language);
    let on = |program: Option<Program>| {
        let close = close.clone();
        move |_: MouseEvent| close.emit(program.clone())
    };
    let (is_bad, said) = match notice {
        Notice::Refused { name, why } => (true, (words.refused)(name, why)),
        Notice::Replaced(_) => (false, words.replaced.to_owned()),
    };
    html! {
        <div class="notice" data-testid="notice" data-kind={if is_bad { "bad" } else { "good" }} role={if is_bad { "alert" } else { "status" }}>
            <p>{ said }</p>
            if let Notice::Replaced(program) = notice {
                <button type="button" class="button" data-testid="put-back" onclick={on(Some(program.clone()))}>{ words.put_back }</button>
            }
            <button type="button" class="button" data-testid="notice-close" onclick={on(None)}>{ language.text().close }</button>
        </div>
    }
}

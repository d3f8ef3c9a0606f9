//! The editor: a native textarea over a layer of coloured lines, so that undo, input methods and screen readers are the
//! browser's own.

pub mod edit;
pub mod gutter;
pub mod highlight;
mod line;

use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlDocument, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::edit::Edit;
use self::gutter::Marks;
use self::highlight::highlight;
use self::line::{CodeLine, Wrong};
use super::context::use_page;
use super::parts::Parts;
use super::state::{Action, Fault};

#[derive(PartialEq, Properties)]
pub struct EditorProps {
    pub source: Rc<str>,
    /// Changes when the page puts a text here; the reader's own typing does not change it.
    pub version: u32,
    /// Changes with the program that is open: going to another one cannot be undone, resetting one can.
    pub program: AttrValue,
    pub marks: Rc<Marks>,
    pub fault: Option<Rc<Fault>>,
    /// A line to show, from 1.
    pub pointed: Option<u32>,
    /// The text can be selected, and not changed.
    #[prop_or_default]
    pub readonly: bool,
    #[prop_or_default]
    pub parts: Rc<Parts>,
    pub on_run: Callback<()>,
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let page = use_page();
    let text = page.text();
    let input = use_node_ref();
    let sheet = use_node_ref();
    // Whether Tab indents: from the first key or click in the editor, until Esc or until it is left.
    let holds_tab = use_state_eq(|| false);

    let lines = use_memo(props.source.clone(), |source| highlight(source));

    {
        let input = input.clone();
        let source = props.source.clone();
        let opened = use_mut_ref(|| AttrValue::from(""));
        use_effect_with((props.version, props.program.clone()), move |(_, program)| {
            let Some(area) = input.cast::<HtmlTextAreaElement>() else { return };
            let is_same = opened.replace(program.clone()) == *program;
            if area.value() == *source {
                return;
            }
            if is_same {
                let everything = 0..area.value().len();
                replace(&area, &Edit { range: everything, insert: source.to_string(), selection: 0..0 });
            } else {
                area.set_value(&source);
            }
        });
    }
    let shown_line = props.pointed.or_else(|| props.fault.as_ref()?.line());
    {
        let sheet = sheet.clone();
        use_effect_with(shown_line, move |line| {
            if let Some(line) = line {
                show_line(&sheet, *line);
            }
        });
    }

    let oninput = {
        let (dispatch, holds_tab) = (page.dispatch.clone(), holds_tab.clone());
        let (parts, source) = (props.parts.clone(), props.source.clone());
        move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            holds_tab.set(true);
            let text = area.value();
            if !parts.are_kept(&source, &text) {
                take_back(&area, &source);
                return;
            }
            dispatch.emit(Action::Edited(text.into()));
        }
    };
    let onmousedown = {
        let holds_tab = holds_tab.clone();
        move |_| holds_tab.set(true)
    };
    let onblur = {
        let holds_tab = holds_tab.clone();
        move |_| holds_tab.set(false)
    };
    let onkeydown = {
        let (on_run, holds_tab, readonly) = (props.on_run.clone(), holds_tab.clone(), props.readonly);
        move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let command = event.ctrl_key() || event.meta_key();
            let source = area.value();
            let selection = selection(&area, &source);
            let edit = match event.key().as_str() {
                "Enter" if command => {
                    event.prevent_default();
                    on_run.emit(());
                    return;
                }
                _ if readonly => return,
                "Enter" if !event.shift_key() && !event.alt_key() => edit::newline(&source, selection),
                "Tab" if *holds_tab && !command && !event.alt_key() => {
                    if event.shift_key() {
                        edit::dedent(&source, selection)
                    } else {
                        edit::indent(&source, selection)
                    }
                }
                "/" if command => edit::toggle_comment(&source, selection),
                "Backspace" if !command && !event.alt_key() => match edit::backspace(&source, selection) {
                    Some(edit) => edit,
                    None => return,
                },
                "Escape" => {
                    holds_tab.set(false);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            if !(edit.insert.is_empty() && edit.range.is_empty()) {
                replace(&area, &edit);
            }
        }
    };

    let fault_text = props.fault.as_ref().filter(|fault| fault.line().is_some()).map(|fault| fault.text());
    html! {
        <section class="editor" part="editor" aria-label={text.editor}>
            <div class="sheet" ref={sheet}>
                <div class="paper">
                    <div class="lines">
                        for (index, line) in lines.iter().enumerate() {
                            { show_code_line(index as u32 + 1, line, props) }
                        }
                    </div>
                    <textarea
                        id="program"
                        class="input"
                        data-testid="editor"
                        aria-label={text.editor}
                        aria-describedby="editor-fault editor-hint"
                        aria-invalid={fault_text.as_ref().map(|_| "true")}
                        spellcheck="false"
                        autocapitalize="off"
                        autocomplete="off"
                        autocorrect="off"
                        wrap="off"
                        readonly={props.readonly}
                        rows={lines.len().to_string()}
                        ref={input}
                        {oninput}
                        {onkeydown}
                        {onmousedown}
                        {onblur}
                    />
                </div>
            </div>
            <p id="editor-fault" class="visually-hidden" role="status">
                if let (Some(fault), Some(line)) = (fault_text, props.fault.as_ref().and_then(|fault| fault.line())) {
                    { (text.line)(line) }{ ": " }{ fault }
                }
            </p>
            <p id="editor-hint" class={classes!("hint", holds_tab.then_some("shown"))}>{ text.editor_hint }</p>
        </section>
    }
}

fn show_code_line(number: u32, line: &highlight::Line, props: &EditorProps) -> Html {
    let chips = props.marks.chips.get(&number).cloned().unwrap_or_default();
    html! {
        <CodeLine
            key={number}
            {number}
            line={line.clone()}
            {chips}
            running={props.marks.running == Some(number)}
            pointed={props.pointed == Some(number)}
            locked={props.parts.is_locked(number)}
            values={props.marks.values.as_ref().filter(|(line, _)| *line == number).map(|(_, values)| values.clone())}
            wrong={wrong(props.fault.as_deref(), number, line)}
        />
    }
}

/// What is wrong with this line.
fn wrong(fault: Option<&Fault>, number: u32, line: &highlight::Line) -> Option<Wrong> {
    let fault = fault?;
    let is_first = fault.line()? == number;
    let note = is_first.then(|| fault.text().into());
    match fault {
        Fault::Syntax(error) if (error.line..=error.end_line.max(error.line)).contains(&number) => Some(Wrong {
            start: if is_first { error.column } else { 1 },
            end: if number == error.end_line {
                error.end_column.max(if is_first { error.column + 1 } else { 1 })
            } else {
                u32::MAX
            },
            note,
        }),
        Fault::Raised { .. } if is_first => Some(Wrong { start: line.indentation() + 1, end: u32::MAX, note }),
        _ => None,
    }
}

fn selection(area: &HtmlTextAreaElement, source: &str) -> Range<usize> {
    let offset = |at: Result<Option<u32>, _>| edit::utf16_to_byte(source, at.ok().flatten().unwrap_or(0) as usize);
    let (start, end) = (offset(area.selection_start()), offset(area.selection_end()));
    start..end.max(start)
}

/// Makes an edit as if it had been typed, so that the browser's undo knows it.
fn replace(area: &HtmlTextAreaElement, edit: &Edit) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) else { return };
    let before = focused_beside(area);
    let had_focus = before.as_ref().is_some_and(|element| element.is_same_node(Some(area)));
    if !had_focus {
        focus(area);
    }
    let source = area.value();
    let units = |at: usize| edit::byte_to_utf16(&source, at) as u32;
    let _ = area.set_selection_range(units(edit.range.start), units(edit.range.end));
    let typed = if edit.insert.is_empty() {
        edit.range.is_empty() || document.exec_command("delete").unwrap_or(false)
    } else {
        document.exec_command_with_show_ui_and_value("insertText", false, &edit.insert).unwrap_or(false)
    };
    if !typed {
        // No such command here: the text changes all the same, only undo forgets.
        let mut source = source.clone();
        source.replace_range(edit.range.clone(), &edit.insert);
        area.set_value(&source);
        if let Ok(event) = web_sys::InputEvent::new("input") {
            let _ = area.dispatch_event(&event);
        }
    }
    let after = area.value();
    let units = |at: usize| edit::byte_to_utf16(&after, at.min(after.len())) as u32;
    let _ = area.set_selection_range(units(edit.selection.start), units(edit.selection.end));
    if !had_focus {
        let _ = area.blur();
        if let Some(element) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
    }
}

/// The text is as it was before the last edit, and that can be undone no more than any other.
fn take_back(area: &HtmlTextAreaElement, source: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        let _ = document.exec_command("undo");
    }
    if area.value() != source {
        area.set_value(source);
    }
}

/// What has the focus in the tree that the element is in: the document, or a shadow root.
fn focused_beside(element: &Element) -> Option<Element> {
    js_sys::Reflect::get(&element.get_root_node(), &"activeElement".into()).ok()?.dyn_into().ok()
}

/// Nothing scrolls.
fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls the sheet, and nothing else, until the line is in view.
fn show_line(sheet: &NodeRef, line: u32) {
    let Some(sheet) = sheet.cast::<Element>() else { return };
    let Ok(Some(row)) = sheet.query_selector(&format!("[data-line=\"{line}\"]")) else { return };
    let (outer, inner) = (sheet.get_bounding_client_rect(), row.get_bounding_client_rect());
    if inner.top() < outer.top() || inner.bottom() > outer.bottom() {
        let middle = inner.top() - outer.top() - outer.height() / 3.0;
        sheet.set_scroll_top(sheet.scroll_top() + middle as i32);
    }
}

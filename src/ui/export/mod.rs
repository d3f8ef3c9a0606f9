//! What leaves the page as a file: the timeline as a picture, the trace, the output.

pub mod picture;

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlElement, Url,
};
use yew::prelude::*;

use self::picture::{Colours, FONT, Fill, Picture, STRIPES, Shape, fitted, picture, svg};
use super::context::use_page;
use super::controls::icon;
use super::text::{Text, label};
use crate::trace::await_graph::pstree;
use crate::trace::chrome::chrome_trace;
use crate::trace::recording::{Header, Recording};
use crate::trace::timeline::Timeline;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Trace,
    Perfetto,
    Output,
    Tree,
}

const FORMATS: [Format; 6] = [Format::Svg, Format::Png, Format::Trace, Format::Perfetto, Format::Output, Format::Tree];

impl Format {
    fn file(self) -> &'static str {
        match self {
            Format::Svg => "timeline.svg",
            Format::Png => "timeline.png",
            Format::Trace => "trace.jsonl",
            Format::Perfetto => "trace.perfetto.json",
            Format::Output => "output.txt",
            Format::Tree => "tasks.txt",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Format::Svg => "image/svg+xml",
            Format::Png => "image/png",
            Format::Trace | Format::Perfetto => "application/json",
            Format::Output | Format::Tree => "text/plain;charset=utf-8",
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct ExportMenuProps {
    pub timeline: Rc<Timeline>,
    pub upto: u64,
    /// The program whose run it is.
    pub program: Callback<(), Header>,
}

/// A button and its list of formats.
#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    let page = use_page();
    let words = page.language.words();
    let is_open = use_state_eq(|| false);
    let root = use_node_ref();
    let toggle = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    let onkeydown = {
        let (is_open, root) = (is_open.clone(), root.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && *is_open {
                event.stop_propagation();
                is_open.set(false);
                let button = root.cast::<web_sys::Element>().and_then(|root| root.query_selector("button").ok()?);
                if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                    let _ = button.focus();
                }
            }
        }
    };
    let onfocusout = {
        let (is_open, root) = (is_open.clone(), root.clone());
        move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            let is_inside = root.get().is_some_and(|root| root.contains(to.as_ref()));
            if to.is_some() && !is_inside {
                is_open.set(false);
            }
        }
    };
    let item = |format: Format| {
        let word = match format {
            Format::Svg => words.export_svg,
            Format::Png => words.export_png,
            Format::Trace => words.export_trace,
            Format::Perfetto => words.export_perfetto,
            Format::Output => words.export_output,
            Format::Tree => words.export_tree,
        };
        let onclick = {
            let (timeline, upto, text, is_open) = (props.timeline.clone(), props.upto, page.text(), is_open.clone());
            let program = props.program.clone();
            move |_| {
                save(format, &timeline, upto, &program.emit(()), text);
                is_open.set(false);
            }
        };
        html! { <li><button type="button" data-testid={format!("export-{}", format.file())} {onclick}>{ word }</button></li> }
    };
    html! {
        <div class="menu" ref={root} {onkeydown} {onfocusout}>
            <button type="button" class="ghost-button" data-testid="export" aria-expanded={is_open.to_string()}
                disabled={props.timeline.is_empty()} aria-label={words.export} data-tip={words.export} onclick={toggle}>
                { icon("export") }<span class="wide">{ words.export }</span>
            </button>
            if *is_open {
                <ul>{ for FORMATS.into_iter().map(item) }</ul>
            }
        </div>
    }
}

fn save(format: Format, timeline: &Timeline, upto: u64, program: &Header, text: &Text) {
    let written = match format {
        Format::Svg => svg(&draw(timeline, upto, text)),
        // Without a canvas there is no picture.
        Format::Png => return paint(&draw(timeline, upto, text)).unwrap_or(()),
        Format::Trace => Recording::write(program, timeline.events().iter()),
        Format::Perfetto => chrome_trace(timeline, &label),
        Format::Output => {
            let pieces = timeline.console().range(0, timeline.console_at(upto));
            pieces.map(|piece| piece.text.as_str()).collect()
        }
        Format::Tree => pstree(timeline, upto, &program.program),
    };
    save_text(format.file(), format.media_type(), &written);
}

/// In the page's own colours of the moment.
fn draw(timeline: &Timeline, upto: u64, text: &Text) -> Picture {
    let window = web_sys::window();
    let root = window.as_ref().and_then(|window| window.document()?.document_element());
    let style = root.and_then(|root| window.as_ref()?.get_computed_style(&root).ok().flatten());
    let colour = |name: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
        if value.trim().is_empty() { "#777777".to_owned() } else { value.trim().to_owned() }
    };
    picture(timeline, upto, 1200.0, &Colours(&colour), text)
}

/// Offers a text as a file.
pub fn save_text(file: &str, media_type: &str, text: &str) {
    let parts = Array::of1(&text.into());
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) {
        offer(&blob, file);
    }
}

/// The browser's own download of a file.
fn offer(blob: &Blob, name: &str) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The download has taken hold of it by then.
    gloo_timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
}

/// Paints at twice the size, for sharp print, and offers the PNG.
fn paint(picture: &Picture) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    // Canvases have a largest size; 16384 is the smallest of the browsers' limits.
    let scale = (16_000.0 / picture.height.max(picture.width)).min(2.0);
    canvas.set_width((picture.width * scale) as u32);
    canvas.set_height((picture.height * scale) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.scale(scale, scale).ok()?;
    for shape in &picture.shapes {
        paint_shape(&context, shape).ok()?;
    }
    let done = Closure::once_into_js(|blob: Option<Blob>| {
        if let Some(blob) = blob {
            offer(&blob, Format::Png.file());
        }
    });
    canvas.to_blob(done.unchecked_ref()).ok()
}

fn paint_shape(context: &CanvasRenderingContext2d, shape: &Shape) -> Result<(), wasm_bindgen::JsValue> {
    match shape {
        Shape::Rect { x, y, width, height, fill, colour } => {
            context.set_fill_style_str(colour);
            context.set_stroke_style_str(colour);
            match fill {
                Fill::Ground | Fill::Solid => context.fill_rect(*x, *y, *width, *height),
                Fill::Outlined => {
                    context.set_line_dash(&Array::of2(&3.into(), &2.into()))?;
                    context.stroke_rect(*x, *y, *width, *height);
                    context.set_line_dash(&Array::new())?;
                }
                Fill::Hatched => {
                    context.save();
                    context.set_global_alpha(0.12);
                    context.fill_rect(*x, *y, *width, *height);
                    context.set_global_alpha(0.5);
                    context.stroke_rect(*x, *y, *width, *height);
                    context.set_global_alpha(0.3);
                    context.begin_path();
                    context.rect(*x, *y, *width, *height);
                    context.clip();
                    context.set_line_width(2.5);
                    context.begin_path();
                    let mut at = -height;
                    while at < *width {
                        context.move_to(x + at, y + height);
                        context.line_to(x + at + height, *y);
                        at += STRIPES * std::f64::consts::SQRT_2;
                    }
                    context.stroke();
                    context.restore();
                }
            }
        }
        Shape::Line { x, y1, y2, colour } => {
            context.set_fill_style_str(colour);
            context.fill_rect(*x, *y1, 1.0, y2 - y1);
        }
        Shape::Words { x, y, room, size, colour, text } => {
            context.set_fill_style_str(colour);
            context.set_font(&format!("{size}px {FONT}"));
            context.fill_text(&fitted(text, *room, *size), *x, *y)?;
        }
    }
    Ok(())
}

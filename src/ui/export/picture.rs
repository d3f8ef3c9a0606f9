//! The timeline as a picture that leaves the page: shapes, which become SVG or are painted on a canvas.

use std::fmt::Write;

use crate::trace::event::{Actor, Nanos, Outcome};
use crate::trace::lane::SliceState;
use crate::trace::timeline::Timeline;
use crate::ui::hue::{Hue, short_name};
use crate::ui::text::{Text, label, span};

pub struct Picture {
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
}

/// Colours are CSS colours.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        fill: Fill,
        colour: String,
    },
    Line {
        x: f64,
        y1: f64,
        y2: f64,
        colour: String,
    },
    /// Cut at `room`.
    Words {
        x: f64,
        y: f64,
        room: f64,
        size: f64,
        colour: String,
        text: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Solid,
    /// A thin tint with stripes and a border.
    Hatched,
    /// A broken border.
    Outlined,
    /// The ground that everything stands on.
    Ground,
}

/// The style sheet's colours, by the names of their custom properties.
pub struct Colours<'a>(pub &'a dyn Fn(&str) -> String);

const NAME: f64 = 190.0;
const ROW: f64 = 30.0;
const TOP: f64 = 34.0;
/// Rows that are drawn; more would be no picture.
const ROWS: usize = 200;

/// The whole run as it was after the log's first `upto` events.
pub fn picture(timeline: &Timeline, upto: u64, width: f64, colours: &Colours<'_>, text: &Text) -> Picture {
    let order: Vec<usize> = timeline.tree().into_iter().take(ROWS).collect();
    let end = if upto >= timeline.len() { timeline.end() } else { timeline.time(upto) };
    let end = Nanos(end.0.max(1));
    let height = TOP + order.len() as f64 * ROW + 14.0;
    let colour = |name: &str| (colours.0)(name);
    let (ink, faint, hair) = (colour("--ink"), colour("--ink-3"), colour("--hair"));
    let inner = width - NAME - 60.0;
    let x = |at: Nanos| NAME + inner * (at.0.min(end.0) as f64 / end.0 as f64);
    let mut shapes =
        vec![Shape::Rect { x: 0.0, y: 0.0, width, height, fill: Fill::Ground, colour: colour("--surface") }];
    for tenth in 0..=5 {
        let at = Nanos(end.0 / 5 * tenth);
        shapes.push(Shape::Line { x: x(at), y1: TOP - 6.0, y2: height, colour: hair.clone() });
        let words = if tenth == 0 { "0".into() } else { span(at) };
        shapes.push(Shape::Words {
            x: x(at) + 3.0,
            y: 20.0,
            room: 90.0,
            size: 11.0,
            colour: faint.clone(),
            text: words,
        });
    }
    for band in timeline.bands().iter().filter(|band| band.seq < upto) {
        let (x, width) = (x(band.start), (x(band.end) - x(band.start)).max(1.0));
        let (fill, colour) = (Fill::Hatched, colour("--danger"));
        shapes.push(Shape::Rect { x, y: TOP - 6.0, width, height: height - TOP, fill, colour });
    }
    for (row, &index) in order.iter().enumerate() {
        let lane = &timeline.lanes()[index];
        if lane.seq >= upto && lane.actor != Actor::Main {
            continue;
        }
        let y = TOP + row as f64 * ROW;
        let hue = colour(&format!("--hue-{}", Hue::of(lane.actor).attribute()));
        let name = match lane.actor {
            Actor::Main => text.lane_loop.to_owned(),
            actor => format!("{actor} {}", short_name(&lane.function)),
        };
        let outcome = match lane.outcome_at(upto) {
            Some(Outcome::Returned { .. }) => " ✓",
            Some(Outcome::Raised { .. }) => " ✕",
            Some(Outcome::Cancelled { .. }) => " ⊘",
            None => "",
        };
        let indent = 12.0 + f64::from(lane.depth.min(6)) * 14.0;
        let words = format!("{name}{outcome}");
        let (room, colour) = (NAME - indent - 8.0, ink.clone());
        shapes.push(Shape::Words { x: indent, y: y + 15.0, room, size: 12.5, colour, text: words });
        for slice in lane.slices.range(0, lane.slices_at(upto)) {
            let fill = match &slice.state {
                SliceState::Running => Fill::Solid,
                SliceState::Ready { .. } => Fill::Outlined,
                SliceState::Suspended { .. } => Fill::Hatched,
                SliceState::Blocking { .. } => Fill::Solid,
                SliceState::Idle { .. } => continue,
            };
            let is_blocking = matches!(slice.state, SliceState::Blocking { .. });
            let left = x(slice.start);
            let width = (x(slice.end.unwrap_or(end)) - left).max(if fill == Fill::Solid { 2.0 } else { 0.0 });
            if width < 0.5 {
                continue;
            }
            let paint = if is_blocking { (colours.0)("--danger") } else { hue.clone() };
            shapes.push(Shape::Rect { x: left, y, width, height: 20.0, fill, colour: paint });
            let words = match &slice.state {
                SliceState::Suspended { on, .. } => label(on),
                SliceState::Blocking { what } => what.clone(),
                _ => continue,
            };
            if width > 40.0 {
                let colour = if is_blocking { (colours.0)("--surface") } else { ink.clone() };
                shapes.push(Shape::Words {
                    x: left + 6.0,
                    y: y + 14.0,
                    room: width - 10.0,
                    size: 10.5,
                    colour,
                    text: words,
                });
            }
        }
    }
    Picture { width, height, shapes }
}

/// Roughly as many characters as fit; both ways of drawing use a monospaced font.
pub fn fitted(text: &str, room: f64, size: f64) -> String {
    let width = |c: char| if c.is_ascii() { size * 0.61 } else { size };
    let mut used = 0.0;
    let mut out = String::new();
    for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        used += width(c);
        if used > room {
            out.pop();
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}

pub const FONT: &str = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace";

/// Distance between stripes.
pub const STRIPES: f64 = 7.0;

/// A document of its own: nothing in it refers to anything outside.
pub fn svg(picture: &Picture) -> String {
    let (width, height) = (picture.width, picture.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"{FONT}\">\n"
    );
    // A pattern for each colour that is hatched.
    let mut hatched: Vec<&str> = Vec::new();
    for shape in &picture.shapes {
        if let Shape::Rect { fill: Fill::Hatched, colour, .. } = shape
            && !hatched.contains(&&**colour)
        {
            hatched.push(colour);
        }
    }
    out.push_str("<defs>");
    for (index, colour) in hatched.iter().enumerate() {
        let colour = escaped(colour);
        let _ = write!(
            out,
            "<pattern id=\"h{index}\" width=\"{STRIPES}\" height=\"{STRIPES}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"{STRIPES}\" height=\"{STRIPES}\" fill=\"{colour}\" fill-opacity=\".1\"/><rect width=\"3\" height=\"{STRIPES}\" fill=\"{colour}\" fill-opacity=\".25\"/></pattern>"
        );
    }
    out.push_str("</defs>\n");
    for shape in &picture.shapes {
        let _ = match shape {
            Shape::Rect { x, y, width, height, fill, colour } => {
                let paint = match fill {
                    Fill::Ground => format!("fill=\"{}\"", escaped(colour)),
                    Fill::Solid => format!("rx=\"2\" fill=\"{}\"", escaped(colour)),
                    Fill::Outlined => {
                        format!("rx=\"3\" fill=\"none\" stroke=\"{}\" stroke-dasharray=\"3 2\"", escaped(colour))
                    }
                    Fill::Hatched => {
                        let index = hatched.iter().position(|other| other == colour).unwrap_or(0);
                        format!("rx=\"3\" fill=\"url(#h{index})\" stroke=\"{}\" stroke-opacity=\".5\"", escaped(colour))
                    }
                };
                writeln!(out, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {paint}/>")
            }
            Shape::Line { x, y1, y2, colour } => {
                writeln!(out, "<path d=\"M{x:.1} {y1:.1}V{y2:.1}\" stroke=\"{}\"/>", escaped(colour))
            }
            Shape::Words { x, y, room, size, colour, text } => {
                let (text, colour) = (escaped(&fitted(text, *room, *size)), escaped(colour));
                writeln!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\">{text}</text>")
            }
        };
    }
    out.push_str("</svg>\n");
    out
}

/// Text inside markup. What XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Options, Progress, Run, Until};
    use crate::ui::text::EN;

    fn run(source: &str) -> Timeline {
        let mut run = Run::new(source, Options::default()).expect("it compiles");
        let mut timeline = Timeline::new();
        while run.advance(1 << 20, Until::FuelOut) != Progress::Done {}
        run.take_events().into_iter().for_each(|event| timeline.push(event));
        timeline
    }

    const PROGRAM: &str = "import asyncio, time
async def f():
    await asyncio.sleep(1)
    time.sleep(0.5)
    print('\"<&>\\x01')
class C:
    async def g(self):
        await asyncio.create_task(f(), name='<b>&')
asyncio.run(C().g())
";

    #[test]
    fn the_picture_is_well_formed_and_holds_every_lane() {
        let timeline = run(PROGRAM);
        let colours = Colours(&|name| if name == "--ink" { "\"<".into() } else { "#123456".into() });
        let svg = svg(&picture(&timeline, timeline.len(), 1000.0, &colours, &EN));
        for words in [">T1 g ✓<", ">T2 f ✓<", ">sleep 1 s<", ">await T2<", ">time.sleep<", "fill=\"&quot;&lt;\""] {
            assert!(svg.contains(words), "{words} in {svg}");
        }
        assert_eq!(svg.matches('<').count(), svg.matches('>').count());
        // At an earlier moment there is less.
        assert!(!self::svg(&picture(&timeline, 8, 1000.0, &colours, &EN)).contains("✓"));
    }

    #[test]
    fn perfetto_gets_a_track_a_task_and_a_flow_a_wake() {
        let timeline = run(PROGRAM);
        let json = crate::trace::chrome::chrome_trace(&timeline, &label);
        let trace: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        let events = trace["traceEvents"].as_array().expect("a list");
        let names: Vec<&str> = events
            .iter()
            .filter(|event| event["name"] == "thread_name")
            .filter_map(|event| event["args"]["name"].as_str())
            .collect();
        assert_eq!(names, ["event loop", "T1 C.g (Task-1)", "T2 f (<b>&)"]);
        let of = |phase: &str| events.iter().filter(|event| event["ph"] == phase).count();
        assert_eq!((of("s"), of("f")), (2, 2));
        assert!(events.iter().any(|event| event["name"] == "sleep 1 s" && event["dur"] == 1_000_059.975));
        assert!(events.iter().any(|event| event["args"]["text"] == "\"<&>\u{1}\n"));
    }

    #[test]
    fn words_are_cut_where_the_room_ends() {
        assert_eq!(fitted("abcdef", 100.0, 10.0), "abcdef");
        assert_eq!(fitted("abcdef", 20.0, 10.0), "ab…");
        assert_eq!(fitted("一二三", 21.0, 10.0), "一…");
    }
}

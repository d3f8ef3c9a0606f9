//! Tracebacks and suggestions as CPython 3.13's `traceback` module makes them: the frames with their lines and carets,
//! chained exceptions, notes, groups drawn as a tree, "Did you mean".

use super::compile::{self, caret};
use super::exception::Exc;
use super::object::*;
use super::{Stream, Vm};

/// Repetitions of a frame that are shown before they are counted.
const RECURSIVE_CUTOFF: usize = 3;
/// Exceptions of a group that are shown, and how deep.
const MAX_GROUP_WIDTH: usize = 15;
const MAX_GROUP_DEPTH: usize = 10;

const MAX_CANDIDATES: usize = 750;
const MAX_NAME: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

// Suggestions.

/// The candidate nearest to a mistyped name, if one is near (`_generate_suggestions`).
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    if length > MAX_NAME {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for (count, candidate) in candidates.enumerate() {
        if count >= MAX_CANDIDATES {
            return None;
        }
        if candidate == name {
            continue;
        }
        let most = (candidate.chars().count() + length + 3) * MOVE_COST / 6;
        let most = most.min(best.map_or(length * MOVE_COST, |(_, distance)| distance.saturating_sub(1)));
        let distance = distance(name, candidate, most);
        if distance <= most && best.is_none_or(|(_, d)| distance < d) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The edit distance, where a change of case costs less than another; something above `most` if it is above.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (mut a, mut b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let prefix = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    a.drain(..prefix);
    b.drain(..prefix);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    a.truncate(a.len() - suffix);
    b.truncate(b.len() - suffix);
    if a.is_empty() || b.is_empty() {
        return MOVE_COST * (a.len() + b.len());
    }
    if a.len() > MAX_NAME || b.len() > MAX_NAME {
        return most + 1;
    }
    if b.len() < a.len() {
        std::mem::swap(&mut a, &mut b);
    }
    if (b.len() - a.len()) * MOVE_COST > most {
        return most + 1;
    }
    let substitution = |x: char, y: char| match x == y {
        true => 0,
        false if x.to_lowercase().eq(y.to_lowercase()) => CASE_COST,
        false => MOVE_COST,
    };
    let mut row: Vec<usize> = (1..=a.len()).map(|i| i * MOVE_COST).collect();
    let mut result = 0;
    for (j, &y) in b.iter().enumerate() {
        let mut diagonal = j * MOVE_COST;
        result = diagonal;
        let mut least = usize::MAX;
        for (i, &x) in a.iter().enumerate() {
            let substitute = diagonal + substitution(y, x);
            diagonal = row[i];
            result = (result.min(diagonal) + MOVE_COST).min(substitute);
            row[i] = result;
            least = least.min(result);
        }
        if least > most {
            return most + 1;
        }
    }
    result
}

/// How wide a character is on a screen with columns.
fn width(c: char) -> usize {
    let wide = matches!(c as u32,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xa960..=0xa97c | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f | 0xff01..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1f64f | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1f9ff | 0x1fa70..=0x1faff | 0x20000..=0x3fffd | 0x231a..=0x231b | 0x23e9..=0x23ec | 0x2705 | 0x274c
        | 0x2728 | 0x2b50 | 0x26a1);
    1 + wide as usize
}

/// The width of the first `count` characters.
fn width_of(line: &str, count: usize) -> usize {
    line.chars().take(count).map(width).sum()
}

/// What CPython prints for a program that does not compile.
pub fn syntax_error_text(error: &compile::SyntaxError, source: &str, filename: &str) -> String {
    let line = source.split('\n').nth((error.line as usize).saturating_sub(1)).map(|line| line.trim_end_matches('\r'));
    let mut text = String::new();
    let end = if error.end_line == error.line { Some(error.end_column as usize) } else { None };
    syntax_lines(&mut text, filename, error.line as usize, line, Some(error.column as usize), end);
    text.push_str(&format!("{}: {}\n", error.kind, error.message));
    text
}

/// The file, the line and the carets of a syntax error. Columns count from 1; without `end` they go to the line's end.
fn syntax_lines(
    text: &mut String,
    filename: &str,
    number: usize,
    line: Option<&str>,
    offset: Option<usize>,
    end: Option<usize>,
) {
    text.push_str(&format!("  File \"{filename}\", line {number}\n"));
    let Some(line) = line else { return };
    let trimmed = line.trim_start_matches([' ', '\n', '\x0c']);
    let length = line.chars().count();
    let spaces = length - trimmed.chars().count();
    let Some(offset) = offset else {
        text.push_str(&format!("    {trimmed}\n"));
        return;
    };
    let (offset, mut end) = (offset.min(length + 1), end.unwrap_or(length + 1).min(length + 1));
    if offset >= end {
        end = offset + 1;
    }
    text.push_str(&format!("    {trimmed}\n"));
    if let Some(column) = (offset as isize - 1 - spaces as isize).try_into().ok().filter(|_| offset > 0) {
        let column: usize = column;
        let before: String = trimmed.chars().take(column).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
        let pad = " ".repeat(column.saturating_sub(before.chars().count()));
        text.push_str(&format!("    {before}{pad}{}\n", "^".repeat(end - offset)));
    }
}

// Frames.

/// A frame's entry: the place, and the lines with carets under what failed.
fn frame_text(entry: &Traceback) -> String {
    let position = entry.code.position(entry.ip);
    let source = &entry.code.source;
    let mut text = format!("  File \"{}\", line {}, in {}\n", source.filename, position.line, entry.code.spec.name);
    let end_line = position.end_line.max(position.line);
    let original: Vec<&str> = source
        .text
        .split('\n')
        .skip((position.line as usize).saturating_sub(1))
        .take((end_line - position.line) as usize + 1)
        .collect();
    let original: Vec<&str> = original.into_iter().map(|line| line.trim_end_matches('\r')).collect();
    if original.iter().all(|line| line.trim().is_empty()) {
        return text;
    }
    let lines = dedent(&original);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let last = lines.len() - 1;
    let removed = original[0].trim_end().chars().count() - lines[0].chars().count();
    let start = (position.column as usize).saturating_sub(removed);
    let end = (position.end_column as usize).saturating_sub(removed);
    let (first_width, last_width) = (width_of(lines[0], start), width_of(lines[last], end));
    let segment: String = {
        let all = lines.join("\n");
        let length = all.chars().count();
        let cut = lines[last].chars().count().saturating_sub(end);
        all.chars().take(length - cut).skip(start).collect()
    };
    let anchors = caret::anchors(&segment);
    let shown = {
        let whole = caret::is_plain_call(&lines.join("\n"), start, end);
        let before: String = lines[0].chars().take(start).collect();
        let after: String = lines[last].chars().skip(end).collect();
        let nothing = last == 0 && start == end;
        !whole && !nothing && (anchors.is_some() || !before.trim_start().is_empty() || !after.trim_end().is_empty())
    };
    let mut significant = vec![0, last];
    let mut marks = None;
    if let Some(anchors) = anchors {
        let shift = |(line, column): (usize, usize)| (line, if line == 0 { column + start } else { column });
        let (left, right) = (shift(anchors.left), shift(anchors.right));
        for line in [left.0, right.0] {
            significant.extend([line.wrapping_sub(1), line, line + 1]);
        }
        let columns = |(line, column): (usize, usize)| (line, width_of(lines[line.min(last)], column));
        marks = Some((columns(left), columns(right)));
    }
    significant.retain(|&line| line <= last);
    significant.sort_unstable();
    significant.dedup();
    let mut block: Vec<String> = Vec::new();
    let output = |number: usize, block: &mut Vec<String>| {
        let line = lines[number];
        block.push(line.to_owned());
        if !shown {
            return;
        }
        let spaces = line.chars().count() - line.trim_start().chars().count();
        let count = if number == last { last_width } else { width_of(line, usize::MAX) };
        let carets: String = (0..count)
            .map(|column| {
                if column < spaces || (number == 0 && column < first_width) {
                    ' '
                } else {
                    match marks {
                        Some((left, right)) if (number, column) >= left && (number, column) < right => '^',
                        Some(_) => '~',
                        None => '^',
                    }
                }
            })
            .collect();
        block.push(carets);
    };
    for (i, &number) in significant.iter().enumerate() {
        if i > 0 {
            let gap = number - significant[i - 1];
            if gap == 2 {
                output(number - 1, &mut block);
            } else if gap > 2 {
                block.push(format!("...<{} lines>...", gap - 1));
            }
        }
        output(number, &mut block);
    }
    let block: Vec<&str> = block.iter().map(String::as_str).collect();
    for line in dedent(&block) {
        text.push_str(&format!("    {line}\n"));
    }
    text
}

/// `textwrap.dedent`: the common indentation goes, and blank lines become empty.
fn dedent(lines: &[&str]) -> Vec<String> {
    let margin = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.chars().take_while(|c| *c == ' ' || *c == '\t').collect::<String>())
        .reduce(|a, b| a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x).collect())
        .unwrap_or_default();
    lines
        .iter()
        .map(|line| {
            if line.trim().is_empty() {
                String::new()
            } else {
                line.strip_prefix(&*margin).unwrap_or(line).trim_end().to_owned()
            }
        })
        .collect()
}

/// All frames of a traceback. Those of one place that repeat are counted.
pub fn frames_text(traceback: &Value) -> String {
    let mut text = String::new();
    let mut last: Option<(String, u32, String)> = None;
    let mut count = 0;
    let repeated = |text: &mut String, count: usize| {
        if count > RECURSIVE_CUTOFF {
            let more = count - RECURSIVE_CUTOFF;
            let s = if more > 1 { "s" } else { "" };
            text.push_str(&format!("  [Previous line repeated {more} more time{s}]\n"));
        }
    };
    let mut at = traceback.clone();
    while let View::Traceback(entry) = at.view() {
        if entry.code.source.is_shown() {
            let place = (entry.code.source.filename.clone(), entry.line(), entry.code.spec.name.clone());
            if last.as_ref() != Some(&place) {
                repeated(&mut text, count);
                count = 0;
                last = Some(place);
            }
            count += 1;
            if count <= RECURSIVE_CUTOFF {
                text.push_str(&frame_text(entry));
            }
        }
        let next = entry.next.get();
        at = next;
    }
    repeated(&mut text, count);
    text
}

fn indented(text: &str, prefix: &str) -> String {
    text.split_inclusive('\n').map(|line| format!("{prefix}{line}")).collect()
}

/// Where the tree of groups stands while it is drawn.
#[derive(Default)]
struct Tree {
    depth: usize,
    need_close: bool,
    seen: Vec<usize>,
}

impl Tree {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&self, out: &mut String, text: &str, margin: char) {
        let mut prefix = self.indent();
        if self.depth > 0 {
            prefix.push(margin);
            prefix.push(' ');
        }
        out.push_str(&indented(text, &prefix));
    }
}

impl Vm {
    /// What CPython prints for an uncaught exception.
    pub fn traceback_text(&mut self, exc: &Exc) -> String {
        let mut out = String::new();
        self.format_exception(exc, true, &mut Tree::default(), &mut out);
        out
    }

    /// The same without the exceptions it is chained to.
    pub fn traceback_text_unchained(&mut self, exc: &Exc) -> String {
        let mut out = String::new();
        self.format_exception(exc, false, &mut Tree::default(), &mut out);
        out
    }

    fn format_exception(&mut self, exc: &Exc, chain: bool, tree: &mut Tree, out: &mut String) {
        // The chain from this exception back to the first.
        let mut links: Vec<(Option<&str>, Exc)> = Vec::new();
        let mut at = exc.clone();
        loop {
            tree.seen.push(at.0.address());
            let state = at.state();
            let unseen = |value: Value| Exc::from_value(&value).filter(|e| !tree.seen.contains(&e.0.address()));
            let next = match unseen(state.cause.get()) {
                Some(cause) => Some((CAUSE, cause)),
                None if !state.suppress_context.get() => unseen(state.context.get()).map(|context| (CONTEXT, context)),
                None => None,
            };
            match next {
                Some((message, next)) if chain => {
                    links.push((Some(message), at));
                    at = next;
                }
                _ => {
                    links.push((None, at));
                    break;
                }
            }
        }
        for (message, exc) in links.into_iter().rev() {
            if let Some(message) = message {
                tree.emit(out, message, '|');
            }
            let frames = frames_text(&exc.state().traceback.get());
            if !exc.is(&self.types.base_exception_group) {
                if !frames.is_empty() {
                    tree.emit(out, "Traceback (most recent call last):\n", '|');
                    tree.emit(out, &frames, '|');
                }
                let only = self.exception_only(&exc);
                tree.emit(out, &only, '|');
                continue;
            }
            if tree.depth > MAX_GROUP_DEPTH {
                tree.emit(out, &format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n"), '|');
                continue;
            }
            let top = tree.depth == 0;
            tree.depth += top as usize;
            if !frames.is_empty() {
                tree.emit(out, "Exception Group Traceback (most recent call last):\n", if top { '+' } else { '|' });
                tree.emit(out, &frames, '|');
            }
            let only = self.exception_only(&exc);
            tree.emit(out, &only, '|');
            let members: Vec<Exc> =
                self.collect(&exc.get("exceptions")).unwrap_or_default().iter().filter_map(Exc::from_value).collect();
            let shown = if members.len() <= MAX_GROUP_WIDTH { members.len() } else { MAX_GROUP_WIDTH + 1 };
            tree.need_close = false;
            for (i, member) in members.iter().take(shown).enumerate() {
                let is_last = i == shown - 1;
                if is_last {
                    tree.need_close = true;
                }
                let truncated = i >= MAX_GROUP_WIDTH;
                let title = if truncated { "...".to_owned() } else { (i + 1).to_string() };
                let start = if i == 0 { "+-" } else { "  " };
                out.push_str(&format!("{}{start}+---------------- {title} ----------------\n", tree.indent()));
                tree.depth += 1;
                if truncated {
                    let more = members.len() - MAX_GROUP_WIDTH;
                    let s = if more > 1 { "s" } else { "" };
                    tree.emit(out, &format!("and {more} more exception{s}\n"), '|');
                } else {
                    self.format_exception(member, chain, tree, out);
                }
                if is_last && tree.need_close {
                    out.push_str(&format!("{}+------------------------------------\n", tree.indent()));
                    tree.need_close = false;
                }
                tree.depth -= 1;
            }
            if top {
                tree.depth = 0;
            }
        }
    }

    /// The last lines: type, message and notes; for a syntax error its place before them.
    pub fn exception_only(&mut self, exc: &Exc) -> String {
        let class = exc.class();
        let qualname = class.qualname.get();
        let mut name = qualname.as_str().unwrap_or("?").to_owned();
        match class.lookup(&self.names.module).as_ref().and_then(Value::as_str) {
            Some("__main__" | "builtins") | None => {}
            Some(module) => name = format!("{module}.{name}"),
        }
        let mut text = String::new();
        if exc.is(&self.types.syntax_error) {
            if let Value::Int(line) = exc.get("lineno") {
                let filename = exc.get("filename");
                let source = exc.get("text");
                let number = |value: Value| if let Value::Int(i) = value { usize::try_from(i).ok() } else { None };
                let end = match exc.get("end_lineno") {
                    Value::Int(end) if end != line => None,
                    _ => number(exc.get("end_offset")).filter(|end| *end > 0).or(number(exc.get("offset"))),
                };
                let shown = source.as_str().map(|s| s.trim_end_matches('\n'));
                syntax_lines(
                    &mut text,
                    filename.as_str().unwrap_or("<string>"),
                    line.max(0) as usize,
                    shown,
                    number(exc.get("offset")),
                    end,
                );
            }
            let message = exc.get("msg");
            let message = if message.is_none() {
                "<no detail available>".to_owned()
            } else {
                self.str(&message).unwrap_or_default()
            };
            text.push_str(&format!("{name}: {message}\n"));
        } else {
            let mut message = match self.str(&exc.value()) {
                Ok(message) => message,
                Err(_) => "<exception str() failed>".to_owned(),
            };
            message.push_str(&self.suggestion(exc));
            text.push_str(&if message.is_empty() { format!("{name}\n") } else { format!("{name}: {message}\n") });
        }
        if let Some(notes) = exc.0.dict.get().and_then(|dict| dict.get_str(&self.names.notes)) {
            match notes.view() {
                View::List(_) | View::Tuple(_) => {
                    for note in self.collect(&notes).unwrap_or_default() {
                        let note = self.str(&note).unwrap_or_else(|_| "<note str() failed>".into());
                        for line in note.split('\n') {
                            text.push_str(&format!("{line}\n"));
                        }
                    }
                }
                View::None => {}
                _ => {
                    let shown = self.repr(&notes).unwrap_or_else(|_| "<__notes__ repr() failed>".into());
                    text.push_str(&format!("{shown}\n"));
                }
            }
        }
        text
    }

    /// `. Did you mean: 'x'?`, or nothing.
    fn suggestion(&mut self, exc: &Exc) -> String {
        let name_error = exc.is(&self.types.name_error);
        let import_error = exc.is(&self.types.import_error);
        if !name_error && !import_error && !exc.is(&self.types.attribute_error) {
            return String::new();
        }
        let wrong = if import_error { exc.get("name_from") } else { exc.get("name") };
        let Some(wrong) = wrong.as_str().map(str::to_owned) else { return String::new() };
        let mut text = match self.nearest_name(exc, &wrong, name_error, import_error) {
            Some(found) => format!(". Did you mean: '{found}'?"),
            None => String::new(),
        };
        if name_error && self.is_stdlib_module(&wrong) {
            let start = if text.is_empty() { ". Did" } else { " Or did" };
            text.push_str(&format!("{start} you forget to import '{wrong}'?"));
        }
        text
    }

    fn nearest_name(&mut self, exc: &Exc, wrong: &str, name_error: bool, import_error: bool) -> Option<String> {
        let public = |names: Vec<String>| -> Vec<String> {
            if wrong.starts_with('_') { names } else { names.into_iter().filter(|n| !n.starts_with('_')).collect() }
        };
        let candidates = if import_error {
            let module = exc.get("name");
            let module = self.modules.get_text(module.as_str()?)?;
            public(self.dir_names(&module))
        } else if name_error {
            let traceback = exc.state().traceback.get();
            let locals = exc.state().get("frame_locals")?;
            let locals = locals.downcast::<Dict>()?;
            if let Some(this) = locals.get_text("self")
                && self.get_attr_opt(&this, wrong).ok()?.is_some()
            {
                return Some(format!("self.{wrong}"));
            }
            let mut names: Vec<Value> = locals.keys();
            let mut at = traceback;
            while let View::Traceback(entry) = at.view() {
                let next = entry.next.get();
                if next.is_none() {
                    break;
                }
                at = next;
            }
            if let Some(globals) = exc.state().get("frame_globals").and_then(|g| g.downcast::<Dict>().map(|g| g.keys()))
            {
                names.extend(globals);
            }
            names.extend(self.builtins.keys());
            names.iter().filter_map(|n| n.as_str().map(str::to_owned)).collect()
        } else {
            let obj = exc.state().get("obj")?;
            let names = self.dir_names(&obj);
            // In a method of the object itself the names with an underscore count too.
            let own = exc.state().get("frame_self").is_some_and(|this| this.is(&obj));
            if own { names } else { public(names) }
        };
        nearest(wrong, candidates.iter().map(String::as_str)).map(str::to_owned)
    }

    fn is_stdlib_module(&self, name: &str) -> bool {
        const OTHERS: &[&str] = &[
            "argparse",
            "array",
            "ast",
            "calendar",
            "cmath",
            "collections",
            "copy",
            "csv",
            "ctypes",
            "datetime",
            "decimal",
            "enum",
            "fractions",
            "functools",
            "getpass",
            "glob",
            "gzip",
            "heapq",
            "html",
            "http",
            "io",
            "itertools",
            "json",
            "logging",
            "math",
            "multiprocessing",
            "operator",
            "os",
            "pathlib",
            "pickle",
            "platform",
            "pprint",
            "queue",
            "random",
            "re",
            "secrets",
            "select",
            "shutil",
            "signal",
            "socket",
            "sqlite3",
            "ssl",
            "statistics",
            "string",
            "struct",
            "subprocess",
            "sys",
            "tempfile",
            "textwrap",
            "threading",
            "time",
            "timeit",
            "traceback",
            "types",
            "typing",
            "unittest",
            "urllib",
            "uuid",
            "warnings",
            "weakref",
            "xml",
            "zipfile",
            "zlib",
            "zoneinfo",
        ];
        self.finder.contains_key(name) || OTHERS.contains(&name)
    }

    /// `RuntimeWarning: coroutine 'x' was never awaited`.
    pub fn warn_unawaited(&mut self, text: &str) {
        if self.warn_at_line("RuntimeWarning", text, true) && !self.warnings_gone {
            self.write(Stream::Stderr, "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
        }
    }

    /// A `DeprecationWarning`, which the program's filters may hide or make an exception.
    pub fn warn_deprecated(&mut self, text: &str) -> super::PyResult<()> {
        // Without the module there are no filters but the default ones, and those show what the program itself does.
        let Ok(warnings) = self.import_module("warnings") else {
            self.warn("DeprecationWarning", text);
            return Ok(());
        };
        let category = self.types.deprecation_warning.value();
        self.call_method(&warnings, "warn", [Value::from(text), category]).map(drop)
    }

    /// A warning as the `warnings` module shows it by default, with the line that runs.
    pub fn warn(&mut self, category: &str, text: &str) {
        self.warn_at_line(category, text, false);
    }

    /// Whether the warning was shown here: once for a line and a text, and by `warnings` if the program imported that.
    fn warn_at_line(&mut self, category: &str, text: &str, has_source: bool) -> bool {
        let line = self.current_line();
        let (now, fiber) = (self.now(), self.fiber.id);
        self.host.warned(now, fiber, category, text, line);
        if let Some(warnings) = self.modules.get_text("warnings")
            && !self.warnings_gone
        {
            let filename = self.program.as_ref().filter(|_| line != 0).map_or("<sys>".into(), |p| p.filename.clone());
            let class = self.builtins.get_text(category).unwrap_or(Value::None);
            let args = [
                Value::from(text),
                class,
                Value::from(filename),
                Value::Int(line as i64),
                Value::from(if line == 0 { "sys" } else { "__main__" }),
                Value::None,
                Value::None,
                if has_source { Value::TRUE } else { Value::None },
            ];
            if let Err(exc) = self.call_method(&warnings, "warn_explicit", args) {
                let text = self.traceback_text(&exc);
                self.write(Stream::Stderr, &text);
            }
            return false;
        }
        if !self.seen_warnings.insert((text.to_owned(), line)) {
            return false;
        }
        let (filename, source) = match &self.program {
            // Nothing runs any more.
            _ if line == 0 => ("<sys>".to_owned(), None),
            Some(program) => (program.filename.clone(), program.line(line).map(|l| l.trim().to_owned())),
            None => ("<sys>".to_owned(), None),
        };
        let mut shown = format!("{filename}:{line}: {category}: {text}\n");
        if let Some(source) = source.filter(|s| !s.is_empty()) {
            shown.push_str(&format!("  {source}\n"));
        }
        self.write(Stream::Stderr, &shown);
        true
    }
}

//! The text of values: `repr`, `str`, `ascii`, `format`.
//!
//! The `*_flow` functions hand the call of a `__repr__`, `__str__` or `__format__` of the program to the VM, so that it
//! can suspend. The others run it in a bounded call, and so do the reprs of containers for their items.

use super::format;
use crate::vm::exception::{Exc, PyResult};
use crate::vm::native::Flow;
use crate::vm::number;
use crate::vm::object::*;
use crate::vm::surrogate::{code_of, has_surrogates};
use crate::vm::{Cx, Stream, Value, Vm};

/// Values whose class may have special methods of the program.
pub fn is_dynamic(value: &Value) -> bool {
    matches!(value, Value::Obj(obj) if matches!(obj.kind(), Kind::Instance | Kind::Class | Kind::Module))
}

impl Vm {
    /// `repr(x)`.
    pub fn repr(&mut self, value: &Value) -> PyResult<String> {
        if !is_dynamic(value) {
            return self.builtin_repr(value);
        }
        self.enter_native("while getting the repr of an object")?;
        let result = self.repr_flow(value).and_then(|flow| self.finish(flow));
        self.leave_native();
        Ok(result?.as_str().unwrap_or_default().to_owned())
    }

    /// `str(x)`.
    pub fn str(&mut self, value: &Value) -> PyResult<String> {
        if let Some(text) = value.str() {
            return Ok(text.as_str().to_owned());
        }
        if let View::MappingProxy(proxy) = value.view() {
            return self.str(&proxy.mapping.clone());
        }
        if !is_dynamic(value) {
            return self.builtin_repr(value);
        }
        self.enter_native("while getting the str of an object")?;
        let result = self.str_flow(value).and_then(|flow| self.finish(flow));
        self.leave_native();
        Ok(result?.as_str().unwrap_or_default().to_owned())
    }

    /// Prints to stdout, which is UTF-8: surrogates cannot be.
    pub fn write_text(&mut self, text: &str) -> PyResult<()> {
        if has_surrogates(text) {
            super::codec::encode(self, text, "utf-8", "strict")?;
        }
        self.write(Stream::Stdout, text);
        Ok(())
    }

    /// `ascii(x)`.
    pub fn ascii(&mut self, value: &Value) -> PyResult<String> {
        Ok(ascii(&self.repr(value)?))
    }

    /// `format(x, spec)`.
    pub fn format(&mut self, value: &Value, spec: &str) -> PyResult<String> {
        if !is_dynamic(value) {
            return self.builtin_format(value, spec);
        }
        self.enter_native("while formatting an object")?;
        let result = self.format_flow(value, spec).and_then(|flow| self.finish(flow));
        self.leave_native();
        Ok(result?.as_str().unwrap_or_default().to_owned())
    }

    /// `repr(x)`, a `str`.
    pub fn repr_flow(&mut self, value: &Value) -> PyResult<Flow> {
        if is_dynamic(value)
            && let Some(method) = self.special(value, &self.names.repr)
        {
            let flow = self.special_flow(method, value, &[])?;
            return self.checked_text(flow, "__repr__ returned non-string");
        }
        Ok(Flow::Value(self.builtin_repr(value)?.into()))
    }

    /// `str(x)`, a `str`.
    pub fn str_flow(&mut self, value: &Value) -> PyResult<Flow> {
        if value.str().is_some() {
            return Ok(Flow::Value(value.clone()));
        }
        if let View::MappingProxy(proxy) = value.view() {
            return self.str_flow(&proxy.mapping.clone());
        }
        if is_dynamic(value)
            && let Some(mut method) = self.special(value, &self.names.str)
        {
            // `object.__str__` is `__repr__`, with a complaint of its own.
            if matches!(method.view(), View::NativeMethod(native) if native.owner == "object")
                && let Some(repr) = self.special(value, &self.names.repr)
            {
                method = repr;
            }
            let flow = self.special_flow(method, value, &[])?;
            return self.checked_text(flow, "__str__ returned non-string");
        }
        self.repr_flow(value)
    }

    /// `format(x, spec)`, a `str`.
    pub fn format_flow(&mut self, value: &Value, spec: &str) -> PyResult<Flow> {
        if is_dynamic(value)
            && let Some(method) = self.special(value, &self.names.format)
        {
            if spec.is_empty() && matches!(method.view(), View::NativeMethod(_)) {
                return self.str_flow(value);
            }
            let flow = self.special_flow(method, value, &[Value::from(spec)])?;
            return self.checked_text(flow, "__format__ must return a str, not");
        }
        Ok(Flow::Value(self.builtin_format(value, spec)?.into()))
    }

    /// A result that has to be a `str`; `text` begins the error's text.
    fn checked_text(&mut self, flow: Flow, text: &'static str) -> PyResult<Flow> {
        fn check(vm: &mut Vm, value: Value, text: &str) -> PyResult {
            if value.as_str().is_some() {
                return Ok(value);
            }
            let class = vm.class_name(&value);
            Err(vm.type_error(if text.ends_with("not") {
                format!("{text} {class}")
            } else {
                format!("{text} (type {class})")
            }))
        }
        match flow {
            Flow::Value(value) => check(self, value, text).map(Flow::Value),
            flow => Flow::future(async move {
                let value = Cx.flow(flow).await?;
                Cx.vm(|vm| check(vm, value, text))
            }),
        }
    }

    /// `format` without a `__format__` of the program.
    pub fn builtin_format(&mut self, value: &Value, spec: &str) -> PyResult<String> {
        if spec.is_empty() {
            return match value.base().view() {
                View::Str(s) => Ok(s.as_str().to_owned()),
                _ => self.str(value),
            };
        }
        match value.base().view() {
            View::Str(s) => format::format_str(self, s.as_str(), spec),
            View::Int(_) | View::Bool(_) | View::BigInt(_) => format::format_int(self, value.base(), spec),
            View::Float(f) => format::format_float(self, f, spec),
            View::Complex(c) => format::format_complex(self, c.re, c.im, spec),
            _ => {
                let text = format!("unsupported format string passed to {}.__format__", self.class_name(value));
                Err(self.type_error(text))
            }
        }
    }

    /// `repr` as the value's builtin class writes it, whatever a subclass says.
    pub fn builtin_repr(&mut self, value: &Value) -> PyResult<String> {
        let base = value.base();
        Ok(match base.view() {
            View::Unbound => "<unbound>".into(),
            View::None => "None".into(),
            View::Ellipsis => "Ellipsis".into(),
            View::NotImplemented => "NotImplemented".into(),
            View::Bool(b) => if b { "True" } else { "False" }.into(),
            View::Int(i) => i.to_string(),
            View::BigInt(i) => number::int_to_text(self, number::IntRef::Big(&i.0))?,
            View::Float(f) => number::float_repr(f),
            View::Complex(c) => number::complex_repr(c.re, c.im),
            View::Str(s) => {
                self.charge(s.len() / 16);
                str_repr(s.as_str())
            }
            View::Bytes(b) => bytes_repr(&b.data, false),
            View::ByteArray(b) => format!("{}({})", self.class_name(value), bytes_repr(&b.data.borrow(), true)),
            View::Tuple(tuple) => {
                let tuple = tuple.clone();
                let comma = if tuple.items.len() == 1 { ",)" } else { ")" };
                self.repr_items(base, "(", comma, "(...)", |i| tuple.items.get(i).cloned())?
            }
            View::List(list) => {
                let list = list.clone();
                self.repr_items(base, "[", "]", "[...]", |i| list.items.borrow().get(i).cloned())?
            }
            View::Dict(dict) => {
                let dict = dict.clone();
                self.repr_dict(base, &dict)?
            }
            View::Set(set) => {
                let (keys, plain) = (set.keys(), matches!(value.view(), View::Set(set) if !set.frozen));
                let name = self.class_name(value);
                match (keys.is_empty(), plain) {
                    (true, _) => format!("{name}()"),
                    (false, true) => self.repr_items(base, "{", "}", "set(...)", |i| keys.get(i).cloned())?,
                    (false, false) => {
                        let (open, recursive) = (format!("{name}({{"), format!("{name}(...)"));
                        self.repr_items(base, &open, "})", &recursive, |i| keys.get(i).cloned())?
                    }
                }
            }
            View::Range(r) => super::range::repr(r),
            View::Slice(slice) => {
                let parts = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
                self.repr_items(base, "slice(", ")", "slice(...)", |i| parts.get(i).cloned())?
            }
            View::DictView(view) => {
                let name = self.class_name(value);
                let items = self.collect(base)?;
                let open = format!("{name}([");
                let _ = view;
                self.repr_items(base, &open, "])", "...", |i| items.get(i).cloned())?
            }
            View::MappingProxy(proxy) => {
                let mapping = proxy.mapping.clone();
                format!("mappingproxy({})", self.repr(&mapping)?)
            }
            View::Function(f) => format!("<function {} at {}>", slot_text(&f.qualname), address(base)),
            View::BoundMethod(method) => {
                let (func, this) = (method.func.clone(), method.this.clone());
                let name = match func.view() {
                    View::Function(f) => slot_text(&f.qualname),
                    _ => match self.get_attr_opt(&func, "__qualname__")? {
                        Some(name) => name.as_str().unwrap_or("?").to_owned(),
                        None => "?".into(),
                    },
                };
                format!("<bound method {name} of {}>", self.repr(&this)?)
            }
            View::Native(native) => match &native.this {
                Value::Unbound if native.module == "asyncio" => {
                    format!("<function {} at {}>", native.name, address(value))
                }
                Value::Unbound => format!("<built-in function {}>", native.name),
                Value::Obj(obj) if obj.kind() == Kind::Module => format!("<built-in function {}>", native.name),
                this if is_slot_name(native.name) => {
                    let class = self.class_name(this);
                    format!("<method-wrapper '{}' of {class} object at {}>", native.name, address(this))
                }
                this => {
                    let class = self.class_name(this);
                    format!("<built-in method {} of {class} object at {}>", native.name, address(this))
                }
            },
            View::NativeMethod(m) => match m.binding {
                Binding::Static => format!("<built-in method {} of type object at {}>", m.name, address(base)),
                Binding::Method if is_slot_name(m.name) => {
                    format!("<slot wrapper '{}' of '{}' objects>", m.name, m.owner)
                }
                Binding::Method | Binding::Class => format!("<method '{}' of '{}' objects>", m.name, m.owner),
            },
            View::GetSet(g) => format!("<attribute '{}' of '{}' objects>", g.name, g.owner),
            View::MemberSlot(m) => format!("<member '{}' of '{}' objects>", m.name.as_str(), m.owner),
            View::Class(class) => format!("<class '{}'>", self.full_name(class)),
            View::Module(module) => {
                let end = match module.dict.get_text("__file__") {
                    Some(file) => format!(" from {}", self.repr(&file)?),
                    None if self.finder.contains_key(module.name.as_str()) => " (built-in)".to_owned(),
                    None => String::new(),
                };
                format!("<module '{}'{end}>", module.name)
            }
            View::CellObject(cell) => match cell.value.bound() {
                Some(inner) => {
                    let class = self.class_name(&inner);
                    format!("<cell at {}: {class} object at {}>", address(base), address(&inner))
                }
                None => format!("<cell at {}: empty>", address(base)),
            },
            View::Generator(generator) => match &generator.class {
                Some(class) => format!("<{} object at {}>", self.full_name(class), address(base)),
                None => {
                    let kind = match generator.kind {
                        GeneratorKind::Generator => "generator",
                        GeneratorKind::Coroutine => "coroutine",
                        GeneratorKind::AsyncGenerator => "async_generator",
                    };
                    format!("<{kind} object {} at {}>", slot_text(&generator.qualname), address(base))
                }
            },
            View::StaticMethod(method) => {
                let func = method.func.clone();
                format!("<staticmethod({})>", self.repr(&func)?)
            }
            View::ClassMethod(method) => {
                let func = method.func.clone();
                format!("<classmethod({})>", self.repr(&func)?)
            }
            View::Super(s) => {
                let (class, this) = (s.class.name(), s.this_class.name());
                format!("<super: <class '{class}'>, <{this} object>>")
            }
            View::Code(code) => format!(
                "<code object {} at {}, file \"{}\", line {}>",
                code.spec.name,
                address(base),
                code.source.filename,
                code.spec.first_line
            ),
            View::WeakRef(reference) => match reference.upgrade() {
                Some(target) => {
                    let class = self.class_name(&target);
                    format!("<weakref at {}; to '{class}' at {}>", address(base), address(&target))
                }
                None => format!("<weakref at {}; dead>", address(base)),
            },
            View::Alias(alias) => {
                let alias = alias.clone();
                self.repr_alias(&alias)?
            }
            View::Instance(instance) => match &instance.payload {
                Payload::Exception(_) => {
                    let exc = Exc(instance.clone());
                    self.exception_repr(&exc)?
                }
                Payload::None | Payload::Native(_) | Payload::Value(_) => self.default_repr(value),
            },
            View::AsyncGenOp(_) | View::Iter(_) | View::Property(_) | View::Traceback(_) | View::FrameObject(_) => {
                self.default_repr(value)
            }
        })
    }

    /// The type of an argument as "argument 1 must be str, not X" names it (`_PyArg_BadArgument`).
    pub fn argument_type(&self, value: &Value) -> String {
        if value.is_none() { "None".into() } else { self.class_name(value) }
    }

    /// Marks that the container's repr is being made; `false` if it was already: the container contains itself.
    fn enter_repr(&mut self, value: &Value) -> PyResult<bool> {
        let place = if let Value::Obj(obj) = value { obj.address() } else { 0 };
        if self.repr_guard.contains(&place) {
            return Ok(false);
        }
        self.enter_native("while getting the repr of an object")?;
        self.repr_guard.push(place);
        Ok(true)
    }

    fn leave_repr(&mut self) {
        self.repr_guard.pop();
        self.leave_native();
    }

    /// `open`, the items' reprs with commas, `close`; `recursive` if the container is inside itself. Items are looked at
    /// one by one: their reprs may change the container.
    fn repr_items(
        &mut self,
        value: &Value,
        open: &str,
        close: &str,
        recursive: &str,
        item: impl Fn(usize) -> Option<Value>,
    ) -> PyResult<String> {
        if !self.enter_repr(value)? {
            return Ok(recursive.to_owned());
        }
        let mut text = open.to_owned();
        let mut i = 0;
        let result = loop {
            let Some(next) = item(i) else { break Ok(()) };
            if i > 0 {
                text.push_str(", ");
            }
            i += 1;
            match self.repr(&next) {
                Ok(repr) => text.push_str(&repr),
                Err(exc) => break Err(exc),
            }
            if text.len() > self.memory_limit {
                break Err(self.memory_error());
            }
        };
        self.leave_repr();
        result?;
        self.charge(i * 4);
        text.push_str(close);
        Ok(text)
    }

    #[inline(never)]
    fn repr_dict(&mut self, value: &Value, dict: &Gc<Dict>) -> PyResult<String> {
        if !self.enter_repr(value)? {
            return Ok("{...}".to_owned());
        }
        let mut text = String::from("{");
        let mut place = 0;
        let result = loop {
            let Some((at, key, item)) = dict.next_from(place) else { break Ok(()) };
            place = at + 1;
            if text.len() > 1 {
                text.push_str(", ");
            }
            match self.repr(&key).and_then(|key| Ok((key, self.repr(&item)?))) {
                Ok((key, item)) => {
                    text.push_str(&key);
                    text.push_str(": ");
                    text.push_str(&item);
                }
                Err(exc) => break Err(exc),
            }
            if text.len() > self.memory_limit {
                break Err(self.memory_error());
            }
        };
        self.leave_repr();
        result?;
        self.charge(place * 8);
        text.push('}');
        Ok(text)
    }

    /// `list[int]`, `int | None`: classes without `<class …>`.
    fn repr_alias(&mut self, alias: &Gc<Alias>) -> PyResult<String> {
        let mut parts = Vec::new();
        for arg in alias.args.items.iter() {
            parts.push(self.type_repr(arg, alias.union)?);
        }
        if alias.union {
            return Ok(parts.join(" | "));
        }
        let origin = self.type_repr(&alias.origin, false)?;
        Ok(if parts.is_empty() { format!("{origin}[()]") } else { format!("{origin}[{}]", parts.join(", ")) })
    }

    fn type_repr(&mut self, value: &Value, in_union: bool) -> PyResult<String> {
        Ok(match value.view() {
            View::Class(class) if in_union && class.is(&self.types.none) => "None".into(),
            View::Class(class) => self.full_name(class),
            View::Ellipsis => "...".into(),
            View::List(list) => {
                let items = list.items.borrow().clone();
                let parts: PyResult<Vec<String>> = items.iter().map(|item| self.type_repr(item, false)).collect();
                format!("[{}]", parts?.join(", "))
            }
            _ => self.repr(value)?,
        })
    }

    /// `BaseException.__repr__`.
    pub fn exception_repr(&mut self, exc: &Exc) -> PyResult<String> {
        let args = exc.args();
        let name = exc.class().name();
        Ok(match &args.items[..] {
            [arg] => format!("{name}({})", self.repr(arg)?),
            _ => format!("{name}{}", self.builtin_repr(&args.value())?),
        })
    }
}

/// `0x7f…`, the number that `id` gives.
pub fn address(value: &Value) -> String {
    format!("{:#014x}", super::objects::identity(value))
}

fn slot_text(slot: &Slot) -> String {
    slot.get().as_str().unwrap_or("?").to_owned()
}

/// Special methods that CPython keeps in type slots; the others are ordinary methods.
pub fn is_slot_name(name: &str) -> bool {
    name.starts_with("__")
        && name.ends_with("__")
        && !matches!(
            name,
            "__format__"
                | "__reduce__"
                | "__reduce_ex__"
                | "__sizeof__"
                | "__dir__"
                | "__new__"
                | "__getnewargs__"
                | "__class_getitem__"
                | "__init_subclass__"
                | "__subclasshook__"
                | "__round__"
                | "__trunc__"
                | "__floor__"
                | "__ceil__"
                | "__getformat__"
                | "__reversed__"
                | "__length_hint__"
                | "__bytes__"
                | "__complex__"
                | "__getstate__"
                | "__setstate__"
        )
}

/// `str.isprintable` of a character: neither control nor format character, surrogate, private, unassigned, nor a separator other than
/// the space. Rust's newer Unicode knows a few more characters.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // `escape_debug` has the table. It escapes combining characters only at a string's beginning.
    let mut buffer = [b'a'; 5];
    let len = c.encode_utf8(&mut buffer[1..]).len();
    let text = std::str::from_utf8(&buffer[..len + 1]).expect("an `a` and a character");
    let mut escaped = text.escape_debug();
    escaped.next();
    escaped.next() == Some(c)
}

/// `\xe9`, `\u4e2d`, `\U0001f600`.
pub fn escape(c: char) -> String {
    let code = code_of(c);
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

/// `repr(str)`.
pub fn str_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut repr = String::with_capacity(text.len() + 2);
    repr.push(quote);
    for c in text.chars() {
        match c {
            '\n' => repr.push_str("\\n"),
            '\r' => repr.push_str("\\r"),
            '\t' => repr.push_str("\\t"),
            '\\' => repr.push_str("\\\\"),
            c if c == quote => {
                repr.push('\\');
                repr.push(c);
            }
            c if is_printable(c) => repr.push(c),
            c => repr.push_str(&escape(c)),
        }
    }
    repr.push(quote);
    repr
}

/// `repr(bytes)`; a bytearray's escapes every `'`.
pub fn bytes_repr(data: &[u8], array: bool) -> String {
    let quote = if data.contains(&b'\'') && !data.contains(&b'"') { '"' } else { '\'' };
    let mut repr = String::with_capacity(data.len() + 3);
    repr.push('b');
    repr.push(quote);
    for &b in data {
        match b {
            b'\n' => repr.push_str("\\n"),
            b'\r' => repr.push_str("\\r"),
            b'\t' => repr.push_str("\\t"),
            b'\\' => repr.push_str("\\\\"),
            b if b as char == quote || (array && b == b'\'') => {
                repr.push('\\');
                repr.push(b as char);
            }
            b' '..=b'~' => repr.push(b as char),
            b => repr.push_str(&escape(b as char)),
        }
    }
    repr.push(quote);
    repr
}

/// Escapes what is not ASCII.
pub fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut result = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii() { result.push(c) } else { result.push_str(&escape(c)) }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_as_in_cpython() {
        assert_eq!(str_repr("it's"), "\"it's\"");
        assert_eq!(str_repr("'\""), "'\\'\"'");
        assert_eq!(str_repr("a\n\t\\\x00\x7f"), "'a\\n\\t\\\\\\x00\\x7f'");
        assert_eq!(str_repr("中é\u{301}\u{a0}\u{200b}\u{10ffff}"), "'中é\u{301}\\xa0\\u200b\\U0010ffff'");
        assert_eq!(bytes_repr(b"a'\xff", false), "b\"a'\\xff\"");
        assert_eq!(ascii("'é中😀'"), "'\\xe9\\u4e2d\\U0001f600'");
    }
}

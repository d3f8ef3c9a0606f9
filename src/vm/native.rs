//! How Rust code is called from Python, and how it calls back.
//!
//! A `Plain` function returns its result. A `Flow` function may also ask the VM to go on with a call, or hand it a
//! Rust future that becomes a frame of its own: each `cx.call(f, args).await` in it is a Python call that can suspend
//! anywhere, and nothing recurses on the Rust stack. Coroutines written in Rust are such futures too: for them
//! `cx.await_(x).await` is Python's `await x`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::ops::Index;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use super::Vm;
use super::builtins::loops::Loop;
use super::exception::{Exc, PyResult};
use super::object::*;

/// A function in Rust.
#[derive(Clone, Copy)]
pub enum NativeFn {
    Plain(fn(&mut Vm, Args<'_>) -> PyResult),
    Flow(fn(&mut Vm, Args<'_>) -> PyResult<Flow>),
}

pub type Getter = fn(&mut Vm, &Value) -> PyResult;
/// The value to set, or `None` to delete.
pub type Setter = fn(&mut Vm, &Value, Option<Value>) -> PyResult<()>;

/// A frame written in Rust.
pub type NativeFuture = Pin<Box<dyn Future<Output = PyResult>>>;

/// What a native function gives the VM.
pub enum Flow {
    Value(Value),
    /// Its result is the result of this call.
    Call {
        callable: Value,
        args: CallArgs,
    },
    /// Its result is what the future returns.
    Future(NativeFuture),
    /// `generator.send` and `throw`: what it yields is the result; its return raises `StopIteration`.
    Resume {
        generator: Gc<Generator>,
        with: Resume,
    },
}

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Value(value)
    }
}

impl Flow {
    pub fn call(callable: Value, args: impl Into<CallArgs>) -> PyResult<Flow> {
        Ok(Flow::Call { callable, args: args.into() })
    }

    pub fn future(future: impl Future<Output = PyResult> + 'static) -> PyResult<Flow> {
        Ok(Flow::Future(Box::pin(future)))
    }
}

/// Arguments that are owned: positional ones, then the values of `names`.
#[derive(Clone, Default)]
pub struct CallArgs {
    pub values: Vec<Value>,
    /// A tuple of `str`: the keywords of the last values.
    pub names: Option<Gc<Tuple>>,
}

impl From<Vec<Value>> for CallArgs {
    fn from(values: Vec<Value>) -> CallArgs {
        CallArgs { values, names: None }
    }
}

impl<const N: usize> From<[Value; N]> for CallArgs {
    fn from(values: [Value; N]) -> CallArgs {
        CallArgs { values: values.into(), names: None }
    }
}

impl CallArgs {
    pub fn as_args(&self) -> Args<'_> {
        Args { values: &self.values, names: self.names.as_ref() }
    }
}

/// The arguments of a native call: positional ones (`self` or the class first), then keyword ones.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub values: &'a [Value],
    /// The keywords of the last values.
    pub names: Option<&'a Gc<Tuple>>,
}

impl Index<usize> for Args<'_> {
    type Output = Value;
    fn index(&self, index: usize) -> &Value {
        &self.values[index]
    }
}

impl<'a> Args<'a> {
    pub fn keyword_count(&self) -> usize {
        self.names.map_or(0, |names| names.items.len())
    }

    pub fn positional(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.keyword_count()]
    }

    /// The keyword arguments in order.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Gc<Str>, &'a Value)> {
        let start = self.values.len() - self.keyword_count();
        let names: &'a [Value] = self.names.map_or(&[], |names| &names.items);
        names.iter().map(|name| name.str().expect("keywords are str")).zip(&self.values[start..])
    }

    /// A positional argument, if it was given.
    pub fn get(&self, index: usize) -> Option<&'a Value> {
        self.positional().get(index)
    }

    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.keywords().find(|(n, _)| n.as_str() == name).map(|(_, v)| v)
    }

    /// Without the first `count` positional arguments.
    pub fn skip(&self, count: usize) -> Args<'a> {
        Args { values: &self.values[count..], names: self.names }
    }

    pub fn to_owned(&self) -> CallArgs {
        CallArgs { values: self.values.to_vec(), names: self.names.cloned() }
    }

    /// `set.copy`, `bytes.hex`: the method's name with the class of the object, where two classes share the function.
    fn of_class(&self, vm: &Vm, name: &str) -> String {
        match (name.split_once('.'), self.values.first()) {
            (Some(("set" | "bytes", method)), Some(this)) => {
                let class = match this.view() {
                    View::Class(class) => class.name(),
                    _ => vm.class_name(this.base()),
                };
                if class == "frozenset" || class == "bytearray" { format!("{class}.{method}") } else { name.to_owned() }
            }
            _ => name.to_owned(),
        }
    }

    /// `TypeError: f() takes no keyword arguments`.
    pub fn no_keywords(&self, vm: &mut Vm, name: &str) -> PyResult<()> {
        if self.keyword_count() > 0 {
            let name = self.of_class(vm, name);
            return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
        }
        Ok(())
    }

    /// The arguments after `self` of a method that takes one (`METH_O`); `name` is `list.append`.
    pub fn one(&self, vm: &mut Vm, name: &str) -> PyResult<&'a Value> {
        self.no_keywords(vm, name)?;
        match self.values {
            [_, value] => Ok(value),
            _ => {
                let given = self.values.len().saturating_sub(1);
                let name = self.of_class(vm, name);
                Err(vm.type_error(format!("{name}() takes exactly one argument ({given} given)")))
            }
        }
    }

    /// A method without arguments but `self` (`METH_NOARGS`).
    pub fn none(&self, vm: &mut Vm, name: &str) -> PyResult<()> {
        self.no_keywords(vm, name)?;
        if self.values.len() > 1 {
            let given = self.values.len() - 1;
            if super::builtins::text::is_slot_name(name.split_once('.').map_or(name, |(_, method)| method)) {
                return Err(vm.type_error(format!("expected 0 arguments, got {given}")));
            }
            let name = self.of_class(vm, name);
            return Err(vm.type_error(format!("{name}() takes no arguments ({given} given)")));
        }
        Ok(())
    }

    /// `PyArg_UnpackTuple`'s check of how many there are after the first `skip` (`self`).
    pub fn count(&self, vm: &mut Vm, name: &str, skip: usize, min: usize, max: usize) -> PyResult<()> {
        if self.keyword_count() > 0 {
            // Only this text names the method's class.
            let class = match self.values.first() {
                Some(this) if skip == 1 => match this.view() {
                    View::Class(class) if class.name.borrow().as_str() == name => String::new(),
                    View::Class(class) => class.name() + ".",
                    _ => vm.class_name(this.base()) + ".",
                },
                _ => String::new(),
            };
            return self.no_keywords(vm, &format!("{class}{name}"));
        }
        let given = self.values.len().saturating_sub(skip);
        if given >= min && given <= max {
            return Ok(());
        }
        let (word, wanted) = match (min == max, given < min) {
            (true, _) => ("", min),
            (false, true) => ("at least ", min),
            (false, false) => ("at most ", max),
        };
        let s = if wanted == 1 { "" } else { "s" };
        Err(vm.type_error(format!("{name} expected {word}{wanted} argument{s}, got {given}")))
    }

    /// Binds positional and keyword arguments to parameters; a missing one that is not required is `Unbound`. At most
    /// `max_positional` may be positional. Texts as Argument Clinic's. The arguments start at `self.values[0]`: use
    /// `skip(1)` in methods.
    pub fn bind<const N: usize>(
        &self,
        vm: &mut Vm,
        name: &str,
        params: [&str; N],
        required: usize,
        max_positional: usize,
    ) -> PyResult<[Value; N]> {
        let mut bound = [const { Value::Unbound }; N];
        let positional = self.positional();
        let given = positional.len() + self.keyword_count();
        if given > N && max_positional > 0 && (N > max_positional || self.keyword_count() > 0) {
            let (keyword, s) = (if positional.is_empty() { "keyword " } else { "" }, if N == 1 { "" } else { "s" });
            return Err(vm.type_error(format!("{name}() takes at most {N} {keyword}argument{s} ({given} given)")));
        }
        if positional.len() > max_positional {
            let (word, s) = (
                if required == max_positional { "exactly" } else { "at most" },
                if max_positional == 1 { "" } else { "s" },
            );
            let what = if max_positional < N { "positional " } else { "" };
            return Err(vm.type_error(if max_positional == 0 {
                format!("{name}() takes no positional arguments")
            } else {
                format!("{name}() takes {word} {max_positional} {what}argument{s} ({given} given)")
            }));
        }
        for (slot, value) in bound.iter_mut().zip(positional) {
            *slot = value.clone();
        }
        let (mut unknown, mut twice) = (None, None);
        for (keyword, value) in self.keywords() {
            match params.iter().position(|p| *p == keyword.as_str()) {
                Some(i) if bound[i].is_unbound() => bound[i] = value.clone(),
                Some(i) => twice = twice.or(Some(i)),
                None => unknown = unknown.or(Some(keyword)),
            }
        }
        if let Some(i) = (0..required).find(|&i| bound[i].is_unbound()) {
            return Err(vm.type_error(format!("{name}() missing required argument '{}' (pos {})", params[i], i + 1)));
        }
        if let Some(i) = twice {
            let text = format!("argument for {name}() given by name ('{}') and position ({})", params[i], i + 1);
            return Err(vm.type_error(text));
        }
        match unknown {
            Some(keyword) => Err(unexpected_keyword(vm, name, keyword.as_str(), &params)),
            None => Ok(bound),
        }
    }
}

impl<'a> Args<'a> {
    /// As `bind`, with the texts of a Python function: for what CPython has in Python. `name` is the qualified name; the
    /// first `skip` arguments (`self`) are positional ones that are not bound.
    pub fn bind_def<const N: usize>(
        &self,
        vm: &mut Vm,
        name: &str,
        skip: usize,
        params: [&str; N],
        required: usize,
        max_positional: usize,
    ) -> PyResult<[Value; N]> {
        let mut bound = [const { Value::Unbound }; N];
        match self.fill_def(name, skip, (&params, required, max_positional), &mut bound) {
            Ok(()) => Ok(bound),
            Err(text) => Err(vm.type_error(text)),
        }
    }

    fn fill_def(
        &self,
        name: &str,
        skip: usize,
        (params, required, max_positional): (&[&str], usize, usize),
        bound: &mut [Value],
    ) -> Result<(), String> {
        let given = self.positional().len();
        let positional = self.positional().get(skip..).unwrap_or_default();
        for (slot, value) in bound[..max_positional].iter_mut().zip(positional) {
            *slot = value.clone();
        }
        let mut keyword_only = 0;
        for (keyword, value) in self.keywords() {
            match params.iter().position(|p| *p == keyword.as_str()) {
                Some(i) if bound[i].is_unbound() => {
                    keyword_only += (i >= max_positional) as usize;
                    bound[i] = value.clone();
                }
                Some(i) => return Err(format!("{name}() got multiple values for argument '{}'", params[i])),
                None => return Err(unexpected_keyword_text(name, keyword.as_str(), params)),
            }
        }
        if positional.len() > max_positional {
            let (least, most) = (required.min(max_positional) + skip, max_positional + skip);
            let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
            let s = |n: usize| if n == 1 { "" } else { "s" };
            let plural = if least < most { "s" } else { s(most) };
            let (extra, verb) = match keyword_only {
                0 => (String::new(), if given == 1 { "was" } else { "were" }),
                n => (format!(" positional argument{} (and {n} keyword-only argument{})", s(given), s(n)), "were"),
            };
            return Err(format!("{name}() takes {takes} positional argument{plural} but {given}{extra} {verb} given"));
        }
        let missing: Vec<&str> = (0..required).filter(|&i| bound[i].is_unbound()).map(|i| params[i]).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let kind = if required > max_positional { "keyword-only" } else { "positional" };
        Err(super::run::call::missing_arguments(name, kind, &missing))
    }
}

/// `f() got an unexpected keyword argument 'x'`, with the parameter that was perhaps meant.
pub fn unexpected_keyword(vm: &mut Vm, function: &str, keyword: &str, params: &[&str]) -> Exc {
    vm.type_error(unexpected_keyword_text(function, keyword, params))
}

fn unexpected_keyword_text(function: &str, keyword: &str, params: &[&str]) -> String {
    let mut text = format!("{function}() got an unexpected keyword argument '{keyword}'");
    if let Some(near) = super::traceback::nearest(keyword, params.iter().copied()) {
        text.push_str(&format!(". Did you mean '{near}'?"));
    }
    text
}

/// Native state of an instance: an asyncio `Task`, a lock, a compiled pattern.
pub trait NativeObject: Any {
    /// Calls `visit` with values that it holds, each as often as it holds it; see `collect::children`.
    fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        let _ = visit;
    }

    /// Whether `finalize` wants to be called when the object dies (asked at that time).
    fn needs_finalizer(&self) -> bool {
        false
    }

    /// Runs when the last reference went; `this` is the object, alive again for the time being.
    fn finalize(&self, vm: &mut Vm, this: &Value) {
        let _ = (vm, this);
    }

    /// Lets go of what it told the collector of, as far as it can do without.
    fn clear(&self) {}
}

/// How a generator or coroutine is gone on with.
pub enum Resume {
    Send(Value),
    Throw(Exc),
}

/// What came of it.
pub enum Resumed {
    Yielded(Value),
    Returned(Value),
    Raised(Exc),
}

/// What a native frame asks of the VM.
pub enum Request {
    Call {
        callable: Value,
        args: CallArgs,
    },
    /// Goes on with a flow that some native function returned.
    Flow(Flow),
    /// One resumption of a generator or coroutine.
    Resume {
        generator: Gc<Generator>,
        with: Resume,
    },
    /// `await x`.
    Await(Value),
    /// Hands a value to whoever resumed this native generator or coroutine.
    Yield(Value),
    /// Raises it in whoever resumed this native generator, which can be resumed again.
    Raise(Exc),
    /// The next item of an iterator.
    Next(Value),
    /// The thread has nothing to do before this program time in ns (`None`: before it is woken by `Vm::unpark`).
    Park {
        until: Option<u64>,
    },
}

pub enum Response {
    Value(PyResult),
    Next(PyResult<Option<Value>>),
    Resumed(Resumed),
}

struct Mailbox {
    vm: Cell<*mut Vm>,
    request: RefCell<Option<Request>>,
    response: RefCell<Option<Response>>,
    held: Cell<Held>,
}

thread_local! {
    static MAILBOX: Mailbox = const {
        Mailbox {
            vm: Cell::new(std::ptr::null_mut()),
            request: RefCell::new(None),
            response: RefCell::new(None),
            held: Cell::new(Held([0; 2])),
        }
    };
}

/// What the native frame that was polled last said to hold while it waits.
pub(super) fn take_held() -> Held {
    MAILBOX.with(|mailbox| mailbox.held.take())
}

/// Runs a native frame until it asks for something or ends. The only place where native futures are polled.
pub(super) fn poll(vm: &mut Vm, future: &mut NativeFuture, response: Option<Response>) -> Result<PyResult, Request> {
    let (previous, result) = MAILBOX.with(|mailbox| {
        *mailbox.response.borrow_mut() = response;
        let previous = mailbox.vm.replace(vm);
        let result = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        (previous, result)
    });
    MAILBOX.with(|mailbox| {
        mailbox.vm.set(previous);
        match result {
            Poll::Ready(result) => Ok(result),
            Poll::Pending => Err(mailbox.request.take().expect("a native frame waits for nothing but the VM")),
        }
    })
}

/// A native frame's way to the VM. Only of use while the frame is polled.
#[derive(Clone, Copy)]
pub struct Cx;

/// The first poll posts the request, the second takes the response.
struct Ask(Option<Request>);

impl Future for Ask {
    type Output = Response;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Response> {
        MAILBOX.with(|mailbox| match self.0.take() {
            Some(request) => {
                *mailbox.request.borrow_mut() = Some(request);
                Poll::Pending
            }
            None => Poll::Ready(mailbox.response.take().expect("the VM polls again only with a response")),
        })
    }
}

impl Cx {
    /// Uses the VM. The closure must not run Python through `Cx`, and calls of this function do not nest.
    pub fn vm<R>(self, f: impl FnOnce(&mut Vm) -> R) -> R {
        let vm = MAILBOX.with(|mailbox| mailbox.vm.replace(std::ptr::null_mut()));
        assert!(!vm.is_null(), "Cx::vm is used in a poll, and does not nest");
        // The pointer came from the `&mut Vm` that `poll` holds and does not use meanwhile.
        let result = f(unsafe { &mut *vm });
        MAILBOX.with(|mailbox| mailbox.vm.set(vm));
        result
    }

    async fn value(self, request: Request) -> PyResult {
        match Ask(Some(request)).await {
            Response::Value(result) => result,
            Response::Next(_) | Response::Resumed(_) => unreachable!("the response fits the request"),
        }
    }

    /// Calls a Python callable.
    pub async fn call(self, callable: &Value, args: impl Into<CallArgs>) -> PyResult {
        self.value(Request::Call { callable: callable.clone(), args: args.into() }).await
    }

    /// Goes on with what a native function returned.
    pub async fn flow(self, flow: Flow) -> PyResult {
        match flow {
            Flow::Value(value) => Ok(value),
            flow => self.value(Request::Flow(flow)).await,
        }
    }

    /// `await awaitable`.
    pub async fn await_(self, awaitable: Value) -> PyResult {
        self.value(Request::Await(awaitable)).await
    }

    /// Before something is awaited: the frame has one reference to each of these meanwhile, and no more. So the collector
    /// can tell that nobody else has one.
    pub fn holding(self, objects: &[&Value]) {
        let mut held = Held::default();
        for (place, object) in held.0.iter_mut().zip(objects) {
            if let Value::Obj(obj) = object {
                *place = obj.address();
            }
        }
        MAILBOX.with(|mailbox| mailbox.held.set(held));
    }

    /// In a native generator or coroutine: yields, and returns what is sent or raises what is thrown.
    pub async fn yield_(self, value: Value) -> PyResult {
        self.value(Request::Yield(value)).await
    }

    /// In a native generator: raises, and returns when it is resumed.
    pub async fn raise(self, exc: Exc) -> PyResult {
        self.value(Request::Raise(exc)).await
    }

    /// The next item of an iterator, `None` at its end.
    pub async fn next(self, iterator: &Value) -> PyResult<Option<Value>> {
        if iterator.downcast::<Iter>().is_some()
            && let Some(result) = self.vm(|vm| vm.next_native(iterator))
        {
            return result;
        }
        match Ask(Some(Request::Next(iterator.clone()))).await {
            Response::Next(result) => result,
            Response::Value(_) | Response::Resumed(_) => unreachable!("the response fits the request"),
        }
    }

    /// `iter(iterable)`.
    pub async fn iter(self, iterable: &Value) -> PyResult {
        let flow = self.vm(|vm| vm.iter_flow(iterable))?;
        self.flow(flow).await
    }

    /// One step of a generator or coroutine.
    pub async fn resume(self, generator: &Gc<Generator>, with: Resume) -> Resumed {
        match Ask(Some(Request::Resume { generator: generator.clone(), with })).await {
            Response::Resumed(resumed) => resumed,
            Response::Value(Err(exc)) => Resumed::Raised(exc),
            Response::Value(Ok(_)) | Response::Next(_) => unreachable!("the response fits the request"),
        }
    }

    /// The thread sleeps until this program time, or until it is woken.
    pub async fn park(self, until: Option<u64>) -> PyResult<()> {
        self.value(Request::Park { until }).await.map(drop)
    }

    /// The items of any iterable.
    pub async fn collect(self, iterable: &Value) -> PyResult<Vec<Value>> {
        if let Some(items) = self.vm(|vm| vm.collect_native(iterable)) {
            return items;
        }
        let iterator = self.iter(iterable).await?;
        self.rest(iterator).await
    }

    /// What an iterator still has to give.
    pub async fn rest(self, iterator: Value) -> PyResult<Vec<Value>> {
        let list = self.run_loop(Loop::Collect, vec![iterator]).await?;
        let items = list.downcast::<List>().map(|list| list.items.take());
        Ok(items.unwrap_or_default())
    }

    /// Runs a loop of ours.
    pub async fn run_loop(self, which: Loop, args: Vec<Value>) -> PyResult {
        let flow = self.vm(|vm| vm.loop_flow(which, args))?;
        self.flow(flow).await
    }
}

//! The builtin classes, and the names that the VM itself looks up.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::dict::next_version;
use super::native::NativeFn;
use super::object::*;

macro_rules! names {
    ($($field:ident = $text:literal),* $(,)?) => {
        /// Interned names that the VM looks up.
        pub struct Names { $(pub $field: Gc<Str>),* }

        impl Names {
            pub(super) fn new(intern: &mut dyn FnMut(&str) -> Gc<Str>) -> Names {
                Names { $($field: intern($text)),* }
            }
        }
    };
}

names! {
    new = "__new__", init = "__init__", del = "__del__", call = "__call__", name = "__name__", qualname = "__qualname__",
    module = "__module__", doc = "__doc__", dict = "__dict__", class = "__class__", bases = "__bases__", mro = "__mro__",
    getattribute = "__getattribute__", getattr = "__getattr__", setattr = "__setattr__", delattr = "__delattr__",
    get = "__get__", set = "__set__", delete = "__delete__", set_name = "__set_name__",
    init_subclass = "__init_subclass__", class_getitem = "__class_getitem__", prepare = "__prepare__",
    instancecheck = "__instancecheck__", subclasscheck = "__subclasscheck__", subclasses = "__subclasses__",
    repr = "__repr__", str = "__str__", format = "__format__", bytes = "__bytes__", hash = "__hash__", bool = "__bool__",
    len = "__len__", length_hint = "__length_hint__", iter = "__iter__", next = "__next__", contains = "__contains__",
    reversed = "__reversed__", getitem = "__getitem__", setitem = "__setitem__", delitem = "__delitem__", missing = "__missing__",
    index = "__index__", int = "__int__", float = "__float__", complex = "__complex__", round = "__round__",
    trunc = "__trunc__", floor = "__floor__", ceil = "__ceil__", abs = "__abs__", neg = "__neg__", pos = "__pos__",
    invert = "__invert__", divmod = "__divmod__", rdivmod = "__rdivmod__",
    lt = "__lt__", le = "__le__", eq = "__eq__", ne = "__ne__", gt = "__gt__", ge = "__ge__",
    add = "__add__", sub = "__sub__", mul = "__mul__", matmul = "__matmul__", truediv = "__truediv__",
    floordiv = "__floordiv__", mod_ = "__mod__", pow = "__pow__", lshift = "__lshift__", rshift = "__rshift__",
    and = "__and__", or = "__or__", xor = "__xor__",
    radd = "__radd__", rsub = "__rsub__", rmul = "__rmul__", rmatmul = "__rmatmul__", rtruediv = "__rtruediv__",
    rfloordiv = "__rfloordiv__", rmod = "__rmod__", rpow = "__rpow__", rlshift = "__rlshift__", rrshift = "__rrshift__",
    rand = "__rand__", ror = "__ror__", rxor = "__rxor__",
    iadd = "__iadd__", isub = "__isub__", imul = "__imul__", imatmul = "__imatmul__", itruediv = "__itruediv__",
    ifloordiv = "__ifloordiv__", imod = "__imod__", ipow = "__ipow__", ilshift = "__ilshift__", irshift = "__irshift__",
    iand = "__iand__", ior = "__ior__", ixor = "__ixor__",
    enter = "__enter__", exit = "__exit__", aenter = "__aenter__", aexit = "__aexit__", await_ = "__await__",
    aiter = "__aiter__", anext = "__anext__", send = "send", throw = "throw", close = "close",
    slots = "__slots__", match_args = "__match_args__", classcell = "__classcell__", annotations = "__annotations__",
    static_attributes = "__static_attributes__", firstlineno = "__firstlineno__", type_params = "__type_params__",
    orig_bases = "__orig_bases__", mro_entries = "__mro_entries__", abstractmethods = "__abstractmethods__",
    isabstractmethod = "__isabstractmethod__", wrapped = "__wrapped__", defaults = "__defaults__",
    kwdefaults = "__kwdefaults__", code = "__code__", globals = "__globals__", closure = "__closure__", self_ = "__self__",
    func = "__func__", file = "__file__", builtins = "__builtins__", all = "__all__", notes = "__notes__",
    main = "__main__", dunder_dir = "__dir__", sizeof = "__sizeof__", reduce = "__reduce__", weakref = "__weakref__",
    debug = "__debug__", import = "__import__", args = "args", keys = "keys", value = "value", write = "write",
    msg = "msg", obj = "obj", path = "__path__", origin = "__origin__", dunder_args = "__args__",
}

macro_rules! types {
    ($($field:ident = $name:literal ($($base:ident)?) $layout:ident $subclassable:literal),* $(,)?) => {
        /// The builtin classes. Their methods are in their dicts.
        pub struct Types {
            $(pub $field: Gc<Class>),*
        }

        impl Types {
            pub(super) fn new() -> Types {
                $(let $field = builtin_class($name, &[$(&$base)?], Layout::$layout, $subclassable, None);)*
                let types = Types { $($field),* };
                types.mix_exception_group();
                types
            }

            /// All of them with their names.
            pub fn all(&self) -> Vec<&Gc<Class>> {
                vec![$(&self.$field),*]
            }
        }
    };
}

types! {
    object = "object" () Object true,
    type_ = "type" (object) Type true,
    int = "int" (object) Value true,
    bool = "bool" (int) Value false,
    float = "float" (object) Value true,
    complex = "complex" (object) Value true,
    str = "str" (object) Value true,
    bytes = "bytes" (object) Value true,
    bytearray = "bytearray" (object) Value true,
    tuple = "tuple" (object) Value true,
    list = "list" (object) Value true,
    dict = "dict" (object) Value true,
    set = "set" (object) Value true,
    frozenset = "frozenset" (object) Value true,
    range = "range" (object) Native false,
    slice = "slice" (object) Native false,
    none = "NoneType" (object) Native false,
    ellipsis = "ellipsis" (object) Native false,
    not_implemented = "NotImplementedType" (object) Native false,
    function = "function" (object) Native false,
    method = "method" (object) Native false,
    builtin_function = "builtin_function_or_method" (object) Native false,
    method_descriptor = "method_descriptor" (object) Native false,
    getset_descriptor = "getset_descriptor" (object) Native false,
    member_descriptor = "member_descriptor" (object) Native false,
    module = "module" (object) Native true,
    cell = "cell" (object) Native false,
    code = "code" (object) Native false,
    traceback = "traceback" (object) Native false,
    frame = "frame" (object) Native false,
    generator = "generator" (object) Native false,
    coroutine = "coroutine" (object) Native false,
    coroutine_wrapper = "coroutine_wrapper" (object) Native false,
    async_generator = "async_generator" (object) Native false,
    async_generator_asend = "async_generator_asend" (object) Native false,
    async_generator_athrow = "async_generator_athrow" (object) Native false,
    property = "property" (object) Value true,
    staticmethod = "staticmethod" (object) Value true,
    classmethod = "classmethod" (object) Value true,
    super_ = "super" (object) Native true,
    mappingproxy = "mappingproxy" (object) Native false,
    weakref = "ReferenceType" (object) Native true,
    generic_alias = "GenericAlias" (object) Native false,
    union_type = "UnionType" (object) Native false,
    dict_keys = "dict_keys" (object) Native false,
    dict_values = "dict_values" (object) Native false,
    dict_items = "dict_items" (object) Native false,
    list_iterator = "list_iterator" (object) Native false,
    list_reverseiterator = "list_reverseiterator" (object) Native false,
    tuple_iterator = "tuple_iterator" (object) Native false,
    range_iterator = "range_iterator" (object) Native false,
    str_iterator = "str_iterator" (object) Native false,
    str_ascii_iterator = "str_ascii_iterator" (object) Native false,
    bytes_iterator = "bytes_iterator" (object) Native false,
    bytearray_iterator = "bytearray_iterator" (object) Native false,
    set_iterator = "set_iterator" (object) Native false,
    dict_keyiterator = "dict_keyiterator" (object) Native false,
    dict_valueiterator = "dict_valueiterator" (object) Native false,
    dict_itemiterator = "dict_itemiterator" (object) Native false,
    dict_reversekeyiterator = "dict_reversekeyiterator" (object) Native false,
    dict_reversevalueiterator = "dict_reversevalueiterator" (object) Native false,
    dict_reverseitemiterator = "dict_reverseitemiterator" (object) Native false,
    callable_iterator = "callable_iterator" (object) Native false,
    iterator = "iterator" (object) Native false,
    enumerate = "enumerate" (object) Native true,
    zip = "zip" (object) Native true,
    map = "map" (object) Native true,
    filter = "filter" (object) Native true,
    reversed = "reversed" (object) Native true,
    base_exception = "BaseException" (object) Exception true,
    system_exit = "SystemExit" (base_exception) Exception true,
    keyboard_interrupt = "KeyboardInterrupt" (base_exception) Exception true,
    generator_exit = "GeneratorExit" (base_exception) Exception true,
    base_exception_group = "BaseExceptionGroup" (base_exception) Exception true,
    exception = "Exception" (base_exception) Exception true,
    exception_group = "ExceptionGroup" (base_exception_group) Exception true,
    stop_iteration = "StopIteration" (exception) Exception true,
    stop_async_iteration = "StopAsyncIteration" (exception) Exception true,
    arithmetic_error = "ArithmeticError" (exception) Exception true,
    floating_point_error = "FloatingPointError" (arithmetic_error) Exception true,
    overflow_error = "OverflowError" (arithmetic_error) Exception true,
    zero_division_error = "ZeroDivisionError" (arithmetic_error) Exception true,
    assertion_error = "AssertionError" (exception) Exception true,
    attribute_error = "AttributeError" (exception) Exception true,
    buffer_error = "BufferError" (exception) Exception true,
    eof_error = "EOFError" (exception) Exception true,
    import_error = "ImportError" (exception) Exception true,
    module_not_found_error = "ModuleNotFoundError" (import_error) Exception true,
    lookup_error = "LookupError" (exception) Exception true,
    index_error = "IndexError" (lookup_error) Exception true,
    key_error = "KeyError" (lookup_error) Exception true,
    memory_error = "MemoryError" (exception) Exception true,
    name_error = "NameError" (exception) Exception true,
    unbound_local_error = "UnboundLocalError" (name_error) Exception true,
    os_error = "OSError" (exception) Exception true,
    blocking_io_error = "BlockingIOError" (os_error) Exception true,
    child_process_error = "ChildProcessError" (os_error) Exception true,
    connection_error = "ConnectionError" (os_error) Exception true,
    broken_pipe_error = "BrokenPipeError" (connection_error) Exception true,
    connection_aborted_error = "ConnectionAbortedError" (connection_error) Exception true,
    connection_refused_error = "ConnectionRefusedError" (connection_error) Exception true,
    connection_reset_error = "ConnectionResetError" (connection_error) Exception true,
    file_exists_error = "FileExistsError" (os_error) Exception true,
    file_not_found_error = "FileNotFoundError" (os_error) Exception true,
    interrupted_error = "InterruptedError" (os_error) Exception true,
    is_a_directory_error = "IsADirectoryError" (os_error) Exception true,
    not_a_directory_error = "NotADirectoryError" (os_error) Exception true,
    permission_error = "PermissionError" (os_error) Exception true,
    process_lookup_error = "ProcessLookupError" (os_error) Exception true,
    timeout_error = "TimeoutError" (os_error) Exception true,
    reference_error = "ReferenceError" (exception) Exception true,
    runtime_error = "RuntimeError" (exception) Exception true,
    not_implemented_error = "NotImplementedError" (runtime_error) Exception true,
    recursion_error = "RecursionError" (runtime_error) Exception true,
    python_finalization_error = "PythonFinalizationError" (runtime_error) Exception true,
    syntax_error = "SyntaxError" (exception) Exception true,
    indentation_error = "IndentationError" (syntax_error) Exception true,
    tab_error = "TabError" (indentation_error) Exception true,
    system_error = "SystemError" (exception) Exception true,
    type_error = "TypeError" (exception) Exception true,
    value_error = "ValueError" (exception) Exception true,
    unicode_error = "UnicodeError" (value_error) Exception true,
    unicode_decode_error = "UnicodeDecodeError" (unicode_error) Exception true,
    unicode_encode_error = "UnicodeEncodeError" (unicode_error) Exception true,
    unicode_translate_error = "UnicodeTranslateError" (unicode_error) Exception true,
    warning = "Warning" (exception) Exception true,
    bytes_warning = "BytesWarning" (warning) Exception true,
    deprecation_warning = "DeprecationWarning" (warning) Exception true,
    encoding_warning = "EncodingWarning" (warning) Exception true,
    future_warning = "FutureWarning" (warning) Exception true,
    import_warning = "ImportWarning" (warning) Exception true,
    pending_deprecation_warning = "PendingDeprecationWarning" (warning) Exception true,
    resource_warning = "ResourceWarning" (warning) Exception true,
    runtime_warning = "RuntimeWarning" (warning) Exception true,
    syntax_warning = "SyntaxWarning" (warning) Exception true,
    unicode_warning = "UnicodeWarning" (warning) Exception true,
    user_warning = "UserWarning" (warning) Exception true,
}

impl Types {
    /// `class ExceptionGroup(BaseExceptionGroup, Exception)`: the only builtin class with two bases.
    fn mix_exception_group(&self) {
        let (group, exception) = (&self.exception_group, &self.exception);
        group.bases.borrow_mut().push(exception.clone());
        exception.subclasses.borrow_mut().push(group.address());
        let mro = [&self.base_exception_group, exception, &self.base_exception, &self.object].map(Gc::clone);
        *group.mro.borrow_mut() = Rc::new(mro);
    }
}

/// A class of ours with the given bases; the MRO is that of the first base (ours never need more).
pub fn builtin_class(
    name: &str,
    bases: &[&Gc<Class>],
    layout: Layout,
    subclassable: bool,
    new: Option<NativeFn>,
) -> Gc<Class> {
    let mro: Rc<[Gc<Class>]> = match bases.first() {
        Some(base) => std::iter::once((*base).clone()).chain(base.mro.borrow().iter().cloned()).collect(),
        None => Rc::new([]),
    };
    let class = Gc::new(Class {
        name: RefCell::new(name.into()),
        qualname: Slot::new(Value::from(name)),
        bases: RefCell::new(bases.iter().map(|b| (*b).clone()).collect()),
        mro: RefCell::new(mro),
        dict: Gc::new(Dict::new()),
        metaclass: RefCell::new(None),
        version: Cell::new(next_version()),
        layout,
        builtin: true,
        subclassable: Cell::new(subclassable),
        no_dict: Cell::new(layout == Layout::Value || (layout == Layout::Object && bases.is_empty())),
        has_finalizer: Cell::new(false),
        new: RefCell::new(new),
        subclasses: RefCell::default(),
        hooks: Cell::default(),
    });
    for base in bases {
        base.subclasses.borrow_mut().push(class.address());
    }
    class
}

impl Class {
    /// The class itself and its bases in method resolution order.
    pub fn mro_with_self(this: &Gc<Class>) -> Vec<Gc<Class>> {
        std::iter::once(this.clone()).chain(this.mro.borrow().iter().cloned()).collect()
    }

    /// An attribute of the class or of the first base that has it.
    pub fn lookup(&self, name: &Gc<Str>) -> Option<Value> {
        if let Some(value) = self.dict.get_str(name) {
            return Some(value);
        }
        let mro = self.mro.borrow();
        mro.iter().find_map(|base| base.dict.get_str(name))
    }

    /// Whether `__slots__` of the class names attributes.
    pub fn has_slots(&self) -> bool {
        self.dict.values().iter().any(|value| matches!(value.view(), View::MemberSlot(_)))
    }

    /// `issubclass` without hooks.
    pub fn is_subclass(this: &Gc<Class>, of: &Gc<Class>) -> bool {
        this.is(of) || this.mro.borrow().iter().any(|base| base.is(of))
    }

    /// The class changed: whatever was cached of it or of its subclasses no longer holds.
    pub fn changed(this: &Gc<Class>) {
        this.version.set(next_version());
        let subclasses = this.subclasses.borrow().clone();
        for address in subclasses {
            // A class takes its address out of its bases' lists when it dies.
            let subclass = unsafe { Gc::<Class>::from_address(address) };
            Class::changed(&subclass);
        }
    }

    pub fn name(&self) -> String {
        self.name.borrow().clone()
    }

    /// `__name__`: without the module, which messages name with classes that CPython has in C (`datetime.date`).
    pub fn short_name(&self) -> String {
        let name = self.name();
        let module = if name.contains('.') { self.dict.get_text("__module__") } else { None };
        let short = module.as_ref().and_then(Value::as_str).and_then(|m| name.strip_prefix(m)?.strip_prefix('.'));
        short.unwrap_or(&name).to_owned()
    }

    /// The constructor of this class or of the nearest base that has one.
    pub fn native_new(&self) -> Option<NativeFn> {
        let own = *self.new.borrow();
        own.or_else(|| self.mro.borrow().iter().find_map(|base| *base.new.borrow()))
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        // `self` lies inside its box; the address that the bases know is the box's.
        let dead = &raw const *self as usize;
        let bases = self.bases.get_mut();
        for base in bases.iter() {
            base.subclasses.borrow_mut().retain(|&address| Gc::<Class>::value_address(address) != dead);
        }
    }
}

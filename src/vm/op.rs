//! The instructions. Each variant says what it does to the value stack: `[before -> after]`, the top at the right.
//!
//! Jump targets are indices into the code's `ops`. `name`s index `Code::names`, `cache`s the inline caches.
//! Deref indices count through `cellvars` and then `freevars`.

/// A binary operator, in its plain and its in-place form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

/// The conversion of an f-string's field: `!s`, `!r`, `!a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// What is rarely done and needs no operand of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Intrinsic {
    /// `from m import *`. `[module -> ]`
    ImportStar,
    /// The exception to raise after all `except*` clauses ran, or None. `[original, list of raised and unmatched -> exc]`
    PrepReraiseStar,
    /// `T` of `def f[T]`. `[name -> typevar]`
    TypeVar,
    /// `*Ts`. `[name -> typevartuple]`
    TypeVarTuple,
    /// `**P`. `[name -> paramspec]`
    ParamSpec,
    /// `type X = …`. `[(name, type params or None, function that computes the value) -> alias]`
    TypeAlias,
    /// `Generic[T, …]` as a base of a generic class. `[tuple of type params -> base]`
    SubscriptGeneric,
    /// A `StopIteration` that leaves a generator, or `StopAsyncIteration` that leaves an async one, becomes
    /// `RuntimeError`. `[exc -> exc]`
    StopIterationError,
    /// Makes sure that the namespace has `__annotations__`. `[ -> ]`
    SetupAnnotations,
    /// The namespace of a class body. `[ -> locals]`
    LoadLocals,
    /// A set of the type parameters on a function. `[function, tuple -> function]`
    SetTypeParams,
}

impl Intrinsic {
    /// Whether the `typing` module does it.
    pub fn is_of_typing(self) -> bool {
        use Intrinsic::*;
        matches!(self, TypeVar | TypeVarTuple | ParamSpec | TypeAlias | SubscriptGeneric)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Nop,

    // The stack.
    /// `[x -> ]`
    Pop,
    /// Copies the `n`-th value from the top, 1 being the top itself. `[x … -> x … x]`
    Copy(u8),
    /// Exchanges the top with the `n`-th value from the top (2 is the one below it).
    Swap(u8),
    /// Pushes the mark "no value", which fills the `self` slot of a plain call. `[ -> unbound]`
    PushUnbound,

    // Names.
    /// `[ -> const]`
    LoadConst(u32),
    /// A small integer. `[ -> int]`
    LoadInt(i32),
    /// A local; `UnboundLocalError` if it has no value. `[ -> x]`
    LoadFast(u16),
    /// Two locals at once. `[ -> x, y]`
    LoadFastLoadFast(u16, u16),
    /// `[x -> ]`
    StoreFast(u16),
    /// `UnboundLocalError` if it has no value. `[ -> ]`
    DeleteFast(u16),
    /// Saves the local and leaves it unbound: the iteration variable of an inlined comprehension. `[ -> x or unbound]`
    LoadFastAndClear(u16),
    /// What `LoadFastAndClear` saved comes back, unbound too. `[x or unbound -> ]`
    RestoreFast(u16),
    /// Puts a new, empty cell into the slot: each run of a comprehension has its own variables. `[ -> ]`
    NewCell(u16),
    /// The cell itself, for a closure. `[ -> cell]`
    LoadCell(u16),
    /// The cell's value; `NameError`/`UnboundLocalError` if it is empty. `[ -> x]`
    LoadDeref(u16),
    /// `[x -> ]`
    StoreDeref(u16),
    /// `[ -> ]`
    DeleteDeref(u16),
    /// In a class body: the namespace first, then the cell. `name` is the variable's. `[ -> x]`
    LoadClassDeref {
        deref: u16,
        name: u32,
    },
    /// Module globals, then builtins. `[ -> x]`
    LoadGlobal {
        cache: u16,
        name: u32,
    },
    /// `[x -> ]`
    StoreGlobal(u32),
    /// `[ -> ]`
    DeleteGlobal(u32),
    /// In a class body: namespace, globals, builtins. `[ -> x]`
    LoadName(u32),
    /// In a class body. `[x -> ]`
    StoreName(u32),
    /// In a class body. `[ -> ]`
    DeleteName(u32),

    // Attributes and items.
    /// `[obj -> attr]`
    LoadAttr {
        cache: u16,
        name: u32,
    },
    /// For a call that follows: the function and its `self`, or the attribute and unbound. `[obj -> callable, self]`
    LoadMethod {
        cache: u16,
        name: u32,
    },
    /// `[value, obj -> ]`
    StoreAttr {
        cache: u16,
        name: u32,
    },
    /// `[obj -> ]`
    DeleteAttr(u32),
    /// `[obj, key -> item]`
    LoadItem,
    /// `[value, obj, key -> ]`
    StoreItem,
    /// `[obj, key -> ]`
    DeleteItem,

    // Operators.
    /// `[a, b -> a op b]`
    Binary(BinOp),
    /// `[a, b -> a op= b]`
    InPlace(BinOp),
    /// `[a, b -> a cmp b]`
    Compare(CmpOp),
    /// `is`, or `is not`. `[a, b -> bool]`
    Is {
        not: bool,
    },
    /// `a in b`, or `not in`. `[a, b -> bool]`
    Contains {
        not: bool,
    },
    /// `[a -> -a]`
    Negative,
    /// `[a -> +a]`
    Positive,
    /// `[a -> ~a]`
    Invert,
    /// `[a -> not a]`
    Not,

    // Building.
    /// `[x1 … xn -> tuple]`
    BuildTuple(u32),
    /// `[x1 … xn -> list]`
    BuildList(u32),
    /// `[x1 … xn -> set]`
    BuildSet(u32),
    /// `[k1, v1 … kn, vn -> dict]`
    BuildMap(u32),
    /// `[s1 … sn -> str]`, all of them `str` already.
    BuildString(u32),
    /// `n` is 2 or 3. `[start, stop (, step) -> slice]`
    BuildSlice(u8),
    /// Appends the top to the list that is then `depth` from the top, 1 being the top. `[… list … x -> … list …]`
    ListAppend(u8),
    /// `[… set … x -> … set …]`
    SetAdd(u8),
    /// `[… dict … key, value -> … dict …]`
    MapAdd(u8),
    /// `[list, iterable -> list]`; `Value after * must be an iterable, not X`.
    ListExtend,
    /// `f(*iterable)`, where that is the only positional argument: as `ListExtend`, with a message that names the
    /// function. `[callable, unbound, list, iterable -> callable, unbound, list]`
    ArgsExtend,
    /// `[set, iterable -> set]`
    SetUpdate,
    /// `{**mapping}`. `[dict, mapping -> dict]`; `'X' object is not a mapping`.
    DictUpdate,
    /// `f(**mapping)`: as `DictUpdate`, and a repeated key is a `TypeError` that names the function.
    /// `[callable, unbound, args, dict, mapping -> callable, unbound, args, dict]`
    DictMerge,
    /// `[list -> tuple]`
    ListToTuple,
    /// Pushes the items so that the first is on top. `[seq -> xn … x1]`
    UnpackSequence(u32),
    /// `a, *b, c = seq`: `before` names, a list, `after` names; the first on top. `[seq -> … list … x1]`
    UnpackEx {
        before: u16,
        after: u32,
    },
    /// A field of an f-string. `[value (, spec) -> str]`
    Format {
        conversion: Conversion,
        has_spec: bool,
    },

    // Flow.
    Jump(u32),
    /// `[x -> ]`
    PopJumpIfFalse(u32),
    /// `[x -> ]`
    PopJumpIfTrue(u32),
    /// `[x -> ]`
    PopJumpIfNone(u32),
    /// `[x -> ]`
    PopJumpIfNotNone(u32),
    /// `and`: jumps with the value, or pops it. `[x -> x]` or `[x -> ]`
    JumpIfFalseOrPop(u32),
    /// `or`. `[x -> x]` or `[x -> ]`
    JumpIfTrueOrPop(u32),
    /// `[x -> iterator]`
    GetIter,
    /// The next item, or pops the iterator and jumps. `[iterator -> iterator, item]` or `[iterator -> ]`
    ForIter(u32),

    // Calls. The stack holds the callable, its `self` or unbound, and the arguments.
    /// `[callable, self, a1 … an -> result]`
    Call(u32),
    /// `names` is a constant: the tuple of the last arguments' keywords. `[callable, self, a1 … an -> result]`
    CallKw {
        argc: u16,
        names: u32,
    },
    /// `f(*args, **kwargs)`. `[callable, unbound, tuple (, dict) -> result]`
    CallEx {
        has_kwargs: bool,
    },
    /// Flags: 1 a tuple of defaults, 2 a dict of keyword defaults, 4 a dict of annotations, 8 a tuple of cells,
    /// each on the stack if its bit is set, in this order. `[(defaults), (kwdefaults), (annotations), (closure), code -> function]`
    MakeFunction(u8),
    /// `__build_class__`, to be called with a function, a name, bases and keywords. `[ -> builtin]`
    LoadBuildClass,
    /// Leaves the frame with the top. In a generator it ends it. `[x -> ]`
    Return,

    // Generators, coroutines, await.
    /// Suspends the frame; when it is resumed, what was sent is on top. `[x -> sent]`
    Yield,
    /// `await x`: `__await__`'s iterator, a coroutine as it is; `TypeError` texts of `await`, or of
    /// `async with`'s `__aenter__`/`__aexit__` (`context` 1, 2). `[awaitable -> iterator]`
    GetAwaitable {
        context: u8,
    },
    /// `yield from x`. `[iterable -> iterator]`
    GetYieldFromIter,
    /// Sends the top into the iterator below it. While that yields, this frame yields the same and stays here; its
    /// return value ends it. A `throw` into the suspended frame goes to the iterator. `[iterator, value -> result]`
    Send,
    /// `[x -> async iterator]`
    GetAIter,
    /// The awaitable of the next item, already an iterator for `Send`. `[aiter -> aiter, iterator]`
    GetANext,
    /// The end of `async for`: if the exception is `StopAsyncIteration`, both go; else it is raised again. Stands at a
    /// handler's target, before any `PushExcInfo`. `[aiter, exc -> ]`
    EndAsyncFor,

    // Exceptions. A handler starts with the stack cut to its depth and the exception pushed.
    /// The exception becomes the one that is handled. `[exc -> previous, exc]`
    PushExcInfo,
    /// What was handled before is handled again. `[previous -> ]`
    PopExcept,
    /// Whether the exception matches a class or a tuple of classes. `[exc, classes -> exc, bool]`
    CheckExcMatch,
    /// `except*`: splits; None for an empty half. `[exc, classes -> rest, match]`
    CheckEgMatch,
    /// `raise`, `raise x`, `raise x from y` by the number of values.
    Raise(u8),
    /// Raises the top again; the traceback does not gain an entry for this frame. `[exc -> ]`
    Reraise,
    /// `[ -> AssertionError]`
    LoadAssertionError,

    // `with`.
    /// Looks up both methods on the type. The next instruction calls the upper pair with no arguments.
    /// `[manager -> exit, self, enter, self]`
    BeforeWith {
        is_async: bool,
    },
    /// `async with` has entered its manager, or left it: the host hears of it. When it is entered, the stack holds
    /// `[exit, its self or unbound, result]`. `[ -> ]`
    AsyncContext {
        entered: bool,
    },
    /// Calls the exit method with the exception's type, itself and its traceback.
    /// `[exit, self, previous, exc -> exit, self, previous, exc, result]`
    WithExceptStart,

    // `match`.
    /// `[subject -> subject, length]`
    GetLen,
    /// `[subject -> subject, bool]`
    MatchSequence,
    /// `[subject -> subject, bool]`
    MatchMapping,
    /// `[subject, keys -> subject, keys, tuple of values or None]`
    MatchKeys,
    /// `count` positional patterns; `names` the tuple of the keyword ones. `[subject, class, names -> tuple or None]`
    MatchClass(u32),

    // Modules.
    /// `[level, fromlist -> module]`
    ImportName(u32),
    /// `[module -> module, attr]`
    ImportFrom(u32),

    Intrinsic(Intrinsic),
}

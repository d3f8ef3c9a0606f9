//! Which scope each name belongs to: CPython's symbol table (`Python/symtable.c`).
//!
//! A first pass over the tree records what each block does with each name; a second one decides, from the outermost
//! block inwards, whether a name is local, shared with inner functions, taken from an outer function, or global.
//!
//! Two kinds of scope have no code of their own and live in the frame of the block around them: comprehensions
//! (PEP 709) and type parameters (PEP 695, simplified: CPython makes a function of them). Names that such a scope
//! does not bind mean what they mean in the block around it.

use std::collections::{BTreeSet, HashMap, HashSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt, TypeParam};
use ruff_text_size::{Ranged, TextRange};

use super::SyntaxError;
use super::source::Source;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ScopeId(u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    Generator,
    /// A list, set or dict comprehension, inlined.
    Comprehension,
    /// The type parameters of a function, a class or an alias, inlined.
    TypeParams,
    /// The value of a `type` statement: a function.
    TypeAlias,
}

impl ScopeKind {
    fn is_inline(self) -> bool {
        matches!(self, ScopeKind::Comprehension | ScopeKind::TypeParams)
    }

    fn is_comprehension(self) -> bool {
        matches!(self, ScopeKind::Comprehension | ScopeKind::Generator)
    }
}

/// Where a name's value lives, as seen from its scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolution {
    Local,
    /// Local, and shared with inner functions.
    Cell,
    /// An outer function's.
    Free,
    /// Said by a `global` statement.
    GlobalExplicit,
    GlobalImplicit,
}

/// What a block does with a name. Bits, as in symtable.c.
mod flag {
    pub const GLOBAL: u16 = 1;
    pub const NONLOCAL: u16 = 1 << 1;
    pub const LOCAL: u16 = 1 << 2;
    pub const PARAM: u16 = 1 << 3;
    pub const USED: u16 = 1 << 4;
    pub const IMPORT: u16 = 1 << 5;
    pub const ANNOTATED: u16 = 1 << 6;
    pub const ITERATION: u16 = 1 << 7;
    pub const DELETED: u16 = 1 << 8;
    pub const TYPE_PARAM: u16 = 1 << 9;
    /// A free variable that passes through a class which binds the same name.
    pub const FREE_CLASS: u16 = 1 << 10;
    pub const BOUND: u16 = LOCAL | PARAM | IMPORT;
}

#[derive(Debug)]
struct Symbol {
    flags: u16,
    resolution: Resolution,
    /// The `global` or `nonlocal` statement's name, for messages.
    directive: Option<TextRange>,
}

impl Default for Symbol {
    fn default() -> Symbol {
        Symbol { flags: 0, resolution: Resolution::GlobalImplicit, directive: None }
    }
}

#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    children: Vec<ScopeId>,
    symbols: HashMap<String, Symbol>,
    /// The parameters, mangled, in the order of their slots.
    params: Vec<String>,
    /// The symbols in the order of their first mention, for the order of messages.
    order: Vec<String>,
    pub is_async: bool,
    /// Has `yield`.
    pub is_generator: bool,
    /// Has `await`, `async for` in a comprehension, …: a generator expression with it is asynchronous.
    pub has_await: bool,
    /// A class whose methods use `__class__` or `super`.
    pub needs_class_cell: bool,
    /// Inside a function, at any distance.
    pub is_nested: bool,
    /// In the iterable of a comprehension, where `:=` is forbidden.
    iterable_depth: u32,
    /// What messages call a comprehension: `list comprehension`, …
    word: &'static str,
}

/// A key that finds a node's scope again: the kind and where the node stands.
type NodeKey = (ScopeKind, TextRange);

pub(super) struct SymbolTable {
    scopes: Vec<Scope>,
    by_node: HashMap<NodeKey, ScopeId>,
}

/// `__x` in class `_C` is `_C__x`.
pub(super) fn mangle(private: Option<&str>, name: &str) -> String {
    if let Some(class) = private
        && name.starts_with("__")
        && !name.ends_with("__")
        && !name.contains('.')
    {
        let class = class.trim_start_matches('_');
        if !class.is_empty() {
            return format!("_{class}{name}");
        }
    }
    name.to_string()
}

impl SymbolTable {
    pub const MODULE: ScopeId = ScopeId(0);

    /// Builds and analyses the table of a module.
    pub fn build(source: &Source, body: &[Stmt], future_annotations: bool) -> Result<SymbolTable, Box<SyntaxError>> {
        let mut builder = Builder {
            source,
            table: SymbolTable { scopes: Vec::new(), by_node: HashMap::new() },
            current: SymbolTable::MODULE,
            private: None,
            future_annotations,
            error: None,
        };
        builder.enter(ScopeKind::Module, TextRange::default());
        builder.visit_body(body);
        if let Some(error) = builder.error {
            return Err(error);
        }
        let mut table = builder.table;
        table.hoist(SymbolTable::MODULE);
        table.analyze(source, SymbolTable::MODULE, &HashSet::new(), &HashSet::new())?;
        Ok(table)
    }

    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    /// The scope of the node at `range`.
    pub fn of_node(&self, kind: ScopeKind, range: TextRange) -> ScopeId {
        self.by_node[&(kind, range)]
    }

    /// The scope that decides what the (mangled) name means in `scope`, and its decision.
    pub fn resolve(&self, scope: ScopeId, name: &str) -> (ScopeId, Resolution) {
        let mut id = scope;
        loop {
            let scope = self.scope(id);
            let symbol = scope.symbols.get(name);
            if self.is_pass_through(id) && symbol.is_none_or(|s| s.flags & flag::BOUND == 0) {
                id = scope.parent.expect("an inline scope has a block around it");
                continue;
            }
            return (id, symbol.map_or(Resolution::GlobalImplicit, |s| s.resolution));
        }
    }

    /// Whether names that the scope does not bind mean what they mean in the block around it. Not so for a
    /// comprehension in a class body, which does not see the class's names.
    fn is_pass_through(&self, id: ScopeId) -> bool {
        let scope = self.scope(id);
        match scope.kind {
            ScopeKind::TypeParams => true,
            ScopeKind::Comprehension => scope.parent.is_some_and(|parent| self.scope(parent).kind != ScopeKind::Class),
            _ => false,
        }
    }

    /// The names that a block with code of its own takes from outer functions, sorted.
    pub fn free_names(&self, id: ScopeId) -> Vec<String> {
        let names: BTreeSet<&String> = self
            .scope(id)
            .symbols
            .iter()
            .filter(|(_, s)| s.resolution == Resolution::Free || s.flags & flag::FREE_CLASS != 0)
            .map(|(name, _)| name)
            .collect();
        names.into_iter().cloned().collect()
    }

    /// The variables of a block's frame that live in cells: its own and those of the scopes inlined in it.
    pub fn cells(&self, id: ScopeId) -> Vec<(ScopeId, String)> {
        let scope = self.scope(id);
        let mut own: Vec<String> = scope
            .symbols
            .iter()
            .filter(|(_, s)| s.resolution == Resolution::Cell)
            .map(|(name, _)| name.clone())
            .collect();
        if scope.needs_class_cell {
            own.push("__class__".to_string());
        }
        // Parameters come first, in their order, the others by name.
        let order = |name: &String| scope.params.iter().position(|param| param == name).unwrap_or(usize::MAX);
        own.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.cmp(b)));
        let mut cells: Vec<_> = own.into_iter().map(|name| (id, name)).collect();
        for &child in &scope.children {
            if self.scope(child).kind.is_inline() {
                cells.extend(self.cells(child));
            }
        }
        cells
    }

    /// The variables that an inlined comprehension binds, in the order of their first mention.
    pub fn bound_names(&self, id: ScopeId) -> Vec<(String, Resolution)> {
        let scope = self.scope(id);
        let bound = |name: &&String| scope.symbols[*name].flags & flag::BOUND != 0;
        scope.order.iter().filter(bound).map(|name| (name.clone(), scope.symbols[name].resolution)).collect()
    }

    /// A name that a module's `import` binds.
    pub fn is_imported_in_module(&self, name: &str) -> bool {
        let module = self.scope(SymbolTable::MODULE);
        module.symbols.get(name).is_some_and(|s| s.flags & flag::IMPORT != 0)
    }

    /// Uses of names that a scope without code of its own does not bind become uses of the block around it.
    fn hoist(&mut self, id: ScopeId) {
        for child in self.scope(id).children.clone() {
            self.hoist(child);
            if !self.is_pass_through(child) {
                continue;
            }
            let used: Vec<String> = self.scope(child).order.clone();
            for name in used {
                if self.scope(child).symbols[&name].flags & flag::BOUND == 0 {
                    self.add(id, &name, flag::USED);
                }
            }
        }
    }

    fn add(&mut self, id: ScopeId, name: &str, flags: u16) {
        let scope = &mut self.scopes[id.0 as usize];
        if let Some(symbol) = scope.symbols.get_mut(name) {
            symbol.flags |= flags;
        } else {
            scope.symbols.insert(name.to_string(), Symbol { flags, ..Symbol::default() });
            scope.order.push(name.to_string());
        }
    }

    /// Decides what the names of a scope and of all inside it mean. `bound` are the variables of the functions
    /// around it, `globals` the names that one of them declared global. Returns the names that the scope and those
    /// inside take from outside.
    fn analyze(
        &mut self,
        source: &Source,
        id: ScopeId,
        bound: &HashSet<String>,
        globals: &HashSet<String>,
    ) -> Result<HashSet<String>, Box<SyntaxError>> {
        let kind = self.scope(id).kind;
        let pass_through = self.is_pass_through(id);
        let mut bound = bound.clone();
        let mut globals = globals.clone();
        let mut inner_bound = if kind == ScopeKind::Class { bound.clone() } else { HashSet::new() };
        let inner_globals = globals.clone();
        let mut local = HashSet::new();
        let mut free = HashSet::new();
        for name in self.scope(id).order.clone() {
            let symbol = &self.scope(id).symbols[&name];
            let (flags, directive) = (symbol.flags, symbol.directive);
            let resolution = if flags & flag::GLOBAL != 0 {
                if flags & flag::NONLOCAL != 0 {
                    let message = format!("name '{name}' is nonlocal and global");
                    return Err(source.error(message, directive.unwrap_or_default()));
                }
                globals.insert(name.clone());
                bound.remove(&name);
                Resolution::GlobalExplicit
            } else if flags & flag::NONLOCAL != 0 {
                if !bound.contains(&name) {
                    let message = format!("no binding for nonlocal '{name}' found");
                    return Err(source.error(message, directive.unwrap_or_default()));
                }
                free.insert(name.clone());
                Resolution::Free
            } else if flags & flag::BOUND != 0 {
                local.insert(name.clone());
                globals.remove(&name);
                Resolution::Local
            } else if pass_through {
                continue;
            } else if bound.contains(&name) {
                free.insert(name.clone());
                Resolution::Free
            } else {
                Resolution::GlobalImplicit
            };
            self.symbol(id, &name).resolution = resolution;
        }
        let inner_globals = if kind == ScopeKind::Class { inner_globals } else { globals };
        match kind {
            ScopeKind::Class => {
                inner_bound.insert("__class__".to_string());
            }
            ScopeKind::Module => {}
            _ => {
                inner_bound.extend(local.iter().cloned());
                inner_bound.extend(bound);
            }
        }
        let mut inner_free = HashSet::new();
        for child in self.scope(id).children.clone() {
            inner_free.extend(self.analyze(source, child, &inner_bound, &inner_globals)?);
        }
        match kind {
            ScopeKind::Class => {
                self.scopes[id.0 as usize].needs_class_cell = inner_free.remove("__class__");
            }
            ScopeKind::Module => {}
            _ => {
                for name in &local {
                    // A type parameter is always in a cell, so that it takes no local of the block around it.
                    if inner_free.remove(name) || kind == ScopeKind::TypeParams {
                        self.symbol(id, name).resolution = Resolution::Cell;
                    }
                }
            }
        }
        for name in &inner_free {
            if pass_through {
                continue;
            }
            // The class's own name, or one it calls global, is not what its functions mean.
            let is_global = |s: &Symbol| s.resolution == Resolution::GlobalExplicit;
            let says_global = self.scope(id).symbols.get(name).is_some_and(is_global);
            if kind == ScopeKind::Class && (local.contains(name) || says_global) {
                self.symbol(id, name).flags |= flag::FREE_CLASS;
            } else {
                self.add(id, name, 0);
                let symbol = self.symbol(id, name);
                if symbol.resolution != Resolution::GlobalExplicit {
                    symbol.resolution = Resolution::Free;
                }
            }
        }
        free.extend(inner_free);
        Ok(free)
    }

    fn symbol(&mut self, id: ScopeId, name: &str) -> &mut Symbol {
        self.scopes[id.0 as usize].symbols.get_mut(name).expect("the name was recorded in this scope")
    }
}

/// The first pass.
struct Builder<'a> {
    source: &'a Source<'a>,
    table: SymbolTable,
    current: ScopeId,
    private: Option<String>,
    future_annotations: bool,
    /// The first fault; nothing is visited after it.
    error: Option<Box<SyntaxError>>,
}

impl Builder<'_> {
    fn enter(&mut self, kind: ScopeKind, range: TextRange) -> ScopeId {
        let id = ScopeId(self.table.scopes.len() as u32);
        let parent = if id == SymbolTable::MODULE { None } else { Some(self.current) };
        let is_nested = parent.is_some_and(|parent| {
            let parent = self.table.scope(parent);
            parent.is_nested || !matches!(parent.kind, ScopeKind::Module | ScopeKind::Class | ScopeKind::TypeParams)
        });
        let iterable_depth = parent
            .map_or(0, |parent| if kind.is_comprehension() { self.table.scope(parent).iterable_depth } else { 0 });
        self.table.scopes.push(Scope {
            kind,
            parent,
            children: Vec::new(),
            symbols: HashMap::new(),
            order: Vec::new(),
            params: Vec::new(),
            is_async: false,
            is_generator: false,
            has_await: false,
            needs_class_cell: false,
            is_nested,
            iterable_depth,
            word: "",
        });
        if let Some(parent) = parent {
            self.table.scopes[parent.0 as usize].children.push(id);
        }
        self.table.by_node.insert((kind, range), id);
        self.current = id;
        id
    }

    fn leave(&mut self) {
        self.current = self.scope().parent.expect("enter and leave come in pairs");
    }

    fn scope(&self) -> &Scope {
        self.table.scope(self.current)
    }

    fn scope_mut(&mut self) -> &mut Scope {
        &mut self.table.scopes[self.current.0 as usize]
    }

    fn fail(&mut self, message: impl Into<String>, range: TextRange) {
        if self.error.is_none() {
            self.error = Some(self.source.error(message, range));
        }
    }

    fn mangle(&self, name: &str) -> String {
        mangle(self.private.as_deref(), name)
    }

    fn flags(&self, name: &str) -> u16 {
        self.scope().symbols.get(name).map_or(0, |s| s.flags)
    }

    /// Records what the current scope does with a name.
    fn define(&mut self, name: &str, flags: u16, range: TextRange) {
        let name = self.mangle(name);
        let before = self.flags(&name);
        if flags & flag::PARAM != 0 && before & flag::PARAM != 0 {
            self.fail(format!("duplicate argument '{name}' in function definition"), range);
            return;
        }
        if flags & flag::TYPE_PARAM != 0 && before & flag::TYPE_PARAM != 0 {
            self.fail(format!("duplicate type parameter '{name}'"), range);
            return;
        }
        if flags & flag::PARAM != 0 {
            self.scope_mut().params.push(name.clone());
        }
        let mut flags = flags;
        if self.scope().kind.is_comprehension() && flags & flag::ITERATION != 0 {
            if before & (flag::GLOBAL | flag::NONLOCAL) != 0 {
                let message = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                self.fail(message, range);
                return;
            }
            flags |= flag::LOCAL;
        }
        self.table.add(self.current, &name, flags);
        if flags & flag::GLOBAL != 0 {
            self.table.add(SymbolTable::MODULE, &name, flag::GLOBAL);
        }
    }

    /// A name that is assigned: in a comprehension only its targets are.
    fn assign(&mut self, name: &str, range: TextRange) {
        self.define(name, flag::LOCAL, range);
    }

    /// `:=` in a comprehension binds in the block around all comprehensions.
    fn extend_named_scope(&mut self, name: &str, range: TextRange) {
        let name = self.mangle(name);
        let mut id = self.current;
        let mut passed = Vec::new();
        loop {
            let scope = self.table.scope(id);
            let flags = scope.symbols.get(&name).map_or(0, |s| s.flags);
            match scope.kind {
                ScopeKind::Comprehension | ScopeKind::Generator => {
                    if flags & flag::ITERATION != 0 {
                        let message =
                            format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                        self.fail(message, range);
                        return;
                    }
                    passed.push(id);
                }
                ScopeKind::Function | ScopeKind::Lambda => {
                    let directive = if flags & flag::GLOBAL != 0 { flag::GLOBAL } else { flag::NONLOCAL };
                    for passed in passed {
                        self.mark_named(passed, &name, directive, range);
                    }
                    if flags & (flag::GLOBAL | flag::NONLOCAL) == 0 {
                        self.table.add(id, &name, flag::LOCAL);
                    }
                    return;
                }
                ScopeKind::Module => {
                    for passed in passed {
                        self.mark_named(passed, &name, flag::GLOBAL, range);
                    }
                    self.table.add(id, &name, flag::GLOBAL);
                    return;
                }
                ScopeKind::Class => {
                    let message = "assignment expression within a comprehension cannot be used in a class body";
                    self.fail(message, range);
                    return;
                }
                ScopeKind::TypeParams | ScopeKind::TypeAlias => {
                    let message = "assignment expression within a comprehension cannot be used within the definition \
                                   of a generic";
                    self.fail(message, range);
                    return;
                }
            }
            id = scope.parent.expect("a comprehension has a block around it");
        }
    }

    /// What `:=` binds outside, seen from a comprehension between. An inlined one sees it without being told.
    fn mark_named(&mut self, id: ScopeId, name: &str, directive: u16, range: TextRange) {
        if self.table.scope(id).kind == ScopeKind::Generator {
            self.table.add(id, name, directive);
            self.table.symbol(id, name).directive = Some(range);
        } else {
            self.table.add(id, name, flag::USED);
        }
    }

    fn visit_function(
        &mut self,
        kind: ScopeKind,
        range: TextRange,
        parameters: Option<&ast::Parameters>,
        is_async: bool,
        body: impl FnOnce(&mut Self),
    ) {
        self.enter(kind, range);
        self.scope_mut().is_async = is_async;
        if let Some(parameters) = parameters {
            let positional = parameters.posonlyargs.iter().chain(&*parameters.args);
            for parameter in positional.chain(&*parameters.kwonlyargs).map(|p| &p.parameter) {
                self.define(&parameter.name, flag::PARAM, parameter.range);
            }
            for parameter in parameters.vararg.iter().chain(&parameters.kwarg) {
                self.define(&parameter.name, flag::PARAM, parameter.range);
            }
        }
        body(self);
        self.leave();
    }

    fn visit_defaults(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn visit_signature_annotations(&mut self, parameters: &ast::Parameters, returns: Option<&Expr>) {
        if self.future_annotations {
            return;
        }
        for parameter in parameters {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
        if let Some(returns) = returns {
            self.visit_expr(returns);
        }
    }

    /// Enters the scope of type parameters, if there are any.
    fn enter_type_params(&mut self, params: Option<&ast::TypeParams>) -> bool {
        let Some(params) = params else { return false };
        self.enter(ScopeKind::TypeParams, params.range);
        for param in &params.type_params {
            let name = match param {
                TypeParam::TypeVar(p) => &p.name,
                TypeParam::TypeVarTuple(p) => &p.name,
                TypeParam::ParamSpec(p) => &p.name,
            };
            self.define(name, flag::TYPE_PARAM | flag::LOCAL, name.range);
            match param {
                TypeParam::TypeVar(p) => {
                    if let Some(bound) = p.bound.as_deref() {
                        let is_tuple = bound.is_tuple_expr();
                        self.forbid(bound, if is_tuple { "a TypeVar constraint" } else { "a TypeVar bound" });
                    }
                    self.forbid_in_default(p.default.as_deref(), "a TypeVar default");
                }
                TypeParam::TypeVarTuple(p) => self.forbid_in_default(p.default.as_deref(), "a TypeVarTuple default"),
                TypeParam::ParamSpec(p) => self.forbid_in_default(p.default.as_deref(), "a ParamSpec default"),
            }
        }
        true
    }

    fn forbid_in_default(&mut self, default: Option<&Expr>, place: &str) {
        if let Some(default) = default {
            self.forbid(default, place);
        }
    }

    /// `:=`, `yield` and `await` are no part of type parameters and aliases.
    fn forbid(&mut self, expr: &Expr, place: &str) {
        let mut finder = Finder(None);
        finder.visit_expr(expr);
        if let Some((what, range)) = finder.0 {
            self.fail(format!("{what} expression cannot be used within {place}"), range);
        }
    }

    fn visit_comprehension_scope(
        &mut self,
        (kind, word): (ScopeKind, &'static str),
        range: TextRange,
        generators: &[ast::Comprehension],
        elements: &[&Expr],
    ) {
        let Some(first) = generators.first() else { return };
        self.scope_mut().iterable_depth += 1;
        self.visit_expr(&first.iter);
        self.scope_mut().iterable_depth -= 1;
        self.enter(kind, range);
        self.scope_mut().word = word;
        let mut is_async = false;
        for (i, generator) in generators.iter().enumerate() {
            self.visit_targets(&generator.target);
            if i > 0 {
                self.scope_mut().iterable_depth += 1;
                self.visit_expr(&generator.iter);
                self.scope_mut().iterable_depth -= 1;
            }
            for condition in &generator.ifs {
                self.visit_expr(condition);
            }
            is_async |= generator.is_async;
        }
        for element in elements {
            self.visit_expr(element);
        }
        if is_async {
            self.scope_mut().has_await = true;
        }
        let has_await = self.scope().has_await;
        self.leave();
        // What awaits inside makes an enclosing comprehension asynchronous too.
        if has_await && kind == ScopeKind::Comprehension {
            self.scope_mut().has_await = true;
        }
    }

    /// The targets of a comprehension's `for`: its iteration variables.
    fn visit_targets(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => self.define(&name.id, flag::ITERATION, name.range),
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                elts.iter().for_each(|elt| self.visit_targets(elt));
            }
            Expr::Starred(starred) => self.visit_targets(&starred.value),
            _ => self.visit_expr(target),
        }
    }

    fn visit_global(&mut self, names: &[ast::Identifier], is_global: bool, range: TextRange) {
        let word = if is_global { "global" } else { "nonlocal" };
        for identifier in names {
            let name = self.mangle(identifier);
            let flags = self.flags(&name);
            let fault = if flags & flag::PARAM != 0 {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if flags & flag::USED != 0 {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else if flags & flag::ANNOTATED != 0 {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if flags & flag::LOCAL != 0 || flags & flag::IMPORT != 0 {
                Some(format!("name '{name}' is assigned to before {word} declaration"))
            } else {
                None
            };
            if let Some(fault) = fault {
                self.fail(fault, range);
                return;
            }
            if !is_global && self.current == SymbolTable::MODULE {
                self.fail("nonlocal declaration not allowed at module level", range);
                return;
            }
            self.define(identifier, if is_global { flag::GLOBAL } else { flag::NONLOCAL }, range);
            self.table.symbol(self.current, &name).directive.get_or_insert(range);
        }
    }

    fn visit_annotated_assign(&mut self, s: &ast::StmtAnnAssign) {
        if let Expr::Name(target) = &*s.target {
            let name = self.mangle(&target.id);
            let flags = self.flags(&name);
            let is_module = self.scope().kind == ScopeKind::Module;
            if flags & (flag::GLOBAL | flag::NONLOCAL) != 0 && s.simple && !is_module {
                let word = if flags & flag::GLOBAL != 0 { "global" } else { "nonlocal" };
                self.fail(format!("annotated name '{name}' can't be {word}"), s.range);
                return;
            }
            if s.simple {
                self.define(&target.id, flag::ANNOTATED | flag::LOCAL, target.range);
            } else if s.value.is_some() {
                self.define(&target.id, flag::LOCAL, target.range);
            }
        } else {
            self.visit_expr(&s.target);
        }
        let evaluated = matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class);
        if evaluated && !self.future_annotations {
            self.visit_expr(&s.annotation);
        }
        if let Some(value) = &s.value {
            self.visit_expr(value);
        }
    }
}

/// Looks for the first `:=`, `yield` or `await` of an expression, not in inner functions.
struct Finder(Option<(&'static str, TextRange)>);

impl<'a> Visitor<'a> for Finder {
    fn visit_expr(&mut self, expr: &'a Expr) {
        let what = match expr {
            Expr::Named(_) => "named",
            Expr::Yield(_) | Expr::YieldFrom(_) => "yield",
            Expr::Await(_) => "await",
            Expr::Lambda(_) | Expr::Generator(_) | Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => return,
            _ => return visitor::walk_expr(self, expr),
        };
        self.0.get_or_insert((what, expr.range()));
    }
}

impl<'a> Visitor<'a> for Builder<'_> {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        for stmt in body {
            if self.error.is_some() {
                return;
            }
            self.visit_stmt(stmt);
        }
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(s) => {
                self.assign(&s.name, s.name.range);
                self.visit_defaults(&s.parameters);
                s.decorator_list.iter().for_each(|d| self.visit_expr(&d.expression));
                let generic = self.enter_type_params(s.type_params.as_deref());
                self.visit_signature_annotations(&s.parameters, s.returns.as_deref());
                self.visit_function(ScopeKind::Function, s.range, Some(&s.parameters), s.is_async, |b| {
                    b.visit_body(&s.body);
                });
                if generic {
                    self.leave();
                }
            }
            Stmt::ClassDef(s) => {
                self.assign(&s.name, s.name.range);
                s.decorator_list.iter().for_each(|d| self.visit_expr(&d.expression));
                let generic = self.enter_type_params(s.type_params.as_deref());
                if let Some(arguments) = &s.arguments {
                    if generic {
                        let keywords = arguments.keywords.iter().map(|keyword| &keyword.value);
                        for expr in arguments.args.iter().chain(keywords) {
                            self.forbid(expr, "the definition of a generic");
                        }
                    }
                    self.visit_arguments(arguments);
                }
                let private = self.private.replace(s.name.id.to_string());
                self.enter(ScopeKind::Class, s.range);
                if let Some(params) = &s.type_params {
                    self.define("__type_params__", flag::LOCAL, params.range);
                    for param in &params.type_params {
                        self.define(param.name(), flag::USED, params.range);
                    }
                }
                self.visit_body(&s.body);
                self.leave();
                self.private = private;
                if generic {
                    self.leave();
                }
            }
            Stmt::TypeAlias(s) => {
                self.visit_expr(&s.name);
                let generic = self.enter_type_params(s.type_params.as_deref());
                self.forbid(&s.value, "a type alias");
                self.visit_function(ScopeKind::TypeAlias, s.range, None, false, |b| b.visit_expr(&s.value));
                if generic {
                    self.leave();
                }
            }
            Stmt::AnnAssign(s) => self.visit_annotated_assign(s),
            Stmt::AugAssign(s) => {
                if let Expr::Name(name) = &*s.target {
                    self.define(&name.id, flag::LOCAL, name.range);
                } else {
                    self.visit_expr(&s.target);
                }
                self.visit_expr(&s.value);
            }
            Stmt::Assign(s) => {
                s.targets.iter().for_each(|target| self.visit_expr(target));
                self.visit_expr(&s.value);
            }
            Stmt::Import(s) => {
                for alias in &s.names {
                    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                    let top = bound.split('.').next().unwrap_or_default();
                    self.define(top, flag::IMPORT, alias.range);
                }
            }
            Stmt::ImportFrom(s) => {
                for alias in &s.names {
                    if alias.name.as_str() == "*" {
                        if self.scope().kind != ScopeKind::Module {
                            self.fail("import * only allowed at module level", alias.range);
                        }
                        continue;
                    }
                    self.define(alias.asname.as_ref().unwrap_or(&alias.name), flag::IMPORT, alias.range);
                }
            }
            Stmt::Global(s) => self.visit_global(&s.names, true, s.range),
            Stmt::Nonlocal(s) => self.visit_global(&s.names, false, s.range),
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(handler) = handler;
        if let Some(type_) = &handler.type_ {
            self.visit_expr(type_);
        }
        if let Some(name) = &handler.name {
            self.define(name, flag::LOCAL | flag::DELETED, name.range);
        }
        self.visit_body(&handler.body);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(p) => p.name.as_ref(),
            Pattern::MatchStar(p) => p.name.as_ref(),
            Pattern::MatchMapping(p) => p.rest.as_ref(),
            _ => None,
        };
        visitor::walk_pattern(self, pattern);
        if let Some(name) = name {
            self.define(name, flag::LOCAL, name.range);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.error.is_some() {
            return;
        }
        match expr {
            Expr::Name(e) => {
                let flags = match e.ctx {
                    ExprContext::Load | ExprContext::Invalid => flag::USED,
                    ExprContext::Store => flag::LOCAL,
                    ExprContext::Del => flag::LOCAL | flag::DELETED,
                };
                self.define(&e.id, flags, e.range);
                let in_function = !matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class);
                if flags == flag::USED && e.id.as_str() == "super" && in_function {
                    self.define("__class__", flag::USED, e.range);
                }
            }
            Expr::Named(e) => {
                let target = match &*e.target {
                    Expr::Name(name) => name,
                    _ => return visitor::walk_expr(self, expr),
                };
                if self.scope().iterable_depth > 0 {
                    let message = "assignment expression cannot be used in a comprehension iterable expression";
                    self.fail(message, e.range);
                    return;
                }
                if self.scope().kind.is_comprehension() {
                    self.extend_named_scope(&target.id, target.range);
                    self.visit_expr(&e.value);
                } else {
                    self.visit_expr(&e.value);
                    self.define(&target.id, flag::LOCAL, target.range);
                }
            }
            Expr::BinOp(_) => {
                // A long sum leans to the left: no recursion along it.
                let mut rest = Vec::new();
                let mut left = expr;
                while let Expr::BinOp(e) = left {
                    rest.push(&*e.right);
                    left = &e.left;
                }
                self.visit_expr(left);
                while let Some(right) = rest.pop() {
                    self.visit_expr(right);
                }
            }
            Expr::Lambda(e) => {
                if let Some(parameters) = &e.parameters {
                    self.visit_defaults(parameters);
                }
                self.visit_function(ScopeKind::Lambda, e.range, e.parameters.as_deref(), false, |b| {
                    b.visit_expr(&e.body);
                });
            }
            Expr::ListComp(e) => {
                self.visit_comprehension_scope(
                    (ScopeKind::Comprehension, "list comprehension"),
                    e.range,
                    &e.generators,
                    &[&e.elt],
                );
            }
            Expr::SetComp(e) => {
                self.visit_comprehension_scope(
                    (ScopeKind::Comprehension, "set comprehension"),
                    e.range,
                    &e.generators,
                    &[&e.elt],
                );
            }
            Expr::DictComp(e) => {
                let elements: Vec<&Expr> = e.key.as_deref().into_iter().chain([&*e.value]).collect();
                self.visit_comprehension_scope(
                    (ScopeKind::Comprehension, "dict comprehension"),
                    e.range,
                    &e.generators,
                    &elements,
                );
            }
            Expr::Generator(e) => {
                self.visit_comprehension_scope(
                    (ScopeKind::Generator, "generator expression"),
                    e.range,
                    &e.generators,
                    &[&e.elt],
                );
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if self.scope().kind.is_comprehension() {
                    let message = format!("'yield' inside {}", self.scope().word);
                    self.fail(message, expr.range());
                    return;
                }
                visitor::walk_expr(self, expr);
                self.scope_mut().is_generator = true;
            }
            Expr::Await(_) => {
                visitor::walk_expr(self, expr);
                self.scope_mut().has_await = true;
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}

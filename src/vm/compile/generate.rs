//! The compiler's state, and how it emits instructions and reaches names.

use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::scope::{Resolution, ScopeId, ScopeKind, SymbolTable, mangle};
use super::source::Source;
use super::unit::{Label, Unit};
use super::{SyntaxError, What};
use crate::vm::code::{CodeSpec, Const, Flags, Position, SyntaxWarning};
use crate::vm::op::{Intrinsic, Op};

pub(super) type Result<T> = std::result::Result<T, Box<SyntaxError>>;

/// What is done with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Load,
    Store,
    Delete,
}

pub(super) struct Compiler<'a> {
    pub source: &'a Source<'a>,
    pub table: &'a SymbolTable,
    /// Annotations are kept as text.
    pub future_annotations: bool,
    /// Where the `__future__` imports at the beginning of the file end.
    pub future_end: TextSize,
    pub statement_count: u32,
    pub warnings: Vec<SyntaxWarning>,
    /// The block being compiled.
    pub unit: Unit<'a>,
    /// The blocks around it, outermost first.
    pub outer: Vec<Unit<'a>>,
}

impl<'a> Compiler<'a> {
    pub fn new(source: &'a Source<'a>, table: &'a SymbolTable, future_annotations: bool) -> Compiler<'a> {
        let spec = CodeSpec {
            name: "<module>".to_string(),
            qualname: "<module>".to_string(),
            first_line: 1,
            flags: Flags { module: true, ..Flags::default() },
            ..CodeSpec::default()
        };
        let cells = table.cells(SymbolTable::MODULE);
        let unit = Unit::new(SymbolTable::MODULE, spec, cells, Vec::new());
        Compiler {
            source,
            table,
            future_annotations,
            future_end: TextSize::new(0),
            statement_count: 0,
            warnings: Vec::new(),
            unit,
            outer: Vec::new(),
        }
    }

    pub fn module(mut self, body: &'a [Stmt], what: What) -> Result<CodeSpec> {
        self.unit.spec.flags.dynamic = what != What::Module;
        if let (What::Eval, [Stmt::Expr(only)]) = (what, body) {
            self.expression(&only.value)?;
            self.emit(Op::Return, only);
            return self.unit.assemble().ok_or_else(|| too_large(self.source, only.range()));
        }
        let docstring = super::statement::docstring(body);
        if let Some((text, range)) = &docstring {
            let position = self.position(*range);
            self.load_const(Const::Str(text.clone()), position);
            let name = self.unit.name("__doc__");
            self.unit.emit(Op::StoreGlobal(name), position);
        }
        let statements = if docstring.is_some() { &body[1..] } else { body };
        let futures = statements.iter().take_while(|stmt| super::statement::is_future_import(stmt));
        self.future_end = futures.last().map_or(self.future_end, |stmt| stmt.end());
        if super::statement::has_annotations(body) {
            self.unit.emit_artificial(Op::Intrinsic(Intrinsic::SetupAnnotations));
        }
        self.statements(statements)?;
        self.return_none();
        self.unit.spec.docstring = docstring.map(|(text, _)| text);
        let start = TextRange::empty(self.source.line_start(1));
        let mut spec = self.unit.assemble().ok_or_else(|| too_large(self.source, start))?;
        spec.warnings = self.warnings;
        Ok(spec)
    }

    /// CPython says each warning once for a line.
    pub fn warn(&mut self, message: String, node: &impl Ranged) {
        let warning = SyntaxWarning { line: self.source.line(node.range().start()), message };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Starts a block of its own; what is emitted goes there until `leave`.
    pub fn enter(&mut self, scope: ScopeId, spec: CodeSpec) {
        let cells = self.table.cells(scope);
        let frees = self.table.free_names(scope);
        let mut unit = Unit::new(scope, spec, cells, frees);
        unit.private.clone_from(&self.unit.private);
        self.outer.push(std::mem::replace(&mut self.unit, unit));
    }

    /// Ends the block that `enter` started; what is emitted goes to the one around it.
    pub fn leave(&mut self, range: TextRange) -> Result<CodeSpec> {
        let outer = self.outer.pop().expect("enter and leave come in pairs");
        let unit = std::mem::replace(&mut self.unit, outer);
        unit.assemble().ok_or_else(|| too_large(self.source, range))
    }

    pub fn position(&self, range: TextRange) -> Position {
        self.source.position(range)
    }

    pub fn emit(&mut self, op: Op, node: &impl Ranged) {
        let position = self.position(node.range());
        self.unit.emit(op, position);
    }

    pub fn emit_jump(&mut self, op: fn(u32) -> Op, label: Label, node: &impl Ranged) {
        self.emit(op(label.target()), node);
    }

    pub fn artificial_jump(&mut self, op: fn(u32) -> Op, label: Label) {
        self.unit.emit_artificial(op(label.target()));
    }

    pub fn fail<T>(&self, message: impl Into<String>, node: &impl Ranged) -> Result<T> {
        Err(self.source.error(message, node.range()))
    }

    pub fn load_const(&mut self, constant: Const, position: Position) {
        let op = match constant {
            Const::Int(x) if i32::try_from(x).is_ok() => Op::LoadInt(x as i32),
            constant => Op::LoadConst(self.unit.constant(constant)),
        };
        self.unit.emit(op, position);
    }

    /// `LoadConst None` in the place of the instruction before it.
    pub fn artificial_none(&mut self) {
        let none = self.unit.constant(Const::None);
        self.unit.emit_artificial(Op::LoadConst(none));
    }

    pub fn return_none(&mut self) {
        self.artificial_none();
        self.unit.emit_artificial(Op::Return);
    }

    pub fn mangle(&self, name: &str) -> String {
        mangle(self.unit.private.as_deref(), name)
    }

    /// The index of an attribute's or a variable's name, mangled.
    pub fn mangled(&mut self, name: &str) -> u32 {
        let name = self.mangle(name);
        self.unit.name(&name)
    }

    /// The scope in which names are looked up now.
    pub fn current_scope(&self) -> ScopeId {
        self.unit.inline.last().copied().unwrap_or(self.unit.scope)
    }

    pub fn name(&mut self, name: &str, access: Access, node: &impl Ranged) -> Result<()> {
        if name == "__debug__" {
            match access {
                Access::Load => {
                    let position = self.position(node.range());
                    self.load_const(Const::Bool(true), position);
                    return Ok(());
                }
                Access::Store => return self.fail("cannot assign to __debug__", node),
                Access::Delete => return self.fail("cannot delete __debug__", node),
            }
        }
        let position = self.position(node.range());
        self.name_at(name, access, position);
        Ok(())
    }

    pub fn name_at(&mut self, name: &str, access: Access, position: Position) {
        let name = self.mangle(name);
        let (owner, resolution) = self.table.resolve(self.current_scope(), &name);
        let kind = self.table.scope(owner).kind;
        // `__class__` of a class is for its functions, not for a comprehension in its body.
        let is_known = self.unit.cell(owner, &name).or_else(|| self.unit.free(&name)).is_some();
        let resolution = if name == "__class__" && !is_known { Resolution::GlobalImplicit } else { resolution };
        let op = match (resolution, kind) {
            (Resolution::Cell, _) | (Resolution::Free, _) => {
                let slot = self.slot(owner, &name);
                match access {
                    Access::Load if kind == ScopeKind::Class => {
                        Op::LoadClassDeref { deref: slot, name: self.unit.name(&name) }
                    }
                    Access::Load => Op::LoadDeref(slot),
                    Access::Store => Op::StoreDeref(slot),
                    Access::Delete => Op::DeleteDeref(slot),
                }
            }
            (Resolution::Local | Resolution::GlobalImplicit, kind)
                if kind == ScopeKind::Class || kind == ScopeKind::Module && self.is_dynamic() =>
            {
                let name = self.unit.name(&name);
                match access {
                    Access::Load => Op::LoadName(name),
                    Access::Store => Op::StoreName(name),
                    Access::Delete => Op::DeleteName(name),
                }
            }
            (Resolution::Local, kind) if kind != ScopeKind::Module => {
                let slot = self.unit.fast(&name);
                match access {
                    Access::Load => Op::LoadFast(slot),
                    Access::Store => Op::StoreFast(slot),
                    Access::Delete => Op::DeleteFast(slot),
                }
            }
            _ => {
                let name = self.unit.name(&name);
                match access {
                    Access::Load => Op::LoadGlobal { cache: self.unit.cache(), name },
                    Access::Store => Op::StoreGlobal(name),
                    Access::Delete => Op::DeleteGlobal(name),
                }
            }
        };
        self.unit.emit(op, position);
    }

    /// Whether the module's names live in a namespace.
    fn is_dynamic(&self) -> bool {
        self.outer.first().unwrap_or(&self.unit).spec.flags.dynamic
    }

    /// The cell of a shared variable of `owner`, in the frame of the block being compiled.
    fn slot(&self, owner: ScopeId, name: &str) -> u16 {
        let own = self.unit.cell(owner, name);
        own.or_else(|| self.unit.free(name)).expect("a shared variable has a cell here or comes from outside")
    }

    /// The cell that an inner function calls `name`, in the frame of the block being compiled.
    pub fn closure_slot(&self, name: &str) -> u16 {
        let inline = self.unit.inline.iter().rev().find_map(|&scope| self.unit.cell(scope, name));
        let own = inline.or_else(|| self.unit.cell(self.unit.scope, name));
        own.or_else(|| self.unit.free(name)).expect("an inner function's free variable is a cell here or free here")
    }
}

pub(super) fn too_large(source: &Source, range: TextRange) -> Box<SyntaxError> {
    source.error("the program is too large", range)
}

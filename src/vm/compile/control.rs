//! `try`, `with`, loops, and how `break`, `continue` and `return` leave them.

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::generate::{Access, Compiler, Result};
use super::unit::{HandlerId, Label};
use crate::vm::code::{Const, Position};
use crate::vm::op::{Intrinsic, Op};

/// What has to be left on the way out: CPython's `fblockinfo`. `outer` is the handler in force around the block.
#[derive(Clone)]
pub(super) enum Block<'a> {
    While {
        start: Label,
        end: Label,
    },
    /// The iterator is on the stack.
    For {
        start: Label,
        end: Label,
    },
    /// The body of a `try` with `except` clauses.
    TryExcept {
        outer: HandlerId,
    },
    /// The body of a `try` whose `finally` runs on the way out.
    FinallyTry {
        outer: HandlerId,
        body: &'a [Stmt],
    },
    /// A `finally` that runs because of an exception. `[previous, exc]`
    FinallyEnd {
        outer: HandlerId,
    },
    /// The body of an `except` clause, which unbinds its name on the way out. `[previous]`
    HandlerCleanup {
        outer: HandlerId,
        name: Option<&'a str>,
    },
    /// An `except*` clause, which nothing may leave.
    ExceptStar,
    /// `[exit, self]`
    With {
        outer: HandlerId,
        is_async: bool,
        position: Position,
    },
    /// The value that `return` holds while a `finally` runs.
    Value,
}

/// CPython's `CO_MAXBLOCKS`.
pub(super) const MAX_BLOCKS: usize = 20;

impl<'a> Compiler<'a> {
    fn push_block(&mut self, block: Block<'a>, node: &impl Ranged) -> Result<()> {
        if self.unit.blocks.len() >= MAX_BLOCKS {
            return self.fail("too many statically nested blocks", node);
        }
        self.unit.blocks.push(block);
        Ok(())
    }

    /// Leaves one block; with `keep` the top of the stack is a value to keep.
    fn unwind(&mut self, block: &Block<'a>, keep: bool, node: &impl Ranged) -> Result<()> {
        match block {
            Block::While { .. } | Block::ExceptStar => {}
            Block::For { .. } | Block::Value => {
                if keep {
                    self.emit(Op::Swap(2), node);
                }
                self.emit(Op::Pop, node);
            }
            Block::TryExcept { outer } => self.unit.handler = *outer,
            Block::FinallyTry { outer, body } => {
                self.unit.handler = *outer;
                if keep {
                    self.unit.blocks.push(Block::Value);
                }
                self.statements(body)?;
                if keep {
                    self.unit.blocks.pop();
                }
            }
            Block::FinallyEnd { outer } => {
                if keep {
                    self.emit(Op::Swap(2), node);
                }
                self.emit(Op::Pop, node);
                if keep {
                    self.emit(Op::Swap(2), node);
                }
                self.unit.handler = *outer;
                self.emit(Op::PopExcept, node);
            }
            Block::HandlerCleanup { outer, name } => {
                if keep {
                    self.emit(Op::Swap(2), node);
                }
                self.unit.handler = *outer;
                self.emit(Op::PopExcept, node);
                if let Some(name) = name {
                    self.unbind(name);
                }
            }
            Block::With { outer, is_async, position } => {
                self.unit.handler = *outer;
                if keep {
                    self.unit.emit(Op::Swap(3), *position);
                    self.unit.emit(Op::Swap(2), *position);
                }
                self.call_exit_with_nones(*is_async, *position);
                self.unit.emit(Op::Pop, *position);
            }
        }
        Ok(())
    }

    /// Leaves all blocks, or those inside the innermost loop, which it returns. What is emitted then runs outside of
    /// them; `within_blocks` brings the compiler back.
    fn unwind_all(&mut self, keep: bool, to_loop: bool, node: &impl Ranged) -> Result<Option<Block<'a>>> {
        while let Some(block) = self.unit.blocks.pop() {
            match block {
                Block::ExceptStar => {
                    let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                    return self.fail(message, node);
                }
                Block::While { .. } | Block::For { .. } if to_loop => return Ok(Some(block)),
                _ => self.unwind(&block, keep, node)?,
            }
        }
        Ok(None)
    }

    /// Runs `leave`, which may leave blocks; afterwards the compiler is inside of them again.
    fn within_blocks(&mut self, leave: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let (blocks, handler) = (self.unit.blocks.clone(), self.unit.handler);
        leave(self)?;
        self.unit.blocks = blocks;
        self.unit.handler = handler;
        Ok(())
    }

    pub fn return_statement(&mut self, s: &'a ast::StmtReturn) -> Result<()> {
        if !self.in_function() {
            return self.fail("'return' outside function", s);
        }
        let constant = s.value.as_deref().is_none_or(|value| self.constant(value).is_some());
        if let Some(value) = s.value.as_deref() {
            if self.unit.spec.flags.async_generator {
                return self.fail("'return' with value in async generator", s);
            }
            if !constant {
                self.expression(value)?;
            } else {
                self.emit(Op::Nop, value);
            }
        }
        if s.value.is_none() || !self.on_same_line(s.value.as_deref(), s) {
            self.emit(Op::Nop, s);
        }
        self.within_blocks(|c| {
            c.unwind_all(!constant, false, s)?;
            if constant {
                let value = s.value.as_deref().and_then(|value| c.constant(value));
                let position = c.position(s.range);
                c.load_const(value.unwrap_or(Const::None), position);
            }
            c.emit(Op::Return, s);
            Ok(())
        })
    }

    fn on_same_line(&self, value: Option<&Expr>, s: &ast::StmtReturn) -> bool {
        value.is_some_and(|value| self.source.line(value.start()) == self.source.line(s.start()))
    }

    pub fn break_or_continue(&mut self, is_break: bool, node: &impl Ranged) -> Result<()> {
        self.emit(Op::Nop, node);
        self.within_blocks(|c| {
            let (start, end) = match c.unwind_all(false, true, node)? {
                Some(Block::While { start, end }) => (start, end),
                Some(Block::For { start, end }) => {
                    if is_break {
                        c.unit.emit_artificial(Op::Pop);
                    }
                    (start, end)
                }
                _ if is_break => return c.fail("'break' outside loop", node),
                _ => return c.fail("'continue' not properly in loop", node),
            };
            c.artificial_jump(Op::Jump, if is_break { end } else { start });
            Ok(())
        })
    }

    pub fn while_statement(&mut self, s: &'a ast::StmtWhile) -> Result<()> {
        let (start, end, orelse) = (self.unit.new_label(), self.unit.new_label(), self.unit.new_label());
        self.unit.bind(start);
        self.push_block(Block::While { start, end }, s)?;
        self.jump_if(&s.test, orelse, false)?;
        self.statements(&s.body)?;
        self.artificial_jump(Op::Jump, start);
        self.unit.blocks.pop();
        self.unit.bind(orelse);
        self.unit.last_position = self.position(s.test.range());
        self.statements(&s.orelse)?;
        self.unit.bind(end);
        Ok(())
    }

    pub fn for_statement(&mut self, s: &'a ast::StmtFor) -> Result<()> {
        let (start, end, exhausted) = (self.unit.new_label(), self.unit.new_label(), self.unit.new_label());
        self.expression(&s.iter)?;
        if s.is_async {
            if !self.unit.spec.flags.coroutine && !self.unit.spec.flags.async_generator {
                return self.fail("'async for' outside async function", s);
            }
            self.emit(Op::GetAIter, &*s.iter);
            self.unit.bind(start);
            self.push_block(Block::For { start, end }, s)?;
            self.next_of_async_iterator(exhausted, s.range);
        } else {
            self.emit(Op::GetIter, &*s.iter);
            self.unit.bind(start);
            self.push_block(Block::For { start, end }, s)?;
            self.emit_jump(Op::ForIter, exhausted, &*s.iter);
        }
        self.assign_target(&s.target)?;
        self.statements(&s.body)?;
        self.artificial_jump(Op::Jump, start);
        self.unit.blocks.pop();
        self.unit.bind(exhausted);
        self.unit.last_position = self.position(s.iter.range());
        if s.is_async {
            self.emit(Op::EndAsyncFor, &*s.iter);
        }
        self.statements(&s.orelse)?;
        self.unit.bind(end);
        Ok(())
    }

    /// `[aiter -> aiter, item]`, and a handler that leads the end of the iteration to `exhausted`.
    pub fn next_of_async_iterator(&mut self, exhausted: Label, at: TextRange) {
        let outer = self.unit.begin_handler(exhausted, 0);
        let position = self.position(at);
        self.unit.emit(Op::GetANext, position);
        self.load_const(Const::None, position);
        self.unit.emit(Op::Send, position);
        self.unit.handler = outer;
    }

    pub fn try_statement(&mut self, s: &'a ast::StmtTry) -> Result<()> {
        self.emit(Op::Nop, s);
        if s.finalbody.is_empty() {
            return self.try_except(s);
        }
        let (end, exit, cleanup) = (self.unit.new_label(), self.unit.new_label(), self.unit.new_label());
        let outer = self.unit.begin_handler(end, 0);
        self.push_block(Block::FinallyTry { outer, body: &s.finalbody }, s)?;
        if s.handlers.is_empty() {
            self.statements(&s.body)?;
        } else {
            self.try_except(s)?;
        }
        self.unit.blocks.pop();
        self.unit.handler = outer;
        self.statements(&s.finalbody)?;
        self.artificial_jump(Op::Jump, exit);

        self.unit.bind(end);
        self.unit.begin_handler(cleanup, 0);
        self.unit.emit_artificial(Op::PushExcInfo);
        self.push_block(Block::FinallyEnd { outer }, s)?;
        self.statements(&s.finalbody)?;
        self.unit.blocks.pop();
        self.unit.emit_artificial(Op::Reraise);
        self.unit.handler = outer;
        self.unit.bind(cleanup);
        self.pop_except_and_reraise();
        self.unit.bind(exit);
        Ok(())
    }

    /// `[previous, exc -> ]`
    fn pop_except_and_reraise(&mut self) {
        self.unit.emit_artificial(Op::Swap(2));
        self.unit.emit_artificial(Op::PopExcept);
        self.unit.emit_artificial(Op::Reraise);
    }

    fn try_except(&mut self, s: &'a ast::StmtTry) -> Result<()> {
        let (except, end, cleanup) = (self.unit.new_label(), self.unit.new_label(), self.unit.new_label());
        let outer = self.unit.begin_handler(except, 0);
        self.push_block(Block::TryExcept { outer }, s)?;
        self.statements(&s.body)?;
        self.unit.blocks.pop();
        self.unit.handler = outer;
        self.statements(&s.orelse)?;
        self.artificial_jump(Op::Jump, end);

        self.unit.bind(except);
        self.unit.begin_handler(cleanup, 0);
        self.unit.emit_artificial(Op::PushExcInfo);
        if s.is_star {
            self.star_clauses(s, outer, end)?;
        } else {
            self.except_clauses(s, outer, end)?;
        }
        self.unit.handler = outer;
        self.unit.bind(cleanup);
        self.pop_except_and_reraise();
        self.unit.bind(end);
        Ok(())
    }

    fn except_clauses(&mut self, s: &'a ast::StmtTry, outer: HandlerId, end: Label) -> Result<()> {
        let inside = self.unit.handler;
        let count = s.handlers.len();
        for (i, ExceptHandler::ExceptHandler(clause)) in s.handlers.iter().enumerate() {
            let next = self.unit.new_label();
            if let Some(type_) = &clause.type_ {
                self.expression(type_)?;
                self.emit(Op::CheckExcMatch, clause);
                self.emit_jump(Op::PopJumpIfFalse, next, clause);
            } else if i + 1 < count {
                return self.fail("default 'except:' must be last", clause);
            }
            if let Some(name) = &clause.name {
                self.name(name, Access::Store, clause)?;
                let unbind = self.unit.new_label();
                self.unit.begin_handler(unbind, 0);
                self.push_block(Block::HandlerCleanup { outer, name: Some(name) }, s)?;
                self.statements(&clause.body)?;
                self.unit.blocks.pop();
                self.unit.handler = outer;
                self.unit.emit_artificial(Op::PopExcept);
                self.unbind(name);
                self.artificial_jump(Op::Jump, end);
                self.unit.handler = inside;
                self.unit.bind(unbind);
                self.unbind(name);
                self.unit.emit_artificial(Op::Reraise);
            } else {
                self.emit(Op::Pop, clause);
                self.push_block(Block::HandlerCleanup { outer, name: None }, s)?;
                self.statements(&clause.body)?;
                self.unit.blocks.pop();
                self.unit.handler = outer;
                self.unit.emit_artificial(Op::PopExcept);
                self.artificial_jump(Op::Jump, end);
                self.unit.handler = inside;
            }
            self.unit.bind(next);
        }
        self.unit.emit_artificial(Op::Reraise);
        Ok(())
    }

    /// The clauses of `except*`. The stack holds `[previous, original, list of raised and unmatched, rest]`.
    #[inline(never)]
    fn star_clauses(&mut self, s: &'a ast::StmtTry, outer: HandlerId, end: Label) -> Result<()> {
        let inside = self.unit.handler;
        self.push_block(Block::ExceptStar, s)?;
        for (i, ExceptHandler::ExceptHandler(clause)) in s.handlers.iter().enumerate() {
            let (next, no_match, raised) = (self.unit.new_label(), self.unit.new_label(), self.unit.new_label());
            if i == 0 {
                self.emit(Op::BuildList(0), clause);
                self.emit(Op::Copy(2), clause);
            }
            if let Some(type_) = &clause.type_ {
                self.expression(type_)?;
                self.emit(Op::CheckEgMatch, clause);
                self.emit(Op::Copy(1), clause);
                self.emit_jump(Op::PopJumpIfNone, no_match, clause);
            }
            match &clause.name {
                Some(name) => self.name(name, Access::Store, clause)?,
                None => self.emit(Op::Pop, clause),
            }
            self.unit.begin_handler(raised, 0);
            self.statements(&clause.body)?;
            self.unit.handler = inside;
            if let Some(name) = &clause.name {
                self.unbind(name);
            }
            self.artificial_jump(Op::Jump, next);

            self.unit.bind(raised);
            if let Some(name) = &clause.name {
                self.unbind(name);
            }
            self.unit.emit_artificial(Op::ListAppend(2));
            self.artificial_jump(Op::Jump, next);

            self.unit.bind(no_match);
            self.emit(Op::Pop, clause);
            self.unit.bind(next);
        }
        self.unit.blocks.pop();
        self.unit.emit_artificial(Op::ListAppend(1));
        self.unit.emit_artificial(Op::Intrinsic(Intrinsic::PrepReraiseStar));
        self.unit.emit_artificial(Op::Copy(1));
        let reraise = self.unit.new_label();
        self.artificial_jump(Op::PopJumpIfNotNone, reraise);
        self.unit.emit_artificial(Op::Pop);
        self.unit.handler = outer;
        self.unit.emit_artificial(Op::PopExcept);
        self.artificial_jump(Op::Jump, end);
        self.unit.bind(reraise);
        self.pop_except_and_reraise();
        self.unit.handler = inside;
        Ok(())
    }

    /// `name = None; del name`, the end of `except … as name`.
    fn unbind(&mut self, name: &str) {
        self.artificial_none();
        let position = self.unit.last_position;
        self.name_at(name, Access::Store, position);
        self.name_at(name, Access::Delete, position);
    }

    pub fn with_statement(&mut self, s: &'a ast::StmtWith) -> Result<()> {
        if s.is_async && !self.unit.spec.flags.coroutine && !self.unit.spec.flags.async_generator {
            return self.fail("'async with' outside async function", s);
        }
        self.with_items(s, &s.items)
    }

    fn with_items(&mut self, s: &'a ast::StmtWith, items: &'a [ast::WithItem]) -> Result<()> {
        let Some((item, inner)) = items.split_first() else { return self.statements(&s.body) };
        let (exceptional, exit, cleanup) = (self.unit.new_label(), self.unit.new_label(), self.unit.new_label());
        let suppress = self.unit.new_label();
        self.expression(&item.context_expr)?;
        let position = self.position(item.context_expr.range());
        self.unit.emit(Op::BeforeWith { is_async: s.is_async }, position);
        self.unit.emit(Op::Call(0), position);
        if s.is_async {
            self.await_top(1, position);
            self.unit.emit(Op::AsyncContext { entered: true }, position);
        }
        // The result of `__enter__` is on the stack.
        let outer = self.unit.begin_handler(exceptional, 1);
        self.push_block(Block::With { outer, is_async: s.is_async, position }, s)?;
        match &item.optional_vars {
            Some(target) => self.assign_target(target)?,
            None => self.unit.emit(Op::Pop, position),
        }
        self.with_items(s, inner)?;
        self.unit.blocks.pop();
        self.unit.handler = outer;
        self.call_exit_with_nones(s.is_async, position);
        self.unit.emit(Op::Pop, position);
        self.unit.emit(Op::Jump(exit.target()), position);

        self.unit.bind(exceptional);
        self.unit.begin_handler(cleanup, 0);
        self.unit.emit(Op::PushExcInfo, position);
        self.unit.emit(Op::WithExceptStart, position);
        if s.is_async {
            self.await_top(2, position);
            self.unit.emit(Op::AsyncContext { entered: false }, position);
        }
        self.artificial_jump(Op::PopJumpIfTrue, suppress);
        self.unit.emit_artificial(Op::Reraise);
        self.unit.bind(suppress);
        self.unit.emit_artificial(Op::Pop);
        self.unit.handler = outer;
        self.unit.emit_artificial(Op::PopExcept);
        self.unit.emit_artificial(Op::Pop);
        self.unit.emit_artificial(Op::Pop);
        self.artificial_jump(Op::Jump, exit);
        self.unit.bind(cleanup);
        self.pop_except_and_reraise();
        self.unit.bind(exit);
        Ok(())
    }

    /// `[awaitable -> result]`
    pub fn await_top(&mut self, context: u8, position: Position) {
        self.unit.emit(Op::GetAwaitable { context }, position);
        self.load_const(Const::None, position);
        self.unit.emit(Op::Send, position);
    }

    /// `[exit, self -> result]`
    fn call_exit_with_nones(&mut self, is_async: bool, position: Position) {
        for _ in 0..3 {
            self.load_const(Const::None, position);
        }
        self.unit.emit(Op::Call(3), position);
        if is_async {
            self.await_top(2, position);
            self.unit.emit(Op::AsyncContext { entered: false }, position);
        }
    }
}

//! Comprehensions, inlined as PEP 709 does, and generator expressions, which are functions.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::control::MAX_BLOCKS;
use super::generate::{Compiler, Result};
use super::scope::{Resolution, ScopeKind};
use crate::vm::code::{Const, Position};
use crate::vm::op::Op;

/// What a comprehension makes of its element.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Compiler<'a> {
    pub fn inlined_comprehension(&mut self, expr: &'a Expr) -> Result<()> {
        let (generators, element, build) = match expr {
            Expr::ListComp(e) => (&e.generators, Element::List(&e.elt), Op::BuildList(0)),
            Expr::SetComp(e) => (&e.generators, Element::Set(&e.elt), Op::BuildSet(0)),
            Expr::DictComp(e) => match &e.key {
                Some(key) => (&e.generators, Element::Dict(key, &e.value), Op::BuildMap(0)),
                None => return self.fail("dict unpacking cannot be used in dict comprehension", &*e.value),
            },
            _ => unreachable!("only comprehensions are inlined"),
        };
        let position = self.position(expr.range());
        let scope = self.table.of_node(ScopeKind::Comprehension, expr.range());
        let flags = self.unit.spec.flags;
        let may_await = flags.coroutine || flags.async_generator || self.unit_kind() == ScopeKind::Generator;
        if self.table.scope(scope).has_await && !may_await {
            return self.fail("asynchronous comprehension outside of an asynchronous function", expr);
        }
        let first = &generators[0];
        self.expression(&first.iter)?;
        let iterate = if first.is_async { Op::GetAIter } else { Op::GetIter };
        self.emit(iterate, &first.iter);

        let mut saved = Vec::new();
        for (name, resolution) in self.table.bound_names(scope) {
            if resolution == Resolution::Cell {
                if let Some(cell) = self.unit.cell(scope, &name) {
                    self.unit.emit(Op::NewCell(cell), position);
                }
            } else {
                let slot = self.unit.fast(&name);
                self.unit.emit(Op::LoadFastAndClear(slot), position);
                saved.push(slot);
            }
        }
        let Ok(below) = u8::try_from(saved.len() + 1) else {
            return self.fail("too many variables in a comprehension", expr);
        };
        // Until now the iterator lies below what was saved.
        if below > 1 {
            self.unit.emit(Op::Swap(below), position);
            saved.reverse();
        }
        let (failed, end) = (self.unit.new_label(), self.unit.new_label());
        let outer = self.unit.handler;
        if below > 1 {
            self.unit.begin_handler(failed, 1);
        }
        self.unit.emit(build, position);
        self.unit.emit(Op::Swap(2), position);
        self.unit.inline.push(scope);
        self.comprehension_loops(generators, 0, 1, element, position)?;
        self.unit.inline.pop();
        self.unit.handler = outer;
        if below > 1 {
            self.restore(&saved, below, position);
            self.unit.emit_artificial(Op::Jump(end.target()));
            self.unit.bind(failed);
            self.restore(&saved, below, position);
            self.unit.emit(Op::Reraise, position);
            self.unit.bind(end);
        }
        Ok(())
    }

    /// `[saved … , top -> top]`
    fn restore(&mut self, saved: &[u16], below: u8, position: Position) {
        self.unit.emit(Op::Swap(below), position);
        for &slot in saved {
            self.unit.emit(Op::RestoreFast(slot), position);
        }
    }

    /// Compiles the loops from `index` on. The first one's iterator is on the stack; `depth` iterators are, with it,
    /// above what is being built.
    fn comprehension_loops(
        &mut self,
        generators: &'a [ast::Comprehension],
        index: usize,
        depth: usize,
        element: Element<'a>,
        position: Position,
    ) -> Result<()> {
        let Some(generator) = generators.get(index) else { return self.comprehension_element(element, depth) };
        if index >= MAX_BLOCKS {
            return self.fail("too many statically nested blocks", generator);
        }
        if index > 0 {
            self.expression(&generator.iter)?;
            let iterate = if generator.is_async { Op::GetAIter } else { Op::GetIter };
            self.emit(iterate, &generator.iter);
        }
        let (start, exhausted) = (self.unit.new_label(), self.unit.new_label());
        self.unit.bind(start);
        if generator.is_async {
            let outer = self.unit.begin_handler(exhausted, 0);
            self.unit.emit(Op::GetANext, position);
            self.load_const(Const::None, position);
            self.unit.emit(Op::Send, position);
            self.unit.handler = outer;
        } else {
            self.emit_jump(Op::ForIter, exhausted, &generator.iter);
        }
        self.assign_target(&generator.target)?;
        for condition in &generator.ifs {
            self.jump_if(condition, start, false)?;
        }
        self.comprehension_loops(generators, index + 1, depth + 1, element, position)?;
        self.unit.emit(Op::Jump(start.target()), self.position(comprehension_end(element)));
        self.unit.bind(exhausted);
        if generator.is_async {
            self.unit.emit(Op::EndAsyncFor, position);
        }
        Ok(())
    }

    /// `[ -> ]`: the element goes to what is being built, below `depth - 1` iterators.
    fn comprehension_element(&mut self, element: Element<'a>, depth: usize) -> Result<()> {
        let at = comprehension_end(element);
        let Ok(depth) = u8::try_from(depth) else {
            return self.fail("too many statically nested blocks", &at);
        };
        if let Element::List(elt) | Element::Set(elt) | Element::Yield(elt) = element
            && elt.is_starred_expr()
        {
            return self.fail("iterable unpacking cannot be used in comprehension", elt);
        }
        match element {
            Element::List(elt) => {
                self.expression(elt)?;
                self.emit(Op::ListAppend(depth), &at);
            }
            Element::Set(elt) => {
                self.expression(elt)?;
                self.emit(Op::SetAdd(depth), &at);
            }
            Element::Dict(key, value) => {
                self.expression(key)?;
                self.expression(value)?;
                self.emit(Op::MapAdd(depth), &at);
            }
            Element::Yield(elt) => {
                self.expression(elt)?;
                self.emit(Op::Yield, &at);
                self.emit(Op::Pop, &at);
            }
        }
        Ok(())
    }

    /// `range` covers the parentheses too, those of a call if there are no others.
    pub fn generator_expression(&mut self, e: &'a ast::ExprGenerator, range: TextRange) -> Result<()> {
        let position = self.position(range);
        let scope = self.table.of_node(ScopeKind::Generator, e.range);
        let mut spec = self.spec("<genexpr>", scope, position);
        spec.arg_count = 1;
        spec.varnames.push(".0".to_string());
        let is_async = self.table.scope(scope).has_await;
        spec.flags.generator = !is_async;
        spec.flags.async_generator = is_async;
        self.enter(scope, spec);
        self.guarded(|c| {
            c.unit.emit(Op::LoadFast(0), position);
            c.comprehension_loops(&e.generators, 0, 1, Element::Yield(&e.elt), position)?;
            c.return_none();
            Ok(())
        })?;
        let code = self.leave(range)?;
        self.make_function(code, 0, position);
        self.unit.emit(Op::PushUnbound, position);
        let first = &e.generators[0];
        self.expression(&first.iter)?;
        let iterate = if first.is_async { Op::GetAIter } else { Op::GetIter };
        self.emit(iterate, &first.iter);
        self.unit.emit(Op::Call(1), position);
        Ok(())
    }
}

fn comprehension_end(element: Element<'_>) -> TextRange {
    match element {
        Element::List(elt) | Element::Set(elt) | Element::Yield(elt) => elt.range(),
        Element::Dict(key, value) => key.range().cover(value.range()),
    }
}

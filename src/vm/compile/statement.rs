//! Statements, except those of `control`, `function` and `pattern`.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::expression::binary_op;
use super::generate::{Access, Compiler, Result, too_large};
use super::scope::ScopeKind;
use crate::vm::code::Const;
use crate::vm::op::{Intrinsic, Op};

/// The docstring that a body starts with, as 3.13 cleans it, and its place.
pub(super) fn docstring(body: &[Stmt]) -> Option<(String, TextRange)> {
    let Stmt::Expr(first) = body.first()? else { return None };
    let Expr::StringLiteral(literal) = &*first.value else { return None };
    Some((clean_docstring(literal.value.to_str()), literal.range))
}

/// `inspect.cleandoc` without the removal of blank lines at both ends (`_PyCompile_CleanDoc`).
fn clean_docstring(text: &str) -> String {
    let expanded = expand_tabs(text);
    let mut lines = expanded.split('\n');
    let first = lines.next().unwrap_or_default().trim_start_matches(' ');
    let rest: Vec<&str> = lines.collect();
    let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let margin = rest.iter().filter(|line| !line.trim_start_matches(' ').is_empty()).map(indent).min().unwrap_or(0);
    let mut cleaned = first.to_string();
    for line in rest {
        cleaned.push('\n');
        cleaned.push_str(&line[margin.min(indent(&line))..]);
    }
    cleaned
}

fn expand_tabs(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let width = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            _ => {
                expanded.push(c);
                column += 1;
            }
        }
    }
    expanded
}

/// How many statements are compiled, those of a `finally` once for each way out.
const MAX_STATEMENTS: u32 = 500_000;

pub(super) fn is_future_import(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::ImportFrom(s) if s.level == 0 && s.module.as_deref() == Some("__future__"))
}

/// Whether a body annotates a variable, outside of functions and classes in it.
pub(super) fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::For(s) => has_annotations(&s.body) || has_annotations(&s.orelse),
        Stmt::While(s) => has_annotations(&s.body) || has_annotations(&s.orelse),
        Stmt::If(s) => has_annotations(&s.body) || s.elif_else_clauses.iter().any(|c| has_annotations(&c.body)),
        Stmt::With(s) => has_annotations(&s.body),
        Stmt::Match(s) => s.cases.iter().any(|case| has_annotations(&case.body)),
        Stmt::Try(s) => {
            let in_handler = |h: &ast::ExceptHandler| {
                let ast::ExceptHandler::ExceptHandler(h) = h;
                has_annotations(&h.body)
            };
            has_annotations(&s.body)
                || s.handlers.iter().any(in_handler)
                || has_annotations(&s.orelse)
                || has_annotations(&s.finalbody)
        }
        _ => false,
    })
}

/// The targets and values of an assignment of two or three values to as many targets.
fn parallel<'a>(target: &'a Expr, value: &'a Expr) -> Option<(&'a [Expr], &'a [Expr])> {
    let (Expr::Tuple(ast::ExprTuple { elts: targets, .. }) | Expr::List(ast::ExprList { elts: targets, .. })) = target
    else {
        return None;
    };
    let Expr::Tuple(ast::ExprTuple { elts: values, .. }) = value else { return None };
    let is_plain = matches!(values.len(), 2 | 3) && targets.len() == values.len();
    let has_star = targets.iter().chain(values).any(Expr::is_starred_expr);
    (is_plain && !has_star).then_some((targets, values))
}

impl<'a> Compiler<'a> {
    pub fn statements(&mut self, body: &'a [Stmt]) -> Result<()> {
        for stmt in body {
            self.statement(stmt)?;
            // `finally` inside `finally` doubles the code each time.
            self.statement_count += 1;
            if self.statement_count > MAX_STATEMENTS {
                return Err(too_large(self.source, stmt.range()));
            }
        }
        Ok(())
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Result<()> {
        match stmt {
            Stmt::FunctionDef(s) => self.function_definition(s),
            Stmt::ClassDef(s) => self.class_definition(s),
            Stmt::TypeAlias(s) => self.type_alias(s),
            Stmt::Return(s) => self.return_statement(s),
            Stmt::Delete(s) => s.targets.iter().try_for_each(|target| self.delete_target(target)),
            Stmt::Assign(s) => {
                if let ([target], value) = (&*s.targets, &*s.value)
                    && let Some(pairs) = parallel(target, value)
                {
                    return self.parallel_assign(pairs, target);
                }
                self.expression(&s.value)?;
                for (i, target) in s.targets.iter().enumerate() {
                    if i + 1 < s.targets.len() {
                        self.emit(Op::Copy(1), s);
                    }
                    self.assign_target(target)?;
                }
                Ok(())
            }
            Stmt::AugAssign(s) => self.augmented_assign(s),
            Stmt::AnnAssign(s) => self.annotated_assign(s),
            Stmt::For(s) => self.for_statement(s),
            Stmt::While(s) => self.while_statement(s),
            Stmt::If(s) => self.if_statement(s),
            Stmt::With(s) => self.with_statement(s),
            Stmt::Match(s) => self.match_statement(s),
            Stmt::Raise(s) => {
                let values = [&s.exc, &s.cause];
                for value in values.into_iter().flatten() {
                    self.expression(value)?;
                }
                self.emit(Op::Raise(values.into_iter().flatten().count() as u8), s);
                Ok(())
            }
            Stmt::Try(s) => self.try_statement(s),
            Stmt::Assert(s) => self.assert_statement(s),
            Stmt::Import(s) => self.import(s),
            Stmt::ImportFrom(s) => self.import_from(s),
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::Expr(s) => {
                if self.constant(&s.value).is_some() {
                    if let Expr::NumberLiteral(number) = &*s.value {
                        self.check_number(number)?;
                    }
                    self.emit(Op::Nop, s);
                    return Ok(());
                }
                self.expression(&s.value)?;
                self.unit.emit_artificial(Op::Pop);
                Ok(())
            }
            Stmt::Pass(_) => {
                self.emit(Op::Nop, stmt);
                Ok(())
            }
            Stmt::Break(_) => self.break_or_continue(true, stmt),
            Stmt::Continue(_) => self.break_or_continue(false, stmt),
            Stmt::IpyEscapeCommand(_) => self.fail("invalid syntax", stmt),
        }
    }

    /// `a, b = b, a` makes no tuple.
    fn parallel_assign(&mut self, (targets, values): (&'a [Expr], &'a [Expr]), target: &Expr) -> Result<()> {
        values.iter().try_for_each(|value| self.expression(value))?;
        self.emit(Op::Swap(values.len() as u8), target);
        targets.iter().try_for_each(|target| self.assign_target(target))
    }

    fn if_statement(&mut self, s: &'a ast::StmtIf) -> Result<()> {
        let end = self.unit.new_label();
        let clauses = s.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body));
        let branches: Vec<_> = std::iter::once((Some(&*s.test), &s.body)).chain(clauses).collect();
        let last = branches.len() - 1;
        for (i, (test, body)) in branches.into_iter().enumerate() {
            let next = self.unit.new_label();
            if let Some(test) = test {
                self.jump_if(test, next, false)?;
            }
            self.statements(body)?;
            if i < last {
                self.artificial_jump(Op::Jump, end);
            }
            self.unit.bind(next);
        }
        self.unit.bind(end);
        Ok(())
    }

    /// Pops the value on top into a target.
    pub fn assign_target(&mut self, target: &'a Expr) -> Result<()> {
        match target {
            Expr::Name(e) => self.name(&e.id, Access::Store, e),
            Expr::Attribute(e) => {
                self.expression(&e.value)?;
                if e.attr.as_str() == "__debug__" {
                    return self.fail("cannot assign to __debug__", e);
                }
                self.record_static_attribute(e);
                let (cache, name) = (self.unit.cache(), self.mangled(&e.attr));
                let position = self.attribute_position(e.range, e);
                self.unit.emit(Op::StoreAttr { cache, name }, position);
                Ok(())
            }
            Expr::Subscript(e) => {
                self.expression(&e.value)?;
                self.expression(&e.slice)?;
                self.emit(Op::StoreItem, e);
                Ok(())
            }
            Expr::Starred(_) => self.fail("starred assignment target must be in a list or tuple", target),
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                self.unpack(elts.len(), elts.iter().position(Expr::is_starred_expr), target)?;
                if elts.iter().filter(|elt| elt.is_starred_expr()).count() > 1 {
                    return self.fail("multiple starred expressions in assignment", target);
                }
                elts.iter().try_for_each(|elt| match elt {
                    Expr::Starred(starred) => self.assign_target(&starred.value),
                    _ => self.assign_target(elt),
                })
            }
            _ => self.fail("cannot assign to expression", target),
        }
    }

    /// Unpacks the sequence on top into `count` values, of which the one at `starred` takes what is left.
    pub fn unpack(&mut self, count: usize, starred: Option<usize>, node: &impl Ranged) -> Result<()> {
        let op = match starred {
            None => Op::UnpackSequence(count as u32),
            Some(before) => match u16::try_from(before) {
                Ok(before) if before < 256 => Op::UnpackEx { before, after: (count - usize::from(before) - 1) as u32 },
                _ => return self.fail("too many expressions in star-unpacking assignment", node),
            },
        };
        self.emit(op, node);
        Ok(())
    }

    /// `self.x = …` in a method adds to the class's `__static_attributes__`.
    fn record_static_attribute(&mut self, e: &ast::ExprAttribute) {
        let Expr::Name(object) = &*e.value else { return };
        if object.id.as_str() != "self" {
            return;
        }
        let enclosing = std::iter::once(&mut self.unit).chain(self.outer.iter_mut().rev());
        if let Some(class) = enclosing.into_iter().find(|unit| unit.spec.flags.class_body) {
            class.static_attributes.insert(e.attr.to_string());
        }
    }

    fn delete_target(&mut self, target: &'a Expr) -> Result<()> {
        match target {
            Expr::Name(e) => self.name(&e.id, Access::Delete, e),
            Expr::Attribute(e) => {
                self.expression(&e.value)?;
                let name = self.mangled(&e.attr);
                let position = self.attribute_position(e.range, e);
                self.unit.emit(Op::DeleteAttr(name), position);
                Ok(())
            }
            Expr::Subscript(e) => {
                self.expression(&e.value)?;
                self.expression(&e.slice)?;
                self.emit(Op::DeleteItem, e);
                Ok(())
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                elts.iter().try_for_each(|elt| self.delete_target(elt))
            }
            _ => self.fail("cannot delete expression", target),
        }
    }

    fn augmented_assign(&mut self, s: &'a ast::StmtAugAssign) -> Result<()> {
        let op = Op::InPlace(binary_op(s.op));
        match &*s.target {
            Expr::Name(e) => {
                self.name(&e.id, Access::Load, e)?;
                self.expression(&s.value)?;
                self.emit(op, s);
                self.name(&e.id, Access::Store, e)
            }
            Expr::Attribute(e) => {
                self.expression(&e.value)?;
                self.emit(Op::Copy(1), e);
                let position = self.attribute_position(e.range, e);
                let (cache, name) = (self.unit.cache(), self.mangled(&e.attr));
                self.unit.emit(Op::LoadAttr { cache, name }, position);
                self.expression(&s.value)?;
                self.emit(op, s);
                self.unit.emit(Op::Swap(2), position);
                let cache = self.unit.cache();
                self.unit.emit(Op::StoreAttr { cache, name }, position);
                Ok(())
            }
            Expr::Subscript(e) => {
                self.expression(&e.value)?;
                self.expression(&e.slice)?;
                self.emit(Op::Copy(2), e);
                self.emit(Op::Copy(2), e);
                self.emit(Op::LoadItem, e);
                self.expression(&s.value)?;
                self.emit(op, s);
                self.emit(Op::Swap(3), e);
                self.emit(Op::Swap(2), e);
                self.emit(Op::StoreItem, e);
                Ok(())
            }
            target => self.fail("illegal expression for augmented assignment", target),
        }
    }

    #[inline(never)]
    fn annotated_assign(&mut self, s: &'a ast::StmtAnnAssign) -> Result<()> {
        if let Some(value) = &s.value {
            self.expression(value)?;
            self.assign_target(&s.target)?;
        }
        if matches!(&*s.target, Expr::Name(target) if target.id.as_str() == "__debug__") {
            return self.fail("cannot assign to __debug__", s);
        }
        let kind = self.table.scope(self.unit.scope).kind;
        let in_namespace = matches!(kind, ScopeKind::Module | ScopeKind::Class);
        match &*s.target {
            Expr::Name(target) if s.simple && in_namespace => {
                self.annotation(&s.annotation)?;
                let annotations = self.unit.name("__annotations__");
                let load = match kind {
                    ScopeKind::Class => Op::LoadName(annotations),
                    _ => Op::LoadGlobal { cache: self.unit.cache(), name: annotations },
                };
                self.emit(load, s);
                let name = Const::Str(self.mangle(&target.id));
                let position = self.position(s.range);
                self.load_const(name, position);
                self.emit(Op::StoreItem, s);
                Ok(())
            }
            target => {
                if s.value.is_none() {
                    let parts: &[&'a Expr] = match target {
                        Expr::Attribute(e) => &[&*e.value],
                        Expr::Subscript(e) => &[&*e.value, &*e.slice],
                        _ => &[],
                    };
                    for part in parts {
                        self.expression(part)?;
                        self.emit(Op::Pop, s);
                    }
                }
                if !s.simple && in_namespace && !self.future_annotations {
                    self.expression(&s.annotation)?;
                    self.emit(Op::Pop, s);
                }
                Ok(())
            }
        }
    }

    /// Pushes an annotation's value, or its text.
    pub fn annotation(&mut self, annotation: &'a Expr) -> Result<()> {
        if self.future_annotations {
            let position = self.position(annotation.range());
            self.load_const(Const::Str(super::unparse::unparse(self.source, annotation)), position);
            return Ok(());
        }
        if let Expr::Starred(starred) = annotation {
            self.expression(&starred.value)?;
            self.emit(Op::UnpackSequence(1), starred);
            return Ok(());
        }
        self.expression(annotation)
    }

    fn assert_statement(&mut self, s: &'a ast::StmtAssert) -> Result<()> {
        if matches!(&*s.test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            self.warn("assertion is always true, perhaps remove parentheses?".to_string(), s);
        }
        let end = self.unit.new_label();
        self.jump_if(&s.test, end, true)?;
        self.emit(Op::LoadAssertionError, s);
        if let Some(message) = &s.msg {
            self.emit(Op::PushUnbound, s);
            self.expression(message)?;
            self.emit(Op::Call(1), s);
        }
        self.emit(Op::Raise(1), &*s.test);
        self.unit.bind(end);
        Ok(())
    }

    fn import(&mut self, s: &'a ast::StmtImport) -> Result<()> {
        let position = self.position(s.range);
        for alias in &s.names {
            self.load_const(Const::Int(0), position);
            self.load_const(Const::None, position);
            let module = self.unit.name(&alias.name);
            self.unit.emit(Op::ImportName(module), position);
            let mut parts = alias.name.split('.');
            let top = parts.next().unwrap_or_default();
            let Some(asname) = &alias.asname else {
                self.name_at(top, Access::Store, position);
                continue;
            };
            let mut inner = parts.peekable();
            let is_dotted = inner.peek().is_some();
            while let Some(part) = inner.next() {
                let part = self.unit.name(part);
                self.unit.emit(Op::ImportFrom(part), position);
                if inner.peek().is_some() {
                    self.unit.emit(Op::Swap(2), position);
                    self.unit.emit(Op::Pop, position);
                }
            }
            self.name_at(asname, Access::Store, position);
            if is_dotted {
                self.unit.emit(Op::Pop, position);
            }
        }
        Ok(())
    }

    fn import_from(&mut self, s: &'a ast::StmtImportFrom) -> Result<()> {
        let position = self.position(s.range);
        if s.level == 0 && s.module.as_deref() == Some("__future__") {
            self.check_future(s)?;
        }
        self.load_const(Const::Int(i64::from(s.level)), position);
        let names = s.names.iter().map(|alias| Const::Str(alias.name.to_string())).collect();
        self.load_const(Const::Tuple(names), position);
        let module = self.unit.name(s.module.as_deref().unwrap_or_default());
        self.unit.emit(Op::ImportName(module), position);
        if s.names.first().is_some_and(|alias| alias.name.as_str() == "*") {
            self.unit.emit(Op::Intrinsic(Intrinsic::ImportStar), position);
            return Ok(());
        }
        for alias in &s.names {
            let name = self.unit.name(&alias.name);
            self.unit.emit(Op::ImportFrom(name), position);
            self.name_at(alias.asname.as_ref().unwrap_or(&alias.name), Access::Store, position);
        }
        self.unit.emit(Op::Pop, position);
        Ok(())
    }

    #[inline(never)]
    fn check_future(&self, s: &ast::StmtImportFrom) -> Result<()> {
        const FEATURES: [&str; 10] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        for alias in &s.names {
            let name = alias.name.as_str();
            let start = TextRange::at(s.start(), TextSize::new(1));
            if name == "braces" {
                return self.fail("not a chance", &start);
            }
            if !FEATURES.contains(&name) {
                return self.fail(format!("future feature {name} is not defined"), &start);
            }
        }
        if self.unit.spec.flags.module && self.before_all_but_futures(s) {
            return Ok(());
        }
        self.fail("from __future__ imports must occur at the beginning of the file", s)
    }

    /// Nothing stands before it but the docstring and other `__future__` imports.
    fn before_all_but_futures(&self, s: &ast::StmtImportFrom) -> bool {
        self.future_end >= s.end()
    }
}

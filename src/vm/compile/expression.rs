//! Expressions. What has a scope of its own is in `function` and `comprehension`.

use std::collections::HashSet;

use ruff_python_ast::{self as ast, BoolOp, Expr, FStringPart, InterpolatedStringElement, Keyword, Operator, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::constant::fold_binary;
use super::generate::{Access, Compiler, Result};
use super::scope::{Resolution, ScopeKind};
use super::unit::Label;
use crate::vm::code::{Const, Position};
use crate::vm::op::{BinOp, CmpOp, Conversion, Intrinsic, Op};

pub(super) fn binary_op(op: Operator) -> BinOp {
    match op {
        Operator::Add => BinOp::Add,
        Operator::Sub => BinOp::Sub,
        Operator::Mult => BinOp::Mul,
        Operator::MatMult => BinOp::MatMul,
        Operator::Div => BinOp::TrueDiv,
        Operator::FloorDiv => BinOp::FloorDiv,
        Operator::Mod => BinOp::Mod,
        Operator::Pow => BinOp::Pow,
        Operator::LShift => BinOp::LShift,
        Operator::RShift => BinOp::RShift,
        Operator::BitAnd => BinOp::And,
        Operator::BitOr => BinOp::Or,
        Operator::BitXor => BinOp::Xor,
    }
}

fn compare_op(op: ast::CmpOp) -> Op {
    match op {
        ast::CmpOp::Lt => Op::Compare(CmpOp::Lt),
        ast::CmpOp::LtE => Op::Compare(CmpOp::Le),
        ast::CmpOp::Eq => Op::Compare(CmpOp::Eq),
        ast::CmpOp::NotEq => Op::Compare(CmpOp::Ne),
        ast::CmpOp::Gt => Op::Compare(CmpOp::Gt),
        ast::CmpOp::GtE => Op::Compare(CmpOp::Ge),
        ast::CmpOp::Is => Op::Is { not: false },
        ast::CmpOp::IsNot => Op::Is { not: true },
        ast::CmpOp::In => Op::Contains { not: false },
        ast::CmpOp::NotIn => Op::Contains { not: true },
    }
}

/// `not a in b` is `a not in b`.
fn negated_compare(e: &ast::ExprUnaryOp) -> Option<(&ast::ExprCompare, ast::CmpOp)> {
    let Expr::Compare(compare) = &*e.operand else { return None };
    match (e.op, &*compare.ops) {
        (UnaryOp::Not, [op @ (ast::CmpOp::Is | ast::CmpOp::IsNot | ast::CmpOp::In | ast::CmpOp::NotIn)]) => {
            Some((compare, op.negate()))
        }
        _ => None,
    }
}

/// What a display or a list of arguments becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Display {
    Tuple,
    List,
    Set,
}

impl<'a> Compiler<'a> {
    /// Pushes the value of an expression.
    pub fn expression(&mut self, expr: &'a Expr) -> Result<()> {
        if let Some(constant) = self.constant(expr) {
            if let Expr::NumberLiteral(number) = expr {
                self.check_number(number)?;
            }
            let position = self.position(expr.range());
            self.load_const(constant, position);
            return Ok(());
        }
        match expr {
            Expr::Name(e) => self.name(&e.id, Access::Load, e),
            Expr::Attribute(e) => {
                self.expression(&e.value)?;
                let position = self.attribute_position(e.range, e);
                let (cache, name) = (self.unit.cache(), self.mangled(&e.attr));
                self.unit.emit(Op::LoadAttr { cache, name }, position);
                Ok(())
            }
            Expr::Call(e) => self.call(e),
            Expr::Subscript(e) => {
                self.warn_about_subscript(e);
                self.expression(&e.value)?;
                self.expression(&e.slice)?;
                self.emit(Op::LoadItem, e);
                Ok(())
            }
            Expr::Slice(e) => self.slice(e),
            Expr::BinOp(_) => self.binary(expr),
            Expr::UnaryOp(e) => {
                if let Some((compare, op)) = negated_compare(e) {
                    self.expression(&compare.left)?;
                    self.expression(&compare.comparators[0])?;
                    self.emit(compare_op(op), compare);
                    return Ok(());
                }
                self.expression(&e.operand)?;
                let op = match e.op {
                    UnaryOp::USub => Op::Negative,
                    UnaryOp::UAdd => Op::Positive,
                    UnaryOp::Invert => Op::Invert,
                    UnaryOp::Not => Op::Not,
                };
                self.emit(op, e);
                Ok(())
            }
            Expr::BoolOp(e) => {
                let end = self.unit.new_label();
                let jump = if e.op == BoolOp::And { Op::JumpIfFalseOrPop } else { Op::JumpIfTrueOrPop };
                for (i, value) in e.values.iter().enumerate() {
                    self.expression(value)?;
                    if i + 1 < e.values.len() {
                        self.emit_jump(jump, end, e);
                    }
                }
                self.unit.bind(end);
                Ok(())
            }
            Expr::Compare(e) => self.compare(e),
            Expr::If(e) => {
                let (orelse, end) = (self.unit.new_label(), self.unit.new_label());
                self.jump_if(&e.test, orelse, false)?;
                self.expression(&e.body)?;
                self.artificial_jump(Op::Jump, end);
                self.unit.bind(orelse);
                self.expression(&e.orelse)?;
                self.unit.bind(end);
                Ok(())
            }
            Expr::Named(e) => {
                self.expression(&e.value)?;
                self.emit(Op::Copy(1), e);
                self.assign_target(&e.target)
            }
            Expr::Lambda(e) => self.lambda(e),
            Expr::Tuple(e) => self.display(Display::Tuple, &e.elts, self.position(e.range)),
            Expr::List(e) => self.display(Display::List, &e.elts, self.position(e.range)),
            Expr::Set(e) => self.display(Display::Set, &e.elts, self.position(e.range)),
            Expr::Dict(e) => self.dict(e),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => self.inlined_comprehension(expr),
            Expr::Generator(e) => self.generator_expression(e, e.range),
            Expr::Await(e) => {
                if !self.in_function() {
                    return self.fail("'await' outside function", e);
                }
                let flags = self.unit.spec.flags;
                let is_generator = self.unit_kind() == ScopeKind::Generator;
                if !flags.coroutine && !flags.async_generator && !is_generator {
                    return self.fail("'await' outside async function", e);
                }
                self.expression(&e.value)?;
                let position = self.position(e.range);
                self.await_top(0, position);
                Ok(())
            }
            Expr::Yield(e) => {
                if !self.in_function() {
                    return self.fail("'yield' outside function", e);
                }
                match &e.value {
                    Some(value) => self.expression(value)?,
                    None => self.load_const(Const::None, self.position(e.range)),
                }
                self.emit(Op::Yield, e);
                Ok(())
            }
            Expr::YieldFrom(e) => {
                if !self.in_function() {
                    return self.fail("'yield from' outside function", e);
                }
                if self.unit.spec.flags.async_generator || self.unit.spec.flags.coroutine {
                    return self.fail("'yield from' inside async function", e);
                }
                self.expression(&e.value)?;
                let position = self.position(e.range);
                self.unit.emit(Op::GetYieldFromIter, position);
                self.load_const(Const::None, position);
                self.unit.emit(Op::Send, position);
                Ok(())
            }
            Expr::FString(e) => self.f_string(e),
            Expr::Starred(e) => self.fail("can't use starred expression here", e),
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => self.fail("invalid syntax", expr),
            Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_) => unreachable!("a literal is a constant"),
        }
    }

    /// A chain of calls over several lines is shown at each attribute's line: CPython's
    /// `update_start_location_to_match_attr`.
    pub fn attribute_position(&self, range: TextRange, attribute: &ast::ExprAttribute) -> Position {
        let position = self.position(range);
        let (end_line, end_column) = self.source.line_column(attribute.range.end());
        if position.line == end_line {
            return position;
        }
        let length = attribute.attr.chars().count() as u32;
        Position { line: end_line, column: end_column.saturating_sub(length), ..position }
    }

    /// A long sum leans to the left: no recursion along it.
    fn binary(&mut self, expr: &'a Expr) -> Result<()> {
        let mut spine = Vec::new();
        let mut left = expr;
        while let Expr::BinOp(e) = left {
            spine.push(e);
            left = &e.left;
        }
        let mut folded = self.constant(left);
        let mut folded_range = left.range();
        if folded.is_none() {
            self.expression(left)?;
        }
        while let Some(e) = spine.pop() {
            if let Some(left) = &folded {
                let right = self.constant(&e.right);
                if let Some(value) = right.and_then(|right| fold_binary(left, e.op, &right)) {
                    folded = Some(value);
                    folded_range = e.range;
                    continue;
                }
                let position = self.position(folded_range);
                self.load_const(left.clone(), position);
                folded = None;
            }
            self.expression(&e.right)?;
            self.emit(Op::Binary(binary_op(e.op)), e);
        }
        if let Some(value) = folded {
            let position = self.position(folded_range);
            self.load_const(value, position);
        }
        Ok(())
    }

    fn slice(&mut self, e: &'a ast::ExprSlice) -> Result<()> {
        let position = self.position(e.range);
        for bound in [&e.lower, &e.upper] {
            match bound {
                Some(bound) => self.expression(bound)?,
                None => self.load_const(Const::None, position),
            }
        }
        if let Some(step) = &e.step {
            self.expression(step)?;
        }
        self.unit.emit(Op::BuildSlice(2 + u8::from(e.step.is_some())), position);
        Ok(())
    }

    fn compare(&mut self, e: &'a ast::ExprCompare) -> Result<()> {
        self.warn_about_is(e);
        self.expression(&e.left)?;
        let last = e.ops.len() - 1;
        if last == 0 {
            self.expression(&e.comparators[0])?;
            self.emit(compare_op(e.ops[0]), e);
            return Ok(());
        }
        let (cleanup, end) = (self.unit.new_label(), self.unit.new_label());
        for i in 0..last {
            self.chained_compare(e, i)?;
            self.emit_jump(Op::JumpIfFalseOrPop, cleanup, e);
        }
        self.expression(&e.comparators[last])?;
        self.emit(compare_op(e.ops[last]), e);
        self.artificial_jump(Op::Jump, end);
        self.unit.bind(cleanup);
        self.emit(Op::Swap(2), e);
        self.emit(Op::Pop, e);
        self.unit.bind(end);
        Ok(())
    }

    /// One comparison of a chain. `[left -> right, result]`
    fn chained_compare(&mut self, e: &'a ast::ExprCompare, i: usize) -> Result<()> {
        self.expression(&e.comparators[i])?;
        self.emit(Op::Swap(2), e);
        self.emit(Op::Copy(2), e);
        self.emit(compare_op(e.ops[i]), e);
        Ok(())
    }

    /// Jumps to `target` if the truth of `test` is `condition`, else goes on.
    pub fn jump_if(&mut self, test: &'a Expr, target: Label, condition: bool) -> Result<()> {
        match test {
            Expr::UnaryOp(e) if e.op == UnaryOp::Not && negated_compare(e).is_none() => {
                return self.jump_if(&e.operand, target, !condition);
            }
            Expr::BoolOp(e) => {
                let is_or = e.op == BoolOp::Or;
                let shortcut = if is_or == condition { target } else { self.unit.new_label() };
                let (last, first) = e.values.split_last().expect("a BoolOp has two values");
                for value in first {
                    self.jump_if(value, shortcut, is_or)?;
                }
                self.jump_if(last, target, condition)?;
                if shortcut != target {
                    self.unit.bind(shortcut);
                }
                return Ok(());
            }
            Expr::If(e) => {
                let (end, orelse) = (self.unit.new_label(), self.unit.new_label());
                self.jump_if(&e.test, orelse, false)?;
                self.jump_if(&e.body, target, condition)?;
                self.artificial_jump(Op::Jump, end);
                self.unit.bind(orelse);
                self.jump_if(&e.orelse, target, condition)?;
                self.unit.bind(end);
                return Ok(());
            }
            Expr::Compare(e) if e.ops.len() > 1 => {
                self.warn_about_is(e);
                let (cleanup, end) = (self.unit.new_label(), self.unit.new_label());
                let last = e.ops.len() - 1;
                self.expression(&e.left)?;
                for i in 0..last {
                    self.chained_compare(e, i)?;
                    self.emit_jump(Op::PopJumpIfFalse, cleanup, e);
                }
                self.expression(&e.comparators[last])?;
                self.emit(compare_op(e.ops[last]), e);
                self.emit_jump(if condition { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }, target, e);
                self.artificial_jump(Op::Jump, end);
                self.unit.bind(cleanup);
                self.emit(Op::Pop, e);
                if !condition {
                    self.artificial_jump(Op::Jump, target);
                }
                self.unit.bind(end);
                return Ok(());
            }
            _ => {}
        }
        if let Some(truth) = self.constant_truth(test) {
            self.emit(Op::Nop, test);
            if truth == condition {
                self.artificial_jump(Op::Jump, target);
            }
            return Ok(());
        }
        // A test against None needs no bool.
        if let Expr::Compare(e) = test
            && let ([op @ (ast::CmpOp::Is | ast::CmpOp::IsNot)], [Expr::NoneLiteral(_)]) = (&*e.ops, &*e.comparators)
        {
            self.expression(&e.left)?;
            let if_none = (*op == ast::CmpOp::Is) == condition;
            self.emit_jump(if if_none { Op::PopJumpIfNone } else { Op::PopJumpIfNotNone }, target, e);
            return Ok(());
        }
        self.expression(test)?;
        self.emit_jump(if condition { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }, target, test);
        Ok(())
    }

    fn display(&mut self, kind: Display, elts: &'a [Expr], position: Position) -> Result<()> {
        let build = |n| match kind {
            Display::Tuple => Op::BuildTuple(n),
            Display::List => Op::BuildList(n),
            Display::Set => Op::BuildSet(n),
        };
        let plain = elts.iter().take_while(|elt| !elt.is_starred_expr()).count();
        elts[..plain].iter().try_for_each(|elt| self.expression(elt))?;
        if plain == elts.len() {
            self.unit.emit(build(plain as u32), position);
            return Ok(());
        }
        let (build, append, extend) = match kind {
            Display::Set => (Op::BuildSet(plain as u32), Op::SetAdd(1), Op::SetUpdate),
            _ => (Op::BuildList(plain as u32), Op::ListAppend(1), Op::ListExtend),
        };
        self.unit.emit(build, position);
        for elt in &elts[plain..] {
            if let Expr::Starred(starred) = elt {
                self.expression(&starred.value)?;
                self.unit.emit(extend, position);
            } else {
                self.expression(elt)?;
                self.unit.emit(append, position);
            }
        }
        if kind == Display::Tuple {
            self.unit.emit(Op::ListToTuple, position);
        }
        Ok(())
    }

    fn dict(&mut self, e: &'a ast::ExprDict) -> Result<()> {
        let position = self.position(e.range);
        let mut pending = 0;
        let mut has_dict = false;
        for item in &e.items {
            if let Some(key) = &item.key {
                self.expression(key)?;
                self.expression(&item.value)?;
                pending += 1;
                continue;
            }
            if pending > 0 || !has_dict {
                self.unit.emit(Op::BuildMap(pending), position);
                if has_dict {
                    self.unit.emit(Op::DictUpdate, position);
                }
                has_dict = true;
                pending = 0;
            }
            self.expression(&item.value)?;
            self.unit.emit(Op::DictUpdate, position);
        }
        if pending > 0 || !has_dict {
            self.unit.emit(Op::BuildMap(pending), position);
            if has_dict {
                self.unit.emit(Op::DictUpdate, position);
            }
        }
        Ok(())
    }

    fn call(&mut self, e: &'a ast::ExprCall) -> Result<()> {
        self.warn_about_call(e);
        let arguments = &e.arguments;
        let is_plain =
            !arguments.args.iter().any(Expr::is_starred_expr) && arguments.keywords.iter().all(|k| k.arg.is_some());
        let range = e.range();
        if let Expr::Attribute(method) = &*e.func
            && is_plain
        {
            self.expression(&method.value)?;
            let (cache, name) = (self.unit.cache(), self.mangled(&method.attr));
            let position = self.attribute_position(method.range, method);
            self.unit.emit(Op::LoadMethod { cache, name }, position);
            let position = if self.is_imported_module(&method.value) {
                self.position(range)
            } else {
                self.attribute_position(range, method)
            };
            return self.call_arguments(0, &arguments.args, &arguments.keywords, None, position, Some(arguments.range));
        }
        self.expression(&e.func)?;
        self.emit(Op::PushUnbound, &*e.func);
        let position = self.position(range);
        self.call_arguments(0, &arguments.args, &arguments.keywords, None, position, Some(arguments.range))
    }

    /// A name that the module imports: CPython does not call its attributes as methods.
    fn is_imported_module(&self, expr: &Expr) -> bool {
        let Expr::Name(e) = expr else { return false };
        let name = self.mangle(&e.id);
        let (_, resolution) = self.table.resolve(self.current_scope(), &name);
        let is_module = self.unit.spec.flags.module;
        let is_global = matches!(resolution, Resolution::GlobalExplicit | Resolution::GlobalImplicit);
        (is_global || is_module) && self.table.is_imported_in_module(&name)
    }

    /// Pushes arguments and calls. `before` positional arguments are on the stack already; `generic` are the type
    /// parameters of a class, whose last base is `Generic[…]` of them. `parentheses` belong to a generator expression
    /// that is the only argument and has none of its own.
    pub fn call_arguments(
        &mut self,
        before: u32,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        generic: Option<&'a ast::TypeParams>,
        position: Position,
        parentheses: Option<TextRange>,
    ) -> Result<()> {
        self.check_keywords(keywords)?;
        let has_star = args.iter().any(Expr::is_starred_expr);
        let has_double_star = keywords.iter().any(|keyword| keyword.arg.is_none());
        if has_star || has_double_star || keywords.len() + args.len() > usize::from(u16::MAX) {
            return self.call_with_unpacking(before, args, keywords, generic, position);
        }
        for arg in args {
            self.argument(arg, parentheses)?;
        }
        let mut count = before + args.len() as u32;
        if generic.is_some() {
            self.generic_base(generic, position);
            count += 1;
        }
        if keywords.is_empty() {
            self.unit.emit(Op::Call(count), position);
            return Ok(());
        }
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            self.expression(&keyword.value)?;
            names.extend(keyword.arg.as_ref().map(|arg| Const::Str(arg.to_string())));
        }
        let names = self.unit.constant(Const::Tuple(names));
        self.unit.emit(Op::CallKw { argc: (count as usize + keywords.len()) as u16, names }, position);
        Ok(())
    }

    /// A generator expression that is the only argument takes the call's parentheses.
    fn argument(&mut self, arg: &'a Expr, parentheses: Option<TextRange>) -> Result<()> {
        match arg {
            Expr::Generator(e) if !e.parenthesized => self.generator_expression(e, parentheses.unwrap_or(e.range)),
            _ => self.expression(arg),
        }
    }

    fn generic_base(&mut self, generic: Option<&'a ast::TypeParams>, position: Position) {
        self.type_params_tuple(generic, position);
        self.unit.emit(Op::Intrinsic(Intrinsic::SubscriptGeneric), position);
    }

    fn call_with_unpacking(
        &mut self,
        before: u32,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        generic: Option<&'a ast::TypeParams>,
        position: Position,
    ) -> Result<()> {
        match args {
            // The only argument: CPython's message then names the function.
            [Expr::Starred(only)] if before == 0 && generic.is_none() => {
                self.unit.emit(Op::BuildList(0), position);
                self.expression(&only.value)?;
                self.unit.emit(Op::ArgsExtend, position);
                self.unit.emit(Op::ListToTuple, position);
            }
            _ => {
                let plain = args.iter().take_while(|arg| !arg.is_starred_expr()).count();
                args[..plain].iter().try_for_each(|arg| self.expression(arg))?;
                let starts_with = before + plain as u32;
                if plain == args.len() && generic.is_none() {
                    self.unit.emit(Op::BuildTuple(starts_with), position);
                } else {
                    self.unit.emit(Op::BuildList(starts_with), position);
                    for arg in &args[plain..] {
                        if let Expr::Starred(starred) = arg {
                            self.expression(&starred.value)?;
                            self.unit.emit(Op::ListExtend, position);
                        } else {
                            self.expression(arg)?;
                            self.unit.emit(Op::ListAppend(1), position);
                        }
                    }
                    if generic.is_some() {
                        self.generic_base(generic, position);
                        self.unit.emit(Op::ListAppend(1), position);
                    }
                    self.unit.emit(Op::ListToTuple, position);
                }
            }
        }
        let mut has_dict = false;
        let mut pending = 0;
        for keyword in keywords {
            if let Some(arg) = &keyword.arg {
                self.load_const(Const::Str(arg.to_string()), position);
                self.expression(&keyword.value)?;
                pending += 1;
                continue;
            }
            if pending > 0 || !has_dict {
                self.unit.emit(Op::BuildMap(pending), position);
                if has_dict {
                    self.unit.emit(Op::DictMerge, position);
                }
                has_dict = true;
                pending = 0;
            }
            self.expression(&keyword.value)?;
            self.unit.emit(Op::DictMerge, position);
        }
        if pending > 0 {
            self.unit.emit(Op::BuildMap(pending), position);
            if has_dict {
                self.unit.emit(Op::DictMerge, position);
            }
        }
        self.unit.emit(Op::CallEx { has_kwargs: !keywords.is_empty() }, position);
        Ok(())
    }

    fn check_keywords(&self, keywords: &[Keyword]) -> Result<()> {
        let mut seen = HashSet::new();
        for keyword in keywords {
            let Some(arg) = &keyword.arg else { continue };
            if arg.as_str() == "__debug__" {
                return self.fail("cannot assign to __debug__", keyword);
            }
            if !seen.insert(arg.as_str()) {
                return self.fail(format!("keyword argument repeated: {arg}"), keyword);
            }
        }
        Ok(())
    }

    fn f_string(&mut self, e: &'a ast::ExprFString) -> Result<()> {
        let position = self.position(e.range);
        let mut pieces = Pieces::default();
        for part in &e.value {
            match part {
                FStringPart::Literal(literal) => pieces.text.push_str(&literal.value),
                FStringPart::FString(f) => self.f_string_elements(&f.elements, &mut pieces, position)?,
            }
        }
        self.join(pieces, position);
        Ok(())
    }

    fn f_string_elements(
        &mut self,
        elements: &'a [InterpolatedStringElement],
        pieces: &mut Pieces,
        position: Position,
    ) -> Result<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => pieces.text.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(field) => {
                    if let Some(debug) = &field.debug_text {
                        pieces.text.push_str(debug.as_str());
                    }
                    self.flush(pieces, position);
                    self.field(field)?;
                    pieces.count += 1;
                }
            }
        }
        Ok(())
    }

    fn flush(&mut self, pieces: &mut Pieces, position: Position) {
        if !pieces.text.is_empty() {
            self.load_const(Const::Str(std::mem::take(&mut pieces.text)), position);
            pieces.count += 1;
        }
    }

    /// Makes one string of what was pushed.
    fn join(&mut self, mut pieces: Pieces, position: Position) {
        self.flush(&mut pieces, position);
        match pieces.count {
            0 => self.load_const(Const::Str(String::new()), position),
            1 => {}
            count => self.unit.emit(Op::BuildString(count), position),
        }
    }

    fn field(&mut self, field: &'a ast::InterpolatedElement) -> Result<()> {
        self.expression(&field.expression)?;
        let conversion = match field.conversion {
            ast::ConversionFlag::Str => Conversion::Str,
            ast::ConversionFlag::Repr => Conversion::Repr,
            ast::ConversionFlag::Ascii => Conversion::Ascii,
            ast::ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => Conversion::Repr,
            ast::ConversionFlag::None => Conversion::None,
        };
        if let Some(spec) = &field.format_spec {
            let position = self.position(spec.range);
            let mut pieces = Pieces::default();
            self.f_string_elements(&spec.elements, &mut pieces, position)?;
            self.join(pieces, position);
        }
        self.emit(Op::Format { conversion, has_spec: field.format_spec.is_some() }, field);
        Ok(())
    }
}

/// The parts of an f-string that are on the stack, and the text that comes after them.
#[derive(Default)]
struct Pieces {
    count: u32,
    text: String,
}

//! Functions, lambdas, classes, type parameters and aliases.

use std::collections::HashSet;

use ruff_python_ast::{self as ast, Decorator, Expr, Stmt, TypeParam};
use ruff_text_size::{Ranged, TextRange};

use super::generate::{Access, Compiler, Result};
use super::scope::{Resolution, ScopeId, ScopeKind};
use super::statement::{docstring, has_annotations};
use crate::vm::code::{CodeSpec, Const, Flags, Position};
use crate::vm::op::{Intrinsic, Op};

impl<'a> Compiler<'a> {
    /// In the body of a function or a lambda, the comprehensions in it included.
    pub fn in_function(&self) -> bool {
        matches!(self.unit_kind(), ScopeKind::Function | ScopeKind::Lambda | ScopeKind::Generator)
    }

    pub fn unit_kind(&self) -> ScopeKind {
        self.table.scope(self.unit.scope).kind
    }

    /// The qualified name of a block inside the one being compiled.
    fn qualname(&self, name: &str) -> String {
        let parent = &self.unit.spec;
        if parent.flags.module {
            return name.to_string();
        }
        if matches!(self.unit_kind(), ScopeKind::Function | ScopeKind::Class) {
            let mangled = self.mangle(name);
            let (_, resolution) = self.table.resolve(self.current_scope(), &mangled);
            if resolution == Resolution::GlobalExplicit {
                return name.to_string();
            }
        }
        let dot = if parent.flags.class_body { "." } else { ".<locals>." };
        format!("{}{dot}{name}", parent.qualname)
    }

    /// The fields that a block's code has before it is compiled.
    pub fn spec(&self, name: &str, scope: ScopeId, first: Position) -> CodeSpec {
        CodeSpec {
            name: name.to_string(),
            qualname: self.qualname(name),
            first_line: first.line,
            flags: Flags { nested: self.table.scope(scope).is_nested, ..Flags::default() },
            ..CodeSpec::default()
        }
    }

    /// A generator's whole body is guarded: `StopIteration` must not leave it.
    pub fn guarded(&mut self, body: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let flags = self.unit.spec.flags;
        if !flags.generator && !flags.coroutine && !flags.async_generator {
            return body(self);
        }
        let stop = self.unit.new_label();
        let outer = self.unit.begin_handler(stop, 0);
        body(self)?;
        self.unit.handler = outer;
        self.unit.bind(stop);
        self.unit.emit_artificial(Op::Intrinsic(Intrinsic::StopIterationError));
        self.unit.emit_artificial(Op::Reraise);
        Ok(())
    }

    /// Pushes the cells of a closure, if the code has any, and the function.
    /// `[(defaults), (kwdefaults), (annotations) -> function]`
    pub fn make_function(&mut self, code: CodeSpec, flags: u8, position: Position) {
        let mut flags = flags;
        if !code.freevars.is_empty() {
            for name in &code.freevars {
                let slot = self.closure_slot(name);
                self.unit.emit(Op::LoadCell(slot), position);
            }
            self.unit.emit(Op::BuildTuple(code.freevars.len() as u32), position);
            flags |= 8;
        }
        self.load_const(Const::Code(Box::new(code)), position);
        self.unit.emit(Op::MakeFunction(flags), position);
    }

    /// Pushes the decorators, to be called by `apply_decorators`.
    fn load_decorators(&mut self, decorators: &'a [Decorator]) -> Result<()> {
        for decorator in decorators {
            self.expression(&decorator.expression)?;
            self.emit(Op::PushUnbound, &decorator.expression);
        }
        Ok(())
    }

    fn apply_decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators.iter().rev() {
            self.emit(Op::Call(1), &decorator.expression);
        }
    }

    /// Where `def` or `class` stands: ruff's range starts at the decorators.
    fn after_decorators(&self, range: TextRange, decorators: &[Decorator]) -> TextRange {
        let Some(last) = decorators.last() else { return range };
        let text = self.source.text;
        let mut at = last.range.end().to_usize();
        loop {
            let rest = &text[at..range.end().to_usize()];
            let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}', ')']);
            at += rest.len() - trimmed.len();
            if trimmed.starts_with('#') {
                at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else {
                break;
            }
        }
        TextRange::new((at as u32).into(), range.end())
    }

    fn first_position(&self, position: Position, decorators: &[Decorator]) -> Position {
        decorators.first().map_or(position, |first| self.position(first.expression.range()))
    }

    pub fn function_definition(&mut self, s: &'a ast::StmtFunctionDef) -> Result<()> {
        self.load_decorators(&s.decorator_list)?;
        let range = self.after_decorators(s.range, &s.decorator_list);
        let position = self.position(range);
        let flags = self.defaults(&s.parameters, position)?;
        let generic = self.begin_type_params(s.type_params.as_deref())?;
        let flags = flags | self.annotations(&s.parameters, s.returns.as_deref(), position)?;

        let scope = self.table.of_node(ScopeKind::Function, s.range);
        let first = self.first_position(position, &s.decorator_list);
        let mut spec = self.spec(&s.name, scope, first);
        self.parameters(&mut spec, Some(&s.parameters))?;
        let is_generator = self.table.scope(scope).is_generator;
        spec.flags.generator = is_generator && !s.is_async;
        spec.flags.coroutine = s.is_async && !is_generator;
        spec.flags.async_generator = s.is_async && is_generator;
        let docstring = docstring(&s.body).map(|(text, _)| text);
        let body: &'a [Stmt] = if docstring.is_some() { &s.body[1..] } else { &s.body };
        spec.docstring = docstring;
        self.enter(scope, spec);
        self.guarded(|c| {
            c.statements(body)?;
            c.return_none();
            Ok(())
        })?;
        let code = self.leave(s.range)?;
        self.make_function(code, flags, position);
        if generic {
            self.type_params_tuple(s.type_params.as_deref(), position);
            self.unit.emit(Op::Intrinsic(Intrinsic::SetTypeParams), position);
            self.unit.inline.pop();
        }
        self.apply_decorators(&s.decorator_list);
        self.unit.last_position = position;
        self.name_at(&s.name, Access::Store, position);
        Ok(())
    }

    pub fn lambda(&mut self, e: &'a ast::ExprLambda) -> Result<()> {
        let position = self.position(e.range);
        let flags = match &e.parameters {
            Some(parameters) => self.defaults(parameters, position)?,
            None => 0,
        };
        let scope = self.table.of_node(ScopeKind::Lambda, e.range);
        let mut spec = self.spec("<lambda>", scope, position);
        self.parameters(&mut spec, e.parameters.as_deref())?;
        spec.flags.generator = self.table.scope(scope).is_generator;
        self.enter(scope, spec);
        self.guarded(|c| {
            c.expression(&e.body)?;
            c.emit(Op::Return, &*e.body);
            Ok(())
        })?;
        let code = self.leave(e.range)?;
        self.make_function(code, flags, position);
        Ok(())
    }

    /// The slots that the parameters take.
    fn parameters(&self, spec: &mut CodeSpec, parameters: Option<&ast::Parameters>) -> Result<()> {
        let Some(parameters) = parameters else { return Ok(()) };
        if let Some(parameter) = parameters.iter().find(|p| p.name().as_str() == "__debug__") {
            return self.fail("cannot assign to __debug__", parameter.name());
        }
        spec.positional_only = parameters.posonlyargs.len() as u16;
        spec.arg_count = (parameters.posonlyargs.len() + parameters.args.len()) as u16;
        spec.keyword_only = parameters.kwonlyargs.len() as u16;
        spec.flags.varargs = parameters.vararg.is_some();
        spec.flags.varkeywords = parameters.kwarg.is_some();
        let positional = parameters.posonlyargs.iter().chain(&*parameters.args);
        let named = positional.chain(&*parameters.kwonlyargs).map(|p| &p.parameter);
        let all = named.chain(parameters.vararg.as_deref()).chain(parameters.kwarg.as_deref());
        spec.varnames = all.map(|parameter| self.mangle(&parameter.name)).collect();
        Ok(())
    }

    /// Pushes the tuple and the dict of defaults that there are; returns their flags of `MakeFunction`.
    fn defaults(&mut self, parameters: &'a ast::Parameters, position: Position) -> Result<u8> {
        let mut flags = 0;
        let positional = parameters.posonlyargs.iter().chain(&*parameters.args);
        let defaults: Vec<&'a Expr> = positional.filter_map(|p| p.default.as_deref()).collect();
        if !defaults.is_empty() {
            flags |= 1;
            let constants: Option<Vec<Const>> = defaults.iter().map(|default| self.constant(default)).collect();
            if let Some(constants) = constants {
                self.load_const(Const::Tuple(constants), position);
            } else {
                let count = defaults.len() as u32;
                defaults.into_iter().try_for_each(|default| self.expression(default))?;
                self.unit.emit(Op::BuildTuple(count), position);
            }
        }
        let mut count = 0;
        for parameter in &*parameters.kwonlyargs {
            if let Some(default) = parameter.default.as_deref() {
                let name = self.mangle(&parameter.parameter.name);
                self.load_const(Const::Str(name), position);
                self.expression(default)?;
                count += 1;
            }
        }
        if count > 0 {
            flags |= 2;
            self.unit.emit(Op::BuildMap(count), position);
        }
        Ok(flags)
    }

    /// Pushes the dict of annotations, if there are any; returns its flag of `MakeFunction`.
    fn annotations(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
        position: Position,
    ) -> Result<u8> {
        let positional = parameters.args.iter().chain(&*parameters.posonlyargs).map(|p| &p.parameter);
        let rest = parameters.kwonlyargs.iter().map(|p| &p.parameter);
        let all = positional
            .chain(parameters.vararg.as_deref())
            .chain(rest)
            .chain(parameters.kwarg.as_deref())
            .filter_map(|p| Some((self.mangle(&p.name), p.annotation.as_deref()?)))
            .chain(returns.map(|returns| ("return".to_string(), returns)));
        let all: Vec<(String, &'a Expr)> = all.collect();
        let count = all.len() as u32;
        for (name, annotation) in all {
            self.load_const(Const::Str(name), position);
            self.annotation(annotation)?;
        }
        if count == 0 {
            return Ok(0);
        }
        self.unit.emit(Op::BuildMap(count), position);
        Ok(4)
    }

    pub fn class_definition(&mut self, s: &'a ast::StmtClassDef) -> Result<()> {
        self.load_decorators(&s.decorator_list)?;
        let range = self.after_decorators(s.range, &s.decorator_list);
        let position = self.position(range);
        let generic = self.begin_type_params(s.type_params.as_deref())?;
        let first = self.first_position(position, &s.decorator_list);
        let code = self.class_body(s, first)?;
        self.unit.emit(Op::LoadBuildClass, position);
        self.unit.emit(Op::PushUnbound, position);
        self.make_function(code, 0, position);
        self.load_const(Const::Str(s.name.to_string()), position);
        let (bases, keywords) = match &s.arguments {
            Some(arguments) => (&*arguments.args, &*arguments.keywords),
            None => (&[][..], &[][..]),
        };
        self.call_arguments(2, bases, keywords, generic.then_some(s.type_params.as_deref()).flatten(), position, None)?;
        if generic {
            self.unit.inline.pop();
        }
        self.apply_decorators(&s.decorator_list);
        self.unit.last_position = position;
        self.name_at(&s.name, Access::Store, position);
        Ok(())
    }

    fn class_body(&mut self, s: &'a ast::StmtClassDef, first: Position) -> Result<CodeSpec> {
        let scope = self.table.of_node(ScopeKind::Class, s.range);
        let mut spec = self.spec(&s.name, scope, first);
        spec.flags.class_body = true;
        let qualname = spec.qualname.clone();
        self.enter(scope, spec);
        self.unit.private = Some(s.name.to_string());
        let at = Position { end_line: first.line, column: 0, end_column: 0, ..first };
        let name = self.unit.name("__name__");
        self.unit.emit(Op::LoadName(name), at);
        self.store_in_namespace("__module__", at);
        self.load_const(Const::Str(qualname), at);
        self.store_in_namespace("__qualname__", at);
        self.load_const(Const::Int(i64::from(first.line)), at);
        self.store_in_namespace("__firstlineno__", at);
        if let Some(params) = &s.type_params {
            self.type_params_tuple(Some(params), at);
            self.store_in_namespace("__type_params__", at);
        }
        if has_annotations(&s.body) {
            self.unit.emit(Op::Intrinsic(Intrinsic::SetupAnnotations), at);
        }
        let docstring = docstring(&s.body);
        let body: &'a [Stmt] = if docstring.is_some() { &s.body[1..] } else { &s.body };
        if let Some((text, range)) = docstring {
            let position = self.position(range);
            self.load_const(Const::Str(text), position);
            self.store_in_namespace("__doc__", position);
        }
        self.statements(body)?;
        let at = self.unit.last_position;
        let attributes = self.unit.static_attributes.iter().map(|name| Const::Str(name.clone())).collect();
        self.load_const(Const::Tuple(attributes), at);
        self.store_in_namespace("__static_attributes__", at);
        if let Some(cell) = self.unit.cell(scope, "__class__") {
            self.unit.emit(Op::LoadCell(cell), at);
            self.unit.emit(Op::Copy(1), at);
            self.store_in_namespace("__classcell__", at);
        } else {
            self.load_const(Const::None, at);
        }
        self.unit.emit(Op::Return, at);
        self.leave(s.range)
    }

    fn store_in_namespace(&mut self, name: &str, position: Position) {
        let name = self.unit.name(name);
        self.unit.emit(Op::StoreName(name), position);
    }

    /// `type X = …`. `[ -> ]`
    #[inline(never)]
    pub fn type_alias(&mut self, s: &'a ast::StmtTypeAlias) -> Result<()> {
        let Expr::Name(name) = &*s.name else { return self.fail("invalid syntax", &*s.name) };
        let position = self.position(s.range);
        let generic = self.begin_type_params(s.type_params.as_deref())?;
        self.load_const(Const::Str(name.id.to_string()), position);
        if generic {
            self.type_params_tuple(s.type_params.as_deref(), position);
        } else {
            self.load_const(Const::None, position);
        }
        let scope = self.table.of_node(ScopeKind::TypeAlias, s.range);
        let spec = self.spec(&name.id, scope, position);
        self.enter(scope, spec);
        self.expression(&s.value)?;
        self.emit(Op::Return, &*s.value);
        let code = self.leave(s.range)?;
        self.make_function(code, 0, position);
        self.unit.emit(Op::BuildTuple(3), position);
        self.unit.emit(Op::Intrinsic(Intrinsic::TypeAlias), position);
        if generic {
            self.unit.inline.pop();
        }
        self.name(&name.id, Access::Store, name)
    }

    /// Makes the type parameters and enters their scope, which the caller leaves by `inline.pop()`.
    fn begin_type_params(&mut self, params: Option<&'a ast::TypeParams>) -> Result<bool> {
        let Some(params) = params else { return Ok(false) };
        let scope = self.table.of_node(ScopeKind::TypeParams, params.range);
        self.unit.inline.push(scope);
        let mut has_default = false;
        let mut seen = HashSet::new();
        for param in &params.type_params {
            let (name, intrinsic, default) = match param {
                TypeParam::TypeVar(p) => (&p.name, Intrinsic::TypeVar, &p.default),
                TypeParam::TypeVarTuple(p) => (&p.name, Intrinsic::TypeVarTuple, &p.default),
                TypeParam::ParamSpec(p) => (&p.name, Intrinsic::ParamSpec, &p.default),
            };
            if has_default && default.is_none() {
                let message = format!("non-default type parameter '{name}' follows default type parameter");
                return self.fail(message, param);
            }
            has_default |= default.is_some();
            let mangled = self.mangle(name);
            if seen.insert(mangled.clone())
                && let Some(cell) = self.unit.cell(scope, &mangled)
            {
                self.emit(Op::NewCell(cell), param);
            }
            let position = self.position(param.range());
            self.load_const(Const::Str(name.to_string()), position);
            self.unit.emit(Op::Intrinsic(intrinsic), position);
            self.name_at(name, Access::Store, position);
        }
        Ok(true)
    }

    /// `[ -> tuple of the type parameters]`
    pub fn type_params_tuple(&mut self, params: Option<&'a ast::TypeParams>, position: Position) {
        let params = params.map_or(&[][..], |params| &params.type_params);
        for param in params {
            self.name_at(param.name(), Access::Load, position);
        }
        self.unit.emit(Op::BuildTuple(params.len() as u32), position);
    }
}

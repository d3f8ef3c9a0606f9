//! `match`: CPython's scheme, in which a pattern keeps the subject on top and what it captures below it until the whole
//! pattern has matched.

use std::collections::HashSet;

use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};
use ruff_text_size::{Ranged, TextRange};

use super::generate::{Access, Compiler, Result};
use super::unit::Label;
use crate::vm::code::Const;
use crate::vm::op::{BinOp, CmpOp, Op};

/// CPython's `pattern_context`.
#[derive(Clone, Default)]
struct PatternContext {
    /// The names that are captured, the last one deepest in the stack.
    stores: Vec<String>,
    /// A pattern that always matches is allowed: it is the last, or has a guard.
    allow_irrefutable: bool,
    /// `fail_pop[n]` pops `n` values and fails.
    fail_pop: Vec<Label>,
    /// How many values are above those captured, the subject not counted.
    on_top: usize,
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(p) if p.pattern.is_none() && p.name.is_none())
}

fn is_star_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchStar(p) if p.name.is_none())
}

impl<'a> Compiler<'a> {
    #[inline(never)]
    pub fn match_statement(&mut self, s: &'a ast::StmtMatch) -> Result<()> {
        self.expression(&s.subject)?;
        let end = self.unit.new_label();
        let count = s.cases.len();
        let has_default = count > 1 && s.cases.last().is_some_and(|case| is_wildcard(&case.pattern));
        let tested = count - usize::from(has_default);
        for (i, case) in s.cases[..tested].iter().enumerate() {
            let is_last_tested = i + 1 == tested;
            if !is_last_tested {
                self.emit(Op::Copy(1), &case.pattern);
            }
            let mut pc = PatternContext {
                allow_irrefutable: case.guard.is_some() || i + 1 == count,
                ..PatternContext::default()
            };
            self.pattern(&case.pattern, &mut pc)?;
            for name in pc.stores.clone() {
                self.name(&name, Access::Store, &case.pattern)?;
            }
            if let Some(guard) = &case.guard {
                self.ensure_fail_pop(&mut pc, 0);
                self.jump_if(guard, pc.fail_pop[0], false)?;
            }
            if !is_last_tested {
                self.emit(Op::Pop, &case.pattern);
            }
            self.statements(&case.body)?;
            self.artificial_jump(Op::Jump, end);
            self.emit_fail_pops(&mut pc, &case.pattern);
        }
        if has_default {
            let case = &s.cases[count - 1];
            if tested == 0 {
                self.emit(Op::Pop, &case.pattern);
            } else {
                self.emit(Op::Nop, &case.pattern);
            }
            if let Some(guard) = &case.guard {
                self.jump_if(guard, end, false)?;
            }
            self.statements(&case.body)?;
        }
        self.unit.bind(end);
        Ok(())
    }

    fn ensure_fail_pop(&mut self, pc: &mut PatternContext, n: usize) {
        while pc.fail_pop.len() <= n {
            pc.fail_pop.push(self.unit.new_label());
        }
    }

    /// Jumps to where everything that the pattern has put on the stack is popped.
    fn jump_to_fail_pop(&mut self, pc: &mut PatternContext, op: fn(u32) -> Op, node: &impl Ranged) {
        let pops = pc.on_top + pc.stores.len();
        self.ensure_fail_pop(pc, pops);
        self.emit_jump(op, pc.fail_pop[pops], node);
    }

    fn emit_fail_pops(&mut self, pc: &mut PatternContext, node: &impl Ranged) {
        while pc.fail_pop.len() > 1 {
            let label = pc.fail_pop.pop().expect("it was longer than 1");
            self.unit.bind(label);
            self.emit(Op::Pop, node);
        }
        if let Some(label) = pc.fail_pop.pop() {
            self.unit.bind(label);
        }
    }

    /// Moves the top below the `count - 1` values under it.
    fn rotate(&mut self, count: usize, node: &impl Ranged) -> Result<()> {
        for n in (2..=count).rev() {
            let Ok(n) = u8::try_from(n) else { return self.fail("too many names in a pattern", node) };
            self.emit(Op::Swap(n), node);
        }
        Ok(())
    }

    /// Pops the subject into a name, or away.
    fn store_name(&mut self, name: Option<&str>, pc: &mut PatternContext, node: &impl Ranged) -> Result<()> {
        let Some(name) = name else {
            self.emit(Op::Pop, node);
            return Ok(());
        };
        self.check_store(name, pc, node)?;
        self.rotate(pc.on_top + pc.stores.len() + 1, node)?;
        pc.stores.push(name.to_string());
        Ok(())
    }

    fn check_store(&self, name: &str, pc: &PatternContext, node: &impl Ranged) -> Result<()> {
        if pc.stores.iter().any(|stored| stored == name) {
            return self.fail(format!("multiple assignments to name '{name}' in pattern"), node);
        }
        Ok(())
    }

    /// `[subject -> ]`, or a jump to one of `fail_pop`.
    fn pattern(&mut self, pattern: &'a Pattern, pc: &mut PatternContext) -> Result<()> {
        match pattern {
            Pattern::MatchValue(p) => {
                self.expression(&p.value)?;
                self.emit(Op::Compare(CmpOp::Eq), p);
                self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
                Ok(())
            }
            Pattern::MatchSingleton(p) => {
                let value = match p.value {
                    Singleton::None => Const::None,
                    Singleton::True => Const::Bool(true),
                    Singleton::False => Const::Bool(false),
                };
                let position = self.position(p.range);
                self.load_const(value, position);
                self.unit.emit(Op::Is { not: false }, position);
                self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
                Ok(())
            }
            Pattern::MatchSequence(p) => self.sequence_pattern(p, pc),
            Pattern::MatchMapping(p) => self.mapping_pattern(p, pc),
            Pattern::MatchClass(p) => self.class_pattern(p, pc),
            Pattern::MatchStar(p) => self.store_name(p.name.as_deref(), pc, p),
            Pattern::MatchAs(p) => self.as_pattern(p, pc),
            Pattern::MatchOr(p) => self.or_pattern(p, pc),
        }
    }

    /// A pattern inside another one may always match.
    fn subpattern(&mut self, pattern: &'a Pattern, pc: &mut PatternContext) -> Result<()> {
        let allowed = std::mem::replace(&mut pc.allow_irrefutable, true);
        self.pattern(pattern, pc)?;
        pc.allow_irrefutable = allowed;
        Ok(())
    }

    fn as_pattern(&mut self, p: &'a ast::PatternMatchAs, pc: &mut PatternContext) -> Result<()> {
        let Some(inner) = &p.pattern else {
            if !pc.allow_irrefutable {
                return match &p.name {
                    Some(name) => self.fail(format!("name capture '{name}' makes remaining patterns unreachable"), p),
                    None => self.fail("wildcard makes remaining patterns unreachable", p),
                };
            }
            return self.store_name(p.name.as_deref(), pc, p);
        };
        pc.on_top += 1;
        self.emit(Op::Copy(1), p);
        self.pattern(inner, pc)?;
        pc.on_top -= 1;
        self.store_name(p.name.as_deref(), pc, p)
    }

    fn or_pattern(&mut self, p: &'a ast::PatternMatchOr, pc: &mut PatternContext) -> Result<()> {
        let end = self.unit.new_label();
        let last = p.patterns.len() - 1;
        let mut control: Vec<String> = Vec::new();
        for (i, alternative) in p.patterns.iter().enumerate() {
            let mut inner =
                PatternContext { allow_irrefutable: i == last && pc.allow_irrefutable, ..PatternContext::default() };
            self.emit(Op::Copy(1), alternative);
            self.pattern(alternative, &mut inner)?;
            if i == 0 {
                control.clone_from(&inner.stores);
            } else {
                self.reorder_captures(&control, &mut inner, p, alternative)?;
            }
            self.emit_jump(Op::Jump, end, alternative);
            self.emit_fail_pops(&mut inner, alternative);
        }
        self.emit(Op::Pop, p);
        self.jump_to_fail_pop(pc, Op::Jump, p);
        self.unit.bind(end);
        // The captures are on top of the subject: they go below it and what else is on top.
        let places = control.len() + 1 + pc.on_top + pc.stores.len();
        for name in control {
            self.rotate(places, p)?;
            self.check_store(&name, pc, p)?;
            pc.stores.push(name);
        }
        self.emit(Op::Pop, p);
        Ok(())
    }

    /// The alternatives capture the same names; the stack must hold them in the order of the first.
    fn reorder_captures(
        &mut self,
        control: &[String],
        inner: &mut PatternContext,
        p: &ast::PatternMatchOr,
        alternative: &Pattern,
    ) -> Result<()> {
        let same: HashSet<&String> = control.iter().collect();
        if inner.stores.len() != control.len() || !inner.stores.iter().all(|name| same.contains(name)) {
            return self.fail("alternative patterns bind different names", p);
        }
        for place in (0..control.len()).rev() {
            let found = inner.stores.iter().position(|name| *name == control[place]).unwrap_or(place);
            if found == place {
                continue;
            }
            let moved = found + 1;
            let rotated: Vec<String> = inner.stores.drain(..moved).collect();
            let at = place - found;
            inner.stores.splice(at..at, rotated);
            for _ in 0..moved {
                self.rotate(place + 1, alternative)?;
            }
        }
        Ok(())
    }

    fn sequence_pattern(&mut self, p: &'a ast::PatternMatchSequence, pc: &mut PatternContext) -> Result<()> {
        let size = p.patterns.len();
        // The parser does not miss a comma here.
        for pair in p.patterns.windows(2) {
            let between = TextRange::new(pair[0].end(), pair[1].start());
            if !self.source.slice(between).contains(',') {
                return self.fail("invalid syntax", &pair[1]);
            }
        }
        let mut stars = p.patterns.iter().enumerate().filter(|(_, pattern)| pattern.is_match_star());
        let star = stars.next().map(|(i, _)| i);
        if stars.next().is_some() {
            return self.fail("multiple starred names in sequence pattern", p);
        }
        let only_wildcards = p.patterns.iter().all(|pattern| is_wildcard(pattern) || is_star_wildcard(pattern));
        let star_wildcard = star.is_some_and(|i| is_star_wildcard(&p.patterns[i]));
        let position = self.position(p.range);
        pc.on_top += 1;
        self.emit(Op::MatchSequence, p);
        self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
        if star.is_none() {
            self.emit(Op::GetLen, p);
            self.load_const(Const::Int(size as i64), position);
            self.emit(Op::Compare(CmpOp::Eq), p);
            self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
        } else if size > 1 {
            self.emit(Op::GetLen, p);
            self.load_const(Const::Int(size as i64 - 1), position);
            self.emit(Op::Compare(CmpOp::Ge), p);
            self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
        }
        pc.on_top -= 1;
        if only_wildcards {
            self.emit(Op::Pop, p);
            return Ok(());
        }
        if star_wildcard {
            return self.sequence_items(p, star.unwrap_or(size), pc);
        }
        self.unpack(size, star, p)?;
        pc.on_top += size;
        for pattern in &p.patterns {
            pc.on_top -= 1;
            self.subpattern(pattern, pc)?;
        }
        Ok(())
    }

    /// With `*_` the items are fetched one by one.
    fn sequence_items(&mut self, p: &'a ast::PatternMatchSequence, star: usize, pc: &mut PatternContext) -> Result<()> {
        let position = self.position(p.range);
        let size = p.patterns.len();
        pc.on_top += 1;
        for (i, pattern) in p.patterns.iter().enumerate() {
            if is_wildcard(pattern) || i == star {
                continue;
            }
            self.emit(Op::Copy(1), p);
            if i < star {
                self.load_const(Const::Int(i as i64), position);
            } else {
                self.emit(Op::GetLen, p);
                self.load_const(Const::Int((size - i) as i64), position);
                self.emit(Op::Binary(BinOp::Sub), p);
            }
            self.emit(Op::LoadItem, p);
            self.subpattern(pattern, pc)?;
        }
        pc.on_top -= 1;
        self.emit(Op::Pop, p);
        Ok(())
    }

    fn mapping_pattern(&mut self, p: &'a ast::PatternMatchMapping, pc: &mut PatternContext) -> Result<()> {
        let size = p.keys.len();
        let position = self.position(p.range);
        pc.on_top += 1;
        self.emit(Op::MatchMapping, p);
        self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
        if size == 0 && p.rest.is_none() {
            pc.on_top -= 1;
            self.emit(Op::Pop, p);
            return Ok(());
        }
        if size > 0 {
            self.emit(Op::GetLen, p);
            self.load_const(Const::Int(size as i64), position);
            self.emit(Op::Compare(CmpOp::Ge), p);
            self.jump_to_fail_pop(pc, Op::PopJumpIfFalse, p);
        }
        self.check_mapping_keys(p)?;
        p.keys.iter().try_for_each(|key| self.expression(key))?;
        self.emit(Op::BuildTuple(size as u32), p);
        self.emit(Op::MatchKeys, p);
        pc.on_top += 2;
        self.emit(Op::Copy(1), p);
        self.jump_to_fail_pop(pc, Op::PopJumpIfNone, p);
        self.emit(Op::UnpackSequence(size as u32), p);
        pc.on_top += size;
        pc.on_top -= 1;
        for pattern in &p.patterns {
            pc.on_top -= 1;
            self.subpattern(pattern, pc)?;
        }
        // The subject and the keys are left.
        pc.on_top -= 2;
        let Some(rest) = &p.rest else {
            self.emit(Op::Pop, p);
            self.emit(Op::Pop, p);
            return Ok(());
        };
        self.emit(Op::Swap(2), p);
        self.emit(Op::BuildMap(0), p);
        self.emit(Op::Swap(2), p);
        self.emit(Op::DictUpdate, p);
        self.emit(Op::Swap(2), p);
        self.emit(Op::UnpackSequence(size as u32), p);
        for left in (1..=size).rev() {
            let Ok(depth) = u8::try_from(left + 1) else {
                return self.fail("too many sub-patterns in mapping pattern", p);
            };
            self.emit(Op::Copy(depth), p);
            self.emit(Op::Swap(2), p);
            self.emit(Op::DeleteItem, p);
        }
        self.store_name(Some(rest), pc, p)
    }

    fn check_mapping_keys(&self, p: &ast::PatternMatchMapping) -> Result<()> {
        let mut seen: Vec<Const> = Vec::new();
        for key in &p.keys {
            let Some(constant) = self.constant(key) else {
                if matches!(key, Expr::Attribute(_) | Expr::BinOp(_)) {
                    continue;
                }
                return self.fail("mapping pattern keys may only match literals and attribute lookups", p);
            };
            if seen.contains(&constant) {
                let text = self.source.slice(key.range());
                return self.fail(format!("mapping pattern checks duplicate key ({text})"), p);
            }
            seen.push(constant);
        }
        Ok(())
    }

    fn class_pattern(&mut self, p: &'a ast::PatternMatchClass, pc: &mut PatternContext) -> Result<()> {
        let arguments = &p.arguments;
        let mut seen = HashSet::new();
        for keyword in &arguments.keywords {
            if !seen.insert(keyword.attr.as_str()) {
                let message = format!("attribute name repeated in class pattern: {}", keyword.attr);
                return self.fail(message, &keyword.pattern);
            }
        }
        self.expression(&p.cls)?;
        let position = self.position(p.range);
        let names = arguments.keywords.iter().map(|keyword| Const::Str(keyword.attr.to_string())).collect();
        self.load_const(Const::Tuple(names), position);
        self.emit(Op::MatchClass(arguments.patterns.len() as u32), p);
        self.emit(Op::Copy(1), p);
        pc.on_top += 1;
        self.jump_to_fail_pop(pc, Op::PopJumpIfNone, p);
        let count = arguments.patterns.len() + arguments.keywords.len();
        self.emit(Op::UnpackSequence(count as u32), p);
        pc.on_top += count;
        pc.on_top -= 1;
        let patterns = arguments.patterns.iter().chain(arguments.keywords.iter().map(|k| &k.pattern));
        for pattern in patterns {
            pc.on_top -= 1;
            if is_wildcard(pattern) {
                self.emit(Op::Pop, p);
            } else {
                self.subpattern(pattern, pc)?;
            }
        }
        Ok(())
    }
}

//! One block of code while it is made, and how it becomes a `CodeSpec`: labels become indices, code that is never
//! reached goes, and the stack's depth is followed through every path.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::control::Block;
use super::scope::ScopeId;
use crate::vm::code::{CellVar, CodeSpec, Const, Handler, Position};
use crate::vm::op::{Intrinsic, Op};

/// A place to jump to. Until assembly jumps hold the label's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

impl Label {
    pub fn target(self) -> u32 {
        self.0
    }
}

/// An exception handler; number 0 is "none".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HandlerId(u32);

struct HandlerInfo {
    label: Label,
    /// The index of the first instruction that it covers. The stack's depth there, less `below`, is the depth that the
    /// handler cuts the stack to.
    start: usize,
    below: u32,
}

struct Instr {
    op: Op,
    position: Position,
    handler: HandlerId,
}

/// What makes two constants one: the type and the exact value.
#[derive(PartialEq, Eq, Hash)]
enum ConstKey {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(String),
    Float(u64),
    Imaginary(u64),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<ConstKey>),
    FrozenSet(Vec<ConstKey>),
}

impl ConstKey {
    /// None for code, which is never shared.
    fn of(constant: &Const) -> Option<ConstKey> {
        Some(match constant {
            Const::None => ConstKey::None,
            Const::Ellipsis => ConstKey::Ellipsis,
            Const::Bool(x) => ConstKey::Bool(*x),
            Const::Int(x) => ConstKey::Int(*x),
            Const::BigInt(x) => ConstKey::BigInt(x.clone()),
            Const::Float(x) => ConstKey::Float(x.to_bits()),
            Const::Imaginary(x) => ConstKey::Imaginary(x.to_bits()),
            Const::Str(x) => ConstKey::Str(x.clone()),
            Const::Bytes(x) => ConstKey::Bytes(x.clone()),
            Const::Tuple(items) => ConstKey::Tuple(items.iter().map(ConstKey::of).collect::<Option<_>>()?),
            Const::FrozenSet(items) => ConstKey::FrozenSet(items.iter().map(ConstKey::of).collect::<Option<_>>()?),
            Const::Code(_) => return None,
        })
    }
}

/// A module, class body, function or generator expression being compiled.
pub(super) struct Unit<'a> {
    pub scope: ScopeId,
    /// The scopes without code of their own that are being compiled into this block, innermost last.
    pub inline: Vec<ScopeId>,
    /// The code's fields other than those that assembly fills in.
    pub spec: CodeSpec,
    /// The class whose name mangles `__x`.
    pub private: Option<String>,
    /// A class: the attributes that its methods assign to `self`.
    pub static_attributes: BTreeSet<String>,
    /// What `break`, `continue` and `return` have to leave, innermost last.
    pub blocks: Vec<Block<'a>>,
    /// The handler of the instructions that are emitted now.
    pub handler: HandlerId,
    /// The position of the instruction emitted last, for those that have none of their own.
    pub last_position: Position,
    fast: HashMap<String, u16>,
    cells: HashMap<(ScopeId, String), u16>,
    frees: HashMap<String, u16>,
    names: HashMap<String, u32>,
    consts: HashMap<ConstKey, u32>,
    instrs: Vec<Instr>,
    /// The index of the instruction that each label stands before.
    labels: Vec<Option<usize>>,
    handlers: Vec<HandlerInfo>,
    caches: u32,
    /// A limit of the instruction format was passed; assembly says so.
    overflow: bool,
}

impl<'a> Unit<'a> {
    pub fn new(scope: ScopeId, spec: CodeSpec, cells: Vec<(ScopeId, String)>, frees: Vec<String>) -> Unit<'a> {
        let mut unit = Unit {
            scope,
            inline: Vec::new(),
            spec,
            private: None,
            static_attributes: BTreeSet::new(),
            blocks: Vec::new(),
            handler: HandlerId::default(),
            last_position: Position::default(),
            fast: HashMap::new(),
            cells: HashMap::new(),
            frees: HashMap::new(),
            names: HashMap::new(),
            consts: HashMap::new(),
            instrs: Vec::new(),
            labels: Vec::new(),
            handlers: Vec::new(),
            caches: 0,
            overflow: cells.len() + frees.len() > usize::from(u16::MAX),
        };
        let first = Position { line: unit.spec.first_line, end_line: unit.spec.first_line, column: 0, end_column: 0 };
        unit.last_position = first;
        for (i, name) in unit.spec.varnames.iter().enumerate() {
            unit.fast.insert(name.clone(), i as u16);
        }
        for (i, (owner, name)) in cells.into_iter().enumerate() {
            let param = if owner == scope { unit.fast.get(&name).copied() } else { None };
            unit.spec.cellvars.push(CellVar { name: name.clone(), param });
            unit.cells.insert((owner, name), i as u16);
        }
        for (i, name) in frees.into_iter().enumerate() {
            unit.frees.insert(name.clone(), (unit.spec.cellvars.len() + i) as u16);
            unit.spec.freevars.push(name);
        }
        unit
    }

    pub fn emit(&mut self, op: Op, position: Position) {
        self.last_position = position;
        self.instrs.push(Instr { op, position, handler: self.handler });
    }

    /// Emits an instruction that belongs to no piece of the source; it takes the place of the one before it.
    pub fn emit_artificial(&mut self, op: Op) {
        self.emit(op, self.last_position);
    }

    pub fn new_label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// Puts the label before the next instruction.
    pub fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.instrs.len());
    }

    /// From here on exceptions go to `label`, with the stack cut to what it holds now, less `below` values.
    /// Returns the handler in force before.
    pub fn begin_handler(&mut self, label: Label, below: u32) -> HandlerId {
        self.handlers.push(HandlerInfo { label, start: self.instrs.len(), below });
        std::mem::replace(&mut self.handler, HandlerId(self.handlers.len() as u32))
    }

    pub fn name(&mut self, name: &str) -> u32 {
        if let Some(&index) = self.names.get(name) {
            return index;
        }
        let index = self.spec.names.len() as u32;
        self.spec.names.push(name.to_string());
        self.names.insert(name.to_string(), index);
        index
    }

    pub fn constant(&mut self, constant: Const) -> u32 {
        let key = ConstKey::of(&constant);
        if let Some(key) = &key
            && let Some(&index) = self.consts.get(key)
        {
            return index;
        }
        let index = self.spec.consts.len() as u32;
        self.spec.consts.push(constant);
        if let Some(key) = key {
            self.consts.insert(key, index);
        }
        index
    }

    /// The slot of a local; the first mention makes it.
    pub fn fast(&mut self, name: &str) -> u16 {
        if let Some(&index) = self.fast.get(name) {
            return index;
        }
        let index = u16::try_from(self.spec.varnames.len()).unwrap_or_else(|_| {
            self.overflow = true;
            0
        });
        self.spec.varnames.push(name.to_string());
        self.fast.insert(name.to_string(), index);
        index
    }

    /// The slot of a cell that this block makes.
    pub fn cell(&self, owner: ScopeId, name: &str) -> Option<u16> {
        self.cells.get(&(owner, name.to_string())).copied()
    }

    /// The slot of a cell that comes from outside.
    pub fn free(&self, name: &str) -> Option<u16> {
        self.frees.get(name).copied()
    }

    /// A new inline cache.
    pub fn cache(&mut self) -> u16 {
        self.caches += 1;
        u16::try_from(self.caches - 1).unwrap_or_else(|_| {
            self.overflow = true;
            0
        })
    }

    /// Makes the code. `None` if a limit of the instruction format is passed.
    pub fn assemble(mut self) -> Option<CodeSpec> {
        if self.overflow || self.instrs.len() > i32::MAX as usize {
            return None;
        }
        let targets: Vec<usize> = self.labels.iter().map(|at| at.unwrap_or(self.instrs.len())).collect();
        self.thread_jumps(&targets);
        let depths = self.follow_stack(&targets);
        let mut keep: Vec<bool> =
            (0..self.instrs.len()).map(|i| depths.before[i].is_some() && !self.is_idle(i)).collect();
        self.fuse_loads(&targets, &mut keep);
        let mut index_of = Vec::with_capacity(keep.len() + 1);
        let mut count = 0;
        for &kept in &keep {
            index_of.push(count);
            count += u32::from(kept);
        }
        index_of.push(count);
        let mut spec = std::mem::take(&mut self.spec);
        // The last instruction that can raise is covered by the last entry.
        let mut covered = false;
        for (i, instr) in self.instrs.iter().enumerate() {
            if !keep[i] {
                continue;
            }
            let mut op = instr.op;
            if let Some(target) = target_mut(&mut op) {
                *target = index_of[targets[*target as usize]];
            }
            let at = spec.ops.len() as u32;
            spec.ops.push(op);
            spec.positions.push(instr.position);
            if !can_raise(op) {
                continue;
            }
            if instr.handler == HandlerId::default() {
                covered = false;
                continue;
            }
            let info = &self.handlers[instr.handler.0 as usize - 1];
            let target = index_of[targets[info.label.0 as usize]];
            let depth = depths.handler(info) as u16;
            match spec.handlers.last_mut() {
                Some(last) if covered && last.target == target && last.depth == depth => last.end = at + 1,
                _ => spec.handlers.push(Handler { start: at, end: at + 1, target, depth }),
            }
            covered = true;
        }
        spec.stack_size = depths.max;
        spec.cache_count = self.caches as u16;
        Some(spec)
    }

    /// Two locals in a row are one instruction, if both are sure to have a value: an error would need the place of the
    /// one that has none.
    fn fuse_loads(&mut self, targets: &[usize], keep: &mut [bool]) {
        let bound = self.follow_locals(targets);
        let is_target: HashSet<usize> = targets.iter().copied().collect();
        let mut i = 0;
        while i + 1 < self.instrs.len() {
            let (a, b) = (&self.instrs[i], &self.instrs[i + 1]);
            if let (Op::LoadFast(x), Op::LoadFast(y)) = (a.op, b.op)
                && keep[i]
                && keep[i + 1]
                && a.position.line == b.position.line
                && !is_target.contains(&(i + 1))
                && bound[i].has(x)
                && bound[i].has(y)
            {
                self.instrs[i].op = Op::LoadFastLoadFast(x, y);
                keep[i + 1] = false;
                i += 1;
            }
            i += 1;
        }
    }

    /// The locals that are sure to have a value before each instruction, on every path.
    fn follow_locals(&self, targets: &[usize]) -> Vec<Locals> {
        let spec = &self.spec;
        let mut start = Locals::default();
        let params = u32::from(spec.arg_count)
            + u32::from(spec.keyword_only)
            + u32::from(spec.flags.varargs)
            + u32::from(spec.flags.varkeywords);
        for slot in (0..params as u16).filter(|slot| !spec.cellvars.iter().any(|cell| cell.param == Some(*slot))) {
            start.set(slot, true);
        }
        let mut before: Vec<Option<Locals>> = vec![None; self.instrs.len()];
        let mut pending = vec![(0, start)];
        while let Some((mut i, mut locals)) = pending.pop() {
            while let Some(instr) = self.instrs.get(i) {
                let met = before[i].map_or(locals, |known| known.both(locals));
                if before[i] == Some(met) {
                    break;
                }
                before[i] = Some(met);
                let mut op = instr.op;
                let mut after = met;
                match op {
                    Op::StoreFast(slot) | Op::LoadFast(slot) => after.set(slot, true),
                    Op::DeleteFast(slot) | Op::LoadFastAndClear(slot) | Op::RestoreFast(slot) => after.set(slot, false),
                    _ => {}
                }
                if instr.handler != HandlerId::default() {
                    let info = &self.handlers[instr.handler.0 as usize - 1];
                    pending.push((targets[info.label.0 as usize], met.both(after)));
                }
                if let Some(target) = target_mut(&mut op) {
                    pending.push((targets[*target as usize], after));
                }
                if matches!(op, Op::Jump(_) | Op::Return | Op::Raise(_) | Op::Reraise) {
                    break;
                }
                locals = after;
                i += 1;
            }
        }
        before.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// A `Nop` only serves as a line of its own.
    fn is_idle(&self, i: usize) -> bool {
        let instr = &self.instrs[i];
        let same_line = |j: usize| self.instrs.get(j).is_some_and(|other| other.position.line == instr.position.line);
        matches!(instr.op, Op::Nop) && (same_line(i + 1) || i > 0 && same_line(i - 1))
    }

    /// A jump to a jump goes where that goes.
    fn thread_jumps(&mut self, targets: &[usize]) {
        for i in 0..self.instrs.len() {
            let mut op = self.instrs[i].op;
            let Some(target) = target_mut(&mut op) else { continue };
            for _ in 0..8 {
                let Some(Instr { op: Op::Jump(next), .. }) = self.instrs.get(targets[*target as usize]) else { break };
                if next == target {
                    break;
                }
                *target = *next;
            }
            self.instrs[i].op = op;
        }
    }

    /// Follows the stack through every path from the first instruction.
    fn follow_stack(&self, targets: &[usize]) -> Depths {
        let mut depths = Depths { before: vec![None; self.instrs.len() + 1], max: 0 };
        let mut starts: HashMap<usize, Vec<&HandlerInfo>> = HashMap::new();
        for info in &self.handlers {
            starts.entry(info.start).or_default().push(info);
        }
        let mut pending = vec![(0, 0)];
        while let Some((mut i, mut depth)) = pending.pop() {
            while i < self.instrs.len() && depths.before[i].is_none() {
                depths.before[i] = Some(depth);
                for info in starts.get(&i).into_iter().flatten() {
                    let cut = depth.saturating_sub(info.below);
                    depths.max = depths.max.max(cut + 1);
                    pending.push((targets[info.label.0 as usize], cut + 1));
                }
                let mut op = self.instrs[i].op;
                let (pops, pushes) = stack_effect(op, false);
                debug_assert!(depth >= pops, "{op:?} finds only {depth} values");
                let after = depth.saturating_sub(pops) + pushes;
                depths.max = depths.max.max(after).max(depth);
                let (jump_pops, jump_pushes) = stack_effect(op, true);
                if let Some(target) = target_mut(&mut op) {
                    let jumped = depth.saturating_sub(jump_pops) + jump_pushes;
                    depths.max = depths.max.max(jumped);
                    pending.push((targets[*target as usize], jumped));
                }
                if matches!(op, Op::Jump(_) | Op::Return | Op::Raise(_) | Op::Reraise) {
                    break;
                }
                depth = after;
                i += 1;
            }
            debug_assert!(
                depths.before.get(i).copied().flatten().is_none_or(|d| d == depth),
                "paths meet at {i} ({:?}) with {:?} and {depth} values in {}",
                self.instrs.get(i).map(|i| i.op),
                depths.before[i],
                self.spec.qualname,
            );
        }
        depths
    }
}

/// A set of locals; those from the 64th on are never in it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Locals(u64);

impl Locals {
    fn has(self, slot: u16) -> bool {
        slot < 64 && self.0 & (1 << slot) != 0
    }

    fn set(&mut self, slot: u16, bound: bool) {
        if slot < 64 {
            self.0 = self.0 & !(1 << slot) | u64::from(bound) << slot;
        }
    }

    fn both(self, other: Locals) -> Locals {
        Locals(self.0 & other.0)
    }
}

struct Depths {
    /// How many values the stack holds before each instruction; None where it is never reached.
    before: Vec<Option<u32>>,
    max: u32,
}

impl Depths {
    fn handler(&self, info: &HandlerInfo) -> u32 {
        self.before.get(info.start).copied().flatten().unwrap_or(0).saturating_sub(info.below)
    }
}

/// Instructions that no exception can leave need no entry in the table of handlers.
fn can_raise(op: Op) -> bool {
    !matches!(
        op,
        Op::PushExcInfo | Op::Pop | Op::Jump(_) | Op::Swap(_) | Op::Copy(_) | Op::PushUnbound | Op::LoadCell(_)
    )
}

/// Where the instruction may jump to.
fn target_mut(op: &mut Op) -> Option<&mut u32> {
    match op {
        Op::Jump(target)
        | Op::PopJumpIfFalse(target)
        | Op::PopJumpIfTrue(target)
        | Op::PopJumpIfNone(target)
        | Op::PopJumpIfNotNone(target)
        | Op::JumpIfFalseOrPop(target)
        | Op::JumpIfTrueOrPop(target)
        | Op::ForIter(target) => Some(target),
        _ => None,
    }
}

/// How many values an instruction takes and leaves, when it jumps or when it goes on.
fn stack_effect(op: Op, jumps: bool) -> (u32, u32) {
    match op {
        Op::Nop | Op::DeleteFast(_) | Op::NewCell(_) | Op::DeleteDeref(_) => (0, 0),
        Op::DeleteGlobal(_) | Op::DeleteName(_) | Op::Jump(_) => (0, 0),
        Op::Pop => (1, 0),
        Op::Copy(n) => (u32::from(n), u32::from(n) + 1),
        Op::Swap(n) => (u32::from(n), u32::from(n)),
        Op::PushUnbound | Op::LoadConst(_) | Op::LoadInt(_) | Op::LoadFast(_) | Op::LoadFastAndClear(_) => (0, 1),
        Op::LoadCell(_) | Op::LoadDeref(_) | Op::LoadClassDeref { .. } => (0, 1),
        Op::LoadGlobal { .. } | Op::LoadName(_) | Op::LoadBuildClass | Op::LoadAssertionError => (0, 1),
        Op::LoadFastLoadFast(..) => (0, 2),
        Op::StoreFast(_) | Op::RestoreFast(_) | Op::StoreDeref(_) | Op::StoreGlobal(_) | Op::StoreName(_) => (1, 0),
        Op::LoadAttr { .. } => (1, 1),
        Op::LoadMethod { .. } => (1, 2),
        Op::StoreAttr { .. } => (2, 0),
        Op::DeleteAttr(_) => (1, 0),
        Op::LoadItem => (2, 1),
        Op::StoreItem => (3, 0),
        Op::DeleteItem => (2, 0),
        Op::Binary(_) | Op::InPlace(_) | Op::Compare(_) | Op::Is { .. } | Op::Contains { .. } => (2, 1),
        Op::Negative | Op::Positive | Op::Invert | Op::Not => (1, 1),
        Op::BuildTuple(n) | Op::BuildList(n) | Op::BuildSet(n) | Op::BuildString(n) => (n, 1),
        Op::BuildMap(n) => (2 * n, 1),
        Op::BuildSlice(n) => (u32::from(n), 1),
        Op::ListAppend(_) | Op::SetAdd(_) => (1, 0),
        Op::MapAdd(_) => (2, 0),
        Op::ListExtend | Op::SetUpdate | Op::DictUpdate => (2, 1),
        Op::DictMerge => (5, 4),
        Op::ArgsExtend => (4, 3),
        Op::ListToTuple => (1, 1),
        Op::UnpackSequence(n) => (1, n),
        Op::UnpackEx { before, after } => (1, u32::from(before) + 1 + after),
        Op::Format { has_spec, .. } => (1 + u32::from(has_spec), 1),
        Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_) | Op::PopJumpIfNone(_) | Op::PopJumpIfNotNone(_) => (1, 0),
        Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => (1, u32::from(jumps)),
        Op::GetIter | Op::GetYieldFromIter | Op::GetAwaitable { .. } | Op::GetAIter => (1, 1),
        Op::ForIter(_) => (1, if jumps { 0 } else { 2 }),
        Op::Call(n) => (n + 2, 1),
        Op::CallKw { argc, .. } => (u32::from(argc) + 2, 1),
        Op::CallEx { has_kwargs } => (3 + u32::from(has_kwargs), 1),
        Op::MakeFunction(flags) => (1 + (flags & 15).count_ones(), 1),
        Op::Return => (1, 0),
        Op::Yield => (1, 1),
        Op::Send => (2, 1),
        Op::GetANext => (1, 2),
        Op::EndAsyncFor => (2, 0),
        Op::PushExcInfo => (1, 2),
        Op::PopExcept => (1, 0),
        Op::CheckExcMatch | Op::CheckEgMatch => (2, 2),
        Op::Raise(n) => (u32::from(n), 0),
        Op::Reraise => (1, 0),
        Op::BeforeWith { .. } => (1, 4),
        Op::AsyncContext { .. } => (0, 0),
        Op::WithExceptStart => (4, 5),
        Op::GetLen | Op::MatchSequence | Op::MatchMapping => (1, 2),
        Op::MatchKeys => (2, 3),
        Op::MatchClass(_) => (3, 1),
        Op::ImportName(_) => (2, 1),
        Op::ImportFrom(_) => (1, 2),
        Op::Intrinsic(intrinsic) => match intrinsic {
            Intrinsic::ImportStar => (1, 0),
            Intrinsic::PrepReraiseStar | Intrinsic::SetTypeParams => (2, 1),
            Intrinsic::TypeVar | Intrinsic::TypeVarTuple | Intrinsic::ParamSpec => (1, 1),
            Intrinsic::TypeAlias | Intrinsic::SubscriptGeneric | Intrinsic::StopIterationError => (1, 1),
            Intrinsic::SetupAnnotations => (0, 0),
            Intrinsic::LoadLocals => (0, 1),
        },
    }
}

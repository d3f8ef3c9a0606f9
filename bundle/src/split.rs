//! Takes the application's wasm apart: a first part, which the page starts with, and the rest, which it loads when a
//! function of it is called for the first time, or when it sees that coming.
//!
//! Both parts are one program: they share the memory, the tables and the stack pointer. A function of the rest that the
//! first part calls, or has in a table, leaves a *door* there: it sees that the rest is there, and calls it by its slot of
//! the table. Functions of the first part that the rest calls are exported to it. `src/browser/rest.rs` is the other end.

use std::collections::{BTreeSet, HashMap, HashSet};

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, Module as Encoder,
    TableSection, TypeSection, ValType,
};
use wasmparser::{ElementItems, ExternalKind};

use crate::Result;
use crate::cold::plain;
use crate::data::{self, Segment};
use crate::module::{Module, References, references};
use crate::names::{Names, letters};

/// The exported function of the application that loads the rest. It comes back when the rest is there, or not at all.
pub const LOAD: &str = "load_rest";

/// The modules that it is in, and that tell the reader when it fails.
const LOADERS: [&str; 2] = ["awaitscope::browser::rest::", "awaitscope::ui::panic::"];

/// The first part's name for itself in the rest's imports: its exports.
const FIRST: &str = "first";

/// What the first part's export begins with whose end is the name of the rest's file. It is the flag that the rest sets when it is there.
const REST: &str = "rest:";

pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
}

/// `linked` is the wasm as the linker wrote it; `names` are those of the script, for the first part; `is_rest` says of a function's name whether it belongs into the rest. The
/// rest's file is named by `name`, from its bytes.
pub fn split(
    module: &Module,
    linked: &[u8],
    names: &Names,
    is_rest: &dyn Fn(&str) -> bool,
    name: &dyn Fn(&[u8]) -> String,
) -> Result<(Parts, String)> {
    let plan = Plan::new(module, is_rest)?;
    let (moved, stays): (Vec<u32>, Vec<u32>) =
        module.names.keys().copied().partition(|index| plan.moved.contains(index));
    let named = |indices: Vec<u32>| -> HashSet<&str> { indices.iter().map(|index| module.names[index]).collect() };
    let (moved, stays) = (named(moved), named(stays));
    let segments = data::segments(linked, &|name| moved.contains(name) && !stays.contains(name))?;
    if !is_same(&segments, module)? {
        return Err("the linker's wasm is not the one of which the page was made".into());
    }
    let rest = rest(module, &plan, &segments)?;
    let name = name(&rest);
    let first = first(module, &plan, &segments, names, &name)?;
    for part in [&first, &rest] {
        wasmparser::validate(part).map_err(|error| format!("a part of the wasm is not valid: {error}"))?;
    }
    Ok((Parts { first, rest }, name))
}

fn is_same(segments: &[Segment], module: &Module) -> Result<bool> {
    let mut others = Vec::new();
    for data in module.data.clone() {
        others.push(data.map_err(text)?.data);
    }
    Ok(segments.iter().map(|segment| &segment.bytes[..]).eq(others))
}

/// Which function is where, under which index.
struct Plan {
    /// Functions of the rest.
    moved: BTreeSet<u32>,
    /// Those of the rest to which the first part refers, in the order of their slots.
    doors: Vec<u32>,
    /// The first slot of the table that is theirs.
    first_slot: u64,
    /// Functions of the first part that the rest calls, imported ones among them.
    shared: Vec<u32>,
    /// Functions, tables and globals to which the rest refers, by their index here and their index there.
    taken: BTreeSet<u32>,
    tables: Vec<u32>,
    globals: Vec<u32>,
    load: u32,
    /// The type without parameters and results.
    plain: u32,
    /// The index of the first part's new global: is the rest there?
    flag: u32,
}

impl Plan {
    fn new(module: &Module, is_rest: &dyn Fn(&str) -> bool) -> Result<Plan> {
        let load = module.exported(LOAD).ok_or(format!("the application's wasm does not export {LOAD}"))?;
        let exported: HashSet<u32> = module
            .exports
            .iter()
            .filter(|export| export.kind == ExternalKind::Func)
            .map(|export| export.index)
            .collect();
        let mut refers = HashMap::new();
        for (index, body) in module.defined() {
            refers.insert(index, references(body)?);
        }
        let loading = loading(module, &refers, load);
        let belongs = |index: &u32| module.names.get(index).is_some_and(|name| is_rest(name));
        let moved: BTreeSet<u32> = (module.imported..module.functions.len() as u32)
            .filter(|index| !exported.contains(index) && !loading.contains(index) && belongs(index))
            .collect();

        let (mut called, mut shared, mut taken) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        // The rest calls through the table of functions, which is the first.
        let (mut tables, mut globals) = (BTreeSet::from([0]), BTreeSet::new());
        for (index, refers) in refers {
            if moved.contains(&index) {
                shared.extend(refers.functions.iter().filter(|function| !moved.contains(function)));
                taken.extend(refers.taken);
                tables.extend(refers.tables);
                globals.extend(refers.globals);
            } else {
                called.extend(refers.functions.into_iter().filter(|function| moved.contains(function)));
            }
        }
        let in_tables = functions_in_tables(module)?;
        let mut doors: Vec<u32> = Vec::new();
        let mut seen = HashSet::new();
        let doors_in_order = in_tables.into_iter().filter(|function| moved.contains(function)).chain(called);
        doors.extend(doors_in_order.filter(|function| seen.insert(*function)));
        let table = module.tables.clone().into_iter().next().ok_or("no table")?.map_err(|error| error.to_string())?;
        Ok(Plan {
            moved,
            doors,
            first_slot: table.ty.initial,
            shared: shared.into_iter().collect(),
            taken,
            tables: tables.into_iter().collect(),
            globals: globals.into_iter().collect(),
            load,
            plain: module.plain_type()?,
            flag: module.globals.count(),
        })
    }
}

fn is_loader(name: &str) -> bool {
    LOADERS.iter().any(|module| name.contains(module))
}

/// What loads the rest, with all that it calls: it cannot be in the rest.
fn loading(module: &Module, refers: &HashMap<u32, References>, load: u32) -> HashSet<u32> {
    let is_part = |index: &u32| module.names.get(index).is_some_and(|name| is_loader(&plain(name)));
    let mut found: HashSet<u32> = refers.keys().copied().filter(is_part).chain([load]).collect();
    let mut open: Vec<u32> = found.iter().copied().collect();
    while let Some(function) = open.pop() {
        for called in refers.get(&function).into_iter().flat_map(|refers| &refers.functions) {
            if found.insert(*called) {
                open.push(*called);
            }
        }
    }
    found
}

impl Plan {
    /// Under which the first part exports one of its functions to the rest.
    fn name(&self, shared: u32) -> String {
        letters(self.shared.binary_search(&shared).expect("the plan has all"))
    }
}

fn functions_in_tables(module: &Module) -> Result<Vec<u32>> {
    let mut functions = Vec::new();
    for element in module.elements.clone() {
        match element.map_err(|error| error.to_string())?.items {
            ElementItems::Functions(items) => {
                for function in items {
                    functions.push(function.map_err(|error| error.to_string())?);
                }
            }
            ElementItems::Expressions(..) => return Err("a segment of expressions: this program must learn it".into()),
        }
    }
    Ok(functions)
}

/// Gives what is referred to the indices that it has in one of the parts.
struct Renumber<'a> {
    functions: &'a HashMap<u32, u32>,
    tables: &'a [u32],
    globals: &'a [u32],
    /// Tables and globals keep their indices.
    keeps: bool,
}

type Error = wasm_encoder::reencode::Error;

impl Renumber<'_> {
    fn place(&self, kept: &[u32], index: u32) -> u32 {
        if self.keeps { index } else { kept.iter().position(|one| *one == index).expect("the plan has all") as u32 }
    }
}

impl Reencode for Renumber<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, index: u32) -> std::result::Result<u32, Error> {
        Ok(self.functions[&index])
    }

    fn table_index(&mut self, index: u32) -> std::result::Result<u32, Error> {
        Ok(self.place(self.tables, index))
    }

    fn global_index(&mut self, index: u32) -> std::result::Result<u32, Error> {
        Ok(self.place(self.globals, index))
    }
}

fn text(error: impl ToString) -> String {
    error.to_string()
}

fn first(module: &Module, plan: &Plan, segments: &[Segment], names: &Names, rest: &str) -> Result<Vec<u8>> {
    let doors: HashMap<u32, u64> = plan.doors.iter().copied().zip(plan.first_slot..).collect();
    let stays = in_order(module, |index| !plan.moved.contains(&index) || doors.contains_key(&index))?;
    let functions: HashMap<u32, u32> = stays.iter().copied().zip(0..).collect();
    // Behind all others: what every door asks first.
    let doorkeeper = stays.len() as u32;
    let mut renumber = Renumber { functions: &functions, tables: &[], globals: &[], keeps: true };
    let mut encoder = Encoder::new();

    let mut types = TypeSection::new();
    renumber.parse_type_section(&mut types, module.types.clone()).map_err(text)?;
    encoder.section(&types);

    let mut imports = ImportSection::new();
    for import in module.imports.clone().into_imports() {
        let import = import.map_err(text)?;
        imports.import(import.module, names.of(import.name), renumber.entity_type(import.ty).map_err(text)?);
    }
    encoder.section(&imports);

    let mut declared = FunctionSection::new();
    for index in &stays[module.imported as usize..] {
        declared.function(module.functions[*index as usize]);
    }
    declared.function(plan.plain);
    encoder.section(&declared);

    let mut tables = TableSection::new();
    for (index, table) in module.tables.clone().into_iter().enumerate() {
        let table = table.map_err(text)?;
        let mut ty = renumber.table_type(table.ty).map_err(text)?;
        if index == 0 {
            ty.minimum += plan.doors.len() as u64;
            ty.maximum = ty.maximum.map(|maximum| maximum + plan.doors.len() as u64);
        }
        tables.table(ty);
    }
    encoder.section(&tables);

    let mut memories = MemorySection::new();
    renumber.parse_memory_section(&mut memories, module.memories.clone()).map_err(text)?;
    encoder.section(&memories);

    let mut globals = GlobalSection::new();
    renumber.parse_global_section(&mut globals, module.globals.clone()).map_err(text)?;
    globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(0));
    encoder.section(&globals);

    let mut exports = ExportSection::new();
    for export in &module.exports {
        let kind = renumber.export_kind(export.kind).map_err(text)?;
        let index = renumber.external_index(export.kind, export.index).map_err(text)?;
        exports.export(names.of(export.name), kind, index);
    }
    exports.export(&format!("{REST}{rest}"), ExportKind::Global, plan.flag);
    for function in &plan.shared {
        exports.export(&plan.name(*function), ExportKind::Func, functions[function]);
    }
    for table in &plan.tables {
        exports.export(&table_name(*table), ExportKind::Table, *table);
    }
    for global in &plan.globals {
        exports.export(&global_name(*global), ExportKind::Global, *global);
    }
    encoder.section(&exports);

    let mut elements = ElementSection::new();
    renumber.parse_element_section(&mut elements, module.elements.clone()).map_err(text)?;
    encoder.section(&elements);

    let mut code = CodeSection::new();
    for index in stays[module.imported as usize..].iter().copied() {
        if let Some(slot) = doors.get(&index) {
            code.function(&door(module, index, *slot, doorkeeper));
        } else {
            renumber.parse_function_body(&mut code, module.body(index)).map_err(text)?;
        }
    }
    let mut keeper = Function::new([]);
    keeper.instruction(&Instruction::GlobalGet(plan.flag));
    keeper.instruction(&Instruction::I32Eqz);
    keeper.instruction(&Instruction::If(wasm_encoder::BlockType::Empty));
    keeper.instruction(&Instruction::Call(functions[&plan.load]));
    keeper.instruction(&Instruction::End);
    keeper.instruction(&Instruction::End);
    code.function(&keeper);
    encoder.section(&code);

    let mut data = DataSection::new();
    for segment in segments {
        data.active(0, &ConstExpr::i32_const(segment.address), segment.first());
    }
    encoder.section(&data);
    Ok(encoder.finish())
}

/// The imported functions and those of the others that stay: first what the table has, as it has it, so that the segment
/// that fills it is a row of numbers and compresses to nothing.
fn in_order(module: &Module, stays: impl Fn(u32) -> bool) -> Result<Vec<u32>> {
    let mut seen: HashSet<u32> = (0..module.imported).collect();
    let mut order: Vec<u32> = (0..module.imported).collect();
    let mut by_name: Vec<u32> = (module.imported..module.functions.len() as u32).collect();
    by_name.sort_by_key(|index| {
        let name = module.names.get(index).copied().unwrap_or_default();
        name.to_owned()
    });
    let all = functions_in_tables(module)?.into_iter().chain(by_name);
    order.extend(all.filter(|index| stays(*index) && seen.insert(*index)));
    Ok(order)
}

/// What stands in the first part for a function of the rest.
fn door(module: &Module, index: u32, slot: u64, doorkeeper: u32) -> Function {
    let type_index = module.functions[index as usize];
    let mut door = Function::new([]);
    door.instruction(&Instruction::Call(doorkeeper));
    for parameter in 0..module.function_types[type_index as usize].params().len() {
        door.instruction(&Instruction::LocalGet(parameter as u32));
    }
    door.instruction(&Instruction::I32Const(slot as i32));
    door.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
    door.instruction(&Instruction::End);
    door
}

fn rest(module: &Module, plan: &Plan, segments: &[Segment]) -> Result<Vec<u8>> {
    let here = plan.shared.iter().chain(&plan.moved).copied();
    let functions: HashMap<u32, u32> = here.zip(0..).collect();
    let mut renumber = Renumber { functions: &functions, tables: &plan.tables, globals: &plan.globals, keeps: false };
    let mut encoder = Encoder::new();

    let mut types = TypeSection::new();
    RoundtripReencoder.parse_type_section(&mut types, module.types.clone()).map_err(text)?;
    encoder.section(&types);

    let mut imports = ImportSection::new();
    for function in &plan.shared {
        imports.import(FIRST, &plan.name(*function), EntityType::Function(module.functions[*function as usize]));
    }
    for (index, table) in module.tables.clone().into_iter().enumerate() {
        if plan.tables.contains(&(index as u32)) {
            let mut ty = RoundtripReencoder.table_type(table.map_err(text)?.ty).map_err(text)?;
            if index == 0 {
                ty.minimum += plan.doors.len() as u64;
                ty.maximum = ty.maximum.map(|maximum| maximum + plan.doors.len() as u64);
            }
            imports.import(FIRST, &table_name(index as u32), ty);
        }
    }
    for memory in module.memories.clone() {
        imports.import(FIRST, "memory", RoundtripReencoder.memory_type(memory.map_err(text)?).map_err(text)?);
    }
    for (index, global) in module.globals.clone().into_iter().enumerate() {
        if plan.globals.contains(&(index as u32)) {
            let ty = RoundtripReencoder.global_type(global.map_err(text)?.ty).map_err(text)?;
            imports.import(FIRST, &global_name(index as u32), ty);
        }
    }
    encoder.section(&imports);

    let mut declared = FunctionSection::new();
    for index in &plan.moved {
        declared.function(module.functions[*index as usize]);
    }
    encoder.section(&declared);

    let mut elements = ElementSection::new();
    let slots: Vec<u32> = plan.doors.iter().map(|door| functions[door]).collect();
    elements.active(None, &ConstExpr::i32_const(plan.first_slot as i32), Elements::Functions(slots.into()));
    if !plan.taken.is_empty() {
        let taken: Vec<u32> = plan.taken.iter().map(|function| functions[function]).collect();
        elements.declared(Elements::Functions(taken.into()));
    }
    encoder.section(&elements);

    let mut code = CodeSection::new();
    for (index, body) in module.defined() {
        if plan.moved.contains(&index) {
            renumber.parse_function_body(&mut code, body.clone()).map_err(text)?;
        }
    }
    encoder.section(&code);

    let mut data = DataSection::new();
    for segment in segments {
        for piece in segment.rest() {
            let address = segment.address + piece.start as i32;
            data.active(0, &ConstExpr::i32_const(address), segment.bytes[piece].iter().copied());
        }
    }
    encoder.section(&data);
    Ok(encoder.finish())
}

fn table_name(index: u32) -> String {
    format!("table {index}")
}

fn global_name(index: u32) -> String {
    format!("global {index}")
}

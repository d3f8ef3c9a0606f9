//! A wasm that notes which of its functions are called: how `cold.txt` is made. See `cargo xtask profile`.

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    ImportSection, Instruction, MemArg, MemArgTarget, MemorySection, MemoryType, Module as Encoder, TableSection,
    TypeSection,
};

use crate::Result;
use crate::module::Module;

/// The exported memory with a byte for each function, imported ones among them: 1 when it was called.
const CALLED: &str = "called";

/// Where wasm-bindgen's script has the exports, and what lets others see which functions were called.
const LINKED: &str = "wasm = instance.exports;";
const SHOWN: &str = "wasm = instance.exports; globalThis.awaitscopeCalled = wasm.called;";

const PAGE: u64 = 65536;

/// The application's script for a wasm that notes.
pub fn show_calls(script: &str) -> Result<String> {
    if script.matches(LINKED).count() != 1 {
        return Err(format!("wasm-bindgen's script has not one `{LINKED}`"));
    }
    Ok(script.replace(LINKED, SHOWN))
}

pub fn instrument(module: &Module) -> Result<Vec<u8>> {
    let text = |error: wasm_encoder::reencode::Error| error.to_string();
    let mut same = RoundtripReencoder;
    let mut encoder = Encoder::new();

    let mut types = TypeSection::new();
    same.parse_type_section(&mut types, module.types.clone()).map_err(text)?;
    encoder.section(&types);
    let mut imports = ImportSection::new();
    same.parse_import_section(&mut imports, module.imports.clone()).map_err(text)?;
    encoder.section(&imports);
    let mut declared = FunctionSection::new();
    for (index, _) in module.defined() {
        declared.function(module.functions[index as usize]);
    }
    encoder.section(&declared);
    let mut tables = TableSection::new();
    same.parse_table_section(&mut tables, module.tables.clone()).map_err(text)?;
    encoder.section(&tables);
    let mut memories = MemorySection::new();
    same.parse_memory_section(&mut memories, module.memories.clone()).map_err(text)?;
    let minimum = (module.functions.len() as u64).div_ceil(PAGE);
    memories.memory(MemoryType { minimum, maximum: None, memory64: false, shared: false, page_size_log2: None });
    encoder.section(&memories);
    let mut globals = GlobalSection::new();
    same.parse_global_section(&mut globals, module.globals.clone()).map_err(text)?;
    encoder.section(&globals);
    let mut exports = ExportSection::new();
    same.parse_export_section(&mut exports, module.export_section.clone()).map_err(text)?;
    let called = module.memories.count();
    exports.export(CALLED, ExportKind::Memory, called);
    encoder.section(&exports);
    let mut elements = ElementSection::new();
    same.parse_element_section(&mut elements, module.elements.clone()).map_err(text)?;
    encoder.section(&elements);

    let note = MemArg { offset: 0, align: 0, target: MemArgTarget::Memory(called), ordering: None };
    let mut code = CodeSection::new();
    for (index, body) in module.defined() {
        let mut function: Function = same.new_function_with_parsed_locals(body).map_err(text)?;
        function.instruction(&Instruction::I32Const(index as i32));
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::I32Store8(note));
        let mut reader = body.get_operators_reader().map_err(|error| error.to_string())?;
        while !reader.eof() {
            let operator = reader.read().map_err(|error| error.to_string())?;
            function.instruction(&same.instruction(operator).map_err(text)?);
        }
        code.function(&function);
    }
    encoder.section(&code);
    let mut data = DataSection::new();
    same.parse_data_section(&mut data, module.data.clone()).map_err(text)?;
    encoder.section(&data);
    Ok(encoder.finish())
}

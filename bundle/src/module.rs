//! A WebAssembly module, read as far as taking it apart needs.

use std::collections::HashMap;

use wasm_encoder::reencode::Reencode;
use wasmparser::{
    DataSectionReader, ElementSectionReader, Export, ExportSectionReader, ExternalKind, FuncType, FunctionBody,
    GlobalSectionReader, ImportSectionReader, KnownCustom, MemorySectionReader, Name, Operator, Parser, Payload,
    TableSectionReader, TypeRef, TypeSectionReader,
};

use crate::Result;

pub struct Module<'a> {
    pub types: TypeSectionReader<'a>,
    pub function_types: Vec<FuncType>,
    pub imports: ImportSectionReader<'a>,
    pub tables: TableSectionReader<'a>,
    pub memories: MemorySectionReader<'a>,
    pub globals: GlobalSectionReader<'a>,
    pub exports: Vec<Export<'a>>,
    pub export_section: ExportSectionReader<'a>,
    pub elements: ElementSectionReader<'a>,
    pub data: DataSectionReader<'a>,
    /// How many functions are imported: they have the first indices.
    pub imported: u32,
    /// The type of each function, imported ones first.
    pub functions: Vec<u32>,
    /// Those of the functions that are not imported.
    pub bodies: Vec<FunctionBody<'a>>,
    /// From the section of names; by the function's index.
    pub names: HashMap<u32, &'a str>,
}

/// What a function's body, or a segment of elements, refers to.
#[derive(Default)]
pub struct References {
    pub functions: Vec<u32>,
    /// Functions of which a reference is taken.
    pub taken: Vec<u32>,
    pub tables: Vec<u32>,
    pub globals: Vec<u32>,
}

impl<'a> Module<'a> {
    /// Fails when it is none, or uses what the application's has never used: then this program must learn it.
    pub fn read(bytes: &'a [u8]) -> Result<Module<'a>> {
        let read = |error: wasmparser::BinaryReaderError| error.to_string();
        let (mut types, mut imports, mut tables, mut memories) = (None, None, None, None);
        let (mut globals, mut exports, mut elements, mut data) = (None, None, None, None);
        let (mut declared, mut bodies, mut names) = (Vec::new(), Vec::new(), HashMap::new());
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(read)? {
                Payload::TypeSection(section) => types = Some(section),
                Payload::ImportSection(section) => imports = Some(section),
                Payload::FunctionSection(section) => {
                    declared = section.into_iter().collect::<std::result::Result<_, _>>().map_err(read)?;
                }
                Payload::TableSection(section) => tables = Some(section),
                Payload::MemorySection(section) => memories = Some(section),
                Payload::GlobalSection(section) => globals = Some(section),
                Payload::ExportSection(section) => exports = Some(section),
                Payload::ElementSection(section) => elements = Some(section),
                Payload::DataSection(section) => data = Some(section),
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(section) = section.as_known() {
                        for name in section {
                            if let Name::Function(map) = name.map_err(read)? {
                                for naming in map {
                                    let naming = naming.map_err(read)?;
                                    names.insert(naming.index, naming.name);
                                }
                            }
                        }
                    }
                }
                Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::End(_) => {}
                other => return Err(format!("the application's wasm has an unexpected part: {other:?}")),
            }
        }
        let missing = |name: &str| format!("the application's wasm has no section of {name}");
        let types: TypeSectionReader = types.ok_or_else(|| missing("types"))?;
        let imports: ImportSectionReader = imports.ok_or_else(|| missing("imports"))?;
        let export_section: ExportSectionReader = exports.ok_or_else(|| missing("exports"))?;
        let function_types =
            types.clone().into_iter_err_on_gc_types().collect::<std::result::Result<Vec<_>, _>>().map_err(read)?;
        let mut functions = Vec::new();
        for import in imports.clone().into_imports() {
            match import.map_err(read)?.ty {
                TypeRef::Func(type_index) => functions.push(type_index),
                other => return Err(format!("the application's wasm imports what is no function: {other:?}")),
            }
        }
        let imported = functions.len() as u32;
        functions.extend(declared);
        Ok(Module {
            types,
            function_types,
            imports,
            tables: tables.ok_or_else(|| missing("tables"))?,
            memories: memories.ok_or_else(|| missing("memories"))?,
            globals: globals.ok_or_else(|| missing("globals"))?,
            exports: export_section.clone().into_iter().collect::<std::result::Result<_, _>>().map_err(read)?,
            export_section,
            elements: elements.ok_or_else(|| missing("elements"))?,
            data: data.ok_or_else(|| missing("data"))?,
            imported,
            functions,
            bodies,
            names,
        })
    }

    /// The functions that are not imported: index and body.
    pub fn defined(&self) -> impl Iterator<Item = (u32, &FunctionBody<'a>)> {
        (self.imported..).zip(&self.bodies)
    }

    /// The body of a function that is not imported.
    pub fn body(&self, index: u32) -> FunctionBody<'a> {
        self.bodies[(index - self.imported) as usize].clone()
    }

    /// The function that is exported under a name.
    pub fn exported(&self, name: &str) -> Option<u32> {
        let is_it = |export: &&Export| export.name == name && export.kind == ExternalKind::Func;
        self.exports.iter().find(is_it).map(|export| export.index)
    }

    /// The type of functions without parameters and results.
    pub fn plain_type(&self) -> Result<u32> {
        let is_plain = |of: &FuncType| of.params().is_empty() && of.results().is_empty();
        let found = self.function_types.iter().position(is_plain);
        found.map(|index| index as u32).ok_or("no function of the application's wasm is without parameters".into())
    }
}

/// The module without its custom sections, which only tools read.
pub fn strip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Some((id, range)) = payload.map_err(|error| error.to_string())?.as_section()
            && id != wasm_encoder::SectionId::Custom as u8
        {
            let data = &bytes[range.start as usize..range.end as usize];
            encoder.section(&wasm_encoder::RawSection { id, data });
        }
    }
    Ok(encoder.finish())
}

/// What the instructions of a body refer to.
pub fn references(body: &FunctionBody) -> Result<References> {
    let mut collector = Collector::default();
    let mut reader = body.get_operators_reader().map_err(|error| error.to_string())?;
    while !reader.eof() {
        let operator = reader.read().map_err(|error| error.to_string())?;
        if let Operator::RefFunc { function_index } = operator {
            collector.0.taken.push(function_index);
        }
        collector.instruction(operator).map_err(|error| error.to_string())?;
    }
    Ok(collector.0)
}

/// Re-encodes nothing: it only sees every index on the way.
#[derive(Default)]
struct Collector(References);

type Error = wasm_encoder::reencode::Error;

impl Reencode for Collector {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, index: u32) -> std::result::Result<u32, Error> {
        self.0.functions.push(index);
        Ok(index)
    }

    fn table_index(&mut self, index: u32) -> std::result::Result<u32, Error> {
        self.0.tables.push(index);
        Ok(index)
    }

    fn global_index(&mut self, index: u32) -> std::result::Result<u32, Error> {
        self.0.globals.push(index);
        Ok(index)
    }
}

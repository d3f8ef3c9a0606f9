//! Which of the wasm's data only the rest needs: what no function of the first part refers to, directly or by way of other
//! data.
//!
//! The linker knows who refers to what, and says so in the wasm that it writes, with `--emit-relocs`: the symbols, and for
//! each function and each piece of data the symbols whose addresses stand in it. wasm-bindgen, which comes next, moves
//! functions and keeps the data.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use wasmparser::{
    CustomSectionReader, DataKind, DefinedDataSymbol, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

use crate::Result;

/// The name that the linker gives to what is never written to.
const READ_ONLY: &str = ".rodata";

/// Two pieces of data that are nearer are one, when what is between them is never written to: a piece of its own costs so
/// many bytes.
const NEAR: usize = 8;

/// A segment of the memory's first contents.
pub struct Segment {
    pub address: i32,
    pub bytes: Vec<u8>,
    /// Whether a byte belongs to the first part.
    is_first: Vec<bool>,
    is_read_only: bool,
}

impl Segment {
    /// What the first part has of it: zeros, which compress to nothing, where the rest's are.
    pub fn first(&self) -> Vec<u8> {
        let bytes = self.bytes.iter().zip(&self.is_first);
        bytes.map(|(byte, is_first)| if *is_first { *byte } else { 0 }).collect()
    }

    /// The pieces that the rest brings.
    pub fn rest(&self) -> Vec<Range<usize>> {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let is_needed = |index: &usize| !self.is_first[*index] && self.bytes[*index] != 0;
        for index in (0..self.bytes.len()).filter(is_needed) {
            match pieces.last_mut() {
                Some(piece) if piece.end == index || self.is_read_only && index - piece.end < NEAR => {
                    piece.end = index + 1;
                }
                _ => pieces.push(index..index + 1),
            }
        }
        pieces
    }
}

/// The data of a wasm as the linker wrote it; `is_rest` says of a function's name whether it belongs into the rest.
pub fn segments(linked: &[u8], is_rest: &dyn Fn(&str) -> bool) -> Result<Vec<Segment>> {
    let mut linked = Linked::read(linked)?;
    linked.check()?;
    let mut seen = HashSet::new();
    let mut open: Vec<u32> = Vec::new();
    for (index, body) in (linked.imported..).zip(&linked.bodies) {
        if !is_rest(&linked.name(index)) {
            open.extend(within(&linked.code, body));
        }
    }
    while let Some(symbol) = open.pop() {
        if !seen.insert(symbol) {
            continue;
        }
        let Some(place) = linked.symbols.get(symbol as usize).copied().flatten() else { continue };
        let bytes = place.offset as usize..(place.offset + place.size) as usize;
        let segment = linked.segments.get_mut(place.index as usize).ok_or("a symbol in no segment")?;
        segment.is_first.get_mut(bytes.clone()).ok_or("a symbol beyond its segment")?.fill(true);
        let start = linked.starts[place.index as usize];
        open.extend(within(&linked.data, &(start + bytes.start..start + bytes.end)));
    }
    Ok(linked.segments)
}

/// A wasm as the linker wrote it. Places are counted from the start of the section of code or of data.
#[derive(Default)]
struct Linked<'a> {
    imported: u32,
    names: HashMap<u32, &'a str>,
    bodies: Vec<Range<usize>>,
    segments: Vec<Segment>,
    /// Where the segments' bytes begin.
    starts: Vec<usize>,
    /// Where in the memory and in which segment; `None` for those of no data, or that are defined nowhere.
    symbols: Vec<Option<DefinedDataSymbol>>,
    code: Vec<RelocationEntry>,
    data: Vec<RelocationEntry>,
}

impl<'a> Linked<'a> {
    fn read(bytes: &'a [u8]) -> Result<Linked<'a>> {
        let mut linked = Linked::default();
        let mut start = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(text)? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        linked.imported += u32::from(matches!(import.map_err(text)?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { unchecked_range, .. } => start = unchecked_range.start as usize,
                Payload::CodeSectionEntry(body) => {
                    linked.bodies.push(body.range().start as usize - start..body.range().end as usize - start);
                }
                Payload::DataSection(section) => {
                    let start = section.range().start as usize;
                    for segment in section {
                        let segment = segment.map_err(text)?;
                        linked.starts.push(segment.range.end as usize - segment.data.len() - start);
                        linked.segments.push(Segment {
                            address: address(&segment.kind)?,
                            bytes: segment.data.to_vec(),
                            is_first: vec![false; segment.data.len()],
                            is_read_only: false,
                        });
                    }
                }
                Payload::CustomSection(section) => linked.learn(&section)?,
                _ => {}
            }
        }
        linked.code.sort_by_key(|entry| entry.offset);
        linked.data.sort_by_key(|entry| entry.offset);
        Ok(linked)
    }

    fn learn(&mut self, section: &CustomSectionReader<'a>) -> Result<()> {
        match section.as_known() {
            KnownCustom::Name(names) => {
                for name in names {
                    if let Name::Function(map) = name.map_err(text)? {
                        for naming in map {
                            let naming = naming.map_err(text)?;
                            self.names.insert(naming.index, naming.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    match part.map_err(text)? {
                        Linking::SegmentInfo(infos) => {
                            for (segment, info) in self.segments.iter_mut().zip(infos) {
                                segment.is_read_only = info.map_err(text)?.name == READ_ONLY;
                            }
                        }
                        Linking::SymbolTable(symbols) => {
                            for symbol in symbols {
                                self.symbols.push(match symbol.map_err(text)? {
                                    SymbolInfo::Data { symbol, .. } => symbol,
                                    _ => None,
                                });
                            }
                        }
                        _ => {}
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let to = match section.name() {
                    "reloc.CODE" => &mut self.code,
                    "reloc.DATA" => &mut self.data,
                    _ => return Ok(()),
                };
                for entry in relocations.entries() {
                    let entry = entry.map_err(text)?;
                    if is_address(entry.ty) {
                        to.push(entry);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Fails when the relocations are not there, or are not understood: where one says that an address stands, it must.
    fn check(&self) -> Result<()> {
        if self.code.is_empty() || self.data.is_empty() {
            return Err("the linker was not asked for relocations: .cargo/config.toml does".into());
        }
        for entry in self.data.iter().filter(|entry| entry.ty == RelocationType::MemoryAddrI32) {
            let Some(place) = self.symbols.get(entry.index as usize).copied().flatten() else { continue };
            let expected =
                i64::from(self.segments[place.index as usize].address) + i64::from(place.offset) + entry.addend;
            let offset = entry.offset as usize;
            let (segment, start) = self
                .segments
                .iter()
                .zip(&self.starts)
                .find(|(segment, start)| (**start..**start + segment.bytes.len()).contains(&offset))
                .ok_or("a relocation of no data")?;
            let found = segment.bytes.get(offset - start..offset - start + 4).ok_or("an address beyond its data")?;
            if found != (expected as u32).to_le_bytes() {
                return Err(format!("an address of data at {offset} of the section is not what its relocation says"));
            }
        }
        Ok(())
    }

    /// As wasm-bindgen writes it.
    fn name(&self, index: u32) -> String {
        rustc_demangle::demangle(self.names.get(&index).copied().unwrap_or_default()).to_string()
    }
}

fn address(kind: &DataKind) -> Result<i32> {
    if let DataKind::Active { offset_expr, memory_index: 0 } = kind
        && let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read()
    {
        return Ok(value);
    }
    Err("data without a fixed address: this program must learn it".into())
}

/// Whether it is of data: others are of functions, types, globals.
fn is_address(ty: RelocationType) -> bool {
    use RelocationType::*;
    matches!(
        ty,
        MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32 | MemoryAddrRelSleb | MemoryAddrTlsSleb | MemoryAddrLocrelI32
    )
}

/// The symbols whose addresses stand in a range.
fn within<'r>(entries: &'r [RelocationEntry], range: &Range<usize>) -> impl Iterator<Item = u32> + use<'r> {
    let position = |place: usize| entries.partition_point(|entry| (entry.offset as usize) < place);
    entries[position(range.start)..position(range.end)].iter().map(|entry| entry.index)
}

fn text(error: impl ToString) -> String {
    error.to_string()
}

//! What the page in `dist/` moves over the network, part by part, in brotli. Fails above the limit.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// In bytes, for everything that is moved when the page is opened. The aim is 500 000, which the wasm in two parts reaches
/// (`ARCHITECTURE.md`); this number only goes down.
const LIMIT: usize = 910_000;
/// In bytes, for that and the rest of a wasm in two parts.
const LIMIT_WITH_REST: usize = 955_000;

/// How the name of the wasm's rest ends.
const REST: &str = "_rest.wasm";

/// Folders whose files move one by one, when a program imports them or a reader opens them.
const ON_DEMAND: &[&str] = &["library", "lessons"];

/// Whole pages of their own, which the page does not load; what is loaded behind its back, for the next visit; and the loader
/// for other people's pages.
const ALONE: &[&str] =
    &["awaitscope.html", "embed.html", "awaitscope_record.py", "sw.js", "manifest.webmanifest", LOADER];

const LOADER: &str = "awaitscope.js";
/// In bytes: it moves with every page of a site, whether anybody runs something or not.
const LOADER_LIMIT: usize = 8 * 1024;

fn main() -> ExitCode {
    let dist = e2e::dist();
    let files = match e2e::files_under(&dist) {
        Ok(files) if !files.is_empty() => files,
        _ => {
            eprintln!("{} is empty. `cargo xtask build` fills it", dist.display());
            return ExitCode::FAILURE;
        }
    };
    let is_alone = |file: &PathBuf| ALONE.iter().any(|name| *file == dist.join(name));
    let (alone, files): (Vec<_>, Vec<_>) = files.into_iter().partition(is_alone);
    let (rest, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.to_string_lossy().ends_with(REST));
    let (on_demand, at_once): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| {
        let folder = file.strip_prefix(&dist).ok().and_then(|file| file.iter().next());
        folder.is_some_and(|folder| ON_DEMAND.iter().any(|name| folder == *name))
    });
    println!("{:>9} {:>9}  part", "bytes", "brotli");
    let (raw, compressed) = total(&dist, &at_once);
    println!("{raw:>9} {compressed:>9}  all of it, of at most {LIMIT} in brotli\n");
    let (_, with_rest) = total(&dist, &rest);
    let with_rest = compressed + with_rest;
    println!("{:>9} {with_rest:>9}  with what a program needs that is no lesson's, of at most {LIMIT_WITH_REST}\n", "");
    total(&dist, &on_demand);
    println!("                     moved on demand, file by file\n");
    total(&dist, &alone);
    println!("                     for other places, and for the next visit");
    let loader = std::fs::read(dist.join(LOADER)).map(|bytes| brotli_size(&bytes)).unwrap_or_default();
    if loader == 0 || loader > LOADER_LIMIT {
        eprintln!("{LOADER} is {loader} bytes in brotli, of at most {LOADER_LIMIT}");
        return ExitCode::FAILURE;
    }
    for (size, limit) in [(compressed, LIMIT), (with_rest, LIMIT_WITH_REST)] {
        if size > limit {
            eprintln!("the page is {} bytes too large, of {limit}; `cargo xtask profile` may help", size - limit);
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Prints a line for each file; their sizes together, as they are and in brotli.
fn total(dist: &Path, files: &[PathBuf]) -> (usize, usize) {
    let (mut raw, mut compressed) = (0, 0);
    for file in files {
        let bytes = std::fs::read(file).expect("a file that was just listed");
        let small = brotli_size(&bytes);
        let name = file.strip_prefix(dist).unwrap_or(file);
        println!("{:>9} {small:>9}  {}", bytes.len(), name.display());
        raw += bytes.len();
        compressed += small;
    }
    (raw, compressed)
}

/// The size at brotli's best quality, as a server has it that compresses its files once.
fn brotli_size(bytes: &[u8]) -> usize {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params).expect("writing to memory does not fail");
    compressed.len()
}

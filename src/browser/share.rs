//! What the hash of the page's address carries: a program, and how to show it.
//!
//! ```text
//! #lesson=SLUG                                     a lesson
//! #code=z1.<base64url(deflate-raw(utf8))>          a program, as the page writes it
//! #py=<percent-encoded utf8>                       a program, as a person writes it
//! &autorun=1 &speed=0.25|max &at=<ns> &moment=<name> &seed=<n> &lang=zh|en &theme=light|dark|auto
//! ```
//!
//! The hash never reaches a server. Unknown keys are passed over, so that newer links open in an older page.

use super::pace::Speed;
use crate::trace::event::Nanos;

/// A link's contents. `None` is what the link does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    pub program: Option<Program>,
    pub autorun: bool,
    pub speed: Option<Speed>,
    /// The moment to show.
    pub at: Option<Nanos>,
    /// A moment of a lesson's run, by its name in the lesson. As written.
    pub moment: Option<String>,
    pub seed: Option<u64>,
    /// As written.
    pub lang: Option<String>,
    /// As written.
    pub theme: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Program {
    /// A lesson's slug; there may be no such lesson.
    Lesson(String),
    Code(String),
    /// The program cannot be read. It replaces no text that the reader has.
    Broken(BrokenCode),
}

/// A program in a link that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenCode {
    pub why: Why,
    /// The beginning of the program, as far as it could be read; may be empty.
    pub salvaged: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Made by a newer page: the code does not begin with `z1.`.
    Version,
    /// A character that no such link contains.
    Characters,
    /// The end is missing, or something in the middle: chat programs and mail cut links.
    Damaged,
    /// Longer than [`LONGEST_PROGRAM`].
    TooLong,
    /// Not text in UTF-8.
    NotText,
}

/// Bytes of a program in a link; no larger one is unpacked, whatever the link says.
pub const LONGEST_PROGRAM: usize = 1 << 20;

const VERSION: &str = "z1.";

/// Reads `location.hash`, with or without its `#`.
pub fn parse(hash: &str) -> Link {
    let mut link = Link::default();
    for pair in hash.trim_start_matches('#').split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        match key {
            "lesson" => link.program = percent_decode(value).ok().map(Program::Lesson),
            "code" => link.program = Some(unpack(value).map_or_else(Program::Broken, Program::Code)),
            "py" => link.program = Some(percent_decode(value).map_or_else(Program::Broken, Program::Code)),
            "autorun" => link.autorun = !matches!(value, "" | "0" | "false"),
            "speed" => link.speed = Speed::of_value(value),
            "at" => link.at = value.parse().ok().map(Nanos),
            "moment" => link.moment = percent_decode(value).ok(),
            "seed" => link.seed = value.parse().ok(),
            "lang" => link.lang = Some(value.to_owned()),
            "theme" => link.theme = Some(value.to_owned()),
            _ => {}
        }
    }
    link
}

/// Writes a hash with its `#`; `parse` reads it back. A broken program is left out.
pub fn build(link: &Link) -> String {
    let mut parts = Vec::new();
    match &link.program {
        Some(Program::Lesson(slug)) => parts.push(format!("lesson={}", percent_encode(slug))),
        Some(Program::Code(code)) => parts.push(format!("code={}", pack(code))),
        Some(Program::Broken(_)) | None => {}
    }
    if link.autorun {
        parts.push("autorun=1".to_owned());
    }
    if let Some(speed) = link.speed {
        parts.push(format!("speed={}", speed.value()));
    }
    if let Some(Nanos(at)) = link.at {
        parts.push(format!("at={at}"));
    }
    if let Some(moment) = &link.moment {
        parts.push(format!("moment={}", percent_encode(moment)));
    }
    if let Some(seed) = link.seed {
        parts.push(format!("seed={seed}"));
    }
    for (key, value) in [("lang", &link.lang), ("theme", &link.theme)] {
        if let Some(value) = value {
            parts.push(format!("{key}={}", percent_encode(value)));
        }
    }
    format!("#{}", parts.join("&"))
}

fn pack(code: &str) -> String {
    format!("{VERSION}{}", base64url(&miniz_oxide::deflate::compress_to_vec(code.as_bytes(), 9)))
}

#[inline(never)]
fn unpack(packed: &str) -> Result<String, BrokenCode> {
    let nothing = |why| BrokenCode { why, salvaged: String::new() };
    let packed = packed.strip_prefix(VERSION).ok_or(nothing(Why::Version))?;
    let (bytes, well_formed) = base64url_decode(packed);
    let (code, why) = match miniz_oxide::inflate::decompress_to_vec_with_limit(&bytes, LONGEST_PROGRAM) {
        Ok(code) => (code, (!well_formed).then_some(Why::Characters)),
        Err(error) => {
            let why = match error.status {
                miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Why::TooLong,
                _ if !well_formed => Why::Characters,
                _ => Why::Damaged,
            };
            (error.output, Some(why))
        }
    };
    match (text(code), why) {
        (Ok(code), None) => Ok(code),
        (Err(salvaged), None) => Err(BrokenCode { why: Why::NotText, salvaged }),
        (Ok(salvaged) | Err(salvaged), Some(why)) => Err(BrokenCode { why, salvaged }),
    }
}

/// The bytes as text, or the text that they begin with.
fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(good);
        String::from_utf8(bytes).expect("what is valid stays valid")
    })
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// RFC 4648 section 5, without padding.
fn base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index| u32::from(*chunk.get(index).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..=chunk.len() {
            text.push(ALPHABET[(bits >> (18 - 6 * digit) & 63) as usize] as char);
        }
    }
    text
}

/// The bytes up to the first character that does not belong, and whether there is no such. Takes the other alphabet and
/// padding too.
#[inline(never)]
fn base64url_decode(text: &str) -> (Vec<u8>, bool) {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut count) = (0u32, 0);
    let text = text.trim_end_matches('=');
    for character in text.bytes() {
        let digit = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return (bytes, false),
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    (bytes, true)
}

/// Decodes `%XX`; everything else stands for itself. A `+` is a plus sign, as programs need it.
fn percent_decode(encoded: &str) -> Result<String, BrokenCode> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    let mut why = None;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let byte = after.get(..2).and_then(|digits| str::from_utf8(digits).ok()).and_then(|digits| {
            digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok())?
        });
        let Some(byte) = byte else {
            why = Some(Why::Damaged);
            break;
        };
        bytes.push(byte);
        rest = &after[2..];
    }
    if bytes.len() > LONGEST_PROGRAM {
        bytes.truncate(LONGEST_PROGRAM);
        why = Some(Why::TooLong);
    }
    match (text(bytes), why) {
        (Ok(code), None) => Ok(code),
        (Err(salvaged), None) => Err(BrokenCode { why: Why::NotText, salvaged }),
        (Ok(salvaged) | Err(salvaged), Some(why)) => Err(BrokenCode { why, salvaged }),
    }
}

fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte as char),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = "import asyncio\n\n# 中文 and émoji 🐍\nasyncio.run(asyncio.sleep(1 + 2 & 3))\n";

    fn code(code: &str) -> Link {
        Link { program: Some(Program::Code(code.to_owned())), ..Link::default() }
    }

    fn broken(hash: &str) -> BrokenCode {
        match parse(hash).program {
            Some(Program::Broken(broken)) => broken,
            other => panic!("{hash} is not broken: {other:?}"),
        }
    }

    #[test]
    fn a_link_is_read_as_it_was_written() {
        for program in ["", "x", "ab", "abc", PROGRAM, &PROGRAM.repeat(1000)] {
            let link = code(program);
            let hash = build(&link);
            assert!(hash.starts_with("#code=z1."));
            assert!(hash[9..].bytes().all(|byte| ALPHABET.contains(&byte) || byte == b'.'));
            assert_eq!(parse(&hash), link);
        }
        let link = Link {
            program: Some(Program::Lesson("gather".into())),
            autorun: true,
            speed: Some(Speed::Percent(25)),
            at: Some(Nanos(1_500_000_000)),
            moment: Some("nap.woken".into()),
            seed: Some(42),
            lang: Some("zh".into()),
            theme: Some("dark".into()),
        };
        assert_eq!(
            build(&link),
            "#lesson=gather&autorun=1&speed=0.25&at=1500000000&moment=nap.woken&seed=42&lang=zh&theme=dark"
        );
        assert_eq!(parse(&build(&link)), link);
        assert_eq!(parse(&build(&Link::default())), Link::default());
    }

    #[test]
    fn what_other_programs_deflate_is_read() {
        // Python: base64.urlsafe_b64encode(zlib.compress(b"print('hello')\n", 9)[2:-4])
        assert_eq!(parse("#code=z1.KyjKzCvRUM9IzcnJV9fkAgA="), code("print('hello')\n"));
    }

    #[test]
    fn a_program_can_be_written_by_hand() {
        assert_eq!(parse("#py=print(1+1)%0Aprint(%22%E4%B8%AD%22)"), code("print(1+1)\nprint(\"中\")"));
        assert_eq!(parse("py=x=1&speed=max"), Link { speed: Some(Speed::Max), ..code("x=1") });
    }

    #[test]
    fn nonsense_is_passed_over() {
        for hash in ["", "#", "#&&=&", "#what=ever&speed=fast&at=-1&seed=x"] {
            assert_eq!(parse(hash), Link::default(), "{hash}");
        }
    }

    #[test]
    fn a_broken_link_says_why_and_keeps_what_it_can() {
        let hash = build(&code(&PROGRAM.repeat(3)));
        let cut = broken(&hash[..hash.len() - 12]);
        assert_eq!(cut.why, Why::Damaged);
        assert!(cut.salvaged.starts_with("import asyncio\n"), "{cut:?}");
        assert_eq!(broken("#code=z1.a b").why, Why::Characters);
        assert_eq!(broken("#code=z9.abcd").why, Why::Version);
        assert_eq!(broken("#code=").why, Why::Version);
        assert_eq!(broken("#code=z1.").why, Why::Damaged);
        assert_eq!(broken("#py=print(1)%0").salvaged, "print(1)");
        assert_eq!(broken("#py=a%FF"), BrokenCode { why: Why::NotText, salvaged: "a".into() });
        assert_eq!(broken("#py=a%+1").why, Why::Damaged);
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = broken(&build(&code(&"a".repeat(LONGEST_PROGRAM * 4))));
        assert_eq!((bomb.why, bomb.salvaged.len()), (Why::TooLong, LONGEST_PROGRAM));
    }

    #[test]
    fn no_bytes_are_too_strange() {
        let mut state = 1u32;
        for length in 0..300 {
            let noise: Vec<u8> = std::iter::repeat_with(|| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .take(length)
            .collect();
            parse(&format!("#code=z1.{}", base64url(&noise)));
            parse(&format!("#code={0}&py={0}", String::from_utf8_lossy(&noise)));
        }
    }
}

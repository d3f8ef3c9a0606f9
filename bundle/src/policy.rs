//! The content security policy of a page that is one file: its own script and style sheet, known by their hashes, and
//! nothing else. Nothing is loaded from anywhere, and no markup that got in could run.

use crate::whole::base64;

/// As a `<meta>`, to stand before everything that it is for.
pub fn meta(scripts: &[&str], style: &str) -> String {
    let source = |text: &str| format!("'sha256-{}'", base64(&sha256(text.as_bytes())));
    let scripts: Vec<String> = scripts.iter().map(|text| source(text)).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
         style-src {}; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n",
        scripts.join(" "),
        source(style)
    )
}

/// FIPS 180-4.
pub fn sha256(message: &[u8]) -> [u8; 32] {
    // The fractions of the square roots of the first 8 primes, and of the cube roots of the first 64.
    let primes: Vec<u64> = (2..312).filter(|n| (2..*n).all(|divisor| n % divisor != 0)).collect();
    let mut hash: Vec<u32> = primes.iter().take(8).map(|prime| root(*prime, 2)).collect();
    let constants: Vec<u32> = primes.iter().map(|prime| root(*prime, 3)).collect();
    let mut padded = message.to_vec();
    padded.push(0x80);
    // The length comes last, and a block is full with it.
    padded.resize((padded.len() + 8).next_multiple_of(64) - 8, 0);
    padded.extend((message.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks(64) {
        let mut words: Vec<u32> =
            block.chunks(4).map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]])).collect();
        for t in 16..64 {
            let (a, b) = (words[t - 15], words[t - 2]);
            let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ a >> 3;
            let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ b >> 10;
            words.push(words[t - 16].wrapping_add(s0).wrapping_add(words[t - 7]).wrapping_add(s1));
        }
        let mut v = hash.clone();
        for t in 0..64 {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = v[4] & v[5] ^ !v[4] & v[6];
            let one = v[7].wrapping_add(s1).wrapping_add(choice).wrapping_add(constants[t]).wrapping_add(words[t]);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2];
            v[3] = v[3].wrapping_add(one);
            v[7] = one.wrapping_add(s0.wrapping_add(majority));
            v.rotate_right(1);
        }
        hash.iter_mut().zip(v).for_each(|(hash, v)| *hash = hash.wrapping_add(v));
    }
    let mut out = [0; 32];
    out.chunks_mut(4).zip(hash).for_each(|(out, word)| out.copy_from_slice(&word.to_be_bytes()));
    out
}

/// The first 32 bits of the fraction of a root.
fn root(n: u64, degree: u32) -> u32 {
    let n = u128::from(n) << (32 * degree);
    let (mut low, mut high) = (0u128, 1 << 40);
    while low + 1 < high {
        let middle = (low + high) / 2;
        if middle.pow(degree) <= n { low = middle } else { high = middle }
    }
    low as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_is_that_of_the_standard() {
        let hex = |text: &str| sha256(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // Python: hashlib.sha256(b"a" * n).hexdigest()
        assert_eq!(hex(&"a".repeat(55)), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
        assert_eq!(hex(&"a".repeat(56)), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
        assert_eq!(hex(&"a".repeat(63)), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
        assert_eq!(hex(&"a".repeat(64)), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
        assert_eq!(hex(&"a".repeat(200)), "c2a908d98f5df987ade41b5fce213067efbcc21ef2240212a41e54b5e7c28ae5");
    }
}

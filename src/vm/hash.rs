//! Hashes. Those of numbers and tuples are CPython's, because the order of a set of them shows.

const MODULUS: u64 = (1 << 61) - 1;

/// `hash(int)` (`long_hash`): the value modulo 2^61 - 1, with the sign kept, and never -1.
pub fn int(value: i64) -> i64 {
    let hash = (value.unsigned_abs() % MODULUS) as i64;
    let hash = if value < 0 { -hash } else { hash };
    if hash == -1 { -2 } else { hash }
}

pub fn big_int(value: &num_bigint::BigInt) -> i64 {
    use num_traits::ToPrimitive;
    let remainder = (value.magnitude() % MODULUS).to_i64().expect("a remainder is less than the modulus");
    let hash = if value.sign() == num_bigint::Sign::Minus { -remainder } else { remainder };
    if hash == -1 { -2 } else { hash }
}

/// `hash(float)` (`_Py_HashDouble`). NaN, which CPython hashes by address, is 0.
pub fn float(value: f64) -> i64 {
    if value.is_nan() {
        return 0;
    }
    if value.is_infinite() {
        return if value > 0.0 { 314159 } else { -314159 };
    }
    let (mut m, mut e) = frexp(value.abs());
    let mut x: u64 = 0;
    while m != 0.0 {
        x = ((x << 28) & MODULUS) | (x >> (61 - 28));
        m *= 268435456.0;
        e -= 28;
        let y = m as u64;
        m -= y as f64;
        x += y;
        if x >= MODULUS {
            x -= MODULUS;
        }
    }
    let e = e.rem_euclid(61) as u32;
    x = if e == 0 { x } else { ((x << e) & MODULUS) | (x >> (61 - e)) };
    let hash = if value < 0.0 { -(x as i64) } else { x as i64 };
    if hash == -1 { -2 } else { hash }
}

/// `x == m * 2**e` with `0.5 <= m < 1`; (0, 0) for 0. `x` is finite and not negative.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 {
        return (0.0, 0);
    }
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    if exponent == 0 {
        let (m, e) = frexp(x * 18014398509481984.0);
        return (m, e - 54);
    }
    (f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52)), exponent - 1022)
}

/// `hash(tuple)` (`tuplehash`, an xxHash), from the items' hashes.
pub fn tuple(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    const P1: u64 = 11400714785074694791;
    const P2: u64 = 14029467366897019727;
    const P5: u64 = 2870177450012600261;
    let len = hashes.len() as u64;
    let mut acc = P5;
    for lane in hashes {
        acc = acc.wrapping_add((lane as u64).wrapping_mul(P2));
        acc = acc.rotate_left(31).wrapping_mul(P1);
    }
    acc = acc.wrapping_add(len ^ (P5 ^ 3527539));
    if acc == u64::MAX { 1546275796 } else { acc as i64 }
}

/// `hash(frozenset)` (`frozenset_hash`), from the items' hashes in any order.
pub fn frozen_set(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = hashes.len() as u64;
    let mut hash: u64 = 0;
    for h in hashes {
        let h = h as u64;
        hash ^= ((h ^ 89869747) ^ (h << 16)).wrapping_mul(3644798167);
    }
    hash ^= (len + 1).wrapping_mul(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69069).wrapping_add(907133923);
    if hash == u64::MAX { 590923713 } else { hash as i64 }
}

/// The hash of a string's or bytes' content. CPython's is keyed at random; this one is not.
pub fn bytes(data: &[u8]) -> u64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash: u64 = data.len() as u64 ^ 0x51_7c_c1_b7_27_22_0a_95;
    let mut chunks = data.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().expect("a chunk has eight bytes"));
        hash = (hash ^ word).wrapping_mul(K).rotate_left(29);
    }
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(K);
    hash ^= hash >> 32;
    hash.wrapping_mul(K) ^ (hash >> 29)
}

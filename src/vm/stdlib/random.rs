//! `random`: the Mersenne Twister here, what is made of its numbers in Python.

use std::cell::RefCell;

use num_bigint::{BigInt as Big, Sign};

use super::super::native::{Args, NativeFn, NativeObject};
use super::super::number::{int_ref, int_value};
use super::super::object::*;
use super::super::{ModuleSource, PyResult, Vm};

const N: usize = 624;
const M: usize = 397;

/// MT19937, as `_randommodule.c` seeds and reads it.
struct Twister {
    state: [u32; N],
    index: usize,
}

impl Twister {
    fn from_seed(seed: u32) -> Twister {
        let mut state = [0u32; N];
        state[0] = seed;
        for i in 1..N {
            state[i] = 1812433253u32.wrapping_mul(state[i - 1] ^ (state[i - 1] >> 30)).wrapping_add(i as u32);
        }
        Twister { state, index: N }
    }

    fn from_key(key: &[u32]) -> Twister {
        let mut twister = Twister::from_seed(19650218);
        let mt = &mut twister.state;
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            mt[i] = (mt[i] ^ (mt[i - 1] ^ (mt[i - 1] >> 30)).wrapping_mul(1664525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                mt[0] = mt[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            mt[i] = (mt[i] ^ (mt[i - 1] ^ (mt[i - 1] >> 30)).wrapping_mul(1566083941)).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                mt[0] = mt[N - 1];
                i = 1;
            }
        }
        mt[0] = 0x80000000;
        twister
    }

    fn next(&mut self) -> u32 {
        if self.index >= N {
            for k in 0..N {
                let y = (self.state[k] & 0x80000000) | (self.state[(k + 1) % N] & 0x7fffffff);
                self.state[k] = self.state[(k + M) % N] ^ (y >> 1) ^ if y & 1 == 1 { 0x9908b0df } else { 0 };
            }
            self.index = 0;
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        y ^ (y >> 18)
    }

    fn float(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (a as f64 * 67108864.0 + b as f64) * (1.0 / 9007199254740992.0)
    }
}

struct Random(RefCell<Twister>);

impl NativeObject for Random {}

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_random", ModuleSource::Native(init));
}

fn this<'a>(vm: &mut Vm, args: Args<'a>) -> PyResult<&'a Random> {
    match args.values.first().and_then(|this| this.native::<Random>()) {
        Some(this) => Ok(this),
        None => Err(vm.type_error("a Random object was expected")),
    }
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let class = vm.new_class("_random", "Random", &[], Layout::Native);
    vm.constructor(
        &class,
        NativeFn::Plain(|vm, args| {
            let class = args.values.first().and_then(|c| c.downcast::<Class>()).cloned();
            let class = class.unwrap_or_else(|| vm.types.object.clone());
            let random = Random(RefCell::new(Twister::from_key(&[vm.seed as u32, (vm.seed >> 32) as u32])));
            Ok(Instance::new(class, Payload::Native(Box::new(random))).into())
        }),
    );
    vm.method(&class, "__init__", NativeFn::Plain(|_, _| Ok(Value::None)));
    vm.method(
        &class,
        "_seed",
        NativeFn::Plain(|vm, args| {
            let seed = args.one(vm, "seed")?;
            let key = match int_ref(seed) {
                Some(seed) => {
                    let mut key = seed.to_big().magnitude().to_u32_digits();
                    if key.is_empty() {
                        key.push(0);
                    }
                    key
                }
                None => vec![0],
            };
            *this(vm, args)?.0.borrow_mut() = Twister::from_key(&key);
            Ok(Value::None)
        }),
    );
    vm.method(
        &class,
        "random",
        NativeFn::Plain(|vm, args| {
            args.none(vm, "Random.random")?;
            Ok(Value::Float(this(vm, args)?.0.borrow_mut().float()))
        }),
    );
    vm.method(
        &class,
        "getrandbits",
        NativeFn::Plain(|vm, args| {
            let k = args.one(vm, "Random.getrandbits")?;
            let k = vm.index_i64(k)?;
            if k < 0 {
                return Err(vm.value_error("number of bits must be non-negative"));
            }
            if k as usize / 8 > vm.memory_limit {
                return Err(vm.memory_error());
            }
            let mut twister = this(vm, args)?.0.borrow_mut();
            if k == 0 {
                return Ok(Value::Int(0));
            }
            if k <= 32 {
                return Ok(Value::Int((twister.next() >> (32 - k)) as i64));
            }
            let mut left = k;
            let mut words = Vec::new();
            while left > 0 {
                let mut word = twister.next();
                if left < 32 {
                    word >>= 32 - left;
                }
                words.push(word);
                left -= 32;
            }
            Ok(int_value(Big::from_slice(Sign::Plus, &words)))
        }),
    );
    vm.method(
        &class,
        "_getstate",
        NativeFn::Plain(|vm, args| {
            let twister = this(vm, args)?.0.borrow();
            let mut items: Vec<Value> = twister.state.iter().map(|word| Value::Int(*word as i64)).collect();
            items.push(Value::from(twister.index));
            Ok(vm.tuple(items))
        }),
    );
    vm.method(
        &class,
        "_setstate",
        NativeFn::Plain(|vm, args| {
            let state = args.one(vm, "setstate")?;
            let items = vm.collect(state)?;
            if items.len() != N + 1 {
                return Err(vm.value_error("state vector is the wrong size"));
            }
            let mut words = Vec::with_capacity(N + 1);
            for item in &items {
                words.push(vm.index_i64(item)?);
            }
            if !(0..=N as i64).contains(&words[N]) {
                return Err(vm.value_error("invalid state"));
            }
            let mut twister = this(vm, args)?.0.borrow_mut();
            for (slot, word) in twister.state.iter_mut().zip(&words) {
                *slot = *word as u32;
            }
            twister.index = words[N] as usize;
            Ok(Value::None)
        }),
    );
    vm.set(module, "Random", class.value());
    Ok(())
}

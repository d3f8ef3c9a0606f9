//! `_itertools`: the combinatoric iterators. The others are in Python.

use std::rc::Rc;

use super::super::builtins::items::check_size;
use super::super::builtins::iterators::{itself, native_iter, next_method};
use super::super::native::{Args, Flow, NativeFn, unexpected_keyword};
use super::super::object::*;
use super::super::{Cx, ModuleSource, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.finder.insert("_itertools", ModuleSource::Native(init));
}

#[derive(Clone, Copy)]
enum Order {
    Product,
    Combinations,
    WithReplacement,
    Permutations,
}

/// The places that a tuple's items have in their pools, and how the next ones follow.
struct Places {
    order: Order,
    /// One for each item, or one for all.
    pools: Vec<Rc<[Value]>>,
    /// The items' places; of permutations, also those of what is left over.
    at: Vec<usize>,
    /// How many items a tuple has.
    len: usize,
    ended: bool,
}

impl Places {
    fn pool(&self, item: usize) -> &[Value] {
        &self.pools[if self.pools.len() == 1 { 0 } else { item }]
    }

    /// Goes on to the next tuple in lexicographic order of places.
    fn advance(&mut self) {
        let r = self.len;
        let found = match self.order {
            Order::Product => {
                let moved = (0..r).rev().find(|&i| self.at[i] + 1 < self.pool(i).len());
                if let Some(i) = moved {
                    self.at[i] += 1;
                    self.at[i + 1..].fill(0);
                }
                moved
            }
            Order::Combinations => {
                let n = self.pools[0].len();
                let moved = (0..r).rev().find(|&i| self.at[i] < n - r + i);
                if let Some(i) = moved {
                    let next = self.at[i] + 1;
                    self.at[i..].iter_mut().zip(next..).for_each(|(place, next)| *place = next);
                }
                moved
            }
            Order::WithReplacement => {
                let last = self.pools[0].len().wrapping_sub(1);
                let moved = (0..r).rev().find(|&i| self.at[i] != last);
                if let Some(i) = moved {
                    let next = self.at[i] + 1;
                    self.at[i..].fill(next);
                }
                moved
            }
            Order::Permutations => {
                // What is left over is in order; backwards it makes this the last arrangement of the first `r`.
                self.at[r..].reverse();
                let moved = (1..self.at.len()).rev().find(|&i| self.at[i - 1] < self.at[i]).map(|i| i - 1);
                if let Some(i) = moved {
                    let value = self.at[i];
                    let larger = (i + 1..self.at.len()).rev().find(|&j| self.at[j] > value);
                    self.at.swap(i, larger.expect("the next one is"));
                    self.at[i + 1..].reverse();
                }
                moved
            }
        };
        self.ended = found.is_none();
    }
}

fn iterator(
    class: &Gc<Class>,
    order: Order,
    pools: Vec<Rc<[Value]>>,
    at: Vec<usize>,
    len: usize,
    empty: bool,
) -> Value {
    let mut places = Places { order, pools, at, len, ended: empty };
    let mut first = true;
    native_iter(class, move |vm| {
        if !std::mem::take(&mut first) && !places.ended {
            places.advance();
        }
        if places.ended {
            return Ok(None);
        }
        vm.charge(places.len / 4);
        let items = (0..places.len).map(|i| places.pool(i)[places.at[i]].clone()).collect();
        Ok(Some(vm.tuple(items)))
    })
}

fn class_of(vm: &Vm, args: &Args<'_>) -> Gc<Class> {
    args.values.first().and_then(|c| c.downcast::<Class>()).cloned().unwrap_or_else(|| vm.types.object.clone())
}

fn product(vm: &mut Vm, args: Args<'_>) -> PyResult<Flow> {
    let class = class_of(vm, &args);
    let mut repeat = 1;
    for (name, value) in args.keywords() {
        if name.as_str() != "repeat" {
            return Err(unexpected_keyword(vm, "product", name.as_str(), &["repeat"]));
        }
        repeat = vm.index_i64(value)?;
        if repeat < 0 {
            return Err(vm.value_error("repeat argument cannot be negative"));
        }
    }
    let iterables = args.positional()[1..].to_vec();
    let count = iterables.len().saturating_mul(repeat as usize);
    check_size(vm, count, size_of::<usize>())?;
    Flow::future(async move {
        let mut pools: Vec<Rc<[Value]>> = Vec::with_capacity(iterables.len());
        for iterable in &iterables {
            pools.push(Cx.collect(iterable).await?.into());
        }
        let mut all = Vec::with_capacity(count);
        for _ in 0..repeat {
            all.extend(pools.iter().cloned());
        }
        let empty = all.iter().any(|pool| pool.is_empty());
        Ok(iterator(&class, Order::Product, all, vec![0; count], count, empty))
    })
}

/// The others: of one pool, `r` items at a time.
fn selection(vm: &mut Vm, args: Args<'_>, name: &'static str, order: Order) -> PyResult<Flow> {
    let class = class_of(vm, &args);
    let required = if matches!(order, Order::Permutations) { 1 } else { 2 };
    let [iterable, r] = args.skip(1).bind(vm, name, ["iterable", "r"], required, 2)?;
    let r = match &r {
        Value::Unbound => None,
        Value::None if required == 1 => None,
        r if required == 1 && !vm.is_index(r) => return Err(vm.type_error("Expected int as r")),
        r => Some(vm.index_i64(r)?),
    };
    if r.is_some_and(|r| r < 0) {
        return Err(vm.value_error("r must be non-negative"));
    }
    Flow::future(async move {
        let pool = Cx.collect(&iterable).await?;
        let n = pool.len();
        let len = r.map_or(n, |r| r as usize);
        let empty = match order {
            Order::WithReplacement => n == 0 && len > 0,
            _ => len > n,
        };
        let at = match order {
            _ if empty => Vec::new(),
            Order::Product | Order::WithReplacement => {
                Cx.vm(|vm| check_size(vm, len, size_of::<usize>()))?;
                vec![0; len]
            }
            Order::Combinations => (0..len).collect(),
            Order::Permutations => (0..n).collect(),
        };
        Ok(iterator(&class, order, vec![pool.into()], at, len, empty))
    })
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    let constructors: [(&str, NativeFn); 4] = [
        ("product", NativeFn::Flow(product)),
        ("combinations", NativeFn::Flow(|vm, args| selection(vm, args, "combinations", Order::Combinations))),
        (
            "combinations_with_replacement",
            NativeFn::Flow(|vm, args| selection(vm, args, "combinations_with_replacement", Order::WithReplacement)),
        ),
        ("permutations", NativeFn::Flow(|vm, args| selection(vm, args, "permutations", Order::Permutations))),
    ];
    for (name, new) in constructors {
        let class = vm.c_class("itertools", name);
        vm.constructor(&class, new);
        vm.method(&class, "__iter__", NativeFn::Plain(itself));
        vm.method(&class, "__next__", NativeFn::Flow(next_method));
        vm.set(module, name, class.value());
    }
    Ok(())
}

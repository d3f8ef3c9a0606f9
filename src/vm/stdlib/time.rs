//! `time`, on the program's clock. What needs no clock is in Python.

use super::super::native::NativeFn;
use super::super::object::*;
use super::super::{Cx, Flow, ModuleSource, PyResult, Vm};

pub fn install(vm: &mut Vm) {
    vm.finder.insert("time", ModuleSource::Native(init));
}

/// Where the monotonic clocks start, in seconds: they are not the time since the program began.
pub const MONOTONIC_START: f64 = 1000.0;

impl Vm {
    /// `time.time()`.
    pub fn wall_time(&mut self) -> f64 {
        self.started_at + self.now() as f64 / 1e9
    }

    /// `time.monotonic()`, `time.perf_counter()`, `loop.time()`.
    pub fn monotonic(&mut self) -> f64 {
        MONOTONIC_START + self.now() as f64 / 1e9
    }
}

fn init(vm: &mut Vm, module: &Gc<Module>) -> PyResult<()> {
    vm.function(module, "time", NativeFn::Plain(|vm, _| Ok(Value::Float(vm.wall_time()))));
    vm.function(
        module,
        "time_ns",
        NativeFn::Plain(|vm, _| Ok(Value::Int((vm.started_at * 1e9) as i64 + vm.now() as i64))),
    );
    for name in ["monotonic", "perf_counter"] {
        vm.function(module, name, NativeFn::Plain(|vm, _| Ok(Value::Float(vm.monotonic()))));
    }
    for name in ["monotonic_ns", "perf_counter_ns"] {
        vm.function(
            module,
            name,
            NativeFn::Plain(|vm, _| Ok(Value::Int((MONOTONIC_START * 1e9) as i64 + vm.now() as i64))),
        );
    }
    for name in ["process_time", "thread_time"] {
        vm.function(module, name, NativeFn::Plain(|vm, _| Ok(Value::Float(vm.now() as f64 / 1e9))));
    }
    vm.function(module, "process_time_ns", NativeFn::Plain(|vm, _| Ok(Value::Int(vm.now() as i64))));
    vm.function(
        module,
        "sleep",
        NativeFn::Flow(|vm, args| {
            let seconds = args.skip(0);
            seconds.no_keywords(vm, "time.sleep")?;
            let [value] = seconds.values else {
                let text = format!("time.sleep() takes exactly one argument ({} given)", seconds.values.len());
                return Err(vm.type_error(text));
            };
            let seconds = match value.base() {
                Value::Float(f) => *f,
                Value::Int(i) => *i as f64,
                Value::Bool(b) => *b as i64 as f64,
                other if matches!(other.view(), View::BigInt(_)) => {
                    return Err(vm.overflow_error("timestamp too large to convert to C PyTime_t"));
                }
                _ => {
                    if vm.special(value, &vm.names.index).is_none() {
                        let text = format!("'{}' object cannot be interpreted as an integer", vm.class_name(value));
                        return Err(vm.type_error(text));
                    }
                    vm.index_i64(value)? as f64
                }
            };
            if seconds.is_nan() {
                return Err(vm.value_error("Invalid value NaN (not a number)"));
            }
            if seconds < 0.0 {
                return Err(vm.value_error("sleep length must be non-negative"));
            }
            if seconds > 9.2e9 {
                return Err(vm.overflow_error("timestamp too large to convert to C PyTime_t"));
            }
            let duration = (seconds * 1e9).round() as u64;
            let (now, line) = (vm.now(), vm.current_line());
            vm.host.blocking(now, vm.fiber.id, "time.sleep", line, duration);
            if duration == 0 {
                return Ok(Value::None.into());
            }
            let until = now + duration;
            Flow::future(async move {
                // Nothing but the clock ends it.
                while Cx.vm(|vm| vm.now()) < until {
                    Cx.park(Some(until)).await?;
                }
                Ok(Value::None)
            })
        }),
    );
    Ok(())
}

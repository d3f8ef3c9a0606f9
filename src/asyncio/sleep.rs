//! `asyncio.sleep` (`Lib/asyncio/tasks.py`).

use super::event_loop::{self, EventLoop};
use super::future;
use super::handle::Callback;
use super::task::native_coroutine;
use crate::trace::event::{Nanos, WaitingOn};
use crate::vm::native::NativeFn;
use crate::vm::object::*;
use crate::vm::op::CmpOp;
use crate::vm::{Cx, Vm};

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    vm.function(
        module,
        "sleep",
        NativeFn::Plain(|vm, args| {
            let [delay, result] = args.bind_def(vm, "sleep", 0, ["delay", "result"], 1, 2)?;
            let result = if result.is_unbound() { Value::None } else { result };
            Ok(native_coroutine(vm, "sleep", async move {
                if Cx.vm(|vm| vm.compare_truth(CmpOp::Le, &delay, &Value::Int(0)))? {
                    Cx.yield_(Value::None).await?;
                    return Ok(result);
                }
                let (fut, handle) = Cx.vm(|vm| {
                    let seconds = event_loop::seconds(vm, &delay)?;
                    if seconds.is_nan() {
                        return Err(vm.value_error("Invalid delay: NaN (not a number)"));
                    }
                    let Some(event_loop) = event_loop::running_loop(vm) else {
                        return Err(vm.runtime_error("no running event loop"));
                    };
                    let fut = future::new_future(vm, &event_loop);
                    let when = EventLoop::time(vm) + seconds;
                    if let Some(f) = future::future(&fut) {
                        let (delay, until) = (Nanos::from_secs_f64(seconds), event_loop::program_time(when));
                        f.reason.replace(Some(WaitingOn::Sleep { delay, until }));
                    }
                    let callback = Callback::SetResult { future: fut.clone(), result };
                    let context = vm.copy_context();
                    let handle = EventLoop::call_at(vm, &event_loop, when, callback, context)?;
                    Ok((fut, handle))
                })?;
                let result = Cx.await_(fut).await;
                Cx.vm(|vm| handle.cancel(vm));
                result
            }))
        }),
    );
}

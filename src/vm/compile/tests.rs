//! Facts about compiled code that do not depend on the VM.

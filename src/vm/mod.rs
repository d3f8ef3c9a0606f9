//! The language: a virtual machine for Python whose frames live on the heap, so that it can stop after any
//! instruction and go on later. It never names asyncio, time or the browser.

pub mod op;

pub mod code;

pub mod compile;

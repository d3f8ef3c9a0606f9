//! Pictures of the page for people to look at, in `target/shots/`: each width, each theme, during a run and after it.
//!
//! `cargo run --package e2e --bin shots [WORD]`: only those whose name contains the word, such as `1440-light`.

use std::time::Duration;

use e2e::playground::Playground;
use serde_json::json;

const SIZES: [(u32, u32); 3] = [(1440, 900), (900, 1000), (390, 844)];
const LESSON: &str = "concurrent_tasks";

/// A bit of everything that a timeline shows: a lock, a cancellation, a call that blocks, an exception, an async generator.
const EVERYTHING: &str = "\
import asyncio
import time


async def guard(lock, n):
    async with lock:
        await asyncio.sleep(0.2)
        print('job', n, 'is done')


async def numbers():
    for n in range(3):
        await asyncio.sleep(0.1)
        yield n


async def careless():
    await asyncio.sleep(0.35)
    time.sleep(0.3)


async def patient():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.15)


async def main():
    lock = asyncio.Lock()
    waits = asyncio.create_task(patient(), name='patient')
    jobs = [asyncio.create_task(guard(lock, n)) for n in range(3)]
    block = asyncio.create_task(careless())
    async for n in numbers():
        print(n)
    try:
        raise ValueError('caught')
    except ValueError:
        pass
    await asyncio.gather(*jobs, block)
    waits.cancel()
    await asyncio.wait([waits])


asyncio.run(main())
";

fn main() -> std::io::Result<()> {
    let folder = e2e::dist().with_file_name("target").join("shots");
    std::fs::create_dir_all(&folder)?;
    let word = std::env::args().nth(1).unwrap_or_default();
    let page = Playground::prepare();
    for (width, height) in SIZES {
        for (theme, language) in [("light", "en"), ("dark", "zh")] {
            let name = format!("{width}-{theme}-{language}");
            if !name.contains(&word) {
                continue;
            }
            page.browser.resize(width, height);
            // Another document each time: a change of the hash alone would not load the page anew.
            page.browser.open("about:blank");
            page.go_to(&format!("lesson={LESSON}&theme={theme}&lang={language}"));
            let save = |moment: &str| {
                let file = folder.join(format!("{name}-{moment}.png"));
                std::fs::write(&file, page.browser.screenshot())?;
                println!("{}", file.display());
                std::io::Result::Ok(())
            };
            page.set_speed("1");
            page.click("run");
            std::thread::sleep(Duration::from_millis(1600));
            save("during")?;
            page.wait_for_state(&["done", "failed"]);
            save("after")?;
            page.browser.run("window.scrollTo(0, document.body.scrollHeight)", [json!(null)]);
            save("after-bottom")?;
            page.browser.run("window.scrollTo(0, 0)", [json!(null)]);
            page.set_program(EVERYTHING);
            page.run_to_end();
            page.click("objects");
            page.browser.run(
                "const waits = [...document.querySelectorAll('[data-state=suspended][data-on^=Lock]')];
                 waits.at(-1).scrollIntoView({ block: 'center' });
                 waits.at(-1).dispatchEvent(new MouseEvent('click', { bubbles: true }))",
                [json!(null)],
            );
            std::thread::sleep(Duration::from_millis(300));
            save("everything")?;
            page.click("axis-turns");
            std::thread::sleep(Duration::from_millis(800));
            save("turns")?;
        }
    }
    for error in page.browser.console_errors() {
        eprintln!("on the page's console: {error}");
    }
    Ok(())
}

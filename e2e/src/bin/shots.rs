//! Pictures of the page for people to look at, in `target/shots/`: each width, each theme, during a run and after it.
//!
//! `cargo run --package e2e --bin shots [WORD]`: only those whose name contains the word, such as `1440-light`. `shots readme`
//! makes those in `screenshots/`, which the READMEs show.

use std::time::Duration;

use e2e::playground::Playground;
use e2e::webdriver::keys;
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

/// Everybody waits for everybody, a coroutine that nobody awaits, a call that blocks: findings and a cycle.
const DEADLOCK: &str = "\
import asyncio
import time


async def dine(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print('eats')


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    dine(left, right)
    time.sleep(0.2)
    await asyncio.gather(dine(left, right), dine(right, left))


asyncio.run(main())
";

fn main() -> std::io::Result<()> {
    let word = std::env::args().nth(1).unwrap_or_default();
    let page = Playground::prepare();
    if word == "readme" {
        return for_the_readme(&page);
    }
    let folder = e2e::dist().with_file_name("target").join("shots");
    std::fs::create_dir_all(&folder)?;
    for (width, height) in SIZES {
        for (theme, language) in [("light", "en"), ("dark", "zh")] {
            let name = format!("{width}-{theme}-{language}");
            if name.contains(&word) {
                let save = |moment: &str| {
                    let file = folder.join(format!("{name}-{moment}.png"));
                    // On narrow pages the panels are below each other.
                    let picture = if width < 1000 { whole_page(&page, width) } else { page.browser.screenshot() };
                    std::fs::write(&file, picture)?;
                    println!("{}", file.display());
                    std::io::Result::Ok(())
                };
                page.browser.resize(width, height);
                open(&page, &format!("lesson={LESSON}&theme={theme}&lang={language}"));
                save_all(&page, &save)?;
            }
        }
    }
    for error in page.browser.console_errors() {
        eprintln!("on the page's console: {error}");
    }
    Ok(())
}

/// Another document: a change of the hash alone would not load the page anew.
fn open(page: &Playground, hash: &str) {
    page.browser.open("about:blank");
    page.go_to(hash);
}

fn wait(millis: u64) {
    std::thread::sleep(Duration::from_millis(millis));
}

fn save_all(page: &Playground, save: &dyn Fn(&str) -> std::io::Result<()>) -> std::io::Result<()> {
    save("at-rest")?;
    page.set_speed("1");
    page.click("run");
    wait(1600);
    save("during")?;
    page.wait_for_state(&["done", "failed"]);
    save("after")?;
    page.browser
        .run("document.querySelector('[data-testid=predict]').scrollIntoView({ block: 'center' })", [json!(null)]);
    save("predict")?;
    page.set_program(EVERYTHING);
    page.run_to_end();
    page.click("objects");
    page.browser.run(
        "const waits = [...document.querySelectorAll('[data-state=suspended][data-on^=Lock]')];
         waits.at(-1).scrollIntoView({ block: 'center' });
         waits.at(-1).dispatchEvent(new MouseEvent('click', { bubbles: true }))",
        [json!(null)],
    );
    wait(300);
    save("everything")?;
    page.click("axis-turns");
    wait(800);
    save("turns")?;
    page.click("axis-time");
    page.set_program(DEADLOCK);
    page.run_to_end();
    page.click("step-back");
    wait(300);
    save("deadlock")?;
    page.browser.run(
        "document.querySelector('[data-testid=timeline-table] button').click();
         document.querySelector('[data-testid=finding-explain]').click();
         document.querySelector('.inspect').scrollTo(0, 1e6)",
        [json!(null)],
    );
    save("table")?;
    page.click("export");
    wait(200);
    save("export")?;
    page.click("help");
    wait(300);
    save("shortcuts")?;
    page.browser.type_into("dialog[open]", keys::ESCAPE);
    Ok(())
}

/// As long as it is, not as high as the window.
fn whole_page(page: &Playground, width: u32) -> Vec<u8> {
    // From its top, where what sticks to the window stands in its place.
    let height = page.browser.run("window.scrollTo(0, 0); return document.documentElement.scrollHeight", [json!(null)]);
    page.browser.picture(json!({
        "format": "png", "captureBeyondViewport": true,
        "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
    }))
}

/// `screenshots/`: the page as the READMEs show it.
fn for_the_readme(page: &Playground) -> std::io::Result<()> {
    let folder = e2e::dist().with_file_name("screenshots");
    std::fs::create_dir_all(&folder)?;
    page.browser.resize(1280, 800);
    for language in ["en", "zh"] {
        for theme in ["light", "dark"] {
            open(page, &format!("lesson={LESSON}&theme={theme}&lang={language}"));
            page.set_speed("1");
            page.click("run");
            wait(1700);
            page.click("pause");
            wait(400);
            let file = folder.join(format!("{language}-{theme}.webp"));
            std::fs::write(&file, page.browser.picture(json!({ "format": "webp", "quality": 82 })))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

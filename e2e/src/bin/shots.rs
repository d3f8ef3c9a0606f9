//! Pictures of the page for people to look at, in `target/shots/`: each width, each theme, during a run and after it.

use std::time::Duration;

use e2e::playground::Playground;
use serde_json::json;

const SIZES: [(u32, u32); 3] = [(1440, 900), (900, 1000), (390, 844)];
const LESSON: &str = "02_concurrent_tasks";

fn main() -> std::io::Result<()> {
    let folder = e2e::dist().with_file_name("target").join("shots");
    std::fs::create_dir_all(&folder)?;
    let page = Playground::prepare();
    for (width, height) in SIZES {
        for (theme, language) in [("light", "en"), ("dark", "zh")] {
            page.browser.resize(width, height);
            // Another document each time: a change of the hash alone would not load the page anew.
            page.browser.open("about:blank");
            page.go_to(&format!("lesson={LESSON}&theme={theme}&lang={language}"));
            let save = |moment: &str| {
                let file = folder.join(format!("{width}-{theme}-{language}-{moment}.png"));
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
        }
    }
    for error in page.browser.console_errors() {
        eprintln!("on the page's console: {error}");
    }
    Ok(())
}

//! The lessons on the page as it ships: found, read in both languages, tried, predicted, linked to, remembered.

use e2e::playground::Playground;
use serde_json::json;

/// Text of the first element that fits.
fn text(page: &Playground, selector: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
    page.browser.run(script, [json!(selector)]).as_str().unwrap_or_default().to_owned()
}

fn count(page: &Playground, selector: &str) -> u64 {
    page.browser.run("return document.querySelectorAll(arguments[0]).length", [json!(selector)]).as_u64().unwrap_or(0)
}

/// Waits until the lesson's text is there: its things to try come with it.
fn wait_for_text(page: &Playground) {
    page.wait_for("the lesson's text", || count(page, "[data-testid=try]") > 0);
}

fn type_search(page: &Playground, words: &str) {
    page.browser.run(
        "const field = document.querySelector('[data-testid=lesson-search]');
         field.value = arguments[0];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        [json!(words)],
    );
}

#[test]
fn the_contents_show_the_articles_sections_and_find_lessons() {
    let page = Playground::open_at("lang=en");
    assert!(count(&page, "[data-testid=lesson-list] section") >= 10);
    let all = count(&page, "[data-testid=lesson-list] a");
    assert!(all >= 30, "{all} lessons");
    type_search(&page, "semaphore");
    page.wait_for("fewer lessons", || count(&page, "[data-testid=lesson-list] a") < 4);
    assert!(count(&page, "[data-lesson=semaphore][data-testid^=lesson-]") == 1);
    type_search(&page, "死锁");
    page.wait_for("the lesson by its Chinese name", || {
        count(&page, "[data-testid=lesson-list] [data-lesson=deadlock]") == 1
    });
    type_search(&page, "no such thing");
    page.wait_for("no lesson", || count(&page, "[data-testid=lesson-list] a") == 0);
    type_search(&page, "");
    page.wait_for("all lessons", || count(&page, "[data-testid=lesson-list] a") == all);
    page.assert_no_faults();
}

#[test]
fn every_lesson_opens_with_its_text_one_after_the_other() {
    let page = Playground::open_at("lesson=overview&lang=zh");
    let mut seen = Vec::new();
    loop {
        wait_for_text(&page);
        let slug = page.attribute("article", "data-lesson").unwrap_or_default();
        assert!(page.program().starts_with("import asyncio"), "{slug}");
        assert!(!page.program().contains("#: ") && !page.program().contains("# en:"), "{slug}: {}", page.program());
        assert_eq!(count(&page, "[data-testid=predict]"), 1, "{slug}");
        assert!(count(&page, "[data-testid=moment]") > 0, "{slug}");
        seen.push(slug.clone());
        if !page.has("lesson-next") {
            break;
        }
        page.click("lesson-next");
        page.wait_for("the next lesson", || page.attribute("article", "data-lesson").is_some_and(|next| next != slug));
        page.wait_for("its program", || page.attribute("app", "data-ready").as_deref() == Some("true"));
    }
    assert!(seen.len() >= 30, "{seen:?}");
    page.click("lesson-previous");
    page.wait_for("the lesson before", || {
        page.attribute("article", "data-lesson").as_ref() == seen.get(seen.len() - 2)
    });
    page.assert_no_faults();
}

#[test]
fn the_language_changes_and_nothing_is_lost() {
    let page = Playground::open_at("lesson=simple_coroutine&lang=en");
    wait_for_text(&page);
    let lang = || text_attribute(&page, "html", "lang");
    assert_eq!(lang(), "en");
    assert!(page.program().contains("# stands for a slow operation"));
    page.run_to_end();
    let (lanes, stdout) = (page.lanes(), page.stdout());
    page.click("language");
    page.wait_for("Chinese text", || text(&page, "[data-testid=article]").contains("运行"));
    assert_eq!(lang(), "zh-Hans");
    assert!(page.program().contains("# 模拟异步操作"), "{}", page.program());
    assert_eq!((page.lanes(), page.stdout()), (lanes, stdout));
    // What the reader wrote stays, also between the lesson's own lines.
    let mine = page.program().replace("sleep(1)", "sleep(2)").replace("import asyncio", "import asyncio  # 我的");
    page.set_program(&mine);
    page.click("language");
    page.wait_for("English text", || text(&page, "[data-testid=article]").contains("Press"));
    assert_eq!(page.program(), mine);
    page.assert_no_faults();
}

fn text_attribute(page: &Playground, selector: &str, name: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
    page.browser.run(script, [json!(selector), json!(name)]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_try_goes_into_the_editor_and_out_again() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    wait_for_text(&page);
    let original = page.program();
    assert_eq!(page.attribute("try", "data-state").as_deref(), Some("open"));
    page.click("try-button");
    page.wait_for("the change", || page.program().contains("for one in tasks:"));
    assert_eq!(page.attribute("try", "data-state").as_deref(), Some("applied"));
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.clock() / 100_000_000, 60, "one after another takes six seconds");
    page.click("try-button");
    page.wait_for("the program as it was", || page.program() == original);
    // The browser's own undo knows the change, too.
    page.browser.run("document.querySelector('[data-testid=editor]').focus(); document.execCommand('undo')", []);
    page.wait_for("the change once more", || page.program().contains("for one in tasks:"));
    page.assert_no_faults();
}

#[test]
fn a_link_in_the_text_puts_the_playhead_there() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=zh");
    wait_for_text(&page);
    // Nothing has run: the link makes the run.
    page.browser.click("[data-moment='ends.printed.2']");
    page.wait_for("the moment of two seconds", || page.clock() / 100_000_000 == 20);
    assert!(page.stdout().ends_with("Task Task 1 finished\n"), "{}", page.stdout());
    page.browser.click("[data-moment='ends.printed']");
    page.wait_for("the moment of one second", || page.clock() / 100_000_000 == 10);
    assert!(page.stdout().ends_with("Task Task 2 finished\n"));
    // A program that changed elsewhere still has the moment; one that lost the line says so.
    page.set_program(&page.program().replace("(\"Task 2\", 1)", "(\"Task 2\", 0.5)"));
    page.browser.click("[data-moment='ends.printed']");
    page.wait_for("the moment of half a second", || page.clock() / 100_000_000 == 5);
    page.set_program("print(1)\n");
    page.browser.click("[data-moment='ends.printed']");
    page.wait_for("a word about it", || count(&page, ".lost") == 1);
    page.assert_no_faults();
}

#[test]
fn a_link_from_outside_opens_a_lesson_at_a_moment() {
    let page = Playground::open_at("lesson=concurrent_tasks&moment=ends.printed.2&lang=en");
    page.wait_for("the moment of two seconds", || page.clock() / 100_000_000 == 20);
    assert_eq!(page.attribute("article", "data-lesson").as_deref(), Some("concurrent_tasks"));
    page.assert_no_faults();
}

#[test]
fn a_prediction_hides_the_future_and_then_the_run_tells() {
    let page = Playground::open_at("lesson=concurrent_tasks&lang=en");
    wait_for_text(&page);
    let pick = |option: &str| page.browser.click(&format!("[data-testid=predict-option][data-option='{option}']"));
    page.click("predict-start");
    page.wait_for("the question", || count(&page, "[data-testid=predict-option]") == 3);
    assert!(page.stdout().ends_with("Executing task: Task 3\n"), "the future is hidden: {}", page.stdout());
    pick("Task Task 1 finished");
    pick("Task Task 2 finished");
    pick("Task Task 3 finished");
    page.click("predict-check");
    page.wait_for("a verdict", || page.attribute("predict-verdict", "data-right").as_deref() == Some("false"));
    assert!(page.stdout().ends_with("Task Task 3 finished\n"), "then the run tells");
    // Once more, and right; but the first answer counts.
    page.click("predict-start");
    page.wait_for("the question", || count(&page, "[data-testid=predict-option]") == 3);
    pick("Task Task 2 finished");
    pick("Task Task 1 finished");
    pick("Task Task 3 finished");
    page.click("predict-check");
    page.wait_for("a verdict", || page.attribute("predict-verdict", "data-right").as_deref() == Some("true"));
    page.browser.click("[data-testid=predict-moment]");
    page.wait_for("the moment of one second", || page.clock() / 100_000_000 == 10);
    let link = "[data-testid=lesson-list] [data-lesson=concurrent_tasks]";
    page.wait_for("a mark in the contents", || text_attribute(&page, link, "data-predicted") == "wrong");
    page.reload();
    assert_eq!(text_attribute(&page, link, "data-predicted"), "wrong");
    assert_eq!(text_attribute(&page, link, "data-done"), "true");
    page.assert_no_faults();
}

#[test]
fn a_lesson_that_cannot_be_fetched_says_so_and_comes_later() {
    let page = Playground::prepare();
    page.browser.before_each_document(
        "const real = window.fetch;
         window.fetch = (what, ...rest) => !window.online && String(what).startsWith('lessons/')
             ? Promise.reject(new TypeError('offline')) : real(what, ...rest);",
    );
    page.go_to("lesson=task&lang=en");
    page.wait_for("a word about it", || page.has("lesson-failed"));
    assert!(text(&page, "[data-testid=lesson-failed]").contains("offline"));
    page.set_program("print('still here')\n");
    assert_eq!(page.run_to_end(), "done");
    page.browser.run("window.online = true", []);
    page.browser.click("[data-testid=lesson-failed] button");
    wait_for_text(&page);
    page.wait_for("the lesson to be there", || !page.has("lesson-failed"));
    assert_eq!(page.program(), "print('still here')\n");
    page.click("reset");
    page.wait_for("the lesson's program", || page.program().starts_with("import asyncio"));
}

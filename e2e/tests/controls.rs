//! Pause, step, speed, language, theme: what stands around a program.

use std::collections::BTreeSet;
use std::thread::sleep;
use std::time::{Duration, Instant};

use e2e::playground::{Playground, Slice};
use serde_json::json;

#[test]
fn pause_holds_the_clock_and_run_goes_on() {
    let page = Playground::open();
    page.open_lesson("concurrent_tasks");
    page.set_speed("1");
    page.click("run");
    page.wait_for("some program time", || page.clock() > 300_000_000);
    page.click("pause");
    page.wait_for_state(&["paused"]);
    let (clock, stdout) = (page.clock(), page.stdout());
    sleep(Duration::from_millis(800));
    assert_eq!((page.clock(), page.stdout()), (clock, stdout));
    page.set_speed("max");
    page.click("run");
    page.wait_for_state(&["done"]);
    assert!(page.stdout().ends_with("Task Task 3 finished\n"));
    assert_eq!(page.lanes()[1].suspended_ms(), [2000]);
}

#[test]
fn step_goes_from_await_to_await() {
    let page = Playground::open();
    page.open_lesson("async_generator");
    page.set_speed("max");
    for step in 1..=5 {
        page.click("step");
        page.wait_for("the next suspended slice", || {
            let suspended = |slices: &[Slice]| slices.iter().filter(|slice| slice.state == "suspended").count();
            page.lanes().first().is_some_and(|main| suspended(&main.slices) == step)
        });
        page.wait_for_state(&["paused"]);
        assert_eq!(page.lanes()[0].state(), "suspended");
        // Each step passes one `await asyncio.sleep(1)`, and one value is printed between two of them.
        assert_eq!(page.stdout().lines().count(), step - 1);
    }
    // What is left: the last value, the end of the task, the end of the program.
    page.wait_for("the end", || {
        if page.state() == "paused" {
            page.click("step");
        }
        page.state() == "done"
    });
    assert_eq!(page.lanes()[0].suspended_ms(), [1000; 5]);
}

#[test]
fn speed_changes_while_it_runs() {
    let page = Playground::open();
    page.open_lesson("concurrent_tasks");
    page.set_speed("0.1");
    page.click("run");
    sleep(Duration::from_millis(700));
    assert_eq!(page.state(), "running");
    assert!(page.clock() < 1_000_000_000, "at a tenth of the speed: {} ns", page.clock());
    let started = Instant::now();
    page.set_speed("max");
    page.wait_for_state(&["done"]);
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    assert_eq!(page.lanes()[3].suspended_ms(), [3000]);
}

#[test]
fn stop_ends_a_run_and_leaves_its_picture() {
    let page = Playground::open();
    page.open_lesson("concurrent_tasks");
    page.set_speed("0.1");
    page.click("run");
    page.wait_for("some program time", || page.clock() > 50_000_000);
    page.click("stop");
    page.wait_for_state(&["stopped"]);
    assert_eq!(page.lanes().len(), 4);
    assert_eq!(page.stdout().lines().count(), 3);
    // It can run again.
    assert_eq!(page.run_to_end(), "done");
    assert_eq!(page.stdout().lines().count(), 6);
    page.assert_no_faults();
}

#[test]
fn the_language_changes_every_word_and_is_remembered() {
    let page = Playground::open_at("lang=en");
    let words = || page.browser.run("return document.body.innerText", []).as_str().unwrap_or_default().to_string();
    let is_chinese = || words().chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let language = || page.browser.run("return document.documentElement.lang", []);
    assert_eq!(language(), json!("en"));
    let run = words();
    page.click("language");
    page.wait_for("Chinese", || is_chinese() && words() != run);
    assert!(language().as_str().is_some_and(|tag| tag.starts_with("zh")), "{}", language());
    // The programs are the reader's own; only the page's words change.
    page.go_to("lang=zh");
    page.reload();
    assert!(is_chinese());
}

#[test]
fn the_theme_can_be_light_and_dark_whatever_the_system_has() {
    let page = Playground::open();
    let background = || page.browser.run("return getComputedStyle(document.body).backgroundColor", []);
    for system in ["light", "dark"] {
        let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": system }] });
        page.browser.devtools("Emulation.setEmulatedMedia", feature);
        let mut seen = BTreeSet::new();
        for _ in 0..3 {
            page.click("theme");
            // Longer than a colour takes to fade.
            sleep(Duration::from_millis(400));
            seen.insert(background().to_string());
        }
        assert_eq!(seen.len(), 2, "a light and a dark background under a {system} system: {seen:?}");
    }
    let (light, dark) = ["light", "dark"]
        .map(|theme| {
            page.browser.open("about:blank");
            page.go_to(&format!("theme={theme}"));
            sleep(Duration::from_millis(400));
            background()
        })
        .into();
    assert_ne!(light, dark);
}

#[test]
fn everything_interactive_has_a_name_in_both_languages() {
    for language in ["en", "zh"] {
        let page = Playground::open_at(&format!("lang={language}"));
        page.run_to_end();
        let nameless = page.browser.run(
            "const name = e => [e.ariaLabel, e.title, ...[...(e.labels ?? [])].map(l => l.innerText),
                 ...(e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.innerText),
                 e.matches('textarea, select, input') ? '' : e.innerText].join('').trim();
             return [...document.querySelectorAll('button, a[href], input, select, textarea, [tabindex=\"0\"], [role=button], [role=slider]')]
                 .filter(e => !name(e)).map(e => e.outerHTML.slice(0, 200))",
            [],
        );
        assert_eq!(nameless, json!([]), "without an accessible name, in {language}");
        page.assert_no_faults();
    }
}

#[test]
fn no_width_scrolls_sideways() {
    let page = Playground::open();
    page.open_lesson("concurrent_tasks");
    page.run_to_end();
    for width in [320, 390, 768, 1024, 1440, 1920] {
        page.browser.resize(width, 800);
        sleep(Duration::from_millis(200));
        let inside = page.browser.run("return document.documentElement.scrollWidth", []);
        assert!(inside.as_u64().is_some_and(|inside| inside <= width.into()), "{inside} px of content at {width} px");
    }
}

//! The lessons, as a reader meets them: every program and every change to try does what CPython 3.13 did
//! (`tests/lessons/SLUG.json`, made by `tests/record_lessons.py`), every link to a moment finds its moment, every question has
//! an answer in the run, and the whole article is taught.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use awaitscope::lesson::Language;
use awaitscope::lesson::attempt::{Attempt, DiffLine};
use awaitscope::lesson::markdown::{self, Block, Inline, Predict};
use awaitscope::lesson::moment::Moment;
use awaitscope::lesson::question::Question;
use awaitscope::lesson::script::Script;
use awaitscope::lessons::{LESSONS, Lesson, Part, SECTIONS};
use awaitscope::run::{Ended, Options, Progress, Run, Until};
use awaitscope::trace::await_log::await_log;
use awaitscope::trace::event::{Event, EventKind, Nanos, Stream};
use serde::Deserialize;

const LANGUAGES: [(Language, &str); 2] = [(Language::En, "en"), (Language::Zh, "zh")];

/// What CPython did with one program.
#[derive(Deserialize)]
struct Recorded {
    program: Vec<String>,
    stdout: Vec<String>,
    stderr: Vec<String>,
    exit: i32,
    awaits: Vec<String>,
}

/// A lesson's files, read as the page reads them.
struct Files {
    lesson: &'static Lesson,
    script: Script,
    /// In the order of `LANGUAGES`.
    texts: [Vec<Block>; 2],
}

fn all() -> impl Iterator<Item = Files> {
    LESSONS.iter().map(|lesson| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(lesson.folder());
        let read = |file: &str| {
            fs::read_to_string(folder.join(file)).unwrap_or_else(|e| panic!("{}/{file}: {e}", lesson.slug))
        };
        let script = Script::parse(&read("main.py")).unwrap_or_else(|why| panic!("{}/main.py: {why}", lesson.slug));
        let texts = LANGUAGES.map(|(_, code)| markdown::parse(markdown::body(&read(&format!("{code}.md")))));
        Files { lesson, script, texts }
    })
}

fn attempts(text: &[Block]) -> Vec<&Attempt> {
    let attempts = text.iter().filter_map(|block| match block {
        Block::Try(attempt) => Some(attempt),
        _ => None,
    });
    attempts.collect()
}

fn questions(text: &[Block]) -> Vec<&Predict> {
    let questions = text.iter().filter_map(|block| match block {
        Block::Predict(predict) => Some(&**predict),
        _ => None,
    });
    questions.collect()
}

fn inlines(text: &[Block]) -> Vec<&Inline> {
    let mut found = Vec::new();
    for block in text {
        match block {
            Block::Heading(inlines) | Block::Paragraph(inlines) => found.extend(inlines),
            Block::List(items) => found.extend(items.iter().flatten()),
            Block::Predict(predict) => {
                found.extend(self::inlines(&predict.ask));
                found.extend(self::inlines(&predict.why));
            }
            Block::Code(_) | Block::Try(_) => {}
        }
    }
    found
}

fn moments(text: &[Block]) -> Vec<&Moment> {
    let moments = inlines(text).into_iter().filter_map(|inline| match inline {
        Inline::At { moment, .. } => Some(moment),
        _ => None,
    });
    moments.collect()
}

/// A whole run, on a stack as large as a main thread's.
fn run(program: &str, keep_coroutine_locals: bool) -> (Vec<Event>, Option<Ended>) {
    std::thread::scope(|scope| {
        let run = std::thread::Builder::new().stack_size(8 << 20).spawn_scoped(scope, || {
            let options = Options { keep_coroutine_locals, ..Options::default() };
            let mut run = Run::new(program, options).unwrap_or_else(|error| panic!("{}\n{program}", error.text));
            let mut events = Vec::new();
            while run.advance(1_000_000, Until::FuelOut) != Progress::Done {
                events.append(&mut run.take_events());
                assert!(run.clock() < Nanos(600 * Nanos::SECOND.0), "a lesson's program ends\n{program}");
            }
            events.append(&mut run.take_events());
            (events, run.ended().cloned())
        });
        run.expect("a thread can be started").join().expect("a lesson's program does not panic")
    })
}

fn printed(events: &[Event], wanted: Stream) -> Vec<String> {
    let mut text = String::new();
    for event in events {
        if let EventKind::Output { stream, text: piece, .. } = &event.kind
            && *stream == wanted
        {
            text.push_str(piece);
        }
    }
    text.lines().map(str::to_owned).collect()
}

/// Every program and every try, in both languages: the same output, the same errors, the same await log.
#[test]
fn programs_and_tries_do_what_cpython_did() {
    let mut faults = String::new();
    for Files { lesson, script, texts } in all() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lessons/{}.json", lesson.slug));
        let Ok(recorded) = fs::read_to_string(file) else {
            faults += &format!("{}: not recorded; run tests/record_lessons.py {}\n", lesson.slug, lesson.slug);
            continue;
        };
        let recorded: BTreeMap<String, Recorded> =
            serde_json::from_str(&recorded).expect("what record_lessons.py writes");
        let mut seen = 0;
        for ((language, code), text) in LANGUAGES.into_iter().zip(&texts) {
            let original = script.text(language);
            let tries = attempts(text).into_iter().enumerate();
            let tries = tries.map(|(index, attempt)| (format!("try{}", index + 1), attempt.apply(&original)));
            for (name, program) in std::iter::once(("main".to_owned(), Some(original.clone()))).chain(tries) {
                seen += 1;
                let place = format!("{} {name} {code}", lesson.slug);
                let (Some(program), Some(recorded)) = (program, recorded.get(&name)) else {
                    faults += &format!("{place}: does not fit the program, or is not recorded\n");
                    continue;
                };
                if language == Language::En && !recorded.program.iter().eq(program.lines()) {
                    faults += &format!("{place}: not the program that was recorded\n");
                }
                let (events, ended) = run(&program, false);
                let exit = match ended {
                    Some(Ended::Exited(status)) => status,
                    _ => 1,
                };
                let awaits: Vec<String> = await_log(&run(&program, true).0).lines().map(str::to_owned).collect();
                for (what, wanted, got) in [
                    ("stdout", &recorded.stdout, &printed(&events, Stream::Stdout)),
                    ("stderr", &recorded.stderr, &without_library(printed(&events, Stream::Stderr))),
                    ("awaits", &recorded.awaits, &awaits),
                ] {
                    if wanted != got {
                        faults += &format!("{place}: {what}\n- {}\n+ {}\n", wanted.join("\n- "), got.join("\n+ "));
                    }
                }
                if recorded.exit != exit {
                    faults += &format!("{place}: exit {exit}, not {}\n", recorded.exit);
                }
            }
        }
        if seen != 2 * recorded.len() {
            faults += &format!("{}: {} programs are recorded\n", lesson.slug, recorded.len());
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// `record.py` leaves the frames of CPython's library out of tracebacks; ours name them, where there are any.
fn without_library(lines: Vec<String>) -> Vec<String> {
    let mut kept = Vec::new();
    let mut is_foreign = false;
    for line in lines {
        let text = line.trim_start_matches([' ', '|', '+', '-']);
        if text.starts_with("File \"") {
            is_foreign = !text.starts_with("File \"main.py\"");
        } else if is_foreign && !line.starts_with("    ") {
            is_foreign = false;
        }
        if !is_foreign {
            kept.push(line);
        }
    }
    kept
}

#[test]
fn both_languages_ask_and_try_the_same() {
    for Files { lesson, texts: [en, zh], .. } in all() {
        let hunks = |text: &[Block]| attempts(text).iter().map(|attempt| attempt.hunks.clone()).collect::<Vec<_>>();
        assert_eq!(hunks(&en), hunks(&zh), "{}", lesson.slug);
        let asked = |text: &[Block]| questions(text).iter().map(|predict| predict.question.clone()).collect::<Vec<_>>();
        assert_eq!(asked(&en), asked(&zh), "{}", lesson.slug);
        assert_eq!(questions(&en).len(), 1, "{}: one question", lesson.slug);
        assert!((2..=4).contains(&attempts(&en).len()), "{}: two to four things to try", lesson.slug);
        let named = |text: &[Block]| {
            let mut named: Vec<String> = moments(text).iter().map(|moment| moment.to_string()).collect();
            named.sort();
            named
        };
        assert_eq!(named(&en), named(&zh), "{}: links to the same moments", lesson.slug);
        for text in [&en, &zh] {
            let fences = text.iter().filter(|block| matches!(block, Block::Code(_))).count();
            assert_eq!(fences, 0, "{}: a fence that is neither a try nor a question", lesson.slug);
        }
    }
}

#[test]
fn a_try_that_is_undone_leaves_the_program_as_it_was() {
    for Files { lesson, script, texts } in all() {
        for ((language, _), text) in LANGUAGES.into_iter().zip(&texts) {
            let original = script.text(language);
            for attempt in attempts(text) {
                let changed = attempt.apply(&original).unwrap_or_else(|| panic!("{}: {}", lesson.slug, attempt.title));
                assert!(!attempt.is_in(&original) && attempt.is_in(&changed), "{}: {}", lesson.slug, attempt.title);
                // Comments of lines that went away do not come back by themselves.
                let code = |text: &str| {
                    text.lines().map(|line| line.split("  #").next().unwrap_or("").to_owned()).collect::<Vec<_>>()
                };
                let undone =
                    attempt.undo(&changed).unwrap_or_else(|| panic!("{}: undo {}", lesson.slug, attempt.title));
                assert_eq!(code(&undone), code(&original), "{}: {}", lesson.slug, attempt.title);
                let is_new = |line: &DiffLine| matches!(line, DiffLine::New(new) if new.contains("# en:") || new.contains("  #"));
                assert!(!attempt.hunks.iter().flatten().any(is_new), "{}: comments have two languages", lesson.slug);
            }
        }
    }
}

#[test]
fn links_to_moments_find_them() {
    let mut faults = String::new();
    for Files { lesson, script, texts } in all() {
        let program = script.text(Language::En);
        let (events, _) = run(&program, false);
        for moment in moments(&texts[0]) {
            if moment.find(&script, &program, &mut events.iter()).is_none() {
                faults += &format!("{}: at:{moment}\n", lesson.slug);
            }
        }
        for text in &texts {
            for inline in inlines(text) {
                if let Inline::Text(plain) = inline
                    && (plain.contains("](") || plain.contains("**") || plain.contains('`'))
                {
                    faults += &format!("{}: unread markup in {plain:?}\n", lesson.slug);
                }
            }
        }
    }
    assert!(faults.is_empty(), "these moments never come:\n{faults}");
}

/// The answers themselves are for eyes: `cargo test --test lessons answers -- --nocapture`.
#[test]
fn questions_have_their_answers_in_the_run() {
    for Files { lesson, script, texts } in all() {
        let program = script.text(Language::En);
        let (events, _) = run(&program, false);
        for predict in questions(&texts[0]) {
            let puzzle = predict.question.about(&script, &program, &events);
            let puzzle = puzzle.unwrap_or_else(|| panic!("{}: {:?} cannot be asked", lesson.slug, predict.question));
            let answer: Vec<String> = puzzle.answer.iter().map(|solved| solved.option.clone()).collect();
            println!("{}: {:?}\n  of {:?}\n  answer {answer:?}", lesson.slug, predict.question, puzzle.options);
            assert!(puzzle.is_solved_by(&answer));
            let mut picked = answer.clone();
            picked.sort();
            picked.dedup();
            assert_eq!(picked.len(), answer.len(), "{}: an option is picked once", lesson.slug);
            assert!(answer.iter().all(|option| puzzle.options.contains(option)), "{}", lesson.slug);
            match predict.question {
                Question::Order { .. } => {
                    assert_ne!(puzzle.options, answer, "{}: in the right order already", lesson.slug)
                }
                Question::Next { .. } | Question::Path { .. } => {}
            }
            assert!(puzzle.answer.iter().all(|solved| solved.upto > puzzle.upto), "{}", lesson.slug);
        }
    }
}

/// Every section of the article, every program, every item of its three lists.
#[test]
fn the_whole_article_is_taught() {
    let mut missing = Vec::new();
    for (index, section) in SECTIONS.iter().enumerate().take(10) {
        if !LESSONS.iter().any(|lesson| lesson.section == index) {
            missing.push(format!("section {} {}", index + 1, section.zh));
        }
    }
    let concepts = ["协程", "事件循环", "任务", "期物"];
    let advantages = ["提高程序效率", "提高程序响应性", "简化复杂逻辑"];
    let cautions = [
        "避免阻塞操作",
        "异常处理",
        "并发度控制",
        "共享资源访问",
        "事件循环的管理",
        "协程的调度和取消",
        "调试和日志记录",
        "第三方库和框架的兼容性",
        "性能优化",
        "代码的可读性和可维护性",
    ];
    let mut check = |section: usize, part: Part, what: &str| {
        let found = LESSONS.iter().filter(|lesson| lesson.part == Some(part)).collect::<Vec<_>>();
        match found.as_slice() {
            [lesson] if lesson.section == section - 1 => {}
            _ => missing.push(format!("section {section}, {part:?}: {what}")),
        }
    };
    for (number, what) in (1..).zip(concepts) {
        check(2, Part::Concept(number), what);
    }
    for (number, what) in (1..).zip(advantages) {
        check(4, Part::Advantage(number), what);
    }
    for (number, what) in (1..).zip(cautions) {
        check(5, Part::Caution(number), what);
    }
    for (number, section) in (1..).zip([3, 3, 6, 7, 9]) {
        check(section, Part::Example(number), "示例");
    }
    assert!(missing.is_empty(), "no lesson teaches:\n{}", missing.join("\n"));
}

/// The article's programs print what they print in the article, and wait as long.
#[test]
fn the_articles_programs_keep_their_output() {
    let wanted = [
        (1, "Coroutine started\nCoroutine resumed\nResult: Result", 1),
        (
            2,
            "Executing task: Task 1\nExecuting task: Task 2\nExecuting task: Task 3\n\
             Task Task 2 finished\nTask Task 1 finished\nTask Task 3 finished",
            3,
        ),
        (3, "Caught an exception: Something went wrong!", 1),
        (4, "Entering context\nInside the context\nExiting context", 1),
        (5, "0\n1\n2\n3\n4", 5),
    ];
    for Files { lesson, script, .. } in all() {
        if let Some(Part::Example(number)) = lesson.part {
            let (_, output, seconds) = wanted[usize::from(number) - 1];
            let (events, _) = run(&script.text(Language::Zh), false);
            assert_eq!(printed(&events, Stream::Stdout).join("\n"), output);
            assert_eq!(events.last().map(|event| event.at.0 / Nanos::SECOND.0), Some(seconds));
        }
    }
}

#[test]
fn programs_are_as_long_as_a_screen() {
    for Files { lesson, script, .. } in all() {
        let program = script.text(Language::Zh);
        assert!((10..=50).contains(&program.lines().count()), "{}: {} lines", lesson.slug, program.lines().count());
        for line in program.lines() {
            assert!(line.chars().count() <= 110, "{}: a long line: {line}", lesson.slug);
        }
    }
}

/// Full-width punctuation beside Chinese, a space between Chinese and Latin words.
#[test]
fn the_chinese_is_set_as_chinese_is() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut faults = String::new();
    for lesson in LESSONS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(lesson.folder());
        let text = fs::read_to_string(folder.join("zh.md")).expect("it was read by the build script");
        let mut is_code = false;
        for (index, line) in text.lines().enumerate() {
            if line.starts_with("```") {
                is_code = line.starts_with("```try");
            } else if is_code {
                continue;
            }
            let shown = shown(line);
            for pair in shown.windows(2) {
                let (a, b) = (pair[0], pair[1]);
                let is_latin = |c: char| c.is_ascii_alphanumeric();
                let joined = is_han(a) && is_latin(b) || is_latin(a) && is_han(b);
                let half = is_han(a) && ",.;:!?()".contains(b) || "(,;!?".contains(a) && is_han(b);
                if joined || half {
                    let all: String = shown.iter().collect();
                    faults += &format!("{} line {}: {a}{b} in {all}\n", lesson.slug, index + 1);
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// A line as it is read: link targets and marks gone.
fn shown(line: &str) -> Vec<char> {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.chars().filter(|c| !"*`[".contains(*c)).collect()
}

/// What a README's list of lessons says: each section with its lessons, in the language of the README.
#[test]
fn the_readmes_list_the_lessons() {
    for (readme, is_zh) in [("README.md", false), ("README.zh.md", true)] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme)).expect("a README");
        let mut list = String::new();
        for (index, section) in SECTIONS.iter().enumerate() {
            let lessons = LESSONS.iter().filter(|lesson| lesson.section == index);
            let titles: Vec<&str> = lessons.map(|lesson| if is_zh { lesson.zh } else { lesson.en }).collect();
            list += &match is_zh {
                true => format!("- {}：{}\n", section.zh, titles.join("；")),
                false => format!("- {}: {}\n", section.en, titles.join("; ")),
            };
        }
        assert!(text.contains(&list), "{readme} should say:\n{list}");
    }
}

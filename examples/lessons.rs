//! Writes the program of every lesson, and what each "try" makes of it, in both languages, into a folder:
//! `lessons FOLDER` makes `FOLDER/SLUG/main.en.py`, `FOLDER/SLUG/try1.zh.py` and so on. `tests/record_lessons.py` gives
//! them to CPython.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use awaitscope::lesson::Language;
use awaitscope::lesson::markdown::{self, Block};
use awaitscope::lesson::script::Script;
use awaitscope::lessons::LESSONS;

fn main() -> ExitCode {
    let Some(target) = env::args().nth(1) else {
        eprintln!("usage: lessons FOLDER");
        return ExitCode::FAILURE;
    };
    match write_all(Path::new(&target)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(target: &Path) -> Result<(), String> {
    for lesson in LESSONS {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(lesson.folder());
        let read = |file: &str| fs::read_to_string(source.join(file)).map_err(|error| format!("{file}: {error}"));
        let script = Script::parse(&read("main.py")?).map_err(|why| format!("{}: {why}", lesson.slug))?;
        let folder = target.join(lesson.slug);
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        for (language, code) in [(Language::En, "en"), (Language::Zh, "zh")] {
            let write = |name: &str, text: &str| {
                fs::write(folder.join(format!("{name}.{code}.py")), text).map_err(|error| error.to_string())
            };
            let program = script.text(language);
            write("main", &program)?;
            let text = read(&format!("{code}.md"))?;
            let attempts = markdown::parse(markdown::body(&text)).into_iter().filter_map(|block| match block {
                Block::Try(attempt) => Some(attempt),
                _ => None,
            });
            for (index, attempt) in attempts.enumerate() {
                let changed = attempt.apply(&program);
                let changed = changed.ok_or_else(|| format!("{}: `{}` does not fit", lesson.slug, attempt.title))?;
                write(&format!("try{}", index + 1), &changed)?;
            }
        }
    }
    Ok(())
}

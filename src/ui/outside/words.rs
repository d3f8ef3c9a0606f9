//! The words of what is opened and shared, in both languages.

use super::bring::{Named, Refusal};
use super::snippet::Form;
use crate::trace::json::Wrong;
use crate::trace::recording::{Header, What};
use crate::ui::text::{Language, code};

pub struct Words {
    pub open: &'static str,
    pub open_hint: &'static str,
    pub drop_here: &'static str,
    /// A file's name, and why it was not opened.
    pub refused: fn(&str, &Refusal) -> String,
    pub replaced: &'static str,
    pub put_back: &'static str,

    pub share: &'static str,
    pub embed: &'static str,
    pub form: &'static str,
    pub forms: fn(Form) -> &'static str,
    pub with_settings: &'static str,
    pub with_moment: fn(&str) -> String,
    pub snippet: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    /// The clipboard was refused; the text is selected.
    pub copy_yourself: &'static str,
    pub download: fn(&str) -> String,
    pub recorder_hint: &'static str,

    /// Rich.
    pub file_body: &'static str,
    pub recording_title: fn(&Header) -> String,
    /// Rich.
    pub recording_body: fn(&Header) -> String,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &EN,
        Language::Zh => &ZH,
    }
}

/// Who ran it: `Python 3.13.0`, or a name.
fn interpreter(header: &Header) -> String {
    let version = Named(&header.python);
    if header.python.starts_with(|c: char| c.is_ascii_digit()) {
        format!("Python {version}")
    } else {
        version.to_string()
    }
}

/// What a reader of JSON finds wrong, in JSON's own words.
fn place(wrong: &Wrong) -> String {
    match wrong {
        Wrong::CutOff => "…".to_owned(),
        Wrong::At(column) => format!(":{}", column + 1),
        Wrong::Field(name) => format!("\"{name}\""),
    }
}

static EN: Words = Words {
    open: "Open",
    open_hint: "Open a Python file, or a recording that awaitscope_record.py made (Share has it); or drop it on the page",
    drop_here: "Drop a Python file or a recording",
    refused: |name, why| {
        let why = match why {
            Refusal::Unreadable(error) => format!("the browser cannot read it ({error}). Is it still there?"),
            Refusal::Empty => "it is empty.".to_owned(),
            Refusal::NotText(0) => "it is not a text file. Open a Python program, or a recording.".to_owned(),
            Refusal::NotText(line) => format!("line {line} is not UTF-8. Save it as UTF-8, then open it again."),
            Refusal::TooLong => "it is too large. A program may have 1 MB, a recording 200 MB.".to_owned(),
            Refusal::BadRecording(fault) => {
                let line = fault.line;
                match &fault.what {
                    What::NotARecording => "it is not a recording: the first line is not a header of awaitscope's. Make one with “python awaitscope_record.py program.py -o trace.json”, and open trace.json.".to_owned(),
                    What::OnlyEvents => "it has events but no program: the first line is missing. Export the trace again, or record the program anew.".to_owned(),
                    What::Newer => "a newer recorder wrote it. Reload this page for its newest version, or record with the awaitscope_record.py that comes with it.".to_owned(),
                    What::BadEvent(wrong) => format!("line {line} is not an event ({}). Was the file changed? Record the program again.", place(wrong)),
                    What::Gap => format!("events are missing before line {line}. Was the file cut or joined? Record the program again."),
                    What::BackInTime => format!("line {line} is earlier than the line before it. Was the file changed? Record the program again."),
                }
            }
        };
        format!("{} was not opened: {why}", Named(name))
    },
    replaced: "The file is open. Your own text that stood here is kept for now.",
    put_back: "Put it back",

    share: "Share",
    embed: "Embed",
    form: "Copy as",
    forms: |form| match form {
        Form::Link => "link",
        Form::Element => "<await-scope>",
        Form::Frame => "frame",
        Form::Fence => "Markdown",
    },
    with_settings: "with speed, language and random seed",
    with_moment: |moment| format!("at this moment, {moment} s"),
    snippet: "What is copied",
    copy: "Copy",
    copied: "Copied",
    copy_yourself: "The browser does not let the page copy. It is selected: press Ctrl+C.",
    download: |name| format!("Download {name}"),
    recorder_hint: "Records a program that runs in CPython 3.12 or later; open here what it writes",

    file_body: "A program from your disk. It runs in this page only, and nothing is sent anywhere.",
    recording_title: |header| format!("Recording: {}", Named(&header.program)),
    recording_body: |header| {
        format!(
            "What {} did when {} ran it, in the time that it really took. Play it back, step through it, select a slice to see why it waited.\n\n**Run** runs the program in this page instead, which has no files and no network; **Reset** brings the recording back.",
            code(&Named(&header.program).to_string()),
            interpreter(header)
        )
    },
};

static ZH: Words = Words {
    open: "打开",
    open_hint: "打开 Python 文件，或由 awaitscope_record.py（在“分享”里下载）录制的记录；也可以直接拖到页面上",
    drop_here: "把 Python 文件或记录拖放到这里",
    refused: |name, why| {
        let why = match why {
            Refusal::Unreadable(error) => format!("浏览器读不了它（{error}）。文件还在吗？"),
            Refusal::Empty => "文件是空的。".to_owned(),
            Refusal::NotText(0) => "它不是文本文件。请打开 Python 程序，或一份记录。".to_owned(),
            Refusal::NotText(line) => format!("第 {line} 行不是 UTF-8。请另存为 UTF-8 后再打开。"),
            Refusal::TooLong => "文件太大。程序不超过 1 MB，记录不超过 200 MB。".to_owned(),
            Refusal::BadRecording(fault) => {
                let line = fault.line;
                match &fault.what {
                    What::NotARecording => "它不是记录：第一行不是 awaitscope 的文件头。请用“python awaitscope_record.py program.py -o trace.json”录制，再打开 trace.json。".to_owned(),
                    What::OnlyEvents => "里面只有事件，没有程序：缺了第一行。请重新导出，或重新录制。".to_owned(),
                    What::Newer => "它是由更新版本的录制工具写的。请刷新页面换成最新版本，或改用与本页面配套的 awaitscope_record.py 录制。".to_owned(),
                    What::BadEvent(wrong) => format!("第 {line} 行不是事件（{}）。文件被改动过吗？请重新录制。", place(wrong)),
                    What::Gap => format!("第 {line} 行之前缺少事件。文件被截断或拼接过吗？请重新录制。"),
                    What::BackInTime => format!("第 {line} 行的时间早于前一行。文件被改动过吗？请重新录制。"),
                }
            }
        };
        format!("没有打开 {}：{why}", Named(name))
    },
    replaced: "文件已打开。原来写在这里的内容暂时还留着。",
    put_back: "放回去",

    share: "分享",
    embed: "嵌入",
    form: "复制为",
    forms: |form| match form {
        Form::Link => "链接",
        Form::Element => "<await-scope>",
        Form::Frame => "框架",
        Form::Fence => "Markdown",
    },
    with_settings: "带上速度、语言和随机种子",
    with_moment: |moment| format!("停在此刻（{moment} s）"),
    snippet: "要复制的内容",
    copy: "复制",
    copied: "已复制",
    copy_yourself: "浏览器不允许页面复制。内容已选中，请按 Ctrl+C。",
    download: |name| format!("下载 {name}"),
    recorder_hint: "录制一个在 CPython 3.12 以上运行的程序，录下的文件可以在这里打开",

    file_body: "来自你磁盘的程序。它只在本页面里运行，不会发送到任何地方。",
    recording_title: |header| format!("记录：{}", Named(&header.program)),
    recording_body: |header| {
        format!(
            "这是 {} 在 {} 中运行时的真实经过，时间也是当时真实花掉的时间。可以回放、单步，点选任意一段就能看到它为什么在等。\n\n点击**运行**，则改在本页面里运行这个程序（这里没有文件和网络）；点击**重置**，就回到这份记录。",
            code(&Named(&header.program).to_string()),
            interpreter(header)
        )
    },
};

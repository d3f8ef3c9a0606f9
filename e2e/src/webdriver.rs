//! The few commands of the WebDriver protocol (<https://www.w3.org/TR/webdriver2/>) that the tests need, spoken to a
//! chromedriver of our own over plain HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Longer than any command takes that is not broken.
const COMMAND: Duration = Duration::from_secs(60);

/// A WebDriver command's failure: its error code and message.
#[derive(Debug)]
pub struct WebDriverError {
    pub error: String,
    pub message: String,
}

impl std::fmt::Display for WebDriverError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl std::error::Error for WebDriverError {}

/// Which browser. Only Chromium has `devtools`, `screenshot`, `resize` and `console_errors`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    /// By geckodriver (`GECKODRIVER`, or the one on `PATH`).
    Firefox,
    /// By WebKitGTK's driver, on a display: `DISPLAY`, or an Xvfb of its own.
    WebKit,
}

/// A headless browser with a fresh profile and one window. Dropping it ends the browser and its driver.
pub struct Browser {
    driver: Child,
    display: Option<Child>,
    port: u16,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// Starts chromedriver (`CHROMEDRIVER`, or the one on `PATH`) on a free port, and Chromium through it. Panics, saying
    /// what is missing, when it cannot.
    pub fn start() -> Browser {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut driver = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("cannot run {}: {error}. `cargo xtask test` installs it", program.display())
            });
        let mut lines = BufReader::new(driver.stdout.take().expect("stdout is piped"));
        let port = port_printed(&mut lines);
        // It must find a reader for as long as it prints.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));

        let mut browser = Browser { driver, display: None, port, session: String::new(), profile: fresh_profile() };
        let options = json!({ "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
            "--hide-scrollbars", "--lang=en-US", "--window-size=1280,900",
            format!("--user-data-dir={}", browser.profile.display()),
        ]});
        let capabilities = json!({
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" },
            "timeouts": { "script": 30_000, "pageLoad": 60_000 },
        });
        let answer = browser.post("/session", json!({ "capabilities": { "alwaysMatch": capabilities } }));
        let answer = answer.unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        browser.session = answer["sessionId"].as_str().expect("a new session has an id").to_string();
        browser
    }

    pub fn start_with(engine: Engine) -> Browser {
        let (variable, program, capabilities) = match engine {
            Engine::Chromium => return Browser::start(),
            Engine::Firefox => {
                let options = json!({ "args": ["-headless", "-width", "1280", "-height", "900"] });
                ("GECKODRIVER", "geckodriver", json!({ "browserName": "firefox", "moz:firefoxOptions": options }))
            }
            Engine::WebKit => ("WEBKITDRIVER", "WebKitWebDriver", json!({ "browserName": "MiniBrowser" })),
        };
        let display = (engine == Engine::WebKit && std::env::var_os("DISPLAY").is_none()).then(|| {
            let mut xvfb = Command::new("Xvfb");
            xvfb.args([&own_display(), "-screen", "0", "1280x900x24"]).stdout(Stdio::null()).stderr(Stdio::null());
            xvfb.spawn().unwrap_or_else(|error| panic!("cannot run Xvfb: {error}. On Debian: apt-get install xvfb"))
        });
        let port = free_port();
        let program = std::env::var_os(variable).unwrap_or_else(|| program.into());
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if display.is_some() {
            command.env("DISPLAY", own_display());
        }
        let driver =
            command.spawn().unwrap_or_else(|error| panic!("cannot run {}: {error}", program.to_string_lossy()));
        let mut browser = Browser { driver, display, port, session: String::new(), profile: fresh_profile() };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(started.elapsed() < COMMAND, "{} does not listen on port {port}", program.to_string_lossy());
            std::thread::sleep(Duration::from_millis(100));
        }
        let answer = browser.post("/session", json!({ "capabilities": { "alwaysMatch": capabilities } }));
        let answer = answer.unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"));
        browser.session = answer["sessionId"].as_str().expect("a new session has an id").to_string();
        browser
    }

    pub fn open(&self, url: &str) {
        self.command("/url", json!({ "url": url }));
    }

    pub fn reload(&self) {
        self.command("/refresh", json!({}));
    }

    /// Runs the body of a JavaScript function and gives what it returns. A promise is waited for.
    pub fn run<const N: usize>(&self, body: &str, arguments: [Value; N]) -> Value {
        self.try_run(body, arguments).unwrap_or_else(|error| panic!("{error}\nin the script: {body}"))
    }

    pub fn try_run<const N: usize>(&self, body: &str, arguments: [Value; N]) -> Result<Value, WebDriverError> {
        self.session_post("/execute/sync", json!({ "script": body, "args": arguments.to_vec() }))
    }

    /// A command of Chromium's own protocol (<https://chromedevtools.github.io/devtools-protocol/>).
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.command("/goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Runs a script in every document from now on, before any of the document's own.
    pub fn before_each_document(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Clicks the middle of the one element that the CSS selector finds, as a person would.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.command(&format!("/element/{element}/click"), json!({}));
    }

    /// Types into the element. Keys without a letter are in WebDriver's private range (`keys`).
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.command(&format!("/element/{element}/value"), json!({ "text": text }));
    }

    fn element(&self, selector: &str) -> String {
        let answer = self.command("/element", json!({ "using": "css selector", "value": selector }));
        let id = answer.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        id.expect("an element has an id").to_string()
    }

    /// The window as a PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        self.picture(json!({ "format": "png" }))
    }

    /// With the parameters of `Page.captureScreenshot`.
    pub fn picture(&self, parameters: Value) -> Vec<u8> {
        let answer = self.devtools("Page.captureScreenshot", parameters);
        from_base64(answer["data"].as_str().expect("a screenshot is a string"))
    }

    /// The window's inside, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// What was written to the console at the level of errors since the last call, uncaught exceptions and requests
    /// that failed among them.
    pub fn console_errors(&self) -> Vec<String> {
        let entries = self.command("/se/log", json!({ "type": "browser" }));
        let entries = entries.as_array().cloned().unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        severe.filter_map(|entry| entry["message"].as_str()).map(str::to_string).collect()
    }

    fn command(&self, path: &str, body: Value) -> Value {
        self.session_post(path, body).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn session_post(&self, path: &str, body: Value) -> Result<Value, WebDriverError> {
        self.post(&format!("/session/{}{path}", self.session), body)
    }

    fn post(&self, path: &str, body: Value) -> Result<Value, WebDriverError> {
        self.request("POST", path, &body.to_string())
    }

    fn request(&self, method: &str, path: &str, body: &str) -> Result<Value, WebDriverError> {
        let answer = exchange(self.port, method, path, body).map_err(|error| WebDriverError {
            error: "no answer from chromedriver".into(),
            message: error.to_string(),
        })?;
        let value = answer["value"].clone();
        match value.get("error").and_then(Value::as_str) {
            Some(error) => {
                let message = value["message"].as_str().unwrap_or_default().to_string();
                Err(WebDriverError { error: error.to_string(), message })
            }
            None => Ok(value),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Chromedriver ends Chromium when the session ends; only then may it go.
        if !self.session.is_empty() {
            let _ = self.request("DELETE", &format!("/session/{}", self.session), "");
        }
        for child in [Some(&mut self.driver), self.display.as_mut()].into_iter().flatten() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Keys for `type_into` (<https://www.w3.org/TR/webdriver2/#keyboard-actions>). A modifier holds until the end of the text.
pub mod keys {
    pub const CONTROL: &str = "\u{e009}";
    pub const SHIFT: &str = "\u{e008}";
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const END: &str = "\u{e010}";
}

/// Chromedriver's first lines say "… was started successfully on port 12345."
fn port_printed(lines: &mut impl BufRead) -> u16 {
    let started = Instant::now();
    let mut line = String::new();
    while started.elapsed() < COMMAND && lines.read_line(&mut line).is_ok_and(|length| length > 0) {
        let port = line.rsplit_once("on port ").and_then(|(_, port)| port.trim().trim_end_matches('.').parse().ok());
        if let Some(port) = port.filter(|port| *port != 0) {
            return port;
        }
        line.clear();
    }
    panic!("chromedriver did not say on which port it listens");
}

fn own_display() -> String {
    format!(":{}", 1000 + std::process::id() % 50_000)
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a listener has an address").port()
}

fn fresh_profile() -> PathBuf {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("awaitscope-e2e-{}-{number}", std::process::id()))
}

/// One request over a connection of its own.
fn exchange(port: u16, method: &str, path: &str, body: &str) -> std::io::Result<Value> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(COMMAND))?;
    let length = body.len();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n");
    stream.write_all(format!("{head}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}").as_bytes())?;
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    serde_json::from_slice(&body).map_err(std::io::Error::other)
}

fn from_base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0u32, 0);
    for six in text.bytes().filter_map(digit) {
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

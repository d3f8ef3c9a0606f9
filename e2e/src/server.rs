//! A static server for the tests: the files of one folder, under a sub-path as on a documentation site.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Where the page lies on the server: deep enough that an absolute URL in it would miss.
const SUB_PATH: &str = "/docs/en/latest/playground/";

/// Serves until the process ends.
pub struct Server {
    port: u16,
    missed: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `folder` on a free port of 127.0.0.1.
    pub fn start(folder: PathBuf) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on 127.0.0.1");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let missed = Arc::new(Mutex::new(Vec::new()));
        let server = Server { port, missed: Arc::clone(&missed) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, missed) = (folder.clone(), Arc::clone(&missed));
                // A connection that breaks is the browser's to notice.
                thread::spawn(move || answer(stream, &folder, &missed));
            }
        });
        server
    }

    /// The page's address, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{SUB_PATH}", self.port)
    }

    /// The paths that were asked for and are not there.
    pub fn missed(&self) -> Vec<String> {
        self.missed.lock().expect("no holder of it panics").clone()
    }
}

fn answer(stream: TcpStream, folder: &Path, missed: &Mutex<Vec<String>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let mut reader = BufReader::new(&stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let found = file_for(path).and_then(|file| Some((mime(&file), std::fs::read(folder.join(&file)).ok()?)));
    let (status, mime, body) = match found {
        Some((mime, body)) => ("200 OK", mime, body),
        None => {
            missed.lock().expect("no holder of it panics").push(path.to_string());
            ("404 Not Found", "text/plain", b"not found\n".to_vec())
        }
    };
    let mut stream = &stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file that a URL's path names, relative to the folder; never one outside it.
fn file_for(path: &str) -> Option<PathBuf> {
    let below = path.strip_prefix(SUB_PATH)?;
    let file = PathBuf::from(if below.is_empty() { "index.html" } else { below });
    file.components().all(|part| matches!(part, Component::Normal(_))).then_some(file)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

//! A static server for the tests: the files of a folder, or of a site made of several, under a sub-path as on a
//! documentation site.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Where the page lies on the server: deep enough that an absolute URL in it would miss.
const SUB_PATH: &str = "/docs/en/latest/playground/";

/// What is served.
#[derive(Clone, Default)]
pub struct Site {
    /// Where it lies on the server, between slashes.
    pub sub_path: String,
    /// Folders, and where each lies in the site: `""`, or a name with a slash at its end. The first that has a file gives it.
    pub folders: Vec<(String, PathBuf)>,
    /// Pages that are in no folder, each with its path in the site.
    pub pages: Vec<(String, String)>,
    /// The Content-Security-Policy of every answer.
    pub policy: Option<String>,
    /// The origin that the site believes to be at: in its XML files it is ours.
    pub published_at: Option<String>,
}

/// Serves until the process ends.
pub struct Server {
    port: u16,
    sub_path: String,
    asked: Arc<Mutex<Vec<Asked>>>,
    site: Arc<Mutex<Option<Arc<Site>>>>,
}

/// A request: its path and whether there was an answer.
#[derive(Clone, Debug)]
struct Asked {
    path: String,
    found: bool,
}

impl Server {
    /// Serves `folder` on a free port of 127.0.0.1.
    pub fn start(folder: PathBuf) -> Server {
        Server::of(Site { sub_path: SUB_PATH.into(), folders: vec![(String::new(), folder)], ..Site::default() })
    }

    pub fn of(site: Site) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on 127.0.0.1");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let sub_path = site.sub_path.clone();
        let shared = Arc::new(Mutex::new(Some(Arc::new(site))));
        let server = Server { port, sub_path, asked: Arc::clone(&asked), site: Arc::clone(&shared) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Down: the connection ends without a word.
                let Some(site) = shared.lock().expect("no holder of it panics").clone() else { continue };
                let asked = Arc::clone(&asked);
                // A connection that breaks is the browser's to notice.
                thread::spawn(move || answer(stream, &site, &asked));
            }
        });
        server
    }

    /// From now on it serves other folders at the same address, or, with `None`, it is down.
    pub fn change(&self, folder: Option<PathBuf>) {
        let site = folder.map(|folder| {
            let sub_path = self.sub_path.clone();
            Arc::new(Site { sub_path, folders: vec![(String::new(), folder)], ..Site::default() })
        });
        *self.site.lock().expect("no holder of it panics") = site;
    }

    /// The page's address, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.sub_path)
    }

    /// The paths that were asked for and are not there.
    pub fn missed(&self) -> Vec<String> {
        let asked = self.asked.lock().expect("no holder of it panics");
        asked.iter().filter(|asked| !asked.found).map(|asked| asked.path.clone()).collect()
    }

    /// All paths that were asked for, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no holder of it panics").iter().map(|asked| asked.path.clone()).collect()
    }
}

fn answer(stream: TcpStream, site: &Site, asked: &Mutex<Vec<Asked>>) -> std::io::Result<()> {
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
    let found = find(site, path);
    asked.lock().expect("no holder of it panics").push(Asked { path: path.to_string(), found: found.is_some() });
    let (status, (mime, mut body)) = match found {
        Some(file) => ("200 OK", file),
        None => ("404 Not Found", ("text/plain", b"not found\n".to_vec())),
    };
    if let (Some(origin), "application/xml") = (&site.published_at, mime) {
        let ours = format!("http://{}", stream.local_addr()?);
        body = String::from_utf8_lossy(&body).replace(origin, &ours).into_bytes();
    }
    let policy =
        site.policy.as_ref().map(|policy| format!("Content-Security-Policy: {policy}\r\n")).unwrap_or_default();
    let mut stream = &stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n{policy}Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// What lies at a URL's path, and its media type; never a file outside of the folders.
fn find(site: &Site, path: &str) -> Option<(&'static str, Vec<u8>)> {
    let mut below = path.strip_prefix(&site.sub_path)?.to_owned();
    if below.is_empty() || below.ends_with('/') {
        below += "index.html";
    }
    if let Some((name, text)) = site.pages.iter().find(|(name, _)| *name == below) {
        return Some((mime(Path::new(name)), text.clone().into_bytes()));
    }
    site.folders.iter().find_map(|(name, folder)| {
        let file = PathBuf::from(below.strip_prefix(name.as_str())?);
        let is_inside = file.components().all(|part| matches!(part, Component::Normal(_)));
        Some((mime(&file), std::fs::read(folder.join(&file)).ok().filter(|_| is_inside)?))
    })
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("xml") => "application/xml",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

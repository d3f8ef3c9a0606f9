// sw.js: the playground without a network. Made by `bundle`, which puts in the files of this build and what they hash to.
//
// All of a build is kept together, so what runs never gets a file of another build. A new build is fetched beside the old one,
// and takes over when the reader says so, or when no page of the old one is open.

const FILES = "@files@";
const VERSION = "@version@";
const MINE = `awaitscope ${registration.scope} `;

const address = (path) => new URL(path, registration.scope).href;

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const [cache, before] = [await caches.open(MINE + VERSION), await older()];
  await Promise.all(Object.entries(FILES).map(async ([path, hash]) => {
    // What has not changed is there already.
    const key = `${address(path)}?${hash}`;
    for (const other of before) {
      const kept = await other.match(key);
      if (kept) return cache.put(key, kept);
    }
    const response = await fetch(address(path), { cache: "no-cache" });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    // A redirected answer is refused for a page.
    const { status, statusText, headers } = response;
    await cache.put(key, response.redirected ? new Response(await response.blob(), { status, statusText, headers }) : response);
  }));
}

// The caches of other builds, the newest first.
async function older() {
  const names = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== MINE + VERSION);
  return Promise.all(names.reverse().map((name) => caches.open(name)));
}

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  // The build before stays: a page of it may be open in another tab.
  const names = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== MINE + VERSION);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  url.search = url.hash = "";
  let path = url.href.slice(registration.scope.length);
  if (path === "index.html") path = "";
  if (path in FILES) event.respondWith(answer(event.request, `${address(path)}?${FILES[path]}`));
  else if (/-[0-9a-f]{8,}/.test(path)) event.respondWith(answerOld(event.request, url.href));
});

async function answer(request, key) {
  const cache = await caches.open(MINE + VERSION);
  return await cache.match(key) ?? fetch(request);
}

// A file of another build, whose name has its hash.
async function answerOld(request, href) {
  for (const cache of await older()) {
    const kept = await cache.match(href, { ignoreSearch: true });
    if (kept) return kept;
  }
  return fetch(request);
}

// sw.js of a build that is being worked on: a worker of a release at the same address gives way, with all that it kept.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(`awaitscope ${registration.scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const page of await self.clients.matchAll()) page.navigate(page.url);
})()));

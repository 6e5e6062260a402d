/* The page of forms without a network, kept in the browser: the page in each language and what it is made of, nothing
   that anybody wrote. `PARTS` and `MARK` stand before this: what to keep, and a mark of its contents. */

const NAME = `rihai-offline-${MARK}`;

self.addEventListener("install", (event) => {
  const fresh = (address) => new Request(address, { cache: "reload", credentials: "omit" });
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(PARTS.map(fresh))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("rihai-offline-") && name !== NAME);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

/* Only what is in the list is answered from here; everything else goes to the network as if this were not there. */
self.addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) { return; }
  const known = PARTS.includes(address.pathname);
  const page = request.mode === "navigate" && !known && address.pathname === BEGIN;
  if (!known && !page) { return; }
  const wanted = page ? PARTS[0] : address.pathname;
  event.respondWith(caches.open(NAME).then((cache) => cache.match(wanted)).then((found) => found ?? fetch(request)));
});

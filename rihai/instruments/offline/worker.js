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

/* Only what is in the list is answered from here; everything else goes to the network as if this were not there. The
   address that leads to the page in one's own language is asked of the site, and without it leads to the first page. */
self.addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) { return; }
  const here = (wanted) => caches.open(NAME).then((cache) => cache.match(wanted));
  if (request.mode === "navigate" && address.pathname === BEGIN) {
    event.respondWith(fetch(request).catch(() => here(PARTS[0])));
  } else if (PARTS.includes(address.pathname)) {
    event.respondWith(here(address.pathname).then((found) => found ?? fetch(request)));
  }
});

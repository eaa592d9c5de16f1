// Opens the app without a network: its page and its files, as they were when they last came. The API is never kept here.
const CACHE = "fitzen-1";
const PAGE = "/";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request(PAGE, { cache: "reload" }))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(caches.open(CACHE).then((cache) => keep(cache, event.data.keep)));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
  else if (/^\/(_expo\/static|assets)\//.test(url.pathname)) event.respondWith(file(event.request));
});

/** The newest page where there is a network, the last one else. Pages of the server's own are left alone. */
async function page(request, url) {
  if (/^\/(api|docs|dev|health|ready|files)(\/|$)/.test(url.pathname)) return fetch(request);
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await cache.match(PAGE)) ?? Response.error();
  }
}

/** Files whose names change with their content: what is kept is right for ever. */
async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** Keep what the page has loaded before there was a worker, and forget what it does not need any more. */
async function keep(cache, paths) {
  for (const path of paths) if (!(await cache.match(path))) await cache.add(path).catch(() => undefined);
}

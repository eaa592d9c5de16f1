// Opens the app without a network: its page and its files, all of them, from when it was installed. The API is never kept here.
const CACHE = "fitzen-dev"; // tools/pack.mjs names the build and lists its files
const FILES = [];
const PAGE = "/";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all([cache.add(new Request(PAGE, { cache: "reload" })), cache.addAll(FILES)])));
});

// A worker takes over when no window of the build before is open any more: only then are its files not needed.
self.addEventListener("activate", (event) => {
  const forget = caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith("fitzen-") && name !== CACHE).map((name) => caches.delete(name))));
  event.waitUntil(forget.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
  else if (/^\/(_expo\/static|assets)\//.test(url.pathname)) event.respondWith(file(event.request));
});

// A tap on a notification leads to its place: in a window that is open, else in a new one.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(String(event.notification.data?.url ?? PAGE)));
});

async function lead(url) {
  const windows = await self.clients.matchAll({ type: "window" });
  const open = windows.find((each) => each.focused) ?? windows[0];
  const { pathname, search } = new URL(url, self.location.origin);
  if (!open) return self.clients.openWindow(pathname + search);
  open.postMessage({ fitzen: "tapped", url });
  return open.focus();
}

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

/** Let the browser keep the app's files, so that it opens without a network. */

export function keepApp(): void {
  if (!("serviceWorker" in navigator) || process.env.NODE_ENV !== "production") return;
  void navigator.serviceWorker
    .register("/sw.js")
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      const keep = loaded.filter(({ origin, pathname }) => origin === location.origin && /^\/(_expo\/static|assets)\//.test(pathname)).map(({ pathname }) => pathname);
      active?.postMessage({ keep });
    });
}

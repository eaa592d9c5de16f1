/** Let the browser keep the app's files, so that it opens without a network. */

export function keepApp(): void {
  if ("serviceWorker" in navigator && process.env.NODE_ENV === "production") void navigator.serviceWorker.register("/sw.js");
}

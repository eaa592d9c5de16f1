/** Be told when a network is there again, or gone. */

function onWindow(event: "online" | "offline", listener: () => void): () => void {
  window.addEventListener(event, listener);
  return () => window.removeEventListener(event, listener);
}

export const onOnline = (listener: () => void): (() => void) => onWindow("online", listener);
export const onOffline = (listener: () => void): (() => void) => onWindow("offline", listener);

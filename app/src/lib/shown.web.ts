/** Be told when the window comes to the front: another may have been used meanwhile. */

export function onShown(listener: () => void): () => void {
  const look = () => document.visibilityState === "visible" && listener();
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}

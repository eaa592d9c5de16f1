/** Keep the screen on, where the browser can. Returns what lets it go off again. */

export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let ended = false;
  const take = async () => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    const taken = await navigator.wakeLock.request("screen").catch(() => null); // refused to save power
    if (ended) void taken?.release();
    else lock = taken;
  };
  void take();
  document.addEventListener("visibilitychange", take); // a window that was hidden has lost it
  return () => {
    ended = true;
    document.removeEventListener("visibilitychange", take);
    void lock?.release();
  };
}

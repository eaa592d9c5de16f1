/** Timers by name that may wait for longer than a browser's own, which end after 24 days. */

const LONGEST_MS = 2 ** 31 - 1;

export type Resting = { set: (id: string, at: number, run: () => void) => void; drop: (id: string) => void; ids: () => string[] };

export function resting(): Resting {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const drop = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const set = (id: string, at: number, run: () => void) => {
    clearTimeout(timers.get(id));
    const wait = at - Date.now();
    const next = () => {
      if (wait > LONGEST_MS) return set(id, at, run);
      timers.delete(id);
      run();
    };
    timers.set(id, setTimeout(next, Math.min(Math.max(wait, 0), LONGEST_MS)));
  };
  return { set, drop, ids: () => [...timers.keys()] };
}

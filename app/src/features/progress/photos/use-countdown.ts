import { useEffect, useRef, useState } from "react";

const SECOND_MS = 1000;

/** Return how to count down before something is done, and how many seconds are `left`; null when nothing is counted. */
export function useCountdown(done: () => void) {
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef(done);
  useEffect(() => {
    latest.current = done;
  });
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(
      () => {
        if (left > 1) return setLeft(left - 1);
        setLeft(null);
        latest.current();
      },
      left ? SECOND_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [left]);
  return { left: left || null, start: (seconds: number) => setLeft(seconds), stop: () => setLeft(null) };
}

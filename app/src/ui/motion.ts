import { useEffect, useRef, useState } from "react";
import { useReducedMotion } from "./reduced-motion";

const MS = 600;

/** Return a number that goes to `value` in a short while; at once where the person wants no motion. */
export function useGrowing(value: number): number {
  const still = useReducedMotion();
  const [shown, setShown] = useState(still ? value : 0);
  const from = useRef(shown);
  useEffect(() => {
    if (still) return;
    const start = performance.now();
    const first = from.current;
    let frame = requestAnimationFrame(function step(now) {
      const part = Math.min(1, Math.max(0, (now - start) / MS));
      from.current = first + (value - first) * (1 - (1 - part) ** 3);
      setShown(from.current);
      if (part < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [value, still]);
  return still ? value : shown;
}

import { useEffect, useState } from "react";
import { onShown } from "@/lib/shown";

/** Return the time, again each second, and at once when the app comes to the front. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, 1000);
    const shown = onShown(look);
    return () => {
      clearInterval(timer);
      shown();
    };
  }, []);
  return now;
}

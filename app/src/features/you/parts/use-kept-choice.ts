import { useEffect, useState } from "react";
import { readKept } from "@/lib/kept";

/** Return what this device was told to do, and how to show another; who changes it keeps it. */
export function useKeptChoice<T extends string>(name: string, otherwise: T): [chosen: T | null, show: (next: T) => void] {
  const [chosen, show] = useState<T | null>(null);
  useEffect(() => {
    void readKept<T>(name).then((kept) => show(kept ?? otherwise));
  }, [name, otherwise]);
  return [chosen, show];
}

import { useEffect, useState } from "react";
import { View } from "react-native";
import { cn } from "./cn";

const PATIENCE_MS = 200;

/** Grey shapes of what is about to come; nothing at all for the first moment, so that what is quick does not flash. */
export function Skeleton({ label, heights }: { label: string; heights: number[] }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View role="status" aria-label={label} aria-busy className="gap-4">
      {late ? heights.map((height, place) => <View key={place} style={{ height }} className={cn("rounded-card bg-raised opacity-70")} />) : null}
    </View>
  );
}

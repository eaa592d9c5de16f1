import { useEffect, useRef, useSyncExternalStore } from "react";
import { AccessibilityInfo } from "react-native";
import { wholeOf } from "./spoken";
import type { Talk } from "./talk";

/** Says an answer to a screen reader, a sentence at a time. */
export function Announcer({ talk }: { talk: Talk }) {
  const latest = useSyncExternalStore(talk.subscribe, () => talk.latest);
  const told = useRef({ id: "", length: 0 });
  useEffect(() => {
    if (!latest) return;
    if (told.current.id !== latest.id) told.current = { id: latest.id, length: 0 };
    const text = latest.whole ? latest.text : wholeOf(latest.text);
    const fresh = text.slice(told.current.length).trim();
    told.current.length = text.length;
    if (fresh) AccessibilityInfo.announceForAccessibility(fresh);
  }, [latest]);
  return null;
}

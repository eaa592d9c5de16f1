import { useState, useSyncExternalStore } from "react";
import { Text, View } from "react-native";
import { wholeOf } from "./spoken";
import type { Talk } from "./talk";

type Told = { id: string; length: number; text: string };

/** Says an answer to a screen reader, a sentence at a time: the text on screen grows by itself. */
export function Announcer({ talk }: { talk: Talk }) {
  const latest = useSyncExternalStore(talk.subscribe, () => talk.latest);
  const [told, setTold] = useState<Told>({ id: "", length: 0, text: "" });
  if (latest) {
    const from = told.id === latest.id ? told.length : 0;
    const text = latest.whole ? latest.text : wholeOf(latest.text);
    if (text.length > from) setTold({ id: latest.id, length: text.length, text: text.slice(from).trim() });
  }
  return (
    <View aria-live="polite" className="absolute size-px overflow-hidden" style={{ clip: "rect(0 0 0 0)" } as object}>
      <Text>{told.text}</Text>
    </View>
  );
}

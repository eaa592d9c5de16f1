/** Speaking instead of typing, where the browser listens. */

import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { troubleOf, type Trouble } from "./voice-trouble";

/** `trouble`: why the last try heard nothing. */
export type Voice = { listening: boolean; trouble: Trouble | null; start: () => void; stop: () => void };

type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }>> };
type Recognition = { lang: string; interimResults: boolean; onresult: ((heard: Heard) => void) | null; onerror: ((failed: { error: string }) => void) | null; onend: (() => void) | null; start: () => void; stop: () => void; abort: () => void };
type Browser = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

const { SpeechRecognition, webkitSpeechRecognition } = globalThis as Browser;
const Known = SpeechRecognition ?? webkitSpeechRecognition;

/** Return how to listen, or null where the browser cannot. `onText` gets all that was heard so far. */
export function useVoice(onText: (text: string) => void): Voice | null {
  const { i18n } = useTranslation();
  const [listening, setListening] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const running = useRef<Recognition | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  if (!Known) return null;
  const start = () => {
    const made = new Known();
    made.lang = i18n.language;
    made.interimResults = true;
    made.onresult = ({ results }) => onText(Array.from(results, (each) => each[0]?.transcript ?? "").join(" "));
    made.onerror = ({ error }) => setTrouble(troubleOf(error));
    made.onend = () => setListening(false);
    running.current = made;
    made.start();
    setTrouble(null);
    setListening(true);
  };
  return { listening, trouble, start, stop: () => running.current?.stop() };
}

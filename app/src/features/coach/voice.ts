/** Speaking instead of typing, where the phone has something that listens. */

import { ExpoSpeechRecognitionModule as Recognition } from "expo-speech-recognition";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { deviceLocale } from "@/lib/locale";
import { troubleOf, type Trouble } from "./voice-trouble";

/** `trouble`: why the last try heard nothing. */
export type Voice = { listening: boolean; trouble: Trouble | null; start: () => void; stop: () => void };

/** The language with the person's region where that is of the same language: accents differ. */
const spoken = (language: string): string => (deviceLocale().startsWith(`${language}-`) ? deviceLocale() : { es: "es-ES" }[language] ?? "en-US");

/** Return how to listen, or null where the phone cannot. `onText` gets all that was heard so far. */
export function useVoice(onText: (text: string) => void): Voice | null {
  const { i18n } = useTranslation();
  const [able] = useState(() => Recognition.isRecognitionAvailable());
  const [listening, setListening] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const hear = useRef(onText);
  useEffect(() => {
    hear.current = onText;
  });
  useEffect(() => {
    const ends = [
      Recognition.addListener("result", ({ results }) => results[0] && hear.current(results[0].transcript)),
      Recognition.addListener("end", () => setListening(false)),
      Recognition.addListener("error", ({ error }) => {
        setListening(false);
        setTrouble(troubleOf(error));
      }),
    ];
    return () => {
      ends.forEach((end) => end.remove());
      Recognition.abort();
    };
  }, []);
  if (!able) return null;
  const start = async () => {
    const { granted } = await Recognition.requestPermissionsAsync();
    setTrouble(granted ? null : "micDenied");
    if (!granted) return;
    Recognition.start({ lang: spoken(i18n.language), interimResults: true, addsPunctuation: true });
    setListening(true);
  };
  return { listening, trouble, start: () => void start(), stop: () => Recognition.stop() };
}

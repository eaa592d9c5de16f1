import { useEffect, useRef, useState, type ComponentProps } from "react";
import { Field } from "@/ui";

const PAUSE_MS = 800;

type Props<T> = Omit<ComponentProps<typeof Field>, "value" | "onChangeText" | "onBlur"> & {
  /** What the record says, as it is shown while nobody types. */
  value: string;
  /** Read what is typed; undefined where it cannot be read. */
  read: (text: string) => T | undefined;
  /** What is wrong with that. */
  bad?: string;
  save: (value: T) => void;
};

/** A field that saves by itself: a moment after the typing stops, and when it is left. */
export function TypedField<T>({ value, read, bad, save, error, ...rest }: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; now: () => void } | null>(null);
  const flush = () => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    pending.current.now();
    pending.current = null;
  };
  useEffect(() => flush, []); // what was typed is kept when the screen goes
  const type = (text: string) => {
    setTyped(text);
    setLeft(false);
    if (pending.current) clearTimeout(pending.current.timer);
    const now = () => {
      const found = read(text);
      if (found !== undefined && text !== value) save(found);
    };
    pending.current = { timer: setTimeout(flush, PAUSE_MS), now };
  };
  const leave = () => {
    flush();
    setLeft(true);
    if (typed !== null && read(typed) !== undefined) setTyped(null);
  };
  const wrong = left && typed !== null && read(typed) === undefined ? bad : undefined;
  return <Field {...rest} value={typed ?? value} onChangeText={type} onBlur={leave} error={wrong ?? error} />;
}

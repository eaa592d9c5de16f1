import type { TextInputKeyPressEvent } from "react-native";

/** Enter sends, Shift+Enter begins a new line; within a word that is being composed it ends the word. */
export function sendsOn(event: TextInputKeyPressEvent): boolean {
  const key = event.nativeEvent as unknown as KeyboardEvent;
  if (key.key !== "Enter" || key.shiftKey || key.isComposing) return false;
  event.preventDefault();
  return true;
}

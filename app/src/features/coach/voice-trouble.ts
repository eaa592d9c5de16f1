/** Why nothing is heard, as what listens calls it. */

/** A key of `coach`'s words. */
export type Trouble = "micDenied" | "notHeard";

/** The person ended it, or said nothing. */
const NONE = ["aborted", "no-speech", "interrupted"];

/** Return what to tell of an error (SpeechRecognitionErrorCode of the Web Speech API; the phones' are the same and more), if anything. */
export function troubleOf(error: string): Trouble | null {
  if (NONE.includes(error)) return null;
  return error === "not-allowed" ? "micDenied" : "notHeard";
}

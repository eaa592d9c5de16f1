/** A link that came while the app was not open to the person (starting, signed out): it is followed once it is. */

import { startingPlace } from "./starting";

type Go = (place: string) => void;

let pending: string | null = startingPlace();
let open: Go | null = null;

/** Go to a place, now or as soon as the app is open. */
export function lead(place: string): void {
  if (open) open(place);
  else pending = place;
}

/** Note a place that the router goes to by itself, if it is allowed to. */
export function note(place: string): void {
  if (!open) pending = place;
}

/** The app is open: follow what waits, and what comes. Returns what ends it. */
export function whenOpen(go: Go): () => void {
  open = go;
  if (pending) go(pending);
  pending = null;
  return () => {
    if (open === go) open = null;
  };
}

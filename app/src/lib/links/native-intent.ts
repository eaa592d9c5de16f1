import { note } from "./pending";
import { placeOf } from "./table";

/** What expo-router asks of each link that the system hands to the app. */
export function redirectSystemPath({ path }: { path: string; initial: boolean }): string {
  const place = placeOf(path);
  note(place);
  return place;
}

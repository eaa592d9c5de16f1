import { note } from "./pending";
import { placeOf } from "./table";

/** What expo-router asks of each link that the system hands to the app; null where the sign-in that waits takes it. */
export function redirectSystemPath({ path }: { path: string; initial: boolean }): string | null {
  if (/:\/{1,2}oauthredirect\b/.test(path)) return null;
  const place = placeOf(path);
  note(place);
  return place;
}

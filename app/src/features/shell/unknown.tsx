import { Redirect, usePathname, type Href } from "expo-router";
import { useSession } from "@/api/use-session";
import { placeOf } from "@/lib/links/table";
import { useMe } from "@/sync/me";

/** A path that no screen is at, for this person as they are now: the server's name for one, or nothing; then Today. */
export function Unknown() {
  const path = usePathname();
  const session = useSession();
  const asked = !!useMe()?.onboarding_completed;
  if (!session) return <Redirect href="/sign-in" />;
  if (!asked) return <Redirect href="/onboarding" />;
  const place = placeOf(path);
  return <Redirect href={(place === path ? "/" : place) as Href} />;
}

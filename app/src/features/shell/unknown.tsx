import { Redirect, usePathname, type Href } from "expo-router";
import { placeOf } from "@/lib/links/table";

/** A path that no screen is at: the server's name for one, or nothing; then Today. */
export function Unknown() {
  const path = usePathname();
  const place = placeOf(path);
  return <Redirect href={(place === path ? "/" : place) as Href} />;
}

import { placeOf } from "./table";

/** Return the place that a browser starts at, where it is not one that everybody starts at. */
export function startingPlace(): string | null {
  const { pathname, search } = globalThis.location;
  return /^\/(sign-in|onboarding|privacy)?$/.test(pathname) ? null : placeOf(`${pathname}${search}`);
}

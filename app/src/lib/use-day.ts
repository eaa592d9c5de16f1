import { useEffect, useState } from "react";
import { AppState } from "react-native";
import { dayOf, type Day } from "./day";

const EVERY_MS = 60_000;

/** Return the day that it is for the person, also after midnight and when the app comes back. */
export function useDay(timeZone?: string): Day {
  const [day, setDay] = useState(() => dayOf(new Date(), timeZone));
  useEffect(() => {
    const look = () => setDay(dayOf(new Date(), timeZone));
    look();
    const timer = setInterval(look, EVERY_MS);
    const active = AppState.addEventListener("change", look);
    return () => {
      clearInterval(timer);
      active.remove();
    };
  }, [timeZone]);
  return day;
}

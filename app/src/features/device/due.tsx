import { Redirect, useLocalSearchParams, type Href } from "expo-router";
import { placeOfReminder } from "@/lib/links/table";
import { useRecord } from "@/sync/provider";

/** Where a tap on a reminder lands: on to what it is about, as the device's copy of it says. */
export function DueScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const reminder = useRecord("reminder", id);
  if (reminder === undefined) return null;
  return <Redirect href={placeOfReminder(reminder) as Href} />;
}

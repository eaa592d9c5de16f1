import { Stack } from "expo-router";
import { useEffect } from "react";
import { useSession } from "@/api/use-session";
import { lead } from "@/lib/links/pending";
import { placeOf } from "@/lib/links/table";
import { onTapped } from "@/lib/notices";
import { useMe } from "@/sync/me";
import { Opening } from "./opening";

/** Which part of the app is open to whom: signing in, the first questions, or all of it. */
export function Root() {
  const session = useSession();
  const me = useMe();
  useEffect(() => onTapped((url) => lead(placeOf(url))), []);
  if (session && !me) return <Opening />;
  const asked = !!me?.onboarding_completed;
  return (
    <Stack screenOptions={{ headerShown: false }}>
      <Stack.Protected guard={!session}>
        <Stack.Screen name="sign-in" />
      </Stack.Protected>
      <Stack.Protected guard={!!session && !asked}>
        <Stack.Screen name="onboarding" />
      </Stack.Protected>
      <Stack.Protected guard={!!session && asked}>
        <Stack.Screen name="(app)" />
      </Stack.Protected>
    </Stack>
  );
}

import { Stack } from "expo-router";

/** All that is open to a person who has been asked the first questions: the tabs, and what is laid over them. A new file in `app/(app)` needs no line here. */
export const Inside = () => <Stack screenOptions={{ headerShown: false }} />;

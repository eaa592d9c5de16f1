import { Share } from "react-native";

/** Hand a text to another app; false where the person changed their mind. */
export async function shareText(text: string, title: string): Promise<"shared" | "copied" | null> {
  const { action } = await Share.share({ message: text, title });
  return action === Share.sharedAction ? "shared" : null;
}

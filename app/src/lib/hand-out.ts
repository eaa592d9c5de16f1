/** Give a text to another app: a phone's share sheet also copies. */

import { Share } from "react-native";

/** Whether it is copied at once. */
export const COPIES = false;

/** Tell whether it went out. */
export async function handOut(text: string): Promise<boolean> {
  return (await Share.share({ message: text })).action === Share.sharedAction;
}

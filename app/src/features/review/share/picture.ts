import * as Sharing from "expo-sharing";
import type { RefObject } from "react";
import type { View } from "react-native";
import { captureRef } from "react-native-view-shot";
import { HEIGHT, WIDTH } from "./poster";

/** Hand a drawn view to the phone's share sheet as a PNG. */
export async function sharePicture(view: RefObject<View | null>, _name: string, title: string): Promise<"shared" | "saved"> {
  const uri = await captureRef(view, { format: "png", quality: 1, width: WIDTH, height: HEIGHT, result: "tmpfile" });
  await Sharing.shareAsync(uri, { mimeType: "image/png", UTI: "public.png", dialogTitle: title });
  return "shared";
}

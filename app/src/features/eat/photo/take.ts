/** A picture of a meal, from the camera or the library. */

import * as ImagePicker from "expo-image-picker";
import { shrink } from "@/lib/pictures/shrink";
import type { PictureFile } from "@/lib/uploads";

/** The person has not allowed the camera. */
export class DeniedError extends Error {
  override name = "DeniedError";
}

/** Return it small and without EXIF; null where the person changed their mind. Rejects with DeniedError without permission. */
export async function takePicture(from: "camera" | "library"): Promise<PictureFile | null> {
  if (from === "camera" && !(await ImagePicker.requestCameraPermissionsAsync()).granted) throw new DeniedError();
  const options: ImagePicker.ImagePickerOptions = { mediaTypes: "images", quality: 1, exif: false };
  const picked = await (from === "camera" ? ImagePicker.launchCameraAsync(options) : ImagePicker.launchImageLibraryAsync(options));
  const asset = picked.canceled ? undefined : picked.assets[0];
  return asset ? shrink(asset.uri) : null;
}

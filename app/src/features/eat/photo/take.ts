/** A picture of a meal: from the camera or the library, made small enough to send. */

import { ImageManipulator, SaveFormat } from "expo-image-manipulator";
import * as ImagePicker from "expo-image-picker";

const [SIDE, QUALITY] = [1600, 0.8];

/** Return it as JPEG in base64; null where the person changed their mind. Rejects with DeniedError without permission. */
export async function takePicture(from: "camera" | "library"): Promise<string | null> {
  if (from === "camera" && !(await ImagePicker.requestCameraPermissionsAsync()).granted) throw new DeniedError();
  const options: ImagePicker.ImagePickerOptions = { mediaTypes: "images", quality: 1, exif: false };
  const picked = await (from === "camera" ? ImagePicker.launchCameraAsync(options) : ImagePicker.launchImageLibraryAsync(options));
  const asset = picked.canceled ? undefined : picked.assets[0];
  if (!asset) return null;
  const drawn = ImageManipulator.manipulate(asset.uri);
  if (Math.max(asset.width, asset.height) > SIDE) drawn.resize(asset.width >= asset.height ? { width: SIDE } : { height: SIDE });
  const made = await (await drawn.renderAsync()).saveAsync({ compress: QUALITY, format: SaveFormat.JPEG, base64: true });
  return made.base64?.replace(/^data:[^,]*,/, "") ?? null;
}

/** The person has not allowed the camera. */
export class DeniedError extends Error {
  override name = "DeniedError";
}

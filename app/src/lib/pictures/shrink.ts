/** Make a picture small enough to send, without where and when it was taken. */

import { File } from "expo-file-system";
import { ImageManipulator, SaveFormat } from "expo-image-manipulator";
import type { PictureFile } from "@/lib/uploads/types";
import { fitting, QUALITY } from "./size";

/** Write a picture anew, upright, as a JPEG of at most `MAX_SIDE` pixels: EXIF, GPS too, stays behind. */
export async function shrink(uri: string): Promise<PictureFile> {
  const whole = await ImageManipulator.manipulate(uri).renderAsync();
  const size = fitting(whole.width, whole.height);
  const drawn = size ? await ImageManipulator.manipulate(whole).resize(size).renderAsync() : whole;
  const saved = await drawn.saveAsync({ format: SaveFormat.JPEG, compress: QUALITY });
  return { uri: saved.uri, contentType: "image/jpeg", bytes: new File(saved.uri).size };
}

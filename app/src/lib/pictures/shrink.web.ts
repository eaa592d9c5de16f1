/** Make a picture small enough to send, without where and when it was taken. */

import type { PictureFile } from "@/lib/uploads/types";
import { fitting, QUALITY } from "./size";

const TYPE = "image/jpeg";

/** Draw a picture anew, upright, as a JPEG of at most `MAX_SIDE` pixels: EXIF, GPS too, stays behind. Rejects on what is no picture. */
export async function shrink(uri: string): Promise<PictureFile> {
  const image = new Image();
  image.src = uri;
  await image.decode();
  const { width, height } = fitting(image.naturalWidth, image.naturalHeight) ?? { width: image.naturalWidth, height: image.naturalHeight };
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE, QUALITY));
  if (!blob) throw new Error("This picture cannot be read.");
  return { uri: URL.createObjectURL(blob), blob, contentType: TYPE, bytes: blob.size };
}

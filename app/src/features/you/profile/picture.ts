/** A picture of oneself: chosen, cut to a square in the middle, and sent where the server says. */

import { ImageManipulator, SaveFormat } from "expo-image-manipulator";
import { launchImageLibraryAsync } from "expo-image-picker";
import { api, API_URL, ApiError, ok, type Schemas } from "@/api/client";

const [SIDE, QUALITY, TYPE] = [1024, 0.85, "image/jpeg"];
const ME = { params: { path: { user_id: "me" } } };

type Chosen = { uri: string; width: number; height: number };

/** Return the square in the middle of a picture, as it is cut. */
export function squareOf(width: number, height: number) {
  const side = Math.min(width, height);
  return { originX: Math.floor((width - side) / 2), originY: Math.floor((height - side) / 2), width: side, height: side };
}

/** Ask for a picture; null where the person changed their mind. */
export async function choosePicture(): Promise<Chosen | null> {
  const answer = await launchImageLibraryAsync({ mediaTypes: ["images"], quality: 1 });
  return answer.assets?.[0] ?? null;
}

export async function sendPicture({ uri, width, height }: Chosen): Promise<Schemas["Picture"]> {
  const square = squareOf(width, height);
  const cut = await ImageManipulator.manipulate(uri).crop(square).resize({ width: Math.min(SIDE, square.width) }).renderAsync();
  const { base64 } = await cut.saveAsync({ format: SaveFormat.JPEG, compress: QUALITY, base64: true });
  const bytes = Uint8Array.from(atob((base64 ?? "").replace(/^data:[^,]*,/, "")), (letter) => letter.charCodeAt(0));
  const { upload } = await ok(api.PUT("/api/users/{user_id}/avatar", { ...ME, body: { content_type: TYPE, bytes: bytes.length } }));
  const sent = await globalThis.fetch(upload.url.startsWith("/") ? API_URL + upload.url : upload.url, { method: upload.method, headers: upload.headers, body: bytes }).catch(() => null);
  if (!sent?.ok) throw new ApiError(sent?.status ?? 0, null);
  return ok(api.POST("/api/users/{user_id}/avatar/complete", ME));
}

export const removePicture = () => ok(api.DELETE("/api/users/{user_id}/avatar", ME));

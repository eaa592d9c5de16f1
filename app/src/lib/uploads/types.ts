/** Pictures on their way to the server, and what keeps and carries them. */

import type { Schemas } from "@/api/client";

export type About = Pick<Schemas["PhotoIn"], "pose" | "taken_at">;

/** A picture that was made ready by `shrink`: a file on a phone, a blob too in a browser. */
export type PictureFile = { uri: string; blob?: Blob; contentType: string; bytes: number };

export type Upload = {
  /** Its id on this device; `as` is the one of the photo on the server: the same, unless that was gone and it is sent again. */
  id: string;
  as: string;
  about: About;
  contentType: string;
  bytes: number;
  addedAt: number;
  /** `announced`: the server may know of it. `dropped`: the person does not want it any more, and the server may still have it. */
  state: "new" | "announced" | "dropped";
  /** Why the server will not take it; it waits for the person to decide. */
  problem?: { status: number; text: string };
};

export type Body = Blob | Uint8Array<ArrayBuffer>;

/** Where they wait: what `add` has resolved for is there after the device dies at any moment. */
export interface UploadDisk {
  load(): Promise<Upload[]>;
  add(upload: Upload, file: PictureFile): Promise<void>;
  update(upload: Upload): Promise<void>;
  /** The bytes; null where the device has lost them. */
  read(id: string): Promise<Body | null>;
  /** Something to show it by; null where the bytes are lost. Give it back by `letGo`. */
  uri(id: string): Promise<string | null>;
  remove(id: string): Promise<void>;
  erase(): Promise<void>;
}

/** `status` 0: no answer came. */
export type Answer = { status: number; body: unknown };
export type PutTo = { url: string; headers: Record<string, string> };

/** The routes of photos: the same announcement again signs anew, the same completion again gives what is there. */
export interface UploadServer {
  announce(upload: Upload): Promise<Answer>;
  put(to: PutTo, body: Body): Promise<Answer>;
  complete(upload: Upload): Promise<Answer>;
  remove(upload: Upload): Promise<Answer>;
}

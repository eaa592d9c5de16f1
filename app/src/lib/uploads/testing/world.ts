/** A disk and a server of pictures that do whatever disks, servers and networks do. */

import type { Answer, Body, PictureFile, PutTo, Upload, UploadDisk, UploadServer } from "../types";

/** The app's process ends here; what its disk has is all that is left. */
export class AppDiesError extends Error {}

export const FATES = ["arrives", "is lost", "its answer is lost", "app dies before", "app dies after", "server is down", "link is too old"] as const;
export type Fate = (typeof FATES)[number];

export const picture = (text: string): PictureFile => ({ uri: `file://${text}`, blob: new Blob([text]), contentType: "image/jpeg", bytes: text.length });

export class MemoryUploads implements UploadDisk {
  private readonly kept = new Map<string, { upload: Upload; text: string }>();
  /** The app dies at the write of this number: before it, or after it. */
  dies: { at: number; after: boolean } | null = null;
  writes = 0;

  get size(): number {
    return this.kept.size;
  }

  async load(): Promise<Upload[]> {
    return [...this.kept.values()].map(({ upload }) => structuredClone(upload));
  }
  add = (upload: Upload, file: PictureFile) => this.written(() => this.kept.set(upload.id, { upload: structuredClone(upload), text: file.uri.slice("file://".length) }));
  update = (upload: Upload) =>
    this.written(() => {
      const known = this.kept.get(upload.id);
      if (known) known.upload = structuredClone(upload);
    });
  remove = (id: string) => this.written(() => this.kept.delete(id));

  async read(id: string): Promise<Body | null> {
    const known = this.kept.get(id);
    return known ? new TextEncoder().encode(known.text) : null;
  }
  async uri(id: string): Promise<string | null> {
    return this.kept.has(id) ? `memory:${id}` : null;
  }
  async erase(): Promise<void> {
    this.kept.clear();
  }

  private async written(step: () => unknown): Promise<void> {
    const dies = this.dies?.at === this.writes++ ? this.dies : null;
    if (dies && !dies.after) throw new AppDiesError();
    step();
    if (dies) throw new AppDiesError();
  }
}

type Photo = { status: "pending" | "ready"; pose: string; bytes: number; uploaded?: string };

/** As src/fitzen/photos does it. */
export class ModelPhotos implements UploadServer {
  readonly photos = new Map<string, Photo>();
  readonly gone = new Set<string>();
  /** How often each became ready: more than once would be a second photo. */
  readonly made: string[] = [];
  readonly calls: string[] = [];
  fates: Fate[] = [];
  /** What it refuses from now on, and why. */
  refuses: Answer | null = null;

  announce = (upload: Upload) =>
    this.carried("announce", () => {
      if (this.refuses) return this.refuses;
      const { as, about, bytes } = upload;
      if (this.gone.has(as)) return { status: 410, body: { detail: "It was deleted." } };
      const known = this.photos.get(as);
      if (!known) this.photos.set(as, { status: "pending", pose: about.pose, bytes });
      return { status: known ? 200 : 201, body: { upload: known?.status === "ready" ? null : { url: as, headers: {} } } };
    });

  put = async ({ url }: PutTo, body: Body) => {
    const text = new TextDecoder().decode(body as Uint8Array<ArrayBuffer>);
    return this.carried("put", () => {
      const photo = this.photos.get(url);
      if (photo) photo.uploaded = text;
      return { status: 204, body: null };
    });
  };

  complete = ({ as }: Upload) =>
    this.carried("complete", () => {
      const photo = this.photos.get(as);
      if (!photo) return { status: 404, body: null };
      if (photo.status === "ready") return { status: 200, body: photo };
      if (photo.uploaded === undefined) return { status: 409, body: null };
      if (photo.uploaded.length !== photo.bytes) return { status: 422, body: { detail: "It is broken." } };
      photo.status = "ready";
      this.made.push(as);
      return { status: 200, body: photo };
    });

  remove = ({ as }: Upload) =>
    this.carried("remove", () => {
      if (this.photos.delete(as)) this.gone.add(as);
      return { status: 204, body: null };
    });

  ready(): string[] {
    return [...this.photos.values()].filter((each) => each.status === "ready").map((each) => each.uploaded ?? "").sort();
  }

  private async carried(name: string, step: () => Answer): Promise<Answer> {
    this.calls.push(name);
    const fate = this.fates.shift() ?? "arrives";
    if (fate === "app dies before") throw new AppDiesError();
    if (fate === "is lost") return { status: 0, body: null };
    if (fate === "server is down") return { status: 503, body: null };
    if (fate === "link is too old" && name === "put") return { status: 403, body: null };
    const answer = step();
    if (fate === "app dies after") throw new AppDiesError();
    return fate === "its answer is lost" ? { status: 0, body: null } : answer;
  }
}

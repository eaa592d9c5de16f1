/**
 * The queue of pictures of one account on one device: kept until the server has each, sent one by one.
 *
 * Exactly once: a picture goes by an id of the device's, every step of the way can be repeated, and it leaves the disk only after
 * the server has said that it has it. A device that dies in between begins that picture again, and the server knows it.
 */

import type { Answer, PictureFile, PutTo, Upload, UploadDisk, UploadServer, About } from "./types";

const REFUSED = [400, 409, 410, 413, 415, 422];
/** Nobody is there, or asks to come back later: the others need not be tried now. */
const AWAY = [0, 401, 429, 500, 502, 503, 504];

type Problem = { title?: string; detail?: string; errors?: { message: string }[] } | null;
type Outcome = "sent" | "refused" | "later" | "away";

export class Uploads {
  private all: Upload[] = [];
  private listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  private shown: readonly Upload[] = [];

  /** `onSent` is told of what the server has, before it leaves the device: what shows it then should be there. */
  private constructor(
    private readonly disk: UploadDisk,
    private readonly server: UploadServer,
    private readonly newId: () => string,
    private readonly onSent: (upload: Upload) => Promise<void>,
  ) {}

  static async open(disk: UploadDisk, server: UploadServer, newId: () => string, onSent: (upload: Upload) => Promise<void> = async () => undefined): Promise<Uploads> {
    const uploads = new Uploads(disk, server, newId, onSent);
    uploads.all = (await disk.load()).sort((a, b) => a.addedAt - b.addedAt);
    uploads.tell();
    return uploads;
  }

  /** What waits, oldest first; another array after each change. */
  get list(): readonly Upload[] {
    return this.shown;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Keep a picture until it is sent; once it resolves, nothing but the person or the server's answer takes it away. */
  async add(about: About, file: PictureFile): Promise<string> {
    const id = this.newId();
    const upload: Upload = { id, as: id, about, contentType: file.contentType, bytes: file.bytes, addedAt: Date.now(), state: "new" };
    await this.disk.add(upload, file);
    this.all.push(upload);
    this.tell();
    return id;
  }

  /** Take back what waits, also where the server may have it already. */
  async drop(id: string): Promise<void> {
    const upload = this.find(id);
    if (!upload) return;
    if (upload.state === "new") return this.forget(upload);
    await this.change(upload, { state: "dropped", problem: undefined });
  }

  /** Try once more what the server refused; what it calls gone goes as another photo. */
  async again(id: string): Promise<void> {
    const upload = this.find(id);
    if (!upload?.problem) return;
    const anew = upload.problem.status === 410 || upload.problem.status === 409 ? { as: this.newId(), state: "new" as const } : {};
    await this.change(upload, { problem: undefined, ...anew });
  }

  uri(id: string): Promise<string | null> {
    return this.disk.uri(id);
  }

  async erase(): Promise<void> {
    this.all = [];
    this.tell();
    await this.disk.erase();
  }

  /** Send what waits, as far as it goes; never two at once. Call it again later for the rest. */
  run(): Promise<void> {
    if (this.running) this.isAskedAgain = true;
    this.running ??= this.runAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Who asked while it ran may know that a network is back which it had not found. */
  private async runAll(): Promise<void> {
    do this.isAskedAgain = false;
    while ((await this.runOnce()) === "away" && this.isAskedAgain);
  }

  private async runOnce(): Promise<"through" | "away"> {
    const tried = new Set<string>();
    for (;;) {
      const next = this.all.find((each) => !each.problem && !tried.has(turnOf(each)));
      if (!next) return "through";
      tried.add(turnOf(next));
      if ((await this.one(next)) === "away") return "away";
    }
  }

  private async one(upload: Upload): Promise<Outcome> {
    if (upload.state === "dropped") return this.removed(upload);
    if (upload.state === "new") await this.change(upload, { state: "announced" });
    const announced = await this.server.announce(upload);
    if (announced.status !== 200 && announced.status !== 201) return this.failed(upload, announced);
    const to = (announced.body as { upload: PutTo | null }).upload;
    if (to && this.isWanted(upload)) {
      const body = await this.disk.read(upload.id);
      if (!body) return this.forget(upload).then(() => "refused");
      const put = await this.server.put(to, body);
      if (put.status < 200 || put.status > 299) return AWAY.includes(put.status) ? "away" : "later"; // a link that is too old is signed anew
      const completed = await this.server.complete(upload);
      if (completed.status === 409 || completed.status === 404) return "later"; // the bytes are not there: begin again
      if (completed.status !== 200) return this.failed(upload, completed);
    }
    if (!this.isWanted(upload)) return this.removed(upload);
    await this.onSent(upload).catch(() => undefined);
    if (!this.isWanted(upload)) return this.removed(upload);
    await this.forget(upload);
    return "sent";
  }

  private async removed(upload: Upload): Promise<Outcome> {
    const { status } = await this.server.remove(upload);
    if (status !== 204 && status !== 404) return AWAY.includes(status) ? "away" : "later";
    await this.forget(upload);
    return "sent";
  }

  private async failed(upload: Upload, answer: Answer): Promise<Outcome> {
    if (!REFUSED.includes(answer.status)) return AWAY.includes(answer.status) ? "away" : "later";
    if (!this.isWanted(upload)) return this.removed(upload);
    const problem = answer.body as Problem;
    await this.change(upload, { problem: { status: answer.status, text: problem?.errors?.[0]?.message ?? problem?.detail ?? problem?.title ?? "" } });
    return "refused";
  }

  /** Tell whether the person has not taken it back meanwhile. */
  private isWanted(upload: Upload): boolean {
    return upload.state !== "dropped";
  }

  private find(id: string): Upload | undefined {
    return this.all.find((each) => each.id === id);
  }

  private async change(upload: Upload, changes: Partial<Upload>): Promise<void> {
    Object.assign(upload, changes);
    this.tell();
    await this.disk.update({ ...upload });
  }

  private async forget(upload: Upload): Promise<void> {
    await this.disk.remove(upload.id);
    this.all = this.all.filter((each) => each !== upload);
    this.tell();
  }

  private tell(): void {
    this.shown = this.all.filter((each) => each.state !== "dropped").map((each) => ({ ...each }));
    for (const listener of this.listeners) listener();
  }
}

/** Each is tried once a run, and once more where it was taken back meanwhile. */
function turnOf(upload: Upload): string {
  return `${upload.id} ${upload.state === "dropped"}`;
}

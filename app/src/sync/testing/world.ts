/** Phones, a network that does everything a network does, and what people did with them. */

import { TakenError, type Disk, type Saved, type Step } from "../disk";
import { Phone, UnreachableError, type Answer, type Send } from "../phone";
import { keyOf, type Json, type ServerRecord, type Shown } from "../records";
import { ModelServer, WRITABLE } from "./model-server";

/** The phone's process ends here; what its disk has is all that is left. */
export class PhoneDiesError extends Error {}

export const FATES = ["arrives", "is lost", "its answer is lost", "comes later", "comes again later", "comes twice", "phone dies before", "phone dies after", "server is down"] as const;
export type Fate = (typeof FATES)[number];

/** What somebody did: `tag` is theirs alone (null: a deletion), `seen` the tag on their screen at that moment. */
export type Intent = { author: string; kind: string; id: string; tag: string | null; seen: string | null; /** The phone died just then: it may be lost. */ died?: boolean };

/** What a device keeps of an account, whichever window asks, and which window it belongs to: the last that opened it. */
type Store = { kept: Saved; owner: MemoryDisk | null };

/** A disk whose phone dies at a write, before it or after it; which is full for a while; which another window shares. */
export class MemoryDisk implements Disk {
  writes = 0;
  dies: { at: number; after: boolean } | null = null;
  isFull = false;
  /** Rejects once the phone has died; nothing that it began ends then. */
  died!: Promise<never>;
  private die!: (error: Error) => void;

  constructor(private readonly store: Store = { kept: { meta: null, records: [], again: [] }, owner: null }) {
    this.live();
  }

  /** Return the disk as another window has it. */
  beside(): MemoryDisk {
    return new MemoryDisk(this.store);
  }

  live(): void {
    this.died = new Promise((_, reject) => (this.die = reject));
    this.died.catch(() => undefined);
  }

  async load(): Promise<Saved> {
    this.store.owner = this;
    return structuredClone(this.store.kept);
  }

  async isOurs(): Promise<boolean> {
    return this.store.owner === this;
  }

  async write(step: Step): Promise<void> {
    if (this.store.owner && this.store.owner !== this) throw new TakenError();
    const dies = this.dies?.at === this.writes++ ? this.dies : null;
    if (dies && !dies.after) throw this.dead();
    if (this.isFull) throw new Error("The disk is full.");
    const { meta, records = [], again = [], turn } = structuredClone(step);
    const { kept } = this.store;
    const anew = laid(turn === "begin" ? [] : kept.again, again);
    this.store.kept = turn === "end" ? { meta, records: laid(anew, records), again: [] } : { meta, records: laid(kept.records, records), again: anew };
    if (dies) throw this.dead();
  }

  async erase(): Promise<void> {
    this.store.kept = { meta: null, records: [], again: [] };
  }

  private dead(): Error {
    const error = new PhoneDiesError();
    this.die(error);
    return error;
  }
}

function laid(old: ServerRecord[], over: ServerRecord[]): ServerRecord[] {
  return [...new Map([...old, ...over].map((record) => [keyOf(record), record])).values()];
}

export class World {
  readonly server: ModelServer;
  fates: { GET: Fate[]; POST: Fate[] } = { GET: [], POST: [] };
  /** Requests that are under way all the time; nobody waits for their answers. */
  late: { method: "GET" | "POST"; query: Record<string, string>; body: unknown }[] = [];
  intents: Intent[] = [];
  /** What a person does while a request is under way. */
  meanwhile: (() => Promise<void>) | null = null;
  hopeless = new Set<string>();
  handsets: Handset[] = [];
  private tags = 0;
  private ids = 0;

  constructor(page?: number) {
    this.server = new ModelServer(page);
  }

  static async of(names: string[], page?: number): Promise<World> {
    const world = new World(page);
    for (const name of names) world.handsets.push(await Handset.of(world, name));
    return world;
  }

  readonly newId = (): string => `id-${++this.ids}`;
  readonly tag = (): string => `tag-${++this.tags}`;

  readonly carry: Send = async (method, _path, query, body): Promise<Answer> => {
    const request = structuredClone({ method, query, body });
    const acting = this.meanwhile;
    this.meanwhile = null;
    await acting?.();
    const fate = this.fates[method].shift() ?? "arrives";
    if (fate === "phone dies before") throw new PhoneDiesError();
    if (fate === "server is down") return { status: 503, body: null };
    if (fate === "comes later" || fate === "comes again later") this.late.push(request);
    if (fate === "is lost" || fate === "comes later") throw new UnreachableError(fate);
    let answer = this.server.answer(method, request.query, request.body);
    if (fate === "comes twice") answer = this.server.answer(method, request.query, request.body);
    if (fate === "phone dies after") throw new PhoneDiesError();
    if (fate === "its answer is lost") throw new UnreachableError(fate);
    return answer;
  };

  deliver(place: number): void {
    const [request] = this.late.splice(place % (this.late.length || 1), 1);
    if (request) this.server.answer(request.method, request.query, request.body);
  }

  /** Let everything arrive, and everybody sync. */
  async settle(): Promise<void> {
    this.fates = { GET: [], POST: [] };
    while (this.late.length) this.deliver(0);
    for (const handset of [...this.handsets, ...this.handsets]) await handset.sync();
  }

  /** Change or delete what is there, as another app would that asks the server each time. */
  web(kind: string, id: string, remove: boolean): void {
    const now = this.server.get(kind, id);
    if (!now || now.deleted) return;
    const tag = remove ? null : this.tag();
    const { derived: _, id: __, ...body } = now.body ?? {};
    this.server.apply({ op_id: this.newId(), kind, id, base_version: now.version, ...(remove ? { action: "delete" as const } : { action: "update" as const, body: { ...body, tag } }) });
    this.intents.push({ author: "web", kind, id, tag, seen: (now.body?.tag as string | undefined) ?? null });
  }
}

/** A phone and the person who holds it. */
export class Handset {
  readonly disk = new MemoryDisk();
  phone!: Phone;
  /** All that was ever shown as refused. */
  readonly refused = new Map<string, Shown>();

  private constructor(
    private readonly world: World,
    readonly name: string,
  ) {}

  static async of(world: World, name: string): Promise<Handset> {
    const handset = new Handset(world, name);
    await handset.start();
    return handset;
  }

  /** Start the app, from what the disk has. */
  async start(): Promise<void> {
    this.disk.dies = null;
    this.disk.live();
    this.phone = await Phone.open(this.world.carry, this.disk, this.world.newId, WRITABLE);
  }

  ids(kind: string): string[] {
    return this.phone.all(kind).map((body) => String(body.id)).sort();
  }

  async create(kind: string, body: Json = {}, id: string = this.world.newId()): Promise<string> {
    const tag = this.world.tag();
    this.did(kind, id, tag, null);
    await this.doing(this.phone.create(kind, { ...body, tag }, id));
    return id;
  }

  async edit(kind: string, id: string): Promise<void> {
    const tag = this.world.tag();
    this.did(kind, id, tag, this.seen(kind, id));
    await this.doing(this.phone.edit(kind, id, { tag }));
  }

  async delete(kind: string, id: string): Promise<void> {
    this.did(kind, id, null, this.seen(kind, id));
    await this.doing(this.phone.delete(kind, id));
  }

  /** Deal with the first of what is shown: let the server's be, or do it again on top. */
  async decide(insist: boolean): Promise<void> {
    const shown = this.phone.shown[0];
    if (!shown) return;
    const { kind, id } = shown.op;
    await this.phone.discard(shown);
    if (insist && this.phone.view(kind, id)) await this.edit(kind, id);
  }

  /** Try to sync; where the phone dies, start it again. */
  async sync(): Promise<void> {
    try {
      await this.phone.sync();
    } catch (error) {
      if (error instanceof PhoneDiesError) await this.start();
      else if (!(error instanceof UnreachableError)) throw error;
    }
    for (const shown of this.phone.shown) this.refused.set(shown.op.op_id, shown);
  }

  private seen(kind: string, id: string): string | null {
    return (this.phone.view(kind, id)?.tag as string | undefined) ?? null;
  }

  private async doing(done: Promise<unknown>): Promise<void> {
    const intent = this.world.intents.at(-1);
    try {
      await Promise.race([done, this.disk.died]);
    } catch (error) {
      if (intent && error instanceof PhoneDiesError) intent.died = true;
      throw error;
    }
  }

  private did(kind: string, id: string, tag: string | null, seen: string | null): void {
    this.world.intents.push({ author: this.name, kind, id, tag, seen });
  }
}

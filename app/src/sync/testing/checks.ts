/** Whether what phones and a server did to each other was right: what must hold once everything has settled. */

import type { Shown } from "../records";
import type { Write } from "./model-server";
import type { Intent, World } from "./world";

type Known = { byTag: Map<string, Intent>; applied: Set<string> };

export function check(world: World): void {
  const tags = world.server.writes.flatMap((write) => write.tag ?? []);
  const known: Known = { byTag: new Map(world.intents.flatMap((intent) => (intent.tag ? [[intent.tag, intent]] : []))), applied: new Set(tags) };
  if (known.applied.size < tags.length) throw new Error("something was applied twice");
  checkPhones(world);
  for (const write of world.server.writes) checkWrite(world, write, known);
  world.intents.forEach((intent, place) => checkIntent(world, place, intent, known));
  for (const handset of world.handsets) for (const shown of handset.refused.values()) checkShown(world, handset.name, shown, known);
}

function checkPhones(world: World): void {
  const expected = world.server.all().sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
  for (const { phone } of world.handsets) {
    expect(phone.queue).toEqual([]);
    for (const record of expected) expect(phone.view(record.kind, record.id)).toEqual(record.deleted ? null : record.body);
    for (const kind of new Set(expected.map((record) => record.kind))) {
      const live = expected.filter((record) => record.kind === kind && !record.deleted);
      expect(phone.all(kind)).toHaveLength(live.length);
    }
  }
}

/** Whatever was written, somebody did, on top of exactly what they saw. */
function checkWrite(world: World, write: Write, known: Known): void {
  if (write.deleted) {
    const those = world.intents.filter((intent) => intent.tag === null && `${intent.kind}/${intent.id}` === write.key);
    if (!those.some((intent) => baseOf(intent, known) === write.before)) throw new Error(`nobody who saw it deleted ${JSON.stringify(write)}`);
    return;
  }
  const intent = known.byTag.get(write.tag ?? "");
  if (!intent) throw new Error(`nobody did ${JSON.stringify(write)}`);
  const base = baseOf(intent, known);
  if (base !== write.before) throw new Error(`${JSON.stringify(write)} was made on top of ${base}`);
}

/** Return what an author saw, through those of their own edits that were never sent for themselves. */
function baseOf(intent: Intent, { byTag, applied }: Known): string | null {
  let seen = intent.seen;
  for (let own = byTag.get(seen ?? ""); own && own.author === intent.author && !applied.has(own.tag ?? ""); own = byTag.get(seen ?? "")) seen = own.seen;
  return seen;
}

/** Whatever somebody did was written, or shown to them as not written, or they did something else instead. */
function checkIntent(world: World, place: number, intent: Intent, { applied }: Known): void {
  if (intent.died) return;
  const handset = world.handsets.find((each) => each.name === intent.author);
  const shown = [...(handset?.refused.values() ?? [])].map((each) => each.op).filter((op) => op.id === intent.id && op.kind === intent.kind);
  if (intent.tag === null) {
    const record = world.server.get(intent.kind, intent.id);
    if (record && !record.deleted && !shown.some((op) => op.action === "delete")) throw new Error(`${JSON.stringify(intent)} was lost`);
    return;
  }
  const instead = world.intents.slice(place + 1).some((later) => later.author === intent.author && later.kind === intent.kind && later.id === intent.id);
  const told = shown.some((op) => op.body?.tag === intent.tag);
  if (!applied.has(intent.tag) && !told && !instead) throw new Error(`${JSON.stringify(intent)} was lost`);
}

/** What is shown as refused was refused because of somebody else, or cannot be taken at all. */
function checkShown(world: World, author: string, { op, result }: Shown, { byTag, applied }: Known): void {
  if (world.hopeless.has(op.id)) return expect(result.status).toBe("rejected");
  expect(result.status).toBe("conflict");
  const tag = op.body?.tag as string | undefined;
  if (tag && applied.has(tag)) throw new Error(`${JSON.stringify(op)} was applied`);
  const others = result.deleted
    ? world.intents.some((intent) => intent.tag === null && intent.id === op.id && intent.author !== author)
    : byTag.get(String(result.body?.tag))?.author !== author;
  if (!others) throw new Error(`${JSON.stringify(op)} is a conflict of ${author} alone`);
}

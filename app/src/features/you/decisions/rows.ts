/** What differs between two copies of a record, field by field, as a person reads it. */

/** A part of a list; two with the same key are the same. `of` is what it belongs to, told once over those that do. */
export type Line = { key: string; text: string; of?: string };
/** What a field says: in a few words, and of a list its parts. `key` tells apart what reads alike. */
export type Cell = { text: string; key?: string; lines?: Line[] };
export type Field = { name: string; label: string; cell: Cell };
export type Row = { name: string; label: string; mine: Cell | null; theirs: Cell | null };

/** "3 × 8 reps · 60 kg", for neighbours that are alike. */
export function runsOf(texts: readonly string[]): string[] {
  const runs: { text: string; count: number }[] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last?.text === text) last.count += 1;
    else runs.push({ text, count: 1 });
  }
  return runs.map(({ text, count }) => (count > 1 ? `${count} × ${text}` : text));
}

const told = ({ text, key, lines }: Cell): string => JSON.stringify(lines ? lines.map((line) => line.key) : (key ?? text));

/** Take away what both lists have; where they have the same in another order, all of it stays. */
function parted(one: Cell, other: Cell): Cell {
  if (!one.lines || !other.lines) return one;
  const there = other.lines.map(({ key }) => key);
  const left = one.lines.filter(({ key }) => {
    const at = there.indexOf(key);
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  });
  return { ...one, lines: left.length || there.length ? left : one.lines };
}

/**
 * Return the fields in which two copies differ; all that one says where there is no other.
 *
 * `partial`: mine was written anew, and leaves to the server what it does not name. `another` says of a value that it is not the same.
 */
export function rowsOf(mine: Field[] | null, theirs: Field[] | null, { partial, empty, another }: { partial: boolean; empty: Cell; another: (text: string) => string }): Row[] {
  if (!mine || !theirs) return (mine ?? theirs ?? []).filter(({ cell }) => told(cell) !== told(empty)).map(({ name, label, cell }) => ({ name, label, mine: mine && cell, theirs: theirs && cell }));
  const others = new Map(theirs.map((field) => [field.name, field]));
  const own = new Set(mine.map(({ name }) => name));
  const all = partial ? mine : [...mine, ...theirs.filter(({ name }) => !own.has(name)).map(({ name, label }) => ({ name, label, cell: empty }))];
  return all.flatMap(({ name, label, cell }) => {
    const other = others.get(name)?.cell ?? empty;
    if (told(cell) === told(other)) return [];
    const alike = cell.text === other.text && !cell.lines && !other.lines;
    return [{ name, label, mine: parted(cell, other), theirs: alike ? { text: another(other.text) } : parted(other, cell) }];
  });
}

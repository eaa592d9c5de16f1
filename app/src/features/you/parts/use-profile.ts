import type { Schemas } from "@/api/client";
import { useSpoken } from "@/lib/spoken";
import { useMe } from "@/sync/me";
import { useRecords, useSync } from "@/sync/provider";
import type { Shown } from "@/sync/records";

export type User = Schemas["User"];

/** Return one's profile, how to change some fields of it, and what the server did not take, by field. */
export function useProfile() {
  const me = useMe();
  const { phone } = useSync();
  const spoken = useSpoken();
  const refused = useRefused("user", me?.id ?? "");
  const change = async (changes: Partial<User>): Promise<void> => {
    if (!phone || !me) return;
    for (const each of refused) await phone.discard(each); // it is said anew
    await phone.edit("user", me.id, changes);
  };
  return { me, change, refusal: (field: string) => spoken(refusalOf(refused, field) ?? "") || undefined };
}

/** Return what the server rejected of a record, until the person has decided. */
export function useRefused(kind: string, id: string): Shown[] {
  return useRecords([kind], (phone) => phone.shown.filter((each) => each.op.kind === kind && each.op.id === id && each.result.status === "rejected")) ?? [];
}

/** Return what the server says of a field, or of what is within it. */
export function refusalOf(refused: Shown[], field: string): string | undefined {
  return refused.flatMap((each) => each.result.problem?.errors ?? []).find((error) => error.field === field || error.field.startsWith(`${field}.`))?.message;
}

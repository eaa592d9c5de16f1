import { entryOf, entryOfSet } from "./draft";
import { ExerciseSheet } from "./exercise-sheet";
import { PickSheet } from "./pick-sheet";
import { PlatesSheet } from "./plates-sheet";
import { SetSheet } from "./set-sheet";
import { DiscardSheet, FinishSheet, NoteSheet, SessionSheet } from "./small-sheets";
import { usePlayer } from "./use-player";

type Props = { busy: boolean; onFinish: () => void; onAskToFinish: () => void; onDiscard: () => void };

/** What is laid over the player, if anything. */
export function OpenSheet({ busy, onFinish, onAskToFinish, onDiscard }: Props) {
  const { draft, open } = usePlayer();
  const entry = entryOf(draft, open?.id ?? null);
  switch (open?.sheet) {
    case "exercise":
      return entry ? <ExerciseSheet entry={entry} /> : null;
    case "swap":
      return entry ? <PickSheet instead={entry} /> : null;
    case "pick":
      return <PickSheet />;
    case "plates":
      return entry ? <PlatesSheet entry={entry} /> : null;
    case "note":
      return <NoteSheet {...(entry ? { entry } : {})} />;
    case "set": {
      const of = entryOfSet(draft, open.id ?? "");
      const set = of?.sets.find((each) => each.id === open.id);
      return of && set ? <SetSheet entry={of} set={set} /> : null;
    }
    case "session":
      return <SessionSheet onFinish={onAskToFinish} />;
    case "finish":
      return <FinishSheet onFinish={onFinish} busy={busy} />;
    case "discard":
      return <DiscardSheet onDiscard={onDiscard} />;
    default:
      return null;
  }
}

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { keys } from "@/api/keys";
import { streamCoach } from "@/api/stream";
import { keep, readKept } from "@/lib/kept";
import { coachName } from "@/lib/typed";
import { addTurn } from "./requests";
import { Talk, type Asked, type Turn } from "./talk";

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("stopped"));
    });
  });

/** Return the conversation of this person on this device, which goes on while they look elsewhere. */
export function useTalk(userId: string): [talk: Talk, turns: readonly Turn[]] {
  const client = useQueryClient();
  const [talk] = useState(
    () =>
      new Talk({
        stream: streamCoach,
        wait,
        save: (asked) => void keep(coachName(userId, "turns"), asked.length ? asked : null),
        answered: (asked, answer) => {
          addTurn(client, asked, answer);
          void client.invalidateQueries({ queryKey: keys.chats() });
        },
      }),
  );
  useEffect(() => {
    void readKept<Asked[]>(coachName(userId, "turns")).then((asked) => asked && talk.restore(asked));
    return () => talk.stopAll();
  }, [talk, userId]);
  return [talk, useSyncExternalStore(talk.subscribe, talk.snapshot, talk.snapshot)];
}

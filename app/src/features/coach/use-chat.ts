import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { queryClient } from "@/api/query";
import { streamCoach } from "@/api/stream";
import { newId } from "@/lib/id";

export type Message = Schemas["Message"];
type History = Schemas["MessageList"];

const LATEST = 50;

/** What was said, oldest first, and how to say something. What was typed is given back where it could not be sent. */
export function useChat() {
  const textOf = useProblemText();
  const [asking, setAsking] = useState<string | null>(null);
  const [answer, setAnswer] = useState("");
  const [error, setError] = useState<string | null>(null);
  const history = useQuery({ queryKey: keys.chat(), queryFn: () => ok(api.GET("/api/chat/history/{user_id}", { params: { path: { user_id: "me" }, query: { limit: LATEST } } })) });
  const messages = [...(history.data?.items ?? [])].reverse();

  /** Return whether it arrived. */
  const say = async (message: string): Promise<boolean> => {
    setAsking(message);
    setAnswer("");
    setError(null);
    try {
      for await (const event of streamCoach({ message, id: newId(), chat_id: messages.at(-1)?.chat_id })) {
        if (event.event === "delta") setAnswer((text) => text + event.data.text);
        if (event.event === "error") setError(event.data.detail);
      }
      queryClient.setQueryData<History>(keys.chat(), await ok(api.GET("/api/chat/history/{user_id}", { params: { path: { user_id: "me" }, query: { limit: LATEST } } })));
      return true;
    } catch (failure) {
      setError(textOf(failure));
      return false;
    } finally {
      setAsking(null);
      setAnswer("");
    }
  };
  return { messages, asking, answer, error, say, opening: history.isPending };
}

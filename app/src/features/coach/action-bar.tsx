import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, ApiError, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useLanguage } from "@/i18n";
import { useSpoken } from "@/lib/spoken";
import { useSync } from "@/sync/provider";
import { Button, Icon, Txt, useToast } from "@/ui";
import { Check, RotateCcw } from "@/ui/icons";
import { markAction } from "./requests";

type Action = Schemas["Action"];

/** Do what the coach proposes, or take it back. It shows at once; the server has the last word. */
function useAct(action: Action, chatId: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tell = useToast();
  const words = useProblemText();
  const { syncNow } = useSync();
  const [busy, setBusy] = useState(false);
  const act = async (what: "confirm" | "undo") => {
    setBusy(true);
    await client.cancelQueries({ queryKey: keys.chat(chatId) });
    markAction(client, chatId, { ...action, status: what === "confirm" ? "done" : "undone" });
    try {
      const params = { path: { action_id: action.id } };
      markAction(client, chatId, await ok(what === "confirm" ? api.POST("/api/chat/actions/{action_id}/confirm", { params }) : api.POST("/api/chat/actions/{action_id}/undo", { params })));
      syncNow();
    } catch (error) {
      markAction(client, chatId, action);
      const unsure = error instanceof ApiError && error.unreachable; // it may have been done: sync and the server's state tell
      tell({ text: unsure ? words(error) : `${t("coach.notDone")} ${words(error)}` });
      if (unsure) syncNow();
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}

/** `title` is that of the card which shows what would be done: its parts in one line are made for English. */
export function ActionBar({ action, title, chatId }: { action: Action; title?: string; chatId: string }) {
  const { t } = useTranslation();
  const { busy, act } = useAct(action, chatId);
  const summary = useSpoken({ exercises: true })(action.summary);
  const what = useLanguage() === "en" ? summary : title || summary;
  if (action.status === "proposed") return <Button label={t("coach.confirm")} aria-label={t("coach.confirmThis", { what })} icon={Check} busy={busy} onPress={() => void act("confirm")} />;
  const done = action.status === "done";
  return (
    <View role="status" className="min-h-12 flex-row items-center gap-2 rounded-full bg-raised ps-4 pe-1">
      <Icon of={done ? Check : RotateCcw} tone={done ? "brand" : "muted"} size={20} />
      <Txt className="flex-1 font-semibold">{t(done ? "coach.done" : "coach.undone")}</Txt>
      {done ? <Button variant="quiet" className="min-h-11 px-4" label={t("common.undo")} aria-label={t("coach.undoThis", { what })} disabled={busy} onPress={() => void act("undo")} /> : null}
    </View>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, ok } from "@/api/client";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useOnline } from "@/lib/use-online";
import { useRecords, useSync } from "@/sync/provider";
import { Button, useToast } from "@/ui";

/** Be reminded again in some minutes: the server sends it, so it must know of it. */
export function SnoozeButton({ id, minutes, onDone }: { id: string; minutes: number; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const online = useOnline();
  const tell = useToast();
  const words = useProblemText();
  const { syncNow } = useSync();
  const waiting = useRecords(["reminder"], (phone) => phone.isWaiting("reminder", id));
  const snooze = useMutation({
    mutationFn: () => ok(api.POST("/api/reminders/{user_id}/{reminder_id}/snooze", { params: { path: { user_id: "me", reminder_id: id } }, body: { minutes } })),
    onSuccess: () => {
      syncNow();
      void client.invalidateQueries({ queryKey: keys.upcoming() });
      tell({ text: t("reminders.snoozedFor", { count: minutes }) });
      onDone();
    },
    onError: (error) => tell({ text: words(error) }),
  });
  return <Button variant="plain" label={t("reminders.again", { count: minutes })} disabled={!online || waiting} busy={snooze.isPending} onPress={() => snooze.mutate()} />;
}

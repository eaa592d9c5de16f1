import { router, useLocalSearchParams } from "expo-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRunning, type Draft } from "@/lib/running";
import { useGivenName } from "@/lib/spoken";
import { useSync } from "@/sync/provider";
import { Screen, Skeleton } from "@/ui";
import { finish } from "./finish";
import { Player } from "./player";
import { Start } from "./start";

type Params = { planned?: string; repeat?: string; free?: string };

/** The session that runs; where none does, how one begins. The address is followed once: what has ended does not begin again. */
export function SessionScreen() {
  const { t } = useTranslation();
  const draft = useRunning();
  const params = useLocalSearchParams<Params>();
  const [ran, setRan] = useState(false);
  if (draft && !ran) setRan(true);
  if (draft === undefined)
    return (
      <Screen title={t("session.title")}>
        <Skeleton label={t("common.loading")} heights={[320, 160]} />
      </Screen>
    );
  if (draft?.ended_at) return <Ending draft={draft} />;
  return draft ? <Player draft={draft} /> : <Start {...(ran ? {} : { planned: params.planned === "1", repeat: params.repeat, free: params.free === "1" })} />;
}

/** The app went away while a session was being finished: that goes on. */
function Ending({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const given = useGivenName();
  const { phone } = useSync();
  useEffect(() => {
    if (phone) void finish(phone).then((id) => router.replace(`/session/${id ?? draft.id}`));
  }, [phone, draft.id]);
  return (
    <Screen title={given(draft.name)}>
      <Skeleton label={t("common.loading")} heights={[320]} />
    </Screen>
  );
}

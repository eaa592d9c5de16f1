import { useQuery } from "@tanstack/react-query";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { doneOf, setsOf, useRunning } from "@/lib/running";
import { nextSessionQuery } from "@/lib/running/next";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { Button, Card, Txt } from "@/ui";
import { Dumbbell, Play } from "@/ui/icons";

/** Whose turn it is, and the biggest button of the screen; a session that runs goes on. */
export function SessionCard({ session }: { session: Schemas["TurnOf"] | null }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const given = useGivenName();
  const running = useRunning();
  useQuery(nextSessionQuery); // asked for here, so that it is on the device where there is no network
  if (running)
    return (
      <Card title={given(running.name)}>
        <Txt className="text-muted">{t("session.progress", { done: doneOf(running), count: setsOf(running) })}</Txt>
        <Button label={t("today.resume")} icon={Play} onPress={() => router.navigate("/session")} className="min-h-14" />
      </Card>
    );
  if (!session) return null;
  const minutes = session.minutes ? t("today.minutes", { count: session.minutes }) : null;
  return (
    <Card title={given(session.name)} aside={minutes ? <Txt kind="small">{minutes}</Txt> : undefined}>
      <Txt className="text-muted">{spoken(session.why)}</Txt>
      <Button label={t("today.start")} icon={Dumbbell} onPress={() => router.navigate("/session?planned=1")} className="min-h-14" />
    </Card>
  );
}

import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { doneOf, setsOf, useRunning } from "@/lib/running";
import { useGivenName, useSpoken } from "@/lib/spoken";
import { Button, Card, Txt } from "@/ui";
import { Dumbbell, Play } from "@/ui/icons";
import type { Next } from "./view";

/** Whose turn it is, and the biggest button of the screen; a session that runs goes on. */
export function SessionCard({ session }: { session: Next | null }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const given = useGivenName();
  const running = useRunning();
  if (running)
    return (
      <Card title={given(running.name)}>
        <Txt className="text-muted">{t("session.progress", { done: doneOf(running), count: setsOf(running) })}</Txt>
        <Button label={t("today.resume")} icon={Play} onPress={() => router.navigate("/session")} className="min-h-14" />
      </Card>
    );
  if (!session) return null;
  const place = session.week ? [t("train.weekOf", { week: session.week, of: session.of }), ...(session.deload ? [t("train.lighter")] : [])].join(" · ") : null;
  const text = session.why ? spoken(session.why) : place;
  const minutes = session.minutes ? t("today.minutes", { count: session.minutes }) : null;
  return (
    <Card title={given(session.name)} aside={minutes ? <Txt kind="small">{minutes}</Txt> : undefined}>
      {text ? <Txt className="text-muted">{text}</Txt> : null}
      <Button label={t("today.start")} icon={Dumbbell} onPress={() => router.navigate("/session?planned=1")} className="min-h-14" />
    </Card>
  );
}

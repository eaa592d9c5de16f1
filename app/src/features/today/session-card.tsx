import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { Button, Card, Txt } from "@/ui";
import { Dumbbell } from "@/ui/icons";

/** Whose turn it is, and the biggest button of the screen. */
export function SessionCard({ session }: { session: Schemas["TurnOf"] }) {
  const { t } = useTranslation();
  const minutes = session.minutes ? t("today.minutes", { count: session.minutes }) : null;
  return (
    <Card title={session.name} aside={minutes ? <Txt kind="small">{minutes}</Txt> : undefined}>
      <Txt className="text-muted">{session.why}</Txt>
      <Button label={t("today.start")} icon={Dumbbell} onPress={() => router.navigate("/train")} />
    </Card>
  );
}

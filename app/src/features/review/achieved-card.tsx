import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useCalendarWords } from "@/i18n/calendar";
import type { Phone } from "@/sync/phone";
import { useRecords } from "@/sync/provider";
import { Card, Icon, Txt } from "@/ui";
import { Award } from "@/ui/icons";
import { useAchieved } from "./achieved";

type Achievement = Schemas["Achievement"];

const PAGE = 100;
const readEarned = (phone: Phone) => phone.all("achievement") as Achievement[];

/** The milestones, newest first. Asking the server is what awards those that were earned meanwhile; offline the device has them. */
export function AchievedCard() {
  const { t } = useTranslation();
  const { date } = useCalendarWords();
  const titleOf = useAchieved();
  const { data } = useQuery({ queryKey: keys.achievements(), queryFn: () => ok(api.GET("/api/achievements/{user_id}", { params: { path: { user_id: "me" }, query: { limit: PAGE } } })) });
  const own = useRecords(["achievement"], readEarned) ?? [];
  const items = [...(data && data.items.length >= own.length ? data.items : own)].sort((a, b) => b.earned_on.localeCompare(a.earned_on) || a.id.localeCompare(b.id, undefined, { numeric: true }));
  return (
    <Card title={t("review.best.earned")} aside={data ? <Txt kind="small">{t("review.best.earnedOf", { count: items.length, of: data.of })}</Txt> : undefined} className="gap-0">
      {items.length ? (
        <View role="list" className="flex-row flex-wrap">
          {items.map(({ id, title, earned_on }) => (
            <View role="listitem" key={id} className="w-1/2 lg:w-1/3 items-center gap-1 px-2 py-3">
              <View className="size-14 rounded-full bg-accent-soft items-center justify-center">
                <Icon of={Award} tone="accent" size={28} />
              </View>
              <Txt kind="strong" className="text-center">
                {titleOf(id, title)}
              </Txt>
              <Txt kind="small">{date(earned_on)}</Txt>
            </View>
          ))}
        </View>
      ) : (
        <Txt kind="small">{t("review.best.noneEarned")}</Txt>
      )}
    </Card>
  );
}

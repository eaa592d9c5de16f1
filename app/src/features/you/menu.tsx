import { router, usePathname, type Href } from "expo-router";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { DecisionsLine } from "@/sync/decisions";
import { Face } from "@/sync/face";
import { useMe } from "@/sync/me";
import { Card, cn, Icon, IconButton, Txt } from "@/ui";
import { ChevronEnd, ChevronStart } from "@/ui/icons";
import { DeviceCard } from "./device-card";
import { GROUPS, type Row } from "./menu-list";
import { useSummaries } from "./use-summaries";

/** All there is to set, each with what it is set to. `beside`: what is chosen stands beside it. */
export function Menu({ beside = false }: { beside?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const path = usePathname();
  const said = useSummaries();
  const current = path === "/you" ? "/you/profile" : path;
  const go = (to: Href) => (beside ? router.replace(to) : router.push(to));
  const leave = () => (router.canGoBack() && !beside ? router.back() : router.replace("/"));
  return (
    <>
      <View className="flex-row items-center gap-3">
        <IconButton icon={ChevronStart} label={t(beside ? "you.leave" : "common.back")} onPress={leave} />
        <Txt kind="title" level={beside ? 2 : 1} className="flex-1">
          {t("you.title")}
        </Txt>
      </View>
      <DecisionsLine />
      <Pressable role="link" onPress={() => go("/you/profile")} className="flex-row items-center gap-4 py-2 active:opacity-70">
        <Face name={me?.name} />
        <View className="flex-1">
          <Txt kind="heading" numberOfLines={1}>
            {me?.name ?? t("you.noName")}
          </Txt>
          <Txt kind="small" numberOfLines={1}>
            {me?.email ?? me?.phone}
          </Txt>
        </View>
      </Pressable>
      {GROUPS.map(({ name, rows }) => (
        <View key={name} className="gap-1.5">
          <Txt kind="label" level={beside ? 3 : 2} className="px-1">
            {t(`you.groups.${name}`)}
          </Txt>
          <Card className="px-2 py-1.5 gap-0">
            {rows.map((row) => (
              <MenuRow key={row.name} row={row} value={said[row.name]} on={beside && (current === row.to || current.startsWith(`${row.to}/`))} onPress={() => go(row.to as Href)} />
            ))}
          </Card>
        </View>
      ))}
      <DeviceCard />
    </>
  );
}

function MenuRow({ row, value, on, onPress }: { row: Row; value?: string; on: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const title = t(`you.${row.name}.row`);
  return (
    <Pressable role="link" aria-current={on ? "page" : undefined} onPress={onPress} className={cn("min-h-13 px-3 py-2 rounded-2xl flex-row items-center gap-3 active:opacity-70", on && "bg-brand-soft")}>
      <Icon of={row.icon} tone={on ? "brand" : "muted"} size={20} />
      <View className="flex-1">
        <Txt className={on ? "font-semibold text-brand" : ""}>{title}</Txt>
        {value ? (
          <Txt kind="small" numberOfLines={1}>
            {value}
          </Txt>
        ) : null}
      </View>
      {on ? null : <Icon of={ChevronEnd} tone="muted" size={18} />}
    </Pressable>
  );
}

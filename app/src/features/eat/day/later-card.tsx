import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Format } from "@/i18n/format";
import { useOnline } from "@/lib/use-online";
import { Button, Card, IconButton, Txt } from "@/ui";
import { Trash } from "@/ui/icons";
import type { BasketStore, Later } from "../basket";

/** Words that were written without a network: to be read now that there is one. */
export function LaterCard({ later, store, format }: { later: Later[]; store: BasketStore; format: Format }) {
  const { t } = useTranslation();
  const online = useOnline();
  if (!later.length) return null;
  return (
    <Card title={t("eat.later")}>
      <Txt kind="small">{online ? t("eat.laterText") : t("eat.laterOffline")}</Txt>
      {later.map((each) => (
        <View key={each.id} className="flex-row items-center gap-2">
          <View className="flex-1">
            <Txt>{`“${each.text}”`}</Txt>
            <Txt kind="small">{`${t(`eat.slot.${each.slot}`)} · ${format.shortDay(each.day)}`}</Txt>
          </View>
          <Button variant="soft" label={t("eat.readNow")} aria-label={`${t("eat.readNow")}: ${each.text}`} disabled={!online} onPress={() => router.push({ pathname: "/food", params: { later: each.id } })} className="min-h-11" />
          <IconButton icon={Trash} tone="muted" label={t("eat.forget", { text: each.text })} onPress={() => store.drop(each.id)} className="bg-transparent" />
        </View>
      ))}
    </Card>
  );
}

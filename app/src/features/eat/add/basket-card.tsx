import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import type { Format } from "@/i18n/format";
import { Card, cn, Icon, IconButton, Txt } from "@/ui";
import { Info, X } from "@/ui/icons";
import { useAmount } from "../amount";
import type { BasketItem, BasketStore } from "../basket";
import { MacrosLine } from "../food/macros-line";
import { PortionSheet } from "../food/portion-sheet";
import type { Known } from "../rules/known";
import { totalsOf } from "../rules/diary";

const SURE = 0.8;

type Props = { items: BasketItem[]; notRead: string[]; title: string; known: Known | undefined; store: BasketStore; format: Format };

/** What is put together so far; a tap changes an amount. */
export function BasketCard({ items, notRead, title, known, store, format }: Props) {
  const { t } = useTranslation();
  const amountOf = useAmount();
  const [open, setOpen] = useState<string | null>(null);
  const edited = items.find((each) => each.key === open);
  const remove = (key: string) => store.change({ items: items.filter((each) => each.key !== key) });
  return (
    <Card title={title} className="gap-2">
      {notRead.length ? (
        <View className="flex-row items-start gap-2 rounded-2xl bg-accent-soft px-4 py-3">
          <Icon of={Info} tone="accent" size={18} />
          <Txt className="flex-1 text-sm">{t("eat.notRead", { text: notRead.join(", ") })}</Txt>
          <IconButton icon={X} label={t("common.close")} onPress={() => store.change({ notRead: [] })} className="-my-3 -me-3 bg-transparent" />
        </View>
      ) : null}
      {items.map(({ key, item, guess }, place) => (
        <View key={key} className={cn("flex-row items-center", place > 0 && "border-t border-line")}>
          <Pressable role="button" onPress={() => setOpen(key)} className="flex-1 min-h-14 flex-row items-center gap-3 py-2 active:opacity-70">
            <View className="flex-1 gap-0.5">
              <Txt>{item.name}</Txt>
              <Txt kind="small" className="tabular-nums">
                {amountOf(item, true)}
              </Txt>
              {guess && guess.confidence < SURE ? <Txt className="text-sm text-accent">{t("eat.pleaseCheck", { text: guess.text })}</Txt> : null}
            </View>
            <Txt className="tabular-nums">{item.nutrients?.energy_kcal === undefined ? "–" : format.number(item.nutrients.energy_kcal)}</Txt>
          </Pressable>
          <IconButton icon={X} tone="muted" label={t("eat.removeItem", { name: item.name })} onPress={() => remove(key)} className="bg-transparent" />
        </View>
      ))}
      {items.length > 1 ? <MacrosLine of={totalsOf([{ items: items.map((each) => each.item) }])} format={format} /> : null}
      {edited ? (
        <PortionSheet
          key={edited.key}
          item={edited.item}
          guess={edited.guess}
          known={known}
          onClose={() => setOpen(null)}
          onRemove={() => {
            setOpen(null);
            remove(edited.key);
          }}
          onSave={(item) => {
            setOpen(null);
            store.change({ items: items.map((each) => (each.key === edited.key ? { key: each.key, item } : each)) });
          }}
        />
      ) : null}
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import { Pressable, View } from "react-native";
import { cn, Icon, IconButton, Txt } from "@/ui";
import { Plus, Star, type LucideIcon } from "@/ui/icons";

type Props = { name: string; detail: string; first: boolean; icon?: LucideIcon; starred?: boolean; onOpen: () => void; onAdd: () => void };

/** Something that can be eaten: a tap opens it, the button puts its usual amount to the meal. */
export function FoodRow({ name, detail, first, icon, starred = false, onOpen, onAdd }: Props) {
  const { t } = useTranslation();
  return (
    <View className={cn("flex-row items-center gap-2", !first && "border-t border-line")}>
      <Pressable role="button" onPress={onOpen} className="flex-1 min-h-14 flex-row items-center gap-3 py-2 active:opacity-70">
        {icon ? <Icon of={icon} tone="muted" size={20} /> : null}
        <View className="flex-1 gap-0.5">
          <Txt>{name}</Txt>
          <Txt kind="small" className="tabular-nums">
            {detail}
          </Txt>
        </View>
        {starred ? (
          <View role="img" aria-label={t("eat.isFavourite")}>
            <Icon of={Star} tone="accent" size={16} />
          </View>
        ) : null}
      </Pressable>
      <IconButton icon={Plus} tone="brand" label={t("eat.addFood", { name })} onPress={onAdd} className="bg-brand-soft" />
    </View>
  );
}

import { Pressable, ScrollView, View } from "react-native";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { cn, Icon, Txt } from "@/ui";
import { Check } from "@/ui/icons";
import type { Photo } from "./list";
import { Picture } from "./picture";

type Props = { label: string; photos: readonly Photo[]; chosen: string; covered: boolean; onChoose: (id: string) => void };

/** One of several photos, by their small ones. */
export function PhotoPick({ label, photos, chosen, covered, onChoose }: Props) {
  const format = useFormat(useUnits());
  return (
    <View className="gap-1.5">
      <Txt kind="label">{label}</Txt>
      <ScrollView horizontal showsHorizontalScrollIndicator={false}>
        <View role="radiogroup" aria-label={label} className="flex-row gap-2">
          {photos.map((photo) => {
            const on = photo.id === chosen;
            return (
              <Pressable key={photo.id} role="radio" aria-checked={on} aria-label={`${label}: ${format.date(photo.day)}`} onPress={() => onChoose(photo.id)} className="gap-1 active:opacity-80">
                <View className={cn("rounded-2xl border-2 p-0.5", on ? "border-brand" : "border-transparent")}>
                  <Picture photo={photo} covered={covered} className="w-16 h-20 rounded-xl" />
                  {on ? (
                    <View className="absolute bottom-1.5 end-1.5 size-5 rounded-full bg-brand items-center justify-center">
                      <Icon of={Check} tone="on-brand" size={14} />
                    </View>
                  ) : null}
                </View>
                <Txt className={cn("text-xs text-center", on ? "text-ink font-semibold" : "text-muted")}>{format.shortDay(photo.day)}</Txt>
              </Pressable>
            );
          })}
        </View>
      </ScrollView>
    </View>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput, View } from "react-native";
import { numberOf } from "@/lib/quantities";
import { IconButton } from "@/ui";
import { FONT } from "@/ui/font";
import { Minus, Plus } from "@/ui/icons";

const MOST = 100_000;
const said = (value: number) => String(Math.round(value * 100) / 100);

/** An amount: typed, or by steps. What is no amount changes nothing. */
export function AmountField({ label, value, step, onChange }: { label: string; value: number; step: number; onChange: (value: number) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const go = (next: number) => {
    setTyped(null);
    onChange(Math.min(MOST, next));
  };
  const type = (text: string) => {
    setTyped(text);
    const number = numberOf(text);
    if (number !== null && number > 0 && number <= MOST) onChange(number);
  };
  return (
    <View className="flex-row items-center gap-3">
      <IconButton icon={Minus} label={t("eat.lessOf")} disabled={value <= step} onPress={() => go(Math.ceil((value - step) / step - 1e-9) * step)} />
      <TextInput
        aria-label={label}
        value={typed ?? said(value)}
        onChangeText={type}
        onBlur={() => setTyped(null)}
        inputMode="decimal"
        selectTextOnFocus
        style={{ fontFamily: FONT }}
        className="flex-1 w-0 min-w-0 min-h-14 px-3 rounded-field bg-raised text-ink text-2xl font-bold text-center border border-transparent focus:border-brand"
      />
      <IconButton icon={Plus} label={t("eat.moreOf")} onPress={() => go(Math.floor((value + step) / step + 1e-9) * step)} />
    </View>
  );
}

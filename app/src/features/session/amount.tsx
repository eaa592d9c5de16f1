import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput, View } from "react-native";
import type { SetValues } from "@/lib/running";
import { cn, ErrorText, IconButton, Txt } from "@/ui";
import { FONT } from "@/ui/font";
import { Minus, Plus } from "@/ui/icons";
import { editSet, stepSet } from "./draft";
import { fieldText, stepped, typedValue, unitOf, type FieldName } from "./fields";
import { usePlayer } from "./use-player";

type Props = { setId: string; exerciseId: string; name: FieldName; values: SetValues };

/** A large number with a step down and up beside it; tapped, it can be typed. */
export function Amount({ setId, exerciseId, name, values }: Props) {
  const { t } = useTranslation();
  const { units, format, change, exerciseOf } = usePlayer();
  const [typed, setTyped] = useState<string | null>(null);
  const exercise = exerciseOf(exerciseId);
  const added = name === "weight_kg" && exercise?.metric === "bodyweight";
  const label = t(added ? "session.added" : `session.${name}`);
  const unit = unitOf(name, units);
  const whole = unit ? `${label} (${unit})` : label;
  const shown = typed ?? fieldText(name, values[name], units, format);
  const wrong = typed !== null && typedValue(name, typed, units) === null;
  const step = (by: -1 | 1) => {
    setTyped(null);
    void change(stepSet(setId, name, (value) => stepped(name, value, by, units, exercise)));
  };
  const type = (text: string) => {
    setTyped(text);
    const value = typedValue(name, text, units);
    if (value !== null) void change(editSet(setId, { [name]: value }));
  };
  return (
    <View role="group" aria-label={whole} className="gap-1">
      <Txt kind="label" className="text-center">
        {whole}
      </Txt>
      <View className="flex-row items-center justify-center gap-2">
        <IconButton icon={Minus} label={t("session.lessOf", { what: label })} onPress={() => step(-1)} className="size-14" />
        <TextInput
          aria-label={whole}
          aria-invalid={wrong}
          accessibilityHint={wrong ? t("session.notANumber") : undefined}
          inputMode={name === "reps" ? "numeric" : name === "duration_s" ? "text" : "decimal"}
          value={shown}
          placeholder={"\u2013"}
          placeholderTextColorClassName="accent-muted"
          onChangeText={type}
          onBlur={() => setTyped(null)}
          selectTextOnFocus
          maxFontSizeMultiplier={1.3}
          style={{ fontFamily: FONT }}
          className={cn("flex-1 min-w-0 max-w-44 min-h-16 text-center text-5xl font-bold tabular-nums text-ink rounded-field border border-transparent focus:border-brand", wrong && "border-warn")}
        />
        <IconButton icon={Plus} label={t("session.moreOf", { what: label })} onPress={() => step(1)} className="size-14" />
      </View>
      {wrong ? <ErrorText small className="text-center">{t("session.notANumber")}</ErrorText> : null}
    </View>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { ApiError, type Schemas } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { useKept } from "@/lib/kept";
import { useSpoken } from "@/lib/spoken";
import { useUnits } from "@/sync/me";
import { Button, ErrorText, Field, Sheet, Txt, useToast } from "@/ui";
import { energyOf, FIELDS, ownOf, typedOf, type FieldName, type Typed } from "./own";
import { useSetTargets } from "./requests";

/** One's own figures. What is typed is kept until it is taken; limits are the server's, and said at their field. */
export function OwnSheet({ targets, onClose }: { targets?: Schemas["Targets"] | null; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const [draft, setDraft, ready] = useKept<Typed | null>("you.targets", null);
  const [bad, setBad] = useState<FieldName[]>([]);
  const set = useSetTargets();
  const tell = useToast();
  const words = useProblemText();
  const spoken = useSpoken();
  const typed = draft ?? typedOf(targets);
  const made = energyOf(typed);
  const named = (name: FieldName) => t(`you.targets.${name}`);
  const failure = set.error instanceof ApiError ? set.error : null;
  const atField = FIELDS.some((name) => failure?.field(name));
  const spokenAt = (name: FieldName) => {
    const said = failure?.field(name);
    return said && spoken(said);
  };
  const save = () => {
    const found = ownOf(typed);
    setBad("bad" in found ? found.bad : []);
    if ("bad" in found) return;
    set.mutate(found.own, {
      onSuccess: () => {
        setDraft(null);
        tell({ text: t("you.targets.saved") });
        onClose();
      },
    });
  };
  if (!ready) return null;
  return (
    <Sheet open title={t("you.targets.own")} close={t("common.close")} onClose={onClose}>
      <View className="flex-row flex-wrap -mx-1.5 gap-y-3">
        {FIELDS.map((name) => (
          <Field
            key={name}
            className={name === "energy_kcal" ? "w-full px-1.5" : "w-1/2 px-1.5"}
            label={named(name)}
            unit={name === "energy_kcal" ? "kcal" : "g"}
            inputMode="decimal"
            value={typed[name]}
            onChangeText={(text) => setDraft({ ...typed, [name]: text })}
            error={bad.includes(name) ? t("you.targets.bad") : spokenAt(name)}
            onSubmitEditing={save}
          />
        ))}
      </View>
      {made === null ? null : <Txt kind="small">{t("you.targets.made", { kcal: format.number(made) })}</Txt>}
      {set.error && !atField ? <ErrorText>{words(set.error)}</ErrorText> : null}
      <Button label={t("common.save")} busy={set.isPending} onPress={save} />
    </Sheet>
  );
}

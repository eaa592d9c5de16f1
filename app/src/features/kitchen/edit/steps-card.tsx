import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { newId } from "@/lib/id";
import { Button, Card, Field, IconButton } from "@/ui";
import { ChevronUp, Plus, Trash } from "@/ui/icons";
import type { Draft } from "./draft";

const LONGEST = 1000;
/** About so many letters are in a line of the field. */
const LINE = 26;

/** The steps in their order; one can go up, and go away. */
export function StepsCard({ steps, onChange }: { steps: Draft["steps"]; onChange: (steps: Draft["steps"]) => void }) {
  const { t } = useTranslation();
  const up = (place: number) => onChange(steps.map((each, at) => (at === place - 1 ? steps[place] : at === place ? steps[place - 1] : each) ?? each));
  return (
    <Card title={t("kitchen.steps")}>
      {steps.map((step, place) => (
        <View key={step.key} className="flex-row items-end gap-1">
          <Field className="flex-1" label={t("kitchen.step", { number: place + 1 })} value={step.text} onChangeText={(text) => onChange(steps.map((each) => (each.key === step.key ? { ...each, text } : each)))} multiline numberOfLines={Math.max(2, Math.ceil(step.text.length / LINE))} maxLength={LONGEST} />
          <IconButton icon={ChevronUp} tone="muted" label={t("kitchen.stepUp", { number: place + 1 })} disabled={place === 0} onPress={() => up(place)} className="bg-transparent" />
          <IconButton icon={Trash} tone="muted" label={t("kitchen.removeStep", { number: place + 1 })} onPress={() => onChange(steps.filter((each) => each.key !== step.key))} className="bg-transparent" />
        </View>
      ))}
      <Button variant="soft" icon={Plus} label={t("kitchen.addStep")} onPress={() => onChange([...steps, { key: newId(), text: "" }])} />
    </Card>
  );
}

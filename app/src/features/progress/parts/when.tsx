import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Segmented, Txt } from "@/ui";
import { WhenField } from "./when-field";

/** Now, unless the person says another time. `null` is now. */
export function When({ value, onChange }: { value: Date | null; onChange: (value: Date | null) => void }) {
  const { t } = useTranslation();
  const [opened] = useState(() => new Date());
  return (
    <View className="gap-2">
      <Txt kind="label">{t("progress.when")}</Txt>
      <Segmented
        label={t("progress.when")}
        options={[
          { value: "now", label: t("progress.now") },
          { value: "other", label: t("progress.otherTime") },
        ]}
        value={value ? "other" : "now"}
        onChange={(choice) => onChange(choice === "now" ? null : (value ?? opened))}
      />
      {value ? <WhenField label={t("progress.when")} value={value} onChange={onChange} /> : null}
    </View>
  );
}

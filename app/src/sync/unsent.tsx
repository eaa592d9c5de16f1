import { View } from "react-native";
import { useTranslation } from "react-i18next";
import { Icon } from "@/ui";
import { CloudUpload } from "@/ui/icons";
import { useRecords } from "./provider";

/** Marks a record of which the server does not have the last word yet. */
export function Unsent({ kind, id }: { kind: string; id: string }) {
  const { t } = useTranslation();
  const waiting = useRecords([kind], (phone) => phone.isWaiting(kind, id));
  if (!waiting) return null;
  return (
    <View role="img" aria-label={t("common.unsent")}>
      <Icon of={CloudUpload} tone="muted" size={16} />
    </View>
  );
}

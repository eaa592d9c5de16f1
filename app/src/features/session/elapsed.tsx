import { useTranslation } from "react-i18next";
import { useNow } from "@/lib/use-now";
import { Txt } from "@/ui";
import { clockText } from "./fields";

/** How long the session goes, and how far it is. */
export function Elapsed({ since, count }: { since: string; count?: string }) {
  const { t } = useTranslation();
  const time = clockText((useNow() - Date.parse(since)) / 1000);
  return (
    <Txt kind="small" numberOfLines={1} aria-label={[t("session.elapsed", { time }), count].filter(Boolean).join(", ")} className="tabular-nums">
      {[time, count].filter(Boolean).join(" \u00b7 ")}
    </Txt>
  );
}

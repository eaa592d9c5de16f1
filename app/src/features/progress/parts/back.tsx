import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { goBack as goBackTo } from "@/lib/go-back";
import { BackHeader } from "@/ui/back-header";

/** Go back to where one came from; to the tab where the screen was opened by its address. */
export const goBack = () => goBackTo("/progress");

/** The line at the top of a screen that lies over the tab. */
export function BackTitle(props: { title: string; aside?: ReactNode }) {
  const { t } = useTranslation();
  return <BackHeader {...props} back={t("common.back")} onBack={goBack} />;
}

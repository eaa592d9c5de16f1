import type { Href } from "expo-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { goBack } from "@/lib/go-back";
import { BackHeader } from "@/ui/back-header";

/** The head of a screen that is laid over the tabs. */
export function Header({ home = "/eat", ...rest }: { title: string; aside?: ReactNode; home?: Href }) {
  const { t } = useTranslation();
  return <BackHeader {...rest} back={t("common.back")} onBack={() => goBack(home)} />;
}

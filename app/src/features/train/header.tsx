import type { Href } from "expo-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { goBack } from "@/lib/go-back";
import { BackHeader } from "@/ui/back-header";

/** The way back, the name of the screen, and what can be done with all of it. `home` is where one goes that came by a link. */
export function Header({ home = "/train", ...rest }: { title: string; subtitle?: string; home?: Href; aside?: ReactNode }) {
  const { t } = useTranslation();
  return <BackHeader {...rest} back={t("common.back")} onBack={() => goBack(home)} />;
}

import type { Href } from "expo-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { goBack } from "@/lib/go-back";
import { Screen, Txt } from "@/ui";
import { BackHeader } from "@/ui/back-header";

type Props = {
  title: string;
  subtitle?: string;
  /** Where back leads when the screen was opened by itself. */
  up: Href;
  aside?: ReactNode;
  footer?: ReactNode;
  narrow?: boolean;
  onRefresh?: () => void;
  refreshing?: boolean;
  children: ReactNode;
};

/** A screen that lies over a tab, with the way back. */
export function Page({ title, subtitle, up, aside, children, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Screen {...rest}>
      <BackHeader title={title} subtitle={subtitle} back={t("common.back")} onBack={() => goBack(up)} aside={aside} />
      {children}
    </Screen>
  );
}

/** Says that what is shown is old, or why nothing is. */
export function Stale({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <Txt kind="small" role="status">
      {t("common.stale", { at })}
    </Txt>
  );
}

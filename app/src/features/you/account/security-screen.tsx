import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { useOnline } from "@/lib/use-online";
import { useMe } from "@/sync/me";
import { Card, ListRow, Txt } from "@/ui";
import { Part } from "../parts/part";
import { AddressSheet } from "./address-sheet";
import { PasswordSheet } from "./password-sheet";
import { factorQuery, type Way } from "./requests";

/** How one signs in: addresses, password, second factor. */
export function SecurityScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const online = useOnline();
  const factor = useQuery(factorQuery).data;
  const [adding, setAdding] = useState<Way | null>(null);
  const [password, setPassword] = useState(false);
  const to = me?.email ? { email: me.email } : me?.phone ? { phone: me.phone } : null;
  const factorText = !factor ? undefined : factor.on ? t("you.factor.isOn", { count: factor.recovery_codes_left }) : t("you.factor.isOff");
  return (
    <Part title={t("you.security.title")} text={online ? undefined : t("you.needsNetwork")}>
      <Card title={t("you.security.addresses")} className="gap-1">
        <ListRow first title={t("you.security.email")} detail={me?.email ?? t("you.security.noEmail")} onPress={online ? () => setAdding("email") : undefined} />
        <ListRow title={t("you.security.phone")} detail={me?.phone ?? t("you.security.noPhone")} onPress={online ? () => setAdding("phone") : undefined} />
        <Txt kind="small">{t("you.security.addressesText")}</Txt>
      </Card>
      <Card className="gap-1 py-2">
        {to ? <ListRow first title={t("you.security.password")} detail={t("you.security.passwordText")} onPress={online ? () => setPassword(true) : undefined} /> : null}
        <ListRow first={!to} title={t("you.factor.title")} detail={factorText} onPress={() => router.push("/you/factor")} />
        <ListRow title={t("you.devices.title")} detail={t("you.devices.short")} onPress={() => router.push("/you/devices")} />
      </Card>
      {adding ? <AddressSheet way={adding} onClose={() => setAdding(null)} /> : null}
      {password && to ? <PasswordSheet to={to} onClose={() => setPassword(false)} /> : null}
    </Part>
  );
}

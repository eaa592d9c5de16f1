import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useFormat } from "@/i18n/format";
import { dayOf } from "@/lib/day";
import { useOnline } from "@/lib/use-online";
import { useUnits } from "@/sync/me";
import { Button, Card, cn, Icon, Skeleton, Txt, useToast } from "@/ui";
import { Smartphone } from "@/ui/icons";
import { Part } from "../parts/part";
import { Retry } from "../parts/retry";
import { deviceOf } from "./device-name";
import { devicesQuery, endOf } from "./requests";

type Session = Schemas["SessionInfo"];

/** Where one is signed in. */
export function DevicesScreen() {
  const { t } = useTranslation();
  const asked = useQuery(devicesQuery);
  const others = asked.data?.filter((each) => !each.current) ?? [];
  const here = asked.data?.find((each) => each.current);
  const end = useEnd();
  const online = useOnline();
  return (
    <Part title={t("you.devices.title")} text={t("you.devices.text")} above="/you/security">
      {asked.data ? (
        <>
          {here ? (
            <Card title={t("you.devices.here")}>
              <Line session={here} />
            </Card>
          ) : null}
          <Card title={t("you.devices.others")} className="gap-1">
            {others.length ? others.map((each, place) => <Line key={each.id} session={each} first={!place} busy={end.isPending && end.variables.length === 1 && end.variables[0] === each.id} onEnd={online ? () => end.mutate([each.id]) : undefined} />) : <Txt className="text-muted">{t("you.devices.none")}</Txt>}
          </Card>
          {others.length > 1 ? <Button variant="danger" label={t("you.devices.endAll")} disabled={!online} busy={end.isPending && end.variables.length > 1} onPress={() => end.mutate(others.map((each) => each.id))} /> : null}
          {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
        </>
      ) : asked.isError ? (
        <Retry onPress={() => void asked.refetch()} />
      ) : (
        <Skeleton label={t("common.loading")} heights={[90, 160]} />
      )}
    </Part>
  );
}

function useEnd() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tell = useToast();
  const words = useProblemText();
  return useMutation({
    mutationFn: async (ids: string[]) => {
      for (const id of ids) await endOf(id);
    },
    onSuccess: (_, ids) => tell({ text: t("you.devices.ended", { count: ids.length }) }),
    onError: (error) => tell({ text: words(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.devices() }),
  });
}

function Line({ session, first = true, busy, onEnd }: { session: Session; first?: boolean; busy?: boolean; onEnd?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  const { program, system } = deviceOf(session.device);
  const name = program && system ? t("you.devices.on", { program, system }) : (program ?? system ?? t("you.devices.unknown"));
  const used = `${format.day(dayOf(new Date(session.last_used_at)))}, ${format.clock(session.last_used_at)}`;
  return (
    <View className={cn("flex-row items-center gap-3 py-2", !first && "border-t border-line")}>
      <Icon of={Smartphone} tone="muted" />
      <View className="flex-1 gap-0.5">
        <Txt>{name}</Txt>
        <Txt kind="small">{t("you.devices.used", { at: used })}</Txt>
        <Txt kind="small">{t("you.devices.since", { day: format.day(dayOf(new Date(session.created_at))) })}</Txt>
      </View>
      {onEnd ? <Button variant="plain" className="min-h-11 px-4" label={t("you.devices.end")} aria-label={`${t("you.devices.end")}: ${name}`} busy={busy} onPress={onEnd} /> : null}
    </View>
  );
}

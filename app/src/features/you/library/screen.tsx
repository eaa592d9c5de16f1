import { useQuery, useQueryClient } from "@tanstack/react-query";
import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { keys } from "@/api/keys";
import { useOnline } from "@/lib/use-online";
import { Card, Chip, Empty, Field, Icon, ListRow, Skeleton, Txt } from "@/ui";
import { Check, Search } from "@/ui/icons";
import { Part } from "../parts/part";
import { Retry } from "../parts/retry";
import { articlesQuery, titlesWith, useFound, type Title } from "./requests";

type Topic = Title["topics"][number];

const TOPICS = ["training", "cardio", "recovery", "nutrition", "weight", "nutrients", "supplements", "sleep", "injury", "health", "life_stages", "motivation"] as const satisfies readonly Topic[];

const open = (slug: string) => router.push({ pathname: "/you/library/[slug]", params: { slug } });

/** The articles that the coach cites: by topic, by what is typed; those that were read open without a network. */
export function LibraryScreen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const online = useOnline();
  const asked = useQuery(articlesQuery);
  const [typed, setTyped] = useState("");
  const [topic, setTopic] = useState<Topic | null>(null);
  const found = useFound(typed);
  const titles = titlesWith(asked.data ?? [], typed).filter((each) => !topic || each.topics.includes(topic));
  const within = typed.trim() ? (found.data ?? []).filter((each) => !titles.some((title) => title.slug === each.slug)) : [];
  const isRead = (slug: string) => client.getQueryData(keys.article(slug)) !== undefined;
  return (
    <Part title={t("you.library.title")} text={t("you.library.text")}>
      <Field label={t("you.library.search")} value={typed} onChangeText={setTyped} inputMode="search" autoCorrect={false} />
      <View role="radiogroup" aria-label={t("you.library.topics")} className="flex-row flex-wrap gap-2">
        {TOPICS.map((each) => (
          <Chip key={each} one label={t(`you.library.topic.${each}`)} chosen={topic === each} onPress={() => setTopic(topic === each ? null : each)} />
        ))}
      </View>
      {asked.data ? (
        <>
          {titles.length ? (
            <Card title={t("you.library.count", { count: titles.length })} className="gap-1">
              {titles.map((each, place) => (
                <ListRow key={each.slug} first={!place} title={each.title} detail={each.topics.map((name) => t(`you.library.topic.${name}`)).join(" · ")} aside={isRead(each.slug) ? <Read /> : undefined} onPress={() => open(each.slug)} />
              ))}
            </Card>
          ) : within.length || found.isFetching ? null : (
            <Empty icon={Search} title={t("you.library.none")} />
          )}
          {/* Below: it comes later, and what is about to be tapped stays where it is. */}
          {within.length ? (
            <Card title={t("you.library.within")} className="gap-1">
              {within.map((each, place) => (
                <ListRow key={each.slug} first={!place} title={each.title} detail={each.text.replace(/ ?\[\d+\]/g, "").slice(0, 140)} onPress={() => open(each.slug)} />
              ))}
            </Card>
          ) : null}
          {online ? null : <Txt kind="small">{t("you.library.offline")}</Txt>}
        </>
      ) : asked.isError ? (
        <Retry onPress={() => void asked.refetch()} />
      ) : (
        <Skeleton label={t("common.loading")} heights={[60, 60, 60, 60]} />
      )}
    </Part>
  );
}

/** It is on this device. */
function Read() {
  const { t } = useTranslation();
  return (
    <View role="img" aria-label={t("you.library.read")}>
      <Icon of={Check} tone="brand" size={18} />
    </View>
  );
}

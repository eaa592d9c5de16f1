import { useLocalSearchParams } from "expo-router";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "@/api/client";
import { ArticleView, useArticle } from "@/lib/article";
import { useOnline } from "@/lib/use-online";
import { Card, Skeleton, Txt } from "@/ui";
import { Part } from "../parts/part";
import { Retry } from "../parts/retry";
import { articlesQuery } from "./requests";

export function ArticleScreen() {
  const { t } = useTranslation();
  const { slug = "" } = useLocalSearchParams<{ slug: string }>();
  const asked = useArticle(slug);
  const online = useOnline();
  const titles = useQuery(articlesQuery).data;
  const title = asked.data?.title ?? titles?.find((each) => each.slug === slug)?.title ?? t("you.library.title");
  const gone = asked.error instanceof ApiError && asked.error.status === 404;
  return (
    <Part title={title} above="/you/library" beside={false}>
      {asked.data ? (
        <Card>
          <ArticleView article={asked.data} from={2} />
        </Card>
      ) : gone || !online ? (
        <Txt className="text-muted">{t(gone ? "coach.source.missing" : "coach.source.offline")}</Txt>
      ) : asked.isError ? (
        <Retry onPress={() => void asked.refetch()} />
      ) : (
        <Skeleton label={t("common.loading")} heights={[40, 260]} />
      )}
    </Part>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Linking, View } from "react-native";
import { api, ok, type Schemas } from "@/api/client";
import { keys } from "@/api/keys";
import { useFormat } from "@/i18n/format";
import { useUnits } from "@/sync/me";
import { Txt } from "@/ui";
import { MarkdownView } from "../markdown/view";

const DAY_MS = 864e5;

/** One article of the library; once read it opens without a network. */
export const useArticle = (slug: string) => useQuery({ queryKey: keys.article(slug), staleTime: DAY_MS, queryFn: () => ok(api.GET("/api/knowledge/{slug}", { params: { path: { slug } } })) });

/** What an article says, when it was last checked, and what it cites. */
export function ArticleView({ article, from }: { article: Schemas["KnowledgeArticle"]; from?: 2 | 3 }) {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  return (
    <>
      <Txt kind="small">{t("coach.source.reviewed", { day: format.day(article.reviewed) })}</Txt>
      <MarkdownView text={article.text} from={from} />
      <View className="gap-1.5">
        <Txt kind="label">{t("coach.source.references")}</Txt>
        {article.sources.map((each) => (
          <Reference key={each.number} of={each} />
        ))}
      </View>
    </>
  );
}

function Reference({ of }: { of: Schemas["ArticleSource"] }) {
  const url = of.doi ? `https://doi.org/${of.doi}` : of.url?.startsWith("https://") ? of.url : null;
  const text = `${of.number}. ${of.authors} (${of.year}). ${of.title}. ${of.published_in}`;
  if (!url) return <Txt className="text-sm leading-5 text-muted">{text}</Txt>;
  return (
    <Txt role="link" className="py-1 text-sm leading-5 text-brand underline" onPress={() => void Linking.openURL(url)}>
      {text}
    </Txt>
  );
}

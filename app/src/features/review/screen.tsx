import { router } from "expo-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { goBack } from "@/lib/go-back";
import { BackHeader } from "@/ui/back-header";
import { Button, Card, Columns, IconButton, Screen, Segmented, Skeleton, Txt } from "@/ui";
import { ChevronEnd, ChevronStart, Share } from "@/ui/icons";
import { BodyCard, FoodCard, HabitsCard, RecordsCard, TrainingCard, WeightCard } from "./cards";
import { nextStep, type Step } from "./figures";
import { ShareSheet } from "./share/sheet";
import type { Scale } from "./spans";
import { useReview, type Review } from "./use-review";
import { useReviewWords } from "./words";

/** As far back as one can step. */
const MOST = { week: 52, month: 24 } as const;

/** A week or a month: what it came to, against the one before, and one next step. */
export function ReviewScreen() {
  const { t } = useTranslation();
  const words = useReviewWords();
  const [scale, setScale] = useState<Scale>("week");
  const [back, setBack] = useState(0);
  const [sharing, setSharing] = useState(false);
  const review = useReview(scale, back);
  const choose = (next: Scale) => {
    setScale(next);
    setBack(0);
  };
  return (
    <Screen footer={review ? <Button icon={Share} label={t("review.share")} onPress={() => setSharing(true)} className="md:self-center md:px-10" /> : undefined}>
      <BackHeader title={t("review.title")} back={t("common.back")} onBack={() => goBack("/progress")} />
      <View className="gap-3 md:flex-row md:items-center md:justify-between">
        <View className="md:w-72">
          <Segmented label={t("review.scale")} value={scale} onChange={choose} options={[{ value: "week", label: t("review.week") }, { value: "month", label: t("review.month") }]} />
        </View>
        <View className="flex-row items-center justify-between gap-3">
          <IconButton icon={ChevronStart} label={t("review.earlier")} disabled={back >= MOST[scale]} onPress={() => setBack(back + 1)} />
          <View className="items-center md:min-w-52">
            <Txt kind="heading" level={2} aria-live="polite" className="text-center">
              {review ? words.span(review.span) : " "}
            </Txt>
            {review?.span.runs ? <Txt kind="small">{t("review.soFar")}</Txt> : null}
          </View>
          <IconButton icon={ChevronEnd} label={t("review.later")} disabled={back === 0} onPress={() => setBack(back - 1)} />
        </View>
      </View>
      {!review ? <Skeleton label={t("common.loading")} heights={[200, 160, 160]} /> : <Cards review={review} />}
      {review ? <ShareSheet open={sharing} review={review} onClose={() => setSharing(false)} /> : null}
    </Screen>
  );
}

function Cards({ review }: { review: Review }) {
  return (
    <Columns
      start={
        <>
          <TrainingCard review={review} />
          <RecordsCard review={review} />
          <NextCard step={nextStep(review.now, review.targets?.protein ?? null)} />
        </>
      }
      end={
        <>
          <FoodCard review={review} />
          <HabitsCard review={review} />
          <WeightCard review={review} />
          <BodyCard review={review} />
        </>
      }
    />
  );
}

const GO: Record<Step["kind"], () => void> = {
  train: () => router.push("/session"),
  keep: () => router.push("/session"),
  log: () => router.push("/food"),
  protein: () => router.push("/food"),
  weigh: () => router.push({ pathname: "/measure/[kind]", params: { kind: "weight_kg" } }),
  habit: () => router.push("/habits"),
  sleep: () => router.push("/habits"),
};

function NextCard({ step }: { step: Step }) {
  const { t } = useTranslation();
  const { format } = useReviewWords();
  return (
    <Card title={t("review.next")} className="bg-brand-soft border-transparent">
      <Txt className="leading-6">{t(`review.nextWords.${step.kind}`, { value: format.number(step.value ?? 0), name: step.name ?? "" })}</Txt>
      <Button label={t(`review.nextDo.${step.kind}`)} onPress={GO[step.kind]} />
    </Card>
  );
}

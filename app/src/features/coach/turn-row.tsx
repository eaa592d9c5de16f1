import { memo } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Button, Icon, Txt } from "@/ui";
import { CloudUpload, RotateCcw, Sparkles } from "@/ui/icons";
import { Bubble } from "./bubble";
import { CardView } from "./cards";
import { MarkdownView } from "@/lib/markdown/view";
import { useSpoken } from "@/lib/spoken";
import { wholeOf } from "./spoken";
import type { Failure, Talk, Turn } from "./talk";

/** A question with its answer as it comes: sentence by sentence, and what the coach is doing in a quiet line. */
export const TurnRow = memo(function TurnRow({ turn, talk, online }: { turn: Turn; talk: Talk; online: boolean }) {
  const said = wholeOf(turn.said);
  return (
    <View className="gap-4">
      <Bubble text={turn.text} />
      {said ? <MarkdownView text={said} /> : null}
      {turn.cards.map((card, place) => (
        <CardView key={place} card={card} />
      ))}
      {turn.state === "failed" ? <Failed turn={turn} talk={talk} online={online} /> : <Doing turn={turn} quiet={said !== ""} />}
    </View>
  );
});

function Doing({ turn, quiet }: { turn: Turn; quiet: boolean }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const text = turn.state === "waiting" && turn.answerId ? t("coach.waiting") : turn.doing ? spoken(turn.doing) : quiet ? "" : t("coach.thinking");
  return (
    <View className="min-h-6 flex-row items-center gap-2">
      <Icon of={Sparkles} tone="brand" size={16} />
      <Txt kind="small">{text ? `${text}…` : "…"}</Txt>
    </View>
  );
}

function Failed({ turn, talk, online }: { turn: Turn; talk: Talk; online: boolean }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const failure: Failure = turn.failure ?? { reason: "server" };
  return (
    <View role="status" className="gap-3 rounded-card border border-line bg-card p-4">
      <View className="flex-row items-start gap-2">
        <Icon of={failure.reason === "unreachable" ? CloudUpload : RotateCcw} tone="accent" size={20} />
        <Txt className="flex-1">{failure.text ? spoken(failure.text) : t(`coach.failed.${failure.reason}`)}</Txt>
      </View>
      <View className="flex-row flex-wrap gap-2">
        <Button variant="soft" className="min-h-11" label={t("coach.resend")} disabled={!online} onPress={() => void talk.send(turn)} />
        <Button variant="quiet" className="min-h-11" label={t("coach.discard")} onPress={() => talk.drop(turn.id)} />
      </View>
    </View>
  );
}

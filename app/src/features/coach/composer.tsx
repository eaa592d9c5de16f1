import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { TextInput, View } from "react-native";
import { ErrorText, IconButton } from "@/ui";
import { FONT } from "@/ui/font";
import { ArrowUp, Mic, Square } from "@/ui/icons";
import { sendsOn } from "./enter";
import { useVoice } from "./voice";

const MOST = 4000;

type Props = { text: string; editable: boolean; busy: boolean; online: boolean; onChange: (text: string) => void; onSend: () => void; onStop: () => void };

/** What is typed is the person's until it was sent: it stays through everything. */
export function Composer({ text, editable, busy, online, onChange, onSend, onStop }: Props) {
  const { t } = useTranslation();
  const before = useRef("");
  const voice = useVoice((heard) => onChange(`${before.current}${heard}`.slice(0, MOST)));
  const ready = online && !busy && text.trim() !== "";
  const listen = () => {
    before.current = text && !text.endsWith(" ") ? `${text} ` : text;
    voice?.start();
  };
  return (
    <View className="gap-2">
      <ErrorText small>{voice?.trouble ? t(`coach.${voice.trouble}`) : null}</ErrorText>
      <View className="flex-row items-end gap-1.5 rounded-[26px] border border-line bg-card p-1.5 ps-4 focus-within:border-brand">
        <TextInput
          aria-label={t("coach.ask")}
          placeholder={t("coach.placeholder")}
          placeholderTextColorClassName="accent-muted"
          style={{ fontFamily: FONT }}
          className="flex-1 min-h-11 max-h-36 py-2.5 text-base text-ink outline-none resize-none field-sizing-content"
          multiline
          numberOfLines={1}
          maxLength={MOST}
          editable={editable}
          value={text}
          onChangeText={onChange}
          submitBehavior="newline"
          onKeyPress={(event) => {
            if (sendsOn(event) && ready) onSend();
          }}
        />
        {voice ? (
          <IconButton
            icon={Mic}
            tone={voice.listening ? "warn" : "muted"}
            label={t(voice.listening ? "coach.listening" : "coach.speak")}
            aria-pressed={voice.listening}
            onPress={voice.listening ? voice.stop : listen}
            className={voice.listening ? "bg-warn-soft" : "bg-transparent"}
          />
        ) : null}
        {busy ? (
          <IconButton icon={Square} tone="ink" label={t("coach.stop")} onPress={onStop} />
        ) : (
          <IconButton icon={ArrowUp} tone="on-brand" label={t("coach.send")} disabled={!ready} onPress={onSend} className="bg-brand" />
        )}
      </View>
    </View>
  );
}

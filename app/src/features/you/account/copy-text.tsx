import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { COPIES, handOut } from "@/lib/hand-out";
import { Button, Txt } from "@/ui";
import { Check, Copy } from "@/ui/icons";

/** A text to take elsewhere: it can be selected, and copied by a button. */
export function CopyText({ text, shown = text }: { text: string; shown?: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const take = () => void handOut(text).then(setDone);
  return (
    <View className="gap-3">
      <View className="p-4 rounded-field bg-raised">
        <Txt selectable className="font-mono text-lg tabular-nums">
          {shown}
        </Txt>
      </View>
      <Button variant="soft" icon={done ? Check : Copy} label={t(done && COPIES ? "you.copied" : COPIES ? "you.copy" : "you.share")} onPress={take} />
    </View>
  );
}

import { router } from "expo-router";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { IconButton, Txt } from "@/ui";
import { Brain, MessagesSquare, SquarePen } from "@/ui/icons";

export function Header({ onChats, onNew }: { onChats?: () => void; onNew: () => void }) {
  const { t } = useTranslation();
  return (
    <View className="mx-auto w-full max-w-3xl flex-row items-center gap-2 px-5 pt-4 pb-2 md:px-8">
      <Txt kind="title" level={1} className="flex-1">
        {t("coach.title")}
      </Txt>
      <IconButton icon={Brain} label={t("coach.memory")} onPress={() => router.push("/memory")} />
      {onChats ? <IconButton icon={MessagesSquare} label={t("coach.chats")} onPress={onChats} /> : null}
      <IconButton icon={SquarePen} label={t("coach.newChat")} onPress={onNew} />
    </View>
  );
}

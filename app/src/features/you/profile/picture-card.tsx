import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { keys } from "@/api/keys";
import { useProblemText } from "@/api/problem-text";
import { useOnline } from "@/lib/use-online";
import { Face, usePicture } from "@/sync/face";
import { Button, Card, Txt, useToast } from "@/ui";
import { Camera } from "@/ui/icons";
import { choosePicture, removePicture, sendPicture } from "./picture";

/** The picture of oneself: chosen, cut to a square on the device, sent. */
export function PictureCard({ name }: { name?: string | null }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const online = useOnline();
  const tell = useToast();
  const words = useProblemText();
  const there = !!usePicture().data;
  const failed = (error: unknown) => tell({ text: words(error) });
  const choose = useMutation({
    mutationFn: async () => {
      const chosen = await choosePicture();
      return chosen ? sendPicture(chosen) : undefined;
    },
    onSuccess: (picture) => picture && client.setQueryData(keys.avatar(), picture),
    onError: failed,
  });
  const remove = useMutation({ mutationFn: removePicture, onSuccess: () => client.setQueryData(keys.avatar(), null), onError: failed });
  return (
    <Card>
      <View className="flex-row items-center gap-4">
        <Face name={name} large />
        <View className="flex-1 gap-2 items-start">
          <Button variant="soft" icon={Camera} label={t(there ? "you.profile.changePicture" : "you.profile.addPicture")} disabled={!online} busy={choose.isPending} onPress={() => choose.mutate()} />
          {there ? <Button variant="quiet" className="px-3 min-h-11" label={t("you.profile.removePicture")} disabled={!online} busy={remove.isPending} onPress={() => remove.mutate()} /> : null}
        </View>
      </View>
      {online ? null : <Txt kind="small">{t("you.needsNetwork")}</Txt>}
    </Card>
  );
}

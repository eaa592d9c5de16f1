import { Image } from "expo-image";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useSession } from "@/api/use-session";
import { useFormat } from "@/i18n/format";
import { useKeptPicture, type Shown } from "@/lib/pictures/kept";
import { useUploads } from "@/lib/uploads";
import { useUnits } from "@/sync/me";
import { cn, Icon, Txt } from "@/ui";
import { EyeOff, ImageIcon } from "@/ui/icons";
import type { Photo } from "./list";

type Props = { photo: Photo; large?: boolean; covered?: boolean; fit?: "cover" | "contain"; className?: string };

/** Return how a photo is named in words. */
export function usePhotoName(): (photo: Photo) => string {
  const { t } = useTranslation();
  const format = useFormat(useUnits());
  return (photo) => t("progress.photos.of", { pose: t(`progress.photos.poses.${photo.pose}`), day: format.date(photo.day) });
}

/** One photo, from where it waits or as the server has it. Small ones are kept on the device, so they are there without a network. */
export function Picture({ photo, covered = false, ...rest }: Props) {
  const { t } = useTranslation();
  const name = usePhotoName()(photo);
  if (covered)
    return (
      <View role="img" aria-label={`${name}. ${t("progress.photos.covered")}`} className={cn("bg-raised items-center justify-center", rest.className)}>
        <Icon of={EyeOff} tone="muted" />
      </View>
    );
  return photo.waiting ? <Waiting photo={photo} name={name} {...rest} /> : <Kept photo={photo} name={name} {...rest} />;
}

type Named = Omit<Props, "covered"> & { name: string };

function Waiting({ photo, ...rest }: Named) {
  const { uploads } = useUploads();
  const [uri, setUri] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    let made: string | null = null;
    void uploads?.uri(photo.id).then((found) => {
      made = found;
      if (current) setUri(found);
    });
    return () => {
      current = false;
      if (made?.startsWith("blob:")) URL.revokeObjectURL(made);
    };
  }, [uploads, photo.id]);
  return <Drawn source={uri ? { uri } : null} {...rest} />;
}

function Kept({ photo, large = false, ...rest }: Named) {
  const account = useSession()?.userId ?? "";
  const small = useKeptPicture(account, `${photo.id}-small`, photo.thumbnail);
  const whole = useKeptPicture(account, large ? photo.id : `${photo.id}-small`, large ? photo.url : photo.thumbnail);
  return <Drawn source={whole ?? small} {...rest} />;
}

function Drawn({ source, name, fit = "cover", className }: { source: Shown | null } & Pick<Named, "name" | "fit" | "className">) {
  const { t } = useTranslation();
  return (
    <View role="img" aria-label={name} className={cn("bg-raised overflow-hidden items-center justify-center", className)}>
      {source ? (
        <Image source={source} contentFit={fit} alt="" aria-hidden style={{ position: "absolute", width: "100%", height: "100%" }} />
      ) : (
        <View className="items-center gap-1 p-2">
          <Icon of={ImageIcon} tone="muted" />
          <Txt className="sr-only">{t("progress.photos.noUrl")}</Txt>
        </View>
      )}
    </View>
  );
}

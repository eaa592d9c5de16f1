import { useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import type { Schemas } from "@/api/client";
import { useSpoken } from "@/lib/spoken";
import { Button, ListRow, Sheet } from "@/ui";
import { BookOpen, ChevronStart } from "@/ui/icons";
import { KINDS, kindOf, SourceView } from "./view";

type Source = Schemas["Source"];

/** What a person, a cook or an author gave a name. */
const NAMED: ReadonlySet<string> = new Set(["habit", "goal", "food", "recipe", "article"]);

/** Where the figures come from: one quiet line, and each source on tap. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation();
  const spoken = useSpoken({ exercises: true });
  const labelOf = ({ label, ref }: Source) => (NAMED.has(kindOf(ref)) ? label : spoken(label));
  const only = sources.length === 1 ? sources[0] : undefined;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Source | null>(null);
  const shown = chosen ?? only ?? null;
  const close = () => {
    setOpen(false);
    setChosen(null);
  };
  return (
    <View className="items-start">
      <Button variant="plain" icon={BookOpen} className="min-h-11 max-w-full px-4" label={only ? labelOf(only) : t("coach.sourceCount", { count: sources.length })} onPress={() => setOpen(true)} />
      {open ? (
        <Sheet open title={shown ? labelOf(shown) : t("coach.sources")} close={t("common.close")} onClose={close}>
          {shown ? (
            <>
              <SourceView source={shown} />
              {only ? null : <Button variant="quiet" icon={ChevronStart} className="self-start px-2" label={t("coach.sources")} onPress={() => setChosen(null)} />}
            </>
          ) : (
            <View>
              {sources.map((source, place) => (
                <ListRow key={source.ref} first={place === 0} icon={KINDS[kindOf(source.ref)].icon} title={labelOf(source)} onPress={() => setChosen(source)} />
              ))}
            </View>
          )}
        </Sheet>
      ) : null}
    </View>
  );
}

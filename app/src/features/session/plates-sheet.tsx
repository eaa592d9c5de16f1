import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { useKept } from "@/lib/kept";
import { WEIGHT_UNIT } from "@/lib/quantities";
import type { DraftExercise } from "@/lib/running";
import { Segmented, Sheet, Stepper, Txt } from "@/ui";
import { Amount } from "./amount";
import { shownNumber } from "./fields";
import { nextSet } from "./flow";
import { BARS, loadBar, PLATES, rackOf, type Rack } from "./plates";
import { usePlayer } from "./use-player";

const MOST_PAIRS = 10;

/** What goes on each side of the bar for the set that comes. The bar and the plates there are stay as they were. */
export function PlatesSheet({ entry }: { entry: DraftExercise }) {
  const { t } = useTranslation();
  const { units, format, show } = usePlayer();
  const [rack, setRack] = useKept<Rack>(`rack.${units}`, rackOf(units));
  const set = nextSet(entry) ?? entry.sets.at(-1);
  const kg = (value: number) => `${format.number(value, 2)} ${WEIGHT_UNIT[units]}`;
  const wanted = shownNumber("weight_kg", set?.weight_kg ?? 0, units);
  const pairs = (plate: number) => rack.pairs[String(plate)] ?? 0;
  return (
    <Sheet open title={t("session.barAndPlates")} close={t("common.close")} onClose={() => show(null)}>
      {set && !set.done ? <Amount setId={set.id} exerciseId={entry.exercise_id} name="weight_kg" values={set} /> : null}
      <BarPicture wanted={wanted} rack={rack} kg={kg} />
      <Txt kind="label">{t("session.bar")}</Txt>
      <Segmented label={t("session.bar")} options={BARS[units].map((bar) => ({ value: String(bar), label: kg(bar) }))} value={String(rack.bar)} onChange={(bar) => setRack({ ...rack, bar: Number(bar) })} />
      <Txt kind="label">{t("session.myPlates")}</Txt>
      {PLATES[units].map((plate) => (
        <View key={plate} className="flex-row items-center justify-between">
          <Txt className="tabular-nums">{kg(plate)}</Txt>
          <Stepper
            label={t("session.pairsOf", { plate: kg(plate) })}
            value={pairs(plate)}
            max={MOST_PAIRS}
            less={t("session.fewerPairs", { plate: kg(plate) })}
            more={t("session.morePairs", { plate: kg(plate) })}
            onChange={(count) => setRack({ ...rack, pairs: { ...rack.pairs, [String(plate)]: count } })}
          />
        </View>
      ))}
    </Sheet>
  );
}

const FULL = 25;
const [LEAST_HEIGHT, MORE_HEIGHT] = [44, 56];

/** One side of the bar, as it lies before one: the heaviest plate innermost. */
function BarPicture({ wanted, rack, kg }: { wanted: number; rack: Rack; kg: (value: number) => string }) {
  const { t } = useTranslation();
  const { format, units } = usePlayer();
  if (wanted < rack.bar - 0.01) return <Txt>{t("session.underBar")}</Txt>;
  const { side, total } = loadBar(wanted, rack);
  const heaviest = FULL * (units === "imperial" ? 1.8 : 1);
  const exact = Math.abs(total - wanted) < 0.02;
  return (
    <View className="gap-2">
      <Txt kind="label">{t("session.perSide")}</Txt>
      <View role="img" aria-label={side.length ? t("session.sideLabel", { plates: side.map(kg).join(", ") }) : t("session.barAlone")} className="flex-row items-center justify-center min-h-28">
        <View className="w-8 h-3 bg-muted rounded-s-full" />
        <View className="w-2 h-8 bg-muted rounded" />
        {side.map((plate, place) => (
          <View key={place} style={{ height: LEAST_HEIGHT + MORE_HEIGHT * Math.min(1, plate / heaviest) }} className="w-10 mx-px rounded-lg bg-brand items-center justify-center">
            <Txt maxFontSizeMultiplier={1.2} className="text-xs font-bold text-on-brand tabular-nums">
              {format.number(plate, 2)}
            </Txt>
          </View>
        ))}
        <View className="w-10 h-3 bg-muted rounded-e-full" />
      </View>
      <Txt className={exact ? "font-semibold text-center" : "text-muted text-center"}>{side.length === 0 && exact ? t("session.barAlone") : t(exact ? "session.total" : "session.nearest", { total: kg(total) })}</Txt>
    </View>
  );
}

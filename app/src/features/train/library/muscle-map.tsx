import { View } from "react-native";
import Body, { type ExtendedBodyPart, type Slug } from "react-native-body-highlighter";
import { useMe } from "@/sync/me";
import { Txt } from "@/ui";
import { useTones } from "@/ui/tones";
import type { Exercise, Muscle } from "../model";
import { useWords } from "../use-words";

/** Where each muscle is on the picture, which knows fewer than we do. */
const PARTS: Record<Muscle, Slug | null> = {
  chest: "chest",
  front_delts: "deltoids",
  side_delts: "deltoids",
  rear_delts: "deltoids",
  rotator_cuff: "deltoids",
  triceps: "triceps",
  biceps: "biceps",
  forearms: "forearm",
  lats: "upper-back",
  upper_back: "upper-back",
  traps: "trapezius",
  lower_back: "lower-back",
  abs: "abs",
  obliques: "obliques",
  hip_flexors: null,
  glutes: "gluteal",
  quads: "quadriceps",
  hamstrings: "hamstring",
  adductors: "adductors",
  abductors: "gluteal",
  calves: "calves",
  shins: "tibialis",
  neck: "neck",
};
const SCALE = 0.75;
/** The picture has colours of its own for what is not named. */
const EVERY: readonly Slug[] = ["abs", "adductors", "ankles", "biceps", "calves", "chest", "deltoids", "feet", "forearm", "gluteal", "hamstring", "hands", "head", "knees", "lower-back", "neck", "obliques", "quadriceps", "tibialis", "trapezius", "triceps", "upper-back"];

/** The body from both sides, with what an exercise trains directly and where it helps; said in words as well. */
export function MuscleMap({ exercise }: { exercise: Exercise }) {
  const { t, muscle } = useWords();
  const sex = useMe()?.sex;
  const [brand, soft, body] = useTones("brand", "accent", "line");
  const direct = exercise.muscles.filter((each) => each.share === 1).map((each) => each.muscle);
  const helping = exercise.muscles.filter((each) => each.share < 1).map((each) => each.muscle);
  const parts = new Map<Slug, string | undefined>(EVERY.map((slug) => [slug, body]));
  for (const [muscles, colour] of [[helping, soft], [direct, brand]] as const)
    for (const each of muscles) {
      const slug = PARTS[each];
      if (slug) parts.set(slug, colour);
    }
  const data: ExtendedBodyPart[] = [...parts].map(([slug, fill]) => ({ slug, styles: { fill } }));
  const told = [direct.length ? t("train.exercise.trains", { muscles: direct.map(muscle).join(", ") }) : null, helping.length ? t("train.exercise.helps", { muscles: helping.map(muscle).join(", ") }) : null].filter(Boolean);
  return (
    <View className="gap-3">
      <View role="img" aria-label={told.join(". ")} className="flex-row justify-center gap-4" style={{ direction: "ltr" }}>
        {(["front", "back"] as const).map((side) => (
          <View key={side} aria-hidden pointerEvents="none">
            <Body data={data} side={side} gender={sex === "female" ? "female" : "male"} scale={SCALE} border="none" defaultFill={body} hiddenParts={["hair"]} />
          </View>
        ))}
      </View>
      <Legend colour="bg-brand" text={direct.length ? told[0] : null} />
      <Legend colour="bg-accent" text={helping.length ? told.at(-1) : null} />
    </View>
  );
}

function Legend({ colour, text }: { colour: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <View className="flex-row items-center gap-2">
      <View className={`size-3 rounded-full ${colour}`} />
      <Txt className="flex-1">{text}</Txt>
    </View>
  );
}

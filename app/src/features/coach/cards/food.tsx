import { View } from "react-native";
import { useUnitName } from "@/lib/unit-name";
import { cn, Txt } from "@/ui";
import { Bullets, Folded, Part, Table } from "./parts";
import { dataOf, listOf, numberIn, textOf, textsOf, type Data } from "./read";
import { MACROS, useWords } from "./words";

/** What would be logged; a figure that is not known is not shown. */
export function MealDraft({ data }: { data: Data }) {
  const { t, day, macros, said } = useWords();
  const amountOf = useAmount();
  const items = listOf(data.items);
  const unknown = Object.keys(dataOf(data.unknown));
  return (
    <>
      <Txt kind="small">{`${day(textOf(data.day))}, ${textOf(data.time)}`}</Txt>
      {items.map((item, place) => (
        <View key={place} className={cn("gap-0.5", place > 0 && "border-t border-line pt-3")}>
          <View className="flex-row flex-wrap items-baseline justify-between gap-x-3">
            <Txt kind="strong">{textOf(item.name)}</Txt>
            <Txt className="tabular-nums">
              {amountOf(textOf(item.amount))}
              {item.assumed ? <Txt kind="small">{` (${t("coach.card.usual")})`}</Txt> : null}
            </Txt>
          </View>
          <Txt kind="small">{macros(item).join(" · ")}</Txt>
        </View>
      ))}
      {items.length > 1 ? <Totals of={dataOf(data.totals)} title={t("coach.card.together")} /> : null}
      {unknown.length ? <Txt kind="small">{t("coach.card.unknown", { names: unknown.map(said).join(", ") })}</Txt> : null}
    </>
  );
}

const AMOUNT = /^([\d.]+) (.+?)( \([^()]*\))?$/;

/** Return how an amount is said: `2 large (100 g)`. */
function useAmount(): (text: string) => string {
  const { said } = useWords();
  const unitOf = useUnitName();
  return (text) => {
    const [, count = "", unit = "", grams = ""] = AMOUNT.exec(text) ?? [];
    return count ? `${said(count)} ${unitOf(unit === "servings" ? "serving" : unit, Number(count))}${said(grams)}` : said(text);
  };
}

function Totals({ of, title }: { of: Data; title: string }) {
  const { t, amount } = useWords();
  return (
    <View className="gap-2 rounded-2xl bg-raised p-4">
      <Txt kind="label">{title}</Txt>
      <View className="flex-row flex-wrap gap-x-5 gap-y-2">
        {MACROS.map(([key, name, unit]) =>
          numberIn(of[key]) === undefined ? null : (
            <View key={key}>
              <Txt kind="strong" className="tabular-nums">
                {amount(of[key], unit)}
              </Txt>
              <Txt kind="small">{t(`coach.card.${name}`)}</Txt>
            </View>
          ),
        )}
      </View>
    </View>
  );
}

export function Food({ data }: { data: Data }) {
  const { t, amount, said } = useWords();
  const amountOf = useAmount();
  const [here, hundred] = [dataOf(data.in_amount), dataOf(data.per_100g)];
  const [more, moreHundred] = [dataOf(data.more_in_amount), dataOf(data.more_per_100g)];
  const rows = [
    ...MACROS.flatMap(([key, name, unit]) => (key in hundred ? [[t(`coach.card.${name}`), amount(here[key], unit), amount(hundred[key], unit)]] : [])),
    ...Object.keys(more).map((name) => [said(name), said(textOf(more[name])), said(textOf(moreHundred[name]))]),
  ];
  const parts = textsOf(data.parts);
  return (
    <>
      <Table label={textOf(data.food)} columns={["", amountOf(textOf(data.amount)), t("coach.card.hundred")]} rows={rows} />
      {parts.length ? <Bullets items={parts} /> : null}
      {data.attribution ? <Txt kind="small">{textOf(data.attribution)}</Txt> : null}
    </>
  );
}

export function Recipes({ data }: { data: Data }) {
  const { t, macros, said } = useWords();
  return (
    <Folded items={listOf(data.items)} few={3}>
      {(item, place) => {
        const minutes = numberIn(item.minutes);
        return (
          <View key={place} className={cn("gap-0.5", place > 0 && "border-t border-line pt-3")}>
            <Txt kind="strong">{textOf(item.name)}</Txt>
            <Txt kind="small">{[...(minutes === undefined ? [] : [t("coach.card.minutes", { count: minutes })]), ...macros(dataOf(item.per_serving))].join(" · ")}</Txt>
            {item.why ? <Txt>{said(textOf(item.why))}</Txt> : null}
          </View>
        );
      }}
    </Folded>
  );
}

export function MealPlan({ data }: { data: Data }) {
  const { t, number, said } = useWords();
  const targets = dataOf(data.targets);
  const figure = (value: unknown) => (typeof value === "number" ? number(value) : said(textOf(value)));
  return (
    <>
      <Txt kind="small">{t("coach.card.aDay", { energy: figure(targets.energy_kcal), protein: figure(targets.protein_g) })}</Txt>
      <Folded items={listOf(data.days)} few={2}>
        {(each, place) => (
          <View key={place} className="gap-2 border-t border-line pt-3">
            <View className="flex-row flex-wrap justify-between gap-x-3">
              <Txt kind="strong">{said(textOf(each.day))}</Txt>
              {each.energy_kcal ? <Txt kind="small">{said(`${textOf(each.energy_kcal)} kcal`)}</Txt> : null}
            </View>
            {listOf(each.meals).map((meal, at) => (
              <Meal key={at} meal={meal} />
            ))}
          </View>
        )}
      </Folded>
    </>
  );
}

const SLOTS = ["breakfast", "lunch", "dinner", "snack"] as const;

export function useSlot(): (slot: unknown) => string {
  const { t } = useWords();
  return (slot) => {
    const known = SLOTS.find((each) => each === slot);
    return known ? t(`coach.card.slot.${known}`) : textOf(slot);
  };
}

function Meal({ meal }: { meal: Data }) {
  const { t, number, said } = useWords();
  const slot = useSlot();
  const servings = Number(textOf(meal.servings)) || 1;
  const beside = textsOf(meal.with);
  const details = [meal.servings ? t("coach.card.servings", { count: servings, number: number(servings, 2) }) : "", beside.length ? t("coach.card.with", { names: beside.join(", ") }) : "", meal.energy_kcal ? said(`${textOf(meal.energy_kcal)} kcal`) : ""];
  return (
    <View className="gap-0.5">
      <Txt>
        <Txt className="text-muted">{`${slot(meal.slot)}: `}</Txt>
        {textOf(meal.name)}
      </Txt>
      <Txt kind="small">{details.filter(Boolean).join(" · ")}</Txt>
    </View>
  );
}

export function MealSwap({ data }: { data: Data }) {
  const { t, day } = useWords();
  return (
    <>
      <Txt kind="small">{day(textOf(data.day))}</Txt>
      {(["before", "after"] as const).map((side) => (
        <View key={side} className={cn("rounded-2xl p-4", side === "after" ? "bg-brand-soft" : "bg-raised")}>
          <Part title={t(`coach.card.${side}`)}>
            <Meal meal={dataOf(data[side])} />
          </Part>
        </View>
      ))}
    </>
  );
}

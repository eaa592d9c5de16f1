import { renderHook } from "@testing-library/react-native";
import i18n from "@/i18n";
import words, { measures } from "@/i18n/es";
import { useUnitName } from "./unit-name";

const named = async (unit: string, count: number) => (await renderHook(() => useUnitName())).result.current(unit, count);

test("in English, a measure is named as the food table has it", async () => {
  expect(await named("cup, cubes", 2)).toBe("cups, cubes");
  expect(await named('medium (2-1/2" dia)', 1)).toBe('medium (2-1/2" dia)');
  expect(await named("breast", 1)).toBe("breast");
});

describe("in Spanish", () => {
  beforeAll(async () => {
    i18n.addResourceBundle("es", "translation", words).addResourceBundle("es", "measures", measures);
    await i18n.changeLanguage("es");
  });
  afterAll(() => i18n.changeLanguage("en"));

  test.each([
    ["cup, cubes", 1, "taza, en dados"],
    ["cup, cubes", 2, "tazas, en dados"],
    ['medium (2-1/2" dia)', 1, "mediano"],
    ["breast", 2, "pechugas"],
    ["fillet (3 oz)", 1, "filete"],
    ["oz", 1, "oz"],
    ["honeybun", 1, "honeybun"],
  ])("%s, %s", async (unit, count, said) => {
    expect(await named(unit, count)).toBe(said);
  });
});

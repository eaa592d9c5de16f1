import { useTranslation } from "react-i18next";
import { setLanguage, LANGUAGES, type Language } from "@/i18n";
import { deviceLocale, deviceTimeZone } from "@/lib/locale";
import { useUnits } from "@/sync/me";
import { Unsent } from "@/sync/unsent";
import { Button, Card, Choices, Segmented, Txt } from "@/ui";
import { Part } from "./parts/part";
import { isZone } from "./parts/read";
import { TypedField } from "./parts/typed-field";
import { useKeptChoice } from "./parts/use-kept-choice";
import { useProfile } from "./parts/use-profile";
import { THEMES, UNITS } from "./parts/words";
import { setTheme, type Theme } from "@/lib/theme";

const SPOKEN = ["device", ...Object.keys(LANGUAGES)] as ("device" | Language)[];

export function PreferencesScreen() {
  const { t } = useTranslation();
  const { me, change, refusal } = useProfile();
  const units = useUnits();
  const [theme, setShownTheme] = useKeptChoice<Theme>("theme", "system");
  const [language, setShownLanguage] = useKeptChoice<"device" | Language>("language", "device");
  const here = deviceTimeZone();
  const look = (next: Theme) => {
    setShownTheme(next);
    void setTheme(next);
  };
  const speak = (next: "device" | Language) => {
    setShownLanguage(next);
    void setLanguage(next === "device" ? null : next);
    void change({ locale: next === "device" ? deviceLocale() : next });
  };
  return (
    <Part title={t("you.preferences.title")} aside={me ? <Unsent kind="user" id={me.id} /> : null}>
      <Card title={t("you.preferences.language")}>
        <Choices label={t("you.preferences.language")} chosen={language} onChange={speak} options={SPOKEN.map((value) => ({ value, label: value === "device" ? t("you.preferences.asDevice") : LANGUAGES[value] }))} />
        <Txt kind="small">{t("you.preferences.languageText")}</Txt>
      </Card>
      <Card title={t("you.preferences.theme")}>
        <Segmented label={t("you.preferences.theme")} value={theme} options={THEMES.map((value) => ({ value, label: t(`you.preferences.${value}`) }))} onChange={look} />
        <Txt kind="small">{t("you.preferences.themeText")}</Txt>
      </Card>
      <Card title={t("you.preferences.units")}>
        <Segmented label={t("you.preferences.units")} value={units} options={UNITS.map((value) => ({ value, label: t(`you.preferences.${value}`) }))} onChange={(next) => void change({ units: next })} />
        <Txt kind="small">{t("you.preferences.unitsText")}</Txt>
      </Card>
      <Card title={t("you.preferences.zone")}>
        <TypedField
          label={t("you.preferences.zone")}
          hint={t("you.preferences.zoneText")}
          value={me?.time_zone ?? ""}
          read={(text) => (isZone(text.trim()) ? text.trim() : undefined)}
          bad={t("you.preferences.badZone")}
          save={(time_zone) => void change({ time_zone })}
          error={refusal("time_zone")}
          autoCapitalize="none"
          autoCorrect={false}
        />
        {me && me.time_zone !== here ? <Button variant="soft" label={t("you.preferences.zoneHere", { zone: here.replaceAll("_", " ") })} onPress={() => void change({ time_zone: here })} /> : null}
      </Card>
    </Part>
  );
}

import { router, useLocalSearchParams } from "expo-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { ApiError } from "@/api/client";
import { useProblemText } from "@/api/problem-text";
import { useSession } from "@/api/use-session";
import { useSync } from "@/sync/provider";
import { Button, Card, Field, Screen, Txt } from "@/ui";
import { PenLine } from "@/ui/icons";
import { basketOf } from "../basket";
import { Header } from "../header";
import { foodByBarcode, rememberFood, wholeFood } from "../requests";
import { barcodeOf, sameCode } from "./codes";
import { Lens } from "./lens";

type State = { kind: "looking"; code: string } | { kind: "unknown"; code: string } | { kind: "failed"; code: string; text: string } | null;

/** A barcode: seen by the camera or typed; one that nobody knows becomes a food of one's own. */
export function ScanScreen() {
  const { t } = useTranslation();
  const { day } = useLocalSearchParams<{ day?: string }>();
  const { phone } = useSync();
  const store = basketOf(useSession()?.userId ?? "");
  const textOf = useProblemText();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [state, setState] = useState<State>(null);
  const asked = useRef("");

  const open = (id: string) => {
    if (day) store.change({ day, mealId: null, slot: null, clock: null });
    router.dismissTo("/food");
    router.push({ pathname: "/food/[id]", params: { id } });
  };
  const look = async (code: string) => {
    asked.current = code;
    const own = phone?.all("food").find((food) => typeof food.barcode === "string" && sameCode(food.barcode, code));
    if (own) return open(String(own.id));
    setState({ kind: "looking", code });
    try {
      const food = await foodByBarcode(code);
      if (asked.current !== code) return;
      rememberFood(wholeFood(food));
      open(food.id);
    } catch (error) {
      if (asked.current !== code) return;
      setState(error instanceof ApiError && error.status === 404 ? { kind: "unknown", code } : { kind: "failed", code, text: textOf(error) });
    }
  };
  const enter = () => {
    const code = barcodeOf(typed);
    setWrong(!code);
    if (code) void look(code);
  };
  return (
    <Screen narrow>
      <Header title={t("eat.scan")} />
      <Lens onCode={(code) => void look(code)} />
      {state ? (
        <Card>
          <View role="status" className="gap-1">
            <Txt kind="strong">{state.kind === "looking" ? t("eat.looking") : state.kind === "unknown" ? t("eat.unknownCode") : state.text}</Txt>
            <Txt kind="small" className="tabular-nums">
              {state.code}
            </Txt>
          </View>
          {state.kind === "failed" ? <Button variant="soft" label={t("common.retry")} onPress={() => void look(state.code)} /> : null}
          {state.kind === "looking" ? null : <Button icon={PenLine} label={t("eat.createWithCode")} onPress={() => router.replace({ pathname: "/food/new", params: { barcode: state.code } })} />}
        </Card>
      ) : null}
      <Card title={t("eat.typeCode")}>
        <Field label={t("eat.barcode")} value={typed} onChangeText={setTyped} inputMode="numeric" maxLength={20} error={wrong ? t("eat.badBarcode") : undefined} onSubmitEditing={enter} />
        <Button variant="soft" label={t("eat.lookUp")} onPress={enter} />
      </Card>
    </Screen>
  );
}

import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Icon, IconButton, Screen, Txt } from "@/ui";
import { ChevronStart, Dumbbell } from "@/ui/icons";
import { AddressForm } from "./address-form";
import { CodeForm } from "./code-form";
import { FactorForm } from "./factor-form";
import { ForgotForm, ResetForm } from "./forgot-forms";
import { PasswordForm } from "./password-form";
import { useSignIn, type SignIn } from "./use-sign-in";

export function SignInScreen() {
  const signIn = useSignIn();
  const { t } = useTranslation();
  return (
    <Screen narrow>
      <View className="min-h-12 justify-center">{signIn.step.name === "address" ? null : <IconButton icon={ChevronStart} label={t("common.back")} onPress={() => signIn.go({ name: "address" })} />}</View>
      <View className="gap-3 pb-4">
        <View className="size-14 rounded-2xl bg-brand items-center justify-center">
          <Icon of={Dumbbell} tone="on-brand" size={28} />
        </View>
        <View>
          <Txt className="text-4xl font-bold tracking-tight">Fitzen</Txt>
          <Txt className="text-lg text-muted">{t("auth.tagline")}</Txt>
        </View>
      </View>
      <Form signIn={signIn} />
    </Screen>
  );
}

function Form({ signIn }: { signIn: SignIn }) {
  const { step } = signIn;
  if (step.name === "code") return <CodeForm signIn={signIn} step={step} />;
  if (step.name === "password") return <PasswordForm signIn={signIn} />;
  if (step.name === "register") return <PasswordForm signIn={signIn} anew />;
  if (step.name === "forgot") return <ForgotForm signIn={signIn} />;
  if (step.name === "reset") return <ResetForm signIn={signIn} address={step.address} />;
  if (step.name === "factor") return <FactorForm signIn={signIn} token={step.token} />;
  return <AddressForm signIn={signIn} />;
}

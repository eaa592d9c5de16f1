import { useTranslation } from "react-i18next";
import { Button } from "@/ui";
import { socialProviders, socialToken, type Provider } from "@/lib/social";
import { logInBy } from "./requests";
import type { SignIn } from "./use-sign-in";

/** Buttons of those that this build is configured for; none are shown where there are none. */
export function SocialButtons({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation();
  const go = (provider: Provider) =>
    void signIn.run(async () => {
      const token = await socialToken(provider);
      if (token) await signIn.take(await logInBy(provider, token));
    });
  return socialProviders().map((provider) => <Button key={provider} variant="plain" label={t(`auth.${provider}`)} disabled={signIn.busy} onPress={() => go(provider)} />);
}

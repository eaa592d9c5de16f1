import { useTranslation } from "react-i18next";
import { useRefusal } from "@/lib/spoken";
import { ApiError } from "./client";

/** Return how to say to a person why something failed: the server's words where it has some, in the person's language. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  const refusal = useRefusal();
  return (error) => {
    if (!(error instanceof ApiError)) return t("common.failed");
    if (error.unreachable) return t("common.unreachable");
    return refusal(error.problem) ?? t("common.failed");
  };
}

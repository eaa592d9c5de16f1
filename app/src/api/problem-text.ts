import { useTranslation } from "react-i18next";
import { ApiError } from "./client";

/** Return how to say to a person why something failed: the server's words where it has some. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t("common.failed");
    if (error.unreachable) return t("common.unreachable");
    return error.problem?.errors[0]?.message ?? error.problem?.detail ?? t("common.failed");
  };
}

import { useTranslation } from "react-i18next";
import { useRecords, useSync } from "@/sync/provider";
import { WRITABLE } from "@/sync/writable";
import { Empty, Skeleton } from "@/ui";
import { Check } from "@/ui/icons";
import { Part } from "../parts/part";
import { Decision } from "./decision";

const KINDS = [...WRITABLE.keys()];

/** What the server would not take: the person decides, one by one. */
export function DecisionsScreen() {
  const { t } = useTranslation();
  const { phone } = useSync();
  const shown = useRecords(KINDS, (device) => [...device.shown]);
  return (
    <Part title={t("decisions.title")} text={shown?.length ? t("decisions.text") : undefined}>
      {!phone || !shown ? (
        <Skeleton label={t("common.loading")} heights={[220, 220]} />
      ) : shown.length ? (
        shown.map((each) => <Decision key={each.op.op_id} phone={phone} shown={each} />)
      ) : (
        <Empty icon={Check} title={t("decisions.none")} text={t("decisions.noneText")} />
      )}
    </Part>
  );
}

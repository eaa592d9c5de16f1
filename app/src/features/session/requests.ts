import { useQuery } from "@tanstack/react-query";
import { nextSessionQuery } from "@/lib/running/next";
import { useRecords } from "@/sync/provider";
import { proposalOf, type NextSession, type Proposal } from "./plan";
import { useEffect, useMemo, useState } from "react";

const PATIENCE_MS = 3000;

/**
 * Return the session that is due: null where there is none, undefined while it is not known.
 *
 * Who stands in the gym does not wait for a network: after a moment it is what the device knows.
 */
export function useProposal(): Proposal | null | undefined {
  const asked = useQuery(nextSessionQuery);
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const told: NextSession | undefined = asked.data;
  const proposal = useRecords(
    ["workout", "training_plan"],
    useMemo(() => (phone: Parameters<typeof proposalOf>[0]) => proposalOf(phone, told), [told]),
  );
  const waits = asked.isPending && asked.fetchStatus === "fetching" && patient;
  return waits ? undefined : proposal;
}

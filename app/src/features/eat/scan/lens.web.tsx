import { createElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { View } from "react-native";
import { Empty } from "@/ui";
import { Barcode } from "@/ui/icons";
import { openDetector } from "./detector";
import type { LensProps } from "./lens-props";
import { ScanHint } from "./scan-hint";

const EVERY_MS = 200;
type State = "opening" | "on" | "denied" | "none";

/** The camera of a browser; what it sees is looked at some times a second. */
export function Lens({ onCode }: LensProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  const [state, setState] = useState<State>("opening");
  useEffect(() => {
    told.current = onCode;
  });
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const run = async () => {
      if (!navigator.mediaDevices) return setState("none");
      const [opened, detector] = await Promise.all([navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } }), openDetector()]);
      stream = opened;
      if (over || !video.current) return stop(opened);
      video.current.srcObject = opened;
      await video.current.play();
      setState("on");
      let last = "";
      const look = async () => {
        const code = video.current?.videoWidth ? await detector(video.current) : null;
        if (over) return;
        if (code && code !== last) told.current((last = code));
        timer = setTimeout(() => void look(), EVERY_MS);
      };
      await look();
    };
    run().catch((error: unknown) => over || setState((error as Error).name === "NotAllowedError" ? "denied" : "none"));
    return () => {
      over = true;
      clearTimeout(timer);
      if (stream) stop(stream);
    };
  }, []);
  return (
    <View className="gap-3">
      <View className="h-72 rounded-card overflow-hidden bg-raised items-center justify-center">
        {createElement("video", { ref: video, muted: true, playsInline: true, "aria-label": t("eat.camera"), hidden: state !== "on", style: { width: "100%", height: "100%", objectFit: "cover" } })}
        {state === "denied" || state === "none" ? <Empty icon={Barcode} title={t(state === "denied" ? "eat.cameraDenied" : "eat.cameraNone")} text={t("eat.typeInstead")} /> : null}
      </View>
      {state === "on" ? <ScanHint /> : null}
    </View>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

import Svg, { Circle } from "react-native-svg";
import { useTones } from "@/ui/tones";

const WIDTH = 4;

/** A thin ring: how much of something is done. What it stands in says it in words. */
export function MiniRing({ value, size }: { value: number; size: number }) {
  const [track, colour] = useTones("raised", "brand");
  const radius = size / 2 - WIDTH / 2;
  const round = 2 * Math.PI * radius;
  const part = Math.min(1, Math.max(0, value));
  return (
    <Svg width={size} height={size} style={{ position: "absolute" }} aria-hidden>
      <Circle cx={size / 2} cy={size / 2} r={radius} stroke={track} strokeWidth={WIDTH} fill="none" />
      {part > 0 ? <Circle cx={size / 2} cy={size / 2} r={radius} stroke={colour} strokeWidth={WIDTH} strokeLinecap="round" fill="none" strokeDasharray={`${round * part} ${round}`} transform={`rotate(-90 ${size / 2} ${size / 2})`} /> : null}
    </Svg>
  );
}

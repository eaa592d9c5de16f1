import makeCode from "qrcode-generator";
import { useMemo } from "react";
import { View } from "react-native";
import Svg, { Path } from "react-native-svg";

const QUIET = 4;

/** Draw a text as a QR code: dark on light in both themes, for cameras want it so. */
export function QrCode({ text, label, size = 208 }: { text: string; label: string; size?: number }) {
  const { path, side } = useMemo(() => modulesOf(text), [text]);
  return (
    <View role="img" aria-label={label} className="self-center rounded-field overflow-hidden">
      <Svg width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
        <Path d={`M0 0h${side}v${side}H0z`} fill="#ffffff" />
        <Path d={path} fill="#000000" />
      </Svg>
    </View>
  );
}

/** Return the dark squares as a path, and how many squares a side has with its margin. */
export function modulesOf(text: string): { path: string; side: number } {
  const code = makeCode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row += 1) for (let column = 0; column < count; column += 1) if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  return { path, side: count + 2 * QUIET };
}

import { Text, type TextProps } from "react-native";
import { cn } from "./cn";

const KINDS = {
  figure: "text-4xl font-bold tracking-tight tabular-nums text-ink",
  title: "text-2xl md:text-3xl font-bold tracking-tight text-ink",
  heading: "text-lg font-semibold text-ink",
  strong: "text-base font-semibold text-ink",
  body: "text-base text-ink",
  small: "text-sm text-muted",
  label: "text-sm font-medium text-muted",
} as const;

export type TextKind = keyof typeof KINDS;

/** `level` makes it a heading of that level for screen readers. */
export function Txt({ kind = "body", level, className, ...rest }: TextProps & { kind?: TextKind; level?: 1 | 2 | 3; className?: string }) {
  const heading = level ? ({ role: "heading", "aria-level": level } as const) : {};
  return <Text className={cn(KINDS[kind], className)} {...heading} {...rest} />;
}

import { ActivityIndicator, Pressable, Text, View, type PressableProps } from "react-native";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { LucideIcon } from "./icons";
import { useTone, type Tone } from "./tones";

const VARIANTS = {
  primary: ["bg-brand", "text-on-brand", "on-brand"],
  soft: ["bg-brand-soft", "text-brand", "brand"],
  plain: ["bg-raised", "text-ink", "ink"],
  quiet: ["bg-transparent", "text-brand", "brand"],
  danger: ["bg-warn-soft", "text-warn", "warn"],
} as const satisfies Record<string, readonly [string, string, Tone]>;

type Props = Omit<PressableProps, "children"> & {
  label: string;
  variant?: keyof typeof VARIANTS;
  icon?: LucideIcon;
  /** Something is under way: it cannot be pressed again, and says so. */
  busy?: boolean;
  className?: string;
};

export function Button({ label, variant = "primary", icon, busy = false, disabled, className, ...rest }: Props) {
  const [box, ink, tone] = VARIANTS[variant];
  const colour = useTone(tone);
  return (
    <Pressable
      role="button"
      aria-label={label}
      aria-busy={busy}
      disabled={disabled || busy}
      className={cn("min-h-12 px-5 py-2 rounded-full flex-row gap-2 items-center justify-center active:opacity-80 disabled:opacity-50", box, className)}
      {...rest}
    >
      {busy ? (
        <View aria-hidden>
          <ActivityIndicator size="small" color={colour} />
        </View>
      ) : icon ? (
        <Icon of={icon} tone={tone} size={20} />
      ) : null}
      <Text className={cn("text-base font-semibold text-center", ink)}>{label}</Text>
    </Pressable>
  );
}

/** A round button that shows an icon alone; `label` is for those who do not see it. */
export function IconButton({ label, icon, tone = "ink", className, ...rest }: Omit<PressableProps, "children"> & { label: string; icon: LucideIcon; tone?: Tone; className?: string }) {
  return (
    <Pressable role="button" aria-label={label} className={cn("size-11 rounded-full items-center justify-center bg-raised active:opacity-80 disabled:opacity-50", className)} {...rest}>
      <Icon of={icon} tone={tone} />
    </Pressable>
  );
}

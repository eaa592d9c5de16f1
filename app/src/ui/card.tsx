import type { ReactNode } from "react";
import { View, type ViewProps } from "react-native";
import { cn } from "./cn";
import { Txt } from "./text";

type Props = ViewProps & { title?: string; aside?: ReactNode; className?: string };

/** `aside` stands at the end of the title's line. */
export function Card({ title, aside, className, children, ...rest }: Props) {
  return (
    <View className={cn("bg-card rounded-card border border-line p-5 gap-3", className)} {...rest}>
      {title ? (
        <View className="flex-row items-center justify-between gap-3">
          <Txt kind="heading" level={2} className="flex-1">
            {title}
          </Txt>
          {aside}
        </View>
      ) : null}
      {children}
    </View>
  );
}

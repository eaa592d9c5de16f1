import { View } from "react-native";
import { Button } from "./button";
import { Icon } from "./icon";
import type { LucideIcon } from "./icons";
import { Txt } from "./text";

/** Nothing is here yet: what would be, and the next step. */
export function Empty({ icon, title, text, action, onAction }: { icon: LucideIcon; title: string; text?: string; action?: string; onAction?: () => void }) {
  return (
    <View className="items-center gap-2 py-6">
      <View className="size-14 rounded-full bg-brand-soft items-center justify-center">
        <Icon of={icon} tone="brand" size={26} />
      </View>
      <Txt kind="strong" className="text-center">
        {title}
      </Txt>
      {text ? (
        <Txt kind="small" className="text-center max-w-xs">
          {text}
        </Txt>
      ) : null}
      {action ? <Button label={action} variant="soft" onPress={onAction} className="mt-2" /> : null}
    </View>
  );
}

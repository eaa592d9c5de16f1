import { View } from "react-native";
import { Txt } from "@/ui";

export function Bullets({ items }: { items: string[] }) {
  return (
    <View role="list" className="gap-1.5">
      {items.map((item) => (
        <View key={item} role="listitem" className="flex-row gap-2">
          <Txt className="text-muted">•</Txt>
          <Txt className="flex-1">{item}</Txt>
        </View>
      ))}
    </View>
  );
}

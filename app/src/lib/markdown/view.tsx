import { useMemo } from "react";
import { Linking, Text, View } from "react-native";
import { cn, Txt } from "@/ui";
import { blocksOf, type Block, type Span } from "./markdown";

/** `from` is the level of the first headings, so that they stand below what is around them. */
export function MarkdownView({ text, from = 3 }: { text: string; from?: 2 | 3 }) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <View className="gap-2.5">
      {blocks.map((block, place) => (
        <BlockView key={place} block={block} from={from} />
      ))}
    </View>
  );
}

function BlockView({ block, from }: { block: Block; from: 2 | 3 }) {
  if (block.kind === "heading")
    return (
      <Txt kind={block.level <= 2 ? "heading" : "strong"} level={block.level <= 2 ? from : 3} className="pt-2">
        <Spans spans={block.spans} />
      </Txt>
    );
  if (block.kind === "item")
    return (
      <View className="flex-row gap-2" style={{ paddingStart: block.level * 16 }}>
        <Txt className="min-w-5 leading-6 text-muted">{block.mark}</Txt>
        <Txt className="flex-1 leading-6" selectable>
          <Spans spans={block.spans} />
        </Txt>
      </View>
    );
  return (
    <Txt className="leading-6" selectable>
      <Spans spans={block.spans} />
    </Txt>
  );
}

function Spans({ spans }: { spans: Span[] }) {
  return spans.map(({ text, bold, italic, code, url }, place) =>
    url ? (
      <Text key={place} role="link" className="text-brand underline" onPress={() => void Linking.openURL(url)}>
        {text}
      </Text>
    ) : (
      <Text key={place} className={cn(bold && "font-semibold", italic && "italic", code && "font-mono")}>
        {text}
      </Text>
    ),
  );
}

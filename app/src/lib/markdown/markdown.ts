/** The little of Markdown that coaches and articles write, read into blocks: text in, never HTML out. */

export type Span = { text: string; bold?: boolean; italic?: boolean; code?: boolean; url?: string };
export type Block = { kind: "heading" | "text" | "item"; level: number; mark?: string; spans: Span[] };

const INLINE = /\*\*(?<bold>[^*\n]+)\*\*|__(?<strong>[^_\n]+)__|(?<![\w*])\*(?<star>[^*\s][^*\n]*)\*(?!\w)|(?<![\w_])_(?<under>[^_\s][^_\n]*)_(?!\w)|`(?<code>[^`\n]+)`|\[(?<label>[^\]\n]+)\]\((?<url>[^)\s]+)\)/g;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/;

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > from) spans.push({ text: text.slice(from, found.index) });
    spans.push(spanOf(found.groups ?? {}));
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans;
}

function spanOf({ bold, strong, star, under, code, label, url }: Record<string, string | undefined>): Span {
  if (bold ?? strong) return { text: bold ?? strong ?? "", bold: true };
  if (star ?? under) return { text: star ?? under ?? "", italic: true };
  if (code) return { text: code, code: true };
  return { text: label ?? "", ...(isSafe(url) && { url }) };
}

/** Only pages of the web are opened: no script, no file. */
const isSafe = (url: string | undefined): boolean => /^https?:\/\//i.test(url ?? "");

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open = false; // a paragraph or an item that the next line goes on with
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    const last = blocks.at(-1);
    if (!line.trim() || /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) open = false;
    else if (heading) {
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, spans: spansOf(heading[2] ?? "") });
      open = false;
    } else if (item) {
      blocks.push({ kind: "item", level: Math.min(2, Math.floor((item[1]?.length ?? 0) / 2)), mark: item[2] ? `${item[2]}.` : "•", spans: spansOf(item[3] ?? "") });
      open = true;
    } else if (open && last) last.spans = [...last.spans, { text: " " }, ...spansOf(line.trim())];
    else {
      blocks.push({ kind: "text", level: 0, spans: spansOf(line.replace(/^>\s?/, "").trim()) });
      open = true;
    }
  }
  return blocks;
}

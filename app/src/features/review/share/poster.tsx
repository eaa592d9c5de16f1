/** The picture that people post: 1080 by 1350, in colours of its own, so that it looks the same wherever it is made. */

import Svg, { Circle, Defs, G, LinearGradient, Path, RadialGradient, Rect, Stop, Text as SvgText } from "react-native-svg";
import { FONT } from "@/ui/font";
import type { Content, Ring, Tile } from "./content";

export const [WIDTH, HEIGHT] = [1080, 1350];
const [LEFT, RIGHT] = [84, 996];
const GAP = 24;
/** Where the days begin, how far apart records are, what stays free below. */
const [CALENDAR, PITCH, BOTTOM] = [636, 54, 74];

export type Look = "light" | "dark";
type Colours = Record<"top" | "bottom" | "glow" | "ink" | "muted" | "card" | "line" | "brand" | "onBrand" | "protein" | "accent" | "track", string>;

const LOOKS: Record<Look, Colours> = {
  light: { top: "#fbfaf6", bottom: "#d9efe3", glow: "#a9e3c6", ink: "#13211a", muted: "#4d5b54", card: "#ffffff", line: "#d5e2d9", brand: "#0f7148", onBrand: "#ffffff", protein: "#3b5bdb", accent: "#d9770b", track: "#dfe9e2" },
  dark: { top: "#0b110e", bottom: "#0f2a1e", glow: "#1f6b4a", ink: "#f3f8f5", muted: "#a9b8b0", card: "#18241e", line: "#2a3a32", brand: "#4cd499", onBrand: "#06120c", protein: "#91a7ff", accent: "#ffbf66", track: "#233129" },
};

/** Return a font size at which a text fits; letters are about so wide as a part of it. */
const fitted = (text: string, size: number, room: number, wide = 0.58) => Math.min(size, room / (Math.max(1, text.length) * wide));

type Line = { x: number; y: number; size: number; fill: string; weight?: "400" | "500" | "600" | "700" | "800"; anchor?: "start" | "middle" | "end"; spacing?: number; text: string };

function T({ x, y, size, fill, weight = "400", anchor = "start", spacing, text }: Line) {
  return (
    <SvgText fontFamily={FONT} x={x} y={y} fontSize={size} fontWeight={weight} fill={fill} textAnchor={anchor} letterSpacing={spacing}>
      {text}
    </SvgText>
  );
}

export function Poster({ content, look, width }: { content: Content; look: Look; width: number }) {
  const c = LOOKS[look];
  const { kicker, title, hero, days, tiles, rings, records } = content;
  const shownRecords = records ? { ...records, items: records.items.slice(0, content.scale === "week" ? 3 : 2) } : null;
  const recordHeight = shownRecords ? 54 + shownRecords.items.length * PITCH : 0;
  const recordTop = HEIGHT - BOTTOM - recordHeight;
  const tileTop = days ? CALENDAR + (content.scale === "week" ? 132 : 222) : CALENDAR + 10;
  const rows = Math.ceil(tiles.length / 2);
  const room = recordTop - (shownRecords ? 36 : 0) - tileTop;
  const tileHeight = rows ? Math.min(190, (room - GAP * (rows - 1)) / rows) : 0;
  return (
    <Svg width={width} height={(width * HEIGHT) / WIDTH} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <Defs>
        <LinearGradient id="poster-ground" x1="0" y1="0" x2="0.35" y2="1">
          <Stop offset="0" stopColor={c.top} />
          <Stop offset="1" stopColor={c.bottom} />
        </LinearGradient>
        <RadialGradient id="poster-glow" cx="0.5" cy="0.5" r="0.5">
          <Stop offset="0" stopColor={c.glow} stopOpacity={0.55} />
          <Stop offset="1" stopColor={c.glow} stopOpacity={0} />
        </RadialGradient>
      </Defs>
      <Rect width={WIDTH} height={HEIGHT} fill="url(#poster-ground)" />
      <Circle cx={810} cy={400} r={460} fill="url(#poster-glow)" />
      <T x={LEFT} y={128} size={fitted(kicker, 34, 560)} weight="700" fill={c.brand} spacing={1} text={kicker} />
      <T x={LEFT} y={212} size={fitted(title, 78, RIGHT - LEFT, 0.62)} weight="800" fill={c.ink} text={title} />
      {hero ? (
        <>
          <T x={LEFT - 8} y={492} size={fitted(hero.value, 290, rings.length ? 440 : 900, 0.7)} weight="800" fill={c.ink} text={hero.value} />
          <T x={LEFT} y={560} size={fitted(hero.label, 46, 440)} weight="500" fill={c.muted} text={hero.label} />
        </>
      ) : null}
      <Rings rings={rings} c={c} />
      {days && content.scale === "week" ? <WeekDots days={days} top={CALENDAR} c={c} /> : null}
      {days && content.scale === "month" ? <MonthDots days={days} offset={content.offset} top={CALENDAR} c={c} /> : null}
      {tiles.map((tile, place) => (
        <TileBox key={tile.label} tile={tile} c={c} x={LEFT + (place % 2) * 468} y={tileTop + Math.floor(place / 2) * (tileHeight + GAP)} width={tiles.length % 2 && place === tiles.length - 1 ? RIGHT - LEFT : 444} height={tileHeight} />
      ))}
      {shownRecords ? <Records records={shownRecords} top={recordTop} c={c} /> : null}
      <Brand c={c} />
    </Svg>
  );
}

function Rings({ rings, c }: { rings: Ring[]; c: Colours }) {
  const [cx, cy, wide] = [806, 424, 38];
  return (
    <G>
      {rings.map(({ share, tone }, place) => {
        const radius = 166 - place * (wide + 9);
        const round = 2 * Math.PI * radius;
        const part = Math.min(1, Math.max(0.02, share));
        return (
          <G key={tone}>
            <Circle cx={cx} cy={cy} r={radius} stroke={c.track} strokeWidth={wide} fill="none" />
            <Circle cx={cx} cy={cy} r={radius} stroke={c[tone]} strokeWidth={wide} strokeLinecap="round" fill="none" strokeDasharray={`${round * part} ${round}`} transform={`rotate(-90 ${cx} ${cy})`} />
          </G>
        );
      })}
    </G>
  );
}

type Days = NonNullable<Content["days"]>;

/** Seven days: those with a session are full and have a tick. */
function WeekDots({ days, top, c }: { days: Days; top: number; c: Colours }) {
  const pitch = (RIGHT - LEFT) / days.length;
  return (
    <G>
      {days.map(({ name, minutes }, place) => {
        const x = LEFT + pitch * (place + 0.5);
        return (
          <G key={place}>
            <Circle cx={x} cy={top + 30} r={30} fill={minutes > 0 ? c.brand : c.track} />
            {minutes > 0 ? <Path d={`M${x - 12} ${top + 31}l8 9l17 -19`} stroke={c.onBrand} strokeWidth={5.5} strokeLinecap="round" strokeLinejoin="round" fill="none" /> : null}
            <T x={x} y={top + 94} size={26} weight="600" fill={c.muted} anchor="middle" text={name} />
          </G>
        );
      })}
    </G>
  );
}

/** A month as weeks below each other in two blocks of columns: small, round, and full where there was a session. */
function MonthDots({ days, offset, top, c }: { days: Days; offset: number; top: number; c: Colours }) {
  const pitch = (RIGHT - LEFT) / 14;
  return (
    <G>
      {days.map(({ name, minutes }, place) => {
        const at = place + offset;
        const column = at % 14;
        const x = LEFT + pitch * (column + 0.5) + (column > 6 ? 6 : -6);
        const y = top + 22 + Math.floor(at / 14) * 66;
        return (
          <G key={place}>
            <Circle cx={x} cy={y} r={25} fill={minutes > 0 ? c.brand : c.track} />
            <T x={x} y={y + 8} size={22} weight={minutes > 0 ? "700" : "500"} fill={minutes > 0 ? c.onBrand : c.muted} anchor="middle" text={name} />
          </G>
        );
      })}
    </G>
  );
}

function TileBox({ tile, x, y, width, height, c }: { tile: Tile; x: number; y: number; width: number; height: number; c: Colours }) {
  const tall = Math.min(64, height * 0.45);
  const big = fitted(tile.value, tall, width - 68, 0.7);
  return (
    <G>
      <Rect x={x} y={y} width={width} height={height} rx={34} fill={c.card} fillOpacity={0.86} stroke={c.line} strokeWidth={2} />
      <T x={x + 34} y={y + height / 2 + big * 0.14} size={big} weight="800" fill={c.ink} text={tile.value} />
      <T x={x + 34} y={y + height / 2 + tall * 0.14 + tall * 0.62} size={fitted(tile.label, tall * 0.48, width - 68)} weight="500" fill={c.muted} text={tile.label} />
    </G>
  );
}

function Records({ records, top, c }: { records: NonNullable<Content["records"]>; top: number; c: Colours }) {
  return (
    <G>
      <Cup x={LEFT} y={top} fill={c.accent} />
      <T x={LEFT + 50} y={top + 29} size={30} weight="700" fill={c.accent} text={records.title} />
      {records.items.map(({ name, value }, place) => (
        <G key={name}>
          <T x={LEFT} y={top + 86 + place * PITCH} size={fitted(name, 36, 600, 0.55)} weight="600" fill={c.ink} text={name} />
          <T x={RIGHT} y={top + 86 + place * PITCH} size={38} weight="800" fill={c.ink} anchor="end" text={value} />
        </G>
      ))}
    </G>
  );
}

function Cup({ x, y, fill }: { x: number; y: number; fill: string }) {
  return (
    <G transform={`translate(${x} ${y}) scale(1.5)`}>
      <Path d="M6 9H4.5a2.5 2.5 0 0 1 0-5H6M18 9h1.5a2.5 2.5 0 0 0 0-5H18M4 22h16M10 14.66V17c0 .55-.47.98-.97 1.21C7.85 18.75 7 20.24 7 22M14 14.66V17c0 .55.47.98.97 1.21C16.15 18.75 17 20.24 17 22M18 2H6v7a6 6 0 0 0 12 0V2Z" stroke={fill} strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" fill="none" />
    </G>
  );
}

function Brand({ c }: { c: Colours }) {
  const [x, y] = [RIGHT - 166, 128];
  return (
    <G>
      <Circle cx={x} cy={y - 12} r={14} stroke={c.track} strokeWidth={8} fill="none" />
      <Circle cx={x} cy={y - 12} r={14} stroke={c.brand} strokeWidth={8} strokeLinecap="round" fill="none" strokeDasharray="64 88" transform={`rotate(-90 ${x} ${y - 12})`} />
      <T x={RIGHT} y={y} size={36} weight="800" fill={c.ink} anchor="end" text="Fitzen" />
    </G>
  );
}

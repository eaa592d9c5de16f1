import { cn } from "./cn";
import { Txt } from "./text";

type Props = { children: string | null | undefined; small?: boolean; className?: string };

/** What is wrong, told at once to who listens; nothing where nothing is. `small` stands below a field. */
export function ErrorText({ children, small = false, className }: Props) {
  if (!children) return null;
  return (
    <Txt role="alert" className={cn("text-warn", small && "text-sm", className)}>
      {children}
    </Txt>
  );
}

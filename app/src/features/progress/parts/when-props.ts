export type WhenProps = { label: string; value: Date; onChange: (value: Date) => void };

/** Width to height. */
export type Ratio = readonly [number, number]

/** Width to height as people write it, `9:16` or `1.91:1`; null where it is none. */
export function ratioOf(written: string): Ratio | null {
  const found = /^\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*:\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*$/.exec(written)
  if (found === null) return null
  const [width, height] = found.slice(1).map((side) => Number(side.replace(',', '.')))
  return width && height ? [width, height] : null
}

/** The way back, and the one way a limit keeps it. */
export function ratioWritten([width, height]: Ratio): string {
  return `${width}:${height}`
}

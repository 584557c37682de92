const LONGEST = 80

/** A cell, a heading or a name as a page shows it: one line of at most 80 characters. */
export function shortened(text: string): string {
  return [...text.toWellFormed().replace(/\p{Cc}/gu, ' ')].slice(0, LONGEST).join('')
}

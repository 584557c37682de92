import type { ImportRow, OwnText } from './import-input.ts'

/** A row of a plan that can come in, with what was noted on it. */
type Found<Note> = { row: ImportRow; notes: Note[]; lines: number[] }

/**
 * Plans that give each platform a row of its own: rows of one title and time become one publication. Its text is the first
 * one written, and an account whose row says something else has that of its own; an empty cell says nothing else. Rows that name an account twice, or differ in
 * objective, class, campaign, public, owner or reference, stay apart. A row that only repeats the title of one before it goes into it.
 */
export function gatherRows<Note>(rows: readonly Found<Note>[]): Found<Note>[] {
  const gathered: Found<Note>[] = []
  const open = new Map<string, Found<Note>[]>()
  for (const found of rows) {
    const key = JSON.stringify([found.row.title.toLowerCase(), found.row.time, found.row.reference])
    const earlier = open.get(key) ?? []
    const home = earlier.find((one) => mayJoin(one.row, found.row))
    if (home === undefined) {
      const own = { ...found, row: { ...found.row }, notes: [...found.notes], lines: [...found.lines] }
      gathered.push(own)
      open.set(key, [...earlier, own])
    } else {
      join(home, found)
    }
  }
  return gathered
}

function mayJoin(one: ImportRow, other: ImportRow): boolean {
  const agrees = <Value>(first: Value | null, second: Value | null) =>
    first === null || second === null || first === second
  if (one.objective !== other.objective || !agrees(one.subjectClass, other.subjectClass)) return false
  if (!agrees(one.campaign, other.campaign) || !agrees(one.ownerId, other.ownerId)) return false
  if (!agrees(one.public?.name ?? null, other.public?.name ?? null)) return false
  if (other.accountIds.length === 0) return other.mainText === '' && other.mainLink === null
  return one.accountIds.length > 0 && !other.accountIds.some((id) => one.accountIds.includes(id))
}

function join<Note>(home: Found<Note>, { row: other, notes, lines }: Found<Note>): void {
  const { row } = home
  const own = (accountIds: readonly string[], text: string | null, link: string | null): OwnText[] =>
    text === null && link === null ? [] : accountIds.map((accountId) => ({ accountId, text, link }))
  const isFirstText = row.mainText === '' && other.mainText !== ''
  const isFirstLink = row.mainLink === null && other.mainLink !== null
  home.row = {
    ...row,
    subjectClass: row.subjectClass ?? other.subjectClass,
    campaign: row.campaign ?? other.campaign,
    public: row.public ?? other.public,
    ownerId: row.ownerId ?? other.ownerId,
    notes: [...new Set([row.notes, other.notes])].filter((text) => text !== '').join('\n'),
    mainText: isFirstText ? other.mainText : row.mainText,
    mainLink: isFirstLink ? other.mainLink : row.mainLink,
    accountIds: [...row.accountIds, ...other.accountIds],
    ownTexts: [
      ...row.ownTexts,
      ...own(
        other.accountIds,
        other.mainText === '' || isFirstText || other.mainText === row.mainText ? null : other.mainText,
        other.mainLink === null || isFirstLink || other.mainLink === row.mainLink ? null : other.mainLink,
      ),
    ],
  }
  home.notes.push(...notes)
  home.lines.push(...lines)
}

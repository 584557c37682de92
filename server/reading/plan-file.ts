import { sql } from 'drizzle-orm'
import { clock, type Reader, zoneName } from '../../domain/language/format.ts'
import type { CalendarFilter } from '../../domain/publications/filter.ts'
import { planFields } from '../../domain/publications/plan-headings.ts'
import type { Day, Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { look } from '../infrastructure/read.ts'
import type { Person } from '../infrastructure/right.ts'
import { type Say, wordsFor } from '../infrastructure/words.ts'
import type { World } from '../infrastructure/world.ts'
import { visibleTo } from '../publications/visible.ts'
import type { CalendarItem } from './calendar-item.ts'
import { list } from './list.ts'
import { statement } from './statement.ts'

/** Past it a file ends with a line that says so. */
export const FILE_PUBLICATIONS = 20_000

/** A line of the file, in the order of `planFields`; a day that is certain is a date, everything else a text. */
export type FileLine = (string | { day: Day })[]

type Asked = {
  person: Person
  agency: Agency
  moment: Instant
  from: Day
  to: Day
  filter: CalendarFilter
}

type OwnWords = { platform: string; handle: string; text: string | null; link: string | null }
type Words = {
  id: string
  text: string
  link: string | null
  notes: string
  subjectClass: string | null
  campaign: string | null
  public: string | null
  owner: string
  variants: OwnWords[]
}

const wordsStatement = statement<'ids' | 'person' | 'moment'>(
  ({ param, text }) => sql`
  select p.id, p.main_text as "text", p.main_link as "link", p.notes, p.subject_class as "subjectClass",
    c.name as "campaign", u.name as "public", o.name as "owner",
    coalesce((
      select jsonb_agg(jsonb_build_object('platform', a.platform, 'handle', a.handle, 'text', v.own_text, 'link', v.own_link)
        order by a.platform, a.handle, v.id)
      from variants v join accounts a on a.id = v.account_id where v.publication_id = p.id
    ), '[]')::text as "variants"
  from publications p
  join people o on o.id = p.owner_id
  left join campaigns c on c.id = p.campaign_id
  left join publics u on u.id = p.public_id
  where p.id = any(string_to_array(${param('ids')}::text, ',')::uuid[])
    and ${visibleTo({ id: text('person') }, text('moment'), 'p')}`,
)

/** The headings that a file of this reader has; whoever brings it in again finds them by the same words. */
export function fileHeadings({
  agency,
  moment,
  person,
}: Pick<Asked, 'agency' | 'moment' | 'person'>): string[] {
  const reader: Reader = { language: person.locale, zone: agency.zone, now: moment }
  const say = wordsFor(reader)
  return planFields.map((field) =>
    field === 'time'
      ? say('calendar:file.clock', { zone: zoneName(moment, reader) })
      : say(`import:fields.${field}`),
  )
}

/**
 * The publications of these days that the filter keeps and the reader may see when their page is read, in the words that an
 * import reads again: one line each, and one more for each account with a text or link of its own.
 */
export async function* fileLines(world: World, asked: Asked): AsyncGenerator<FileLine> {
  const { person, agency, moment, from, to, filter } = asked
  const reader: Reader = { language: person.locale, zone: agency.zone, now: moment }
  const say = wordsFor(reader)
  let cursor: string | null = null
  let count = 0
  do {
    const page: Awaited<ReturnType<typeof list.run>> = await look(
      world,
      list,
      { from, to, filter, cursor, size: 100 },
      { person, agency },
    )
    const ids = page.items.map(({ id }) => id).join(',')
    const rows = await wordsStatement.run(world.store, { ids, person: person.id, moment: page.moment })
    const found = new Map(rows.map((row) => [row.id, { ...row, variants: JSON.parse(String(row.variants)) }]))
    for (const item of page.items) {
      const words = found.get(item.id) as Words | undefined
      if (words === undefined) continue
      if (++count > FILE_PUBLICATIONS) {
        yield [say('calendar:file.cut', { count: FILE_PUBLICATIONS })]
        return
      }
      yield* linesOf(item, words, say, reader)
    }
    cursor = page.next
  } while (cursor !== null)
}

function* linesOf(item: CalendarItem, words: Words, say: Say, reader: Reader): Generator<FileLine> {
  const own = words.variants.filter(({ text, link }) => text !== null || link !== null)
  const following = words.variants.filter((variant) => !own.includes(variant))
  const [firstOwn, ...others] = own
  const isLedByOwn = following.length === 0 && firstOwn !== undefined
  const groups = isLedByOwn ? others : own
  const head = isLedByOwn ? [firstOwn] : following
  yield line(head, firstOwn !== undefined && isLedByOwn ? firstOwn : { text: null, link: null }, true)
  for (const variant of groups) yield line([variant], variant, false)

  function line(
    accounts: readonly OwnWords[],
    { text, link }: Pick<OwnWords, 'text' | 'link'>,
    isFirst: boolean,
  ): FileLine {
    const isTentative = item.timeKind === 'tentative'
    const day =
      item.day === null
        ? ''
        : isTentative
          ? `${item.day} (${say('calendar:file.tentative')})`
          : { day: item.day }
    const cells: Record<(typeof planFields)[number], FileLine[number]> = {
      title: item.title,
      day,
      time: item.at === null ? '' : clock(item.at, reader),
      accounts: accounts.map((account) => accountName(account, say)).join('; '),
      objective: say(`ui:objective.${item.objective}`),
      subjectClass: words.subjectClass === null ? '' : say(`ui:subjectClass.${words.subjectClass}`),
      campaign: words.campaign ?? '',
      public: words.public ?? '',
      text: text ?? words.text,
      link: link ?? words.link ?? '',
      status: say(`ui:status.${item.status}`),
      owner: words.owner,
      notes: isFirst ? words.notes : '',
      reference: item.id,
    }
    return planFields.map((field) => cells[field])
  }
}

/** The platform with the handle, as an import knows it; of a platform without a name the handle alone. */
function accountName({ platform, handle }: OwnWords, say: Say): string {
  return platform === 'other' ? handle : `${say(`ui:platform.${platform}`)} ${handle}`
}

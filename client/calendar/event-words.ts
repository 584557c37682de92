import type { TFunction } from 'i18next'
import { clock, date, dayAndMonth, type Reader } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import type { PlatformName } from '../ui/platform-mark.tsx'
import type { Embargo, Entry, Obligation, Pause } from './entry.ts'

/** The words of the calendar and of its marks. */
export type Words = TFunction<['calendar', 'ui']>

type PlainKey =
  | `ui:status.${Entry['status']}`
  | `ui:objective.${Entry['objective']}`
  | `ui:platform.${PlatformName}`
  | 'event.executive'
  | 'event.noAccount'

const plain = new WeakMap<Words, Map<PlainKey, string>>()
const days = new WeakMap<Reader, Map<Day, string>>()

/** `t` for what says the same wherever it stands: a month of chips asks the same thirty words a thousand times. */
export function word(t: Words, key: PlainKey): string {
  return onceOf(plain, t, key, () => t(key))
}

/** "Jumat 11 Desember": a day's chips all ask for the same. */
function dayWords(on: Day, reader: Reader): string {
  return onceOf(days, reader, on, () => date(on, reader))
}

function onceOf<Of extends WeakKey, Key>(
  known: WeakMap<Of, Map<Key, string>>,
  of: Of,
  key: Key,
  make: () => string,
): string {
  const own = known.get(of) ?? new Map<Key, string>()
  known.set(of, own)
  const made = own.get(key) ?? make()
  own.set(key, made)
  return made
}

/** `09.00`, or the word that stands where a time would. */
export function timeWord(entry: Pick<Entry, 'timeKind' | 'at'>, t: Words, reader: Reader): string {
  if (entry.timeKind === 'exact' && entry.at !== null) return clock(entry.at, reader)
  return t(entry.timeKind === 'tentative' ? 'event.tentative' : 'event.open')
}

/** "Jumat 11 Desember 09.00", "Selasa 29 Desember tentatif". */
export function whenWords(entry: Pick<Entry, 'timeKind' | 'at' | 'day'>, t: Words, reader: Reader): string {
  if (entry.day === null) return t('event.none')
  return `${dayWords(entry.day, reader)} ${timeWord(entry, t, reader)}`
}

/** "kurang 2", or by name where it is one: "kurang bahan jawaban"; null where nothing is missing. */
export function shortOf(
  entry: Pick<Entry, 'blockers' | 'warnings' | 'only' | 'status'>,
  t: Words,
): string | null {
  if (entry.only !== null && entry.blockers + entry.warnings > 0) return t(`short.${entry.only}`)
  if (entry.blockers > 0) return t('ui:readiness.blockers', { count: entry.blockers })
  return entry.warnings > 0 ? t('ui:readiness.warnings', { count: entry.warnings }) : null
}

function statusWords(entry: Entry, t: Words): string {
  const status = word(t, `ui:status.${entry.status}`)
  if (entry.blockers === 1 && entry.only !== null)
    return t('event.statusShortBy', { status, what: t(`lacking.${entry.only}`) })
  if (entry.blockers > 0) return t('event.statusShort', { status, count: entry.blockers })
  if (entry.warnings > 0) return t('event.statusWarned', { status, count: entry.warnings })
  return status
}

function platformWords(entry: Entry, t: Words): string {
  const names = entry.platforms.map((one) => word(t, `ui:platform.${one}`))
  if (names.length === 0) return word(t, 'event.noAccount')
  return (entry.isExecutive ? [word(t, 'event.executive'), ...names] : names).join(', ')
}

/** The event in words, in one order everywhere: objective, title, time, platforms, status with what is missing. */
export function eventName(entry: Entry, t: Words, reader: Reader, isMarked = false): string {
  const name = t('event.of', {
    objective: word(t, `ui:objective.${entry.objective}`),
    title: entry.title,
    time: whenWords(entry, t, reader),
    platforms: platformWords(entry, t),
    status: statusWords(entry, t),
  })
  return isMarked ? t('event.marked', { name }) : name
}

const known = ['library_checked', 'holding_answer', 'holding_statement', 'full_response'] as const

export function obligationTitle(kind: string, t: Words): string {
  const name = known.find((one) => one === kind) ?? 'other'
  return t(`obligations.${name}`)
}

export function obligationName(due: Obligation, t: Words, reader: Reader): string {
  return t(due.isMissed ? 'event.obligationMissed' : 'event.obligationName', {
    kind: obligationTitle(due.kind, t),
    issue: due.issueTitle,
    time: `${date(due.day, reader)} ${clock(due.dueAt, reader)}`,
  })
}

export function embargoName(embargo: Embargo, t: Words): string {
  return t('embargo.name', { name: embargo.name, at: embargo.until })
}

export function pauseName(pause: Pause, t: Words): string {
  return t('pause.name', { kind: t(`pause.kinds.${pause.kind}`), name: pause.name })
}

/** "30 Nov": a day where there is room for no more. */
export function shortDay(on: Day, reader: Reader): string {
  const [number = '', month = ''] = dayAndMonth(on, reader).split(' ')
  return `${number} ${month.slice(0, 3)}`
}

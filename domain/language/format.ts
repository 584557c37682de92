import type { Day, Instant } from '../time.ts'

/**
 * How moments, numbers and time left read, in both languages: one piece of code for page and mail.
 * Every function is pure; the zone and the moment are arguments. Wording follows "Words on the screen":
 * `09.00` in Indonesian and `09:00` in English, today and tomorrow by name, `1.840`, `Rp50.000`.
 */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

const tags: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }

/** The language for any locale text a browser, mail client or row may hold; Indonesian where it is not English. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'id'
}

/**
 * Where and when somebody reads: the language, the agency's zone and the present moment. `readsLater`: it may be read on
 * another day than it is written, as a mail is, so that no day is called today or tomorrow.
 */
export type Reader = { language: Language; zone: string; now: Instant; readsLater?: true }

/** What a format shows. Each is made once, for making one costs more than a thousand dates. */
const SHOWN = {
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekdayLong: { weekday: 'long' },
  weekdayShort: { weekday: 'short' },
  dayOfMonth: { day: 'numeric' },
  monthLong: { month: 'long' },
  monthShort: { month: 'short' },
  year: { year: 'numeric' },
  zoneLong: { timeZoneName: 'long' },
  zoneShort: { timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
type Shown = keyof typeof SHOWN

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, zone: string, shown: Shown): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${shown}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tags[language], { ...SHOWN[shown], timeZone: zone })
  formats.set(key, made)
  return made
}

/** A day without a zone is read in UTC, so that no zone can move it to its neighbour. */
function zoneFor(at: Instant | Day, zone: string): string {
  return at.length === 10 ? 'UTC' : zone
}

function part(at: Instant | Day, reader: ReaderPlace, shown: Shown): string {
  return dateFormat(reader.language, zoneFor(at, reader.zone), shown).format(new Date(at))
}

type ReaderPlace = Pick<Reader, 'language' | 'zone'>

/** `YYYY-MM-DD` of a moment in the reader's zone; a day is given back as it is. */
export function dayKey(at: Instant | Day, zone: string): Day {
  if (at.length === 10) return at
  const parts = dateFormat('en', zone, 'day').formatToParts(new Date(at))
  const of = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}`
}

/** `09.00` in Indonesian, `09:00` in English. */
export function clock(at: Instant, reader: ReaderPlace): string {
  const text = part(at, reader, 'clock')
  return reader.language === 'id' ? text.replace(':', '.') : text
}

export function weekday(at: Instant | Day, reader: ReaderPlace, width: 'long' | 'short' = 'long'): string {
  return part(at, reader, width === 'long' ? 'weekdayLong' : 'weekdayShort')
}

/** `11 Desember`. */
export function dayAndMonth(at: Instant | Day, reader: ReaderPlace): string {
  return `${part(at, reader, 'dayOfMonth')} ${part(at, reader, 'monthLong')}`
}

/** `11 Desember 2026`. */
export function dateWithYear(at: Instant | Day, reader: ReaderPlace): string {
  return `${dayAndMonth(at, reader)} ${part(at, reader, 'year')}`
}

/** `31 Jan 2027`. */
export function shortDate(at: Instant | Day, reader: ReaderPlace): string {
  const month = part(at, reader, 'monthShort')
  return `${part(at, reader, 'dayOfMonth')} ${month} ${part(at, reader, 'year')}`
}

/** `Desember 2026`. */
export function monthAndYear(at: Instant | Day, reader: ReaderPlace): string {
  return `${part(at, reader, 'monthLong')} ${part(at, reader, 'year')}`
}

/** `Rabu 9 Desember`, with the year where it is not the reader's; never by name. */
export function date(at: Instant | Day, reader: Reader): string {
  const sameYear = dayKey(at, reader.zone).slice(0, 4) === dayKey(reader.now, reader.zone).slice(0, 4)
  return `${weekday(at, reader)} ${sameYear ? dayAndMonth(at, reader) : dateWithYear(at, reader)}`
}

const dayNames: Record<Language, Record<-1 | 0 | 1, string>> = {
  id: { [-1]: 'kemarin', 0: 'hari ini', 1: 'besok' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

/** Whole calendar days from the reader's today to `at`; negative for the past. */
export function daysAhead(at: Instant | Day, reader: Reader): number {
  const there = Date.parse(dayKey(at, reader.zone))
  return Math.round((there - Date.parse(dayKey(reader.now, reader.zone))) / 86_400_000)
}

/** `hari ini`, `besok` or `kemarin`, and null for any other day, or where it may be read on another. */
export function dayName(at: Instant | Day, reader: Reader): string | null {
  if (reader.readsLater) return null
  const ahead = daysAhead(at, reader)
  return ahead === -1 || ahead === 0 || ahead === 1 ? dayNames[reader.language][ahead] : null
}

/** `hari ini`, `besok`, else `Jumat 11 Desember`. In lower case: `capital` raises it at the start of a sentence. */
export function day(at: Instant | Day, reader: Reader): string {
  return dayName(at, reader) ?? date(at, reader)
}

/** `besok 09.10`, `Jumat 11 Desember 09.00`. */
export function dayTime(at: Instant, reader: Reader): string {
  return `${day(at, reader)} ${clock(at, reader)}`
}

/** `hari ini 16.00`, within six days `Jumat 09.00`, else `Jumat 18 Desember 09.00`. */
export function soonTime(at: Instant, reader: Reader): string {
  const ahead = daysAhead(at, reader)
  const name = ahead > 1 && ahead < 7 && !reader.readsLater ? weekday(at, reader) : day(at, reader)
  return `${name} ${clock(at, reader)}`
}

const indonesianZones: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** `WIB`, `WITA`, `WIT`; elsewhere the short name the runtime knows, such as `GMT+2`. */
export function zoneName(at: Instant, reader: ReaderPlace): string {
  return indonesianZones[reader.zone] ?? zonePart(at, reader, 'short')
}

/** `Waktu Indonesia Barat (WIB)`. */
export function zoneFullName(at: Instant, reader: ReaderPlace): string {
  return `${zonePart(at, reader, 'long')} (${zoneName(at, reader)})`
}

function zonePart(at: Instant, reader: ReaderPlace, width: 'short' | 'long'): string {
  const parts = dateFormat(
    reader.language,
    reader.zone,
    width === 'long' ? 'zoneLong' : 'zoneShort',
  ).formatToParts(new Date(at))
  return parts.find((one) => one.type === 'timeZoneName')?.value ?? reader.zone
}

/** `09.00 WIB`. */
export function clockWithZone(at: Instant, reader: ReaderPlace): string {
  return `${clock(at, reader)} ${zoneName(at, reader)}`
}

/** `Jumat, 11 Desember 2026, 09.00 WIB`: the one form without any doubt, for decisions, records and mail. */
export function full(at: Instant, reader: ReaderPlace): string {
  return `${weekday(at, reader)}, ${dateWithYear(at, reader)}, ${clockWithZone(at, reader)}`
}

/** `1.840` in Indonesian, `1,840` in English. */
export function number(value: number, language: Language): string {
  return numbers[language].format(value)
}

const numbers: Record<Language, Intl.NumberFormat> = {
  id: new Intl.NumberFormat(tags.id),
  en: new Intl.NumberFormat(tags.en),
}

/** `Rp50.000`: no space, no decimals where there are none. */
export function rupiah(value: number, language: Language): string {
  return `Rp${number(value, language)}`
}

/** Whole per cent of a share between 0 and 1: `46%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** `412 kB`, `1,2 MB`; by the thousand, as platforms count. */
export function fileSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${number(bytes, language)} B`
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1000), language)} kB`
  return `${number(Math.round(bytes / 100_000) / 10, language)} MB`
}

/** `Dimas, Sekar, dan Nur`. */
export function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(tags[language], { type: 'conjunction' }).format(items)
}

/** First letter raised, for a day name at the start of a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

export type DurationUnit = 'day' | 'hour' | 'minute'
export type DurationPart = { value: number; unit: DurationUnit }

/**
 * The one or two parts in which a span of time is told: hours and minutes below two days, days and hours below
 * seven, then days alone. Below a minute there are no parts. Takes milliseconds; the sign is ignored; rounded down,
 * so that nobody is promised a minute they do not have.
 */
export function durationParts(milliseconds: number): DurationPart[] {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const parts: DurationPart[] =
    hours < 48
      ? [
          { value: hours, unit: 'hour' },
          { value: minutes % 60, unit: 'minute' },
        ]
      : [
          { value: days, unit: 'day' },
          { value: days < 7 ? hours % 24 : 0, unit: 'hour' },
        ]
  return parts.filter((one) => one.value > 0)
}

const unitWords: Record<Language, Record<DurationUnit, [one: string, other: string]>> = {
  id: { day: ['hari', 'hari'], hour: ['jam', 'jam'], minute: ['menit', 'menit'] },
  en: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
}

export function durationUnit(part: DurationPart, language: Language): string {
  return unitWords[language][part.unit][part.value === 1 ? 0 : 1]
}

/** `22 jam 48 menit`, never `22.48`: that reads as a clock time. Below a minute: `kurang dari 1 menit`. */
export function duration(milliseconds: number, language: Language): string {
  const parts = durationParts(milliseconds)
  if (parts.length === 0) return language === 'id' ? 'kurang dari 1 menit' : 'less than a minute'
  return parts.map((one) => `${number(one.value, language)} ${durationUnit(one, language)}`).join(' ')
}

/** A wait told so that it is never too short: `30 detik` below a minute, whole minutes rounded up from there. */
export function seconds(value: number, language: Language): string {
  if (value >= 60) return duration(Math.ceil(value / 60) * 60_000, language)
  const whole = Math.max(1, Math.ceil(value))
  if (language === 'id') return `${whole} detik`
  return whole === 1 ? '1 second' : `${whole} seconds`
}

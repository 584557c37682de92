import { type SubjectClass, subjectClasses } from '../subject-classes.ts'
import { type Objective, objectives } from './objectives.ts'
import { plainHeading } from './plan-headings.ts'

const objectiveWords: Record<Objective, readonly string[]> = {
  promote: ['promote', 'promosi', 'promo', 'promotion'],
  protect: ['protect', 'proteksi', 'protection', 'perlindungan'],
}

const classWords: Record<SubjectClass, readonly string[]> = {
  service_change: ['service change', 'perubahan layanan', 'layanan', 'service'],
  disruption: ['disruption', 'gangguan', 'gangguan layanan', 'outage'],
  clarification: ['clarification', 'klarifikasi', 'hoaks', 'hoax', 'bantahan'],
  event: ['event', 'acara', 'kegiatan', 'liputan'],
  information: ['information', 'informasi', 'info', 'edukasi', 'education'],
  greeting: ['greeting', 'ucapan', 'ucapan hari besar', 'hari besar', 'greetings'],
}

const platformWords: Record<string, readonly string[]> = {
  x: ['x', 'twitter', 'x twitter', 'tw'],
  instagram: ['instagram', 'ig', 'insta'],
  facebook: ['facebook', 'fb'],
  tiktok: ['tiktok', 'tik tok', 'tt'],
  youtube: ['youtube', 'yt', 'you tube'],
  linkedin: ['linkedin', 'li', 'linked in', 'linkedin page', 'halaman linkedin'],
  threads: ['threads', 'thread', 'thr'],
  whatsapp: [
    'whatsapp',
    'wa',
    'whatsapp channel',
    'wa channel',
    'kanal whatsapp',
    'kanal wa',
    'saluran whatsapp',
    'saluran wa',
  ],
  telegram: ['telegram', 'tele', 'telegram channel', 'kanal telegram'],
  website: ['website', 'web', 'situs', 'laman', 'situs web', 'portal'],
  press_release: ['press release', 'siaran pers', 'rilis', 'rilis pers', 'pers'],
}

/** A kind of post beside the platform says nothing about the account: "IG Reels". */
const postKinds =
  /\s(?:feed|feeds|reel|reels|story|stories|post|posts|carousel|single post|video|shorts|short)$/

const everyAccount = [
  'semua',
  'semua akun',
  'semua kanal',
  'semua platform',
  'semua medsos',
  'all',
  'all accounts',
  'all channels',
  'all platforms',
]

/** The objective that a cell names, null where it names none. */
export function objectiveOf(cell: string): Objective | null {
  const word = plainHeading(cell)
  return objectives.find((objective) => objectiveWords[objective].includes(word)) ?? null
}

/** The subject class that a cell names, by its code too; null where it names none. */
export function subjectClassOf(cell: string): SubjectClass | null {
  const word = plainHeading(cell)
  return subjectClasses.find((name) => classWords[name].includes(word)) ?? null
}

export type PlanAccount = {
  id: string
  platform: string
  handle: string
  displayName: string
  /** Where a name fits several, those of the least rank are meant; absent: 0. */
  rank?: number
}

export type AccountMatch =
  | { accountId: string }
  | { code: 'account_unknown'; data: { name: string } }
  | { code: 'account_ambiguous'; data: { name: string; handles: string[] } }

/**
 * The account that a name means among those the importer may plan for: its handle with or without @ and platform, its shown
 * name, or its platform where there is one account on it. The unit's own comes before another's by its rank.
 */
export function accountOf(name: string, accounts: readonly PlanAccount[]): AccountMatch {
  const whole = plainHeading(name)
  const isName = accounts.some(({ handle, displayName }) =>
    [plainHeading(handle), plainHeading(displayName)].includes(whole),
  )
  const word = isName ? whole : whole.replace(postKinds, '')
  const bare = (handle: string) => plainHeading(handle)
  const isNamed = (account: PlanAccount) => {
    const names = [bare(account.handle), plainHeading(account.displayName)]
    const onPlatform = (platformWords[account.platform] ?? [plainHeading(account.platform)]).flatMap(
      (platform) => names.flatMap((known) => [`${platform} ${known}`, `${known} ${platform}`]),
    )
    return names.includes(word) || onPlatform.includes(word)
  }
  const isOnPlatform = (account: PlanAccount) =>
    (platformWords[account.platform] ?? [plainHeading(account.platform)]).includes(word)
  const named = accounts.filter(isNamed)
  const fitting = named.length > 0 ? named : accounts.filter(isOnPlatform)
  const least = Math.min(...fitting.map(({ rank = 0 }) => rank))
  const matches = fitting.filter(({ rank = 0 }) => rank === least)
  const [match, ...more] = matches
  if (match === undefined) return { code: 'account_unknown', data: { name } }
  if (more.length === 0) return { accountId: match.id }
  return { code: 'account_ambiguous', data: { name, handles: matches.map((account) => account.handle) } }
}

/**
 * The accounts that "semua" or "all" means: those of the least rank, which are the unit's own institutional ones. Null for a
 * name that is none of these words.
 */
export function everyAccountOf(name: string, accounts: readonly PlanAccount[]): string[] | null {
  if (!everyAccount.includes(plainHeading(name))) return null
  const least = Math.min(...accounts.map(({ rank = 0 }) => rank))
  return accounts.filter(({ rank = 0 }) => rank === least).map(({ id }) => id)
}

/**
 * The names in an accounts cell as far as the accounts are known: what stands between semicolons or line ends is tried whole
 * first, since an account may be called "Dinas A dan B".
 */
export function knownNames(cell: string, accounts: readonly PlanAccount[]): string[] {
  return cell
    .split(/[;\n]/)
    .flatMap((part) => ('accountId' in accountOf(part, accounts) ? [part.trim()] : accountNames(part)))
}

/** The names in an accounts cell: parted by comma, semicolon, plus, ampersand, line break, "dan" or "and". */
export function accountNames(cell: string): string[] {
  return cell
    .split(/[,;+&\n|]|\s(?:dan|and)\s|\s\/\s|(?<=\p{L}{2})\/(?=[\p{L}@])/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '-')
}

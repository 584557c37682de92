// Hashtags and mentions as a platform will find them in the text that is pasted. Each platform file says by which
// signs; what people wrote as one and the platform reads otherwise is told before it is out.

/** A tag as it was written, where the platform reads less of it, or nothing (null). */
export type Misread = { written: string; read: string | null }

export type TagsRead = {
  /** What the platform makes a tag of, in order, repeated ones each time. */
  found: string[]
  misread: Misread[]
}

/** How one platform finds one kind of tag. */
export type TagReader = (text: string) => TagsRead

const nothing: TagsRead = { found: [], misread: [] }

/** Where the platform has no such thing, or nobody says how it reads one: nothing is counted and nothing said. */
export const noTags: TagReader = () => nothing

// What a person means as a tag: it stands at the beginning of a word and runs on over signs that join words.
const joint = "[-'’.&]"
const written = (sign: string) =>
  new RegExp(
    `(?<![^\\s(\\[{"“‘'«,;:])${sign}(?=[\\p{L}\\p{N}_])[\\p{L}\\p{M}\\p{N}_]+(?:${joint}[\\p{L}\\p{M}\\p{N}_]+)*`,
    'gu',
  )
const writtenHashtag = written('[#＃]')
const writtenHandle = written('@')

type HashtagSigns = {
  /** Signs of a hashtag, as the inside of a class. */
  body: string
  longest?: number
  /** What may not stand before one, as the inside of a class. */
  notAfter?: string
  /** Two without a space between them are none. */
  standsAlone?: boolean
  /** The platform publishes that digits alone are none. */
  saysDigitsAlone?: boolean
}

/** Shorter numbers are meant as numbers: "#1". */
const SHORTEST_NUMBER = 4

/**
 * Hashtags of the given signs. One begins a word and holds a letter (`#2026` is none). The # of a link's fragment begins
 * none: it follows a letter, a digit or a slash.
 */
export function hashtagsOf(signs: HashtagSigns): TagReader {
  const {
    body,
    longest = 1000,
    notAfter = '\\p{L}\\p{N}_&/=?.-',
    standsAlone = false,
    saysDigitsAlone = false,
  } = signs
  const end = standsAlone ? '(?![#＃])' : ''
  const found = new RegExp(
    `(?<![${body}${notAfter}])[#＃](?=[${body}]*\\p{L})(?=([${body}]{1,${longest}}))\\1${end}`,
    'gu',
  )
  return reader(
    found,
    writtenHashtag,
    (tag) => /\p{L}/u.test(tag) || (saysDigitsAlone && tag.length > SHORTEST_NUMBER),
  )
}

/** As `hashtagsOf` for platforms that name letters, digits and underscores, and no more. */
export const hashtagWords = hashtagsOf({ body: '\\p{L}\\p{M}\\p{N}_' })

type HandleSigns = {
  shortest?: number
  longest?: number
  /** What may not stand before and after one, as the inside of a class. */
  notAfter?: string
  notBefore?: string
}

/** Mentions of names that look like `name`, a pattern's source; what is shorter or longer names nobody. */
export function handlesOf(
  name: string,
  {
    shortest = 1,
    longest = 1000,
    notAfter = '\\p{L}\\p{N}_@/.-',
    notBefore = '\\p{L}\\p{N}_',
  }: HandleSigns = {},
): TagReader {
  const found = new RegExp(`(?<![${notAfter}])@(?=(${name}))\\1(?![${notBefore}])`, 'gu')
  const read = reader(found, writtenHandle, () => true)
  return (text) => {
    const { found: names, misread } = read(text)
    const fits = (handle: string) => handle.length > shortest && handle.length <= longest + 1
    const odd = names.filter((handle) => !fits(handle)).map((handle) => ({ written: handle, read: null }))
    return { found: names.filter(fits), misread: odd.length === 0 ? misread : [...misread, ...odd] }
  }
}

/** Counts as `reader` does and has nothing to say about what is written: nobody publishes how it is read there. */
export function countedOnly(reader: TagReader): TagReader {
  return (text) => ({ found: reader(text).found, misread: [] })
}

/** Where a name becomes a mention only when it is picked from the platform's own list: a pasted one is none. */
export function pickedByHand(reader: TagReader): TagReader {
  return (text) => {
    const { found } = reader(text)
    return found.length === 0
      ? nothing
      : { found: [], misread: found.map((name) => ({ written: name, read: null })) }
  }
}

function reader(found: RegExp, meant: RegExp, isSaid: (tag: string) => boolean): TagReader {
  return (text) => {
    if (!/[#＃@]/.test(text)) return nothing
    const read = new Map<number, string>()
    for (const match of text.matchAll(found)) read.set(match.index, match[0])
    const misread: Misread[] = []
    for (const match of text.matchAll(meant)) {
      const tag = read.get(match.index) ?? null
      if (tag === null ? isSaid(match[0]) : tag.length < match[0].length) {
        misread.push({ written: match[0], read: tag })
      }
    }
    return { found: [...read.values()], misread }
  }
}

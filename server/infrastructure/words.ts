import i18next from 'i18next'
import { en } from '../../domain/language/en/all.ts'
import type { Reader } from '../../domain/language/format.ts'
import { formatters } from '../../domain/language/formatters.ts'
import { id } from '../../domain/language/id/all.ts'

const dictionary = i18next.createInstance()
await dictionary.init({
  lng: 'id',
  fallbackLng: false,
  defaultNS: 'shell',
  resources: { id, en },
  interpolation: { escapeValue: false },
  returnNull: false,
})
for (const [name, format] of Object.entries(formatters)) {
  dictionary.services.formatter?.add(name, (value: unknown, _lng, options) =>
    format(value, options.reader as Reader),
  )
}

/** Puts a key (`room:key`) into one reader's words, with the values it needs. */
export type Say = (key: string, values?: Record<string, unknown>) => string

/**
 * The words for what leaves the server, such as mail, in the reader's language, zone and moment. Throws on a key that
 * does not exist: nothing without words is sent.
 */
export function wordsFor(reader: Reader): Say {
  // Kinds are found at run time, so their keys cannot be typed here; a test walks all of them.
  const translate = dictionary.getFixedT(reader.language) as unknown as (
    key: string,
    values: object,
  ) => string
  return (key, values = {}) => {
    if (!dictionary.exists(key, { lng: reader.language, ...values })) throw new Error(`no words for ${key}`)
    return translate(key, { ...values, reader })
  }
}

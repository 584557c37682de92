import { useTranslation } from 'react-i18next'
import type { Sentence } from '../../domain/notifications/sentence.ts'
import type { Instant } from '../../domain/time.ts'

type Said = { sentence: Sentence; when: { key: 'when.planned' | 'when.due'; at: Instant } | null }

/** Puts a line of the bell into words: the matter first, then the time. */
export function useSentence(): (line: Said) => { matter: string; when: string | null } {
  const { t } = useTranslation('notifications')
  // The server names the keys by kind, so they cannot be typed here; a test on the server walks all of them.
  const say = t as unknown as (key: string, values?: object) => string
  return ({ sentence, when }) => {
    const words = Object.entries(sentence.words).map(([name, keys]) => {
      const said = keys.map((key) => say(key))
      return [name, said.length === 1 ? said[0] : said]
    })
    return {
      matter: say(sentence.key, { ...sentence.values, ...Object.fromEntries(words) }),
      when: when === null ? null : say(when.key, { at: when.at }),
    }
  }
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf, type Reader } from '../../domain/language/format.ts'
import { useNow } from './now.ts'
import { zoneShown } from './zone.ts'

/** What every format asks for: the reader's language, the agency's zone, the present moment. */
export function useReader(): Reader {
  const { i18n } = useTranslation()
  const now = useNow()
  const language = languageOf(i18n.language)
  const zone = zoneShown()
  return useMemo(() => ({ language, zone, now }), [language, zone, now])
}

import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { daysAhead } from '../../domain/language/format.ts'
import { clockOf } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import type { Entry } from './entry.ts'

type Verifier = NonNullable<Entry['verifier']>

/** "Wayan Suteja, pesawat 214": whom to ask, with the position where it helps to put somebody through. */
export function usePersonWords(): (person: Verifier, withPosition?: boolean) => string {
  const { t } = useTranslation('answers')
  return useCallback(
    ({ name, position, extension }, withPosition = false) => {
      const post = withPosition ? position : null
      if (post && extension) return t('person.withBoth', { name, position: post, extension })
      if (post) return t('person.withPosition', { name, position: post })
      return extension ? t('person.withExtension', { name, extension }) : name
    },
    [t],
  )
}

/** How an entry stands, in words: valid until when, or why it may not be said and whom to ask. */
export function useValidityWords(): (
  entry: Pick<Entry, 'validity' | 'validFrom' | 'validUntil' | 'endedAt' | 'verifier'>,
) => string {
  const { t } = useTranslation('answers')
  const reader = useReader()
  const personWords = usePersonWords()
  return useCallback(
    ({ validity, validFrom, validUntil, endedAt, verifier }) => {
      const ask = verifier === null ? '' : ` ${t('validity.ask', { person: personWords(verifier) })}`
      switch (validity) {
        case 'approved': {
          if (validUntil === null) return t('validity.approved')
          const isSoon = daysAhead(validUntil, reader) < 2 && clockOf(validUntil, reader.zone) !== '00:00'
          return isSoon
            ? t('validity.approvedUntilSoon', { at: validUntil })
            : t('validity.approvedUntil', { at: lastMoment(validUntil) })
        }
        case 'not_yet':
          return validFrom === null ? t('validity.notYet') : t('validity.notYetFrom', { at: validFrom })
        case 'unverified':
          return t('validity.unverified') + ask
        case 'expired':
          return t('validity.expired', { at: lastMoment(validUntil ?? reader.now) }) + ask
        case 'withdrawn':
          return t('validity.withdrawn', { at: endedAt ?? reader.now }) + ask
      }
    },
    [t, reader, personWords],
  )
}

/** The end is exclusive: what holds until the beginning of a day is valid to the end of the day before. */
export function lastMoment(validUntil: string): string {
  return new Date(Date.parse(validUntil) - 1).toISOString()
}

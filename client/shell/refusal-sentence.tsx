import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { type Failure, refusedWith } from './failure.ts'
import { allWords } from './language.ts'
import '../ui/parts.css'

type Saying = (failure: Failure | null, of?: 'save' | 'load') => string | null

/**
 * Puts a refusal or a fault into words. The sentence of a refusal is `refusals.<code>` in whichever room declares it,
 * given the refusal's data; a fault names the request's code. Null where there is no failure.
 */
export function useRefusalSentence(): Saying {
  const { t, i18n } = useTranslation('shell')
  return useCallback(
    (failure, of = 'save') => {
      if (failure === null) return null
      if (failure.kind === 'offline') return t(of === 'load' ? 'fault.offlineNotLoaded' : 'fault.offline')
      if (failure.refusal !== null) {
        const { code, data } = failure.refusal
        const rooms = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {})
        const key = rooms
          .map((room) => `${room}:refusals.${code}`)
          .find((one) => i18n.exists(one, { ...data }))
        // The key is found at run time, among those of the rooms, so it cannot be typed.
        if (key === undefined) void allWords()
        if (key !== undefined) return (t as (key: string, data: object) => string)(key, { ...data })
      }
      const code = failure.requestId
      if (of === 'load')
        return code === null ? t('fault.notLoadedWithoutCode') : t('fault.notLoaded', { code })
      return code === null ? t('fault.notSavedWithoutCode') : t('fault.notSaved', { code })
    },
    [t, i18n],
  )
}

/** The sentence where the act was, spoken at once; nothing where there is no failure. */
export function RefusalSentence({
  failure,
  of,
  id,
}: {
  failure: Failure | null
  of?: 'save' | 'load'
  id?: string
}) {
  const say = useRefusalSentence()
  const sentence = say(failure, of)
  if (sentence === null) return null
  return (
    <p id={id} className="sel-refusal" role="alert">
      <ReadinessMark state="blocked" label={null} />
      <span>{sentence}</span>
    </p>
  )
}

/** The sentence per field of what the server could not read, by the path it names; empty for any other failure. */
export function useFieldSentences(failure: Failure | null): Record<string, string> {
  const { t, i18n } = useTranslation('ui')
  const invalid = refusedWith(failure, 'input_invalid')
  const sentences: Record<string, string> = {}
  for (const field of invalid?.fields ?? []) {
    const isMissing = field.code === 'too_small' && field.params.minimum === 1
    const code = isMissing ? 'missing' : field.code
    const rooms = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {})
    const key = rooms
      .map((room) => `${room}:fieldErrors.${code}`)
      .find((one) => i18n.exists(one, field.params))
    sentences[field.path] ??= (t as (key: string, data: object) => string)(
      key ?? 'ui:fieldErrors.other',
      field.params,
    )
  }
  return sentences
}

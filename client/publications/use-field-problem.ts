import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldSentences } from '../shell/refusal-sentence.tsx'
import type { WritingState } from './use-writing.ts'
import type { PartKey } from './writing.ts'

const known = ['missing', 'too_big', 'text_unreadable', 'text_one_line', 'link_not_web'] as const

/** The sentence under a field that cannot be sent as it is typed: by the page's own check, else by the server's. */
export function useFieldProblem(writing: WritingState): (key: PartKey, field: string) => string | null {
  const { t } = useTranslation('ui')
  const fromServer = useFieldSentences(Object.values(writing.failures)[0] ?? null)
  return useCallback(
    (key, field) => {
      const code = writing.problemOf(key, field)
      if (code === null) return fromServer[`changes.${field}`] ?? null
      const found = known.find((one) => one === code) ?? 'other'
      if (found === 'too_big') return t('fieldErrors.too_big', { maximum: 100_000 })
      return t(`fieldErrors.${found}`)
    },
    [writing, fromServer, t],
  )
}

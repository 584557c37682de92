import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { findingWords } from '../../domain/platforms/finding-words.ts'
import type { PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'

/** Says what to do about a finding, in the reader's language. */
export function useFindingSentence(): (finding: PlatformFinding, platform: PlatformId) => string {
  const { t } = useTranslation('platforms')
  return useCallback(
    (finding, platform) => {
      const { key, values } = findingWords(finding)
      // Key and values belong together by `findingWords`, which the compiler cannot follow through the plural forms.
      return (t as (key: string, values: object) => string)(`finding.${key}`, {
        ...values,
        platform: t(`subject.${platform}`),
      })
    },
    [t],
  )
}

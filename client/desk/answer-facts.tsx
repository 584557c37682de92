import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isWebAddress } from '../../domain/text.ts'
import type { Entry } from '../answers/entry.ts'
import { usePersonWords, useValidityWords } from '../answers/validity-words.ts'

/** What stands below an answer: what not to say, whom to put the caller through to, who verified it, the source. */
export function AnswerFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation('answers')
  const personWords = usePersonWords()
  const validityWords = useValidityWords()
  const { verifier, notToSay, source } = entry
  return (
    <dl className="sel-desk-facts-list">
      {notToSay !== '' && (
        <>
          <dt>{t('desk.notToSay')}</dt>
          <dd>
            <IconX size={18} className="sel-blocked" aria-hidden />
            <span>{notToSay}</span>
          </dd>
        </>
      )}
      {verifier !== null && (
        <>
          <dt>{t('desk.askFurther')}</dt>
          <dd>{t('desk.connect', { name: personWords(verifier, true) })}</dd>
        </>
      )}
      {verifier !== null && entry.validity === 'approved' && (
        <>
          <dt>{t('desk.verified')}</dt>
          <dd>
            {entry.verifiedAt === null
              ? verifier.name
              : t('desk.verifiedBy', { name: verifier.name, at: entry.verifiedAt })}
            . {validityWords(entry)}.
          </dd>
        </>
      )}
      {source !== '' && (
        <>
          <dt>{t('desk.source')}</dt>
          <dd>{isWebAddress(source) ? <a href={source}>{source}</a> : source}</dd>
        </>
      )}
    </dl>
  )
}

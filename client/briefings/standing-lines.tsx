import { useTranslation } from 'react-i18next'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import type { Briefing, BriefingPage } from './briefing-data.ts'

type Props = { page: BriefingPage; briefing: Briefing }

/** Whether the version is signed, who is waited for and until when, and why a signature is asked for at all. */
export function StandingLines({ page, briefing }: Props) {
  const { t } = useTranslation('briefings')
  const { alignment } = page
  const { signature, signedNumber, number } = briefing
  if (signature !== null) {
    return (
      <p className="sel-brief-standing">
        <ReadinessMark state="ready" label={null} />
        <span>{t('signature.signed', { name: signature.by, at: signature.at })}</span>
      </p>
    )
  }
  const [reason] = alignment.reasons
  if (reason === undefined && page.owner.kind === 'publication') return null
  const isChanged = signedNumber !== null && signedNumber < number
  const waiting =
    alignment.leads.length === 0
      ? t('signature.waitingNobody')
      : t('signature.waiting', { names: alignment.leads })
  return (
    <div className="sel-brief-standing">
      <ReadinessMark state="blocked" label={null} />
      <span>
        {isChanged ? t('signature.changedSince', { signed: signedNumber, version: number }) : waiting}{' '}
        {alignment.dueAt !== null && `${t('due', { at: alignment.dueAt })}. `}
        {reason !== undefined && <span className="sel-second">{t(`required.${reason}`)}</span>}
      </span>
    </div>
  )
}

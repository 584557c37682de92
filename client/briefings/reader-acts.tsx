import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence, useRefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import type { Briefing, BriefingPage } from './briefing-data.ts'
import { paragraphHere } from './paragraph.tsx'
import { useReaderActs } from './use-reader-acts.ts'

type Props = {
  page: BriefingPage
  briefing: Briefing
  /** Where its paragraphs stand: `T` asks at the one under the pointer or the focus. */
  text: RefObject<HTMLElement | null>
  onAsk: (about: string | null) => void
  hasKeys?: boolean
}

/** The bar of who reads: sign or confirm as the one primary act (who signs has read it), ask beside it, who has read it. */
export function ReaderActs({ page, briefing, text, onAsk, hasKeys = false }: Props) {
  const { t } = useTranslation('briefings')
  const isPhone = useIsPhone()
  const acts = useReaderActs(page, briefing)
  const say = useRefusalSentence()
  const bar = useRef<HTMLDivElement>(null)
  const { rights } = page
  const signReason = acts.whyNotSign && say(failureOf({ data: { refusal: acts.whyNotSign } }))
  const maySignNow = acts.maySign && acts.whyNotSign === null

  useKeys(
    hasKeys
      ? [
          { keys: 'R', name: t('keys.read'), when: () => acts.mayRead && !acts.isReading, run: acts.read },
          {
            keys: 'S',
            name: t('keys.sign'),
            when: () => maySignNow,
            run: () => bar.current?.querySelector<HTMLButtonElement>('.sel-brief-sign')?.focus(),
          },
          {
            keys: 'T',
            name: t('keys.ask'),
            when: () => rights.ask,
            run: () => onAsk(paragraphHere(text.current)),
          },
        ]
      : [],
  )
  if (!rights.ask && !rights.acknowledge && !rights.sign) return null
  const size = isPhone ? 'phone' : 'normal'
  return (
    <div ref={bar} className="sel-brief-acts">
      <div className="sel-brief-actions">
        {acts.maySign && (maySignNow || !isPhone) && (
          <ActionButton
            className="sel-brief-sign"
            weight={maySignNow ? 'primary' : 'normal'}
            size={size}
            shortcut={hasKeys ? 'S' : undefined}
            isPending={acts.isSigning}
            pendingText={t('signature.recording')}
            disabled={!maySignNow}
            reasonId="sign-reason"
            onClick={acts.sign}
          >
            {t('signature.sign', { version: briefing.number })}
          </ActionButton>
        )}
        {acts.mayRead && !maySignNow && (
          <ActionButton
            weight="primary"
            size={size}
            shortcut={hasKeys ? 'R' : undefined}
            isPending={acts.isReading}
            pendingText={t('signature.recording')}
            onClick={acts.read}
          >
            {t('reading.acknowledge')}
          </ActionButton>
        )}
        {rights.ask && (
          <ActionButton size={size} shortcut={hasKeys ? 'T' : undefined} onClick={() => onAsk(null)}>
            {t('questions.ask')}
          </ActionButton>
        )}
        <span className="sel-second sel-brief-read">
          {t('readByShort', { read: briefing.readOnShift, of: briefing.agentsOnShift })}
        </span>
      </div>
      {acts.maySign && signReason && (
        <p id="sign-reason" className="sel-second sel-brief-small">
          {signReason}
        </p>
      )}
      <RefusalSentence failure={acts.failure} />
    </div>
  )
}

import { IconChevronRight } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { capital, duration } from '../../domain/language/format.ts'
import { KeptStrips } from '../offline/kept-strips.tsx'
import { lastSeenAt } from '../offline/last-seen.ts'
import { LevelBars } from '../ui/level-mark.tsx'
import { type Frame, useFrame } from './frame.ts'
import { useIsSignedOut, useMe } from './me.ts'
import { useIsOnline } from './online.ts'
import { useIsPhone } from './phone.ts'
import { useReader } from './reader.ts'
import { useStripSlot } from './strip-slot.tsx'

/** Below the top bar: what concerns everyone now. None of them can be dismissed. */
export function Strips() {
  const slot = useStripSlot()
  const isPhone = useIsPhone()
  const { t } = useTranslation('shell')
  const { isReadOnly, atPublicInterest } = useFrame()
  const me = useMe()
  const isOnline = useIsOnline()
  const seenAt = lastSeenAt()
  const isSignedOut = useIsSignedOut()
  const here = useRouterState({ select: (state) => state.location.href })

  const strips = (
    <section aria-label={t('strip.region')}>
      {!isOnline && (
        <p className="sel-strip" role="status">
          {t('strip.offline')}
          {seenAt !== null && ` ${t('strip.lastSeen', { at: new Date(seenAt).toISOString() })}`}
        </p>
      )}
      <KeptStrips />
      {isSignedOut && (
        <p className="sel-strip" role="status">
          <span className="sel-strip-words">{t('refusals.signed_out')}</span>
          <Link to="/sign-in" search={{ next: here }}>
            {t('strip.signInAgain')}
          </Link>
        </p>
      )}
      {isReadOnly && <p className="sel-strip">{t('strip.readOnly')}</p>}
      {me.agency.isDemo && (
        <p className="sel-strip">
          <span className="sel-strip-words">
            <b>{t('strip.demo')}</b>
            <span className="sel-strip-desktop">{t('strip.demoAs', { name: me.person.name })}</span>
          </span>
          <Link to="/start">{t('strip.changePerson')}</Link>
        </p>
      )}
      {atPublicInterest.length > 0 && <IssueStrip issues={atPublicInterest} />}
    </section>
  )
  return isPhone && slot !== null ? createPortal(strips, slot) : strips
}

function IssueStrip({ issues }: { issues: Frame['atPublicInterest'] }) {
  const { t } = useTranslation('shell')
  const reader = useReader()
  const [most] = issues
  if (!most) return null
  const isOne = issues.length === 1
  const left = most.due === null ? null : Date.parse(most.due.at) - Date.parse(reader.now)
  const isMissed = left !== null && left < 0
  const words = left === null ? '' : duration(left, reader.language)
  const kind = most.due === null ? null : kindOf(most.due.kind)
  const name = kind === null ? '' : t(`strip.obligations.${kind}`)
  const target = isOne ? `/issues/${most.id}` : '/issues'

  return (
    <div className="sel-strip" data-kind="issue" data-missed={isMissed || undefined}>
      <LevelBars level="public_interest" />
      <span className="sel-strip-words">
        <b>{isOne ? t('strip.issue') : t('strip.issues', { count: issues.length })}</b>
        {isOne && <span className="sel-strip-name sel-strip-desktop">{most.title}.</span>}
        <span className="sel-strip-desktop">{sentence()}</span>
        {left !== null && !isMissed && (
          <span className="sel-strip-phone">
            {t('strip.phoneDue', { name: lowerFirst(name), left: words })}
          </span>
        )}
        {isMissed && <span className="sel-strip-phone">{t('strip.missed', { name, late: words })}</span>}
      </span>
      <Link to={target}>
        <span className="sel-strip-desktop">{isOne ? t('strip.openRoom') : t('strip.openBoard')}</span>
        <span className="sel-strip-phone">
          <IconChevronRight size={18} aria-hidden />
          <span className="sel-hidden">{isOne ? t('strip.openRoom') : t('strip.openBoard')}</span>
        </span>
      </Link>
    </div>
  )

  function sentence(): string {
    if (most?.due == null || kind === null) return ''
    if (isMissed) return t('strip.missed', { name, late: words })
    if (kind === 'other') return `${name}: ${capital(words)}`
    return t(`strip.${kind}`, { at: most.due.at, left: words })
  }
}

type ObligationName = 'nextUpdate' | 'full' | 'holding' | 'other'

function kindOf(kind: string): ObligationName {
  if (kind.includes('update')) return 'nextUpdate'
  if (kind.includes('full')) return 'full'
  return kind.includes('holding') ? 'holding' : 'other'
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NotChangedList } from '../publications/not-changed.tsx'
import { refusedWith } from '../shell/failure.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { MoveState } from './use-calendar-move.ts'
import './move.css'

type Props = {
  state: NonNullable<MoveState>
  isPending: boolean
  onAnswer: (isYes: boolean) => void
  onDismiss: () => void
}

/** What a move waits for: that ending an approval is meant. Or why it did not happen. */
export function MoveNotice({ state, isPending, onAnswer, onDismiss }: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])

  if (state.kind === 'asking') {
    const { moves } = state
    const bound = moves.find(({ entry }) => entry.moveEndsApproval)?.entry
    const office = bound?.accounts.find((account) => account.kind === 'executive')
    const who = office?.office ?? office?.holder ?? null
    return (
      <section ref={place} className="cal-move-bar" role="alertdialog" aria-label={question()}>
        <p className="cal-move-title">{question()}</p>
        <div className="cal-move-row">
          <ActionButton
            weight="primary"
            isPending={isPending}
            pendingText={t('ui:actions.recording')}
            onClick={() => onAnswer(true)}
          >
            {t('move.confirmBound')}
          </ActionButton>
          <ActionButton onClick={() => onAnswer(false)}>{t('move.keep')}</ActionButton>
        </div>
      </section>
    )

    function question(): string {
      const { length } = moves.filter(({ entry }) => entry.moveEndsApproval)
      if (moves.length > 1 && length > 0) return t('move.askSeveral', { count: length })
      return who === null ? t('move.askBoundPlain') : t('move.askBound', { who })
    }
  }

  const met = refusedWith(state.failure, 'conflict')
  const isOfSeveral = refusedWith(state.failure, 'many_not_changed') !== null
  const { title } = state.entry
  return (
    <section ref={place} className="cal-move-bar" aria-label={t('move.notMoved', { title })}>
      {!isOfSeveral && <p className="cal-move-title">{t('move.notMoved', { title })}</p>}
      {met?.by ? (
        <p role="alert">{t('move.conflict', { name: met.by })}</p>
      ) : (
        <NotChangedList failure={state.failure} />
      )}
      <div className="cal-move-row">
        <ActionButton onClick={onDismiss}>{t('ui:actions.close')}</ActionButton>
      </div>
    </section>
  )
}

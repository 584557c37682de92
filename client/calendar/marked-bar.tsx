import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { list } from '../../domain/language/format.ts'
import { NotChangedList } from '../publications/not-changed.tsx'
import { useKeys } from '../shell/keys.ts'
import { useReader } from '../shell/reader.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Entry } from './entry.ts'
import { type MarkedAct, MarkedChoice } from './marked-choice.tsx'
import { useChangeMany } from './use-change-many.ts'
import './move.css'

type Props = { entries: readonly Entry[]; onMove: () => void; onClear: () => void }

const acts = ['owner', 'campaign', 'subject_class', 'cancel'] as const satisfies MarkedAct[]

/** How many are marked, and what is done with all of them at once: all or nothing, with what could not and why. */
export function MarkedBar({ entries, onMove, onClear }: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const bar = useRef<HTMLElement>(null)
  const [act, setAct] = useState<MarkedAct | null>(null)
  const { send, state, isPending, dismiss } = useChangeMany(entries)
  const count = entries.length

  const focusFirst = useCallback(
    () => bar.current?.querySelector<HTMLElement>('.cal-marked-acts :is(button, input)')?.focus(),
    [],
  )
  const goBack = () => {
    setAct(null)
    dismiss()
    requestAnimationFrame(focusFirst)
  }
  const isIn = () => bar.current?.contains(document.activeElement) ?? false
  useKeys([
    { keys: 'U', name: t('keys.changeMarked'), run: focusFirst },
    { keys: 'Escape', when: () => isIn() && (act !== null || state !== null), inFields: true, run: goBack },
  ])
  const waits = state?.kind === 'asking'
  useEffect(() => {
    if (act !== null || waits) focusFirst()
  }, [act, waits, focusFirst])

  const title = t('marks.count', { count })
  const waitsForDay = entries.some((entry) => entry.day === null)
  return (
    <section ref={bar} className="cal-move-bar cal-marked" aria-label={title}>
      {state?.kind === 'failed' && <NotChangedList failure={state.failure} />}
      {state?.kind === 'done' && <p className="cal-move-title">{state.sentence}</p>}
      {state?.kind === 'asking' ? (
        <>
          <p className="cal-move-title">{question(state.count, state.who)}</p>
          <div className="cal-move-row cal-marked-acts">
            <ActionButton
              size="small"
              weight="primary"
              isPending={isPending}
              onClick={() => void send(state.change, true).then(() => setAct(null))}
            >
              {t('marks.confirm')}
            </ActionButton>
            <ActionButton size="small" onClick={goBack}>
              {t('marks.leave')}
            </ActionButton>
          </div>
        </>
      ) : act !== null && state?.kind !== 'done' ? (
        <MarkedChoice
          act={act}
          entries={entries}
          isPending={isPending}
          onChoose={(change) => void send(change, false)}
          onBack={goBack}
        />
      ) : (
        <>
          {state?.kind !== 'done' && <p className="cal-move-title">{title}</p>}
          {state?.kind !== 'done' && waitsForDay && <p className="sel-second">{t('marks.scheduleEach')}</p>}
          <div className="cal-move-row cal-marked-acts">
            {!(state?.kind === 'done' && state.isFinal) && (
              <>
                {!waitsForDay && (
                  <ActionButton size="small" weight="primary" shortcut="M" onClick={onMove}>
                    {t('marks.move')}
                  </ActionButton>
                )}
                {acts.map((one) => (
                  <ActionButton
                    key={one}
                    size="small"
                    onClick={() => {
                      dismiss()
                      setAct(one)
                    }}
                  >
                    {t(`marks.acts.${one}`)}
                  </ActionButton>
                ))}
              </>
            )}
            <ActionButton size="small" onClick={onClear}>
              {state?.kind === 'done' ? t('ui:actions.close') : t('marks.clear')}
            </ActionButton>
          </div>
        </>
      )}
    </section>
  )

  function question(ending: number, who: readonly string[]): string {
    if (who.length === 0) return t('marks.askSubmissions', { count: ending })
    return t('marks.askApprovals', { count: ending, who: list(who, reader.language) })
  }
}

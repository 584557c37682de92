import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Overlay, useOverlays } from '../calendar/use-others.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { offerUndo } from '../shell/undo.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { AddOverlay } from './add-overlay.tsx'
import '../settings/settings.css'
import './views.css'

/** The calendars laid over this one: how each was last read, its end, and one more. */
export function OverlaysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('views')
  const trpc = useTRPC()
  const overlays = useOverlays()
  const refresh = [trpc.overlays.pathFilter()]
  const remove = useCommand(trpc.overlays.remove, { refresh })
  const putBack = useCommand(trpc.overlays.putBack, { refresh })
  const readAgain = useCommand(trpc.overlays.readAgain, { refresh })
  const [isAdding, setIsAdding] = useState(false)
  const isFirst = overlays.data?.length === 0

  const take = async ({ id: overlayId, name }: Overlay) => {
    const outcome = await remove.run({ overlayId })
    if (!outcome.ok) return
    offerUndo({ sentence: t('overlays.removed', { name }), undo: () => putBack.run({ overlayId }) })
  }

  return (
    <Sheet isOpen onClose={onClose} title={t('overlays.title')}>
      <div className="sel-view-form">
        <p className="sel-second">{t('overlays.intro')}</p>
        {overlays.isPending && <LoadingLines count={2} />}
        {overlays.error && <RefusalSentence failure={failureOf(overlays.error)} of="load" />}
        <RefusalSentence failure={remove.failure ?? readAgain.failure ?? putBack.failure} />
        <ul>
          {overlays.data?.map((overlay) => (
            <li key={overlay.id} className="sel-settings-row">
              <OverlayWords overlay={overlay} />
              {overlay.mayChange && (
                <div className="sel-settings-row-end">
                  {!overlay.isFile && (
                    <button
                      type="button"
                      className="sel-link"
                      aria-label={t('overlays.refreshOf', { name: overlay.name })}
                      onClick={() => void readAgain.run({ overlayId: overlay.id })}
                    >
                      {t('overlays.refresh')}
                    </button>
                  )}
                  <button
                    type="button"
                    className="sel-link"
                    aria-label={t('overlays.removeOf', { name: overlay.name })}
                    onClick={() => void take(overlay)}
                  >
                    {t('overlays.remove')}
                  </button>
                </div>
              )}
            </li>
          ))}
        </ul>
        {isAdding || isFirst ? (
          <AddOverlay onDone={() => setIsAdding(false)} />
        ) : (
          <ActionButton onClick={() => setIsAdding(true)}>{t('overlays.add')}</ActionButton>
        )}
      </div>
    </Sheet>
  )
}

function OverlayWords({ overlay }: { overlay: Overlay }) {
  const { t } = useTranslation('views')
  const { name, unit, owner, isFile, addedAt, readAt, problem, eventCount, isCut } = overlay
  const how = isFile
    ? t('overlays.fileOf', { at: addedAt, count: eventCount })
    : readAt === null
      ? t(problem === null ? 'overlays.waiting' : 'overlays.neverWorked')
      : t('overlays.workedAt', { at: readAt, count: eventCount })
  return (
    <div>
      <b>{name}</b>
      {problem !== null && (
        <div className="sel-overlay-problem">
          <ReadinessMark state="blocked" label={null} size={16} />
          <span>{t(`overlays.problems.${problem.code}`, { status: problem.status })}</span>
        </div>
      )}
      <div className="sel-second">
        {how} {isCut && `${t('overlays.cut', { count: eventCount })} `}
        {unit !== null && `${t('form.forUnit', { unit })}. ${t('overlays.by', { name: owner })}`}
      </div>
    </div>
  )
}

import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from './announce.ts'
import { useKeys } from './keys.ts'
import { subscribeUndo, undoLast, undoState } from './undo.ts'

/** What the person just moved, with the way back; what stands here stands in Riwayat as well. */
export function UndoBar() {
  const { t } = useTranslation(['shell', 'ui'])
  const { last, isShown } = useSyncExternalStore(subscribeUndo, undoState)
  const sentence = isShown ? (last?.sentence ?? null) : null

  useKeys(
    [
      {
        keys: 'Ctrl Z',
        name: t('keys.undo'),
        inFields: false,
        when: () => last !== null,
        run: () => void undoLast(),
      },
    ],
    'everywhere',
  )

  useEffect(() => {
    if (sentence !== null) announce(sentence)
  }, [sentence])

  if (sentence === null) return null
  return (
    <div className="sel-undo">
      <span>{sentence}</span>
      <button
        type="button"
        className="sel-link"
        aria-keyshortcuts="Control+Z"
        onClick={() => void undoLast()}
      >
        {t('ui:actions.undo')}
      </button>
    </div>
  )
}

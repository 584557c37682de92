import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../shell/phone.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Publication } from './editor-data.ts'
import type { WritingState } from './use-writing.ts'

type Props = {
  publication: Publication
  writing: WritingState
  isUnlocked: boolean
  onUnlock: () => void
  onLock: () => void
}

/**
 * Why the content is shown and not editable, or what editing it will end and who will be told: said before, at the place
 * of the act. The save ends the submission, not the opening.
 */
export function EditorNotice({ publication, writing, isUnlocked, onUnlock, onLock }: Props) {
  const { t } = useTranslation('publications')
  const isPhone = useIsPhone()
  const { submission, may, phase } = publication
  const mayEdit = may.editContent.isAllowed || publication.variants.some((variant) => variant.mayWrite)

  if (phase === 'handed_over' || phase === 'published' || phase === 'cancelled') {
    return <p className="sel-editor-notice">{t(`editor.closed.${phase}`)}</p>
  }
  if (!mayEdit) {
    return <p className="sel-editor-notice">{t('editor.closed.role', { unit: publication.unit.name })}</p>
  }
  if (submission === null) {
    return writing.wasRestored && writing.isDirty ? (
      <p className="sel-editor-notice" role="status">
        {t('editor.restored')}
      </p>
    ) : null
  }
  const ends =
    submission.decidedBy.length > 0
      ? t('editor.editEnds', { names: submission.decidedBy.map((person) => person.name) })
      : t('editor.editEndsNobody')
  return (
    <div className="sel-editor-notice" data-raised={isUnlocked || undefined}>
      <p>{ends}</p>
      {!isUnlocked && (
        <ActionButton size={isPhone ? 'phone' : 'small'} onClick={onUnlock}>
          {t('editor.edit')}
        </ActionButton>
      )}
      {isUnlocked && (
        <>
          <ActionButton
            weight="primary"
            size="small"
            isPending={writing.isSaving}
            disabled={!writing.hasContentChanges}
            reasonId="editor-ends"
            onClick={async () => {
              if (await writing.saveNow()) onLock()
            }}
          >
            {t('editor.saveChanges')}
          </ActionButton>
          <ActionButton
            size="small"
            onClick={() => {
              writing.discardContent()
              onLock()
            }}
          >
            {t('editor.discard')}
          </ActionButton>
          <span id="editor-ends" className="sel-second">
            {writing.hasContentChanges ? '' : t('editor.nothingChanged')}
          </span>
        </>
      )}
    </div>
  )
}

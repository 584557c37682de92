import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Publication } from './editor-data.ts'
import { TextArea } from './text-area.tsx'
import type { WritingState } from './use-writing.ts'

/** Internal notes: no content, never posted. */
export function Notes({ publication, writing }: { publication: Publication; writing: WritingState }) {
  const { t } = useTranslation('publications')
  const notes = writing.value('head', 'notes', publication.notes)
  return (
    <details className="sel-unfold">
      <summary>
        <IconChevronRight size={16} aria-hidden />
        <b>{t('editor.notesLabel')}</b>
        <span className="sel-second">{t('editor.notesAside')}</span>
      </summary>
      {publication.may.editDetails.isAllowed ? (
        <TextArea
          aria-label={t('editor.notesLabel')}
          value={notes}
          onChange={(value) => writing.set('head', 'notes', value)}
        />
      ) : (
        <p className="sel-shown-text">{notes || t('none')}</p>
      )}
    </details>
  )
}

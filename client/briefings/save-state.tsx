import { useTranslation } from 'react-i18next'
import type { BriefingWriting } from './use-briefing-writing.ts'

/** Whether what is on the screen is what the server has. */
export function SaveState({ writing }: { writing: BriefingWriting }) {
  const { t } = useTranslation('ui')
  const { t: room } = useTranslation('briefings')
  const words = () => {
    if (writing.isWaitingForNetwork) return room('edit.waiting')
    if (writing.isSaving) return t('state.saving')
    if (writing.conflict !== null || writing.failure !== null) return t('state.notSaved')
    return writing.savedAt === null ? '' : t('state.saved', { at: writing.savedAt })
  }
  return (
    <p role="status" className="sel-second">
      {words()}
    </p>
  )
}

import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Key } from '../ui/key.tsx'

type Props = {
  isAsking: boolean
  hasEntries: boolean
  /** The list answers what stands in the field. */
  isSettled: boolean
  mayLog: boolean
  isLogging: boolean
  onLog: () => void
}

/** Below the results: where nothing fits, what was typed is logged as a question with one act. */
export function LogLine({ isAsking, hasEntries, isSettled, mayLog, isLogging, onLog }: Props) {
  const { t } = useTranslation('answers')
  if (!isSettled) return null
  if (!isAsking) return hasEntries ? null : <Empty inline>{t('desk.nothingToday')}</Empty>
  if (!mayLog) return hasEntries ? null : <Empty inline>{t('desk.nothingFound')}</Empty>
  if (!hasEntries) {
    return (
      <Empty
        inline
        action={
          <ActionButton
            weight="primary"
            shortcut="Ctrl Enter"
            isPending={isLogging}
            pendingText={t('desk.logging')}
            onClick={onLog}
          >
            {t('desk.log')}
          </ActionButton>
        }
      >
        {t('desk.nothingFound')}
      </Empty>
    )
  }
  return (
    <p className="sel-desk-log">
      {t('desk.noMatch')}{' '}
      <button type="button" className="sel-link" aria-keyshortcuts="Control+Enter" onClick={onLog}>
        {t('desk.log')}
      </button>{' '}
      <Key of="Ctrl Enter" />
    </p>
  )
}

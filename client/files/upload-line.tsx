import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import type { UploadLine as Line } from './use-uploads.ts'

/** One file on its way: how far it is in words and as a bar, what it waits for, and a way to give it up. */
export function UploadLine({ line }: { line: Line }) {
  const { t } = useTranslation('files')
  const percent = line.sizeBytes === 0 ? 0 : Math.floor((line.sentBytes / line.sizeBytes) * 100)
  const words = t(`phase.${line.phase}`, { name: line.name, percent, sizeBytes: line.sizeBytes })
  return (
    <div className="sel-upload">
      <span className="sel-second">{words}</span>
      <progress value={percent} max={100} aria-label={t('progressOf', { name: line.name })} />
      <ActionButton weight="quiet" size="small" onClick={line.cancel}>
        {t('cancelUpload')}
        <span className="sel-hidden"> {line.name}</span>
      </ActionButton>
      <span className="sel-hidden" role="status">
        {line.phase === 'waiting' ? words : t('uploading', { name: line.name })}
      </span>
    </div>
  )
}

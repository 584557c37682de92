import { Textarea } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { fileAddress } from './address.ts'
import type { ChosenMedium } from './media-field.tsx'
import { UploadLine } from './upload-line.tsx'
import { useUploads } from './use-uploads.ts'

type Words = Pick<ChosenMedium, 'captionsFileId' | 'captionsName' | 'transcript'>

type Props = {
  medium: ChosenMedium
  position: number
  isReadOnly: boolean
  language: string
  onChange: (changes: Partial<Words>) => void
}

/** What is said in a video, for who cannot hear it: a file of captions, its words written out, or both. */
export function CaptionsField({ medium, position, isReadOnly, language, onChange }: Props) {
  const { t } = useTranslation('files')
  const input = useRef<HTMLInputElement>(null)
  const [isOther, setIsOther] = useState(false)
  const uploads = useUploads((file) => {
    const isCaptions = fileUse(file.mimeType) === 'captions'
    setIsOther(!isCaptions)
    if (isCaptions) onChange({ captionsFileId: file.id, captionsName: file.name })
  })
  const { captionsFileId, captionsName, transcript } = medium
  return (
    <div className="sel-captions">
      {captionsFileId !== null && (
        <span>
          {t('captionsAre')}{' '}
          <a href={fileAddress(captionsFileId)} className="sel-link" download>
            {captionsName}
          </a>
        </span>
      )}
      {uploads.lines.map((line) => (
        <UploadLine key={line.key} line={line} />
      ))}
      {[...uploads.problems, ...(isOther ? [t('notCaptions')] : [])].map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {isReadOnly ? (
        transcript !== '' && (
          <details>
            <summary>{t('transcript')}</summary>
            <p className="sel-transcript" lang={language}>
              {transcript}
            </p>
          </details>
        )
      ) : (
        <>
          <div className="sel-image-acts">
            <input
              ref={input}
              type="file"
              hidden
              accept=".vtt,.srt,text/vtt,application/x-subrip"
              aria-label={t('addCaptionsOf', { position })}
              onChange={(event) => {
                setIsOther(false)
                uploads.take([...(event.currentTarget.files ?? [])])
                event.currentTarget.value = ''
              }}
            />
            <ActionButton
              size="small"
              icon={<IconUpload size={16} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t(captionsFileId === null ? 'addCaptions' : 'otherCaptions')}
              <span className="sel-hidden"> {t('ofVideo', { position })}</span>
            </ActionButton>
            {captionsFileId !== null && (
              <button
                type="button"
                className="sel-link"
                aria-label={t('removeCaptionsOf', { position })}
                onClick={() => onChange({ captionsFileId: null, captionsName: null })}
              >
                {t('removeCaptions')}
              </button>
            )}
          </div>
          <Textarea
            lang={language}
            label={
              <>
                {t('transcript')}
                <span className="sel-hidden"> {t('ofVideo', { position })}</span>
              </>
            }
            description={transcript === '' ? t('transcriptHint') : undefined}
            value={transcript}
            autosize
            minRows={2}
            maxRows={12}
            onChange={(event) => onChange({ transcript: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  )
}

import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import type { Preview } from './use-plan.ts'

type Props = {
  name: string | null
  isReading: boolean
  preview: Preview | null
  onFile: (file: File) => void
}

/** Chosen by a button or dropped; then what it was read as. */
export function ImportFile({ name, isReading, preview, onFile }: Props) {
  const { t } = useTranslation('import')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const factsOf = ({ format, rows, sheets }: Preview, file: string) =>
    format.kind === 'xlsx'
      ? t('workbookFacts', {
          name: file,
          rows: rows.length,
          sheets: sheets.flatMap(({ isTaken, name: sheet }) => (isTaken ? [sheet] : [])),
        })
      : t('fileFacts', {
          name: file,
          rows: rows.length,
          delimiter: t(`delimiters.${format.delimiter}`),
          encoding: t(`encodings.${format.encoding}`),
        })
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onFile(file)
  }
  return (
    <>
      <p className="sel-import-intro">{t('intro')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className="sel-import-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={t('choose')}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <ActionButton
          weight={preview === null ? 'primary' : 'normal'}
          icon={<IconUpload size={16} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t(name === null ? 'choose' : 'chooseOther')}
        </ActionButton>
        <span className="sel-second">{t(isOver ? 'dropHere' : 'drop')}</span>
      </div>
      <p role="status" className="sel-second">
        {isReading && name !== null && t('reading', { name })}
        {!isReading && preview !== null && name !== null && factsOf(preview, name)}
      </p>
    </>
  )
}

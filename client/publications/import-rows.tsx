import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import { Section } from '../ui/section.tsx'
import { ImportRowLine } from './import-row-line.tsx'
import { isComing, isRefused, type Preview } from './use-plan.ts'

const AT_ONCE = 100

/** Each row with what becomes of it; what cannot come in stands first where only that is asked for. */
export function ImportRows({ preview }: { preview: Preview }) {
  const { t } = useTranslation('import')
  const [onlyProblems, setOnlyProblems] = useState(false)
  const [shown, setShown] = useState(AT_ONCE)
  const { rows } = preview
  const refused = rows.filter(isRefused)
  const listed = onlyProblems ? refused : rows
  const left = listed.length - shown
  return (
    <Section
      title={t('rows')}
      detail={t('summary', {
        ready: rows.filter(isComing).length,
        known: rows.filter((one) => !isRefused(one) && !isComing(one)).length,
        refused: refused.length,
        noted: rows.filter(({ notes }) => notes.length > 0).length,
      })}
      action={
        refused.length > 0 ? (
          <Checkbox
            label={t('onlyProblems')}
            checked={onlyProblems}
            onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
          />
        ) : undefined
      }
    >
      {preview.notes.length > 0 && (
        <ul className="sel-import-notes">
          {preview.notes.map((note) => (
            <li key={JSON.stringify(note)}>
              <PlanNoteSentence note={note} />
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <table className="sel-import-rows">
          <thead>
            <tr>
              <th scope="col">{t('lineHead')}</th>
              <th scope="col">{t('fields.title')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('fields.accounts')}</th>
              <th scope="col">{t('fields.objective')}</th>
              <th scope="col">{t('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, shown).map((line) => (
              <ImportRowLine key={`${line.sheet} ${line.line}`} line={line} preview={preview} />
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && (
        <ActionButton onClick={() => setShown((before) => before + 500)}>
          {t('moreRows', { count: Math.min(left, 500) })}
        </ActionButton>
      )}
    </Section>
  )
}

function PlanNoteSentence({ note }: { note: Preview['notes'][number] }) {
  const { t } = useTranslation('import')
  switch (note.code) {
    case 'columns_hidden':
      return t('planNotes.columns_hidden', { sheet: note.sheet, columns: note.columns })
    case 'lines_hidden':
      return t('planNotes.lines_hidden', { sheet: note.sheet, count: note.count })
    case 'year_assumed':
      return t('planNotes.year_assumed', { years: note.years.map(String) })
    case 'lines_without_content':
      return t('planNotes.lines_without_content', { count: note.count })
    case 'status_not_taken':
      return t('planNotes.status_not_taken')
  }
}

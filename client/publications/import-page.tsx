import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ImportBar } from './import-bar.tsx'
import { ImportChoices } from './import-choices.tsx'
import { ImportFile } from './import-file.tsx'
import { ImportRows } from './import-rows.tsx'
import { usePlan } from './use-plan.ts'
import './import.css'

/** A plan from a spreadsheet: choose the file, look at its columns and at each row's outcome, bring in all or nothing. */
export function ImportPage() {
  const { t } = useTranslation('import')
  if (holdsAnywhere(useMe().grants, 'publication.import')) return <PlanImport />
  return (
    <>
      <PageTitle title={t('title')} />
      <div className="sel-import">
        <p>{t('notPlanner')}</p>
      </div>
    </>
  )
}

function PlanImport() {
  const { t } = useTranslation(['import', 'ui'])
  const [done, setDone] = useState<{ count: number; day: string | null } | null>(null)
  const plan = usePlan()
  const { preview, failure, isReading } = plan

  if (done !== null) {
    return (
      <>
        <PageTitle title={t('title')} />
        <div className="sel-import">
          <p role="status">
            <b>{t('done', { count: done.count })}</b> {t('doneMore')}
          </p>
          <div className="sel-import-next">
            <Link to="/calendar" search={done.day === null ? {} : { date: done.day }} className="sel-link">
              {t('toCalendar')}
            </Link>
            <button
              type="button"
              className="sel-link"
              onClick={() => {
                plan.clear()
                setDone(null)
              }}
            >
              {t('again')}
            </button>
          </div>
        </div>
      </>
    )
  }
  return (
    <>
      <PageTitle title={t('title')} />
      <div className="sel-import" aria-busy={isReading}>
        <ImportFile
          name={plan.name}
          isReading={isReading}
          preview={preview}
          onFile={(file) => void plan.choose(file)}
        />
        <RefusalSentence failure={failure} />
        {preview !== null && (
          <>
            <ImportChoices plan={plan} preview={preview} />
            <ImportRows preview={preview} />
          </>
        )}
      </div>
      {preview !== null && <ImportBar plan={plan} preview={preview} onDone={setDone} />}
    </>
  )
}

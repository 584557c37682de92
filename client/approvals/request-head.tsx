import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { levels } from '../../domain/issues/level.ts'
import { capital } from '../../domain/language/format.ts'
import { LevelBars } from '../ui/level-mark.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { TimeLeft } from '../ui/time-left.tsx'
import type { RequestData } from './request-data.ts'

/** When it goes out and in how long, what it is called, why it exists. */
export function RequestHead({ request }: { request: RequestData }) {
  const { t } = useTranslation(['approvals', 'ui'])
  const { publication } = request
  return (
    <header className="sel-request-head">
      <p className="sel-request-time">
        <IconClock size={20} aria-hidden />
        <b>{capital(whenWords(t, publication))}</b>
        {publication.plannedAt !== null && publication.timeKind === 'exact' && (
          <span className="sel-second">
            <TimeLeft at={publication.plannedAt} />
          </span>
        )}
      </p>
      <h1 tabIndex={-1}>{publication.title}</h1>
      <p className="sel-request-marks">
        <ObjectiveMark objective={publication.objective} />
        {request.issues.map((issue) => (
          <span key={issue.id} className="sel-mark sel-level" data-level={issue.level}>
            <LevelBars level={issue.level} />
            <b>{t('issue', { number: levels.indexOf(issue.level) + 1, title: issue.title })}</b>
          </span>
        ))}
        {publication.subjectClass !== null && (
          <span>{t(`ui:subjectClass.${publication.subjectClass as 'event'}`)}</span>
        )}
        {publication.isTimeBound && <span className="sel-second">{t('timeBound')}</span>}
        <span className="sel-second">{publication.unit}</span>
      </p>
    </header>
  )
}

type Time = Pick<RequestData['publication'], 'plannedAt' | 'plannedDay' | 'timeKind'>
type Say = ReturnType<typeof useTranslation<['approvals', 'ui']>>['t']

function whenWords(t: Say, { plannedAt, plannedDay, timeKind }: Time): string {
  if (plannedAt !== null) {
    return timeKind === 'exact' ? t('airs', { at: plannedAt }) : t('airsTentative', { at: plannedAt })
  }
  return plannedDay === null ? t('airsNone') : t('airsDay', { day: plannedDay })
}

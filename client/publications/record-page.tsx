import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { full, zoneFullName } from '../../domain/language/format.ts'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import type { RecordData } from './record-data.ts'
import { RecordEvents } from './record-events.tsx'
import { RecordPosts } from './record-posts.tsx'
import './record.css'

/** The file of who wrote, asked, signed, decided, handed over and confirmed; the page itself is what is printed. */
export function RecordPage() {
  const { t } = useTranslation(['record', 'publishing'])
  const { id } = useParams({ from: '/framed/publications/$id/record' })
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.reading.record.queryOptions({ publicationId: id }))
  if (data === undefined) {
    if (error === null) return <PageLines />
    const failure = failureOf(error)
    if (refusedWith(failure, 'not_found') !== null) return <NotFoundPage />
    return <RefusalSentence failure={failure} of="load" />
  }
  return (
    <div className="sel-record">
      <PrintHead record={data} />
      <PageTitle
        title={data.publication.title}
        tabTitle={t('tab', { title: data.publication.title })}
        back={
          <Link to="/publications/$id" params={{ id }}>
            {t('publishing:back')}
          </Link>
        }
        detail={t('title')}
        actions={
          <span className="sel-record-print">
            <ActionButton weight="primary" onClick={() => print()} reasonId="record-print-hint">
              {t('download')}
            </ActionButton>
            <span id="record-print-hint" className="sel-second">
              {t('downloadHint')}
            </span>
          </span>
        }
      />
      <Facts record={data} />
      <section>
        <h2>{t('parts.history')}</h2>
        {data.left > 0 && <p className="sel-second">{t('cut', { count: data.events.length })}</p>}
        {data.events.length === 0 ? (
          <Empty inline>{t('empty')}</Empty>
        ) : (
          <RecordEvents events={data.events} />
        )}
      </section>
      <section>
        <h2>{t('parts.content')}</h2>
        <RecordPosts record={data} />
      </section>
    </div>
  )
}

/** Only on paper: agency, what it is, printed when and by whom, the zone, "Internal". */
function PrintHead({ record }: { record: RecordData }) {
  const { t } = useTranslation('record')
  const reader = useReader()
  return (
    <header className="sel-print-head">
      <b>{record.agency}</b>
      <span>{t('title')}</span>
      <span>{t('printed', { at: record.moment, name: record.printedBy })}</span>
      <span>{t('zone', { zone: zoneFullName(record.moment, reader) })}</span>
      <span>{t('internal')}</span>
    </header>
  )
}

function Facts({ record }: { record: RecordData }) {
  const { t } = useTranslation(['record', 'ui'])
  const reader = useReader()
  const { publication } = record
  const time =
    publication.plannedAt !== null ? full(publication.plannedAt, reader) : (publication.plannedDay ?? null)
  const rows: [string, React.ReactNode][] = [
    [t('facts.status'), t(`ui:status.${publication.status}`)],
    [t('facts.time'), time ?? t('facts.noTime')],
    [t('facts.objective'), t(`ui:objective.${publication.objective}`)],
    [
      t('facts.subjectClass'),
      publication.subjectClass === null
        ? t('facts.noClass')
        : t(`ui:subjectClass.${publication.subjectClass as 'event'}`),
    ],
    [t('facts.unit'), publication.unit],
    [t('facts.owner'), publication.owner],
    ...(publication.campaign === null
      ? []
      : [[t('facts.campaign'), publication.campaign] as [string, React.ReactNode]]),
    ...(publication.corrects === null
      ? []
      : [[t('facts.corrects'), publication.corrects.title] as [string, React.ReactNode]]),
    [
      t('facts.hash'),
      publication.contentHash === null ? '' : <code key="hash">{publication.contentHash.slice(0, 12)}</code>,
    ],
  ]
  return (
    <section>
      <h2>{t('parts.facts')}</h2>
      <dl className="sel-record-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

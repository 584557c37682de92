import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { planFields } from '../../domain/publications/plan-headings.ts'
import { plannedTime } from '../../domain/publications/planned-time.ts'
import { zoneShown } from '../shell/zone.ts'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMark, platformOf } from '../ui/platform-mark.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { timeWords } from './time-words.ts'
import { isComing, isRefused, type Preview } from './use-plan.ts'

type Line = Preview['rows'][number]
type Finding = Line['problems'][number]

/** One row of the plan: a line of the table, a block with labels on the phone. */
export const ImportRowLine = memo(function ImportRowLine({
  line,
  preview,
}: {
  line: Line
  preview: Preview
}) {
  const { t } = useTranslation(['import', 'ui'])
  const { t: words } = useTranslation('publications')
  const { row, title, problems, notes, sheet, lines, earlier } = line
  const isOneSheet = preview.sheets.filter(({ isTaken }) => isTaken).length < 2
  const where = lines.join(', ')
  const time = row === null ? null : plannedTime(row.time, zoneShown())
  const accounts = preview.accounts.filter((account) => row?.accountIds.includes(account.id))
  return (
    <tr data-refused={isRefused(line) || undefined}>
      <td data-label={t('lineHead')}>
        {sheet === null || isOneSheet ? where : t('lineOnSheet', { sheet, lines: where })}
      </td>
      <td data-label={t('fields.title')}>
        <b>{title}</b>
        {row?.campaign != null && (
          <div className="sel-second">
            {preview.newCampaigns.includes(row.campaign)
              ? t('newCampaign', { name: row.campaign })
              : row.campaign}
          </div>
        )}
        {row?.public?.id != null && (
          <div className="sel-second">{t('forPublic', { name: row.public.name })}</div>
        )}
      </td>
      <td data-label={t('when')}>{time !== null && timeWords(words, time)}</td>
      <td data-label={t('fields.accounts')}>
        {row !== null && accounts.length === 0 && <span className="sel-second">{t('noAccount')}</span>}
        {accounts.map((account) => (
          <div key={account.id} className="sel-platform">
            <PlatformMark platform={platformOf(account.platform)} />
            {row?.ownTexts.some(({ accountId, text }) => accountId === account.id && text !== null)
              ? t('ownText', { handle: account.handle })
              : account.handle}
          </div>
        ))}
      </td>
      <td data-label={t('fields.objective')}>
        {row !== null && (
          <>
            <ObjectiveMark objective={row.objective} />
            <div className="sel-second">
              {row.subjectClass === null ? t('noClass') : t(`ui:subjectClass.${row.subjectClass}`)}
            </div>
          </>
        )}
      </td>
      <td data-label={t('outcome')}>
        <div className="sel-import-outcome">
          {(isRefused(line) || isComing(line)) && (
            <ReadinessMark state={isRefused(line) ? 'blocked' : 'ready'} label={null} />
          )}
          <b>{t(isRefused(line) ? 'refused' : isComing(line) ? 'ready' : 'inAlready')}</b>
        </div>
        {earlier !== null && <EarlierSentence earlier={earlier} />}
        <ul>
          {[...problems, ...notes].sort(byField).map((finding) => (
            <li key={`${finding.field} ${finding.code} ${finding.cell}`}>
              <FindingSentence finding={finding} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
})

/** What came of the row before, with the way to it. */
function EarlierSentence({ earlier }: { earlier: NonNullable<Line['earlier']> }) {
  const { t } = useTranslation('import')
  if (earlier.kind === 'repeated') {
    const { line, sheet } = earlier
    return <p>{sheet === null ? t('repeated', { line }) : t('repeatedOnSheet', { line, sheet })}</p>
  }
  return (
    <p>
      {earlier.kind === 'kept' &&
        `${t('kept', { fields: earlier.differs.map((field) => t(`fields.${field}`)) })} `}
      {earlier.kind === 'changed' && `${t('changed', { name: earlier.name })} `}
      <Link
        to="/publications/$id"
        params={{ id: earlier.publicationId }}
        className="sel-link"
        target="_blank"
        rel="noopener"
      >
        {t('toEarlier')}
      </Link>
    </p>
  )
}

/** In the order of the columns. */
function byField(one: Finding, other: Finding): number {
  return planFields.indexOf(one.field) - planFields.indexOf(other.field)
}

function FindingSentence({ finding }: { finding: Finding }) {
  const { t } = useTranslation('import')
  const { code, data, cell, field } = finding
  const first =
    code === 'day_not_in_month' ? `${data.year}-${String(data.month).padStart(2, '0')}-01` : undefined
  // Which sentence it is, is found at run time; the codes are those of the rule.
  const sentence = (t as (key: string, data: object) => string)(`findings.${code}`, { ...data, cell, first })
  return <>{t('finding', { field: t(`fields.${field}`), sentence })}</>
}

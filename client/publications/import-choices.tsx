import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayOrders } from '../../domain/publications/plan-dates.ts'
import { planFields } from '../../domain/publications/plan-headings.ts'
import { columnLetter } from '../../domain/publications/plan-table.ts'
import { useIsPhone } from '../shell/phone.ts'
import { Section } from '../ui/section.tsx'
import { ImportSheets } from './import-sheets.tsx'
import type { Plan, Preview } from './use-plan.ts'

/** What was guessed of the columns, each guess open to change, and what holds for all rows. */
export function ImportChoices({ plan, preview }: { plan: Plan; preview: Preview }) {
  const { t } = useTranslation(['import', 'ui'])
  const { headings, headingLines, columns, dayOrder } = preview
  const takenSheets = preview.sheets.filter(({ isTaken }) => isTaken).length
  const isPhone = useIsPhone()
  const columnChoices = [
    { value: '', label: t('noColumn') },
    ...headings.map((heading, position) => ({
      value: String(position),
      label:
        heading === ''
          ? t('columnWithoutHeading', { letter: columnLetter(position) })
          : t('column', { letter: columnLetter(position), heading }),
    })),
  ]
  const grid = (
    <div className="sel-import-columns">
      {planFields.map((field) => (
        <NativeSelect
          key={field}
          label={t(`fields.${field}`)}
          data={columnChoices}
          value={String(columns[field] ?? '')}
          error={field === 'title' && columns.title === null ? t('titleColumnNeeded') : undefined}
          onChange={(event) => {
            const { value } = event.currentTarget
            plan.change({ columns: { ...columns, [field]: value === '' ? null : Number(value) } })
          }}
        />
      ))}
    </div>
  )
  const hints = [
    t('columnsHint'),
    headingLines.some((line) => line > 1) ? t('headingsAt', { lines: headingLines.map(String) }) : '',
    takenSheets > 1 ? t('columnsOfFirst') : '',
  ]
  return (
    <>
      {preview.sheets.length > 1 && <ImportSheets plan={plan} preview={preview} />}
      <Section title={t('columns')}>
        {isPhone ? (
          <details className="sel-import-fold" open={columns.title === null}>
            <summary>{hints.join(' ').trim()}</summary>
            {grid}
          </details>
        ) : (
          <>
            <p className="sel-second sel-import-hint">{hints.join(' ').trim()}</p>
            {grid}
          </>
        )}
      </Section>
      <Section title={t('forAll')}>
        <div className="sel-import-columns sel-import-hint">
          <NativeSelect
            label={t('unit')}
            data={plan.units.map(({ id, name }) => ({ value: id, label: name }))}
            value={plan.unitId}
            onChange={(event) => plan.change({ unitId: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('objective')}
            data={[
              { value: '', label: t('noObjective') },
              { value: 'promote', label: t('ui:objective.promote') },
              { value: 'protect', label: t('ui:objective.protect') },
            ]}
            value={plan.objective ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              plan.change({ objective: value === 'promote' || value === 'protect' ? value : null })
            }}
          />
          {dayOrder !== null && (
            <NativeSelect
              label={t('dayOrder')}
              description={t(dayOrder.isProved ? 'dayOrderProved' : 'dayOrderAssumed')}
              data={dayOrders.map((value) => ({ value, label: t(`dayOrders.${value}`) }))}
              value={dayOrder.order}
              onChange={(event) => {
                const { value } = event.currentTarget
                plan.change({ dayOrder: dayOrders.find((order) => order === value) ?? null })
              }}
            />
          )}
        </div>
      </Section>
    </>
  )
}

import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { planFields } from '../../domain/publications/plan-headings.ts'
import { useIsPhone } from '../shell/phone.ts'
import { Section } from '../ui/section.tsx'
import type { Plan, Preview } from './use-plan.ts'

/** What was guessed of the columns, each guess open to change, and what holds for all rows. */
export function ImportChoices({ plan, preview }: { plan: Plan; preview: Preview }) {
  const { t } = useTranslation(['import', 'ui'])
  const { headings, columns } = preview
  const isPhone = useIsPhone()
  const columnChoices = [
    { value: '', label: t('noColumn') },
    ...headings.map((heading, position) => ({
      value: String(position),
      label:
        heading === ''
          ? t('columnWithoutHeading', { letter: letterOf(position) })
          : t('column', { letter: letterOf(position), heading }),
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
  return (
    <>
      <Section title={t('columns')}>
        {isPhone ? (
          <details className="sel-import-fold" open={columns.title === null}>
            <summary>{t('columnsHint')}</summary>
            {grid}
          </details>
        ) : (
          <>
            <p className="sel-second sel-import-hint">{t('columnsHint')}</p>
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
        </div>
      </Section>
    </>
  )
}

/** A, B, … Z, AA: as spreadsheets name columns. */
function letterOf(position: number): string {
  const last = String.fromCharCode(65 + (position % 26))
  return position < 26 ? last : letterOf(Math.floor(position / 26) - 1) + last
}

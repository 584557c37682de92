import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section.tsx'
import type { Plan, Preview } from './use-plan.ts'

/** The sheets of a workbook: which of them are the plan. At least one is. */
export function ImportSheets({ plan, preview }: { plan: Plan; preview: Preview }) {
  const { t } = useTranslation('import')
  const { sheets } = preview
  const taken = sheets.flatMap(({ isTaken }, position) => (isTaken ? [position] : []))
  const filled = sheets.flatMap(({ lines, isHidden }, position) => (lines > 0 && !isHidden ? [position] : []))
  const areAll = filled.every((position) => taken.includes(position))
  return (
    <Section title={t('sheets')}>
      <p className="sel-second sel-import-hint">{t('sheetsHint')}</p>
      <div className="sel-import-sheets">
        {filled.length > 1 && (
          <Checkbox
            label={t('allSheets')}
            checked={areAll}
            indeterminate={!areAll && taken.length > 0}
            onChange={() => plan.takeSheets(areAll ? filled.slice(0, 1) : filled)}
          />
        )}
        {sheets.map(({ name, isHidden, isTaken, lines }, position) => (
          <Checkbox
            key={name}
            label={t(isHidden ? 'hiddenSheet' : 'sheet', { name, count: lines })}
            checked={isTaken}
            disabled={lines === 0 || (isTaken && taken.length === 1)}
            onChange={() =>
              plan.takeSheets(isTaken ? taken.filter((one) => one !== position) : [...taken, position])
            }
          />
        ))}
      </div>
    </Section>
  )
}

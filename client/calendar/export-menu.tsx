import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Days } from './days.ts'
import type { Filter } from './filter.ts'
import { Menu } from './menu.tsx'

/** What is shown as a file: the period's days under the present filter. */
export function ExportMenu({ days, filter }: { days: Days; filter: Filter }) {
  const { t } = useTranslation('calendar')
  return (
    <Menu label={t('file.download')} icon={<IconDownload size={18} aria-hidden />} isAtEnd>
      {(close) => <ExportLinks days={days} filter={filter} onTaken={close} />}
    </Menu>
  )
}

export function ExportLinks({ days, filter, onTaken }: { days: Days; filter: Filter; onTaken: () => void }) {
  const { t } = useTranslation('calendar')
  const asked = new URLSearchParams({ from: days.from, to: days.to, filter: JSON.stringify(filter) })
  return (['csv', 'xlsx'] as const).map((kind) => (
    <a key={kind} className="cal-option" href={`/api/plan.${kind}?${asked}`} download onClick={onTaken}>
      {t(`file.${kind}`)}
    </a>
  ))
}

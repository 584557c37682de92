import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dateWithYear } from '../../domain/language/format.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'

const DAYS_BACK = 31

type Props = {
  label: string
  value: string | null
  /** What it hangs on now, which the list may not hold any more. */
  present: { id: string; name: string } | null
  onChange: (id: string | null) => void
}

/** Chooses the event a publication hangs on and moves with; the chosen one can be opened. */
export function AgendaField({ label, value, present, onChange }: Props) {
  const { t } = useTranslation('agenda')
  const trpc = useTRPC()
  const reader = useReader()
  const from = addDays(dayOf(reader.now, reader.zone), -DAYS_BACK)
  const list = useQuery(trpc.agenda.list.queryOptions({ from }))
  const known = (list.data?.events ?? []).map(({ id, name, day }) => ({
    value: id,
    label: `${name}, ${dateWithYear(day, reader)}`,
  }))
  const isThere = present === null || known.some((one) => one.value === present.id)
  return (
    <div className="sel-head-event">
      <Select
        label={label}
        data={[
          { value: '', label: t('none') },
          ...(isThere ? [] : [{ value: present.id, label: present.name }]),
          ...known,
        ]}
        value={value ?? ''}
        allowDeselect={false}
        searchable={known.length > 8}
        onChange={(chosen) => onChange(chosen || null)}
      />
      {value !== null && (
        <Link to="/agenda/$id" params={{ id: value }} className="sel-link">
          {t('open')}
        </Link>
      )}
    </div>
  )
}

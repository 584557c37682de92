import { useTranslation } from 'react-i18next'
import { capital, date, dayName } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import { ItemRow } from './item-row.tsx'
import { byDay, type UpcomingItem } from './upcoming-data.ts'
import { usePlatforms } from './use-platforms.ts'

type Props = { items: readonly UpcomingItem[]; agents: number; openId: string | null }

/** Day after day; the row that is open beside is marked. */
export function UpcomingList({ items, agents, openId }: Props) {
  const { t } = useTranslation('upcoming')
  const reader = useReader()
  const platformsOf = usePlatforms()
  return (
    <section className="sel-up-list" aria-label={t('list')}>
      {byDay(items).map(([day, there]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            {capital(dayName(day, reader) ?? date(day, reader))}
            {dayName(day, reader) !== null && <span className="sel-second">{date(day, reader)}</span>}
          </h2>
          <ul>
            {there.map((item) => (
              <li key={item.id}>
                <ItemRow
                  item={item}
                  agents={agents}
                  platforms={platformsOf(item.accountIds)}
                  isOpen={item.id === openId}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import type { trpc as doors } from '../shell/trpc.ts'
import { Section } from '../ui/section.tsx'

type Now = inferOutput<typeof doors.people.dutyWeek>['now']

/** Who is on duty at this moment, in each role. */
export function DutyNow({ now }: { now: Now }) {
  const { t } = useTranslation('people')
  return (
    <Section title={t('duty.now')}>
      <dl className="sel-duty-now">
        {now.map(({ role, people }) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>
              {people.length === 0 ? t('duty.nowEmpty') : people.map((person) => person.name).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, dayOf, weekdayOf } from '../../domain/time.ts'
import { failureOf } from '../shell/failure.ts'
import { useNow } from '../shell/now.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { zoneShown } from '../shell/zone.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Section } from '../ui/section.tsx'
import { DelegationsList } from './delegations-list.tsx'
import { DutyDays, DutyGrid } from './duty-grid.tsx'
import { DutyNow } from './duty-now.tsx'
import { ShiftForm } from './shift-form.tsx'
import './outside.css'
import '../settings/settings.css'
import './me.css'

/** Who is on duty now, the week by role, and the delegations of leaders. */
export function DutyPage() {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const isPhone = useIsPhone()
  const today = dayOf(useNow(), zoneShown())
  const thisMonday = addDays(today, 1 - weekdayOf(today))
  const [monday, setMonday] = useState(thisMonday)
  const [isSetting, setSetting] = useState(false)
  const week = useQuery({
    ...trpc.people.dutyWeek.queryOptions({ from: monday, until: addDays(monday, 7) }),
    placeholderData: keepPreviousData,
  })
  const Shifts = isPhone ? DutyDays : DutyGrid
  return (
    <>
      <PageTitle
        title={t('duty.title')}
        actions={
          week.data?.maySet && (
            <ActionButton weight="primary" onClick={() => setSetting(true)}>
              {t('duty.set')}
            </ActionButton>
          )
        }
      />
      <div className="sel-duty">
        {week.isPending && <LoadingLines />}
        {week.isError && <RefusalSentence failure={failureOf(week.error)} of="load" />}
        {week.data && (
          <>
            <DutyNow now={week.data.now} />
            {week.data.approverGaps.slice(0, 3).map((gap) => (
              <p key={gap.startsAt} className="sel-duty-gap">
                <ReadinessMark state="warning" label={null} />
                {t('duty.gap', { from: gap.startsAt, until: gap.endsAt })}
              </p>
            ))}
            {isSetting && (
              <ShiftForm day={monday === thisMonday ? today : monday} onClose={() => setSetting(false)} />
            )}
            <Section
              title={t('duty.week', { from: monday })}
              action={
                <span className="sel-week-turn">
                  <ActionButton size="small" onClick={() => setMonday(addDays(monday, -7))}>
                    {t('duty.previousWeek')}
                  </ActionButton>
                  {monday !== thisMonday && (
                    <ActionButton size="small" onClick={() => setMonday(thisMonday)}>
                      {t('duty.thisWeek')}
                    </ActionButton>
                  )}
                  <ActionButton size="small" onClick={() => setMonday(addDays(monday, 7))}>
                    {t('duty.nextWeek')}
                  </ActionButton>
                </span>
              }
            >
              <Shifts monday={monday} today={today} shifts={week.data.shifts} maySet={week.data.maySet} />
              {week.data.emptyRoles.length > 0 && (
                <p className="sel-second">
                  {t('duty.rosterEmpty', { roles: week.data.emptyRoles.map((role) => t(`role.${role}`)) })}
                </p>
              )}
            </Section>
          </>
        )}
        <DelegationsList title={t('duty.absences')} />
      </div>
    </>
  )
}

import { IconX } from '@tabler/icons-react'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { addDays, dayOf, startOfDay } from '../../domain/time.ts'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { zoneShown } from '../shell/zone.ts'

type Shift = inferOutput<typeof doors.people.dutyWeek>['shifts'][number]
type Props = { monday: string; today: string; shifts: readonly Shift[]; maySet: boolean }

export const dutyRoles = ['approver', 'lead_agent', 'agent', 'planner'] as const

/** The week as a table: a row for each role, a column for each day. */
export function DutyGrid({ monday, today, shifts, maySet }: Props) {
  const { t } = useTranslation('people')
  const days = daysFrom(monday)
  return (
    <table className="sel-duty-week">
      <caption className="sel-hidden">{t('duty.week', { from: monday })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sel-hidden">{t('duty.role')}</span>
          </th>
          {days.map((day) => (
            <th key={day} scope="col" className="sel-duty-day" data-today={day === today || undefined}>
              {t('duty.day', { at: day })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dutyRoles.map((role) => (
          <tr key={role}>
            <th scope="row" className="sel-duty-role">
              {t(`role.${role}`)}
            </th>
            {days.map((day) => (
              <td key={day}>
                {onDay(shifts, role, day).map((shift) => (
                  <ShiftLine key={shift.id} shift={shift} maySet={maySet} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The week on the phone: days under each other. */
export function DutyDays({ monday, today, shifts, maySet }: Props) {
  const { t } = useTranslation('people')
  return (
    <div className="sel-duty-list">
      {daysFrom(monday).map((day) => {
        const roles = dutyRoles.filter((role) => onDay(shifts, role, day).length > 0)
        return (
          <div key={day}>
            <h3 className="sel-duty-day" data-today={day === today || undefined}>
              {t('duty.day', { at: day })}
            </h3>
            {roles.length === 0 && <p className="sel-second">{t('duty.noShifts')}</p>}
            {roles.map((role) => (
              <div key={role}>
                <span className="sel-second">{t(`role.${role}`)}</span>
                {onDay(shifts, role, day).map((shift) => (
                  <ShiftLine key={shift.id} shift={shift} maySet={maySet} />
                ))}
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}

function ShiftLine({ shift, maySet }: { shift: Shift; maySet: boolean }) {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const remove = useCommand(trpc.people.removeDuty, { refresh: [trpc.people.dutyWeek.pathFilter()] })
  const zone = zoneShown()
  const isOneDay = dayOf(shift.startsAt, zone) === dayOf(shift.endsAt, zone)
  const span = { from: shift.startsAt, until: shift.endsAt }
  return (
    <div className="sel-duty-shift">
      <b>{shift.name}</b>
      {maySet && (
        <button
          type="button"
          className="sel-link"
          aria-label={t('duty.remove', { name: shift.name })}
          aria-disabled={remove.isPending || undefined}
          onClick={() => void remove.run({ dutyId: shift.id })}
        >
          <IconX size={16} aria-hidden />
        </button>
      )}
      <span>{isOneDay ? t('duty.span', span) : t('duty.spanOverNight', span)}</span>
    </div>
  )
}

function daysFrom(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

function onDay(shifts: readonly Shift[], role: string, day: string): Shift[] {
  const from = startOfDay(day, zoneShown())
  const until = startOfDay(addDays(day, 1), zoneShown())
  return shifts.filter((shift) => shift.role === role && shift.startsAt < until && shift.endsAt > from)
}

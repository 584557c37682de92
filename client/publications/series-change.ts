import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { objectives } from '../../domain/publications/objectives.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { clockOf, weekdayOf } from '../../domain/time.ts'
import type { AppRouter } from '../../server/router.ts'

export type Series = NonNullable<inferRouterOutputs<AppRouter>['publications']['inSeries']>
export type Member = Series['members'][number]
type Change = inferRouterInputs<AppRouter>['publications']['changeMany']['input']['change']

const headFields = [
  'title',
  'mainText',
  'mainLink',
  'objective',
  'subjectClass',
  'campaignId',
  'ownerId',
] as const

/** What of one publication the others of its series can be given. */
export const alikeFields = [...headFields, 'accountIds', 'clock', 'weekday'] as const
export type AlikeField = (typeof alikeFields)[number]

/** Whether `other` differs from `own` there; a weekday is compared only where the others of the series share one. */
export function differsIn(
  field: AlikeField,
  own: Member,
  other: Member,
  members: readonly Member[],
  zone: string,
): boolean {
  if (field === 'clock')
    return (
      own.plannedAt !== null &&
      other.plannedDay !== null &&
      (other.plannedAt === null || clockOf(own.plannedAt, zone) !== clockOf(other.plannedAt, zone))
    )
  if (field === 'weekday') {
    const days = members.flatMap((one) =>
      one.id === own.id || one.plannedDay === null ? [] : [weekdayOf(one.plannedDay)],
    )
    return own.plannedDay !== null && new Set(days).size === 1 && days[0] !== weekdayOf(own.plannedDay)
  }
  if (field === 'accountIds') return [...own.accountIds].sort().join() !== [...other.accountIds].sort().join()
  if (field === 'subjectClass') return own.subjectClass !== null && own.subjectClass !== other.subjectClass
  return own[field] !== other[field]
}

/** The change that gives the others those fields of `own`. */
export function changeTo(
  fields: readonly AlikeField[],
  own: Member,
  others: readonly Member[],
  zone: string,
): Change {
  const has = (field: AlikeField) => fields.includes(field)
  const subjectClass = subjectClasses.find((one) => one === own.subjectClass)
  const objective = objectives.find((one) => one === own.objective)
  const theirs = [...new Set(others.flatMap((one) => one.accountIds))]
  return {
    kind: 'alike',
    head: {
      ...(has('title') ? { title: own.title } : {}),
      ...(has('mainText') ? { mainText: own.mainText } : {}),
      ...(has('mainLink') ? { mainLink: own.mainLink } : {}),
      ...(has('objective') && objective ? { objective } : {}),
      ...(has('subjectClass') && subjectClass ? { subjectClass } : {}),
      ...(has('campaignId') ? { campaignId: own.campaignId } : {}),
      ...(has('ownerId') ? { ownerId: own.ownerId } : {}),
    },
    ...(has('clock') && own.plannedAt !== null ? { clock: clockOf(own.plannedAt, zone) } : {}),
    ...(has('weekday') && own.plannedDay !== null ? { weekday: weekdayOf(own.plannedDay) } : {}),
    ...(has('accountIds')
      ? {
          addAccountIds: own.accountIds,
          removeAccountIds: theirs.filter((id) => !own.accountIds.includes(id)),
        }
      : {}),
  }
}

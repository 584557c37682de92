import { eq } from 'drizzle-orm'
import { issues, obligations } from '../../db/schema/issues.ts'
import { dataOf } from './event-data.ts'
import { notify, settle, type Telling } from './notify.ts'
import { holdersOf, reachable } from './receivers.ts'
import type { Teller } from './tell.ts'

async function issueOf({ tx, event }: Telling) {
  const [issue] = await tx.select().from(issues).where(eq(issues.id, event.subjectId))
  return issue
}

async function dueOf({ tx, event }: Telling, kind: string): Promise<{ dueAt?: string }> {
  const rows = await tx.select().from(obligations).where(eq(obligations.issueId, event.subjectId))
  const dueAt = rows.find((row) => row.kind === kind)?.dueAt
  return dueAt === undefined ? {} : { dueAt }
}

export const issueTellers: Record<string, Teller> = {
  'issues.recorded': async (telling) => {
    const issue = await issueOf(telling)
    if (issue) await notify(telling, 'issue_given', [issue.ownerId], { issueId: issue.id })
  },

  /** From the second level on leadership is told, by rule; on every change whoever works on it. */
  'issues.level_changed': async (telling) => {
    const issue = await issueOf(telling)
    if (!issue) return
    const { from, to } = dataOf(telling.event)
    if (from === null && to === 'issue') return
    const working = [...(await reachable(telling, 'planner')), ...(await reachable(telling, 'lead_agent'))]
    const leadership = to === 'issue' ? [] : await holdersOf(telling, 'approver', null)
    await notify(telling, 'level_changed', [issue.ownerId, ...working, ...leadership], {
      issueId: issue.id,
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
    })
  },

  'issues.obligation_due': async (telling) => {
    const issue = await issueOf(telling)
    if (!issue) return
    const { kind } = dataOf(telling.event)
    const cause = { issueId: issue.id, obligation: kind, ...(await dueOf(telling, kind)) }
    await notify(telling, 'obligation_due', [issue.ownerId], cause)
  },

  'issues.obligation_missed': async (telling) => {
    const issue = await issueOf(telling)
    if (!issue) return
    const { kind } = dataOf(telling.event)
    const cause = { issueId: issue.id, obligation: kind, ...(await dueOf(telling, kind)) }
    await settle(telling, { subjectId: issue.id, kinds: ['obligation_due'], cause: { obligation: kind } })
    const leadership = await holdersOf(telling, 'approver', null)
    await notify(telling, 'obligation_missed', [issue.ownerId, ...leadership], cause)
  },

  'issues.obligation_met': async (telling) => {
    const { kind } = dataOf(telling.event)
    const kinds = ['obligation_due', 'obligation_missed'] as const
    await settle(telling, { subjectId: telling.event.subjectId, kinds, cause: { obligation: kind } })
  },

  'issues.closed': (telling) => settle(telling, { subjectId: telling.event.subjectId }),
}

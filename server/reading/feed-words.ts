import type { Day, Instant } from '../../domain/time.ts'
import type { Say } from '../infrastructure/words.ts'
import type { CalendarRow } from './calendar-rows.ts'
import type { Judged } from './judge-row.ts'

export type FeedRow = CalendarRow & {
  plannedDay: Day
  version: number
  changedAt: Instant
  campaignName: string | null
  ownerName: string
}

export type FeedNames = { accounts: ReadonlyMap<string, { platform: string; handle: string }> }

/** A publication in a calendar's own two texts: its title with objective and status, and what one asks next. */
export function publicationWords(
  row: FeedRow & Judged,
  names: FeedNames,
  say: Say,
): { summary: string; description: string } {
  const objective = say(`ui:objective.${row.objective}`)
  const status = say(`ui:status.${row.status}`)
  const accounts = row.accountIds.flatMap((id) => {
    const account = names.accounts.get(id)
    return account ? `${say(`ui:platform.${account.platform}`)} ${account.handle}` : []
  })
  const lines = [
    row.timeKind === 'exact' ? null : say(`views:feed.time.${row.timeKind}`),
    say('views:feed.accounts', { accounts: accounts.join(', ') || say('calendar:event.noAccount') }),
    row.subjectClass === null
      ? null
      : say('views:feed.subjectClass', { name: say(`ui:subjectClass.${row.subjectClass}`) }),
    row.campaignName === null ? null : say('views:feed.campaign', { name: row.campaignName }),
    say('views:feed.owner', { name: row.ownerName }),
    say('views:feed.readiness', { readiness: readinessWords(row, say) ?? status }),
  ]
  return {
    summary: say('views:feed.summary', { title: row.title, objective, status }),
    description: lines.filter((line) => line !== null).join('\n'),
  }
}

/** "kurang 2", or by name where it is one; null where readiness says nothing. */
function readinessWords({ blockers, warnings, only }: Judged, say: Say): string | null {
  if (only !== null && blockers + warnings > 0) return say(`calendar:short.${only}`)
  if (blockers > 0) return say('ui:readiness.blockers', { count: blockers })
  return warnings > 0 ? say('ui:readiness.warnings', { count: warnings }) : null
}

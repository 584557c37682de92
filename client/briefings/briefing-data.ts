import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

/** What the parts of a briefing are drawn from. */
export type BriefingPage = inferRouterOutputs<AppRouter>['briefings']['briefing']
export type Briefing = NonNullable<BriefingPage['briefing']>
export type ShownEntry = Briefing['content']['entries'][number]
export type Question = Briefing['questions'][number]
export type Owner = BriefingPage['owner']

import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

/** What the editor's page is drawn from. */
export type Publication = inferRouterOutputs<AppRouter>['publications']['editor']
export type Variant = Publication['variants'][number]
export type Medium = Publication['media'][number]
export type Choices = inferRouterOutputs<AppRouter>['publications']['choices']
export type HistoryEntry = inferRouterOutputs<AppRouter>['publications']['history']['entries'][number]
export type Comment = inferRouterOutputs<AppRouter>['publications']['comments']['comments'][number]

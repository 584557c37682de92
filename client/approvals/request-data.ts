import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

type Approvals = inferRouterOutputs<AppRouter>['approvals']

/** What the pages of this room are drawn from. */
export type RequestData = Approvals['request']
export type RequestPost = RequestData['posts'][number]
export type InboxData = Approvals['inbox']
export type InboxRow = InboxData['yours'][number]
export type ToldStep = RequestData['steps'][number]
export type ToldSubmission = Approvals['ofPublication']['submissions'][number]

import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

export type HandoverData = inferRouterOutputs<AppRouter>['publishing']['handover']
export type HandoverVariant = HandoverData['variants'][number]

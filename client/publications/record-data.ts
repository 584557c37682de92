import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

export type RecordData = inferRouterOutputs<AppRouter>['reading']['record']
export type RecordLine = RecordData['events'][number]

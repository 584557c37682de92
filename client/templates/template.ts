import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

export type Template = inferRouterOutputs<AppRouter>['templates']['list'][number]
export type Outline = NonNullable<inferRouterOutputs<AppRouter>['templates']['outline']>

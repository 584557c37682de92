import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc as doors } from '../shell/trpc.ts'

export type Account = inferOutput<typeof doors.accounts.list>['accounts'][number]

import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../shell/trpc.ts'

/** Everything the issue's room shows, as its read gives it. */
export type Room = inferOutput<typeof trpc.issues.room>
export type ObligationRow = Room['obligations'][number]

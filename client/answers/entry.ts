import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'

type Answers = inferRouterOutputs<AppRouter>['answers']

/** An entry as the desk and the library show it. */
export type Entry = Answers['search']['entries'][number]
/** An entry on its own page. */
export type WholeEntry = Answers['entry']
export type CallerQuestion = Answers['questions']['questions'][number]

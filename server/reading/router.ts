import { router, window } from '../infrastructure/trpc.ts'
import { backlog } from './backlog.ts'
import { deskLoad } from './desk-load.ts'
import { directory } from './directory.ts'
import { frame } from './frame.ts'
import { list } from './list.ts'
import { month } from './month.ts'
import { postponing } from './postponing.ts'
import { readiness } from './readiness.ts'
import { record } from './record.ts'
import { repeating } from './repeating.ts'
import { search } from './search.ts'
import { upcoming } from './upcoming.ts'
import { year } from './year.ts'

export const readingRouter = router({
  month: window(month),
  year: window(year),
  deskLoad: window(deskLoad),
  list: window(list),
  backlog: window(backlog),
  directory: window(directory),
  readiness: window(readiness),
  postponing: window(postponing),
  repeating: window(repeating),
  search: window(search),
  frame: window(frame),
  upcoming: window(upcoming),
  record: window(record),
})

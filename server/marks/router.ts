import { door, router, window } from '../infrastructure/trpc.ts'
import { addPause } from './add-pause.ts'
import { endPause } from './end-pause.ts'
import { addImportantDay, changeImportantDay, removeImportantDay } from './important-days.ts'
import { list } from './list.ts'
import { yearsKnown } from './years-known.ts'

export const marksRouter = router({
  list: window(list),
  yearsKnown: window(yearsKnown),
  addPause: door(addPause),
  endPause: door(endPause),
  addImportantDay: door(addImportantDay),
  changeImportantDay: door(changeImportantDay),
  removeImportantDay: door(removeImportantDay),
})

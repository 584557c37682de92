import { door, router, window } from '../infrastructure/trpc.ts'
import { cancel } from './cancel.ts'
import { change } from './change.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { page } from './page.ts'

export const agendaRouter = router({
  list: window(list),
  page: window(page),
  create: door(create),
  change: door(change),
  cancel: door(cancel),
})

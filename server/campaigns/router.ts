import { door, router, window } from '../infrastructure/trpc.ts'
import { change } from './change.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { page } from './page.ts'

export const campaignsRouter = router({
  list: window(list),
  page: window(page),
  create: door(create),
  change: door(change),
})

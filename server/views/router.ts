import { door, router, window } from '../infrastructure/trpc.ts'
import { change } from './change.ts'
import { list } from './list.ts'
import { putBack } from './put-back.ts'
import { remove } from './remove.ts'
import { save } from './save.ts'

export const viewsRouter = router({
  list: window(list),
  save: door(save),
  change: door(change),
  remove: door(remove),
  putBack: door(putBack),
})

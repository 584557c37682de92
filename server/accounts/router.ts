import { door, router, window } from '../infrastructure/trpc.ts'
import { add } from './add.ts'
import { addToCircle } from './add-to-circle.ts'
import { change } from './change.ts'
import { circle } from './circle-list.ts'
import { end } from './end.ts'
import { limits } from './limits.ts'
import { list } from './list.ts'
import { removeFromCircle } from './remove-from-circle.ts'

export const accountsRouter = router({
  list: window(list),
  circle: window(circle),
  limits: window(limits),
  add: door(add),
  change: door(change),
  end: door(end),
  addToCircle: door(addToCircle),
  removeFromCircle: door(removeFromCircle),
})

import { door, router, window } from '../infrastructure/trpc.ts'
import { change } from './change.ts'
import { create } from './create.ts'
import { createFrom } from './create-from.ts'
import { dropQuestion } from './drop-question.ts'
import { list } from './list.ts'
import { outline } from './outline.ts'
import { putBack } from './put-back.ts'
import { retire } from './retire.ts'
import { saveFrom } from './save-from.ts'

export const templatesRouter = router({
  list: window(list),
  outline: window(outline),
  create: door(create),
  saveFrom: door(saveFrom),
  createFrom: door(createFrom),
  change: door(change),
  retire: door(retire),
  putBack: door(putBack),
  dropQuestion: door(dropQuestion),
})

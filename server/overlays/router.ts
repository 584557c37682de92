import { door, doorAfter, router, window } from '../infrastructure/trpc.ts'
import { addAddress } from './add-address.ts'
import { addFile, proveReadable } from './add-file.ts'
import { list } from './list.ts'
import { putBack } from './put-back.ts'
import { readAgain } from './read-again.ts'
import { remove } from './remove.ts'
import { shown } from './shown.ts'

export const overlaysRouter = router({
  list: window(list),
  shown: window(shown),
  addAddress: door(addAddress),
  /** Read in a thread of its own first: of a file that cannot be read nothing is stored. */
  addFile: doorAfter(addFile, proveReadable),
  remove: door(remove),
  putBack: door(putBack),
  readAgain: door(readAgain),
})

import { door, router, window } from '../infrastructure/trpc.ts'
import { addReading } from './add-reading.ts'
import { board } from './board.ts'
import { changeLevel } from './change-level.ts'
import { close } from './close.ts'
import { confirmLowering } from './confirm-lowering.ts'
import { edit } from './edit.ts'
import { hold } from './hold.ts'
import { markLibraryChecked } from './mark-library-checked.ts'
import { note } from './note.ts'
import { putBack } from './put-back.ts'
import { record } from './record.ts'
import { respond } from './respond.ts'
import { room } from './room.ts'

export const issuesRouter = router({
  board: window(board),
  room: window(room),
  record: door(record),
  edit: door(edit),
  addReading: door(addReading),
  changeLevel: door(changeLevel),
  confirmLowering: door(confirmLowering),
  respond: door(respond),
  markLibraryChecked: door(markLibraryChecked),
  close: door(close),
  note: door(note),
  hold: door(hold),
  putBack: door(putBack),
})

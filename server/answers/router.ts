import { door, router, window } from '../infrastructure/trpc.ts'
import { addPhrasing } from './add-phrasing.ts'
import { answerQuestion } from './answer-question.ts'
import { change } from './change.ts'
import { confirm } from './confirm.ts'
import { copy } from './copy.ts'
import { count } from './count.ts'
import { declineQuestion } from './decline-question.ts'
import { entry } from './entry.ts'
import { hear } from './hear.ts'
import { library } from './library.ts'
import { logQuestion } from './log-question.ts'
import { questions } from './questions.ts'
import { search } from './search.ts'
import { takenBack } from './taken-back.ts'
import { today } from './today.ts'
import { withdraw } from './withdraw.ts'
import { write } from './write.ts'

export const answersRouter = router({
  search: window(search),
  today: window(today),
  takenBack: window(takenBack),
  entry: window(entry),
  library: window(library),
  questions: window(questions),
  write: door(write),
  change: door(change),
  confirm: door(confirm),
  withdraw: door(withdraw),
  addPhrasing: door(addPhrasing),
  copy: door(copy),
  hear: door(hear),
  count: door(count),
  logQuestion: door(logQuestion),
  answerQuestion: door(answerQuestion),
  declineQuestion: door(declineQuestion),
})

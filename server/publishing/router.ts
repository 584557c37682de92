import { door, router, window } from '../infrastructure/trpc.ts'
import { confirm } from './confirm.ts'
import { due } from './due.ts'
import { handOver } from './hand-over.ts'
import { handover } from './handover.ts'
import { notPosted } from './not-posted.ts'
import { withdrawPost } from './withdraw-post.ts'

export const publishingRouter = router({
  handOver: door(handOver),
  confirm: door(confirm),
  notPosted: door(notPosted),
  withdrawPost: door(withdrawPost),
  due: window(due),
  handover: window(handover),
})

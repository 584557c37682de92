import { door, router, window } from '../infrastructure/trpc.ts'
import { approve } from './approve.ts'
import { askForChanges } from './ask-for-changes.ts'
import { inbox } from './inbox.ts'
import { ofPublication } from './of-publication.ts'
import { reject } from './reject.ts'
import { request } from './request.ts'
import { revoke } from './revoke.ts'
import { submit } from './submit.ts'
import { whoWillBeAsked } from './who-will-be-asked.ts'

export const approvalsRouter = router({
  submit: door(submit),
  approve: door(approve),
  askForChanges: door(askForChanges),
  reject: door(reject),
  revoke: door(revoke),
  inbox: window(inbox),
  request: window(request),
  ofPublication: window(ofPublication),
  whoWillBeAsked: window(whoWillBeAsked),
})

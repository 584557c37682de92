import { door, router, window } from '../infrastructure/trpc.ts'
import { acknowledge } from './acknowledge.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { briefing } from './briefing.ts'
import { decline } from './decline.ts'
import { edit } from './edit.ts'
import { sign } from './sign.ts'
import { takeOverWording } from './take-over-wording.ts'
import { turnIntoEntry } from './turn-into-entry.ts'
import { version } from './version.ts'
import { withdrawSignature } from './withdraw-signature.ts'

export const briefingsRouter = router({
  edit: door(edit),
  takeOverWording: door(takeOverWording),
  ask: door(ask),
  answer: door(answer),
  decline: door(decline),
  turnIntoEntry: door(turnIntoEntry),
  sign: door(sign),
  withdrawSignature: door(withdrawSignature),
  acknowledge: door(acknowledge),
  briefing: window(briefing),
  version: window(version),
})

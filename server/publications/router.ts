import { door, postedWindow, router, window } from '../infrastructure/trpc.ts'
import { addAccount } from './add-account.ts'
import { bringBack } from './bring-back.ts'
import { cancel } from './cancel.ts'
import { changeLimits } from './change-limits.ts'
import { changeMany } from './change-many.ts'
import { choices } from './choices.ts'
import { comment } from './comment.ts'
import { commentList } from './comment-list.ts'
import { create } from './create.ts'
import { duplicate } from './duplicate.ts'
import { edit } from './edit.ts'
import { editVariant } from './edit-variant.ts'
import { editor } from './editor.ts'
import { exceptPause } from './except-pause.ts'
import { history } from './history.ts'
import { importPlan } from './import-plan.ts'
import { inCampaign } from './in-campaign.ts'
import { inSeries } from './in-series.ts'
import { leaveSeries } from './leave-series.ts'
import { limitEffects } from './limit-effects.ts'
import { mentionable } from './mentionable.ts'
import { move } from './move.ts'
import { onEvent } from './on-event.ts'
import { postponeEvent } from './postpone-event.ts'
import { previewPlan } from './preview-plan.ts'
import { removeAccount } from './remove-account.ts'
import { repeat } from './repeat.ts'
import { setMedia } from './set-media.ts'
import { settleComment } from './settle-comment.ts'
import { withdrawSubmission } from './withdraw-submission.ts'

export const publicationsRouter = router({
  create: door(create),
  edit: door(edit),
  editVariant: door(editVariant),
  addAccount: door(addAccount),
  removeAccount: door(removeAccount),
  setMedia: door(setMedia),
  move: door(move),
  changeMany: door(changeMany),
  postponeEvent: door(postponeEvent),
  cancel: door(cancel),
  duplicate: door(duplicate),
  repeat: door(repeat),
  leaveSeries: door(leaveSeries),
  bringBack: door(bringBack),
  comment: door(comment),
  settleComment: door(settleComment),
  withdrawSubmission: door(withdrawSubmission),
  exceptPause: door(exceptPause),
  importPlan: door(importPlan),
  changeLimits: door(changeLimits),
  limitEffects: window(limitEffects),
  previewPlan: postedWindow(previewPlan),
  editor: window(editor),
  inCampaign: window(inCampaign),
  onEvent: window(onEvent),
  inSeries: window(inSeries),
  choices: window(choices),
  history: window(history),
  comments: window(commentList),
  mentionable: window(mentionable),
})

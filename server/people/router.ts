import { acceptInput, invitationTokenInput } from '../../domain/people/input.ts'
import {
  asTransport,
  door,
  doorThen,
  openProcedure,
  router,
  window,
  windowThen,
} from '../infrastructure/trpc.ts'
import { accept } from './accept.ts'
import { addOfficeHolder } from './add-office-holder.ts'
import { changeProfile } from './change-profile.ts'
import { deactivate } from './deactivate.ts'
import { delegate } from './delegate.ts'
import { delegations } from './delegations.ts'
import { directory } from './directory.ts'
import { dutyWeek } from './duty-week.ts'
import { endDelegation } from './end-delegation.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endRole } from './end-role.ts'
import { endSession } from './end-session.ts'
import { grantRole } from './grant-role.ts'
import { invitation } from './invitation.ts'
import { invitationPath } from './invitation-token.ts'
import { invite } from './invite.ts'
import { leaders } from './leaders.ts'
import { list } from './list.ts'
import { me } from './me.ts'
import { reactivate } from './reactivate.ts'
import { removeDuty } from './remove-duty.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { sessions } from './sessions.ts'
import { setDuty } from './set-duty.ts'

export const peopleRouter = router({
  me: window(me),
  list: window(list),
  directory: window(directory),
  leaders: window(leaders),
  /** The link is made from the secret each time and kept nowhere: who repeats the key sees it again, nobody else. */
  invite: doorThen(invite, (answer, { world }) => ({
    ...answer,
    path: invitationPath(world, answer.invitationId),
  })),
  revokeInvitation: door(revokeInvitation),
  invitation: openProcedure('people.invitation')
    .input(invitationTokenInput)
    .query(({ ctx, input }) => asTransport(() => invitation(ctx, input))),
  accept: openProcedure('people.accept')
    .input(acceptInput)
    .mutation(({ ctx, input }) => asTransport(() => accept(ctx, input))),
  grantRole: door(grantRole),
  endRole: door(endRole),
  deactivate: door(deactivate),
  reactivate: door(reactivate),
  addOfficeHolder: door(addOfficeHolder),
  changeProfile: door(changeProfile),
  sessions: windowThen(sessions, (rows, { who }) =>
    rows.map((row) => ({ ...row, isThisOne: row.id === who?.sessionId })),
  ),
  endSession: door(endSession),
  endOtherSessions: door(endOtherSessions),
  dutyWeek: window(dutyWeek),
  setDuty: door(setDuty),
  removeDuty: door(removeDuty),
  delegations: window(delegations),
  delegate: door(delegate),
  endDelegation: door(endDelegation),
})

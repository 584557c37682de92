import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'
import type { RefusalCode } from '../../domain/refusals.ts'

/** The transport code of every refusal, said once. Rules and commands know no transport. */
export const transportCodes: Record<RefusalCode, TRPC_ERROR_CODE_KEY> = {
  not_found: 'NOT_FOUND',
  not_allowed: 'FORBIDDEN',
  signed_out: 'UNAUTHORIZED',
  input_invalid: 'BAD_REQUEST',
  key_reused: 'CONFLICT',
  conflict: 'CONFLICT',
  try_again: 'SERVICE_UNAVAILABLE',
  too_many_tries: 'TOO_MANY_REQUESTS',
  not_in_this_state: 'CONFLICT',
  last_account: 'CONFLICT',
  account_ended: 'CONFLICT',
  account_already_there: 'CONFLICT',
  time_does_not_exist: 'BAD_REQUEST',
  move_ends_approval: 'CONFLICT',
  owner_cannot_plan: 'CONFLICT',
}

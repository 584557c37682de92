import { useIsPhone } from '../shell/phone.ts'
import { ApprovalsDesk } from './approvals-desk.tsx'
import { InboxList } from './inbox-list.tsx'

/** What waits for a decision: a list on the phone, with the request beside it on the desktop. */
export function InboxPage() {
  const isPhone = useIsPhone()
  return isPhone ? <InboxList /> : <ApprovalsDesk chosenId={null} />
}

import type { OutboxListener } from '../infrastructure/clockwork.ts'
import { announce, type Telling } from './notify.ts'
import { approvalTellers } from './tell-approvals.ts'
import { briefingTellers } from './tell-briefings.ts'
import { issueTellers } from './tell-issues.ts'
import { peopleTellers } from './tell-people.ts'
import { publicationTellers } from './tell-publications.ts'
import { publishingTellers } from './tell-publishing.ts'

/** Who hears of one kind of event, and what is no longer waited for. */
export type Teller = (telling: Telling) => Promise<void>

const tellers: Record<string, Teller> = {
  ...approvalTellers,
  ...briefingTellers,
  ...issueTellers,
  ...peopleTellers,
  ...publicationTellers,
  ...publishingTellers,
}

/** From events to bells and mails: in the event's own transaction of telling, so once for each cause and receiver. */
export const tell: OutboxListener = {
  actions: Object.keys(tellers),
  async work(context, event) {
    const telling: Telling = { ...context, event, touched: new Set() }
    await tellers[event.action]?.(telling)
    await announce(telling)
  },
}

import { page } from '../../client/calendar/page.ts'
import { approve } from '../approvals/approve.ts'
import { month } from '../reading/month.ts'

export const move = () => [approve, month, page]

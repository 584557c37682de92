import { approve } from '../approvals/approve.ts'

export const command = approve

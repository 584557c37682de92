import { approve } from '../approvals/approve.ts'

export const move = () => approve

import { readFileSync } from 'node:fs'
import { approve } from '../../server/approvals/approve.ts'
import { level } from '../issues/level.ts'

export const decision = [level, approve, readFileSync]

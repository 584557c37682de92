import { open } from '../../db/open.ts'
import { move } from '../../server/publications/move.ts'

export const page = [move, open]

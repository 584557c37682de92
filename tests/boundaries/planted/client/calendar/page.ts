import { move } from '../../server/publications/move.ts'

export const page = move

import { move } from '../publications/move.ts'

export const approve = () => move

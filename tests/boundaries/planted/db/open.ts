import { month } from '../server/reading/month.ts'

export const open = month

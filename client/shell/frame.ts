import { queryOptions, useQuery } from '@tanstack/react-query'
import { trpc } from './trpc.ts'

/** What the frame counts and warns of, each for the person who reads it alone. */
export type Frame = {
  /** Decisions that wait for me. */
  approvals: number
  /** The one request, where exactly one waits: the phone opens on it. */
  onlyApprovalId: string | null
  /** Publications whose briefing I have not read, or that wait for my signature. */
  upcoming: number
  /** Open issues. */
  issues: number
  /** Notifications that wait for me, not those that merely tell. */
  bell: number
  /** Issues at public interest, the most urgent first, with what is due next. */
  atPublicInterest: {
    id: string
    title: string
    due: { kind: string; at: string } | null
  }[]
  isReadOnly: boolean
}

export const emptyFrame: Frame = {
  approvals: 0,
  onlyApprovalId: null,
  upcoming: 0,
  issues: 0,
  bell: 0,
  atPublicInterest: [],
  isReadOnly: false,
}

export const frameOptions = () => queryOptions<Frame>(trpc.reading.frame.queryOptions())

/** The counts of the frame; nothing to count until they are read. */
export function useFrame(): Frame {
  return useQuery(frameOptions()).data ?? emptyFrame
}

import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from './trpc.ts'

/** What the frame counts and warns of, each for the person who reads it alone. */
export type Frame = inferOutput<typeof trpc.reading.frame>

export const emptyFrame: Frame = {
  approvals: 0,
  onlyApprovalId: null,
  upcoming: 0,
  issues: 0,
  bell: 0,
  atPublicInterest: [],
  isReadOnly: false,
}

export const frameOptions = () => trpc.reading.frame.queryOptions({})

/** The counts of the frame; nothing to count until they are read. */
export function useFrame(): Frame {
  return useQuery(frameOptions()).data ?? emptyFrame
}

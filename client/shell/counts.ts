import { useFrame } from './frame.ts'
import type { Destination } from './navigation.ts'

/** The number behind each word of the navigation; 0 shows none. */
export function useCounts(): (page: Destination) => number {
  const { approvals, upcoming, issues } = useFrame()
  const numbers: Partial<Record<Destination, number>> = { approvals, upcoming, issues }
  return (page) => numbers[page] ?? 0
}

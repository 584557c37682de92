import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'

/** A new draft with the same content; answers its id. */
export function useDuplicate() {
  const trpc = useTRPC()
  return useCommand(trpc.publications.duplicate, { refresh: [{ queryKey: [['reading']] }] })
}

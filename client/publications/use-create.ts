import type { inferRouterInputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'
import { announce } from '../shell/announce.ts'
import { useTRPC } from '../shell/trpc.ts'
import type { CommandOutcome } from '../shell/use-command.ts'
import { useCommand } from '../shell/use-command.ts'
import { useLeftOut } from '../templates/use-template-words.ts'

type Wanted = Pick<
  inferRouterInputs<AppRouter>['templates']['createFrom']['input'],
  'title' | 'objective' | 'subjectClass' | 'time'
> & {
  campaignId: string | null
  agendaEventId: string | null
  publicId: string | null
  /** Null: none was chosen by hand. */
  chosenIds: string[] | null
}

/** Begins a publication from nothing, with `usualIds` unless others were chosen, or from a template. */
export function useCreate() {
  const trpc = useTRPC()
  const options = { refresh: [{ queryKey: trpc.reading.pathKey() }] }
  const plain = useCommand(trpc.publications.create, options)
  const fromTemplate = useCommand(trpc.templates.createFrom, options)
  const leftOutOf = useLeftOut()

  async function run(
    { chosenIds, ...wanted }: Wanted,
    from: { templateId: string } | { usualIds: string[] },
  ): Promise<CommandOutcome<{ id: string }>> {
    if ('usualIds' in from) {
      fromTemplate.reset()
      return plain.run({ ...wanted, accountIds: chosenIds ?? from.usualIds, language: 'id' })
    }
    plain.reset()
    const outcome = await fromTemplate.run({ ...wanted, accountIds: chosenIds, templateId: from.templateId })
    if (outcome.ok && outcome.value.leftOut.length > 0) announce(leftOutOf(outcome.value.leftOut).join(' '))
    return outcome
  }
  return {
    run,
    isPending: plain.isPending || fromTemplate.isPending,
    failure: plain.failure ?? fromTemplate.failure,
  }
}

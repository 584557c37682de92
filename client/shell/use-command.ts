import { type QueryFilters, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { type Failure, failureOf } from './failure.ts'
import { newKey } from './new-key.ts'

/** A door of the server that changes something: its input on the wire is the key and the command's own input. */
export type CommandDoor<Input, Output> = {
  '~types': { input: { key: string; input: Input }; output: Output }
  mutationOptions: (...options: never[]) => unknown
}

export type CommandOutcome<Output> = { ok: true; value: Output } | { ok: false; failure: Failure }

type Options<Output> = {
  /** Queries to read again once it is done, beside what the live stream brings. */
  refresh?: QueryFilters[]
  onDone?: (value: Output) => void
}

type Envelope<Input> = { key: string; input: Input }

const RETRIES = 5

/**
 * Sends one command of a person: `const approve = useCommand(trpc.approvals.approve)`, then `await approve.run(input)`.
 *
 * The idempotency key is made at the act (each `run`) and every retry after a lost connection keeps it, so that one act
 * has one effect. Pressing again after an unanswered attempt with the same input keeps the key too. Refusals and
 * faults are never retried and never thrown: they come back as the outcome and stand in `failure` until the next run.
 */
export function useCommand<Input, Output>(door: CommandDoor<Input, Output>, options: Options<Output> = {}) {
  const queryClient = useQueryClient()
  const unanswered = useRef<{ key: string; text: string } | null>(null)
  const made = door.mutationOptions() as {
    mutationKey: readonly unknown[]
    mutationFn: (envelope: Envelope<Input>, ...rest: unknown[]) => Promise<Output>
  }
  const mutation = useMutation<Output, Error, Envelope<Input>>({
    mutationKey: made.mutationKey,
    mutationFn: (envelope, context) => made.mutationFn(envelope, context),
    retry: (count, error) => failureOf(error).mayTryAgain && count < RETRIES,
    retryDelay: (count) => Math.min(500 * 2 ** count, 8000),
  })

  const { mutateAsync } = mutation
  const latest = useRef(options)
  latest.current = options

  const run = useCallback(
    async (input: Input): Promise<CommandOutcome<Output>> => {
      const text = JSON.stringify(input)
      const key = unanswered.current?.text === text ? unanswered.current.key : newKey()
      unanswered.current = { key, text }
      try {
        const value = await mutateAsync({ key, input })
        unanswered.current = null
        for (const filter of latest.current.refresh ?? []) void queryClient.invalidateQueries(filter)
        latest.current.onDone?.(value)
        return { ok: true, value }
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'refused' && !failure.mayTryAgain) unanswered.current = null
        return { ok: false, failure }
      }
    },
    [mutateAsync, queryClient],
  )

  return {
    run,
    isPending: mutation.isPending,
    /** Waits for the network; it goes out by itself, with the same key, once it is back. */
    isWaitingForNetwork: mutation.isPaused,
    failure: mutation.error === null ? null : failureOf(mutation.error),
    result: mutation.data,
    reset: mutation.reset,
  }
}

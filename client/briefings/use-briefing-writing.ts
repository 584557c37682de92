import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusals } from '../../domain/refusals.ts'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { forget, keep, kept } from '../shell/kept.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import type { Briefing, Owner } from './briefing-data.ts'
import {
  afterLeaving,
  afterSave,
  changesOf,
  type FormField,
  type FormValues,
  formOf,
  readTyped,
  type Typed,
  waiting,
} from './typing.ts'

const AUTOSAVE_MILLISECONDS = 1000

export type BriefingWriting = ReturnType<typeof useBriefingWriting>

/**
 * A planner's own copy of a briefing: shows what was typed over what the server has, saves it a second after the last
 * key, keeps it on the device until then, and stops at a conflict until the person chose.
 */
export function useBriefingWriting(owner: Owner, briefing: Briefing | null) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const storeKey = `briefing.${owner.kind}.${owner.id}`
  const present = formOf(briefing?.content ?? null)
  const [typed, setTyped] = useState<Typed>(() => readTyped(kept(storeKey)))
  const [wasRestored] = useState(() => Object.keys(typed.fields).length > 0)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [conflict, setConflict] = useState<Refusals['conflict'] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const edit = useCommand(trpc.briefings.edit)
  const { run, isPending } = edit

  const now = useRef({ typed, present, version: briefing?.version ?? 0, isBusy: false })
  now.current = { ...now.current, typed, present, version: briefing?.version ?? 0 }

  const update = useCallback(
    (next: Typed) => {
      now.current.typed = next
      setTyped(next)
      if (Object.keys(next.fields).length === 0) forget(storeKey)
      else keep(storeKey, JSON.stringify(next))
    },
    [storeKey],
  )

  const save = useCallback(
    async (only?: readonly FormField[]) => {
      const fields = waiting(now.current.typed, now.current.present)
      const chosen = only ? fields.filter((field) => only.includes(field)) : fields
      if (now.current.isBusy || chosen.length === 0) return
      now.current.isBusy = true
      setIsBusy(true)
      const { base, fields: all } = now.current.typed
      const sent: Partial<FormValues> = Object.fromEntries(chosen.map((field) => [field, all[field]]))
      const outcome = await run({ owner, version: base, changes: changesOf(sent) })
      if (outcome.ok) {
        setFailure(null)
        setSavedAt(new Date().toISOString())
        // What the server has is read before the typed words are let go, so that nothing flickers in between; until
        // then nothing is sent, or a new entry would be written twice.
        await queryClient.invalidateQueries({ queryKey: trpc.briefings.pathKey() })
        void queryClient.invalidateQueries({ queryKey: trpc.reading.pathKey() })
        update(afterSave(now.current.typed, sent, outcome.value.version, outcome.value.entryIds))
      } else {
        const data = refusedWith(outcome.failure, 'conflict')
        if (data) setConflict(data)
        else setFailure(outcome.failure)
      }
      now.current.isBusy = false
      setIsBusy(false)
    },
    [run, owner, queryClient, trpc, update],
  )

  const mustSave = conflict === null && failure === null && waiting(typed, present).length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key typed (`typed`) starts the second anew
  useEffect(() => {
    if (!mustSave || isBusy) return
    const timer = setTimeout(() => void save(), AUTOSAVE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, mustSave, isBusy, save])

  return {
    values: { ...present, ...typed.fields },
    set: useCallback(
      <Field extends FormField>(field: Field, value: FormValues[Field]) => {
        const { typed: before, version } = now.current
        const isFirst = Object.keys(before.fields).length === 0
        setFailure(null)
        update({ base: isFirst ? version : before.base, fields: { ...before.fields, [field]: value } })
      },
      [update],
    ),
    leave: useCallback(
      (field: FormField) => update(afterLeaving(now.current.typed, field, now.current.present)),
      [update],
    ),
    saveNow: save,
    settle: useCallback(
      (choice: Record<string, 'yours' | 'theirs'>) => {
        if (!conflict) return
        const left = Object.entries(now.current.typed.fields).filter(([field]) => choice[field] !== 'theirs')
        update({ base: conflict.version, fields: Object.fromEntries(left) })
        setConflict(null)
        void queryClient.invalidateQueries({ queryKey: trpc.briefings.pathKey() })
      },
      [conflict, update, queryClient, trpc],
    ),
    conflict,
    failure,
    wasRestored,
    savedAt,
    isSaving: isPending,
    isWaitingForNetwork: edit.isWaitingForNetwork,
    isDirty: Object.keys(typed.fields).length > 0,
  }
}

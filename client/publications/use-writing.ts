import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusals } from '../../domain/refusals.ts'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { forget, keep, kept } from '../shell/kept.ts'
import { useTRPC } from '../shell/trpc.ts'
import type { Publication } from './editor-data.ts'
import { isContentField, partsOf, presentOf, unfit, withSaved } from './parts.ts'
import { useSave } from './use-save.ts'
import {
  isEmpty,
  isSame,
  keysOf,
  type PartKey,
  readWriting,
  saved,
  settled,
  shown,
  typed,
  type Writing,
  withoutFields,
} from './writing.ts'

const AUTOSAVE_MILLISECONDS = 1000

export type WritingConflict = { key: PartKey; data: Refusals['conflict'] }

export type WritingState = ReturnType<typeof useWriting>

/**
 * The person's own copy of a publication: shows what was typed over what the server has, saves it one second after the
 * last key (content in review only when asked), keeps it on the device until it is saved, and stops at a conflict until
 * the person chose.
 */
export function useWriting(publication: Publication) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const storeKey = `publication.${publication.id}`
  const [writing, setWriting] = useState<Writing>(() => restore(storeKey, publication))
  const [wasRestored] = useState(() => !isEmpty(writing))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [conflict, setConflict] = useState<WritingConflict | null>(null)
  const [failures, setFailures] = useState<Partial<Record<PartKey, Failure>>>({})
  const { save, isWaitingForNetwork } = useSave(publication.id)

  const now = useRef({ writing, publication, conflict, isBusy: false })
  now.current = { ...now.current, writing, publication, conflict }
  const update = useCallback(
    (next: Writing) => {
      now.current.writing = next
      setWriting(next)
      if (isEmpty(next)) forget(storeKey)
      else keep(storeKey, JSON.stringify(next))
    },
    [storeKey],
  )

  const isSubmitted = publication.submission !== null
  const savesItself = useCallback(
    (key: PartKey, field: string) => !isSubmitted || !isContentField(key, field),
    [isSubmitted],
  )

  const saveAll = useCallback(
    async (which: (key: PartKey, field: string) => boolean) => {
      if (now.current.isBusy) return false
      now.current.isBusy = true
      setIsSaving(true)
      let isWhole = true
      for (const key of keysOf(now.current.writing)) {
        const part = now.current.writing[key]
        if (!part || now.current.conflict?.key === key) continue
        const fields = Object.fromEntries(
          Object.entries(part.fields).filter(
            ([field, value]) => which(key, field) && unfit(key, field, value) === null,
          ),
        )
        if (Object.keys(fields).length === 0) continue
        const outcome = await save(key, part.base, fields)
        if (outcome.ok) {
          const queryKey = trpc.publications.editor.queryKey({ publicationId: publication.id })
          queryClient.setQueryData(queryKey, (before) =>
            before ? withSaved(before, key, fields, outcome.value.version) : before,
          )
          // The page draws what was saved first: between the two the older text would show, and a new image go and come.
          await new Promise((resolve) => setTimeout(resolve))
          update(saved(now.current.writing, key, fields, outcome.value.version))
          setFailures(({ [key]: _gone, ...others }) => others)
          setSavedAt(new Date().toISOString())
        } else {
          isWhole = false
          const data = refusedWith(outcome.failure, 'conflict')
          if (data) setConflict({ key, data })
          else setFailures((before) => ({ ...before, [key]: outcome.failure }))
        }
      }
      now.current.isBusy = false
      setIsSaving(false)
      void queryClient.invalidateQueries({ queryKey: trpc.publications.pathKey() })
      void queryClient.invalidateQueries({ queryKey: trpc.reading.pathKey() })
      return isWhole
    },
    [save, update, queryClient, trpc, publication.id],
  )

  const hasWaiting = keysOf(writing).some(
    (key) =>
      conflict?.key !== key &&
      failures[key] === undefined &&
      Object.entries(writing[key]?.fields ?? {}).some(
        ([field, value]) => savesItself(key, field) && unfit(key, field, value) === null,
      ),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key typed (`writing`) starts the second anew
  useEffect(() => {
    if (!hasWaiting || isSaving) return
    const timer = setTimeout(() => void saveAll(savesItself), AUTOSAVE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [writing, hasWaiting, isSaving, saveAll, savesItself])

  const set = useCallback(
    (key: PartKey, field: string, value: unknown) => {
      const parts = partsOf(now.current.publication, key)
      if (parts === null) return
      update(typed(now.current.writing, key, parts.version, field, value, parts.fields[field]))
      setFailures(({ [key]: _gone, ...others }) => others)
    },
    [update],
  )

  const settle = useCallback(
    (choice: Record<string, 'yours' | 'theirs'>) => {
      if (!conflict) return
      update(settled(now.current.writing, conflict.key, conflict.data.version, choice))
      setConflict(null)
      now.current.conflict = null
      void saveAll(() => true)
    },
    [conflict, update, saveAll],
  )

  return {
    value: <T>(key: PartKey, field: string, present: T): T => shown(writing, key, field, present),
    set,
    settle,
    conflict,
    failures,
    wasRestored,
    savedAt,
    isSaving,
    isWaitingForNetwork,
    isDirty: !isEmpty(writing),
    hasContentChanges: keysOf(writing).some((key) =>
      Object.keys(writing[key]?.fields ?? {}).some((field) => isContentField(key, field)),
    ),
    problemOf: (key: PartKey, field: string): string | null => {
      const fields = writing[key]?.fields
      return fields && field in fields ? unfit(key, field, fields[field]) : null
    },
    /** Saves all of it now, content in review too. */
    saveNow: useCallback(() => saveAll(() => true), [saveAll]),
    /** Gives up what was typed into the content. */
    discardContent: useCallback(() => update(withoutFields(now.current.writing, isContentField)), [update]),
  }
}

/** What was kept on the device, without what the server has by now and parts that are gone. */
function restore(storeKey: string, publication: Publication): Writing {
  return withoutFields(readWriting(kept(storeKey)), (key, field) => {
    const present = presentOf(publication, key)
    if (present === null) return true
    const value = readWriting(kept(storeKey))[key]?.fields[field]
    return isSame(value, present[field])
  })
}

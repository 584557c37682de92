import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UploadedFile } from '../../server/files/keep-file.ts'
import { announce } from '../shell/announce.ts'
import { useRefusalSentence } from '../shell/refusal-sentence.tsx'
import { type RunningUpload, startUpload, type UploadState } from './upload.ts'

export type UploadLine = UploadState & { key: number; name: string; sizeBytes: number; cancel: () => void }

/**
 * Files on their way, one after the other: how far each is, and a sentence for each that was refused. `onFile` gets those
 * that arrived, in the order they were chosen.
 */
export function useUploads(onFile: (file: UploadedFile) => void) {
  const { t } = useTranslation('files')
  const say = useRefusalSentence()
  const [lines, setLines] = useState<UploadLine[]>([])
  const [problems, setProblems] = useState<string[]>([])
  const next = useRef(0)
  const queue = useRef(Promise.resolve())
  const receive = useRef(onFile)
  receive.current = onFile

  async function carry(
    key: number,
    file: File,
    isWanted: () => boolean,
    started: (run: RunningUpload) => void,
  ) {
    if (isWanted()) {
      const run = startUpload(file, (state) =>
        setLines((before) => before.map((line) => (line.key === key ? { ...line, ...state } : line))),
      )
      started(run)
      const outcome = await run.outcome
      if ('file' in outcome) {
        receive.current(outcome.file)
        announce(t('uploaded', { name: file.name }))
      } else if ('failure' in outcome) {
        const { failure } = outcome
        const sentence = failure.kind === 'refused' ? say(failure) : t('faulty', { name: file.name })
        setProblems((before) => [...before, sentence ?? ''])
      }
    }
    setLines((before) => before.filter((line) => line.key !== key))
  }

  return {
    lines,
    problems,
    /** Begins anew with what to say: sentences of the files before go. */
    take(files: readonly File[], firstProblems: string[] = []) {
      setProblems(firstProblems)
      for (const file of files) {
        const key = next.current++
        let run: RunningUpload | null = null
        let isCancelled = false
        const cancel = () => {
          isCancelled = true
          run?.cancel()
          setLines((before) => before.filter((line) => line.key !== key))
          announce(t('cancelled', { name: file.name }))
        }
        setLines((before) => [
          ...before,
          { key, name: file.name, sizeBytes: file.size, phase: 'sending', sentBytes: 0, cancel },
        ])
        queue.current = queue.current.then(() =>
          carry(
            key,
            file,
            () => !isCancelled,
            (started) => {
              run = started
            },
          ),
        )
      }
    },
  }
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerForm } from '../../domain/answers/choices.ts'
import type { Entry } from '../answers/entry.ts'
import { announce } from '../shell/announce.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { copyText } from '../ui/copy-text.ts'

const SHOWN_MILLISECONDS = 4000

/** The acts of the desk: copy, count, not right, log. Each says what became of it in `note`, also aloud. */
export function useActs() {
  const { t } = useTranslation('answers')
  const trpc = useTRPC()
  const refresh = [trpc.answers.search.pathFilter(), trpc.answers.today.pathFilter()]
  const copyCommand = useCommand(trpc.answers.copy, { refresh: [trpc.answers.search.pathFilter()] })
  const countCommand = useCommand(trpc.answers.count, { refresh })
  const logCommand = useCommand(trpc.answers.logQuestion)
  const [copied, setCopied] = useState<{ entryId: string; form: AnswerForm } | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function say(sentence: string) {
    setNote(sentence)
    announce(sentence)
  }

  async function copy(entry: Entry, form: AnswerForm) {
    countCommand.reset()
    const outcome = await copyCommand.run({ entryId: entry.id, wordingSeen: entry.wordingHash, form })
    if (!outcome.ok) return
    if (!(await copyText(outcome.value.text))) {
      say(t('desk.notCopied'))
      return
    }
    setCopied({ entryId: entry.id, form })
    say(t('desk.copied'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(null), SHOWN_MILLISECONDS)
  }

  async function count(entry: Entry) {
    copyCommand.reset()
    const outcome = await countCommand.run({ entryId: entry.id })
    if (outcome.ok) say(t('desk.counted', { count: outcome.value.askedToday }))
  }

  async function log(text: string, isNotRight = false) {
    if (text.trim() === '') {
      say(t('desk.typeFirst'))
      return
    }
    const outcome = await logCommand.run({ text: text.trim(), kind: 'question' })
    if (!outcome.ok) return
    const { count: times, dueAt } = outcome.value
    if (isNotRight) say(t('desk.notRightNoted', { due: dueAt }))
    else if (times > 1) say(t('desk.loggedAgain', { count: times }))
    else say(t('desk.logged', { due: dueAt }))
  }

  return {
    copy,
    count,
    log,
    copied,
    note,
    forgetNote: () => setNote(null),
    isCopying: copyCommand.isPending,
    isCounting: countCommand.isPending,
    isLogging: logCommand.isPending,
    failure: copyCommand.failure ?? countCommand.failure ?? logCommand.failure,
    forgetFailure() {
      copyCommand.reset()
      countCommand.reset()
      logCommand.reset()
    },
  }
}

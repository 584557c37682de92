import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnswerForm, answerForms } from '../../domain/answers/choices.ts'
import type { Entry } from '../answers/entry.ts'
import { type KeyBinding, useKeys } from '../shell/keys.ts'
import { useMay } from '../shell/me.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PageTitle, useTabTitle } from '../ui/page-title.tsx'
import { AnswerPane, COPY_ID, PhoneActs } from './answer-pane.tsx'
import { DeskField } from './desk-field.tsx'
import { LogLine } from './log-line.tsx'
import { ResultList } from './result-list.tsx'
import { TakenBack } from './taken-back.tsx'
import { useActs } from './use-acts.ts'
import { useFound } from './use-found.ts'
import './desk.css'

const route = getRouteApi('/framed/desk')

/** One field, results left, the answer right in words to read aloud. Reading the first answer takes no further key. */
export function DeskPage() {
  const { t } = useTranslation('answers')
  const { q = '', open } = route.useSearch()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const may = useMay()
  const [typed, setTyped] = useState(q)
  const [chosen, setChosen] = useState<string | null>(null)
  const [form, setForm] = useState<AnswerForm>('voice')
  const field = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLElement>(null)
  const found = useFound(typed)
  const acts = useActs()
  useTabTitle(t('desk.title'))

  const entries = found.groups.flatMap((group) => group.entries)
  const wantedId = isPhone ? open : chosen
  const entry = entries.find((one) => one.id === wantedId) ?? (isPhone ? undefined : entries[0])
  const mayCount = may('answers.count')

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => {
      const words = typed.trim()
      if (words !== q)
        void navigate({ to: '/desk', search: { q: words === '' ? undefined : words }, replace: true })
    }, 500)
    return () => clearTimeout(timer)
  }, [typed, q, navigate])

  function type(words: string) {
    setTyped(words)
    setChosen(null)
    acts.forgetNote()
    acts.forgetFailure()
  }
  function choose(one: Entry) {
    acts.forgetFailure()
    if (isPhone) void navigate({ to: '/desk', search: { q: typed.trim() || undefined, open: one.id } })
    else setChosen(one.id)
  }
  function step(by: number) {
    const at = entries.findIndex((one) => one.id === entry?.id)
    const next = entries[Math.min(Math.max(at + by, 0), entries.length - 1)]
    if (next) setChosen(next.id)
  }
  function toAnswer() {
    if (!entry) return
    if (isPhone) return choose(entry)
    const copyButton = document.querySelector<HTMLElement>(`#${COPY_ID} button`)
    const target = copyButton ?? pane.current?.querySelector<HTMLElement>('h2')
    target?.focus({ preventScroll: true })
  }
  function backToField() {
    if (isPhone && open !== undefined) {
      void navigate({ to: '/desk', search: { q: typed.trim() || undefined }, replace: true })
      return
    }
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }
  const isInField = () => document.activeElement === field.current
  const copy = (one: AnswerForm) => {
    setForm(one)
    if (entry?.validity === 'approved') void acts.copy(entry, one)
  }
  const notRight = () => {
    if (entry) void acts.log(typed.trim() === '' ? entry.question : typed, true)
  }

  const bindings: KeyBinding[] = [
    { keys: 'ArrowDown', name: t('desk.keys.choose'), inFields: true, run: () => step(1) },
    { keys: 'ArrowUp', inFields: true, run: () => step(-1) },
    { keys: 'Enter', name: t('desk.keys.enter'), inFields: true, when: isInField, run: toAnswer },
    ...answerForms.map(
      (one, index): KeyBinding => ({
        keys: String(index + 1),
        name: index === 0 ? t('desk.keys.forms') : undefined,
        when: () => entry !== undefined,
        run: () => copy(one),
      }),
    ),
    {
      keys: 'H',
      name: t('desk.keys.count'),
      when: () => mayCount && entry !== undefined,
      run: () => {
        if (entry) void acts.count(entry)
      },
    },
    {
      keys: 'K',
      name: t('desk.keys.notRight'),
      when: () => mayCount && entry !== undefined,
      run: notRight,
    },
    { keys: 'Escape', name: t('desk.keys.back'), run: backToField },
    { keys: '/', run: backToField },
    {
      keys: 'Ctrl Enter',
      name: t('desk.keys.log'),
      when: () => mayCount,
      run: () => void acts.log(typed),
    },
  ]
  useKeys(bindings)

  const paneProps = {
    form,
    onForm: setForm,
    copied: acts.copied !== null && acts.copied.entryId === entry?.id ? acts.copied.form : null,
    isCopying: acts.isCopying,
    isCounting: acts.isCounting,
    mayCount,
    isPhone,
    paneRef: pane,
    onCopy: copy,
    onCount: () => {
      if (entry) void acts.count(entry)
    },
    onNotRight: notRight,
  }
  const notes = (
    <div className="sel-desk-notes">
      {acts.note !== null && <p>{acts.note}</p>}
      <RefusalSentence failure={acts.failure} />
    </div>
  )

  if (isPhone && open !== undefined && entry) {
    return (
      <div className="sel-desk">
        <PageTitle
          title={t('desk.title')}
          back={
            <button type="button" className="sel-link" onClick={backToField}>
              {t('desk.backToResults')}
            </button>
          }
        />
        <AnswerPane entry={entry} {...paneProps} />
        {notes}
        <PhoneActs entry={entry} {...paneProps} />
      </div>
    )
  }
  return (
    <div className="sel-desk">
      {isPhone ? <PageTitle title={t('desk.title')} /> : <h1 className="sel-hidden">{t('desk.title')}</h1>}
      <DeskField
        fieldRef={field}
        value={typed}
        onChange={type}
        chosenId={isPhone ? null : (entry?.id ?? null)}
        found={found}
      />
      <TakenBack />
      <div className="sel-desk-sides">
        <div>
          {found.isLoading && <LoadingLines count={5} height={82} />}
          <RefusalSentence failure={found.failure} of="load" />
          {found.changes > 0 && (
            <p className="sel-desk-changes">
              {t('desk.changes', { count: found.changes })}{' '}
              <button type="button" className="sel-link" onClick={found.show}>
                {t('desk.show')}
              </button>
            </p>
          )}
          <ResultList
            groups={found.groups}
            words={found.words}
            chosenId={isPhone ? null : (entry?.id ?? null)}
            onChoose={choose}
          />
          <LogLine
            isAsking={found.isAsking}
            hasEntries={entries.length > 0}
            isSettled={found.isCurrent}
            mayLog={mayCount}
            isLogging={acts.isLogging}
            onLog={() => void acts.log(typed)}
          />
          {(isPhone || !entry) && notes}
        </div>
        {!isPhone && entry && (
          <div className="sel-desk-right">
            <AnswerPane entry={entry} {...paneProps} />
            {notes}
          </div>
        )}
      </div>
    </div>
  )
}

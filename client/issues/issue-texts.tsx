import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict } from '../ui/conflict.tsx'
import { Section } from '../ui/section.tsx'
import type { Room } from './room-data.ts'

const names = ['content', 'context', 'publicInterest'] as const
type Texts = Record<(typeof names)[number], string> & { canonicalPage: string }

/** What the issue is about: content, context, public interest, links; edited in place, a second writer is shown both texts. */
export function IssueTexts({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  const [isEditing, setEditing] = useState(false)
  const { issue } = room
  const links = issue.links.split('\n').filter((line) => line.trim() !== '')
  const edit = room.may.record && issue.closedAt === null && (
    <button type="button" className="sel-link" onClick={() => setEditing(true)}>
      {t('edit')}
    </button>
  )
  if (isEditing) return <EditTexts room={room} onClose={() => setEditing(false)} />
  return (
    <>
      {names.map((name, index) => (
        <Section key={name} title={t(name)} action={index === 0 ? edit : undefined}>
          <p className="sel-issue-text" data-empty={issue[name] === '' || undefined}>
            {issue[name] === '' ? t('notWritten') : issue[name]}
          </p>
          {name === 'content' && links.length > 0 && (
            <ul className="sel-issue-links">
              {links.map((link) => (
                <li key={link}>
                  {/^https?:\/\//.test(link) ? (
                    <a href={link} rel="noreferrer noopener" target="_blank">
                      {link}
                    </a>
                  ) : (
                    link
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </>
  )
}

function EditTexts({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const started = useState(() => ({ version: room.issue.version, texts: textsOf(room) }))[0]
  const [version, setVersion] = useState(started.version)
  const [texts, setTexts] = useState<Texts>(started.texts)
  const save = useCommand(trpc.issues.edit, { refresh: [trpc.issues.pathFilter()], onDone: onClose })
  const sentences = useFieldSentences(save.failure)
  const conflict = refusedWith(save.failure, 'conflict')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (save.isPending) return
    const { canonicalPage, ...rest } = texts
    const touched = Object.fromEntries(
      names.filter((name) => rest[name] !== started.texts[name]).map((name) => [name, rest[name]]),
    )
    const page = canonicalPage.trim() === '' ? null : canonicalPage.trim()
    const isPageTouched = canonicalPage !== started.texts.canonicalPage
    void save.run({
      issueId: room.issue.id,
      version,
      changes: { ...touched, ...(isPageTouched ? { canonicalPage: page } : {}) },
    })
  }

  return (
    <form className="sel-issue-form" noValidate onSubmit={submit}>
      {conflict && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          fields={conflict.fields.map((field) => ({
            field: field.field,
            label: labelOf(field.field),
            yours: String(field.yours ?? ''),
            theirs: String(field.theirs ?? ''),
          }))}
          onSettle={(choice) => {
            const theirs = conflict.fields.filter((field) => choice[field.field] === 'theirs')
            const taken = theirs.map((field) => [field.field, String(field.theirs ?? '')])
            setTexts((before) => ({ ...before, ...Object.fromEntries(taken) }))
            setVersion(conflict.version)
            save.reset()
          }}
        />
      )}
      {names.map((name) => (
        <Textarea
          key={name}
          label={t(name)}
          value={texts[name]}
          autosize
          minRows={3}
          maxRows={14}
          error={sentences[`changes.${name}`]}
          onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={t('canonicalPage')}
        value={texts.canonicalPage}
        inputMode="url"
        error={sentences['changes.canonicalPage']}
        onChange={(event) => setTexts({ ...texts, canonicalPage: event.currentTarget.value })}
      />
      {conflict === null && <RefusalSentence failure={save.failure} />}
      <div className="sel-issue-actions">
        <ActionButton type="submit" weight="primary" isPending={save.isPending}>
          {t('save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {ui('actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )

  function labelOf(field: string): string {
    const own = names.find((name) => name === field)
    return own === undefined ? t('canonicalPage') : t(own)
  }
}

function textsOf({ issue }: Room): Texts {
  return {
    content: issue.content,
    context: issue.context,
    publicInterest: issue.publicInterest,
    canonicalPage: issue.canonicalPage ?? '',
  }
}

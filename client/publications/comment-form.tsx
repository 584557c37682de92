import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findQuote, textAt } from '../../domain/publications/comment-place.ts'
import { forget, keep, kept } from '../shell/kept.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Publication } from './editor-data.ts'
import { MentionArea } from './mention-area.tsx'
import { type Named, stillMentioned } from './mentions.ts'
import { PlaceFields } from './place-fields.tsx'
import { useQuoting } from './quoting.ts'
import { usePlaceWords } from './use-place-words.ts'

/** Writes a comment, to the whole or to a place in the text, and mentions people in it. */
export function CommentForm({ publication }: { publication: Publication }) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const publicationId = publication.id
  const storeKey = `comment.${publicationId}`
  const field = useRef<HTMLTextAreaElement>(null)
  const { chosen: place, choose } = useQuoting()
  const wordsOf = usePlaceWords(publication)
  const [body, setBody] = useState(() => kept(storeKey) ?? '')
  const [mentioned, setMentioned] = useState<readonly Named[]>(() => keptMentions(storeKey))
  const [isNowhere, setIsNowhere] = useState(false)
  const send = useCommand(trpc.publications.comment, {
    refresh: [{ queryKey: trpc.publications.pathKey() }],
    onDone: () => {
      setBody('')
      setMentioned([])
      choose(null)
      forget(storeKey)
      forget(mentionsKey(storeKey))
    },
  })
  const hasPlace = place !== null && place.quote !== ''
  useEffect(() => {
    if (hasPlace) field.current?.focus()
  }, [hasPlace])

  const submit = () => {
    if (body.trim() === '' || send.isPending) return
    const offset = place === null ? null : findQuote(textAt(publication, place), place)
    if (place !== null && offset === null) return setIsNowhere(true)
    void send.run({
      publicationId,
      body,
      mentions: stillMentioned(body, mentioned),
      ...(place !== null && offset !== null ? { place: { ...place, offset } } : {}),
    })
  }

  return (
    <form
      className="sel-pub-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MentionArea
        publicationId={publicationId}
        label={t('discussion.label')}
        value={body}
        fieldRef={field}
        onChange={(value) => {
          setBody(value)
          if (value === '') forget(storeKey)
          else keep(storeKey, value)
        }}
        onMention={(person) => {
          const next = [...mentioned, person]
          setMentioned(next)
          keep(mentionsKey(storeKey), JSON.stringify(next))
        }}
      />
      {place === null ? (
        <button
          type="button"
          className="sel-link"
          onClick={() => choose({ variantId: null, field: 'mainText', quote: '', offset: 0 })}
        >
          {t('discussion.atPlace')}
        </button>
      ) : (
        <PlaceFields
          publication={publication}
          place={place}
          error={isNowhere ? t('discussion.nowhere', { where: wordsOf(place) }) : null}
          onChange={(next) => {
            setIsNowhere(false)
            choose(next)
          }}
        />
      )}
      {body.trim() !== '' && (
        <div className="sel-pub-actions">
          <ActionButton type="submit" isPending={send.isPending} pendingText={t('discussion.sending')}>
            {t('discussion.send')}
          </ActionButton>
        </div>
      )}
      <RefusalSentence failure={send.failure} />
    </form>
  )
}

function mentionsKey(storeKey: string): string {
  return `${storeKey}.mentions`
}

function keptMentions(storeKey: string): Named[] {
  const text = kept(mentionsKey(storeKey))
  return text === null ? [] : (JSON.parse(text) as Named[])
}

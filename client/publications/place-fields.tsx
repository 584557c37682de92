import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type CommentPlace, placedFields } from '../../domain/publications/comment-place.ts'
import type { Publication } from './editor-data.ts'
import { placeName } from './quoting.ts'
import { usePlaceWords } from './use-place-words.ts'

type Props = {
  publication: Publication
  place: CommentPlace
  error: string | null
  onChange: (place: CommentPlace | null) => void
}

/** The place a comment points to: which text and which of its words, filled from a selection or typed. */
export function PlaceFields({ publication, place, error, onChange }: Props) {
  const { t } = useTranslation('publications')
  const wordsOf = usePlaceWords(publication)
  const places = [
    { variantId: null, field: placedFields[0] },
    ...publication.variants.flatMap((variant) =>
      (['ownText', 'headline'] as const)
        .filter((field) => variant[field] !== null)
        .map((field) => ({ variantId: variant.id, field })),
    ),
  ]
  return (
    <div className="sel-comment-place-fields">
      <Select
        label={t('discussion.where')}
        data={places.map((one) => ({ value: placeName(one), label: wordsOf(one) }))}
        value={placeName(place)}
        allowDeselect={false}
        onChange={(name) => {
          const found = places.find((one) => placeName(one) === name)
          if (found !== undefined) onChange({ ...place, ...found, offset: 0 })
        }}
      />
      <TextInput
        label={t('discussion.words')}
        value={place.quote}
        maxLength={500}
        error={error}
        onChange={(event) => onChange({ ...place, quote: event.currentTarget.value })}
      />
      <button type="button" className="sel-link" onClick={() => onChange(null)}>
        {t('discussion.noPlace')}
      </button>
    </div>
  )
}

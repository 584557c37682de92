import { useTranslation } from 'react-i18next'
import type { CommentPlace } from '../../domain/publications/comment-place.ts'
import type { Publication } from './editor-data.ts'

/** Says which text a place is in: the main text, or a text or headline of one account. */
export function usePlaceWords(publication: Publication) {
  const { t } = useTranslation('publications')
  return ({ variantId, field }: Pick<CommentPlace, 'variantId' | 'field'>): string => {
    if (variantId === null) return t('fields.mainText')
    const variant = publication.variants.find((one) => one.id === variantId)
    const name = t(field === 'headline' ? 'fields.headline' : 'fields.ownText')
    return variant === undefined ? name : `${name} ${t('history.of', { handle: variant.account.handle })}`
  }
}

import { headChanges, variantChanges } from '../../domain/publications/input.ts'
import type { Medium, Publication } from './editor-data.ts'
import type { PartKey } from './writing.ts'

const detailFields = ['title', 'campaignId', 'agendaEventId', 'publicId', 'ownerId', 'notes', 'embargoUntil']

/** Whether a field is content, so that changing it ends a submission. */
export function isContentField(key: PartKey, field: string): boolean {
  return key !== 'head' || !detailFields.includes(field)
}

type PartFields = { version: number; fields: Record<string, unknown> }

/** A part as the server has it; null where it is gone. */
export function partsOf(publication: Publication, key: PartKey): PartFields | null {
  if (key === 'head') {
    const { title, objective, subjectClass, mainText, mainLink, language, notes, embargoUntil } = publication
    const ids = {
      campaignId: publication.campaign?.id ?? null,
      agendaEventId: publication.event?.id ?? null,
      publicId: publication.public?.id ?? null,
      ownerId: publication.owner.id,
    }
    const fields = {
      title,
      objective,
      subjectClass,
      mainText,
      mainLink,
      language,
      notes,
      embargoUntil,
      ...ids,
    }
    return { version: publication.version, fields }
  }
  if (key === 'media') return { version: publication.version, fields: { media: publication.media } }
  const [kind, variantId] = key.split(':')
  const variant = publication.variants.find((one) => one.id === variantId)
  if (!variant) return null
  if (kind === 'media') return { version: variant.version, fields: { media: variant.ownMedia } }
  const { ownText, headline, ownLink, ownLanguage } = variant
  return { version: variant.version, fields: { ownText, headline, ownLink, ownLanguage } }
}

export function presentOf(publication: Publication, key: PartKey): Record<string, unknown> | null {
  return partsOf(publication, key)?.fields ?? null
}

/** The publication with what the server just took, until it is read again. */
export function withSaved(
  publication: Publication,
  key: PartKey,
  fields: Readonly<Record<string, unknown>>,
  version: number,
): Publication {
  if (key === 'head') {
    const {
      campaignId: _campaign,
      agendaEventId: _event,
      publicId: _public,
      ownerId: _owner,
      ...plain
    } = fields
    return { ...publication, ...(plain as Partial<Publication>), version }
  }
  if (key === 'media') return { ...publication, media: fields.media as Medium[], version }
  const [kind, variantId] = key.split(':')
  const changed = kind === 'media' ? { ownMedia: fields.media as Medium[] | null } : fields
  return {
    ...publication,
    variants: publication.variants.map((variant) =>
      variant.id === variantId ? { ...variant, ...changed, version } : variant,
    ),
  }
}

/**
 * Why a field as typed cannot be sent yet, as a code for a sentence, by the schema that the server asks too; null where
 * it can. An unfit field waits, and holds up no other.
 */
export function unfit(key: PartKey, field: string, value: unknown): string | null {
  if (key.startsWith('media')) return null
  const shape: Record<string, { safeParse(value: unknown): Parsed }> =
    key === 'head' ? headChanges.shape : variantChanges.shape
  const parsed = shape[field]?.safeParse(value)
  if (!parsed || parsed.success) return null
  const issue = deepest(parsed.error.issues)
  const given = issue?.params?.code
  if (typeof given === 'string') return given
  return issue?.code === 'too_small' ? 'missing' : (issue?.code ?? 'other')
}

type Issue = { code: string; params?: { code?: unknown }; errors?: Issue[][] }
type Parsed = { success: true } | { success: false; error: { issues: unknown } }

/** Of a choice between schemas, what the first had against it. */
function deepest(issues: unknown): Issue | null {
  const [first] = issues as Issue[]
  if (!first) return null
  return first.code === 'invalid_union' && first.errors?.[0] ? deepest(first.errors[0]) : first
}

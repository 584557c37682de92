import { useTranslation } from 'react-i18next'
import { Sheet } from '../ui/sheet.tsx'
import type { Publication, Variant } from './editor-data.ts'
import { PostPreview } from './post-preview.tsx'
import { postOf, resolvedOf } from './resolved.ts'
import { usePlatform } from './use-platform.ts'
import type { WritingState } from './use-writing.ts'

type Props = { publication: Publication; writing: WritingState; onClose: () => void }

/** Every account's post as it would be now, one under the other. */
export function PreviewAll({ publication, writing, onClose }: Props) {
  const { t } = useTranslation('publications')
  return (
    <Sheet isOpen onClose={onClose} title={t('preview.title')}>
      <div className="sel-previews">
        {publication.variants.map((variant) => (
          <Preview key={variant.id} publication={publication} variant={variant} writing={writing} />
        ))}
      </div>
    </Sheet>
  )
}

function Preview(props: { publication: Publication; variant: Variant; writing: WritingState }) {
  const rules = usePlatform(props.variant.account.platform)
  const resolved = resolvedOf(props.publication, props.variant, props.writing)
  return (
    <PostPreview post={postOf(props.variant, resolved, rules?.textToPaste(resolved) ?? null)} rules={rules} />
  )
}

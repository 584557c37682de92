import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { ChangeTemplate } from './change-template.tsx'
import { NewTemplate } from './new-template.tsx'
import { TemplateRow } from './template-row.tsx'

/** The templates of the units in which one plans; one opens in its place, with all its fields. */
export function TemplatesSection() {
  const { t } = useTranslation('templates')
  const trpc = useTRPC()
  const [withRetired, setWithRetired] = useState(false)
  /** The id of the one that is open; `new` for one that is being made. */
  const [open, setOpen] = useState<string | null>(null)
  const list = useQuery({
    ...trpc.templates.list.queryOptions({ withRetired }),
    placeholderData: (before) => before,
  })
  if (list.isPending) return <LoadingLines />
  if (!list.data) return <RefusalSentence failure={failureOf(list.error)} of="load" />
  const rows = list.data.filter((template) => template.mayChange)
  const units = [...new Map(rows.map((row) => [row.unitId, row.unit]))]
  const close = () => setOpen(null)
  return (
    <>
      <p className="sel-second">{t('intro')}</p>
      {open === 'new' ? (
        <NewTemplate onClose={close} />
      ) : (
        <div>
          <ActionButton weight="primary" onClick={() => setOpen('new')}>
            {t('add')}
          </ActionButton>
        </div>
      )}
      {rows.length === 0 && open !== 'new' && <Empty inline>{t('empty')}</Empty>}
      {units.map(([unitId, unit]) => (
        <Section key={unitId} title={unit}>
          <ul>
            {rows
              .filter((row) => row.unitId === unitId)
              .map((template) => (
                <li key={template.id}>
                  {template.id === open && template.retiredAt === null ? (
                    <ChangeTemplate template={template} onClose={close} />
                  ) : (
                    <TemplateRow template={template} onOpen={() => setOpen(template.id)} />
                  )}
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <Checkbox
        label={t('showRetired')}
        checked={withRetired}
        onChange={(event) => setWithRetired(event.currentTarget.checked)}
      />
    </>
  )
}

import { Menu } from '@mantine/core'
import { IconColumns, IconEye, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../shell/keys.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { PlatformMark } from '../ui/platform-mark.tsx'
import { CompareTexts } from './compare-texts.tsx'
import type { Choices, Publication } from './editor-data.ts'
import { PreviewAll } from './preview-all.tsx'
import type { WritingState } from './use-writing.ts'
import { VariantRow } from './variant-row.tsx'

type Props = {
  publication: Publication
  writing: WritingState
  choices: Choices | null
  /** Whether the state lets content be typed now; each variant adds whether this person may. */
  isContentOpen: boolean
  /** The variant whose fields are open. */
  openId: string | null
  onOpen: (variantId: string | null) => void
}

/** A row for each account: what it follows or has of its own, how much room is left, what stands against it. */
export function VariantsSection(props: Props) {
  const { publication, writing, choices, isContentOpen, openId, onOpen } = props
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const refresh = [{ queryKey: trpc.publications.pathKey() }, { queryKey: trpc.reading.pathKey() }]
  const add = useCommand(trpc.publications.addAccount, { refresh })
  const [isPreviewing, setIsPreviewing] = useState(false)
  const [isComparing, setIsComparing] = useState(false)
  const { variants } = publication
  const hasOwnText = variants.some(
    (variant) => writing.value(`variant:${variant.id}`, 'ownText', variant.ownText) !== null,
  )
  const mayAdd = publication.may.addAccount.isAllowed && isContentOpen
  const left = (choices?.accounts ?? []).filter(
    (account) => !variants.some((variant) => variant.account.id === account.id),
  )

  const step = (by: 1 | -1) => {
    const at = variants.findIndex((variant) => variant.id === openId)
    const next = variants[at === -1 ? (by === 1 ? 0 : variants.length - 1) : at + by]
    if (!next) return
    onOpen(next.id)
    document.getElementById(`variant-${next.id}`)?.focus()
  }
  useKeys([
    { keys: 'Alt ArrowDown', name: t('keys.nextVariant'), run: () => step(1) },
    { keys: 'Alt ArrowUp', name: t('keys.previousVariant'), run: () => step(-1) },
  ])

  return (
    <section aria-labelledby="variants-title">
      <div className="sel-variants-head">
        <h2 id="variants-title">{t('variants.title')}</h2>
        {variants.length > 0 && (
          <ActionButton
            weight="quiet"
            size="small"
            icon={<IconEye size={16} aria-hidden />}
            onClick={() => setIsPreviewing(true)}
          >
            {t('variants.previewAll')}
          </ActionButton>
        )}
        {hasOwnText && (
          <ActionButton
            weight="quiet"
            size="small"
            icon={<IconColumns size={16} aria-hidden />}
            onClick={() => setIsComparing(true)}
          >
            {t('variants.compare')}
          </ActionButton>
        )}
        {mayAdd && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <button type="button" className="sel-small-button" aria-label={t('variants.addAccountTo')}>
                <IconPlus size={16} aria-hidden />
                {t('variants.addAccount')}
              </button>
            </Menu.Target>
            <Menu.Dropdown className="sel-menu-long">
              {left.length === 0 && (
                <Menu.Label>
                  {t(choices?.accounts.length ? 'variants.noMore' : 'variants.noAccounts')}
                </Menu.Label>
              )}
              {left.map((account) => (
                <Menu.Item
                  key={account.id}
                  leftSection={<PlatformMark platform={account.platform} />}
                  onClick={async () => {
                    const added = await add.run({ publicationId: publication.id, accountId: account.id })
                    if (added.ok) onOpen(added.value.variantId)
                  }}
                >
                  {account.handle}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <RefusalSentence failure={add.failure} />
      {variants.length === 0 && <Empty inline>{t('variants.empty')}</Empty>}
      <div className="sel-variants">
        {variants.map((variant) => (
          <VariantRow
            key={variant.id}
            publication={publication}
            variant={variant}
            writing={writing}
            isOpen={openId === variant.id}
            isWritable={isContentOpen && variant.mayWrite}
            onToggle={() => onOpen(openId === variant.id ? null : variant.id)}
          />
        ))}
      </div>
      {isComparing && (
        <CompareTexts publication={publication} writing={writing} onClose={() => setIsComparing(false)} />
      )}
      {isPreviewing && (
        <PreviewAll publication={publication} writing={writing} onClose={() => setIsPreviewing(false)} />
      )}
    </section>
  )
}

/** The first that something stands against, in words of its own. */
export function firstToOpen({ variants }: Publication): string | null {
  const isBlocked = (variant: Publication['variants'][number]) =>
    variant.ownText !== null && variant.findings.some((finding) => finding.severity === 'blocker')
  return variants.find(isBlocked)?.id ?? null
}

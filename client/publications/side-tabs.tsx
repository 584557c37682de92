import { Tabs } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../shell/phone.ts'
import { LoadingLines } from '../ui/loading.tsx'
import type { Publication } from './editor-data.ts'
import { type EditorTab, editorTabs } from './search.ts'

const BriefingTab = lazy(() =>
  import('../briefings/briefing-tab.tsx').then((room) => ({ default: room.BriefingTab })),
)
const ApprovalTab = lazy(() =>
  import('../approvals/approval-tab.tsx').then((room) => ({ default: room.ApprovalTab })),
)
const DiscussionTab = lazy(() =>
  import('./discussion-tab.tsx').then((room) => ({ default: room.DiscussionTab })),
)
const HistoryTab = lazy(() => import('./history-tab.tsx').then((room) => ({ default: room.HistoryTab })))

/** Briefing, approval, discussion and history: tabs beside the content, four rows below it on the phone. */
export function SideTabs({ publication }: { publication: Publication }) {
  const { t } = useTranslation('publications')
  const isPhone = useIsPhone()
  const open = useOpenTab()
  const { tab } = useSearch({ from: '/framed/publications/$id' })
  const numbers: Partial<Record<EditorTab, number>> = { discussion: publication.openCommentCount }

  if (isPhone) {
    return (
      <div className="sel-side-rows">
        {editorTabs.map((one) => (
          <section key={one}>
            <h2>
              <button
                type="button"
                className="sel-side-row"
                aria-expanded={tab === one}
                onClick={() => open(tab === one ? undefined : one)}
              >
                {label(one)}
                <IconChevronRight size={18} aria-hidden />
              </button>
            </h2>
            {tab === one && <div className="sel-side-panel">{panelOf(one)}</div>}
          </section>
        ))}
      </div>
    )
  }
  return (
    <Tabs
      value={tab ?? 'briefing'}
      keepMounted={false}
      onChange={(next) => open(editorTabs.find((one) => one === next))}
    >
      <Tabs.List aria-label={t('tabs.label')}>
        {editorTabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {label(one)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {editorTabs.map((one) => (
        <Tabs.Panel key={one} value={one} className="sel-side-panel">
          {panelOf(one)}
        </Tabs.Panel>
      ))}
    </Tabs>
  )

  function label(one: EditorTab): ReactNode {
    const number = numbers[one] ?? 0
    return (
      <>
        {t(`tabs.${one}`)}
        {number > 0 && <span className="sel-tab-number">{number}</span>}
      </>
    )
  }

  function panelOf(one: EditorTab): ReactNode {
    return <Suspense fallback={<LoadingLines count={4} />}>{contentOf(one)}</Suspense>
  }

  function contentOf(one: EditorTab): ReactNode {
    switch (one) {
      case 'briefing':
        return <BriefingTab publicationId={publication.id} />
      case 'approvals':
        return <ApprovalTab publicationId={publication.id} />
      case 'discussion':
        return <DiscussionTab publication={publication} />
      case 'history':
        return <HistoryTab publication={publication} />
    }
  }
}

/** Opens a tab by its place in the address. */
export function useOpenTab(): (tab: EditorTab | undefined) => void {
  const navigate = useNavigate({ from: '/publications/$id' })
  return (tab) => void navigate({ to: '.', search: { tab }, replace: true, resetScroll: false })
}

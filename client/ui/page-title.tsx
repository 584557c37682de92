import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PhoneBell } from '../shell/bell-button.tsx'
import { useIsInFrame } from '../shell/in-frame.ts'
import './parts.css'

type Props = {
  title: string
  /** A status or mark beside the title. */
  mark?: ReactNode
  /** Second words on the same row. */
  detail?: ReactNode
  /** A link back, before the title. */
  back?: ReactNode
  /** At the right end; the page's one primary action comes last. */
  actions?: ReactNode
  /** The title of the browser's tab, where it should say more or less than `title`. */
  tabTitle?: string
}

/** The first row of each page: its name, what stands beside it, its actions. Sets the title of the tab. */
export function PageTitle({ title, mark, detail, back, actions, tabTitle }: Props) {
  useTabTitle(tabTitle ?? title)
  const isInFrame = useIsInFrame()
  return (
    <div className="sel-page-title">
      {back !== undefined && (
        <span className="sel-page-back">
          {back}
          <IconChevronRight size={16} aria-hidden />
        </span>
      )}
      <h1 tabIndex={-1}>
        {title}
        {mark}
      </h1>
      {detail !== undefined && <div className="sel-page-title-detail">{detail}</div>}
      {isInFrame && <PhoneBell />}
      {actions !== undefined && <div className="sel-page-title-actions">{actions}</div>}
    </div>
  )
}

/** For pages that draw their title in another way. */
export function useTabTitle(title: string): void {
  const { t } = useTranslation('shell')
  const product = t('product')
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`
  }, [title, product])
}

import { useTranslation } from 'react-i18next'
import { PageTitleLines } from './page-title-lines.tsx'
import './parts.css'

const widths = ['72%', '54%', '63%', '48%', '70%', '58%']

/** A first load: as many lines in grey as will come, at their final height. */
export function LoadingLines({ count = 5, height = 48 }: { count?: number; height?: number }) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('state.loading')}>
      {Array.from({ length: count }, (_, index) => index).map((line) => (
        <div key={line} className="sel-loading-row" style={{ height }}>
          <span className="sel-line" style={{ width: widths[line % widths.length] }} />
        </div>
      ))}
    </div>
  )
}

/** A page on its way: the row of its title and some lines. */
export function PageLines() {
  return (
    <>
      <PageTitleLines />
      <LoadingLines />
    </>
  )
}

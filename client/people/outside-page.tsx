import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { speak } from '../shell/language.ts'
import { LogoBars } from '../shell/logo.tsx'
import '../shell/shell.css'
import './outside.css'

/** Around the pages before sign-in: the name, the other language, one column. */
export function OutsidePage({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  const { t, i18n } = useTranslation('shell')
  const isEnglish = i18n.language === 'en'
  return (
    <div className="sel-outside">
      <header className="sel-outside-bar">
        <span className="sel-logo">
          <LogoBars />
          {t('product')}
        </span>
        <button
          type="button"
          className="sel-link"
          lang={isEnglish ? 'id' : 'en'}
          onClick={() => void speak(isEnglish ? 'id' : 'en')}
        >
          {isEnglish ? 'Bahasa Indonesia' : 'English'}
        </button>
      </header>
      <main className="sel-outside-main" data-wide={isWide || undefined}>
        {children}
      </main>
    </div>
  )
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../shell/announce.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { copyText } from '../ui/copy-text.ts'

const SAID_MILLISECONDS = 2000

/** Copies a text; the button says so for two seconds. Where the browser refuses, it says how to copy by hand. */
export function CopyButton({
  text,
  children,
  weight,
}: {
  text: string
  children: string
  weight?: 'normal' | 'quiet'
}) {
  const { t } = useTranslation('publishing')
  const [became, setBecame] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (became !== 'copied') return
    const timer = setTimeout(() => setBecame(null), SAID_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [became])
  const copy = async () => {
    const isCopied = await copyText(text)
    setBecame(isCopied ? 'copied' : 'refused')
    if (isCopied) announce(t('variant.copied'))
  }
  return (
    <>
      <ActionButton size="small" weight={weight ?? 'normal'} onClick={() => void copy()}>
        {became === 'copied' ? t('variant.copied') : children}
      </ActionButton>
      {became === 'refused' && <span role="alert">{t('variant.notCopied')}</span>}
    </>
  )
}

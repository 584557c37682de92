import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from './key.tsx'

type Props = {
  children: ReactNode
  onClick?: () => void
  /** The page's one primary action is `primary`; the others are outlined; `quiet` is words alone. */
  weight?: 'primary' | 'normal' | 'quiet'
  /** `decision` is the 56 px of the phone's one decision. */
  size?: 'small' | 'normal' | 'phone' | 'decision'
  isPending?: boolean
  /** What it reads meanwhile; "Menyimpan…" by default. */
  pendingText?: string
  /** The key beside the words, as pressed: `Ctrl Enter`. */
  shortcut?: string
  icon?: ReactNode
  disabled?: boolean
  /** The id of the text that says why it is disabled: never disable without one. */
  reasonId?: string
  type?: 'button' | 'submit'
  fullWidth?: boolean
} & Pick<ButtonProps, 'className'>

const sizes = { small: 'xs', normal: 'sm', phone: 'lg', decision: 'xl' } as const
const variants = { primary: 'filled', normal: 'default', quiet: 'subtle' } as const

/** A button that keeps its width while it waits, and reads what it is doing. */
export function ActionButton(props: Props) {
  const { t } = useTranslation('ui')
  const { weight = 'normal', size = 'normal', isPending = false, shortcut, disabled = false } = props
  const element = useRef<HTMLButtonElement>(null)
  const [width, setWidth] = useState<number | undefined>(undefined)

  useLayoutEffect(() => {
    if (!isPending) setWidth(undefined)
    else setWidth((before) => before ?? element.current?.offsetWidth)
  }, [isPending])

  return (
    <Button
      ref={element}
      type={props.type ?? 'button'}
      variant={variants[weight]}
      size={sizes[size]}
      className={props.className}
      fullWidth={props.fullWidth}
      leftSection={isPending ? undefined : props.icon}
      rightSection={shortcut && !isPending ? <Key of={shortcut} /> : undefined}
      disabled={disabled}
      aria-disabled={isPending || undefined}
      aria-describedby={props.reasonId}
      aria-keyshortcuts={shortcut ? ariaKeys(shortcut) : undefined}
      miw={width}
      onClick={() => {
        if (!isPending) props.onClick?.()
      }}
    >
      {isPending ? (props.pendingText ?? t('actions.saving')) : props.children}
    </Button>
  )
}

/** `Ctrl Enter` as the attribute wants it: `Control+Enter`. */
function ariaKeys(shortcut: string): string {
  return shortcut.replace('Ctrl', 'Control').split(' ').join('+')
}

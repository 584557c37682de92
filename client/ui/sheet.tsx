import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../shell/phone.ts'
import './parts.css'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** The action that ends it: sticky below on the phone, last on the desktop. */
  foot?: ReactNode
  /** For two things beside each other. */
  isWide?: boolean
}

/** From below on the phone, in the middle on the desktop. Sheets never stack: one at a time, never over a dialog. */
export function Sheet({ isOpen, onClose, title, children, foot, isWide = false }: Props) {
  const { t } = useTranslation('ui')
  const isPhone = useIsPhone()
  const inner = (
    <>
      {children}
      {foot !== undefined && <div className={isPhone ? 'sel-sheet-foot' : undefined}>{foot}</div>}
    </>
  )
  const closeButtonProps = { 'aria-label': t('actions.close') }
  if (isPhone) {
    return (
      <Drawer
        opened={isOpen}
        onClose={onClose}
        position="bottom"
        title={title}
        closeButtonProps={closeButtonProps}
        classNames={{ root: 'sel-sheet' }}
      >
        {inner}
      </Drawer>
    )
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={closeButtonProps}
      size={isWide ? 960 : 560}
    >
      {inner}
    </Modal>
  )
}

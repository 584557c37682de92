import { IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../ui/key.tsx'
import { LIST_ID, optionId } from './result-list.tsx'
import type { useFound } from './use-found.ts'

type Props = {
  fieldRef: RefObject<HTMLInputElement | null>
  value: string
  onChange: (value: string) => void
  chosenId: string | null
  found: ReturnType<typeof useFound>
}

/** The one field of the desk, and below it how much was found and which words were read differently. */
export function DeskField({ fieldRef, value, onChange, chosenId, found }: Props) {
  const { t } = useTranslation('answers')
  const number = found.groups.reduce((sum, group) => sum + group.entries.length, 0)
  return (
    <div className="sel-desk-ask">
      <div className="sel-desk-field">
        <IconSearch size={24} stroke={1.8} aria-hidden />
        <input
          ref={fieldRef}
          type="text"
          role="combobox"
          aria-label={t('desk.field')}
          aria-expanded={number > 0}
          aria-controls={number > 0 ? LIST_ID : undefined}
          aria-activedescendant={chosenId === null ? undefined : optionId(chosenId)}
          aria-autocomplete="list"
          aria-describedby="desk-personal"
          placeholder={t('desk.placeholder')}
          value={value}
          maxLength={500}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <div className="sel-desk-under">
        <p role="status">
          {found.isAsking && found.isCurrent && (
            <>
              <b>{t('desk.found', { count: number })}</b>{' '}
              {found.mended.map((word) => t('desk.mended', word)).join(' ')}
            </>
          )}
        </p>
        <p id="desk-personal" className="sel-desk-personal">
          {t('desk.noPersonalData')}
        </p>
        <p className="sel-keys sel-desk-keys" aria-hidden="true">
          <Key of="↑" />
          <Key of="↓" /> {t('desk.keyChoose')} <Key of="Enter" /> {t('desk.keyOpen')} <Key of="Esc" />{' '}
          {t('desk.keyBack')}
        </p>
      </div>
    </div>
  )
}

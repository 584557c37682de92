import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeTypedAhead } from './frame-layer.ts'
import { namedActs } from './keys.ts'
import { usePaletteCommands } from './palette-commands.ts'
import { addressOf, type Found, groupNames, groupOrder } from './palette-found.ts'
import { useTRPC } from './trpc.ts'
import './search-palette.css'

type Option = { id: string; group: string; title: string; detail?: string; run: () => void }

const LETTERS = 3

/** Ctrl K: one field for pages, commands and whatever can be found; arrows choose, Enter opens. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  const trpc = useTRPC()
  const navigate = useNavigate()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const asked = useDeferredValue(query.trim())
  const isAsked = asked.length >= LETTERS
  const commands = usePaletteCommands()
  const [here] = useState(namedActs)
  const found = useQuery({
    ...trpc.reading.search.queryOptions({ query: asked }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })

  const options = optionsOf()
  const active = Math.min(chosen, options.length - 1)

  function optionsOf(): Option[] {
    const words = query
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    const fits = (title: string) => words.every((word) => title.toLowerCase().includes(word))
    const elsewhere = commands
      .filter((one) => fits(one.title) && !here.some((act) => act.name === one.title))
      .map((one) => ({ ...one, group: one.isPage ? t('search.pages') : t('search.commands') }))
    const matching: Option[] = here
      .filter((act) => fits(act.name))
      .map(({ name, keys, run }) => ({
        id: `act-${name}`,
        group: t('search.here'),
        title: name,
        detail: keys ?? undefined,
        // Once this has closed and the focus is back on the page, as the key itself would find it.
        run: () => setTimeout(run, 0),
      }))
    matching.push(...elsewhere.slice(0, words.length === 0 ? 20 : 6))
    const items = isAsked ? (found.data?.items ?? []) : []
    const results = groupOrder.flatMap((kind) =>
      items
        .filter((one: Found) => one.kind === kind)
        .map((one: Found) => ({
          id: `${one.kind}-${one.id}`,
          group: t(`search.groups.${groupNames[one.kind]}`),
          title: one.title,
          detail: one.detail ?? undefined,
          run: () => void navigate({ href: addressOf(one) }),
        })),
    )
    const desk: Option[] = isAsked
      ? [
          {
            id: 'desk',
            group: t('nav.desk'),
            title: t('search.askDesk', { query: query.trim() }),
            run: () => void navigate({ to: '/desk', search: { q: query.trim() } }),
          },
        ]
      : []
    return words.length === 0 ? [...matching, ...results] : [...results, ...matching, ...desk]
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = (active + step + options.length) % Math.max(options.length, 1)
      setChosen(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && options[active]) {
      event.preventDefault()
      choose(options[active])
    }
  }

  function choose(option: Option) {
    onClose()
    option.run()
  }

  return (
    <Modal.Root opened onClose={onClose} size={640} yOffset="10dvh" centered={false} padding={12}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.title')}>
        <Modal.Body className="sel-palette">
          <div className="sel-palette-field">
            <IconSearch size={20} aria-hidden />
            <input
              data-autofocus
              type="text"
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={options[active] ? `${listId}-${active}` : undefined}
              aria-label={t('search.title')}
              placeholder={t('search.placeholder')}
              autoComplete="off"
              value={query}
              onFocus={() => {
                const typed = takeTypedAhead()
                if (typed !== '') setQuery((before) => before + typed)
              }}
              onChange={(event) => {
                setQuery(event.currentTarget.value)
                setChosen(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div id={listId} role="listbox" aria-label={t('search.title')} className="sel-palette-list">
            {options.map((option, index) => (
              <div key={option.id} role="presentation">
                {option.group !== options[index - 1]?.group && (
                  <div className="sel-palette-group" role="presentation">
                    {option.group}
                  </div>
                )}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys */}
                <div
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className="sel-palette-option"
                  onPointerMove={() => setChosen(index)}
                  onClick={() => choose(option)}
                >
                  {option.title}
                  {option.detail && <small>{option.detail}</small>}
                </div>
              </div>
            ))}
          </div>
          {isAsked && found.isPending && <p className="sel-palette-note">{t('search.searching')}</p>}
          {options.length === 0 && !found.isPending && (
            <p className="sel-palette-note">{t('search.nothing', { query: query.trim() })}</p>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

import { IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformIds } from '../../domain/platforms/platform.ts'
import { publicationStatuses } from '../../domain/publications/status.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { platformOf } from '../ui/platform-mark.tsx'
import type { CalendarAct } from './calendar-acts.tsx'
import type { DirectoryAnswer } from './entry.ts'
import { filterCount, noFilter } from './filter.ts'
import { Menu } from './menu.tsx'
import { OverlaysMenu } from './overlays-menu.tsx'
import type { CalendarSearch } from './search.ts'

export type FilterProps = {
  search: CalendarSearch
  directory: DirectoryAnswer | undefined
  onChange: (change: Partial<CalendarSearch>) => void
  /** What a menu opens over the page. */
  onAct: (act: CalendarAct) => void
}

type Props = FilterProps & {
  /** Before the filters: the saved views. */
  start: ReactNode
  notReady: { count: number; isMore: boolean } | null
  rail: { count: number; isMore: boolean; isOpen: boolean; onToggle: () => void } | null
}

/** What the calendar is narrowed by, each part in the address; at the right what is not ready and what has no day. */
export function FilterRow({ start, search, directory, onChange, onAct, notReady, rail }: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  return (
    <section className="cal-filter-row" aria-label={t('filters.label')}>
      {start}
      <FilterMenus search={search} directory={directory} onChange={onChange} />
      <WordsField value={search.q ?? ''} onChange={(q) => onChange({ q: q === '' ? undefined : q })} />
      {filterCount(search) > 0 && (
        <button type="button" className="cal-button" data-bare onClick={() => onChange(noFilter)}>
          {t('filters.clear')}
        </button>
      )}
      <div className="cal-filter-end">
        {notReady !== null && (notReady.count > 0 || search.ready === 'no') && (
          <button
            type="button"
            className="sel-link"
            aria-pressed={search.ready === 'no'}
            onClick={() => onChange({ ready: search.ready === 'no' ? undefined : 'no' })}
          >
            {notReady.isMore
              ? t('notReadyMore', { count: notReady.count })
              : t('notReady', { count: notReady.count })}
          </button>
        )}
        <OverlaysMenu search={search} onChange={onChange} onAct={onAct} isIcon />
        {rail !== null && (
          <button
            type="button"
            className="cal-button"
            data-bare
            aria-expanded={rail.isOpen}
            aria-keyshortcuts="B"
            onClick={rail.onToggle}
          >
            {rail.isMore ? t('rail.openMore', { count: rail.count }) : t('rail.open', { count: rail.count })}
            <IconLayoutSidebarRight size={16} aria-hidden />
          </button>
        )}
      </div>
    </section>
  )
}

type Choice = { value: string; label: string; detail?: string }

/** The menus alone: beside each other on the desktop, under each other in the phone's sheet. */
export function FilterMenus({ search, directory, onChange }: Omit<FilterProps, 'onAct'>) {
  const { t } = useTranslation(['calendar', 'ui'])
  const units = (directory?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const accounts = (directory?.accounts ?? [])
    .filter((account) => !account.isEnded || search.account?.includes(account.id))
    .map(({ id, handle, platform }) => ({
      value: id,
      label: handle,
      detail: t(`ui:platform.${platformOf(platform)}`),
    }))
  const posted = new Set<string>((directory?.accounts ?? []).map(({ platform }) => platform))
  const platforms = platformIds
    .filter((platform) => posted.has(platform) || search.platform?.includes(platform))
    .map((value) => ({ value, label: t(`ui:platform.${value}`) }))
  const kinds = subjectClasses.map((value) => ({ value, label: t(`ui:subjectClass.${value}`) }))
  const people = (directory?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const publics = [
    { value: 'none', label: t('filters.generalPublic') },
    ...(directory?.publics ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const campaigns = (directory?.campaigns ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const objectives = (['promote', 'protect'] as const).map((value) => ({
    value,
    label: t(`ui:objective.${value}`),
  }))
  const statuses = publicationStatuses.map((value) => ({ value, label: t(`ui:status.${value}`) }))
  const list = (values: string[]) => (values.length === 0 ? undefined : values)

  return (
    <>
      {units.length > 1 && (
        <FilterMenu
          name={t('filters.unit')}
          choices={units}
          chosen={search.unit ?? []}
          onChoose={(unit) => onChange({ unit: list(unit) })}
        />
      )}
      <FilterMenu
        name={t('filters.account')}
        choices={accounts}
        chosen={search.account ?? []}
        onChoose={(account) => onChange({ account: list(account) })}
        above={
          platforms.length > 1
            ? {
                name: t('filters.platform'),
                choices: platforms,
                chosen: search.platform ?? [],
                onChoose: (platform) => onChange({ platform: list(platform) }),
              }
            : null
        }
      />
      <FilterMenu
        name={t('filters.objective')}
        choices={objectives}
        chosen={search.objective === undefined ? [] : [search.objective]}
        onChoose={(chosen) => {
          const next = chosen.find((one) => one !== search.objective)
          onChange({ objective: next === 'promote' || next === 'protect' ? next : undefined })
        }}
      />
      <FilterMenu
        name={t('filters.subjectClass')}
        choices={kinds}
        chosen={search.kind ?? []}
        onChoose={(kind) => onChange({ kind: list(kind) })}
      />
      <FilterMenu
        name={t('filters.status')}
        choices={statuses}
        chosen={search.status ?? []}
        onChoose={(status) => onChange({ status: list(status) })}
      />
      {publics.length > 1 && (
        <FilterMenu
          name={t('filters.public')}
          choices={publics}
          chosen={search.public ?? []}
          onChoose={(chosen) => onChange({ public: list(chosen) })}
        />
      )}
      {campaigns.length > 0 && (
        <FilterMenu
          name={t('filters.campaign')}
          choices={campaigns}
          chosen={search.campaign ?? []}
          onChoose={(campaign) => onChange({ campaign: list(campaign) })}
        />
      )}
      <FilterMenu
        name={t('filters.owner')}
        choices={people}
        chosen={search.owner ?? []}
        onChoose={(owner) => onChange({ owner: list(owner) })}
      />
    </>
  )
}

type Group = {
  name: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

type MenuProps = Group & {
  /** A second choice in the same menu, wider than the menu's own. */
  above?: Group | null
}

function FilterMenu({ above = null, ...own }: MenuProps) {
  const { t } = useTranslation('calendar')
  const groups = above === null ? [own] : [above, own]
  const chosen = groups.flatMap((group) => group.choices.filter(({ value }) => group.chosen.includes(value)))
  const count = groups.reduce((sum, group) => sum + group.chosen.length, 0)
  const words = count === 0 ? undefined : count > 1 ? t('filters.several', { count }) : chosen[0]?.label
  const label = words === undefined ? own.name : t('filters.of', { name: own.name, chosen: words })
  return (
    <Menu label={label} look={count > 0 ? 'outlined' : 'bare'} isChosen={count > 0}>
      {() => groups.map((group) => <Choices key={group.name} group={group} isNamed={groups.length > 1} />)}
    </Menu>
  )
}

function Choices({ group, isNamed }: { group: Group; isNamed: boolean }) {
  const { t } = useTranslation('calendar')
  const { name, choices, chosen, onChoose } = group
  if (choices.length === 0) return <p className="cal-option">{t('filters.none')}</p>
  return (
    <fieldset className="cal-options">
      <legend className={isNamed ? 'cal-menu-head' : 'sel-hidden'}>{name}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="cal-option">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...chosen, choice.value]
                  : chosen.filter((one) => one !== choice.value),
              )
            }
          />
          <span>{choice.label}</span>
          {choice.detail !== undefined && <small>{choice.detail}</small>}
        </label>
      ))}
    </fieldset>
  )
}

const WAIT_MILLISECONDS = 250

/** Words are sought a quarter of a second after the last key. */
export function WordsField({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const { t } = useTranslation('calendar')
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), WAIT_MILLISECONDS)
    return () => clearTimeout(timer)
  })
  return (
    <label className="cal-words">
      <IconSearch size={15} aria-hidden />
      <span className="sel-hidden">{t('filters.words')}</span>
      <input
        type="search"
        id="cal-words"
        maxLength={200}
        value={typed}
        placeholder={t('filters.words')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  )
}

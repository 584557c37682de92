import { describe, expect, it } from 'vitest'
import { filterOf } from '../../../client/calendar/filter.ts'
import { changedFrom, openedBy, type SavedView, searchOf } from '../../../client/calendar/saved.ts'
import { calendarSearch } from '../../../client/calendar/search.ts'
import { filterSchema } from '../../../domain/publications/filter.ts'

const account = '7f8b1c9a-8f3c-4d52-9f8f-0c8f6d9b1a11'
const aView = (filter: object, kind: SavedView['kind'] = 'list'): SavedView => ({
  id: 'v1',
  name: 'Proteksi',
  kind,
  filter: filterSchema.parse(filter),
  unitId: null,
  unit: null,
  owner: 'Sekar Larasati',
  version: 1,
  mayChange: true,
  gone: [],
})
const whole = {
  accountIds: [account],
  unitIds: [account],
  campaignIds: [account],
  ownerIds: [account],
  platforms: ['x'],
  subjectClasses: ['event'],
  objective: 'protect',
  statuses: ['draft', 'ready'],
  isNotReady: true,
  words: 'berkas',
}

describe('a saved view in the address', () => {
  it('gives every part of its filter, and the address reads the same filter back', () => {
    const filter = filterSchema.parse(whole)
    expect(filterOf(calendarSearch(searchOf(filter)))).toEqual(filter)
    expect(Object.values(searchOf(filterSchema.parse({}))).every((one) => one === undefined)).toBe(true)
  })

  it('lies under what the address itself says', () => {
    const view = aView({ objective: 'protect' })
    const alone = openedBy({ saved: 'v1', date: '2026-12-09' }, [view])
    expect(alone).toMatchObject({
      state: 'open',
      isChanged: false,
      search: { objective: 'protect', view: 'list', date: '2026-12-09' },
    })
    const narrowed = openedBy({ saved: 'v1', q: 'berkas' }, [view])
    expect(narrowed).toMatchObject({ state: 'open', isChanged: true, search: { q: 'berkas' } })
    expect(narrowed.search.objective).toBeUndefined()
    expect(openedBy({ saved: 'v1', view: 'week' }, [view])).toMatchObject({
      isChanged: true,
      search: { view: 'week', objective: 'protect' },
    })
  })

  it('that is not there opens the calendar all the same', () => {
    expect(openedBy({ saved: 'v2', view: 'week' }, [aView({})])).toEqual({
      state: 'missing',
      view: null,
      search: { saved: 'v2', view: 'week' },
    })
  })

  it('is left once all that it narrows is taken away, and kept while something remains', () => {
    const views = [aView({ objective: 'protect', words: 'berkas' })]
    const opened = openedBy({ saved: 'v1' }, views)
    const fewer = changedFrom(opened, { q: undefined })
    expect(fewer).toMatchObject({ saved: 'v1', objective: 'protect', view: 'list' })
    expect(openedBy(fewer, views).search.q).toBeUndefined()
    const none = changedFrom(openedBy(fewer, views), { objective: undefined })
    expect(none.saved).toBeUndefined()
    expect(openedBy(none, views).search.objective).toBeUndefined()
  })

  it('that narrows nothing stays open while one turns the pages', () => {
    const views = [aView({}, 'week')]
    expect(changedFrom(openedBy({ saved: 'v1' }, views), { date: '2026-12-16' })).toMatchObject({
      saved: 'v1',
      view: 'week',
    })
  })

  it('is shown as a month where one asks for the month, though the address of a month says nothing', () => {
    const views = [aView({ objective: 'protect' })]
    const month = changedFrom(openedBy({ saved: 'v1' }, views), { view: undefined })
    expect(openedBy(month, views).search.view).toBe('month')
  })
})

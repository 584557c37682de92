import { describe, expect, it } from 'vitest'
import { othersOn } from '../../../client/calendar/use-others.ts'

const days = { from: '2026-12-07', to: '2026-12-13' }
const overlays = [
  { id: 'o1', name: 'Agenda biro' },
  { id: 'o2', name: 'Libur kantor' },
]
const event = (given: object) => ({
  id: 'e1',
  overlayId: 'o1',
  title: 'Rapat',
  firstDay: '2026-12-09',
  lastDay: '2026-12-09',
  startsAt: null,
  endsAt: null,
  ...given,
})
const on = (events: ReturnType<typeof event>[], without: string[] = []) =>
  [...othersOn(days, events, overlays, without, 'Asia/Jakarta')].map(([day, there]) => [
    day,
    there.map(({ title, clock }) => (clock === null ? title : `${clock} ${title}`)),
  ])

describe('other calendars over this one', () => {
  it('stand on each of their days within those shown', () => {
    expect(on([event({ firstDay: '2026-11-01', lastDay: '2026-12-08' })])).toEqual([
      ['2026-12-07', ['Rapat']],
      ['2026-12-08', ['Rapat']],
    ])
  })

  it("name their time on the day they begin, in the agency's zone, after what fills the day", () => {
    const night = event({
      id: 'e2',
      title: 'Malam',
      firstDay: '2026-12-09',
      lastDay: '2026-12-10',
      startsAt: '2026-12-09T15:30:00.000Z',
      endsAt: '2026-12-09T19:00:00.000Z',
    })
    expect(on([night, event({ overlayId: 'o2' })])).toEqual([
      ['2026-12-09', ['Rapat', '22:30 Malam']],
      ['2026-12-10', ['Malam']],
    ])
  })

  it('are left out where one does not want them, or their calendar is gone', () => {
    const two = [event({}), event({ id: 'e2', overlayId: 'o2', title: 'Libur' })]
    expect(on(two, ['o1'])).toEqual([['2026-12-09', ['Libur']]])
    expect(on([event({ overlayId: 'o3' })])).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { showsRoom } from '../../../client/shell/live-map.ts'

test('a change is read again where it shows, and only there', () => {
  expect(showsRoom(['reading', 'month'], 'publications')).toBe(true)
  expect(showsRoom(['approvals', 'inbox'], 'publications')).toBe(true)
  expect(showsRoom(['publications', 'history'], 'publications')).toBe(true)
  expect(showsRoom(['people', 'sessions'], 'publications')).toBe(false)
  expect(showsRoom(['reading', 'month'], 'notifications')).toBe(false)
  expect(showsRoom(['reading', 'frame'], 'notifications')).toBe(true)
})

test('a room nobody thought of refreshes the gathering reads', () => {
  expect(showsRoom(['reading', 'month'], 'something-new')).toBe(true)
})

test.each(['agency', 'people', 'accounts', 'campaigns', 'something-new'])(
  'the names are read again after a change of %s',
  (room) => {
    expect(showsRoom(['reading', 'directory'], room)).toBe(true)
  },
)

test.each(['publications', 'approvals', 'briefings', 'publishing', 'agenda', 'answers', 'issues', 'marks'])(
  'a change of %s, which names nothing anew, leaves the names and reads the calendar',
  (room) => {
    expect(showsRoom(['reading', 'directory'], room)).toBe(false)
    expect(showsRoom(['reading', 'month'], room)).toBe(true)
  },
)

test('a copy or a count at the desk leaves the calendar as it is', () => {
  expect(showsRoom(['reading', 'month'], 'answers', true)).toBe(false)
  expect(showsRoom(['reading', 'frame'], 'answers', true)).toBe(false)
  expect(showsRoom(['answers', 'today'], 'answers', true)).toBe(true)
  expect(showsRoom(['reading', 'deskLoad'], 'answers', true)).toBe(true)
  expect(showsRoom(['reading', 'search'], 'answers')).toBe(true)
  expect(showsRoom(['reading', 'month'], 'publications', true)).toBe(true)
})

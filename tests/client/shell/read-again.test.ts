import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readAnew, readingAgain } from '../../../client/shell/read-again.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page that is opening: its first answer is still on its way. */
function opening() {
  const queryClient = new QueryClient()
  const answers: PromiseWithResolvers<string>[] = []
  const queryFn = () => {
    const answer = Promise.withResolvers<string>()
    answers.push(answer)
    return answer.promise
  }
  const page = new QueryObserver(queryClient, { queryKey: ['month'], queryFn, retry: false })
  const leave = page.subscribe(() => undefined)
  const [query] = queryClient.getQueryCache().getAll()
  if (query === undefined) throw new Error('nothing is asked')
  const settled = () => vi.advanceTimersByTimeAsync(200)
  return { queryClient, query, answers, leave, settled }
}

test('what changes while a page reads for the first time is read once more, and only once', async () => {
  const { queryClient, query, answers, leave, settled } = opening()
  readingAgain(queryClient)(query)
  await settled()
  expect(answers).toHaveLength(1)
  answers[0]?.resolve('before the change')
  await settled()
  expect(answers).toHaveLength(2)
  answers[1]?.resolve('after the change')
  await settled()
  expect(query.state.data).toBe('after the change')
  expect(answers).toHaveLength(2)
  leave()
})

test('a first reading that fails is tried once more after the change', async () => {
  const { queryClient, query, answers, leave, settled } = opening()
  readAnew(queryClient)
  answers[0]?.reject(new Error('not there yet'))
  await settled()
  answers[1]?.resolve('after the change')
  await settled()
  expect(query.state.data).toBe('after the change')
  leave()
})

test('a page that was left while it read for the first time reads again when it is opened', async () => {
  const { queryClient, query, answers, leave, settled } = opening()
  leave()
  readAnew(queryClient)
  answers[0]?.resolve('before the change')
  await settled()
  expect(query.state.isInvalidated).toBe(true)
  expect(answers).toHaveLength(1)
})

import { rooms } from './rules.ts'

const drawers = /(^|\/)(index|utils?|helpers?|common|service|manager|commands|misc)(\.|\/)/
const topLevel = /^(client|server|db|domain|tests|docs|\.ci)\//

const serverRooms = [...rooms, 'infrastructure', 'operator', 'demo', 'live']
const domainFolders = [...rooms, 'platforms', 'language']

/**
 * What is wrong with where a file lies or how it is called: a drawer's name, an unknown room, a name that is not
 * kebab-case, an operation past 200 lines. Empty means nothing.
 */
export function fileProblems(path: string, lines: number): string[] {
  const problems: string[] = []
  if (!topLevel.test(path)) return problems
  if (drawers.test(path) && path !== 'client/index.html')
    problems.push('is a drawer: name it after what it does')
  const [floor, room, rest] = path.split('/')
  const name = path.split('/').at(-1) ?? ''
  if (/\.(ts|tsx|css)$/.test(name) && !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|tsx|css)$/.test(name)) {
    problems.push('is not in kebab-case')
  }
  if (floor === 'server' && rest !== undefined && room !== undefined && !serverRooms.includes(room)) {
    problems.push('lies in no room')
  }
  if (floor === 'domain' && rest !== undefined && room !== undefined && !domainFolders.includes(room)) {
    problems.push('lies in no room')
  }
  const isOperation = floor === 'server' && room !== 'demo' && name.endsWith('.ts')
  if (isOperation && lines > 200) problems.push(`has ${lines} lines: an operation past 200 is two`)
  return problems
}

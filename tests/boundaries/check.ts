import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { fileProblems } from './file-kinds.ts'
import { rules } from './rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

async function violationsIn(folder: string): Promise<IViolation[]> {
  const { output } = await cruise(
    ['client', 'server', 'db', 'domain'],
    {
      ruleSet: { forbidden: rules },
      validate: true,
      baseDir: folder,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|migrations)/' },
    },
    { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  )
  const result = output as ICruiseResult
  if (result.summary.totalCruised === 0) throw new Error('the boundary check read no file')
  return result.summary.violations
}

function misplacedFiles(): string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  return files.split('\n').flatMap((path) => {
    if (path === '' || path.startsWith('tests/boundaries/planted/') || !existsSync(join(root, path)))
      return []
    const isSource = /\.(ts|tsx)$/.test(path)
    const lines = isSource ? readFileSync(join(root, path), 'utf8').split('\n').length - 1 : 0
    return fileProblems(path, lines).map((problem) => `${path} ${problem}`)
  })
}

/** Every rule must find the violation that was planted for it: a check that finds nothing there is broken. */
const planted = await violationsIn(fileURLToPath(new URL('./planted', import.meta.url)))
const expected = [
  'no-cycles',
  'domain-imports-nothing-above',
  'domain-approvals-imports-earlier-rooms-only',
  'server-publications-imports-earlier-rooms-only',
  'client-takes-the-servers-types-only',
  'domain-imports-pure-packages-only',
  'db-imports-nothing-above',
  'server-imports-nothing-above',
  'client-knows-no-database',
  'nobody-imports-reading',
  'infrastructure-knows-no-room',
]
const missed = expected.filter((name) => !planted.some((violation) => violation.rule.name === name))

const found = await violationsIn(root)
const problems = [
  ...missed.map((name) => `the planted violation of ${name} was not found`),
  ...found.map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`),
  ...misplacedFiles(),
]
process.stdout.write(problems.length === 0 ? 'boundaries hold\n' : `${problems.join('\n')}\n`)
process.exit(problems.length === 0 ? 0 : 1)

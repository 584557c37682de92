import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 24 && !(major === 22 && minor >= 18)) {
  process.stderr.write(
    'The Node that comes with Selaras is missing: run "npm ci" again without --ignore-scripts (its install scripts bring Node and PostgreSQL).\n',
  )
  process.exit(1)
}

if (isPageOlderThanItsSource()) {
  process.stdout.write('Building the page…\n')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

process.chdir(root)
await import('./main.ts')

/** True where the page was never built, or a source of it is newer than the last build. */
function isPageOlderThanItsSource() {
  const page = join(root, 'dist', 'index.html')
  if (!existsSync(page)) return true
  const builtAt = statSync(page).mtimeMs
  return ['client', 'domain'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > builtAt,
    ),
  )
}

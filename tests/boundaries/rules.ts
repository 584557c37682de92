import type { IConfiguration } from 'dependency-cruiser'

/** Rooms, lowest first: a room imports earlier rooms only. */
export const rooms = [
  'agency',
  'people',
  'accounts',
  'marks',
  'files',
  'campaigns',
  'agenda',
  'publications',
  'answers',
  'briefings',
  'templates',
  'approvals',
  'publishing',
  'issues',
  'notifications',
  'views',
  'feeds',
  'overlays',
  'reading',
] as const

/** What the domain may import beside itself: pure packages only. Adding one is a decision. */
const purePackages = ['zod', 'temporal-polyfill', '@noble/hashes', 'twitter-text', 'canonicalize']

const roomOrder = ['domain', 'server'].flatMap((floor) =>
  rooms.slice(0, -1).map((room, position) => ({
    name: `${floor}-${room}-imports-earlier-rooms-only`,
    severity: 'error' as const,
    from: { path: `^${floor}/${room}/` },
    to: { path: `^${floor}/(${rooms.slice(position + 1).join('|')})/` },
  })),
)

const floors = [
  { from: '^domain/', to: '^(client|server|db|tests)/', name: 'domain-imports-nothing-above' },
  { from: '^db/', to: '^(client|server|tests)/', name: 'db-imports-nothing-above' },
  { from: '^server/', to: '^(client|tests)/', name: 'server-imports-nothing-above' },
  { from: '^client/', to: '^(db|tests)/', name: 'client-knows-no-database' },
].map(({ name, from, to }) => ({ name, severity: 'error' as const, from: { path: from }, to: { path: to } }))

export const rules: IConfiguration['forbidden'] = [
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  ...floors,
  {
    name: 'client-takes-the-servers-types-only',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^server/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'domain-imports-pure-packages-only',
    severity: 'error',
    from: { path: '^domain/' },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'],
      pathNot: `node_modules/(${purePackages.join('|')})/`,
    },
  },
  {
    name: 'nobody-imports-reading',
    severity: 'error',
    from: { path: '^server/', pathNot: '^server/(reading/|router\\.ts$|app\\.ts$|open-worlds\\.ts$)' },
    to: { path: '^server/reading/' },
  },
  {
    name: 'infrastructure-knows-no-room',
    severity: 'error',
    from: { path: '^server/infrastructure/' },
    to: { path: `^server/(${rooms.join('|')})/` },
  },
  ...roomOrder,
]

export const pressCoverages = ['none', 'local', 'national'] as const
export type PressCoverage = (typeof pressCoverages)[number]

/** One dated value of the counts. */
export type Reading = {
  /** Mentions and tickets on the matter in the window. */
  issueCount: number
  opinionLeaderCount: number
  /** People reached. */
  reachPeople: number
  deskQuestions: number
  /** The desk's questions on an ordinary day; null or 0: no baseline yet, which gives 0 and says so. */
  deskBaseline: number | null
  press: PressCoverage
  hasFormalInquiry: boolean
}

export type UptakePart = {
  band: 'reach' | 'desk' | 'press' | 'formal'
  points: number
  /** The most this band can give. */
  most: number
  /** True where the desk has no baseline to compare with. */
  isWithoutBaseline: boolean
}

/** Lower edges of the bands, each with its points. Source: Selaras rules, Issue level, publicUptake. */
const reachBands = [
  { from: 1_000_000, points: 30 },
  { from: 100_000, points: 20 },
  { from: 10_000, points: 10 },
]
const deskBands = [
  { from: 4, points: 30 },
  { from: 2, points: 20 },
  { from: 1.5, points: 10 },
]
const pressPoints: Record<PressCoverage, number> = { none: 0, local: 10, national: 20 }

/** The four bands of `publicUptake`, each by itself, so that a page shows each beside its source. */
export function uptakeParts(reading: Reading): UptakePart[] {
  const { deskBaseline, deskQuestions } = reading
  const isWithoutBaseline = deskBaseline === null || deskBaseline <= 0
  const deskPoints = isWithoutBaseline
    ? 0
    : (deskBands.find((band) => deskQuestions >= band.from * deskBaseline)?.points ?? 0)
  const reachPoints = reachBands.find((band) => reading.reachPeople >= band.from)?.points ?? 0
  return [
    { band: 'reach', points: reachPoints, most: 30, isWithoutBaseline: false },
    { band: 'desk', points: deskPoints, most: 30, isWithoutBaseline },
    { band: 'press', points: pressPoints[reading.press], most: 20, isWithoutBaseline: false },
    { band: 'formal', points: reading.hasFormalInquiry ? 20 : 0, most: 20, isWithoutBaseline: false },
  ]
}

/** How far the public has bought the issue, 0 to 100: the sum of the four bands. */
export function uptakeOf(reading: Reading): number {
  return uptakeParts(reading).reduce((sum, part) => sum + part.points, 0)
}

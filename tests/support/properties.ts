import fc from 'fast-check'

/**
 * Properties draw new cases on every run, so that each run can find what no other has. In CI they draw the same ones
 * each time: there a red run must speak of the change it judges. `PROPERTY_RUNS=5000 npm run unit` looks deeper.
 */
fc.configureGlobal({
  ...(process.env.CI === undefined ? {} : { seed: 20_261_125 }),
  ...(process.env.PROPERTY_RUNS === undefined ? {} : { numRuns: Number(process.env.PROPERTY_RUNS) }),
})

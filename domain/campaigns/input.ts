import { z } from 'zod'
import { humanLine, humanText, idSchema, instantSchema, versionSchema } from '../input.ts'

const name = humanLine({ max: 160 })

export const createCampaignInput = z.strictObject({
  unitId: idSchema,
  name,
  narrative: humanText().default(''),
  keyMessages: humanText().default(''),
})

/** Only the fields that were touched, and the version the change started from. */
export const changeCampaignInput = z.strictObject({
  id: idSchema,
  version: versionSchema(),
  name: name.optional(),
  narrative: humanText().optional(),
  keyMessages: humanText().optional(),
  embargoUntil: instantSchema.nullable().optional(),
})

const cursor = z.string().max(200).nullable().default(null)

/** `words`: campaigns whose name holds them all. */
export const listCampaignsInput = z.strictObject({ words: humanText({ max: 200 }).default(''), cursor })
export const campaignPageInput = z.strictObject({ id: idSchema })
export const inCampaignInput = z.strictObject({ campaignId: idSchema, cursor })

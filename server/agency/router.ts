import { setUpInput } from '../../domain/agency/input.ts'
import { asTransport, door, openProcedure, router, window } from '../infrastructure/trpc.ts'
import { addPublic } from './add-public.ts'
import { addUnit } from './add-unit.ts'
import { changeSettings } from './change-settings.ts'
import { changeUnit } from './change-unit.ts'
import { endPublic } from './end-public.ts'
import { endUnit } from './end-unit.ts'
import { firstVisit } from './first-visit.ts'
import { publics } from './publics.ts'
import { renamePublic } from './rename-public.ts'
import { type IntoNewAgency, setUp } from './set-up.ts'
import { settings } from './settings.ts'
import { units } from './units.ts'

/** `into`: what the rooms above this one put into a new agency. */
export function agencyRouter(into: readonly IntoNewAgency[]) {
  return router({
    firstVisit: openProcedure('agency.firstVisit').query(({ ctx }) => asTransport(() => firstVisit(ctx))),
    setUp: openProcedure('agency.setUp')
      .input(setUpInput)
      .mutation(({ ctx, input }) => asTransport(() => setUp(ctx, input, into))),
    settings: window(settings),
    changeSettings: door(changeSettings),
    units: window(units),
    addUnit: door(addUnit),
    changeUnit: door(changeUnit),
    endUnit: door(endUnit),
    publics: window(publics),
    addPublic: door(addPublic),
    renamePublic: door(renamePublic),
    endPublic: door(endPublic),
  })
}

import { create as createCampaign } from '../campaigns/create.ts'
import { addPause } from '../marks/add-pause.ts'
import { delegate } from '../people/delegate.ts'
import { setDuty } from '../people/set-duty.ts'
import type { DemoName } from './cast.ts'
import { playIssue } from './issue.ts'
import { playPast, writeLibrary } from './past.ts'
import { playPlans } from './plans.ts'
import { plotter } from './plot.ts'
import type { Stage } from './stage.ts'
import { playSurroundings } from './surroundings.ts'
import { playTemplates } from './templates.ts'

/** Puts every scene of the demo where its time is. Only what this version can do; later versions add theirs. */
export function writeStory(stage: Stage): void {
  const { on, told, scene, does, cast } = stage
  let campaignId = ''
  scene(on(-30, '09:00'), async () => {
    const made = await does('sekar', createCampaign, {
      unitId: cast.bureauId,
      name: 'Bantuan Renovasi Rumah gelombang II',
      narrative: 'Rumah layak dimulai dari pendaftaran yang mudah, gratis, dan jujur.',
      keyMessages: 'Pendaftaran gratis.\nDaring, dari ponsel sendiri.\nTidak dapat diwakilkan.',
    })
    campaignId = made.id
  })

  scene(on(-6, '08:30'), () =>
    does('andi', addPause, {
      kind: 'election_quiet',
      name: 'pemungutan suara ulang',
      stops: 'promotional',
      scope: 'agency',
      time: { in: 'days', firstDay: stage.day(8), lastDay: stage.day(10) },
    }),
  )

  const shifts = [
    ['nur', 'lead_agent', '07:00', '15:00'],
    ['yohanes', 'agent', '07:00', '15:00'],
    ['made', 'agent', '07:00', '15:00'],
    ['sekar', 'planner', '08:00', '16:00'],
    ['dimas', 'planner', '08:00', '16:00'],
    ['hendra', 'approver', '06:00', '18:00'],
  ] as const
  scene(on(-2, '08:10'), async () => {
    for (const [who, role, from, until] of shifts) {
      const shift = {
        personId: cast.people[who as DemoName],
        role,
        startsAt: told(from),
        endsAt: told(until),
      }
      await does('andi', setDuty, shift)
    }
  })

  scene(on(-1, '08:20'), () =>
    does('lestari', delegate, {
      leaderId: cast.people.ratna,
      delegateId: cast.people.teguh,
      startsAt: told('06:00'),
      endsAt: on(3, '23:59'),
      subjectClasses: ['event', 'greeting', 'information'],
      letterNumber: 'SP-214/KM/2026',
    }),
  )

  const entries = writeLibrary(stage)
  const surroundings = playSurroundings(stage, () => campaignId)
  playTemplates(stage)
  const plan = plotter(stage, { campaignId: () => campaignId, ...surroundings })
  playPast(stage, plan, entries)
  playPlans(stage, plan, entries)
  playIssue(stage, plan, entries)
}

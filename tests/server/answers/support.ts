import { type NewEntry, writeInput } from '../../../domain/answers/input.ts'
import { createInput } from '../../../domain/publications/input.ts'
import type { Objective } from '../../../domain/publications/objectives.ts'
import { confirm } from '../../../server/answers/confirm.ts'
import { search } from '../../../server/answers/search.ts'
import { write } from '../../../server/answers/write.ts'
import { create } from '../../../server/publications/create.ts'
import type { ActingPerson, TestAgency } from '../../support/agency.ts'

/** An entry as the planner writes it; not yet confirmed. */
export function written(
  scene: TestAgency,
  question: string,
  answer: string,
  more: Partial<NewEntry> = {},
  person: ActingPerson = scene.people.planner,
) {
  return person.call(write, writeInput.parse({ question, answer, ...more }))
}

/** An entry that the lead agent has confirmed, so that the desk offers it where it holds. */
export async function approved(
  scene: TestAgency,
  question: string,
  answer: string,
  more: Partial<NewEntry> = {},
) {
  const entry = await written(scene, question, answer, more)
  await scene.people.leadAgent.call(confirm, { entryId: entry.id, wordingSeen: entry.wordingHash })
  return entry
}

/** The questions of what the desk finds, in its order. */
export async function found(person: ActingPerson, words: string) {
  return (await person.look(search, { words })).entries.map((entry) => entry.question)
}

export async function aPublication(
  scene: TestAgency,
  accountIds: string[],
  objective: Objective = 'promote',
): Promise<string> {
  const input = createInput.parse({
    title: 'Pendaftaran dibuka',
    objective,
    subjectClass: 'service_change',
    accountIds,
    time: { kind: 'none' },
  })
  return (await scene.people.planner.call(create, input)).id
}

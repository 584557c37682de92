import type { z } from 'zod'
import { createTemplateInput } from '../../../domain/templates/input.ts'
import type { TestAgency } from '../../support/agency.ts'

/** A service notice of the first unit, on its X account; `given` says what of it is otherwise. */
export function aTemplate(
  agency: TestAgency,
  given: Partial<z.input<typeof createTemplateInput>> = {},
): z.output<typeof createTemplateInput> {
  return createTemplateInput.parse({
    unitId: agency.unit,
    name: 'Pemberitahuan layanan',
    objective: 'protect',
    subjectClass: 'disruption',
    accountIds: [agency.accounts.x],
    mainText: 'Layanan sedang kami perbaiki.',
    keyMessages: ['Data Anda aman.'],
    notToSay: ['Perkiraan selesai yang belum pasti.'],
    summaryPrompt: 'Layanan apa, sejak kapan, dan apa yang dapat dilakukan warga.',
    questions: ['Kapan layanan pulih?', 'Apakah data saya aman?'],
    ...given,
  })
}

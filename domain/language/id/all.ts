import { accounts } from './accounts.ts'
import { agency } from './agency.ts'
import { agenda } from './agenda.ts'
import { answers } from './answers.ts'
import { approvals } from './approvals.ts'
import { briefings } from './briefings.ts'
import { calendar } from './calendar.ts'
import { campaigns } from './campaigns.ts'
import { files } from './files.ts'
import { planImport } from './import.ts'
import { issues } from './issues.ts'
import { mail } from './mail.ts'
import { marks } from './marks.ts'
import { notifications } from './notifications.ts'
import { people } from './people.ts'
import { platforms } from './platforms.ts'
import { publications } from './publications.ts'
import { publishing } from './publishing.ts'
import { readiness } from './readiness.ts'
import { record } from './record.ts'
import { series } from './series.ts'
import { shell } from './shell.ts'
import { templates } from './templates.ts'
import { ui } from './ui.ts'
import { upcoming } from './upcoming.ts'
import { views } from './views.ts'

/** Every Indonesian word, by room. Loaded by the page as one chunk, by the server for mail. */
export const id = {
  platforms,
  calendar,
  readiness,
  agency,
  agenda,
  people,
  shell,
  ui,
  mail,
  notifications,
  accounts,
  marks,
  files,
  campaigns,
  issues,
  import: planImport,
  publications,
  answers,
  approvals,
  publishing,
  record,
  briefings,
  upcoming,
  views,
  series,
  templates,
}

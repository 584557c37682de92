import type { campaigns as indonesian } from '../id/campaigns.ts'
import type { Translation } from '../translation.ts'

export const campaigns: Translation<typeof indonesian> = {
  one: 'Campaign',
  open: 'Open the campaign',
  new: 'New campaign',
  create: 'Create the campaign',
  of: 'Campaign of {{unit}}',
  nameOfNew: 'Name of the new campaign',
  name: 'Name',
  narrative: 'Narrative',
  narrativeHint: 'The story that holds its publications together.',
  keyMessages: 'Key messages',
  keyMessagesHint: 'One message a line.',
  noKeyMessages: 'No key messages yet.',
  noNarrative: 'No narrative yet.',
  change: 'Edit',
  save: 'Save changes',
  briefing: 'Briefing',
  publications: 'Publications',
  newPublication: 'New publication',
  empty: 'No publications in this campaign yet.',
  more: 'Show older ones',
  owner: 'owner {{name}}',
  fields: {
    name: 'Name',
    narrative: 'Narrative',
    keyMessages: 'Key messages',
    embargoUntil: 'Embargo until',
  },
}

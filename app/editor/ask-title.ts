import type { AskAbout } from './editor-host.ts'

/** What a menu or form is called for a screen reader, and as the title of its sheet. */
export const askTitle: Record<AskAbout, string> = {
  type: 'What kind of moment',
  'first-effect': 'The first effect',
  'normal-again': 'Normal again',
  marks: 'Marks of the incident',
  evidence: 'Where is that written?',
  day: 'On which day',
  role: 'What the condition did',
  factors: 'Factors',
  entries: 'Rests on these entries',
  addressed: 'What addresses it',
  causes: 'Causes it addresses',
  team: 'Team',
  strength: 'What the change needs',
  decision: 'What was decided',
  harder: 'What it may make harder',
  progress: 'Due date, tracker and state',
  answer: 'Open or answered',
  entry: 'Which moment it is about',
  'lesson-of': 'Causes and changes behind it',
  more: 'More',
  section: 'This section',
  'add-section': 'Add a section',
}

import type { SectionKind } from './section-kind.ts'

export interface TemplateSection {
  /** Stable name of the section; documents are matched to another template by it. */
  key: string
  kind: SectionKind
  title: string
  prompt: string
  help: string
  required: boolean
}
export interface Template {
  key: string
  name: string
  description: string
  sections: TemplateSection[]
}

const inShort: TemplateSection = {
  key: 'in-short',
  kind: 'prose',
  title: 'In short',
  prompt: 'What would another team need to know, in three sentences?',
  help: 'Who felt it, what allowed it, where it stands now. Easiest written last.',
  required: true,
}
const whatHappened: TemplateSection = {
  key: 'what-happened',
  kind: 'timeline',
  title: 'What happened',
  prompt: 'What was seen, thought, said and done, and where is that written?',
  help: 'Type a time and go on. Begin before the first effect. Keep what was tried without effect. Explanations come further down.',
  required: true,
}
const allowedIt: TemplateSection = {
  key: 'allowed-it',
  kind: 'causes',
  title: 'How our system allowed it',
  prompt: 'What had to be true together for this to happen, stay unseen or last?',
  help: 'Defaults, tools, alerts, load, earlier decisions that made sense. If a sentence ends at a person, go one condition further. Had it been raised before? What stood in the way?',
  required: true,
}
const changing: TemplateSection = {
  key: 'changing',
  kind: 'changes',
  title: 'What we are changing',
  prompt: 'What would help whoever is there next, on a bad day?',
  help: 'Link what it addresses; a team owns it; say what it may make harder. “Not changing this, because …” and “deciding by …” are complete.',
  required: true,
}
const thanks: TemplateSection = {
  key: 'thanks',
  kind: 'thanks',
  title: 'Thanks',
  prompt: 'Who noticed, asked, helped, or decided well while it was unclear?',
  help: 'Say what they did and what it made possible. Ask before naming. A long night is a thing to change, not to praise.',
  required: true,
}
const takeWithUs: TemplateSection = {
  key: 'lessons',
  kind: 'lessons',
  title: 'What we take with us',
  prompt: 'What would a stranger want to know before their next change?',
  help: 'One sentence, true beyond this incident, clear without the rest of the page.',
  required: false,
}

export const standardTemplate: Template = {
  key: 'standard',
  name: 'Standard',
  description: 'Eleven sections, five of them required. For most incidents.',
  sections: [
    inShort,
    {
      key: 'if-again',
      kind: 'prose',
      title: 'If this happens again',
      prompt: 'How would someone recognise it, and what would they try first?',
      help: 'The sign, what brought relief, what made no difference, and how sure we are.',
      required: false,
    },
    {
      key: 'who-felt-it',
      kind: 'prose',
      title: 'Who felt it, and how',
      prompt: 'What could people not do, how many, from when to when?',
      help: 'An estimate with its basis will do. “Nobody felt it” is an answer.',
      required: false,
    },
    whatHappened,
    {
      key: 'accounts',
      kind: 'accounts',
      title: 'How it looked from there',
      prompt: 'What did the situation look like, and what made the next step a sensible one?',
      help: 'Other signals, other work, what usually works. Accounts may differ and stand side by side.',
      required: false,
    },
    allowedIt,
    {
      key: 'what-held',
      kind: 'prose',
      title: 'What held, and where luck helped',
      prompt: 'What kept this from being worse?',
      help: 'Safeguards, habits, a quiet hour. Which of these do we want to be able to count on?',
      required: false,
    },
    changing,
    {
      key: 'unknown',
      kind: 'questions',
      title: 'What we still don’t know',
      prompt: 'What puzzles us, and what would settle it?',
      help: 'A question nobody can answer yet is worth keeping.',
      required: false,
    },
    thanks,
    takeWithUs,
  ],
}

export const lightTemplate: Template = {
  key: 'light',
  name: 'Light',
  description: 'Four fields, three minutes. For short incidents and near misses.',
  sections: [
    { ...inShort, prompt: 'What happened, or nearly did?', help: '“Close, and nobody felt it” counts.' },
    { ...whatHappened, prompt: 'Three to six moments, with times if known.', help: '“About” is fine.' },
    {
      ...allowedIt,
      title: 'What allowed it, and what stopped it',
      prompt: 'What allowed it, and what stopped it?',
      help: 'One condition each, more if you see them.',
    },
    {
      ...changing,
      prompt: 'What changes, or why do things stay as they are?',
      help: 'A change, or why things stay as they are.',
    },
    { ...thanks, prompt: 'Who spoke up, and about what?', help: 'Say what it made possible.', required: false },
    {
      ...takeWithUs,
      title: 'Worth knowing elsewhere',
      prompt: 'What is worth knowing elsewhere?',
      help: 'One sentence for another team.',
    },
  ],
}

export const securityTemplate: Template = {
  key: 'security',
  name: 'Security',
  description: 'Readers first, two times per row, evidence for what is ruled out.',
  sections: [
    {
      key: 'who-may-read',
      kind: 'prose',
      title: 'Who may read this, and until when',
      prompt: 'Which readers, why, and when do we look again?',
      help: 'Applies to search and mail too.',
      required: true,
    },
    inShort,
    {
      key: 'reached',
      kind: 'prose',
      title: 'What was reachable, what was reached',
      prompt: 'What is known, ruled out, not known?',
      help: 'Give the evidence for “ruled out”.',
      required: true,
    },
    { ...whatHappened, prompt: 'When did it occur, and when did we learn it?', help: 'Two times per row.' },
    {
      ...allowedIt,
      prompt: 'Which path was open, and what kept it open?',
      help: 'The intruder is not the explanation.',
    },
    {
      key: 'gave-it-away',
      kind: 'prose',
      title: 'What slowed it or gave it away',
      prompt: 'Which trace or barrier worked?',
      help: 'Name the log, the alert or the question that showed it.',
      required: false,
    },
    changing,
    {
      key: 'who-was-told',
      kind: 'prose',
      title: 'Who was told, and when',
      prompt: 'Whom did we inform, what did we say, what is still owed?',
      help: 'Customers, partners, authorities, the reporter.',
      required: false,
    },
    {
      key: 'unknown',
      kind: 'questions',
      title: 'What we still don’t know',
      prompt: 'What puzzles us, and what would settle it?',
      help: 'A question nobody can answer yet is worth keeping.',
      required: false,
    },
    {
      ...thanks,
      prompt: 'How does the reporter wish to be named?',
      help: 'Ask before naming; a role is thanks too.',
      required: false,
    },
    {
      ...takeWithUs,
      prompt: 'Safe to share outside as written?',
      help: 'One sentence, true beyond this incident, that gives no path away.',
    },
  ],
}

/** The templates every new organisation starts with; they become rows, and are changed there. */
export const builtInTemplates = [standardTemplate, lightTemplate, securityTemplate]

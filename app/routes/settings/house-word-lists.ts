import type { HouseWordList } from '#app/catalogue/house-words.ts'

/** How a list is explained: what goes into it, and a sentence that shows what it changes. */
export interface ExplainedList {
  about: string
  /** A word of the list, as it could be typed. */
  word: string
  /** The sentence, with the phrase that a note is about, or with none where the list takes the note away. */
  sentence: { before: string; phrase: string; after: string }
  says: string
}

/** Tried with the linter in `house-word-lists.test.ts`, so that what the page says is what happens. */
export const explainedLists: Record<HouseWordList, ExplainedList> = {
  roles: {
    about:
      'What people are called here, beyond words like engineer or reviewer. A sentence about a role is read as one about a person.',
    word: 'purser',
    sentence: { before: 'The purser ', phrase: 'failed to', after: ' count the vehicles.' },
    says: 'A note, once “purser” stands here.',
  },
  systems: {
    about:
      'Programs with a name that sounds like a person or a role, beyond your services. What a program did gets no note.',
    word: 'shift planner',
    sentence: { before: 'The shift planner failed to publish the rota.', phrase: '', after: '' },
    says: 'No note, once “shift planner” stands here.',
  },
  twoFaced: {
    about:
      'Nouns that are a program here, unless something near says that a person is meant: on duty, on shift, senior.',
    word: 'pilot',
    sentence: { before: 'The pilot on duty ', phrase: 'failed to', after: ' answer.' },
    says: 'A note, once “pilot” stands here. Without “on duty” there is none.',
  },
  allowed: {
    about:
      'Names and terms that stay as they are, such as a title or a law. A note that touches one of them is not shown.',
    word: 'Careless Talk poster',
    sentence: { before: 'The Careless Talk poster hung at the gate.', phrase: '', after: '' },
    says: 'No note, once the whole name stands here.',
  },
}

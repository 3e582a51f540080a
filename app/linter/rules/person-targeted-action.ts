import { isHuman, kindOf } from '../actors.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { changesOnly } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

export default defineRule({
  id: 'person-targeted-action',
  code: 'B22',
  levels: { ...changesOnly, changes: 'warn', unknown: 'hint' },
  phrases: {
    needs: phrase(
      'needs|need|must|should|has|have|ought',
      maybe('to'),
      maybe('really|also'),
      'learn|understand|improve|know|realise|realize|apologise|apologize|listen|behave|read',
    ),
    needsBe: phrase(
      'needs|need|must|should|has|have',
      maybe('to'),
      'be',
      'trained|retrained|coached|taught|reminded|educated|spoken|told|warned|held|supervised|disciplined|instructed|careful|monitored|encouraged',
    ),
    talkTo: phrase('talk|speak|word|chat|meet|meeting|conversation', 'to|with', gap(4), 'about'),
    review: phrase('performance', 'review|plan|improvement|issue'),
    coach: phrase('coach|mentor|reprimand|warn|supervise|discipline', gap(3)),
    restrict: phrase('revoke|remove|restrict', 'his|her|their', 'access|rights|permissions|credentials'),
  },
  when: counts,

  message: 'This action changes a person, not the system.',
  why: 'The next person there will not have had that conversation.',
  question: 'What would help whoever is there next time?',
  source: 'Google, SRE Workbook, Postmortem Culture: "needs to learn"; Google, SRE: people cannot be fixed',
})

const theirs = words('his her their the')

function counts(hit: Hit): Verdict {
  switch (hit.phrase) {
    case 'review':
      return hit.words.some((_, at) => isHuman(kindOf(hit.reading, at, at, at + 1)))
    case 'restrict':
      return true
    case 'talkTo':
      return (
        single(hit, hit.from + 2, hit.to - 1) && (theirs.has(hit.next) || /ing$/.test(hit.next) || hit.next === 'how')
      )
    case 'coach':
      return hit.from === 0 && single(hit, hit.from + 1, hit.to)
    default: {
      const { subject } = hit.clause()
      return subject.kind !== 'we' && subject.kind !== 'implied' && subject.isHuman
    }
  }
}

function single(hit: Hit, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, hit.words.length); at++) {
    const kind = kindOf(hit.reading, from, at, at + 1)
    if (isHuman(kind) && kind !== 'we' && kind !== 'pronoun') return true
  }
  return false
}

const changes = (text: string) => ({ text, section: 'changes' as const })

export const examples: Examples = {
  flagged: [
    changes('The on-call engineer [needs to learn] the hand-over steps.'),
    changes('The developers [must be trained] in the new screen.'),
    changes('[Talk to the contractor about] his commits.'),
    changes('The release manager [should be reminded] of the freeze.'),
    changes('The reviewers [should read] the whole diff.'),
    changes('The night shift [needs to improve].'),
    changes('[Coach the duty manager] on when to page.'),
    changes('[Revoke his access] to the berths.'),
  ],
  clean: [
    changes('The platform team adds a pre-submit check by 4 June.'),
    changes('Owner: the release manager.'),
    changes('The client must know its own region.'),
    changes('The gate should read the offset from the feed.'),
    changes('Ask the harbour team for a second feed.'),
    changes('Revoke the access of the old key.'),
    changes('The reviewers get a page that shows the whole diff.'),
    changes('Deciding by June whether the second feed stays.'),
  ],
  pairs: [
    [changes('The engineers [should know] the limit.'), changes('The console should know the limit.')],
    [changes('The technician [needs to be supervised].'), changes('The process needs to be supervised by systemd.')],
    [
      changes('[Speak with the lead about] the tone of the mail.'),
      changes('Speak with the lead at the harbour on Monday.'),
    ],
  ],
}

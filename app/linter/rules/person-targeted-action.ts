import type { Hit } from '../hit.ts'
import { possessives } from '../lexica/grammar.ts'
import { phrase } from '../phrases.ts'
import { changesOnly } from '../policy.ts'
import { byOthers, defineRule, type Examples } from '../rule.ts'

export default defineRule({
  id: 'person-targeted-action',
  levels: { ...changesOnly, changes: 'warn', unknown: 'hint' },
  looks: [
    [
      phrase`has|have|must|need|needs|ought|should to? also|really? apologise|apologize|improve|know|learn|listen|read|understand`,
      byOthers,
    ],
    [
      phrase`has|have|must|need|needs|should to? be careful|coached|educated|disciplined|held|reminded|retrained|spoken|supervised|taught|told|trained|warned`,
      byOthers,
    ],
    [
      phrase`chat|meet|speak|talk|word to|with ..4 about`,
      (hit) => hit.someone(hit.from + 2, hit.to - 1) && concernsThem(hit),
    ],
    [phrase`coach|discipline|mentor|reprimand|warn ..3`, (hit) => hit.from === 0 && hit.someone(hit.from + 1, hit.to)],
    [phrase`remove|restrict|revoke her|his|their access|permissions|rights`],
  ],

  message: 'This action changes a person, not the system.',
  why: 'The next person there will not have had that conversation.',
  question: 'What would help whoever is there next time?',
})

function concernsThem({ next }: Hit): boolean {
  return possessives.has(next) || next === 'the' || next === 'how' || next.endsWith('ing')
}

const changes = (text: string) => ({ text, section: 'changes' as const })

export const examples: Examples = {
  code: 'B22',
  source: 'Google, SRE Workbook, Postmortem Culture: "needs to learn"; Google, SRE: people cannot be fixed',
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

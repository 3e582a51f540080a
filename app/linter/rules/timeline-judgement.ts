import { adverb, many, phrase } from '../phrases.ts'
import { everywhere, type Policy } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'

const levels: Policy = { ...everywhere('off'), timeline: 'info' }

export default defineRule({
  id: 'timeline-judgement',
  code: 'B24',
  levels,
  phrases: {
    feeling: phrase('unfortunately|luckily|fortunately|sadly|regrettably|thankfully|surprisingly|embarrassingly'),
    finally: phrase('finally'),
    late: phrase('too', 'late|slow|long'),
    onlyThen: phrase('only', 'then'),
    causing: phrase('caused|causing|led|leading|resulted|resulting', many(adverb)),
    reason: phrase('because|due'),
  },
  when: counts,

  message: 'This line judges or explains; a row of a timeline records.',
  why: 'Explanations are easier to weigh next to each other, under the causes.',
  question: 'What was observed here, by whom, and from which source?',
  source: 'PagerDuty, Postmortem Documentation: the timeline states facts',
})

function counts(hit: Hit): Verdict {
  if (hit.phrase === 'reason')
    return hit.next !== 'date' && !/^(?:perhaps|maybe|possibly|probably)$/.test(hit.previous) && !thinking(hit)
  if (hit.phrase === 'causing') return hit.next !== 'up' && !thinking(hit)
  return true
}

/** What somebody took for the cause at the time is a fact of that moment. */
function thinking(hit: Hit): boolean {
  return hit.words.some((word) =>
    /^(?:thought|assumed|suspected|believed|believe|suspect|think|hypothesis|suspicion|guess|because-of|concluded|took|decide|decided|decision|agree|agreed|tried|chose|assume|seems|could|may|might|not|discover|discovered|discovers|notice|notices|noticed|realise|realised|realize|realized|realization|suggests|suggested|believes|mentioned|found|finds|attempted)$/.test(
      word,
    ),
  )
}

const row = (text: string) => ({ text, section: 'timeline' as const })

export const examples: Examples = {
  flagged: [
    row('14:02 [Unfortunately] the mirror was stale.'),
    row('The page came [too late].'),
    row('[Luckily] the load was low.'),
    row('The gate was [finally] opened.'),
    row('[Only then] the second crew joined.'),
    row('The rename [caused] a queue of 400.'),
    row('The job stopped [because] the key had lapsed.'),
    row('The switch [led] to a second outage.'),
  ],
  clean: [
    row('14:02 The mirror was six hours old.'),
    row('The crew took it for the flaky check because the text was the same.'),
    row('The page came at 14:09.'),
    row('The second crew joined at 14:20.'),
    row('The renewal was set for Monday.'),
    row('We suspected the mirror, because of its age.'),
    row('The gate was opened at 15:10.'),
    { text: 'The job stopped because the key had lapsed.', section: 'causes' },
  ],
  pairs: [
    [row('[Sadly] the copy was old.'), row('The copy was six hours old.')],
    [row('The page came [too slow].'), row('The page came after 9 minutes.')],
    [row('The reload [resulted] in a second queue.'), row('A second queue stood there at 14:30.')],
  ],
}

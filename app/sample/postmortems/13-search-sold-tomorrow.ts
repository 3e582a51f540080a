import { clock, unknownTime } from '../clock.ts'
import { link } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const { exact, about } = clock('2026-11-12', '+01:00', 'Europe/Oslo')

/**
 * A tired first draft, to try the language notes on: everything it says about people is what the notes are for. The
 * facts in it are sound and the story can be told without losing one of them.
 */
export const searchSoldTomorrow: SamplePostmortem = {
  number: 13,
  template: 'standard',
  title: 'Search sold tomorrow at today’s price',
  kind: 'wrong-data',
  severity: null,
  services: ['service-search', 'service-booking'],
  teams: ['team-booking'],
  owner: 'person-haugen',
  zone: 'Europe/Oslo',
  startedAt: '2026-11-12T22:40:00.000Z',
  visibility: 'invited',
  restricted: false,
  invited: { people: ['person-novak'] },
  versions: [],
  sections: {
    'in-short': [
      'On 12 November sailing search showed today’s prices for tomorrow’s boats for most of the day. A developer accidentally merged a cache change that was not properly reviewed. The developer broke pricing for every route. The root cause was the merge.',
      'About 1,400 tickets were sold too cheap. This was an avoidable mistake, and someone should have caught it before lunch. Obviously nobody looked.',
    ],
    'who-felt-it': [
      'Friday’s passengers, who paid 19 instead of 34 euros on average. Finance says roughly 21,000 euros, they are not happy!!',
    ],
    'what-happened': [
      {
        key: 'merge',
        time: exact('09:12'),
        type: 'changed',
        text: 'The developer carelessly merged BOOK-1011 (“shorter cache keys”) without testing it. The reviewer just waved it through.',
        evidence: [link('change request BOOK-1011', 'tickets', 'BOOK-1011')],
      },
      {
        key: 'live',
        time: exact('09:31'),
        type: 'changed',
        milestones: ['first-effect'],
        text: 'Live on all search nodes. The date is no longer part of the cache key, so whoever searches first on a route sets the price for every day.',
      },
      {
        key: 'dashboard',
        time: about('10:15'),
        type: 'seen',
        text: 'Revenue per ticket drops. The on-call ignored the graph because it is “always spiky on Thursdays”.',
      },
      {
        key: 'found',
        time: exact('15:20'),
        type: 'seen',
        milestones: ['first-noticed'],
        text: 'Ticket office at Harrowness asks why tomorrow is cheaper on the phone than at the counter. Should have been noticed hours earlier.',
      },
      {
        key: 'support',
        time: exact('13:05'),
        type: 'said',
        text: 'Support had two callers about odd prices but failed to escalate, as usual.',
      },
      {
        key: 'flush',
        time: exact('15:34'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'Cache flushed. The on-call forgot that it fills again at once, so prices were wrong again after a minute or two.',
      },
      {
        key: 'freeze',
        time: unknownTime('some time after four'),
        type: 'decided',
        text: 'Finance and Booking argue about stopping sales. Nobody wanted to decide.',
      },
      {
        key: 'revert',
        time: exact('17:48'),
        type: 'changed',
        milestones: ['first-relief'],
        text: 'Finally reverted. The on-call neglected to purge node 3. That took down Friday’s prices for another half hour.',
      },
      {
        key: 'normal',
        time: exact('18:22'),
        type: 'seen',
        milestones: ['normal-again'],
        text: 'Prices right on all nodes.',
      },
    ],
    accounts: [
      {
        key: 'oncall',
        from: 'Booking on-call engineer',
        entry: 'dashboard',
        text: 'I should have looked at the graph properly, that one is my fault. There were three other alerts open and the sprint review at eleven.',
      },
    ],
    'allowed-it': [
      {
        key: 'merge',
        role: 'possible',
        text: 'The developer should have known that the key needs the date. If the reviewer had read the diff, this would never have happened. Had anyone looked at the preview, we would have seen it in a minute.',
      },
      {
        key: 'review',
        role: null,
        text: 'Lack of review and poor communication between Booking and Finance. The reviewer did not check the generated files and bypassed the checklist. The Booking team always merges before lunch.',
      },
      {
        key: 'error',
        role: 'possible',
        text: 'The outage was caused by human error during the merge. The developer accidentally left out the date. Nobody verified the cache test, which only covers a single day. In short: operator error.',
      },
      {
        key: 'oncall',
        role: 'hidden',
        text: 'The on-call was not paying attention and did not follow the runbook for price alerts. In hindsight the signs were there from 10:15. The on-call caused the second dip as well.',
      },
      {
        key: 'new',
        role: 'worse',
        text: 'An inexperienced contractor wrote the key function in 2023 and left it undocumented. Sloppy work like this happens when people do not care. The developer is responsible for this outage and the contractor is to blame for the rest.',
      },
    ],
    changing: [
      {
        key: 'remind',
        causes: ['merge'],
        strength: 'weaker',
        team: 'team-booking',
        text: 'Remind all developers to be more careful with cache keys.',
      },
      {
        key: 'train',
        causes: ['review'],
        strength: 'weaker',
        team: 'team-booking',
        text: 'Train reviewers to double-check generated files.',
      },
      {
        key: 'talk',
        causes: ['oncall'],
        strength: null,
        team: null,
        text: 'Talk to the on-call about paying attention to revenue graphs.',
      },
      { key: 'monitoring', strength: null, team: null, text: 'Improve monitoring.' },
    ],
    unknown: [
      { key: 'approved', text: 'Who approved this?' },
      { key: 'why', text: 'Why didn’t the on-call react at 10:15?' },
      {
        key: 'revenue',
        text: 'How could the reviewer miss a changed key in a diff of 40 lines (and 2,300 generated ones)?',
      },
    ],
    thanks: [
      {
        key: 'hero',
        to: 'Booking engineer',
        text: 'Thanks for finally cleaning up after everyone, working until midnight and saving the day.',
      },
    ],
    lessons: [{ key: 'care', text: 'People need to pay attention when they touch caching.', causes: ['merge'] }],
  },
}

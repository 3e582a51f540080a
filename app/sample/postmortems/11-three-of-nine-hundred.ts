import { clock, month } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const { exact, about } = clock('2026-08-19', '+02:00', 'Europe/Oslo')

export const threeOfNineHundred: SamplePostmortem = {
  number: 11,
  template: 'light',
  title: 'A DNS clean-up would have removed 900 records; its dry run showed three',
  kind: 'near-miss',
  severity: 'sev-none',
  services: ['service-edge'],
  teams: ['team-platform', 'team-support'],
  owner: 'person-lindqvist',
  zone: 'Europe/Oslo',
  startedAt: '2026-08-19T12:20:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2026-08-20T13:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'On 19 August 2026 Platform was about to remove DNS records of a website closed in 2023. The dry run listed three of them, all dead for years. The change contained 903, among them the addresses of gates and mail.',
      'A support agent asked in the channel whether the address printed on children’s tickets was one of the old ones. Looking for the answer showed the full list. Nobody felt it.',
    ],
    'what-happened': [
      {
        key: 'tool',
        time: month('2026-04', 'April 2026'),
        type: 'changed',
        text: 'The DNS tool begins to fold long output in the build log: the first three lines, then a line to open the rest. Introduced after complaints about logs of 20,000 lines.',
        evidence: [link('change request EDGE-611', 'tickets', 'EDGE-611')],
      },
      {
        key: 'pattern',
        time: exact('11:20'),
        type: 'done',
        text: [
          {
            runs: [
              'A Platform engineer opens the change, with the pattern ',
              { code: '*old*' },
              '. It means old-shop, old-www and their like, and also matches every name that holds these three letters: “harbour-gold”, “hold”, “threshold”, “household” and all the gates, whose zone is called “fold”.',
            ],
          },
        ],
        evidence: [link('change request EDGE-640', 'tickets', 'EDGE-640')],
      },
      {
        key: 'dry-run',
        time: exact('11:26'),
        type: 'seen',
        text: 'The dry run is green and shows three lines, each as expected. Author and reviewer take them for the list.',
        evidence: [
          snippet(
            'build log of the dry run, as displayed',
            '2026-08-19T12:05:00Z',
            '- old-shop.skerry-line.example  A  (last asked 2023-02)\n- old-www.skerry-line.example   A  (last asked 2023-05)\n- old-cdn.skerry-line.example   CNAME  (last asked 2022-11)\n▸ 900 more lines',
          ),
        ],
      },
      {
        key: 'question',
        time: exact('11:41'),
        type: 'said',
        milestones: ['first-noticed'],
        text: 'The change is announced for 12:00. A support agent asks: “is household one of the old ones? it is printed on the family tickets”.',
        evidence: [
          snippet(
            'chat, changes channel',
            '2026-08-19T12:08:00Z',
            '[11:38] platform-1: removing old-* dns at 12, three dead names, no effect expected\n[11:41] support-days: is household one of the old ones? it is printed on the family tickets\n[11:43] platform-1: should not be, checking',
          ),
        ],
      },
      {
        key: 'opened',
        time: exact('11:47'),
        type: 'seen',
        text: 'The engineer opens the folded line to look for “household”, and finds it, with 899 others.',
      },
      {
        key: 'withdrawn',
        time: about('11:50'),
        type: 'decided',
        text: 'The change is withdrawn. It would have been applied at 12:00 to both name servers, with answers held by others for up to a day.',
      },
    ],
    'allowed-it': [
      {
        key: 'sample',
        role: 'hidden',
        factors: ['misleading-display', 'lost-in-noise'],
        entries: ['tool', 'dry-run'],
        text: 'The log folds at three lines and writes the remainder in grey under the fold. Three plausible lines and a green mark look like a complete answer. Names beginning with “old” come first because the list is sorted by last use.',
      },
      {
        key: 'any-number',
        role: 'possible',
        factors: ['missing-safeguard', 'everything-at-once'],
        entries: ['pattern', 'dry-run'],
        text: 'The tool removes as many records as a pattern matches, 3 or 903, from both servers in one step. Two people read the same folded page, so the review had the same view as the author.',
      },
      {
        key: 'announced',
        role: 'limited',
        factors: [],
        entries: ['question', 'opened'],
        text: 'Changes are announced twenty minutes ahead, in a channel that Support reads, in words and not as a link.',
        noChangeBecause: 'It held. Announcing costs a minute; the time of twenty minutes stays.',
      },
    ],
    changing: [
      {
        key: 'count-first',
        causes: ['sample'],
        strength: 'stronger',
        team: 'team-platform',
        text: 'The dry run begins with its count, by kind and by time of last use, and shows the most recently used names first. The approver types the count.',
        progress: {
          state: 'done',
          dueOn: '2026-09-04',
          trackerUrl: 'https://tickets.skerry-line.example/EDGE-641',
          didItHelp: {
            answer: 'yes',
            on: '2026-11-06',
            text: 'Eleven clean-ups since. In one the count was 14 and the author had expected 12.',
          },
        },
      },
      {
        key: 'in-use',
        causes: ['any-number'],
        strength: 'stronger',
        team: 'team-platform',
        mayMakeHarder: 'A record that a crawler asks for every week cannot be removed until it is marked as retired.',
        text: 'A record that was asked for within 30 days cannot be removed by a pattern, and no change removes more than 20 at once.',
        progress: { state: 'done', dueOn: '2026-09-18', trackerUrl: 'https://tickets.skerry-line.example/EDGE-642' },
      },
    ],
    thanks: [
      {
        key: 'agent',
        to: 'A support agent on the day shift',
        team: 'team-support',
        text: 'For asking about one name on a family ticket, with “I do not know DNS, but” in front of it. That question is the reason why this page is short.',
      },
      {
        key: 'engineer',
        to: 'The Platform engineer',
        team: 'team-platform',
        text: 'For looking before answering, with 13 minutes to go, and for writing this up the same day.',
      },
    ],
    lessons: [
      {
        key: 'sample',
        text: 'A sample says nothing of the rest: a dry run should begin with its count and with whatever is in use.',
        causes: ['sample'],
        changes: ['count-first'],
      },
      {
        key: 'announce',
        text: 'Announce a change in words to people who do not know the system; they ask about the thing they can see.',
        causes: ['announced'],
      },
    ],
  },
}

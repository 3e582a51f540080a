import { clock, month } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const { exact, about, between } = clock('2026-03-31', '+02:00', 'Europe/Oslo')

export const stormFallback: SamplePostmortem = {
  number: 7,
  template: 'standard',
  title: 'Two harbours ran five hours of a storm on displays set by hand',
  kind: 'success',
  severity: 'sev-3',
  services: ['service-displays', 'service-timetable'],
  teams: ['team-harbour', 'team-timetable', 'team-support'],
  owner: 'person-vestergaard',
  zone: 'Europe/Oslo',
  startedAt: '2026-04-01T07:30:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2026-04-08T11:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'On 31 March 2026 a storm took both data links to Brannoy and Outer Skerry for five hours and six minutes. Harbour staff set the displays by hand, with the button that came out of PM-6 and had been practised four weeks before.',
      '41 of 43 sailings and cancellations stood on the boards within five minutes of being decided. Two did not, and both show what the practice left out.',
      'We write this up because it went well, and because we would like to know which parts of that were design.',
    ],
    'if-again': [
      'The sign: both harbours’ displays show “no news since”, and the little tower beside the clock turns grey. That is the fallback speaking, not a defect.',
      {
        list: [
          'Press “set by hand” at the harbour. It works without any link; the mode ends by itself after four hours and asks to be renewed at three and a half.',
          'Ring the other harbour every half hour and read the boards to each other. That routine relieved most.',
          'Made no difference: waiting for the second link. It hangs on the same mast.',
        ],
      },
    ],
    'who-felt-it': [
      'About 1,350 people passed through the two harbours that day (gate counts). 17 of 43 sailings were cancelled for the storm itself. For two of the others, about 60 people stood at a board that was wrong, for 12 and for 19 minutes.',
      'The support desk had 140 calls, against 610 in the storm of January 2024 with fewer passengers. We think the boards explain most of that, but in 2024 the roads were closed as well.',
    ],
    'what-happened': [
      {
        key: 'button',
        time: month('2026-02', 'February 2026'),
        type: 'changed',
        text: 'After PM-6 each harbour gets a button “set sailings by hand”, running on the harbour’s own network.',
        evidence: [link('ticket HARB-431', 'tickets', 'HARB-431')],
      },
      {
        key: 'practice',
        time: month('2026-03', '3 March 2026'),
        type: 'done',
        text: 'First practice: six people, 40 minutes, a dry afternoon. The mode could be entered in two minutes and nobody found the way out; the exit is then moved to the first screen.',
        evidence: [link('practice notes', 'docs', 'harbour/practice-2026-03-03')],
      },
      {
        key: 'links',
        time: exact('13:22'),
        type: 'seen',
        milestones: ['first-effect', 'first-noticed'],
        text: 'Both links to the outer islands fall silent within a second of each other. Displays change to “no news since 13:22”, as built.',
        evidence: [link('link monitor', 'graphs', 'links/outer?from=2026-03-31T13:00')],
      },
      {
        key: 'second-link',
        time: exact('13:24'),
        type: 'thought',
        text: 'Brannoy’s office expects the second link within a minute. The drawing shows two links from two providers.',
      },
      {
        key: 'waited',
        time: exact('13:31'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'Harbour on-call restarts the link router by text message. No change.',
        evidence: [link('router log', 'logs', 'router/brannoy/2026-03-31')],
      },
      {
        key: 'by-hand',
        time: exact('13:36'),
        type: 'decided',
        milestones: ['first-relief'],
        text: 'The harbour duty manager decides to go by hand at both harbours. Brannoy has its boards right at 13:38, Outer Skerry at 13:41.',
        evidence: [
          snippet(
            'harbour log, typed at Brannoy',
            '2026-03-31T17:10:00Z',
            '13:36 duty mgr: by hand y/n? y. not waiting for link 2\n13:38 boards checked from outside, wet but right\n13:41 OS says same',
          ),
        ],
      },
      {
        key: 'half-hour',
        time: about('14:00'),
        type: 'done',
        text: 'The two offices begin to ring each other every half hour and read out their boards. It is not in the instructions.',
      },
      {
        key: 'power',
        time: exact('15:12'),
        type: 'seen',
        text: 'Mains at Outer Skerry fail. The office goes on from its battery; the display over ramp 2 does not, and shows its last picture, “16:10 on time”.',
      },
      {
        key: 'ramp-2',
        time: between('15:50', '16:09'),
        type: 'seen',
        text: 'The 16:10 is cancelled. Some 25 people wait at ramp 2 until a gate host walks over.',
      },
      {
        key: 'withdrawn',
        time: exact('16:31'),
        type: 'done',
        text: 'Two cancellations entered for Tvinhavn’s side are withdrawn within the five minutes that PM-2 introduced: the wind turns and the freight boat takes the passengers.',
        evidence: [link('message queue audit', 'queues', 'messages/2026-03-31')],
      },
      {
        key: 'renew',
        time: exact('17:36'),
        type: 'seen',
        text: 'By-hand mode ends at Brannoy after four hours. The question at 17:06 whether to renew it had appeared on the office screen while everyone was on the quay. Boards go back to “no news”.',
      },
      {
        key: 'renewed',
        time: exact('17:48'),
        type: 'done',
        text: 'A gate host reads “no news” aloud on the radio. The mode is set again.',
        evidence: [link('port radio log', 'harbour', 'radio/2026-03-31')],
      },
      {
        key: 'back',
        time: exact('18:28'),
        type: 'seen',
        milestones: ['normal-again'],
        text: 'Both links return. The harbours compare their boards with the timetable line by line, then leave by-hand mode at 18:40.',
        evidence: [link('link monitor', 'graphs', 'links/outer?from=2026-03-31T18:00')],
      },
    ],
    accounts: [
      {
        key: 'manager',
        from: 'Harbour duty manager',
        entry: 'by-hand',
        text: 'At the practice I learned that going by hand costs two minutes and coming back costs ten. With that price in my head it was an easy decision to take early. Without it I would have waited for the second link, as the drawing invites one to.',
      },
      {
        key: 'host',
        from: 'Gate host, Outer Skerry',
        entry: 'ramp-2',
        text: 'The board at ramp 2 looked alive. It had a time, a boat, “on time”. In the practice all boards went dark together when we pulled the plug; nobody had told us one could stay on and stop.',
      },
    ],
    'allowed-it': [
      {
        key: 'one-mast',
        role: 'possible',
        factors: ['shared-dependency'],
        entries: ['links', 'second-link'],
        text: 'Two providers serve the outer islands over two links, and both links leave from one mast on Brannoy hill. The drawing shows companies, not places.',
      },
      {
        key: 'frozen-board',
        role: 'hidden',
        factors: ['misleading-display', 'test-world-differs'],
        entries: ['power', 'ramp-2'],
        text: 'The display over ramp 2 keeps its last picture without mains, because its panel is of another make. In the practice, power was taken from the whole office at once, and that panel’s fuse was in the same box.',
      },
      {
        key: 'expiry',
        role: 'worse',
        factors: ['time-and-expiry', 'misleading-display'],
        entries: ['renew', 'renewed'],
        text: 'By-hand mode ends after four hours so that it cannot stay on overnight. Its question appears in the office. In a storm nobody is in the office.',
      },
      {
        key: 'button-works',
        role: 'limited',
        factors: [],
        entries: ['button', 'by-hand'],
        text: 'A button that needs no link, no engineer and no approval, and boards that say “no news since” when they know nothing. Both came from PM-6.',
        noChangeBecause: 'This is what we want to keep.',
      },
      {
        key: 'known-price',
        role: 'limited',
        factors: [],
        entries: ['practice', 'by-hand'],
        text: 'The practice gave the decision a price: two minutes in, ten out. It was taken 14 minutes after the links fell, in January 2024 after 95.',
        noChangeBecause: 'Quarterly practice stays, and costs about 30 working hours a year.',
      },
    ],
    'what-held': [
      'The button, the honest board, the practice, and the half-hourly reading of boards, which two offices invented at 14:00 and which found one typing error.',
      'Luck: mains failed at one harbour only, and the storm came in daylight with a full shift.',
    ],
    changing: [
      {
        key: 'satellite',
        causes: ['one-mast'],
        strength: 'stronger',
        team: 'team-harbour',
        mayMakeHarder: 'A third contract, and a link that is narrower than the others: camera pictures will not fit.',
        text: 'A satellite link for the outer islands that shares no mast, no power and no provider with the other two.',
        progress: {
          state: 'in_progress',
          dueOn: '2026-12-11',
          trackerUrl: 'https://tickets.skerry-line.example/HARB-450',
        },
      },
      {
        key: 'dark',
        causes: ['frozen-board'],
        strength: 'stronger',
        team: 'team-harbour',
        text: 'Every panel goes dark when it has not been told anything for three minutes. The panel over ramp 2 is exchanged for one that can.',
        progress: { state: 'done', dueOn: '2026-06-26', trackerUrl: 'https://tickets.skerry-line.example/HARB-451' },
      },
      {
        key: 'ask-outside',
        causes: ['expiry'],
        strength: 'intermediate',
        team: 'team-harbour',
        text: 'The question whether to go on by hand appears on the boards’ lower edge and on handhelds, where people are.',
        progress: { state: 'done', dueOn: '2026-05-29', trackerUrl: 'https://tickets.skerry-line.example/HARB-452' },
      },
      {
        key: 'half-hour',
        causes: ['known-price'],
        strength: 'intermediate',
        team: 'team-harbour',
        text: 'The half-hourly reading of boards becomes part of the by-hand screen, which shows when the next call is due.',
        progress: { state: 'done', dueOn: '2026-05-29', trackerUrl: 'https://tickets.skerry-line.example/HARB-453' },
      },
      {
        key: 'no-expiry',
        causes: ['expiry'],
        strength: 'stronger',
        team: 'team-harbour',
        decision: 'not-doing',
        because: 'A board left in by-hand mode overnight would show yesterday’s sailings with full confidence (PM-3).',
        text: 'Let by-hand mode run without an end.',
      },
    ],
    unknown: [
      {
        key: 'calls',
        text: 'How much of the fall in calls, 610 to 140, is due to the boards? Support will note the reason for calling in the next storm.',
      },
      {
        key: 'night',
        text: 'Would it have gone the same way with the night shift of two? A practice at 22:00 is planned for the autumn.',
        answer:
          'Practised on 14 October 2026: nine minutes for both harbours, the half-hourly calls were dropped after two rounds.',
      },
    ],
    thanks: [
      {
        key: 'offices',
        to: 'The offices at Brannoy and Outer Skerry',
        team: 'team-harbour',
        text: 'For inventing the half-hourly call and for writing down that it was their own idea, with the typing error it found.',
      },
      {
        key: 'pm6',
        to: 'Those who wrote PM-6',
        team: 'team-timetable',
        text: 'For including that approving from a phone felt uneasy. The button exists because that sentence did.',
      },
      {
        key: 'radio',
        to: 'The gate host on the radio at 17:48',
        text: 'For reading “no news” aloud instead of working round it.',
      },
    ],
    lessons: [
      {
        key: 'button-date',
        text: 'Give a fallback a button and a date: one that is pressed every quarter is chosen early when it counts.',
        causes: ['known-price', 'button-works'],
      },
      {
        key: 'places',
        text: 'Draw spare links by the places they pass through, not by the companies that sell them.',
        causes: ['one-mast'],
        changes: ['satellite'],
      },
      {
        key: 'dark',
        text: 'A screen that has not been told anything should go dark or say so, since a frozen one looks like a promise.',
        causes: ['frozen-board'],
        changes: ['dark'],
      },
      {
        key: 'pull-separately',
        text: 'In a practice, take things away one at a time and not all together, because half a failure looks different from a whole one.',
        causes: ['frozen-board'],
      },
    ],
  },
}

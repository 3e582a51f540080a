import { clock, month } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const { exact, about } = clock('2025-11-19', '+01:00', 'Europe/Oslo')

export const yesterdaysPassengers: SamplePostmortem = {
  number: 3,
  template: 'light',
  title: 'The gate’s offline passenger list was yesterday’s',
  kind: 'near-miss',
  severity: 'sev-none',
  services: ['service-gates'],
  teams: ['team-harbour'],
  owner: 'person-vestergaard',
  zone: 'Europe/Oslo',
  startedAt: '2025-11-19T11:20:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2025-11-21T09:30:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'On 19 November 2025 the handhelds at Outer Skerry lost the network and opened their offline passenger list. The list was Tuesday’s, shown under Wednesday’s sailing. A gate host met a school group on it that had gone home the day before.',
      'Close, and nobody felt it beyond 23 minutes on the quay. Had Sandpiper sailed with that list, a rescue would have looked for 31 pupils who were not aboard.',
    ],
    'what-happened': [
      {
        key: 'new-image',
        time: month('2025-10', 'October 2025'),
        type: 'changed',
        text: 'Handhelds get a new system image. The nightly job goes on writing lists to the old folder, which still exists; the gate program reads the new one. Each night the job reports success.',
        evidence: [link('job log', 'jobs', 'gate-lists/2025-10')],
      },
      {
        key: 'offline',
        time: about('07:20'),
        type: 'seen',
        milestones: ['first-effect'],
        text: 'The mast at Outer Skerry loses its link. Handhelds switch to the offline list, copied by hand on Tuesday during a visit by Harbour Systems.',
      },
      {
        key: 'missing',
        time: exact('07:24'),
        type: 'seen',
        milestones: ['first-noticed'],
        text: 'Nine of the first twelve passengers are “not on list”. The gate host first takes them for late bookers, as on most Wednesdays, then sees “Kelpmouth School, 31” still waiting to board.',
        evidence: [
          snippet(
            'handheld 4, screen photo described by the gate host',
            '2025-11-19T12:10:00Z',
            'Wed 19 Nov 07:45 Outer Skerry – Tvinhavn\n96 booked · 0 boarded\nKelpmouth School (31) …',
          ),
        ],
      },
      {
        key: 'held',
        time: exact('07:29'),
        type: 'decided',
        milestones: ['first-relief'],
        text: 'Host and master agree to hold the boat. Boarding goes on by clicker, names are written on paper.',
      },
      {
        key: 'sailed',
        time: exact('07:52'),
        type: 'done',
        text: 'Sandpiper sails with 74 people, counted twice, and the paper list aboard. The link came back some time before noon; we have no time for it.',
        evidence: [link('departure report', 'harbour', 'departures/2025-11-19')],
      },
    ],
    'allowed-it': [
      {
        key: 'written-not-read',
        role: 'possible',
        factors: ['hidden-coupling', 'no-signal'],
        entries: ['new-image', 'offline'],
        text: 'The nightly job succeeds when a list has been written. Whether any handheld can read it is not part of the job, so 28 nights of green said nothing about the copy in use.',
      },
      {
        key: 'ageless',
        role: 'hidden',
        factors: ['misleading-display'],
        entries: ['missing'],
        text: 'The screen takes route and time from its clock and the names from the list. Wednesday’s heading stood over Tuesday’s names, and the age of the list was on no screen.',
      },
      {
        key: 'clicker',
        role: 'limited',
        factors: [],
        entries: ['held', 'sailed'],
        text: 'Gate hosts count with a clicker whatever the handheld says, and a master does not let go until list and clicker agree. The rule is older than any of our software.',
        noChangeBecause: 'It held. We leave it as it is, and have asked for it to stay when gates are renewed in 2027.',
      },
    ],
    changing: [
      {
        key: 'age-first',
        causes: ['ageless'],
        strength: 'stronger',
        team: 'team-harbour',
        mayMakeHarder: 'On a day without a link, from six hours on, every boarding needs a second person.',
        text: 'The handheld shows the age of its list above the names, in letters of the same size. A list older than six hours opens only when two hosts confirm it.',
        progress: {
          state: 'done',
          dueOn: '2026-01-30',
          trackerUrl: 'https://tickets.skerry-line.example/HARB-402',
          didItHelp: {
            answer: 'yes',
            on: '2026-04-24',
            text: 'In April 2026 a list that was twelve names short was noticed at the gate by its age line: PM-8.',
          },
        },
      },
      {
        key: 'read-back',
        causes: ['written-not-read'],
        strength: 'stronger',
        team: 'team-harbour',
        text: 'The job reports success when every handheld has read the list and returned its count of names.',
        progress: { state: 'done', dueOn: '2025-12-05', trackerUrl: 'https://tickets.skerry-line.example/HARB-403' },
      },
    ],
    thanks: [
      {
        key: 'host',
        to: 'The gate host at Outer Skerry',
        text: 'For saying aloud that a school was on the list and not on the quay, with 40 people waiting in the rain.',
      },
    ],
    lessons: [
      {
        key: 'age',
        text: 'A copy must show its age before its content.',
        causes: ['ageless'],
        changes: ['age-first'],
      },
      {
        key: 'read-back',
        text: 'A copy has arrived when its reader can read it back, not when its writer has written it.',
        causes: ['written-not-read'],
        changes: ['read-back'],
      },
    ],
  },
}

import { clock, month, season } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const zone = 'Europe/Oslo'
const monday = clock('2026-06-08', '+02:00', zone)
const tuesday = clock('2026-06-09', '+02:00', zone)
const wednesday = clock('2026-06-10', '+02:00', zone)

export const crewIdsAsDates: SamplePostmortem = {
  number: 9,
  template: 'standard',
  title: 'The rota import read crew numbers as dates, and phone calls kept the boats crewed',
  kind: 'wrong-data',
  severity: 'sev-3',
  services: ['service-rota'],
  teams: ['team-crew', 'team-harbour'],
  owner: 'person-tanaka',
  zone,
  startedAt: '2026-06-10T06:50:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2026-06-22T10:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'On 8 June 2026 the monthly import of agency crew read 14 of 212 crew numbers as dates: number 3-11 became 3 November. The rota for the next two days showed 14 empty places on seven boats.',
      'Every boat sailed with full crew. The crew planners ring each person the evening before, from a paper list, and had done so for six years. The list was right, the rota was not, and the rota’s makers did not know of the list.',
      'The import now refuses what it cannot read. The phone list stays, and has become the description of what the rota lacks.',
    ],
    'if-again': [
      'The sign: empty places for agency crew the morning after an import, and a planner who says “but I spoke to him yesterday”.',
      {
        list: [
          'Trust the paper list for the next two days; it is on the planners’ wall.',
          'Put the last import back from the rota’s history (about four minutes). That brought relief.',
          'Made no difference: importing the same file again, with or without its header line.',
        ],
      },
    ],
    'who-felt-it': [
      'No passenger and no sailing. Three crew planners made 61 calls on the Tuesday instead of the usual 25 or so (their tally), and began their shift two hours early on Wednesday.',
      'Six crew members saw themselves taken off a shift in their own app, two of them on a day with higher pay. All were paid as planned.',
    ],
    'what-happened': [
      {
        key: 'phone-list',
        time: season('2020-03', 'spring 2020'),
        type: 'changed',
        text: 'Crew planners begin to ring everybody the evening before, to hear who is well. They go on with it afterwards, as it shows changes that the rota learns of days later.',
      },
      {
        key: 'agency-format',
        time: month('2025-08', 'August 2025'),
        type: 'changed',
        text: [
          {
            runs: [
              'The agency renumbers its people by group: ',
              { code: '3-11' },
              ' is number 11 of group 3. Until now numbers had six digits.',
            ],
          },
        ],
        evidence: [link('agency letter', 'docs', 'crew/agency-2025-08')],
      },
      {
        key: 'raised',
        time: month('2026-02', 'February 2026'),
        type: 'said',
        text: 'A crew planner reports in CREW-41 that “some agency people come out as dates”. Two that month, corrected by hand. The team of two is at work on the new rest-hours law, due 1 May.',
        evidence: [link('ticket CREW-41', 'tickets', 'CREW-41')],
      },
      {
        key: 'import',
        time: monday.exact('17:30'),
        type: 'done',
        milestones: ['first-effect'],
        text: 'The June file is imported, 212 rows. The import reports 198 people and “14 notes”.',
        evidence: [
          snippet(
            'import report',
            '2026-06-10T07:00:00Z',
            'rows 212 · people 198 · notes 14\nnote: row 17 person "2026-11-03" not found, place left open\nnote: row 18 person "2026-12-03" not found, place left open',
          ),
        ],
      },
      {
        key: 'notes',
        time: monday.about('17:35'),
        type: 'thought',
        text: 'The planner on duty takes the notes for people who have left the agency. May had nine of those, all correct.',
      },
      {
        key: 'app',
        time: monday.between('18:00', '22:00'),
        type: 'seen',
        text: 'The crew app tells six people that a shift is no longer theirs. Two ring the planners’ office and hear that the paper list still has them.',
      },
      {
        key: 'gaps',
        time: tuesday.exact('08:10'),
        type: 'seen',
        milestones: ['first-noticed'],
        text: 'A planner opens Wednesday in the rota and sees 14 empty places, on seven boats.',
        evidence: [link('rota history', 'rota', 'history/2026-06-09')],
      },
      {
        key: 'again',
        time: tuesday.exact('08:40'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'The file is imported a second time, then without its header line. 14 notes each time.',
        evidence: [link('import log', 'rota', 'imports')],
      },
      {
        key: 'list',
        time: tuesday.exact('09:15'),
        type: 'decided',
        text: 'The planners decide to work from the paper list for Tuesday and Wednesday and to ring everyone on it, crew and masters.',
      },
      {
        key: 'calls',
        time: tuesday.between('09:30', '19:00'),
        type: 'done',
        text: '61 calls. All 14 people confirm. Masters are told not to read the rota for these two days.',
        evidence: [link('photo of the paper list, names covered', 'vault', 'pm-9/list')],
      },
      {
        key: 'third',
        time: tuesday.exact('14:20'),
        type: 'seen',
        text: 'A Crew Systems engineer, back from leave, opens the file in a text editor: the numbers are there as 3-11. In the rota’s import preview they are dates.',
      },
      {
        key: 'restored',
        time: tuesday.exact('15:05'),
        type: 'changed',
        milestones: ['first-relief'],
        text: 'The rota goes back to its state before the import. The 14 places are entered by hand from the paper list.',
        evidence: [link('rota history', 'rota', 'history/2026-06-09')],
      },
      {
        key: 'normal',
        time: wednesday.exact('11:00'),
        type: 'done',
        milestones: ['normal-again'],
        text: 'The June file is imported with the column marked as text. 212 rows, 212 people, compared with the paper list name by name.',
      },
    ],
    accounts: [
      {
        key: 'planner',
        from: 'Crew planner',
        entry: 'calls',
        text: 'People ask why we ring. The rota says who is planned; the phone says who is coming. On an ordinary evening two or three answers differ: a child is ill, a train is late, somebody swapped and told the mate. We write it on the list, and the rota gets it on Friday. On that Tuesday the list was all we had, and it was enough.',
      },
      {
        key: 'engineer',
        from: 'Crew Systems engineer',
        entry: 'raised',
        text: 'I read CREW-41 the week it came in. Two people in a month, corrected by hand, against a law with a date and a fine. I put it after the law, and told the planners so. I believed the rota was what boats are crewed from. In six years nobody had a reason to show me the wall.',
      },
      {
        key: 'without-name',
        from: 'Without a name',
        entry: 'raised',
        text: 'We stopped opening tickets in spring. Not from anger, there are two of them and they were working evenings already. You do not hand a third bucket to somebody who carries two. Maybe that should be known as well.',
      },
    ],
    'allowed-it': [
      {
        key: 'guessing',
        role: 'possible',
        factors: ['unsafe-default', 'automation-surprise'],
        entries: ['agency-format', 'import', 'third'],
        text: 'The import guesses the kind of each cell by itself. 3-11 can be a date and becomes one; 3-47 cannot and stays. So it met 14 rows of 212, those whose second number is 12 or less.',
      },
      {
        key: 'notes',
        role: 'hidden',
        factors: ['lost-in-noise', 'misleading-display'],
        entries: ['import', 'notes'],
        text: 'An unreadable person is reported as a “note”, in the same list as a person who has left. Both leave a place open. In May nine notes had been harmless.',
      },
      {
        key: 'no-room',
        role: 'possible',
        factors: ['no-room-to-act', 'competing-goals'],
        entries: ['raised'],
        text: 'It was known since February. Crew Systems is two engineers, and the rest-hours law had a date and a fine. There is no rule for what happens to a ticket that is right and has to wait; it became a weekly correction by hand.',
      },
      {
        key: 'two-rotas',
        role: 'hidden',
        factors: ['practice-differs', 'knowledge-in-one-place'],
        entries: ['phone-list', 'app'],
        text: 'Boats are crewed from a paper list, and the rota is corrected from it on Fridays. Because the list catches every gap, gaps in the rota had no effect that a screen could show.',
      },
      {
        key: 'list-held',
        role: 'limited',
        factors: [],
        entries: ['list', 'calls'],
        text: 'The evening calls. They cost about 90 minutes a day and hold what the rota cannot: who is ill, who swapped, who is on the late train.',
        noChangeBecause:
          'The calls stay until the rota can do what they do. Replacing them sooner would take away what held.',
      },
    ],
    'what-held': [
      'The paper list and three people who have rung through it every evening for six years. We counted on it without knowing. It has no substitute when two of the three are ill, and that is the part we want to change.',
      'No luck was needed this time, which is worth saying.',
    ],
    changing: [
      {
        key: 'declared',
        causes: ['guessing'],
        strength: 'stronger',
        team: 'team-crew',
        mayMakeHarder: 'A new agency column stops the import until somebody has said what it is.',
        text: 'Each column of an import has a declared kind. A cell that does not fit stops the whole import, with row and value, before anything is written.',
        progress: {
          state: 'done',
          dueOn: '2026-07-10',
          trackerUrl: 'https://tickets.skerry-line.example/CREW-58',
          didItHelp: {
            answer: 'yes',
            on: '2026-10-08',
            text: 'Stopped the October file: the agency had added a column. Settled in 20 minutes, nothing written.',
          },
        },
      },
      {
        key: 'open-places',
        causes: ['notes'],
        strength: 'intermediate',
        team: 'team-crew',
        text: 'An import that opens more than three places compared with the day before shows them, boat by boat, and asks.',
        progress: { state: 'done', dueOn: '2026-07-10', trackerUrl: 'https://tickets.skerry-line.example/CREW-59' },
      },
      {
        key: 'wall',
        causes: ['two-rotas'],
        strength: 'intermediate',
        team: 'team-crew',
        text: 'Crew Systems spends two evenings a month beside the planners. What the list knows and the rota does not is kept as a list of its own: nine entries so far.',
        progress: {
          state: 'in_progress',
          dueOn: '2026-12-31',
          trackerUrl: 'https://tickets.skerry-line.example/CREW-60',
          didItHelp: {
            answer: 'yes',
            on: '2026-10-20',
            text: 'Four of the nine are in the rota by now; the first was a swap that the mate can enter.',
          },
        },
      },
      {
        key: 'waiting',
        causes: ['no-room'],
        strength: 'intermediate',
        team: 'team-crew',
        mayMakeHarder: 'The law’s next stage moves by about three weeks.',
        text: 'A third engineer for twelve months, and one day a week that belongs to tickets from planners. Signed by the head of engineering on 16 June.',
        progress: { state: 'done', dueOn: '2026-09-01' },
      },
      {
        key: 'second-list',
        causes: ['list-held'],
        strength: 'weaker',
        team: 'team-crew',
        text: 'A photo of the list is sent to the harbour office each evening, until the rota holds what is on it.',
        progress: { state: 'done', dueOn: '2026-06-15' },
      },
    ],
    unknown: [
      {
        key: 'since',
        text: 'How many places were corrected by hand between August 2025 and June? The paper lists are thrown away after a week.',
      },
      {
        key: 'others',
        text: 'Which other teams have a wall? We asked at the July meeting of teams.',
        answer:
          'Five answered with one: berths at Harrowness, lost luggage, two at Payments, and the on-call swaps of Platform.',
      },
    ],
    thanks: [
      {
        key: 'planners',
        to: 'The crew planners',
        team: 'team-crew',
        text: 'For six years of evening calls, and for letting us sit beside them and ask why.',
      },
      {
        key: 'two-callers',
        to: 'The two crew members who rang on Monday evening',
        text: 'For asking whether the app was right about their shift.',
      },
      {
        key: 'unnamed',
        to: 'Whoever wrote about the two buckets',
        text: 'For saying why tickets had stopped. The third engineer is here because of those four sentences.',
      },
    ],
    lessons: [
      {
        key: 'workaround',
        text: 'Before replacing a workaround learn what it knows; it has often become the real system.',
        causes: ['two-rotas', 'list-held'],
        changes: ['wall'],
      },
      {
        key: 'guess',
        text: 'An import that guesses will be wrong for the few rows that look like something else, so declare each column and stop at the first misfit.',
        causes: ['guessing'],
        changes: ['declared'],
      },
      {
        key: 'quiet',
        text: 'When reports from the people beside a system grow fewer, ask whether it got better or whether they stopped writing.',
        causes: ['no-room'],
        changes: ['waiting'],
      },
      {
        key: 'hidden-repair',
        text: 'A gap that people close by hand every day is invisible to every dashboard, and open on the day they are ill.',
        causes: ['two-rotas'],
      },
    ],
  },
}

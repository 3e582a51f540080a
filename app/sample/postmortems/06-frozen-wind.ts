import { clock, month, season, unknownTime } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const { exact, about, between } = clock('2026-02-09', '+01:00', 'Europe/Oslo')

export const frozenWind: SamplePostmortem = {
  number: 6,
  template: 'standard',
  title: 'Nine sailings cancelled in calm weather by a wind value that had stopped',
  kind: 'outage',
  severity: 'sev-2',
  services: ['service-weather', 'service-timetable', 'service-displays'],
  teams: ['team-timetable', 'team-harbour'],
  owner: 'person-rautio',
  zone: 'Europe/Oslo',
  startedAt: '2026-02-09T15:45:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2026-02-18T12:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'On Monday 9 February 2026 the Brannoy route lost nine sailings to a wind of 14.8 metres a second that was not blowing. The station’s last reading had frozen in the night and was sent on every minute, each time with a new timestamp.',
      'About 430 passengers travelled later or not at all. Masters could see a flat sea; nobody at the harbour could put a sailing back on the displays.',
      'Values that do not move now count as missing, and a harbour can set its sailings by hand with a button that is practised.',
    ],
    'if-again': [
      'The sign: a wind or wave value that is the same to the last digit for more than ten minutes. Real wind at Brannoy has never repeated to a tenth for longer than four. Second sign: a master who reports other weather than the screen.',
      {
        list: [
          'Use “set by hand” on the harbour’s page. It overrides the feed for four hours.',
          'Then look at the station’s own page, not at our graph of it.',
          'Made no difference: restarting our feed reader, and asking the station’s status page, which was green because the relay answered.',
        ],
      },
    ],
    'who-felt-it': [
      'Nine of 22 sailings between Brannoy and Tvinhavn, from 06:40 to 11:55. 432 people had booked them; 287 travelled in the afternoon, 145 did not travel that day (gate records). Two hospital appointments that we know of were moved.',
      'Freight was not affected, the larger boat sails up to 18 metres a second.',
    ],
    'what-happened': [
      {
        key: 'advice',
        time: season('2024-03', 'spring 2024'),
        type: 'changed',
        text: 'Weather advice begins to cancel by itself: above 14 metres a second for 20 minutes, small boats stay in. Before, a duty planner read the value and called the master.',
        evidence: [link('design note TT-64', 'tickets', 'TT-64')],
      },
      {
        key: 'relay',
        time: month('2025-11', 'November 2025'),
        type: 'changed',
        text: 'The meteorological service puts a relay in front of its stations. Messages now carry the time of sending. Announced in a bulletin of 40 pages.',
        evidence: [link('bulletin, page 31', 'docs', 'weather/bulletin-2025-11')],
      },
      {
        key: 'frozen',
        time: unknownTime('in the night, after the squall'),
        type: 'seen',
        text: 'The sensor at Brannoy stops. Its last value, 14.8, stays in the relay. The squall passed between 01:00 and 03:00; the station keeps no log of its own.',
      },
      {
        key: 'first-cancel',
        time: exact('06:20'),
        type: 'seen',
        milestones: ['first-effect'],
        text: 'The advice cancels the 06:40 from Brannoy. Displays and messages follow within a minute.',
        evidence: [link('advice log', 'timetable', 'advice/2026-02-09')],
      },
      {
        key: 'plausible',
        time: exact('06:25'),
        type: 'thought',
        text: 'The duty planner takes it for the tail of the night’s squall. The forecast of the evening had said 13 to 16 until about seven.',
        evidence: [link('forecast of 8 February, 21:00', 'weather', 'forecasts/2026-02-08T21')],
      },
      {
        key: 'master',
        time: about('07:10'),
        type: 'said',
        milestones: ['first-noticed'],
        text: 'The master of Kittiwake calls the harbour office: “like a mirror out here”. The office sees 14.8 on its screen and a green station page.',
      },
      {
        key: 'sheltered',
        time: about('07:15'),
        type: 'thought',
        text: 'The harbour office takes it for the lee of the quay. The station stands on the outer point, where it is often rougher by five metres a second.',
      },
      {
        key: 'more',
        time: between('07:20', '09:40'),
        type: 'seen',
        text: 'Five more sailings are cancelled. The large freight boat reports calm water outside the point at 08:50, on a channel the passenger office does not listen to.',
        evidence: [link('port radio log', 'harbour', 'radio/2026-02-09')],
      },
      {
        key: 'restart',
        time: exact('09:48'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'Timetable on-call restarts the feed reader. The next message arrives with a fresh time and 14.8.',
        evidence: [link('shell log', 'logs', 'shell/feed-1/2026-02-09')],
      },
      {
        key: 'status',
        time: exact('10:05'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'The station’s status page and its telephone recording are asked: both in service.',
      },
      {
        key: 'flat',
        time: exact('10:52'),
        type: 'seen',
        text: 'A Timetable engineer stretches the graph from two hours to two days. The line is straight since 02:41.',
        evidence: [
          snippet(
            'feed archive, every tenth row',
            '2026-02-09T10:02:00Z',
            'sent 10:22 wind 14.8 gust 19.3 dir 241\nsent 10:32 wind 14.8 gust 19.3 dir 241\nsent 10:42 wind 14.8 gust 19.3 dir 241',
          ),
          link('graph', 'graphs', 'weather/brannoy?from=2026-02-08'),
        ],
      },
      {
        key: 'off',
        time: exact('11:02'),
        type: 'decided',
        text: 'Timetable and the harbour duty manager decide to take Brannoy out of the advice. It needs a change of settings and two approvals; the second approver is on a crossing.',
      },
      {
        key: 'by-phone',
        time: exact('11:41'),
        type: 'changed',
        milestones: ['first-relief'],
        text: 'The change is approved by phone and live. The 11:55 is already cancelled, the 12:20 appears on the displays.',
        evidence: [link('settings audit', 'timetable', 'audit/settings/2026-02-09')],
      },
      {
        key: 'normal',
        time: exact('12:20'),
        type: 'done',
        milestones: ['normal-again'],
        text: 'Kittiwake sails with 88 passengers. Wind by hand instrument: 2 metres a second.',
      },
    ],
    accounts: [
      {
        key: 'master',
        from: 'Master of Kittiwake',
        entry: 'master',
        text: 'I am not asked whether I can sail, only whether I must not. When the system says cancelled there is no boat on the board and no passengers on the quay, and then it does not matter what I see from the bridge. Before 2024 the planner would call and we would agree.',
      },
      {
        key: 'planner',
        from: 'Duty timetable planner',
        entry: 'plausible',
        text: 'The number was high and it had been a rough night. Two weeks earlier it had gone the other way: the master saw calm, the point had 17, and staying in was right. With that in mind I did not argue with an instrument.',
      },
    ],
    'allowed-it': [
      {
        key: 'valid-form',
        role: 'possible',
        factors: ['missing-safeguard', 'no-signal'],
        entries: ['frozen', 'flat'],
        text: 'The feed reader checks that a message is well formed, recent and within range. A frozen value is all three. Nothing asks whether it ever moves.',
      },
      {
        key: 'sending-time',
        role: 'hidden',
        factors: ['misleading-display', 'time-and-expiry'],
        entries: ['relay', 'restart'],
        text: 'Since November the timestamp is the relay’s time of sending. Our check for old data compares it with now, so it stayed green for a reading that was eight hours old.',
      },
      {
        key: 'two-hours',
        role: 'hidden',
        factors: ['misleading-display'],
        entries: ['plausible', 'flat'],
        text: 'The planners’ graph shows two hours and scales itself to what it holds. A straight line fills it as calmly as any other.',
      },
      {
        key: 'lee',
        role: 'sensible',
        factors: ['practice-differs'],
        entries: ['master', 'sheltered', 'plausible'],
        text: 'Instrument and eye differ at Brannoy about once a week, and the instrument is usually the better one. The rule “trust the point, not the quay” has kept boats in on days when that was right.',
      },
      {
        key: 'no-hand',
        role: 'worse',
        factors: ['hard-to-undo', 'knowledge-in-one-place'],
        entries: ['off', 'by-phone'],
        text: 'Cancelling needs no person, putting back needs a change of settings, an engineer and two approvals. From the straight line to a sailing on the board it took 49 minutes.',
      },
      {
        key: 'bulletin',
        role: 'possible',
        factors: ['boundary'],
        entries: ['relay'],
        text: 'The relay was announced on page 31 of a bulletin for all users. The contract names a contact at Skerry Line for outages, and none for changes of format.',
      },
    ],
    'what-held': [
      'The advice errs towards staying in, and for a boat that is the right side to err on. We do not want to change that.',
      'Luck: a Monday in February. Nobody was kept on the wrong side of the water overnight.',
    ],
    changing: [
      {
        key: 'still',
        causes: ['valid-form', 'sending-time'],
        strength: 'stronger',
        team: 'team-timetable',
        mayMakeHarder: 'On very still days a working station may count as missing for some minutes.',
        text: 'A value that repeats to the last digit for ten minutes counts as missing. Missing means: the planner and the master agree by phone, and no cancellation goes out by itself.',
        progress: {
          state: 'done',
          dueOn: '2026-02-27',
          trackerUrl: 'https://tickets.skerry-line.example/TT-240',
          didItHelp: {
            answer: 'yes',
            on: '2026-06-30',
            text: 'Three stations were recognised as stopped since, one of them for five days. Twice a working one was treated as missing, for six and nine minutes.',
          },
        },
      },
      {
        key: 'button',
        causes: ['no-hand'],
        strength: 'intermediate',
        team: 'team-harbour',
        mayMakeHarder: 'Two places can now say what sails. The display shows which one is speaking.',
        text: 'A button for each harbour, “set sailings by hand”: no engineer, no approval, four hours, works on the harbour’s own network. Practised on 3 March, then every quarter.',
        progress: {
          state: 'done',
          dueOn: '2026-03-02',
          trackerUrl: 'https://tickets.skerry-line.example/HARB-431',
          didItHelp: {
            answer: 'yes',
            on: '2026-04-08',
            text: 'It carried Brannoy and Outer Skerry through the storm of 31 March: PM-7.',
          },
        },
      },
      {
        key: 'two-days',
        causes: ['two-hours'],
        strength: 'intermediate',
        team: 'team-timetable',
        text: 'The planners’ graph shows two days at a fixed scale, with the forecast behind the reading.',
        progress: { state: 'done', dueOn: '2026-03-13', trackerUrl: 'https://tickets.skerry-line.example/TT-241' },
      },
      {
        key: 'contact',
        causes: ['bulletin'],
        strength: 'weaker',
        team: 'team-timetable',
        text: 'The meteorological service has a second contact at Skerry Line, for changes of format. It stands in the contract from July.',
        progress: { state: 'done', dueOn: '2026-07-01' },
      },
      {
        key: 'ask-master',
        causes: ['lee'],
        strength: 'intermediate',
        team: 'team-timetable',
        decision: 'not-doing',
        because:
          'Masters told us that a question at 06:20 with passengers waiting puts pressure on the answer “yes”. They prefer a firm limit and a way to report that it looks wrong.',
        text: 'Ask the master to confirm each automatic cancellation.',
      },
    ],
    unknown: [
      {
        key: 'when',
        text: 'When did the sensor stop? Our archive has the first repeated value at 02:41, but the relay may hold values back for up to 30 minutes. The station was replaced before anybody read its memory.',
      },
      {
        key: 'earlier',
        text: 'How many earlier cancellations rest on frozen values? The archive goes back to 2024.',
        answer:
          'Searched in March 2026: two afternoons in 2025, four sailings. Both had been booked as weather in the yearly report, and have been corrected there.',
      },
    ],
    thanks: [
      {
        key: 'master',
        to: 'The master of Kittiwake',
        text: 'For calling about a sea like a mirror, and again at 09:40 when nothing had changed. The second call is why somebody looked at the feed.',
      },
      {
        key: 'approver',
        to: 'The approver on the crossing',
        team: 'team-timetable',
        text: 'For finding a spot with coverage on the upper deck, and for telling us afterwards that approving a change unread from a phone felt uneasy. The button came from that sentence.',
      },
    ],
    lessons: [
      {
        key: 'moving',
        text: 'A number that stops moving is a signal: check that a reading changes, not only that it arrives and fits the range.',
        causes: ['valid-form'],
        changes: ['still'],
      },
      {
        key: 'timestamp',
        text: 'Ask of every timestamp whose clock wrote it and at which moment; the time of sending says nothing about the age of the value.',
        causes: ['sending-time'],
        changes: ['still'],
      },
      {
        key: 'way-back',
        text: 'Where a machine may stop something by itself, give the people beside it a way to start it again that is as short.',
        causes: ['no-hand'],
        changes: ['button'],
      },
    ],
  },
}

import { clock, month, season, unknownTime } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const oslo = 'Europe/Oslo'
const eve = clock('2025-10-25', '+02:00', oslo)
const summer = clock('2025-10-26', '+02:00', oslo)
const winter = clock('2025-10-26', '+01:00', oslo)
const harrowness = clock('2025-10-26', '+00:00', 'Europe/London')

export const clockChangeNight: SamplePostmortem = {
  number: 2,
  template: 'standard',
  title: 'Two sailings at 02:30 on the night the clocks went back',
  kind: 'wrong-data',
  severity: 'sev-2',
  services: ['service-timetable', 'service-booking', 'service-displays', 'service-messages'],
  teams: ['team-timetable', 'team-booking', 'team-harbour', 'team-crew'],
  owner: 'person-mbeki',
  zone: oslo,
  startedAt: '2025-10-26T09:15:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2025-11-06T10:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'In the night to 26 October 2025 the hour from 02:00 to 03:00 happened twice at Tvinhavn. Our timetable stores a departure as a local time, so the hourly night shuttle had two sailings called 02:30. One was meant.',
      '164 passengers held a ticket for “02:30”. 71 of them were on the quay an hour before their boat would sail, 103 received a cancellation that was not meant for them, and 15 gave up and travelled at 05:30.',
      'Departures now carry their offset. Bookings still use the old key on one path, and a change for that is in progress.',
    ],
    'if-again': [
      'The sign: two rows with the same time on a display, or a gate that refuses tickets as “not yet open” while people stand in front of it. It can happen on the last Sunday of October, and in another form on the last Sunday of March, when 02:30 does not exist.',
      {
        list: [
          'Ask the master or the crew rota which moment is meant. The rota stores instants and was right.',
          'Open the gate by passenger list. That brought relief in six minutes.',
          'Do not cancel a row to remove a duplicate: a cancellation acts on every booking with that key.',
          'Republishing the timetable made no difference; both rows came back.',
        ],
      },
    ],
    'who-felt-it': [
      '164 passengers and 22 lorries booked on the shuttle from Tvinhavn to Harrowness. 71 were scanned or turned away between 02:05 and 02:45 summer time (gate log). The quay shelter seats 30; it was 4 °C.',
      '103 cancellation messages were delivered before the queue was paused. 149 passengers sailed; 15 were carried at 05:30, and their fares returned. No other harbour was affected: only this shuttle runs in that hour.',
    ],
    'what-happened': [
      {
        key: 'patterns',
        time: season('2023-12', 'winter 2023–24'),
        type: 'changed',
        text: 'Timetables move from a spreadsheet to patterns (“hourly from 00:30”). A pattern holds local times without an offset, as the printed leaflet does.',
        evidence: [link('design note TT-12', 'tickets', 'TT-12')],
      },
      {
        key: 'raised',
        time: month('2025-03', 'March 2025'),
        type: 'said',
        text: 'After the spring change a Crew Systems engineer opens TT-118: “what does 02:30 mean on change nights?” Rated low. At that time no boat sails between 00:15 and 04:00.',
        evidence: [link('ticket TT-118', 'tickets', 'TT-118')],
      },
      {
        key: 'shuttle',
        time: month('2025-06', 'June 2025'),
        type: 'changed',
        text: 'The hourly night shuttle between Tvinhavn and Harrowness starts, for the freight contract.',
      },
      {
        key: 'preview',
        time: eve.about('16:40'),
        type: 'thought',
        text: 'A planner sees two rows 02:30 in the preview for Sunday and takes them for a draft drawn over the published row, which the preview has done since August.',
        evidence: [
          snippet(
            'chat, timetable channel',
            '2025-10-26T10:20:00Z',
            '[16:38] planner-1: double row again on the night shuttle\n[16:41] planner-2: yes the overlay thing, TT-151. goes away when you publish',
          ),
        ],
      },
      {
        key: 'early-scan',
        time: summer.exact('02:05', '02:05 (summer time)'),
        type: 'seen',
        milestones: ['first-effect'],
        text: 'First passengers scan at Tvinhavn. The display shows two lines “02:30 Harrowness”, one “gate opens 02:15”, one without a remark.',
        evidence: [link('gate log', 'gates', 'tvinhavn/2025-10-26')],
      },
      {
        key: 'not-open',
        time: summer.between('02:15', '02:45'),
        type: 'seen',
        text: 'The gate refuses 58 tickets as “not yet open”. Gate hosts ask passengers to wait in the shelter, then in the terminal hall, which is opened for them.',
        evidence: [link('gate log', 'gates', 'tvinhavn/2025-10-26')],
      },
      {
        key: 'call',
        time: summer.about('02:40'),
        type: 'said',
        milestones: ['first-noticed'],
        text: 'The quay supervisor calls the duty timetable planner: Fulmar is alongside, no crew at the ramp, and the screen says 02:30 twice.',
      },
      {
        key: 'republish',
        time: summer.exact('02:50', '02:50 (summer time)'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'The duty planner republishes Sunday’s timetable. Both rows return.',
        evidence: [link('publication 4471', 'timetable', 'publications/4471')],
      },
      {
        key: 'cancel',
        time: summer.exact('02:56', '02:56 (summer time)'),
        type: 'done',
        text: [
          {
            runs: [
              'The duty planner cancels the second row as a duplicate. The screen says ',
              { code: '1 departure cancelled' },
              '. Booking matches by its key, ',
              { code: 'TVH-HAR-20251026-0230' },
              ', and cancels all 164 tickets.',
            ],
          },
        ],
        evidence: [link('booking audit', 'booking', 'audit/TVH-HAR-20251026-0230')],
      },
      {
        key: 'messages',
        time: unknownTime('within the next minutes'),
        type: 'seen',
        text: 'Passengers on the quay receive cancellations. The messaging provider confirms 103 deliveries in all, without times for the hour that repeats.',
      },
      {
        key: 'radio',
        time: winter.exact('02:04', '02:04 (winter time)'),
        type: 'said',
        text: 'Fulmar’s master on the radio: crew is aboard as the rota says, sailing 02:30 winter time. The quay supervisor passes it on by phone.',
        evidence: [link('port radio log', 'harbour', 'radio/2025-10-26')],
      },
      {
        key: 'paused',
        time: winter.exact('02:07', '02:07 (winter time)'),
        type: 'done',
        text: 'Messaging on-call, called by the planner, pauses outgoing cancellations.',
        evidence: [link('queue audit', 'queues', 'messages/2025-10-26')],
      },
      {
        key: 'paper',
        time: winter.exact('02:10', '02:10 (winter time)'),
        type: 'decided',
        milestones: ['first-relief'],
        text: 'The harbour duty manager decides to board by the printed passenger list, cancelled or not.',
      },
      {
        key: 'sailed',
        time: winter.exact('02:34', '02:34 (winter time)'),
        type: 'done',
        text: 'Fulmar sails with 149 passengers and 22 lorries. 15 people on the list are not on the quay.',
        evidence: [link('departure report', 'harbour', 'departures/2025-10-26')],
      },
      {
        key: 'arrived',
        time: harrowness.exact('04:31', '04:31 (Harrowness)'),
        type: 'seen',
        text: 'Fulmar arrives at Harrowness. The display there had announced 03:31 and then 04:31, both from our feed.',
      },
      {
        key: 'normal',
        time: winter.exact('06:30'),
        type: 'changed',
        milestones: ['normal-again'],
        text: 'Sunday’s timetable is republished with one row, its offset entered by hand. Bookings are reinstated. The 15 passengers left behind have sailed at 05:30.',
        evidence: [link('publication 4474', 'timetable', 'publications/4474')],
      },
    ],
    accounts: [
      {
        key: 'planner',
        from: 'Duty timetable planner',
        entry: 'cancel',
        text: 'I saw one boat at the quay and two rows on the screen, so one row had to go. The button says “cancel departure”; I have used it for duplicates perhaps ten times, and each time it removed a row and nothing else. Those duplicates had different keys. I did not know that.',
      },
      {
        key: 'quay',
        from: 'Quay supervisor, Tvinhavn',
        entry: 'not-open',
        text: 'People held tickets for 02:30, it was 02:30, and the boat was there. I could not tell them it was not. What I was missing was a person who could say which 02:30; the master knew, and I thought of the radio an hour later than I would next time.',
      },
    ],
    'allowed-it': [
      {
        key: 'no-offset',
        role: 'possible',
        factors: ['time-and-expiry'],
        entries: ['patterns', 'early-scan'],
        text: 'A pattern stores “02:30” and a date. When it is expanded, the library returns every instant that carries this label, and on that night there are two. One was meant; nothing in the data says which.',
      },
      {
        key: 'key',
        role: 'worse',
        factors: ['hidden-coupling'],
        entries: ['cancel', 'messages'],
        text: 'Booking identifies a departure by route, date and local time. Two departures became one key: the second overwrote the first one’s instant, the gate opened for the later one, and a cancellation reached every ticket of both.',
      },
      {
        key: 'overlay',
        role: 'sensible',
        factors: ['misleading-display'],
        entries: ['preview'],
        text: 'Since August the preview draws drafts over published rows (TT-151), so planners meet double rows about twice a week and they vanish on publishing. A real double row looks the same.',
      },
      {
        key: 'one-row',
        role: 'sensible',
        factors: ['misleading-display', 'hard-to-undo'],
        entries: ['cancel'],
        text: 'The cancel screen counts departures, not passengers. “1 departure cancelled” is what a planner hopes to read when removing a duplicate. Messages go out at once and cannot be called back.',
      },
      {
        key: 'no-test-night',
        role: 'hidden',
        factors: ['test-world-differs'],
        entries: ['patterns', 'shuttle'],
        text: 'The test calendar runs over 14 days in May. No test has ever seen a day of 23 or 25 hours.',
      },
      {
        key: 'low-then',
        role: 'hidden',
        factors: ['boundary', 'no-room-to-act'],
        entries: ['raised', 'shuttle'],
        text: 'TT-118 had asked the question seven months before. “Low” was right in March, with no boat in that hour. In June the shuttle came, and nothing connects a new service with old tickets about its hours.',
      },
      {
        key: 'rota',
        role: 'limited',
        entries: ['radio', 'sailed'],
        text: 'The crew rota stores instants, so that working hours add up. Crew, master and engine room agreed all night on one sailing, and the boat left four minutes behind its plan.',
        noChangeBecause:
          'It held, for a reason that has nothing to do with timetables. It is the model for our change.',
      },
    ],
    'what-held': [
      'The rota, and the rule that a gate may board by printed list when two people agree. The supervisor opened the terminal hall, which has no rule at all.',
      'Luck: only one route sails in that hour, and Fulmar was not full.',
    ],
    changing: [
      {
        key: 'offset',
        causes: ['no-offset'],
        strength: 'stronger',
        team: 'team-timetable',
        mayMakeHarder:
          'Exports without an offset are refused. Two partner agencies still send them, and need until March.',
        text: 'A departure is stored as an instant with zone and offset. A pattern that meets a repeated or missing hour does not publish until a planner has chosen.',
        progress: {
          state: 'done',
          dueOn: '2026-02-27',
          trackerUrl: 'https://tickets.skerry-line.example/TT-203',
          didItHelp: {
            answer: 'yes',
            on: '2026-10-26',
            text: 'Stopped the spring pattern of 2026 at publishing. The October night of 2026 had one row and sailed at 02:30 winter time.',
          },
        },
      },
      {
        key: 'instant-key',
        causes: ['key'],
        strength: 'stronger',
        team: 'team-booking',
        mayMakeHarder: 'Ticket numbers printed before the change have to be readable for 13 months.',
        text: 'Booking identifies a departure by an id of its own. The readable key stays on tickets, as a label.',
        progress: {
          state: 'in_progress',
          dueOn: '2026-12-18',
          trackerUrl: 'https://tickets.skerry-line.example/BOOK-871',
        },
      },
      {
        key: 'reach',
        causes: ['one-row'],
        strength: 'intermediate',
        team: 'team-timetable',
        text: 'The cancel screen shows how many passengers and lorries it reaches, and holds messages for five minutes.',
        progress: {
          state: 'done',
          dueOn: '2025-12-12',
          trackerUrl: 'https://tickets.skerry-line.example/TT-204',
          didItHelp: {
            answer: 'yes',
            on: '2026-03-31',
            text: 'Used in the storm of PM-7: two cancellations were withdrawn within the five minutes.',
          },
        },
      },
      {
        key: 'change-nights',
        causes: ['no-test-night'],
        strength: 'stronger',
        team: 'team-timetable',
        text: 'Every pattern is expanded over both change nights of the next two years before it can be merged.',
        progress: { state: 'done', dueOn: '2025-11-28', trackerUrl: 'https://tickets.skerry-line.example/TT-205' },
      },
      {
        key: 'overlay',
        causes: ['overlay'],
        strength: 'intermediate',
        team: 'team-timetable',
        text: 'The preview draws drafts as outlines with the word “draft”. A filled double row is a real one.',
        progress: { state: 'done', dueOn: '2026-01-16', trackerUrl: 'https://tickets.skerry-line.example/TT-151' },
      },
      {
        key: 'sail-at-all',
        causes: ['low-then'],
        strength: 'intermediate',
        team: 'team-timetable',
        decision: 'deciding',
        because: 'The freight contract asks for 24 sailings a night; its yearly review is in September.',
        decideBy: '2026-09-30',
        text: 'Whether a boat sails in the repeated hour at all. Rail companies in the region let trains stand for that hour.',
        progress: { state: 'open' },
      },
      {
        key: 'utc-displays',
        causes: ['no-offset'],
        strength: 'intermediate',
        team: 'team-harbour',
        decision: 'not-doing',
        because:
          'Passengers compare the display with the phone in their hand. A second clock on the wall would help us and confuse them.',
        text: 'Show UTC beside local time on harbour displays in change nights.',
      },
    ],
    unknown: [
      {
        key: 'left',
        text: 'When did the 15 passengers leave the quay, and on which information? Nine had received a cancellation, six had not. Two answered our letter and remember the cold more than the message.',
      },
      {
        key: 'rota-twin',
        text: 'Does any other system use route, date and local time as a key? We found two reports. The customs declaration is a partner’s system, and the question is with them.',
      },
    ],
    thanks: [
      {
        key: 'master',
        to: 'The master of Fulmar',
        text: 'For saying on the radio which 02:30 the crew was working to. That ended an hour of guessing.',
      },
      {
        key: 'crew-systems',
        to: 'Crew Systems',
        team: 'team-crew',
        text: 'For asking in March what 02:30 means. TT-118 contains most of this page.',
      },
      {
        key: 'planner',
        to: 'The duty timetable planner',
        team: 'team-timetable',
        text: 'For telling us next morning how the cancellation came about, screen by screen. Without that the cause about the cancel screen would be missing here.',
      },
    ],
    lessons: [
      {
        key: 'offset',
        text: 'A local time needs its offset: once a year it names two moments, and once a year none.',
        causes: ['no-offset'],
        changes: ['offset'],
      },
      {
        key: 'identifier',
        text: 'An identifier made from a time of day inherits every trap of the clock; give the thing an id and keep the time as a label.',
        causes: ['key'],
        changes: ['instant-key'],
      },
      {
        key: 'reach',
        text: 'Before a cancellation goes out, show how many people it reaches, not how many rows.',
        causes: ['one-row'],
        changes: ['reach'],
      },
      {
        key: 'low-tickets',
        text: 'A ticket rated low rests on the facts of its day; read it again when the service it is about changes.',
        causes: ['low-then'],
      },
    ],
  },
}

import { clock, month } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const zone = 'Europe/Oslo'
const evening = clock('2026-07-01', '+02:00', zone)
const { exact, about, between } = clock('2026-07-02', '+02:00', zone)

export const textsSentTwice: SamplePostmortem = {
  number: 10,
  template: 'standard',
  title: 'A replay sent 18,000 text messages a second time',
  kind: 'degradation',
  severity: 'sev-3',
  services: ['service-messages', 'service-desk'],
  teams: ['team-messaging', 'team-support'],
  owner: 'person-halvorsen',
  zone,
  startedAt: '2026-07-02T10:40:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2026-07-13T12:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'On the evening of 1 July 2026 the text message provider answered so late that our sender counted 18,204 messages as failed. The provider had delivered about 18,000 of them. Next morning we replayed the failed pile, and people received last night’s messages again.',
      'About half said that a boat would board in 30 minutes. Those boats had arrived twelve hours before. The support desk had 2,300 calls in a morning of usually 400.',
      'Messages now carry an id that the provider compares, and an hour after which they are no longer worth sending.',
    ],
    'if-again': [
      'The sign: a failed pile that grows while delivery reports keep coming in. A late answer is not a refusal.',
      {
        list: [
          [
            'Before any replay: ',
            { code: 'messages compare --pile failed --with delivery-reports' },
            '. It takes two minutes for 20,000.',
          ],
          'Relief came from a recorded line on the support number, “ignore the text from this morning”, seven minutes after it was recorded.',
          'Made no difference: the stop button of the replay. It stops filling the send queue, and the queue was already full.',
        ],
      },
    ],
    'who-felt-it': [
      '16,900 phones (some got more than one). About 9,100 messages spoke of boarding, 7,400 were receipts, the rest gate changes. The provider’s report gives the kinds; how many people acted on one we know only from calls and quays.',
      'At least 40 people went to a quay for a boat that had sailed the evening before; taxis were paid for 23. The second sending cost 1,290 euros.',
    ],
    'what-happened': [
      {
        key: 'no-repeat',
        time: month('2024-05', 'May 2024'),
        type: 'changed',
        text: 'After a small doubling the sender stops repeating by itself. What is not confirmed within ten seconds goes to the failed pile, to be looked at by a person.',
        evidence: [link('ticket MSG-31', 'tickets', 'MSG-31')],
      },
      {
        key: 'asked',
        time: month('2026-06', 'June 2026'),
        type: 'said',
        text: 'In the tabletop of 12 June (from PM-4) a player asks what a replay would do to text messages. Nobody present knows. MSG-88 is opened, planned for August.',
        evidence: [link('ticket MSG-88', 'tickets', 'MSG-88')],
      },
      {
        key: 'late',
        time: evening.between('18:10', '21:40'),
        type: 'seen',
        text: 'The provider answers after 11 to 14 seconds instead of 0.3. Delivery reports, which arrive by another way, keep coming. 18,204 messages go to the failed pile.',
        evidence: [link('dashboard', 'graphs', 'messages/provider-latency?from=2026-07-01T18:00')],
      },
      {
        key: 'recovered',
        time: evening.exact('21:52'),
        type: 'thought',
        text: 'Messaging on-call sees latency back at 0.3 seconds and an alert that has closed by itself. The pile is left for the morning: texts at ten at night are unwelcome.',
      },
      {
        key: 'pile',
        time: exact('07:50'),
        type: 'seen',
        text: 'The morning list shows “18,204 failed messages”, oldest 18:10. The usual number is 30 to 60.',
        evidence: [link('morning list', 'messages', 'morning/2026-07-02')],
      },
      {
        key: 'believed',
        time: exact('08:02'),
        type: 'thought',
        text: 'Messaging takes the number at its word: the provider was down, people are without receipts and gate changes. Two support agents mention callers who miss a receipt.',
        evidence: [
          snippet(
            'chat, messages channel (pasted)',
            '2026-07-02T10:30:00Z',
            '[08:02] messaging-oncall: 18k failed from last night, provider was down. replaying unless anyone objects\n[08:04] support-early: we do have some asking for receipts\n[08:05] messaging-2: same as march, +1\n[08:09] messaging-oncall: going',
          ),
        ],
      },
      {
        key: 'replay',
        time: exact('08:10'),
        type: 'done',
        milestones: ['first-effect'],
        text: 'The failed pile is replayed, as in March with 412 messages. All 18,204 stand in the send queue within eight seconds; it sends 20 a second.',
        evidence: [link('replay 19', 'messages', 'replays/19')],
      },
      {
        key: 'first-call',
        time: exact('08:16'),
        type: 'said',
        milestones: ['first-noticed'],
        text: 'Support: “caller got a boarding text for a boat he was on yesterday”.',
        evidence: [
          snippet(
            'chat, messages channel (pasted)',
            '2026-07-02T10:30:00Z',
            '[08:16] support-early: caller got a boarding text for a boat he was on yesterday?\n[08:17] support-2: i have one too. and my own phone\n[08:18] messaging-oncall: stopping',
          ),
        ],
      },
      {
        key: 'stop',
        time: exact('08:18'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'The replay is stopped. The button ends the filling of the queue, which is complete. Sending goes on.',
        evidence: [link('replay 19', 'messages', 'replays/19')],
      },
      {
        key: 'queue',
        time: exact('08:21'),
        type: 'decided',
        text: 'Messaging looks at pausing the whole queue and decides against it: today’s gate changes are in the same queue, among them one for a boat with 300 people.',
      },
      {
        key: 'empty',
        time: exact('08:26'),
        type: 'seen',
        text: 'The queue is empty. All 18,204 have gone out.',
      },
      {
        key: 'line',
        time: exact('08:40'),
        type: 'said',
        text: 'Support records a line for callers and puts a sentence on the app’s first page.',
        evidence: [link('desk entry', 'desk', 'lines/2026-07-02')],
      },
      {
        key: 'fewer',
        time: exact('08:47'),
        type: 'seen',
        milestones: ['first-relief'],
        text: 'Waiting callers fall from 88 to 35.',
      },
      {
        key: 'quay',
        time: about('09:30'),
        type: 'done',
        text: 'Quay staff at three harbours are told by radio to pay taxis home for anyone who came for yesterday’s boat.',
      },
      {
        key: 'compared',
        time: between('10:00', '10:25'),
        type: 'done',
        text: 'The pile is compared with the delivery reports: 17,996 had been delivered the first time, 208 had not.',
        evidence: [link('saved query', 'logs', 'messages/compare-2026-07-02')],
      },
      {
        key: 'normal',
        time: exact('11:50'),
        type: 'seen',
        milestones: ['normal-again'],
        text: 'Calls are back at the usual level for a Thursday.',
      },
    ],
    accounts: [
      {
        key: 'messaging',
        from: 'Messaging on-call engineer',
        entry: 'believed',
        text: 'The word on the screen is “failed”. In March it was true, 412 times. I asked in the channel, waited seven minutes and got a plus one. I had read about MSG-88, and in my head it was about a replay done by a machine, not about the one I do with a button.',
      },
      {
        key: 'support',
        from: 'Passenger Support, early shift',
        entry: 'first-call',
        text: 'When I wrote that some ask for receipts I meant three people. There are three every morning. I did not think of it as a vote.',
      },
    ],
    'allowed-it': [
      {
        key: 'failed-word',
        role: 'possible',
        factors: ['misleading-display'],
        entries: ['late', 'pile', 'believed'],
        text: 'The sender knows three outcomes and stores two: confirmed, or failed. “No answer within ten seconds” is stored as failed, though the message may be on its way.',
      },
      {
        key: 'attempt-id',
        role: 'possible',
        factors: ['missing-safeguard'],
        entries: ['replay', 'compared'],
        text: 'Each attempt gets a new id. The provider drops repeats of the same id within 48 hours, and a replay is for it 18,204 new messages.',
      },
      {
        key: 'no-age',
        role: 'worse',
        factors: ['unsafe-default', 'time-and-expiry'],
        entries: ['replay', 'first-call'],
        text: 'A message has no time after which it should not go out. “Boards in 30 minutes” is sent 14 hours later as readily as a receipt.',
      },
      {
        key: 'one-queue',
        role: 'worse',
        factors: ['hard-to-undo', 'shared-dependency'],
        entries: ['stop', 'queue'],
        text: 'A replay and the day’s messages share one queue, and nothing marks which is which. It could be let run or stopped as a whole.',
      },
      {
        key: 'march',
        role: 'sensible',
        factors: ['practice-differs'],
        entries: ['believed', 'replay'],
        text: 'The replay of March had helped 412 people and drawn thanks from Support. It had followed a real outage of the provider, with the same number on the same screen.',
      },
      {
        key: 'august',
        role: 'hidden',
        factors: ['no-room-to-act'],
        entries: ['asked'],
        text: 'The question had been asked three weeks before, at the tabletop. It was planned for August, after the summer timetable, in a team with one engineer on leave.',
        noChangeBecause:
          'We looked at it and would plan it in the same way again: eight tickets of that kind were open, and nothing set this one apart. The stop in front of a replay (below) is where we put the effort.',
      },
      {
        key: 'late-provider',
        role: 'possible',
        factors: ['boundary'],
        entries: ['late'],
        text: 'The provider’s answers were late for three and a half hours while its status page was green. Its contract promises delivery times and says nothing about answers.',
        noChangeBecause:
          'Late answers will come again, from this provider or the next. We would rather be able to live with them than negotiate them away.',
      },
    ],
    'what-held': [
      'Twenty messages a second, a limit that has annoyed us in storms: with the new limit planned for the autumn all would have been out in 90 seconds, before the first call.',
      'Luck: receipts went to the right people. A doubled gate change for a boat still at the quay would have been harder to explain.',
    ],
    changing: [
      {
        key: 'message-id',
        causes: ['attempt-id'],
        strength: 'stronger',
        team: 'team-messaging',
        mayMakeHarder:
          'A passenger who asks for a receipt again needs a new message, which is now a button of its own.',
        text: 'The id belongs to the message and stays the same for each attempt, so that the provider drops a repeat.',
        progress: {
          state: 'done',
          dueOn: '2026-07-24',
          trackerUrl: 'https://tickets.skerry-line.example/MSG-95',
          didItHelp: {
            answer: 'yes',
            on: '2026-10-30',
            text: 'In the outage of 6 October (PM-12) 2,140 messages were replayed; 610 had been delivered before and were dropped.',
          },
        },
      },
      {
        key: 'third-outcome',
        causes: ['failed-word'],
        strength: 'stronger',
        team: 'team-messaging',
        text: 'A third outcome, “no answer”, with its own pile. It empties itself as delivery reports come in.',
        progress: { state: 'done', dueOn: '2026-08-14', trackerUrl: 'https://tickets.skerry-line.example/MSG-96' },
      },
      {
        key: 'best-before',
        causes: ['no-age'],
        strength: 'stronger',
        team: 'team-messaging',
        text: 'Each kind of message has a time after which it is dropped: boarding 20 minutes, gate change until departure, receipts seven days.',
        progress: { state: 'done', dueOn: '2026-07-17', trackerUrl: 'https://tickets.skerry-line.example/MSG-97' },
      },
      {
        key: 'hundred',
        causes: ['march', 'august'],
        strength: 'intermediate',
        team: 'team-messaging',
        text: 'A replay shows kinds and ages, sends 100, waits for their delivery reports and then asks whether to go on.',
        progress: { state: 'done', dueOn: '2026-09-11', trackerUrl: 'https://tickets.skerry-line.example/MSG-88' },
      },
      {
        key: 'two-queues',
        causes: ['one-queue'],
        strength: 'intermediate',
        team: 'team-messaging',
        decision: 'not-doing',
        because:
          'With an id per message and a time to drop, a replay in the common queue does little harm, and a second queue would have its own limits and its own alerts to keep.',
        text: 'A separate queue for replays.',
      },
    ],
    unknown: [
      {
        key: 'acted',
        text: 'How many people changed their plans because of a second message? Forty is what we saw at the quays.',
      },
      {
        key: 'three-hours',
        text: 'What made the provider’s answers late? Asked twice; the answer so far is “a network matter, resolved”.',
      },
    ],
    thanks: [
      {
        key: 'early',
        to: 'The early shift in Support',
        team: 'team-support',
        text: 'For writing after one call, and for the recorded line, which took 14 minutes from idea to phone.',
      },
      {
        key: 'pause',
        to: 'Messaging on-call',
        team: 'team-messaging',
        text: 'For not pausing the queue at 08:21, with everything pulling that way: 300 people heard about their gate.',
      },
    ],
    lessons: [
      {
        key: 'second-send',
        text: 'A replay is a second send unless the receiver can tell; keep the id with the message, not with the attempt.',
        causes: ['attempt-id'],
        changes: ['message-id'],
      },
      {
        key: 'no-answer',
        text: '“No answer” is a third outcome: store it as failed and somebody will repeat what was already done.',
        causes: ['failed-word'],
        changes: ['third-outcome'],
      },
      {
        key: 'best-before',
        text: 'Put a time on every message after which it is better not sent.',
        causes: ['no-age'],
        changes: ['best-before'],
      },
      {
        key: 'stop-button',
        text: 'Before you rely on a stop button find out what it stops: the filling, the sending, or both.',
        causes: ['one-queue'],
      },
    ],
  },
}

import { clock, month } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const { exact, about, between } = clock('2026-04-21', '+02:00', 'Europe/Oslo')

export const sixHoursBehind: SamplePostmortem = {
  number: 8,
  template: 'standard',
  title: 'Failover chose the copy that was six hours behind',
  kind: 'outage',
  severity: 'sev-1',
  services: ['service-booking-database', 'service-booking', 'service-gates'],
  teams: ['team-platform', 'team-booking', 'team-harbour', 'team-support'],
  owner: 'person-fernandes',
  zone: 'Europe/Oslo',
  startedAt: '2026-04-21T08:20:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [{ publishedAt: '2026-05-05T09:00:00.000Z', note: '' }],
  sections: {
    'in-short': [
      'At 02:14 on 21 April 2026 the primary booking database was lost and the failover controller promoted a copy within 42 seconds. It was the copy that is kept six hours behind on purpose. 1,126 bookings of the evening disappeared from view.',
      'They came back at 03:41, from a third copy that had everything. In between, 86 bookings had been made on the old data; 11 of them collided with places already sold.',
      'This is the second time a failover chose an old copy. The change made after the first one measured the wrong distance. Whether sales should have been closed at 03:05 is seen differently by two teams, and stays so here.',
    ],
    'if-again': [
      'The sign: a failover reported as successful, followed by tickets “not found” at gates. Compare the newest booking with the clock:',
      {
        list: [
          [
            { code: 'select max(booked_at) from booking' },
            ' on the new primary. At night a gap above 15 minutes is unusual, above 40 it has not occurred.',
          ],
          'Then ask every copy the same, and promote the freshest that answers. That brought everything back.',
          'Made no difference: clearing the booking cache, and rereading passenger lists at the gates.',
        ],
      },
    ],
    'who-felt-it': [
      'Between 02:15 and 03:41, 1,126 bookings made since 20:13 could not be found. 212 of these people were travelling on the 03:30 and 05:00 boats; 190 boarded by printed list, 22 were asked to wait and sailed on the next one (gate logs).',
      'Bookings were closed from 03:05 to 03:52. 86 had been made on the old data. 75 could be carried over by script; in 11, twelve vehicle places had been sold twice. All were settled by 09:15, four with an upgrade to the larger boat.',
    ],
    'what-happened': [
      {
        key: 'first-time',
        time: month('2025-09', 'September 2025'),
        type: 'seen',
        text: 'A failover picks a copy 40 seconds behind; nine bookings are entered again by hand. A limit is added afterwards: no copy with more than five seconds of lag. (DB-77)',
        evidence: [link('ticket DB-77', 'tickets', 'DB-77')],
      },
      {
        key: 'delayed',
        time: month('2025-10', 'October 2025'),
        type: 'changed',
        text: 'A copy “booking-c” is set up that receives the archive of changes six hours late, so that a deletion can be undone for six hours.',
        evidence: [link('design note PLAT-2290', 'tickets', 'PLAT-2290')],
      },
      {
        key: 'backup-moved',
        time: month('2026-03', 'March 2026'),
        type: 'changed',
        text: 'Reports and nightly backups move from the primary to “booking-b”, the change from PM-4 that freed 80 connections.',
        evidence: [link('ticket PLAT-2410', 'tickets', 'PLAT-2410')],
      },
      {
        key: 'lost',
        time: exact('02:14:05'),
        type: 'seen',
        text: 'The disk controller of the primary resets. The database stops answering.',
        evidence: [link('host log', 'logs', 'booking-a/2026-04-21')],
      },
      {
        key: 'promoted',
        time: exact('02:14:47'),
        type: 'changed',
        text: [
          {
            runs: [
              'The failover controller promotes ',
              { code: 'booking-c' },
              '. ',
              { code: 'booking-b' },
              ' is in the middle of its backup and answers the health question after 3.2 seconds; the limit is three.',
            ],
          },
        ],
        evidence: [
          snippet(
            'failover controller, log',
            '2026-04-21T01:20:00Z',
            '02:14:44 candidate booking-b: no answer in 3s\n02:14:44 candidate booking-c: ok, lag 0s (limit 5s)\n02:14:47 promoted booking-c, 42s',
          ),
        ],
      },
      {
        key: 'gone',
        time: exact('02:15'),
        type: 'seen',
        milestones: ['first-effect'],
        text: 'Booking answers again, from data of 20:13.',
      },
      {
        key: 'paged',
        time: exact('02:16'),
        type: 'seen',
        text: 'Platform on-call is paged: “booking primary changed, failover successful, 42 s”. All panels are green. The engineer reads the log of the lost host.',
        evidence: [link('page', 'alerts', 'booking-primary/2026-04-21T02:16')],
      },
      {
        key: 'age-line',
        time: exact('02:31'),
        type: 'seen',
        milestones: ['first-noticed'],
        text: 'A gate host at Tvinhavn compares the age line on the handheld (two minutes old) with its count for the 03:30: twelve names fewer than at the start of the shift. The host rings Support.',
        evidence: [link('gate log', 'gates', 'tvinhavn/2026-04-21')],
      },
      {
        key: 'support',
        time: exact('02:38'),
        type: 'said',
        text: 'The night agent in Support finds two paid bookings by their payment and not in booking, and pages Booking on-call.',
        evidence: [link('desk entry', 'desk', 'calls/2026-04-21')],
      },
      {
        key: 'cache',
        time: exact('02:44'),
        type: 'thought',
        text: 'Booking on-call takes it for the cache of passenger lists, which in February had served old lists after a restart.',
      },
      {
        key: 'cleared',
        time: exact('02:47'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'The cache is cleared and handhelds reread their lists. The same twelve names are missing.',
        evidence: [link('shell log', 'logs', 'shell/booking-1/2026-04-21')],
      },
      {
        key: 'newest',
        time: exact('02:58'),
        type: 'seen',
        text: 'Platform and Booking on-call, now in one call, ask for the newest booking that is older than the failover: 20:13:52.',
        evidence: [link('query and output', 'logs', 'shell/booking-c/2026-04-21')],
      },
      {
        key: 'closed',
        time: exact('03:05'),
        type: 'decided',
        text: 'Platform decides to close bookings. Booking on-call would rather keep them open and says so on the call.',
        evidence: [
          snippet(
            'call notes, kept by the support lead',
            '2026-04-21T06:40:00Z',
            '03:04 booking: every sale is still a real person with a real place. most wont collide\n03:05 platform: every sale is one more row to merge at 4 in the morning. closing\n03:05 booking: noted, i disagree',
          ),
        ],
      },
      {
        key: 'b-has-it',
        time: exact('03:14'),
        type: 'seen',
        text: 'booking-b has refused to follow the new primary (“history diverges”) and stands at 02:14:05, complete.',
        evidence: [link('host log', 'logs', 'booking-b/2026-04-21')],
      },
      {
        key: 'checked',
        time: between('03:16', '03:38'),
        type: 'done',
        text: 'Counts and sums on booking-b are compared with the payment log: 1,126 bookings, none missing.',
      },
      {
        key: 'relief',
        time: exact('03:41'),
        type: 'changed',
        milestones: ['first-relief'],
        text: 'booking-b is promoted by hand. The evening’s bookings are back; bookings open at 03:52.',
      },
      {
        key: 'collisions',
        time: about('05:20'),
        type: 'done',
        text: 'A script carries over 75 of the 86 bookings. Eleven are listed for Support.',
        evidence: [link('script and list', 'logs', 'shell/booking-1/carry-over')],
      },
      {
        key: 'normal',
        time: exact('09:15'),
        type: 'done',
        milestones: ['normal-again'],
        text: 'Support has spoken with all eleven.',
      },
    ],
    accounts: [
      {
        key: 'platform',
        from: 'Platform on-call engineer',
        entry: 'closed',
        text: 'We had two histories of one database, and each minute of sales made the second one longer. I did not know how long we would need, and I had merged nine bookings by hand in September. Closing was the one thing I could do that could not make anything worse. I would do it again.',
      },
      {
        key: 'booking',
        from: 'Booking on-call engineer',
        entry: 'closed',
        text: 'It could make something worse: about 100 people an hour buy a night crossing because they have to travel. Of 86 bookings made on the old data 75 were fine. The numbers of that night speak for staying open with a limit on vehicle places. I see it differently, and have asked for that to stay on this page.',
      },
      {
        key: 'support',
        from: 'Passenger Support, nights',
        entry: 'support',
        text: 'I had a caller with a payment and no booking, then a gate with the same. The status page said all good, failover successful. I thought about it for a few minutes before paging, because a page at that hour should be worth it. Nobody told me off for it, then or since.',
      },
    ],
    'allowed-it': [
      {
        key: 'all-copies',
        role: 'possible',
        factors: ['unsafe-default', 'hidden-coupling'],
        entries: ['delayed', 'promoted'],
        text: 'The controller counts every copy as a candidate unless it is told otherwise. booking-c was set up against deletions, by the same tool that sets up spare copies, and was in the list from its first day.',
      },
      {
        key: 'lag-zero',
        role: 'hidden',
        factors: ['misleading-display'],
        entries: ['first-time', 'promoted'],
        text: 'Lag is measured against what a copy has been given. The delayed copy is given the archive six hours late and has always applied all of it: lag 0. The limit that was added after September asks this number, so it could not refuse.',
      },
      {
        key: 'three-seconds',
        role: 'possible',
        factors: ['unseen-limit', 'competing-goals'],
        entries: ['backup-moved', 'promoted'],
        text: 'The fresh copy was busy with the nightly backup, moved there in March for a good reason, and missed the three-second limit by 0.2. Health asks “quick?” and not “complete?”.',
      },
      {
        key: 'successful',
        role: 'hidden',
        factors: ['misleading-display'],
        entries: ['paged', 'cache'],
        text: 'The page said “failover successful”, which is true of the switch. Nothing after a failover looks at the data. With a green page and a known weakness of the cache, the cache was the sensible place to begin.',
      },
      {
        key: 'second-time',
        role: 'sensible',
        factors: ['practice-differs'],
        entries: ['first-time'],
        text: 'The change after DB-77 was reviewed, tested and counted as done. It was tested with a copy made to lag by load, because that was what had happened. “Old” and “lagging” were one word to us until this night.',
      },
      {
        key: 'refusal',
        role: 'limited',
        entries: ['b-has-it', 'relief'],
        text: 'booking-b refused to follow a primary whose history differed from its own, and so kept the evening intact.',
        noChangeBecause:
          'It held because the database is strict by default. The setting that would have overwritten it is now blocked.',
      },
    ],
    'what-held': [
      'The age line from PM-3 and a gate host who compared it with a count. Payments, which keep their own record: that is how 1,126 could be verified in 22 minutes.',
      'Luck: 02:14. At 17:00 about 900 bookings an hour are made, against 86 in the 50 minutes that night.',
    ],
    changing: [
      {
        key: 'never-c',
        causes: ['all-copies'],
        strength: 'stronger',
        team: 'team-platform',
        text: 'A copy is a candidate only if it is tagged as one, and a delayed copy cannot carry that tag. Set for all eleven databases.',
        progress: {
          state: 'done',
          dueOn: '2026-04-24',
          trackerUrl: 'https://tickets.skerry-line.example/PLAT-2602',
          didItHelp: {
            answer: 'yes',
            on: '2026-09-08',
            text: 'Two untagged copies were refused in the September exercise. One of them had been set up in July.',
          },
        },
      },
      {
        key: 'heartbeat',
        causes: ['lag-zero'],
        strength: 'stronger',
        team: 'team-platform',
        mayMakeHarder:
          'When all copies are old the controller waits for a person, and booking is down until one comes.',
        text: 'The primary writes the time every second. Before promoting, the controller reads that row on each copy and takes the newest; above ten seconds it asks.',
        progress: {
          state: 'done',
          dueOn: '2026-05-22',
          trackerUrl: 'https://tickets.skerry-line.example/PLAT-2603',
          didItHelp: {
            answer: 'yes',
            on: '2026-09-08',
            text: 'Exercise in September: three failovers, each to the copy with the newest row.',
          },
        },
      },
      {
        key: 'newest-booking',
        causes: ['successful'],
        strength: 'intermediate',
        team: 'team-booking',
        text: 'After a failover the page carries the age of the newest booking and of the newest payment, side by side.',
        progress: { state: 'done', dueOn: '2026-05-08', trackerUrl: 'https://tickets.skerry-line.example/BOOK-960' },
      },
      {
        key: 'backup-copy',
        causes: ['three-seconds'],
        strength: 'intermediate',
        team: 'team-platform',
        decision: 'deciding',
        because: 'A fourth copy costs about 900 euros a month. The autumn budget decides.',
        decideBy: '2026-11-30',
        text: 'A copy for backups and reports that is never a candidate, so that the spare one is always idle.',
        progress: { state: 'open' },
      },
      {
        key: 'distance',
        causes: ['second-time'],
        strength: 'intermediate',
        team: 'team-platform',
        text: 'The failover exercise contains a delayed, a lagging, a stopped and a busy copy. A change counts as done when it has chosen right in all four.',
        progress: { state: 'done', dueOn: '2026-09-08', trackerUrl: 'https://tickets.skerry-line.example/PLAT-2604' },
      },
      {
        key: 'who-closes',
        strength: 'weaker',
        team: 'team-booking',
        decision: 'deciding',
        because: 'Platform and Booking see it differently; a tabletop with both numbers comes first.',
        decideBy: '2026-12-15',
        text: 'Who closes sales in doubt, on what figures, and whether “open, without vehicles” should exist.',
        progress: { state: 'open' },
      },
    ],
    unknown: [
      {
        key: 'closing',
        text: 'Did closing at 03:05 cost more than it saved? We have 86 bookings before it and nothing after it to compare. How many people gave up in those 47 minutes is not recorded.',
      },
      {
        key: 'controller',
        text: 'What made the disk controller reset? The maker has had it since May.',
      },
      {
        key: 'word-lag',
        text: 'Where else do we read “lag” as “age”? The search index and the customs export are still to be looked through.',
      },
    ],
    thanks: [
      {
        key: 'host',
        to: 'The gate host at Tvinhavn',
        team: 'team-harbour',
        text: 'For remembering a count from the start of a shift and comparing. It was the first sign anyone had.',
      },
      {
        key: 'night',
        to: 'The night agent in Support',
        team: 'team-support',
        text: 'For paging against a green status page.',
      },
      {
        key: 'disagree',
        to: 'Booking on-call',
        team: 'team-booking',
        text: 'For disagreeing aloud, accepting the decision for the night, and bringing the numbers afterwards.',
      },
    ],
    lessons: [
      {
        key: 'how-far',
        text: 'Before switching to a copy ask how far behind it is, and ask the data, not the machinery that delivers it.',
        causes: ['lag-zero'],
        changes: ['heartbeat'],
      },
      {
        key: 'candidates',
        text: 'Being a copy is not being a spare: let a copy become a candidate by a tag, never by existing.',
        causes: ['all-copies'],
        changes: ['never-c'],
      },
      {
        key: 'succeeded',
        text: '“Failover successful” is about the switch; look at the newest record before believing it about the data.',
        causes: ['successful'],
        changes: ['newest-booking'],
      },
      {
        key: 'done',
        text: 'A change that was tested against the last incident covers that incident; try it on its relatives before calling it done.',
        causes: ['second-time'],
        changes: ['distance'],
      },
    ],
  },
}

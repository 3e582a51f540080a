import { clock, month, season } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem, SampleQuestion } from '../sample-postmortem.ts'

const { exact, about } = clock('2025-02-11', '+01:00', 'Europe/Oslo')

const stillOpen: SampleQuestion[] = [
  {
    key: 'probe',
    text: 'Why did three of the five networks accept the new chain on the first day? Their published lists had been updated between one and five weeks earlier; we do not know whether that was the announcement or their ordinary schedule.',
  },
  {
    key: 'unpaid',
    text: 'How many of the 209 passengers who did not pay that day travelled another way, and how many stayed at home? Ticket offices do not record it. A question in the March passenger survey would settle it roughly.',
    answer:
      'The survey of March 2025 asked. Of 31 passengers from that morning who answered, 19 had bought at the quay, 8 travelled another day and 4 did not travel.',
  },
]

export const rotatedCertificate: SamplePostmortem = {
  number: 1,
  template: 'standard',
  title: 'Card payments on two networks declined for 58 minutes after a certificate rotation',
  kind: 'outage',
  severity: 'sev-1',
  services: ['service-gateway', 'service-booking'],
  teams: ['team-payments', 'team-platform', 'team-support'],
  owner: 'person-papadakis',
  zone: 'Europe/Oslo',
  startedAt: '2025-02-11T13:40:00.000Z',
  visibility: 'members',
  restricted: false,
  versions: [
    {
      publishedAt: '2025-02-20T09:00:00.000Z',
      note: '',
      instead: {
        unknown: [
          stillOpen[0] as SampleQuestion,
          { key: 'unpaid', text: (stillOpen[1] as SampleQuestion).text },
          {
            key: 'raised',
            text: 'Was it raised before that the networks might not follow the new root? We have looked in the incident channel and the rotation tickets, and not yet in the Payments board.',
          },
        ],
      },
    },
    {
      publishedAt: '2025-04-03T08:30:00.000Z',
      note: 'A Payments engineer pointed to ticket PAY-2210: the question had been asked in December. A condition and a change were added, one open question moved there, and the survey answered another.',
    },
  ],
  sections: {
    'in-short': [
      'On Tuesday 11 February 2025, from 10:03 to 11:01, two of our five card networks refused every new connection from our payment gateway. 904 of 2,914 payment attempts were declined, 31 %.',
      'A scheduled rotation had installed a certificate chain that ends at a root our own store trusts and theirs did not yet. The refusals were stored under the same code as a bank that is down, so for 38 minutes they read as somebody else’s trouble.',
      'Putting the previous bundle back ended it. Rotation now checks against the lists the networks publish, and starts with one gateway.',
    ],
    'if-again': [
      'The sign: declines at or near 100 % on some networks and at their usual level on the others, starting within five minutes of a change to the gateway. Our checkout probe may stay green, because its test card belongs to one network only.',
      {
        list: [
          'First: split declines by network. If they differ sharply, look at the connection before looking at banks.',
          [
            'On one gateway: ',
            { code: 'gatewayctl handshake --network all' },
            ' shows which networks refuse, and why. It takes about ten seconds.',
          ],
          'Relief came from restoring the previous bundle from the vault, six minutes for all gateways.',
          'Made no difference: restarting the gateways. It closed the last connections that still worked.',
        ],
      },
      'We are sure of this for a refused chain. For an expired certificate the sign would be the same on all networks at once.',
    ],
    'who-felt-it': [
      '611 passengers had at least one attempt declined, counted as different booking numbers in the payment log. 402 of them paid the same day, most with another card. 209 did not; their reservations were kept until midnight instead of the usual 20 minutes.',
      'Ticket offices at Harrowness and Tvinhavn took cash from 10:20. Everybody sailed as booked: gates accept a reservation without payment, and crews collected on board. Lost sales are estimated at no more than 41,000 euros, which is the sum of the 209 reservations.',
    ],
    'what-happened': [
      {
        key: 'announced',
        time: season('2024-09', 'autumn 2024'),
        type: 'said',
        text: 'The certificate authority announces that new certificates will chain to its 2023 root. The mail goes to a shared mailbox, certificates@, with 1,900 unread messages at the time.',
        evidence: [link('mail archive', 'mail', 'certificates/2024-10-02')],
      },
      {
        key: 'automated',
        time: month('2024-11', 'November 2024'),
        type: 'changed',
        text: 'Rotation moves from a yearly task by hand to a job that runs 30 days before expiry. Tried in the test world against five network simulators, all of which use our store of trusted roots.',
        evidence: [link('ticket PLAT-1804', 'tickets', 'PLAT-1804')],
      },
      {
        key: 'rotated',
        time: exact('10:02:40'),
        type: 'changed',
        text: [
          {
            runs: [
              'Rotation job 8812 installs the new client certificate and its chain on all six payment gateways. Its own check reports ',
              { code: 'chain ok, 397 days' },
              '.',
            ],
          },
        ],
        evidence: [link('job log', 'jobs', '8812')],
      },
      {
        key: 'declines',
        time: exact('10:03'),
        type: 'seen',
        milestones: ['first-effect'],
        text: 'Declines on Norsel and Maricard begin to rise, from 1 % to 100 % by 10:08, as open connections reach their five-minute limit and new ones are refused. Three other networks stay at 1 %.',
        evidence: [link('dashboard', 'graphs', 'payments/declines-by-network?from=2025-02-11T10:00')],
      },
      {
        key: 'probe',
        time: exact('10:05'),
        type: 'seen',
        text: 'Checkout probe green on all gateways.',
        evidence: [link('probe history', 'probes', 'checkout/2025-02-11')],
      },
      {
        key: 'calls',
        time: exact('10:11'),
        type: 'said',
        milestones: ['first-noticed'],
        text: 'Passenger Support posts in the payments channel: three callers in ten minutes, all told that their bank is unavailable, two of them with cards from different banks.',
        evidence: [
          snippet(
            'chat, payments channel',
            '2025-02-11T14:02:00Z',
            '[10:11] support-desk: 3 calls since 10. all "bank unavailable". two of them are with different banks, odd?\n[10:12] payments-oncall: on it',
          ),
        ],
      },
      {
        key: 'bank',
        time: exact('10:13'),
        type: 'thought',
        text: 'Payments on-call takes it for maintenance at a bank. The log shows code 91, issuer unavailable; on 23 January the same code had come from a bank’s announced maintenance and had gone after half an hour.',
        evidence: [link('payment log', 'logs', 'payments?code=91&day=2025-02-11')],
      },
      {
        key: 'status',
        time: exact('10:19'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'Payments on-call looks at the status pages of all five networks (green) and opens a ticket with the acquirer.',
        evidence: [link('acquirer ticket', 'tickets', 'ACQ-553')],
      },
      {
        key: 'alert',
        time: exact('10:24'),
        type: 'seen',
        text: 'The decline alert fires: average over all networks above 20 %, measured over 15 minutes, held for five.',
        evidence: [link('alert', 'alerts', 'payments-declines/2025-02-11T10:24')],
      },
      {
        key: 'restart',
        time: exact('10:27'),
        type: 'done',
        milestones: ['no-effect'],
        text: 'Platform on-call, joined at 10:25, restarts the gateways one by one, the first step of the runbook. Declines stay at 34 % of attempts.',
        evidence: [link('shell log', 'logs', 'shell/gateway-2/2025-02-11')],
      },
      {
        key: 'brands',
        time: about('10:38'),
        type: 'said',
        text: 'The ticket office at Harrowness asks by phone whether it is “only the two blue cards”. Everything else has gone through their terminal all morning.',
      },
      {
        key: 'split',
        time: exact('10:41'),
        type: 'seen',
        text: 'A Payments engineer splits the declines by network: two at 100 %, three at 1 %.',
        evidence: [link('dashboard', 'graphs', 'payments/declines-by-network?from=2025-02-11T10:30')],
      },
      {
        key: 'refused',
        time: exact('10:46'),
        type: 'seen',
        text: [
          {
            runs: [
              'With debug logging on one gateway, the handshake with Norsel ends in ',
              { code: 'unknown_ca' },
              '.',
            ],
          },
        ],
        evidence: [
          snippet(
            'gateway-2, debug log',
            '2025-02-11T09:47:10Z',
            '10:46:22 norsel connect ok\n10:46:22 norsel tls alert received: fatal unknown_ca (48)\n10:46:22 norsel mapped to decline 91',
          ),
        ],
      },
      {
        key: 'decided',
        time: exact('10:49'),
        type: 'decided',
        text: 'Payments and Platform decide to put the previous bundle back. It is valid for another 29 days.',
      },
      {
        key: 'restored',
        time: exact('10:52'),
        type: 'changed',
        milestones: ['first-relief'],
        text: 'Previous bundle restored from the vault on one gateway. Norsel and Maricard payments pass there within a minute.',
        evidence: [link('vault audit', 'vault', 'audit/2025-02-11')],
      },
      { key: 'everywhere', time: exact('10:58'), type: 'changed', text: 'Previous bundle on all six gateways.' },
      {
        key: 'normal',
        time: exact('11:01'),
        type: 'seen',
        milestones: ['normal-again'],
        text: 'Declines back at 1 % on all five networks.',
        evidence: [link('dashboard', 'graphs', 'payments/declines-by-network?from=2025-02-11T10:45')],
      },
    ],
    accounts: [
      {
        key: 'payments',
        from: 'Payments on-call engineer',
        entry: 'bank',
        text: [
          'I had code 91 on the screen, and 91 says issuer unavailable. We had seen exactly that in January and waiting was the right thing. The probe was green, so our side looked fine. The support message about two banks did not fit, but one of the two could have been a typing mistake in the call notes.',
          'What would have helped me was seeing that nothing had left the building. A refused handshake never reached a bank.',
        ],
      },
      {
        key: 'support',
        from: 'Passenger Support lead',
        entry: 'calls',
        text: 'For us it was already strange at the second call: two banks down in the same quarter of an hour is not a thing we see. We said “odd?” in the channel and got “on it”, and took that to mean it was understood. We had no way to see brands; the caller says “my card”, and our form has a field for the bank only.',
      },
      {
        key: 'platform',
        from: 'Platform on-call engineer',
        entry: 'restart',
        text: 'I came in at 10:25 with a page that said decline rate. In May 2024 the same curve had been a stuck connection pool, and a restart ended it in two minutes. I knew a rotation had run that morning; its log said chain ok, so I ticked it off.',
      },
    ],
    'allowed-it': [
      {
        key: 'own-store',
        role: 'possible',
        factors: ['missing-safeguard', 'test-world-differs'],
        entries: ['automated', 'rotated', 'refused'],
        text: 'The rotation job verifies a new chain against the trusted roots of our own machines. Each card network keeps a list of its own, and two of the five did not yet hold the authority’s 2023 root. The simulators in the test world use our store, so the test asked the same question as the job.',
      },
      {
        key: 'all-six',
        role: 'worse',
        factors: ['everything-at-once'],
        entries: ['rotated', 'declines'],
        text: 'The job replaces the bundle on all six gateways within eleven seconds. With one gateway first, about 6 % of attempts would have met the new chain.',
      },
      {
        key: 'code-91',
        role: 'hidden',
        factors: ['misleading-display'],
        entries: ['bank', 'status', 'refused'],
        text: 'The gateway stores a handshake that a network refuses as decline code 91, the code for a bank that does not answer. On every screen we use, “they would not talk to us” and “the bank is down” are the same line.',
      },
      {
        key: 'average',
        role: 'hidden',
        factors: ['lost-in-noise'],
        entries: ['declines', 'alert'],
        text: 'The decline alert averages five networks over 15 minutes and waits five more. Two networks at 100 % raise that average to 34 %; it took 21 minutes from first effect to alert, 13 after the phone calls had been passed on.',
      },
      {
        key: 'restart-first',
        role: 'sensible',
        factors: ['practice-differs'],
        entries: ['restart'],
        text: 'The runbook for “declines high” begins with a restart, since the May 2024 incident ended with one. It was a reasonable first step on what the page showed, and it closed the connections that had been opened before 10:02 and still worked.',
      },
      {
        key: 'asked-before',
        role: 'possible',
        factors: ['boundary', 'no-room-to-act'],
        entries: ['announced', 'automated'],
        text: 'It had been raised before. On 12 December a Payments engineer asked in PAY-2210 whether the networks keep root lists of their own. Payments tagged the ticket “rotation, Platform”; Platform’s board shows tickets opened there. It stood in neither team’s weekly list. (Added in version 2.)',
      },
      {
        key: 'thirty-days',
        role: 'limited',
        factors: ['time-and-expiry'],
        entries: ['decided', 'restored'],
        text: 'Rotation runs 30 days before expiry, and the vault keeps the bundle before. So there was a way back that needed no new certificate.',
        noChangeBecause:
          'It held. We keep the 30 days, and the restore is tried each quarter on one gateway (it is in the calendar of both teams).',
      },
    ],
    'what-held': [
      'The previous bundle was still valid and one command away. Gates accept a reservation without payment, a rule from the days of paper, and it kept every passenger moving; we want to be able to count on it and have written it down.',
      'Luck: it was a Tuesday in February. On the Friday before the summer holidays the same 58 minutes would see about four times the attempts.',
    ],
    changing: [
      {
        key: 'reader-stores',
        causes: ['own-store'],
        strength: 'stronger',
        team: 'team-platform',
        mayMakeHarder:
          'An urgent renewal now depends on five published lists being current and readable. There is no way past the check yet.',
        text: 'Rotation refuses a bundle that any card network’s published root list rejects. The lists are fetched daily; the last good copy is kept.',
        progress: {
          state: 'done',
          dueOn: '2025-03-14',
          trackerUrl: 'https://tickets.skerry-line.example/PLAT-2031',
          didItHelp: {
            answer: 'partly',
            on: '2026-10-19',
            text: 'In September 2025 it refused a bundle with a missing intermediate before any gateway had it. In October 2026 it refused an emergency renewal for the age of a list, and prolonged an outage: PM-12.',
          },
        },
      },
      {
        key: 'one-first',
        causes: ['all-six'],
        strength: 'stronger',
        team: 'team-platform',
        mayMakeHarder: 'A rotation takes 70 minutes instead of eleven seconds.',
        text: 'The job installs on one gateway, compares handshakes per network for ten minutes, and goes on only when they match the other five.',
        progress: {
          state: 'done',
          dueOn: '2025-03-28',
          trackerUrl: 'https://tickets.skerry-line.example/PLAT-2032',
          didItHelp: {
            answer: 'yes',
            on: '2025-10-02',
            text: 'Three rotations since, one of them paused at the first gateway when a network was in maintenance.',
          },
        },
      },
      {
        key: 'own-code',
        causes: ['code-91'],
        strength: 'intermediate',
        team: 'team-payments',
        text: [
          {
            runs: [
              'A handshake that a network refuses gets a code of its own, ',
              { code: 'T48' },
              ', and its own line on the dashboard, apart from what banks answer.',
            ],
          },
        ],
        progress: {
          state: 'done',
          dueOn: '2025-03-07',
          trackerUrl: 'https://tickets.skerry-line.example/PAY-2294',
        },
      },
      {
        key: 'per-network',
        causes: ['average'],
        strength: 'intermediate',
        team: 'team-payments',
        mayMakeHarder: 'Five alerts instead of one. The two small networks have nights with fewer than 20 attempts.',
        text: 'Decline alerts per network over five minutes, silent below 20 attempts.',
        progress: {
          state: 'done',
          dueOn: '2025-04-11',
          trackerUrl: 'https://tickets.skerry-line.example/PAY-2295',
          didItHelp: {
            answer: 'yes',
            on: '2025-11-14',
            text: 'Fired four times; twice it was a network’s own outage, noticed before their status page changed.',
          },
        },
      },
      {
        key: 'runbook',
        causes: ['restart-first'],
        strength: 'weaker',
        team: 'team-platform',
        text: 'The runbook begins with the split by network, and says what a restart costs.',
        progress: { state: 'done', dueOn: '2025-02-18' },
      },
      {
        key: 'mail-ticket',
        causes: ['asked-before'],
        strength: 'intermediate',
        team: 'team-platform',
        text: 'Mail to certificates@ opens a ticket on the Platform board, and a ticket that two teams tag appears in the weekly list of both. (Added in version 2.)',
        progress: {
          state: 'done',
          dueOn: '2025-05-16',
          trackerUrl: 'https://tickets.skerry-line.example/PLAT-2077',
        },
      },
      {
        key: 'two-certificates',
        causes: ['own-store'],
        strength: 'stronger',
        team: 'team-payments',
        decision: 'not-doing',
        because:
          'Four of the five networks register one certificate for each merchant. Presenting an old and a new one side by side would need a second merchant number, with its own settlement and its own failures.',
        text: 'Hold two client certificates at once and fall back to the other when one is refused.',
      },
    ],
    unknown: stillOpen,
    thanks: [
      {
        key: 'support',
        to: 'Passenger Support',
        team: 'team-support',
        text: 'For writing after three calls, with the detail that did not fit. It was 13 minutes ahead of the alert.',
      },
      {
        key: 'office',
        to: 'The ticket office at Harrowness',
        text: 'For asking about the two blue cards. That question is what made us split the declines by network.',
      },
      {
        key: 'december',
        to: 'The Payments engineer who asked in December',
        team: 'team-payments',
        text: 'For asking early, and for telling us about PAY-2210 after version 1 was out, when it would have been easier to let it rest.',
      },
    ],
    lessons: [
      {
        key: 'readers-store',
        text: 'Check a certificate in the reader’s trust store, not in the writer’s: what we accept says nothing about what they accept.',
        causes: ['own-store'],
        changes: ['reader-stores'],
      },
      {
        key: 'averages',
        text: 'An alert that averages over partners hides the outage of one until it is large enough to move them all.',
        causes: ['average'],
        changes: ['per-network'],
      },
      {
        key: 'own-word',
        text: 'Give a refused connection a code of its own, or it will be read as the other side’s answer.',
        causes: ['code-91'],
        changes: ['own-code'],
      },
      {
        key: 'way-back',
        text: 'Renew early enough that the certificate before is still valid, and the way back needs nothing new.',
        causes: ['thirty-days'],
      },
    ],
  },
}

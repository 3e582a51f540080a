import { clock, month, unknownTime } from '../clock.ts'
import { link, snippet } from '../evidence.ts'
import type { SamplePostmortem } from '../sample-postmortem.ts'

const zone = 'Europe/Oslo'
const logged = clock('2025-12-16', '+01:00', zone)
const monday = clock('2026-01-26', '+01:00', zone)
const tuesday = clock('2026-01-27', '+01:00', zone)

export const tokenInALog: SamplePostmortem = {
  number: 5,
  template: 'security',
  title: 'A sign-in token readable in a public build log for 41 days',
  kind: 'security',
  severity: 'sev-2',
  services: ['service-pipeline', 'service-sign-in'],
  teams: ['team-platform', 'team-support'],
  owner: 'person-lindqvist',
  zone,
  startedAt: '2026-01-26T16:30:00.000Z',
  visibility: 'teams',
  restricted: true,
  invited: { people: ['person-okonjo', 'person-szabo'], teams: ['team-platform'] },
  versions: [{ publishedAt: '2026-02-12T14:00:00.000Z', note: '' }],
  sections: {
    'who-may-read': [
      'Platform, the head of engineering and the support lead, in search and mail as well. The reason: the section on what was reachable describes a service account that still exists under another token.',
      'We look again on 1 February 2027, when that account is retired. “In short” and the lessons contain no path and may be shown to anyone; that shortened form was sent to the two partners named below.',
    ],
    'in-short': [
      'From 16 December 2025 to 26 January 2026 a token of our sign-in service stood, encoded, in a public build log of our gate library. A researcher outside the company found it and wrote to us.',
      'The token could read the list of sign-in settings and write to the test world. It could not read passwords or sign anyone in. We found no use of it by others in any log that reaches back far enough, and one log does not.',
      'The token was withdrawn 22 minutes after a person here read the report. The report had waited four hours in a queue for lost luggage.',
    ],
    reached: [
      {
        list: [
          'Known: the token could read settings of sign-in (names of partners, addresses they return to, no secrets) and change settings in the test world.',
          'Ruled out: change of live settings. The token has no write permission there, and the audit log of sign-in, complete for 400 days, shows 23 changes in the period, each from a merged change request.',
          'Ruled out: sign-in as a passenger or employee. Signing keys are in a separate store that this token cannot address; tried by two engineers on 28 January, refused with 403 each time.',
          'Not known: who opened the log. The host of our public builds keeps reader addresses for 14 days; for the first 27 days there is nothing. In the 14 days it was opened by six addresses, four of them search engines, one the researcher’s, one unknown.',
          'Not known: whether settings were read. Reads are logged for 30 days; those show our pipeline alone.',
        ],
      },
    ],
    'what-happened': [
      {
        key: 'public',
        time: month('2025-05', 'May 2025'),
        type: 'changed',
        text: 'The gate library becomes open source, so that harbour partners can test against it. Its build logs become public with it. Learnt: known from the start.',
        evidence: [link('decision note', 'docs', 'decisions/gate-library-public')],
      },
      {
        key: 'package-manager',
        time: month('2025-12', 'December 2025'),
        type: 'changed',
        text: 'A new version of the package manager prints the request headers when a download does not succeed. Learnt: 27 January, from its change notes.',
        evidence: [link('build image log', 'builds', 'images/2025-12-09')],
      },
      {
        key: 'printed',
        time: logged.exact('11:52'),
        type: 'seen',
        milestones: ['first-effect'],
        text: [
          {
            runs: [
              'Build 2207 cannot reach the package registry for a minute and prints a header ',
              { code: 'authorization: Basic …' },
              '. The mask for secrets looks for the token as stored; the header holds it in Base64. Learnt: 26 January, 14:52.',
            ],
          },
        ],
        evidence: [
          snippet(
            'build 2207, public log, token replaced',
            '2026-01-26T14:02:00Z',
            'retry 2/3 GET registry …/gate-protocol\n  authorization: Basic [96 characters, withdrawn]\n  status: 503',
          ),
        ],
      },
      {
        key: 'between',
        time: unknownTime('unknown, before 25 January'),
        type: 'seen',
        text: 'An address we cannot assign opens the log once. Learnt: 27 January, from the host’s reader list, which keeps addresses and counts and no times.',
        evidence: [link('reader list, copy', 'vault', 'pm-5/readers')],
      },
      {
        key: 'report',
        time: monday.exact('10:41'),
        type: 'said',
        text: 'A researcher writes to security@ with the build number and an offer to wait. Learnt: 14:44.',
        evidence: [link('mail, sealed', 'vault', 'pm-5/report')],
      },
      {
        key: 'luggage',
        time: monday.exact('10:42'),
        type: 'seen',
        text: 'The mail rules of the support desk sort the report into “lost property”: the subject is “Found something of yours”. Learnt: 27 January.',
        evidence: [link('desk audit', 'desk', 'audit/88213')],
      },
      {
        key: 'read',
        time: monday.exact('14:44'),
        type: 'said',
        milestones: ['first-noticed'],
        text: 'A support agent opens it in turn, reads “token” and calls Platform on-call instead of answering. Learnt: the same minute.',
      },
      {
        key: 'confirmed',
        time: monday.exact('14:52'),
        type: 'seen',
        text: 'Platform on-call decodes the header: it is the sign-in token of the pipeline, valid until June. Learnt: the same minute.',
      },
      {
        key: 'withdrawn',
        time: monday.exact('15:06'),
        type: 'done',
        milestones: ['first-relief'],
        text: 'The token is withdrawn. The log is hidden at 15:09, after a copy for the investigation. Learnt: the same minute.',
        evidence: [link('vault audit', 'vault', 'audit/2026-01-26')],
      },
      {
        key: 'order',
        time: monday.exact('15:20'),
        type: 'decided',
        text: 'Decision to search all 3,100 public logs for encoded forms of all 41 tokens before answering the researcher in detail. One more line is found, from the same build.',
        evidence: [link('search script and result', 'vault', 'pm-5/search')],
      },
      {
        key: 'clear',
        time: tuesday.exact('17:30'),
        type: 'seen',
        milestones: ['normal-again'],
        text: 'Reviews of sign-in and registry logs end. All 41 tokens have been renewed as a precaution.',
        evidence: [link('review notes', 'vault', 'pm-5/review')],
      },
    ],
    'allowed-it': [
      {
        key: 'exact-mask',
        role: 'possible',
        factors: ['missing-safeguard'],
        entries: ['printed'],
        text: 'The mask replaces a secret where it appears exactly as stored. Encoded, split over lines or joined with a user name, it passes. Basic authorisation always joins and encodes.',
      },
      {
        key: 'verbose',
        role: 'possible',
        factors: ['automation-surprise', 'unsafe-default'],
        entries: ['package-manager', 'printed'],
        text: 'A routine update of the build image changed what the package manager prints in one rare case. Image updates are tested by building; a build that succeeds prints nothing of it.',
      },
      {
        key: 'one-token',
        role: 'worse',
        factors: ['shared-dependency', 'unsafe-default'],
        entries: ['public', 'confirmed'],
        text: 'Public and private builds use one pipeline account. Making the library public gave a public build a token that it never needed.',
      },
      {
        key: 'long-life',
        role: 'worse',
        factors: ['time-and-expiry'],
        entries: ['confirmed'],
        text: 'The token lives for a year. Logs are kept as long as the repository. Anything printed once is readable for months.',
      },
      {
        key: 'desk-rules',
        role: 'hidden',
        factors: ['boundary', 'misleading-display'],
        entries: ['report', 'luggage'],
        text: 'security@ leads into the support desk, which sorts by words in the subject. “Found” means luggage there, 60 times a day. Platform had asked in 2024 for an address of its own; the request was waiting for the new mail contract.',
      },
      {
        key: 'narrow',
        role: 'limited',
        factors: [],
        entries: ['clear'],
        text: 'Since the sign-in move of 2024, tokens carry the least permission that lets a build pass. This one could not write to the live settings.',
        noChangeBecause: 'It held, and is now checked monthly instead of yearly for all accounts.',
      },
    ],
    'gave-it-away': [
      'The researcher reads public logs of transport companies for encoded headers, and told us so. None of our own searches would have shown it: they look for the same exact form as the mask.',
      'What slowed any use: the token’s narrow permission, and the test world being closed from outside since 2023.',
    ],
    changing: [
      {
        key: 'no-secret',
        causes: ['one-token', 'long-life'],
        strength: 'stronger',
        team: 'team-platform',
        mayMakeHarder:
          'Public builds cannot publish packages. Releases of the gate library are now a second, private step.',
        text: 'Public builds run without any stored token. What they need is issued for one build, readable only, and expires after 20 minutes.',
        progress: {
          state: 'done',
          dueOn: '2026-03-31',
          trackerUrl: 'https://tickets.skerry-line.example/PLAT-2502',
          didItHelp: {
            answer: 'yes',
            on: '2026-08-04',
            text: 'A later image printed headers again. The token in them had expired before the log was complete.',
          },
        },
      },
      {
        key: 'forms',
        causes: ['exact-mask'],
        strength: 'intermediate',
        team: 'team-platform',
        text: 'The mask knows each secret in five encodings and joined with its user name. A log with a match is withheld until a person has looked.',
        progress: { state: 'done', dueOn: '2026-02-20', trackerUrl: 'https://tickets.skerry-line.example/PLAT-2503' },
      },
      {
        key: 'broken-build',
        causes: ['verbose'],
        strength: 'intermediate',
        team: 'team-platform',
        text: 'A new build image runs three builds that cannot succeed, with marked tokens, before it is used. A marked token in the output stops it.',
        progress: { state: 'done', dueOn: '2026-04-17', trackerUrl: 'https://tickets.skerry-line.example/PLAT-2504' },
      },
      {
        key: 'own-address',
        causes: ['desk-rules'],
        strength: 'stronger',
        team: 'team-support',
        text: 'security@ pages Platform on-call directly. A copy goes to the desk, where it cannot be sorted.',
        progress: { state: 'done', dueOn: '2026-01-30', trackerUrl: 'https://tickets.skerry-line.example/DESK-77' },
      },
    ],
    'who-was-told': [
      {
        list: [
          'The researcher: on 26 January at 16:10 that the token was withdrawn, on 29 January what it could reach. Agreed to publish nothing before 1 March.',
          'Two harbour partners whose return addresses stood in the settings: by phone on 27 January, in writing on 28 January.',
          'The data protection officer: on 26 January at 15:40. Assessed as not reportable, since no personal data was within reach; the assessment is in the vault.',
          'Still owed: a note to the researcher when the account is retired in 2027.',
        ],
      },
    ],
    unknown: [
      {
        key: 'sixth',
        text: 'Whose is the sixth address? Its provider rents to thousands. Nothing that we can ask for would settle it.',
      },
      {
        key: 'others',
        text: 'Which other tools print more when something goes wrong? We know of one more, the map bundler, and have not tried the rest.',
      },
    ],
    thanks: [
      {
        key: 'researcher',
        to: 'The researcher, who prefers not to be named',
        text: 'For writing to us first, with everything we needed in eleven lines, and for offering to wait.',
      },
      {
        key: 'agent',
        to: 'A support agent on the day shift',
        team: 'team-support',
        text: 'For picking up the phone when a lost-property mail said “token”, without knowing whether that was worth a call.',
      },
    ],
    lessons: [
      {
        key: 'publication',
        text: 'A log is a publication: whatever a build can read, it can print, on the one day when something goes wrong.',
        causes: ['verbose', 'one-token'],
        changes: ['no-secret'],
      },
      {
        key: 'mask',
        text: 'A mask that looks for the exact secret protects against the one form in which secrets seldom travel.',
        causes: ['exact-mask'],
        changes: ['forms'],
      },
      {
        key: 'address',
        text: 'Send yourself a report from outside once a year, and measure how long it takes to reach somebody who can act.',
        causes: ['desk-rules'],
        changes: ['own-address'],
      },
    ],
  },
}

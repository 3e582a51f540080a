/**
 * What an address answers to people with whom nothing of it is shared, and a form that would change something if it were let
 * through. `open`: it is for everyone; `own`: each sees their own; `admins`: a member gets the 404; `guarded`: it shows one
 * post-mortem. `takeOver`: an admin is told that there is something to take over, and no more.
 */
interface Expected {
  address: string
  reading: 'open' | 'own' | 'admins' | 'guarded' | 'takeOver'
  form?: Record<string, string>
}

/** Route pattern → what is expected. A route that is missing here fails the first test. */
export const expected: Record<string, Expected> = {
  health: { address: '/health', reading: 'open' },
  '*': { address: '/no/such/page', reading: 'open' },
  'auth/*': { address: '/auth/sign-in/not-a-token', reading: 'open' },
  setup: { address: '/setup', reading: 'open' },
  'sign-in': { address: '/sign-in', reading: 'open' },
  'sign-out': { address: '/sign-out', reading: 'open', form: { any: 'thing' } },
  'forgot-password': { address: '/forgot-password', reading: 'open' },
  language: { address: '/language', reading: 'open' },
  'live-right': { address: '/live-right', reading: 'open', form: { postmortem: 'PM' } },
  'reset-password/:token': { address: '/reset-password/not-a-token', reading: 'open' },
  'join/:token': { address: '/join/not-a-token', reading: 'open' },
  '/': { address: '/', reading: 'own' },
  find: { address: '/find', reading: 'own' },
  library: { address: '/library', reading: 'own' },
  postmortems: { address: '/postmortems', reading: 'own' },
  'postmortems/new': { address: '/postmortems/new', reading: 'own', form: { text: '14:02 It began' } },
  'postmortems/import': { address: '/postmortems/import', reading: 'own', form: { text: '# It', intent: 'create' } },
  'postmortems/:postmortem': { address: '/postmortems/PM', reading: 'guarded' },
  'postmortems/:postmortem/write': {
    address: '/postmortems/PM/write',
    reading: 'guarded',
    form: { itemId: 'x', state: 'done' },
  },
  'postmortems/:postmortem/mentions': {
    address: '/postmortems/PM/mentions',
    reading: 'guarded',
    form: { personId: 'anyone', participantId: 'anyone' },
  },
  'postmortems/:postmortem/publish': {
    address: '/postmortems/PM/publish',
    reading: 'guarded',
    form: { intent: 'visibility', visibility: 'teams' },
  },
  'postmortems/:postmortem/access': {
    address: '/postmortems/PM/access',
    reading: 'takeOver',
    form: { intent: 'visibility', visibility: 'teams' },
  },
  'files/:file': { address: '/files/FILE', reading: 'guarded', form: { intent: 'remove' } },
  'postmortems/:postmortem/files': {
    address: '/postmortems/PM/files',
    reading: 'guarded',
    form: { intent: 'remove', file: 'FILE' },
  },
  'postmortems/:postmortem/manage': {
    address: '/postmortems/PM/manage',
    reading: 'guarded',
    form: { intent: 'duplicate' },
  },
  'postmortems/:postmortem/history': {
    address: '/postmortems/PM/history',
    reading: 'guarded',
    form: { intent: 'name', name: 'Mallory was here' },
  },
  'postmortems/:postmortem/history/compare': { address: '/postmortems/PM/history/compare', reading: 'guarded' },
  'postmortems/:postmortem/history/:version': {
    address: '/postmortems/PM/history/any',
    reading: 'guarded',
    form: { intent: 'restore', part: 'all' },
  },
  'postmortems/:postmortem/history/:version/document': {
    address: '/postmortems/PM/history/any/document',
    reading: 'guarded',
  },
  settings: {
    address: '/settings',
    reading: 'own',
    form: { name: 'Mallory', roleTitle: '', timeZone: 'UTC', intent: 'profile' },
  },
  'settings/sign-in': { address: '/settings/sign-in', reading: 'own', form: { intent: 'sessions' } },
  'settings/organisation': {
    address: '/settings/organisation',
    reading: 'own',
    form: { act: 'name', name: 'Mallory and Sons' },
  },
  'settings/people': { address: '/settings/people', reading: 'admins', form: { role: 'admin' } },
  'settings/people/:person': {
    address: '/settings/people/PERSON',
    reading: 'admins',
    form: { intent: 'role', role: 'admin' },
  },
  'settings/teams': { address: '/settings/teams', reading: 'own', form: { act: 'add', name: 'Mallory’s team' } },
  'settings/services': {
    address: '/settings/services',
    reading: 'own',
    form: { act: 'add', name: 'Mallory’s service' },
  },
  'settings/terms/:list': {
    address: '/settings/terms/factors',
    reading: 'own',
    form: { act: 'add', name: 'Mallory’s factor' },
  },
  'settings/templates': { address: '/settings/templates', reading: 'own', form: { act: 'add' } },
  'settings/templates/new': { address: '/settings/templates/new', reading: 'admins', form: { act: 'save', name: 'M' } },
  'settings/templates/import': {
    address: '/settings/templates/import',
    reading: 'admins',
    form: { text: '{"name":"Mallory’s template"}' },
  },
  'settings/templates/:template': {
    address: '/settings/templates/standard',
    reading: 'own',
    form: { act: 'retire' },
  },
  'settings/templates/:template/edit': {
    address: '/settings/templates/standard/edit',
    reading: 'admins',
    form: { act: 'save', name: 'Mallory’s template' },
  },
  'settings/templates/:template/file': { address: '/settings/templates/standard/file', reading: 'own' },
  'settings/language': {
    address: '/settings/language',
    reading: 'own',
    form: { act: 'words', revision: '0', roles: 'mallory' },
  },
}

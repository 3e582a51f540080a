import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  route('health', 'routes/health.ts'),
  route('auth/*', 'routes/auth.tsx'),
  route('setup', 'routes/setup.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('forgot-password', 'routes/forgot-password.tsx'),
  route('reset-password/:token', 'routes/reset-password.tsx'),
  route('join/:token', 'routes/join.tsx'),
  route('language', 'routes/language/language.tsx'),

  layout('routes/signed-in.tsx', [
    index('routes/home.tsx'),
    route('find', 'routes/library/find.ts'),
    route('library', 'routes/library/search.tsx'),

    route('postmortems', 'routes/postmortems/list.tsx'),
    route('postmortems/new', 'routes/postmortems/new.tsx'),
    route('postmortems/import', 'routes/postmortems/import.tsx'),
    route('postmortems/:postmortem', 'routes/postmortems/read.tsx'),
    route('postmortems/:postmortem/write', 'routes/postmortems/write.tsx'),
    route('postmortems/:postmortem/mentions', 'routes/postmortems/mentions.ts'),
    route('postmortems/:postmortem/publish', 'routes/postmortems/publish.tsx'),
    route('postmortems/:postmortem/access', 'routes/postmortems/access.tsx'),
    route('postmortems/:postmortem/manage', 'routes/postmortems/manage.tsx'),

    route('settings/templates/:template/file', 'routes/settings/template-file.ts'),
    layout('routes/settings/settings-frame.tsx', [
      route('settings', 'routes/settings/profile.tsx'),
      route('settings/sign-in', 'routes/settings/sign-in-and-sessions.tsx'),
      route('settings/organisation', 'routes/settings/organisation.tsx'),
      route('settings/people', 'routes/settings/people.tsx'),
      route('settings/people/:person', 'routes/settings/person.tsx'),
      route('settings/teams', 'routes/settings/teams.tsx'),
      route('settings/services', 'routes/settings/services.tsx'),
      route('settings/terms/:list', 'routes/settings/terms.tsx'),
      route('settings/templates', 'routes/settings/templates.tsx'),
      route('settings/templates/new', 'routes/settings/template-new.tsx'),
      route('settings/templates/import', 'routes/settings/template-import.tsx'),
      route('settings/templates/:template', 'routes/settings/template.tsx'),
      route('settings/templates/:template/edit', 'routes/settings/template-edit.tsx'),
      route('settings/language', 'routes/settings/language.tsx'),
    ]),
  ]),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig

/** Folder → the folders it may import from. Its own is always allowed; `*` is wiring that may import anything. */
export const importDirections: Record<string, string[] | '*'> = {
  'app/linter': [],
  'app/document': ['app/linter'],
  'app/scraps': ['app/document'],
  db: [],
  'app/ui': [],
  'app/people': ['db'],
  'app/catalogue': ['app/people', 'app/document', 'app/linter', 'db'],
  'app/library': ['app/people', 'app/document', 'db'],
  'app/postmortems': ['app/library', 'app/people', 'app/catalogue', 'app/document', 'app/linter', 'db'],
  'app/reading': ['app/people', 'app/document', 'app/ui', 'db'],
  'app/interchange': ['app/postmortems', 'app/people', 'app/document', 'db'],
  'app/collaboration': ['app/postmortems', 'app/people', 'app/document', 'db'],
  'app/editor': ['app/document', 'app/scraps', 'app/linter', 'app/ui'],
  'app/sample': ['app/postmortems', 'app/catalogue', 'app/people', 'app/library', 'app/document', 'db'],
  'app/routes': [
    'app/catalogue',
    'app/document',
    'app/editor',
    'app/interchange',
    'app/library',
    'app/linter',
    'app/people',
    'app/postmortems',
    'app/reading',
    'app/sample',
    'app/scraps',
    'app/ui',
  ],
  'app/server': '*',
  'app/cli': '*',
  scripts: '*',
  tests: '*',
}

/** Files at the top of `app/` that every page may use, and the wiring itself. */
export const topFiles = ['app/context.ts', 'app/root.tsx', 'app/routes.ts', 'app/entry.server.tsx', 'app/app.css']

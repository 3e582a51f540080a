import { defineConfig } from 'vitest/config'

const databaseTests = ['{app,db,tests}/**/*.db.test.{ts,tsx}']

export default defineConfig({
  test: {
    maxWorkers: 2,
    // No file leaves anything behind in its process, and loading everything anew for each takes as long as its tests.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,db,tests,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...databaseTests, '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'pglite',
          include: databaseTests,
          globalSetup: 'tests/migrated-snapshot.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'postgres',
          include: databaseTests,
          globalSetup: 'tests/migrated-postgres.ts',
          testTimeout: 30_000,
        },
      },
    ],
  },
})

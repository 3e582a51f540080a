#!/usr/bin/env node
// The one entry for `npm start` and `npm run candor`. Plain JavaScript, so that a Node too old for the rest can still
// say so. npm puts the project's own Node first in the path; this guards against being started without it.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 && !(major === 22 && minor >= 22)) {
  console.error(
    `Candor needs Node 24 and was started with ${process.versions.node}. Start it with "npm start", which brings its own, after "npm ci".`,
  )
  process.exit(1)
}
// React chooses its build when it is first loaded.
process.env.NODE_ENV ??= 'production'
const { candor } = await import('./app/cli/candor.ts')
const exitCode = await candor(process.argv.slice(2))
if (exitCode !== undefined) process.exitCode = exitCode

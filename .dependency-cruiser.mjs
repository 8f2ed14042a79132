/** The import rules: dependencies point one way (CONTRIBUTING.md, "Where things live"). */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    rule('no-cycles', 'a cycle hides which file knows which', {}, { circular: true }),
    rule('no-unresolved', 'an import must exist', {}, { couldNotResolve: true }),
    rule('stats-alone', 'stats/ imports nothing outside itself', { path: '^pipeline/stats/' }, { pathNot: '^pipeline/stats/' }),
    rule(
      'contract-alone',
      'the contract knows only errors and its parsers',
      { path: '^pipeline/contract/' },
      { path: '^(pipeline|site|test)/', pathNot: '^pipeline/(contract/|errors\\.ts$)' },
    ),
    rule('one-database', 'only db.ts imports DuckDB', { path: '^(pipeline|site)/', pathNot: '^pipeline/db\\.ts$' }, { path: 'duckdb' }),
    rule('nobody-imports-cli', 'cli.ts is the entrance', { path: '^(pipeline|site)/' }, { path: '^pipeline/cli\\.ts$' }),
    rule(
      'site-from-tables',
      'the site is a pure function of the published tables',
      { path: '^site/' },
      { path: '^pipeline/', pathNot: '^pipeline/(tables|publication)\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'], conditionNames: ['import', 'node', 'types'] },
  },
}

/** Who may import whom. The house in README.md, as dependency-cruiser checks it. */
const ours = '^(contract|src|console|functions|database|test|scripts|bench|config)/'

const features = 'people|booking|repair|canteen|shuttle|survey|supplies|inspection|complaint|vehicle|energy|emergency'

/** One rule for all features of a layer: what a feature imports of the features is its own. */
const noFeatureImportsAnother = (folder) => ({
  name: `no-feature-imports-another-in-${folder.replace('/', '-')}`,
  severity: 'error',
  from: { path: `^${folder}/(${features})/` },
  to: { path: `^${folder}/(${features})/`, pathNot: `^${folder}/$1/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(contract|src|console|functions|database)/',
        pathNot: ['\\.d\\.ts$', '^src/.*\\.config\\.ts$'],
      },
      to: {},
    },
    {
      name: 'contract-imports-the-validator-only',
      severity: 'error',
      from: { path: '^contract/' },
      to: { pathNot: ['^contract/', '^node_modules/valibot/'] },
    },
    {
      name: 'clients-know-nothing-of-the-cloud',
      severity: 'error',
      from: { path: '^(src|console)/' },
      to: { path: '^(functions|database)/' },
    },
    {
      name: 'the-cloud-knows-nothing-of-clients',
      severity: 'error',
      from: { path: '^(functions|database)/' },
      to: { path: '^(src|console)/' },
    },
    {
      name: 'app-and-console-are-apart',
      severity: 'error',
      from: { path: '^(src|console)/' },
      to: { path: '^(src|console)/', pathNot: '^$1/' },
    },
    ...['src/features', 'functions', 'console'].map(noFeatureImportsAnother),
    {
      name: 'parts-and-platform-know-no-feature',
      severity: 'error',
      from: { path: '^(src/(ui|platform)|console/ui)/' },
      to: { path: `^(src/(features|pages)|console/(${features}))/` },
    },
    {
      name: 'nobody-imports-tests-scripts-or-benchmarks',
      severity: 'error',
      from: { path: '^(contract|src|console|functions|database|config)/' },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'database-is-the-floor',
      severity: 'error',
      from: { path: '^database/' },
      to: { path: ours, pathNot: '^database/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.js', '.cjs', '.json'] },
    // SVG, styles and SQL are read by tools, not imported as code
    exclude: { path: '\\.(scss|css|sql|png|svg|html)$' },
  },
}

import js from '@eslint/js'
import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const CODE = ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts', 'server/**/*.{ts,tsx}']
const NODE_GLOBALS = Object.fromEntries(
  'Buffer URL WebAssembly clearInterval clearTimeout console fetch module performance process setInterval setTimeout'
    .split(' ')
    .map((name) => [name, 'readonly']),
)
const BUSINESS = [
  'kernel',
  'policy',
  'settings',
  'accounts',
  'articles',
  'comments',
  'feeds',
  'moderation',
  'realtime',
].map((room) => `lib/${room}/**/*.ts`)
const STATUSES =
  'pending|approved|rejected|spam|removed|erased|superseded|draft|published|unpublished|trashed'

const noBarrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import the file that holds the thing.',
}
const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Only lib/env.ts reads the environment.',
}
const noStatusStrings = (properties) => [
  {
    selector: `BinaryExpression:has(> MemberExpression[property.name=/^(${properties})$/]):has(> Literal[value=/^(${STATUSES})$/])`,
    message: 'Use a named set or the machine of comment-status.ts or article-status.ts.',
  },
  {
    selector: 'SwitchStatement[discriminant.property.name="status"]',
    message: 'Use the table of comment-status.ts or article-status.ts.',
  },
]
const noOwnClock = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Business rooms ask deps.clock for the time.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Business rooms ask deps.clock for the time.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Business rooms ask deps.ids or deps.secrets for random values.',
  },
]
const noImpatience = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
    message: 'One test left alone hides all others.',
  },
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message: 'Wait for a condition, never for time.',
  },
]

/**
 * What can be seen in one file. Who may import whom is .dependency-cruiser.cjs. A later block's
 * `no-restricted-syntax` replaces an earlier one's, so that each names all it wants.
 */
export default defineConfig(
  globalIgnores([
    '.next',
    '.stet',
    'data*',
    'lib/db/generated',
    'public/islands',
    'next-env.d.ts',
    'test-results',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: NODE_GLOBALS } },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-inferrable-types': 'off',
      // Declaring a custom element to JSX takes a namespace.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      // Controls and combining marks are what half of our patterns are about.
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-restricted-syntax': ['error', noBarrel],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'server/{pages,render}/**/*.tsx'],
    extends: [next],
    rules: {
      // Reader pages are made without Next: links are plain, the head is an element, and the one script is a module, which never blocks.
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-head-element': 'off',
      '@next/next/no-location-assign-relative-destination': 'off',
      // Pictures are drawn in every size when they are added (decision 22).
      '@next/next/no-img-element': 'off',
      '@next/next/no-sync-scripts': 'off',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@/lib/(accounts|articles|comments|moderation)/(?!.*(-status|desk-address|undo-key)$)',
              importNamePattern: '^(?!.*Input$)[a-z]',
              allowTypeImports: true,
              message: 'Pages call what the runtime offers; of a use-case they take the input schema only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: CODE,
    rules: {
      'no-console': 'error',
      // A component may put words to a state that was presented to it.
      'no-restricted-syntax': ['error', noBarrel, noEnvironment, ...noStatusStrings('status')],
    },
  },
  {
    files: BUSINESS,
    rules: {
      'no-restricted-syntax': [
        'error',
        noBarrel,
        noEnvironment,
        ...noStatusStrings('status|state'),
        ...noOwnClock,
      ],
    },
  },
  {
    files: ['lib/comments/comment-status.ts', 'lib/articles/article-status.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrel, noEnvironment, ...noOwnClock] },
  },
  { files: ['server/{main,cli}.ts', 'server/demo/seed.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['lib/env.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrel, ...noStatusStrings('status')] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', noBarrel, ...noImpatience],
      // Playwright reads a fixture's needs from the pattern of its first parameter.
      'no-empty-pattern': 'off',
    },
  },
)

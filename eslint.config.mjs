import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { apostrophe } from './test/support/apostrophe.mjs';
import { ringZones } from './test/support/ringZones.mjs';

const noRandom = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Ids and jitter come from crypto.',
};

export default tseslint.config(
  { ignores: ['dist/', '.local/', 'node_modules/', 'test-output/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })],
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/require-await': 'off',
      'import-x/no-restricted-paths': ['error', { zones: ringZones }],
      'import-x/no-default-export': 'error',
      'no-restricted-syntax': ['error', noRandom],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      // An exhaustive switch is one decision, however many cases it lists.
      complexity: ['error', { max: 8, variant: 'modified' }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['tabs/**/*.{ts,tsx}', 'local/teams/page/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { ...reactHooks.configs.recommended.rules, 'max-lines-per-function': ['error', { max: 80 }] },
  },
  {
    files: ['shared/domain/**/*.ts', 'shared/schema/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'console', 'crypto', 'window', 'document'],
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'The domain is total: answer with a refusal.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The domain has no clock.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The domain has no clock.',
        },
        noRandom,
      ],
    },
  },
  {
    // What people read. Quotation marks that a program reads stand before or after a word, not within one.
    files: ['shared/**/*.ts', 'tabs/**/*.{ts,tsx}', 'bot/**/*.ts', 'functions/**/*.ts'],
    plugins: { words: { rules: { apostrophe } } },
    rules: { 'words/apostrophe': 'error' },
  },
  {
    files: ['shared/schema/**/*.ts', 'shared/domain/**/*.ts', 'tabs/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['zod', 'zod/v4', 'zod/v3'].map((name) => ({
            name,
            message: 'The tab downloads it: zod/mini is a third of the size.',
          })),
        },
      ],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.jest },
    rules: { 'max-lines-per-function': 'off', complexity: 'off' },
  },
  {
    files: ['test/e2e/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noRandom,
        {
          selector: "CallExpression[callee.property.name='waitFor'] CallExpression[callee.property.name='card']",
          message: 'Two cards may come to say so, and one of them by chance later: `seat.says(words)`.',
        },
      ],
    },
  },
  {
    files: ['**/vite.config.ts', '**/styleSheets.d.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: globals.node },
    extends: [tseslint.configs.disableTypeChecked],
  },
);

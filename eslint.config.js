import parser from '@typescript-eslint/parser';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';

/** Templates and elements alone: .oxlintrc.json has all other rules. */
export default defineConfig(
  { ignores: ['demo/examples/', 'dist/', 'test-results/', 'coverage/'] },
  {
    files: ['{src,demo,test}/**/*.ts'],
    languageOptions: { parser },
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'FigshareElement'] } },
    rules: litA11y.configs.recommended.rules,
  },
);
